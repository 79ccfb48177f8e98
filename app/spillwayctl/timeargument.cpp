// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/timeargument.h"

#include "core/duration.h"
#include "prometheus/samplescanner.h"

#include <QCoreApplication>
#include <QDateTime>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

Error invalid(QStringView text, const QString &expected)
{
    Error error;
    error.code = ErrorCode::InvalidInput;
    error.what = Text::tr("Cannot read \"%1\"").arg(text);
    error.why = expected;
    return error;
}

} // namespace

Result<EpochMs> parseTimeArgument(QStringView text, EpochMs now)
{
    const QString expected =
        Text::tr("expected a time such as 2026-11-23T14:00:00Z, 1763906400 or now-1h");
    if (text.startsWith(u"now")) {
        const QStringView rest = text.mid(3);
        if (rest.isEmpty()) {
            return now;
        }
        const auto span = parseDuration(rest.mid(1));
        if ((rest.front() != u'-' && rest.front() != u'+') || !span) {
            return invalid(text, expected);
        }
        return rest.front() == u'-' ? now - span->count() : now + span->count();
    }
    if (const auto seconds = parseSampleTime(text.toUtf8().toStdString())) {
        return *seconds;
    }
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return invalid(text, expected);
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toMSecsSinceEpoch();
}

Result<std::chrono::milliseconds> parseSpanArgument(QStringView text)
{
    if (const auto seconds = parseSampleTime(text.toUtf8().toStdString());
        seconds && *seconds >= 0) {
        return std::chrono::milliseconds{*seconds};
    }
    const auto span = parseDuration(text);
    return span ? span : invalid(text, Text::tr("expected a duration such as 30s, 1h30m or 15"));
}

} // namespace spillway
