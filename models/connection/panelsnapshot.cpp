// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/panelsnapshot.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelState)
};

struct Row
{
    QLatin1String name;
    const char *title;
};

constexpr std::array rows{
    Row{"live"_L1, QT_TRANSLATE_NOOP("PanelState", "Live")},
    Row{"refreshing"_L1, QT_TRANSLATE_NOOP("PanelState", "Refreshing")},
    Row{"kept"_L1, QT_TRANSLATE_NOOP("PanelState", "Old data kept")},
    Row{"partial"_L1, QT_TRANSLATE_NOOP("PanelState", "Partial")},
    Row{"truncated"_L1, QT_TRANSLATE_NOOP("PanelState", "Truncated")},
    Row{"empty"_L1, QT_TRANSLATE_NOOP("PanelState", "No data")},
    Row{"failed"_L1, QT_TRANSLATE_NOOP("PanelState", "Failed")},
};
static_assert(rows.size() == static_cast<std::size_t>(PanelState::Failed) + 1);

void appendNew(QStringList &to, const QStringList &from)
{
    for (const QString &text : from) {
        if (!to.contains(text)) {
            to.append(text);
        }
    }
}

} // namespace

QLatin1String panelStateName(PanelState state)
{
    return rows.at(static_cast<std::size_t>(state)).name;
}

QString panelStateTitle(PanelState state)
{
    return Text::tr(rows.at(static_cast<std::size_t>(state)).title);
}

bool PanelSnapshot::hasData() const
{
    return std::any_of(answers.begin(), answers.end(), [](const QueryAnswer &answer) {
        return answer.result && (!answer.result->series.empty() || !answer.result->text.isEmpty());
    });
}

DataNotes PanelSnapshot::notes() const
{
    DataNotes all;
    for (const QueryAnswer &answer : answers) {
        if (!answer.result) {
            continue;
        }
        const DataNotes &one = answer.result->notes;
        appendNew(all.warnings, one.warnings);
        appendNew(all.infos, one.infos);
        all.partial = all.partial || one.partial;
        all.truncated = all.truncated || one.truncated;
    }
    return all;
}

} // namespace spillway
