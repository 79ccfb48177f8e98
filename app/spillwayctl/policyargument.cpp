// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policyargument.h"

#include "spillwayctl/policyfile.h"
#include "spillwayctl/terminal.h"

namespace spillway {

using namespace Qt::StringLiterals;

Result<PolicyArgument> readPolicyArgument(const QString &file, const TimeRange &within)
{
    Result<PolicyFile> read = readPolicyFile(file, within.from);
    if (!read) {
        return read.error();
    }
    PolicyReading &reading = read->reading;
    if (!reading.ok()) {
        // In the order of the file; the caller says the last one.
        for (std::size_t i = 0; i + 1 < reading.problems.size(); ++i) {
            say(u"spillwayctl: "_s + reading.problems[i].sentence());
        }
        // The command line is right, the file is not.
        Error last = reading.problems.back();
        last.code = last.code == ErrorCode::InvalidInput ? ErrorCode::InvalidDocument : last.code;
        return last;
    }
    return PolicyArgument{std::move(reading.policy), std::move(reading.positions),
                          std::move(read->context.calendarDays)};
}

Error placed(Error error, const PolicyPositions &positions)
{
    if (error.position && !error.position->path.isEmpty() && error.position->line == 0) {
        const QString path = error.position->path;
        error.position = positions.of(path);
        error.position->path = path;
    }
    // The command line is right, the file is not.
    if (error.code == ErrorCode::InvalidInput) {
        error.code = ErrorCode::InvalidDocument;
    }
    return error;
}

} // namespace spillway
