// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A push in a process of its own, for tests that kill it: pushchild KUBECONFIG PLAN JOURNALS SIGNAL
// carries out the plan of the journal file PLAN and keeps its own in JOURNALS; with "resume" for
// PLAN it goes on with the one that is there. At the SIGNALth signal it kills itself; with "-" it
// waits long for what was lost, so that somebody else can.
#include "models/rollout/rolloutworld.h"

#include <QCoreApplication>

#include <csignal>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// As little warning as a kill from outside gives.
void die()
{
    ::raise(SIGKILL);
}

std::unique_ptr<Push> pushOf(Console &console, const QString &plan, const QString &journals)
{
    if (plan == "resume"_L1) {
        const JournalList list = listJournals(journals);
        Result<std::unique_ptr<Journal>> journal = list.entries.empty()
                                                       ? Result<std::unique_ptr<Journal>>{Error{}}
                                                       : Journal::open(list.entries.front().file);
        return journal
                   ? std::make_unique<Push>(console.client(), console.ticket(), std::move(*journal))
                   : nullptr;
    }
    const Result<PushRecord> record = readJournal(plan);
    return record ? std::make_unique<Push>(console.client(), console.ticket(), record->plan(),
                                           PushInput{.reason = record->reason,
                                                     .author = record->author,
                                                     .journalFolder = journals})
                  : nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto console = Console::open(arguments.value(1));
    const auto push = console ? pushOf(*console, arguments.value(2), arguments.value(3)) : nullptr;
    if (!push) {
        return 2;
    }
    const bool isKilledFromOutside = arguments.value(4) == "-"_L1;
    const int last = arguments.value(4).toInt();
    int signal = 0;
    const auto count = [&] {
        if (!isKilledFromOutside && signal++ == last) {
            die();
        }
    };
    QObject::connect(push.get(), &Push::phaseChanged, count);
    QObject::connect(push.get(), &Push::stepChanged, count);
    QObject::connect(push.get(), &Push::finished,
                     [&push] { QCoreApplication::exit(push->result() ? 0 : 1); });
    push->setReadBackDelays(isKilledFromOutside ? QList<std::chrono::milliseconds>{60s}
                                                : QList<std::chrono::milliseconds>{0ms, 0ms});
    push->start();
    return QCoreApplication::exec();
}
