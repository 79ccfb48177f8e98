// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policyfile.h"

#include "rollout/calendarfiles.h"
#include "spillwayctl/textfile.h"

namespace spillway {

using namespace Qt::StringLiterals;

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
    CalendarReading calendars = readCalendars(file.reading.policy, path, now);
    file.context.calendarDays = std::move(calendars.days);
    std::vector<Error> &problems = file.reading.problems;
    problems.insert(problems.end(), calendars.problems.begin(), calendars.problems.end());
    return file;
}

} // namespace spillway
