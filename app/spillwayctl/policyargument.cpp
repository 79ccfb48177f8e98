// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policyargument.h"

#include "spillwayctl/policyfile.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/textfile.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Says all problems but the last, in the order of the file; the caller says that one.
Result<void> withoutProblems(const PolicyReading &reading)
{
    if (reading.ok()) {
        return {};
    }
    for (std::size_t i = 0; i + 1 < reading.problems.size(); ++i) {
        say(u"spillwayctl: "_s + reading.problems[i].sentence());
    }
    // The command line is right, the file is not.
    Error last = reading.problems.back();
    last.code = last.code == ErrorCode::InvalidInput ? ErrorCode::InvalidDocument : last.code;
    return last;
}

} // namespace

Result<PolicyArgument> readPolicyArgument(const QString &file, const TimeRange &within)
{
    Result<PolicyFile> read = readPolicyFile(file, within.from);
    if (!read) {
        return read.error();
    }
    PolicyReading &reading = read->reading;
    const Result<void> good = withoutProblems(reading);
    if (!good) {
        return good.error();
    }
    return PolicyArgument{std::move(reading.policy), std::move(reading.positions),
                          std::move(read->context.calendarDays)};
}

Result<Policy> readPolicyAlone(const QString &file)
{
    const Result<QByteArray> bytes = readBytes(file, YamlLimits{}.bytes);
    if (!bytes) {
        return bytes.error();
    }
    PolicyReading reading = parsePolicy(*bytes, file == u"-" ? u"<stdin>"_s : file);
    const Result<void> good = withoutProblems(reading);
    return good ? Result<Policy>{std::move(reading.policy)} : Result<Policy>{good.error()};
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
