// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/axisticks.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)
};

constexpr EpochMs second = 1000;
constexpr EpochMs minute = 60 * second;
constexpr EpochMs hour = 60 * minute;
constexpr EpochMs day = 24 * hour;
constexpr double largest = 1e300; ///< values beyond would overflow the axis' own arithmetic

QDateTime inZone(EpochMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone);
}

EpochMs offsetAt(EpochMs time, const QTimeZone &zone)
{
    return zone == QTimeZone::utc()
               ? 0
               : zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)) * second;
}

EpochMs floorTo(EpochMs value, EpochMs step)
{
    const EpochMs rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

EpochMs tickStep(EpochMs length, int maxTicks)
{
    static constexpr std::array steps{
        1 * second, 2 * second, 5 * second,  10 * second, 15 * second, 30 * second, 1 * minute,
        2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, 1 * hour,    2 * hour,
        3 * hour,   6 * hour,   12 * hour,   1 * day,     2 * day,     7 * day,     14 * day,
        30 * day,   91 * day,   182 * day,   365 * day};
    const EpochMs wanted = length / std::max(1, maxTicks);
    const auto *const found = std::lower_bound(steps.begin(), steps.end(), wanted);
    return found == steps.end() ? floorTo(wanted, 365 * day) + 365 * day : *found;
}

QString dateText(const QDateTime &when, bool year, const QLocale &locale)
{
    //: Date of a tick on a time axis, in QLocale's format letters.
    const QString dayAndMonth = Text::tr("MMM d");
    //: Date with year of a tick on a time axis, in QLocale's format letters.
    const QString withYear = Text::tr("MMM d, yyyy");
    return locale.toString(when.date(), year ? withYear : dayAndMonth);
}

TimeTick tickAt(EpochMs time, EpochMs step, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime when = inZone(time, zone);
    if (step >= 30 * day) {
        return {time, dateText(when, true, locale), true};
    }
    // Where the clock is put on at midnight, a day begins at one o'clock.
    if (step >= day || when.time().msecsSinceStartOfDay() == 0) {
        return {time, dateText(when, false, locale), true};
    }
    // Clock times are the same in every language: always 24 h.
    return {time, when.time().toString(step < minute ? u"HH:mm:ss"_s : u"HH:mm"_s), false};
}

/// The instant at which clocks of a zone show local (milliseconds as if they were UTC); for a time
/// that a change of the clock leaves out, one after the change.
EpochMs fromLocal(EpochMs local, const QTimeZone &zone)
{
    const EpochMs guess = local - offsetAt(local, zone);
    const EpochMs time = local - offsetAt(guess, zone);
    return time + offsetAt(time, zone) == local ? time : std::max(guess, time);
}

/// Every instant at which clocks show local; a midnight that comes twice counts once, as the day
/// begins once.
std::vector<EpochMs> instantsOf(EpochMs local, const TimeRange &range, const QTimeZone &zone)
{
    std::vector<EpochMs> found{fromLocal(local, zone)};
    for (const EpochMs end : {range.from, range.to}) {
        const EpochMs time = local - offsetAt(end, zone);
        if (local % day != 0 && time != found.front() && time + offsetAt(time, zone) == local) {
            found.push_back(time);
        }
    }
    return found;
}

double paddedLow(double low, double high, bool includeZero)
{
    // Near zero the axis starts at zero: a curve that hovers over a cut axis misleads.
    if (low >= 0 && (includeZero || low < 0.5 * high)) {
        return 0;
    }
    return low;
}

/// Takes a long unit ("kreq/s" but its prefix) from the labels to say it once.
void splitCaption(ValueAxis &axis, const ChartOptions &options)
{
    constexpr qsizetype longUnit = 4;
    const QString zero = formatValue(0, options.unit, options.locale);
    const QString unit = zero.mid(zero.indexOf(QChar::Nbsp) + 1);
    if (const qsizetype per = zero.indexOf(u'/'); per > 0 && !zero.contains(QChar::Nbsp)) {
        axis.caption = zero.mid(per); // "¥0/h": the labels have the currency, not the time
        return;
    }
    if (!zero.contains(QChar::Nbsp) || unit.size() < longUnit) {
        return;
    }
    axis.caption = unit;
    for (QString &label : axis.labels) {
        if (label.endsWith(unit)) {
            label.chop(unit.size());
            label = label.trimmed(); // U+00A0 is a space, too
        }
    }
}

/// Data that touch the upper end get some air, or a plateau looks like a part of the frame. Not
/// where somebody said that the axis ends there (100 %).
void addHeadroom(ValueAxis &axis, double high, const ChartOptions &options)
{
    const double span = axis.range.max - axis.range.min;
    const bool asked = options.softMax && high <= *options.softMax;
    if (!asked && high > axis.range.max - 0.01 * span && high != 0) {
        axis.range.max += 0.05 * span;
    }
}

ValueAxis linearAxis(double low, double high, bool includeZero, int maxTicks,
                     const ChartOptions &options)
{
    low = paddedLow(std::max(low, -largest), std::min(high, largest), includeZero);
    high = std::min(high, largest);
    if (includeZero) {
        high = std::max(high, 0.0);
        low = std::min(low, 0.0);
    }
    if (!(high - low > 1 / largest)) {
        const bool nothing = std::abs(low) < 1e-290; // zero, or as good as
        const double pad = nothing ? 1 : std::abs(low) * 0.1;
        high = low + pad;
        low = nothing ? 0 : low - pad;
    }
    const double step = niceStep(high - low, maxTicks, options.unit.unit);
    ValueAxis axis;
    axis.range.min = std::floor(low / step + 1e-9) * step;
    axis.range.max = std::ceil(high / step - 1e-9) * step;
    const double magnitude = std::max(std::abs(axis.range.min), std::abs(axis.range.max));
    const AxisFormat format{magnitude, step, options.unit, options.locale};
    const auto count =
        static_cast<int>(std::min(100.0, std::round((axis.range.max - axis.range.min) / step)));
    for (int i = 0; i <= count; ++i) {
        const double value = axis.range.min + i * step;
        axis.ticks.push_back(value);
        axis.labels.append(format.text(value));
    }
    return axis;
}

ValueAxis logAxis(double low, double high, int maxTicks, const ChartOptions &options)
{
    high = high > 0 ? std::clamp(high, 1 / largest, largest) : 1;
    low = low > 0 ? std::clamp(low, 1 / largest, high) : high / 1000;
    ValueAxis axis;
    axis.range.log = true;
    const double first = std::floor(std::log10(low) + 1e-9);
    const double last = std::max(first + 1, std::ceil(std::log10(high) - 1e-9));
    axis.range.min = std::pow(10.0, first);
    axis.range.max = std::pow(10.0, last);
    const int decades = static_cast<int>(last - first);
    const int every = std::max(1, (decades + maxTicks - 1) / std::max(1, maxTicks));
    const bool between = decades * 3 <= maxTicks; // room for 2 and 5 of each decade
    for (int decade = 0; decade <= decades; decade += every) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double value = std::pow(10.0, first + decade) * digit;
            if ((digit == 1.0 || between) && value <= axis.range.max * (1 + 1e-9)) {
                axis.ticks.push_back(value);
                axis.labels.append(formatValue(value, options.unit, options.locale));
            }
        }
    }
    return axis;
}

} // namespace

std::vector<TimeTick> timeTicks(const TimeRange &range, const QTimeZone &zone, int maxTicks,
                                const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    if (!range.isValid() || maxTicks < 1) {
        return ticks;
    }
    const EpochMs step = tickStep(range.to - range.from, maxTicks);
    // Weeks begin on Monday; 1970-01-01 was a Thursday.
    const EpochMs origin = step == 7 * day || step == 14 * day ? 4 * day : 0;
    EpochMs local = floorTo(range.from + offsetAt(range.from, zone) - origin, step) + origin - step;
    const EpochMs last = range.to + std::max(offsetAt(range.from, zone), offsetAt(range.to, zone));
    for (int guard = 0; guard < 1000 && local <= last; ++guard, local += step) {
        const std::vector<EpochMs> times = instantsOf(local, range, zone);
        for (const EpochMs time : times) {
            if (range.contains(time)) {
                ticks.push_back(tickAt(time, step, zone, locale));
            }
        }
    }
    const auto earlier = [](const TimeTick &a, const TimeTick &b) { return a.time < b.time; };
    const auto same = [](const TimeTick &a, const TimeTick &b) { return a.time == b.time; };
    std::sort(ticks.begin(), ticks.end(), earlier); // an hour that comes twice: 02:00 02:30 02:00
    ticks.erase(std::unique(ticks.begin(), ticks.end(), same), ticks.end());
    return ticks;
}

QString zoneName(const QTimeZone &zone, EpochMs time)
{
    const QString name = zone.abbreviation(inZone(time, zone));
    return name.isEmpty() ? QString::fromUtf8(zone.id()) : name;
}

QString timeText(EpochMs time, const QTimeZone &zone, const TimeRange &range, const QLocale &locale)
{
    const QDateTime when = inZone(time, zone);
    const QString clock =
        when.time().toString(time % second != 0 ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s);
    const bool needsDate = range.to - range.from > day ||
                           inZone(range.from, zone).date() != inZone(range.to, zone).date();
    //: A date (%1) and a time of day (%2), as "Nov 22 14:03:15".
    return needsDate ? Text::tr("%1 %2").arg(dateText(when, false, locale), clock) : clock;
}

ValueAxis valueAxis(double dataMin, double dataMax, bool includeZero, int maxTicks,
                    const ChartOptions &options)
{
    double low = dataMin;
    double high = dataMax;
    if (!(low <= high)) { // no data
        low = options.softMin.value_or(options.logAxis ? 1 : 0);
        high = options.softMax.value_or(std::max(low + 1, options.logAxis ? 10.0 : 1.0));
    }
    if (options.softMin && (!options.logAxis || *options.softMin > 0)) {
        low = std::min(low, *options.softMin);
    }
    if (options.softMax) {
        high = std::max(high, *options.softMax);
    }
    ValueAxis axis = options.logAxis ? logAxis(low, high, maxTicks, options)
                                     : linearAxis(low, high, includeZero, maxTicks, options);
    if (!options.logAxis && dataMin < dataMax) {
        addHeadroom(axis, dataMax, options);
    }
    splitCaption(axis, options);
    return axis;
}

} // namespace spillway
