// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/cronschedule.h"

#include "scaling/zonesegments.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CronSchedule)
};

constexpr std::array monthNames{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                                "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
constexpr std::array dayNames{"sun"_L1, "mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1};
constexpr std::array<std::pair<QLatin1String, QLatin1String>, 7> shorthands{{
    {"@yearly"_L1, "0 0 1 1 *"_L1},
    {"@annually"_L1, "0 0 1 1 *"_L1},
    {"@monthly"_L1, "0 0 1 * *"_L1},
    {"@weekly"_L1, "0 0 * * 0"_L1},
    {"@daily"_L1, "0 0 * * *"_L1},
    {"@midnight"_L1, "0 0 * * *"_L1},
    {"@hourly"_L1, "0 * * * *"_L1},
}};

struct Limits
{
    int least;
    int most;
};

} // namespace

/// Reads the fields one after the other.
class CronParser
{
public:
    [[nodiscard]] Result<CronSchedule> parse(QStringView text)
    {
        QString expression = text.toString().simplified(); // tabs part fields too
        for (const auto &[name, meaning] : shorthands) {
            expression = expression == name ? QString{meaning} : expression;
        }
        const QStringList fields = expression.split(u' ', Qt::SkipEmptyParts);
        if (fields.size() != 5) {
            return bad(text, Text::tr("it has %n field(s), five are expected", nullptr,
                                      static_cast<int>(fields.size())));
        }
        CronSchedule schedule;
        const bool ok = field(fields[0], {0, 59}, schedule.m_minute) &&
                        field(fields[1], {0, 23}, schedule.m_hour) &&
                        field(fields[2], {1, 31}, schedule.m_dayOfMonth) &&
                        field(fields[3], {1, 12}, schedule.m_month) &&
                        field(fields[4], {0, 6}, schedule.m_dayOfWeek);
        if (!ok) {
            return bad(text, Text::tr("“%1” is not understood").arg(m_offender));
        }
        return schedule;
    }

private:
    static Error bad(QStringView text, const QString &why)
    {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = Text::tr("“%1” is not a cron expression").arg(text),
                     .why = why,
                     .advice = Text::tr(
                         "Write minute, hour, day of month, month and day of week: 0 9 * * 1-5.")};
    }

    bool field(const QString &text, Limits limits, CronSchedule::Field &field)
    {
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!range(part, limits, field)) {
                m_offender = part;
                return false;
            }
        }
        m_offender = text;
        return !parts.isEmpty();
    }

    static bool range(const QString &text, Limits limits, CronSchedule::Field &field)
    {
        const QStringList rangeAndStep = text.split(u'/');
        const QStringList ends = rangeAndStep.first().split(u'-');
        if (rangeAndStep.size() > 2 || ends.size() > 2) {
            return false;
        }
        int step = 1;
        if (rangeAndStep.size() == 2) {
            bool ok = false;
            step = rangeAndStep.last().toInt(&ok);
            if (!ok || step <= 0) {
                return false;
            }
        }
        const bool star = ends.first() == u"*" || ends.first() == u"?";
        const std::optional<int> first = star ? limits.least : number(ends.first(), limits);
        std::optional<int> last = first;
        if (star || (ends.size() == 1 && rangeAndStep.size() == 2)) {
            last = limits.most; // "5/10" means from 5 on
        } else if (ends.size() == 2) {
            last = number(ends.last(), limits);
        }
        if (!first || !last || *last < *first || (star && ends.size() == 2)) {
            return false;
        }
        for (int value = *first; value <= *last; value += step) {
            field.bits |= std::uint64_t{1} << static_cast<unsigned>(value);
        }
        field.star = field.star || (star && step == 1);
        return true;
    }

    static std::optional<int> number(const QString &text, Limits limits)
    {
        bool ok = false;
        int value = text.toInt(&ok);
        const QString name = text.toLower();
        for (std::size_t i = 0; !ok && limits.most == 12 && i < monthNames.size(); ++i) {
            ok = name == monthNames.at(i);
            value = static_cast<int>(i) + 1;
        }
        for (std::size_t i = 0; !ok && limits.most == 6 && i < dayNames.size(); ++i) {
            ok = name == dayNames.at(i);
            value = static_cast<int>(i);
        }
        return ok && value >= limits.least && value <= limits.most ? std::optional{value}
                                                                   : std::nullopt;
    }

    QString m_offender;
};

Result<CronSchedule> CronSchedule::parse(QStringView text)
{
    return CronParser().parse(text);
}

bool CronSchedule::dayMatches(const QDate &day) const
{
    const bool monthDay = m_dayOfMonth.has(day.day());
    const bool weekDay = m_dayOfWeek.has(day.dayOfWeek() % 7);
    const bool both = m_dayOfMonth.star || m_dayOfWeek.star;
    return m_month.has(day.month()) && (both ? monthDay && weekDay : monthDay || weekDay);
}

std::optional<EpochMs> CronSchedule::next(EpochMs after, const QTimeZone &zone) const
{
    constexpr int yearsAhead = 5;
    constexpr qint64 dayMs = 24LL * 3600 * 1000;
    QDate day = QDateTime::fromMSecsSinceEpoch(after, zone).date().addDays(-1);
    const QDate limit = day.addYears(yearsAhead);
    for (; day <= limit; day = day.addDays(1)) {
        if (!dayMatches(day)) {
            continue;
        }
        const qint64 midnight = localMs(day, std::chrono::milliseconds{0});
        const ZoneSegments segments(zone, {midnight, midnight + dayMs});
        std::optional<EpochMs> best;
        for (int minute = 0; minute < 24 * 60; ++minute) {
            if (!m_hour.has(minute / 60) || !m_minute.has(minute % 60)) {
                continue;
            }
            for (const EpochMs time : segments.instantsOf(midnight + minute * 60'000LL)) {
                if (time > after && (!best || time < *best)) {
                    best = time;
                }
            }
        }
        if (best) {
            return best;
        }
    }
    return std::nullopt;
}

} // namespace spillway
