// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/confirmation.h"

#include "spillwayctl/optionerror.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

/// Without its end; nothing at the end of input.
QByteArray readLine()
{
    QByteArray line;
    for (int c = std::fgetc(stdin); c != EOF && c != '\n'; c = std::fgetc(stdin)) {
        line.append(static_cast<char>(c));
    }
    return line;
}

} // namespace

bool isConsent(const QString &line, const QString &contextName, bool isProtected)
{
    const QString typed = line.trimmed();
    if (isProtected) {
        return !typed.isEmpty() && typed == contextName; // a pod has none
    }
    return typed.compare("y"_L1, Qt::CaseInsensitive) == 0 ||
           typed.compare("yes"_L1, Qt::CaseInsensitive) == 0;
}

Result<void> confirm(const QString &what, const QString &contextName, bool isProtected, bool yes)
{
    if (yes) {
        return {};
    }
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0) {
        Error error = badOption(Text::tr("Nothing was written"),
                                Text::tr("there is no terminal at which to ask"));
        error.advice = Text::tr("Say --yes if it is meant.");
        return error;
    }
    say(Text::tr("%1, in the context %2.").arg(what, contextName));
    const QString question = isProtected ? Text::tr("The context is protected. Type its name: ")
                                         : Text::tr("Go on? [y/N] ");
    print(stderr, printable(question).toUtf8());
    if (isConsent(QString::fromLocal8Bit(readLine()), contextName, isProtected)) {
        return {};
    }
    return Error{.code = ErrorCode::Cancelled,
                 .what = Text::tr("Nothing was written"),
                 .why = isProtected ? Text::tr("the name of the context was not typed")
                                    : Text::tr("it was not confirmed")};
}

} // namespace spillway
