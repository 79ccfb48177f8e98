// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policyfile.h"

#include "scaling/icalendar.h"
#include "spillwayctl/textfile.h"

#include <QDir>
#include <QFileInfo>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

void readCalendars(PolicyFile &file, const QString &path, EpochMs now)
{
    const Policy &policy = file.reading.policy;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, policy.zone).date();
    constexpr int horizonDays = 400;
    const DateSpan within{today.addDays(-1), today.addDays(horizonDays + 1)};
    const QDir folder = QFileInfo(path).dir();
    for (const PolicyCalendar &calendar : policy.calendars) {
        const QString name = folder.filePath(calendar.file);
        const Result<QByteArray> bytes = readBytes(name, maxCalendarBytes);
        if (!bytes) {
            file.reading.problems.push_back(bytes.error());
            continue;
        }
        const CalendarDays days = readCalendarDays(*bytes, name, within, policy.zone);
        file.context.calendarDays.insert(file.context.calendarDays.end(), days.days.begin(),
                                         days.days.end());
        file.reading.problems.insert(file.reading.problems.end(), days.problems.begin(),
                                     days.problems.end());
    }
}

} // namespace

Result<PolicyFile> readPolicyFile(const QString &path, EpochMs now)
{
    const Result<QByteArray> bytes = readBytes(path, YamlLimits{}.bytes);
    if (!bytes) {
        return bytes.error();
    }
    return policyFileOf(*bytes, path, now);
}

PolicyFile policyFileOf(const QByteArray &text, const QString &path, EpochMs now)
{
    PolicyFile file;
    file.text = text;
    file.reading = parsePolicy(file.text, path == u"-" ? u"<stdin>"_s : path);
    readCalendars(file, path, now);
    return file;
}

} // namespace spillway
