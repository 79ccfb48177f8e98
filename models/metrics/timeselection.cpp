// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/timeselection.h"

#include "core/duration.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeSelection)
};

struct RoundingName
{
    TimePoint::Rounding rounding;
    char16_t letter;
};

constexpr std::array roundingNames{
    RoundingName{TimePoint::Rounding::Minute, u'm'}, RoundingName{TimePoint::Rounding::Hour, u'h'},
    RoundingName{TimePoint::Rounding::Day, u'd'},    RoundingName{TimePoint::Rounding::Week, u'w'},
    RoundingName{TimePoint::Rounding::Month, u'M'},  RoundingName{TimePoint::Rounding::Year, u'y'},
};

/// The shortest and longest window: below a second there is nothing to see, and ten years of a
/// Prometheus do not exist.
constexpr qint64 shortestMs = 1000;
constexpr qint64 longestMs = 3660LL * 24 * 3600 * 1000;
/// 9999-12-31T23:59:59.999Z: what ISO 8601 writes in four digits and so reads back.
constexpr EpochMs lastTime = 253'402'300'799'999;

Error badTime(QStringView text, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("“%1” is not a time").arg(text),
                 .where = {},
                 .why = why,
                 .advice = Text::tr("Write now-6h, now-1d/d or 2026-11-22 09:00."),
                 .position = {},
                 .retryAfter = {}};
}

Error badRange(QStringView text, const QString &why)
{
    Error error = badTime(text, why);
    error.what = Text::tr("“%1” is not a time range").arg(text);
    error.advice = Text::tr("Write now-6h, or two times with “to” between them.");
    return error;
}

QDateTime roundedDown(const QDateTime &time, TimePoint::Rounding rounding)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    const auto startOf = [&time](const QDate &day) { return day.startOfDay(time.timeZone()); };
    switch (rounding) {
    case TimePoint::Rounding::None:
        return time;
    case TimePoint::Rounding::Minute:
        return time.addMSecs(-(clock.second() * 1000 + clock.msec()));
    case TimePoint::Rounding::Hour:
        return time.addMSecs(-((clock.minute() * 60 + clock.second()) * 1000 + clock.msec()));
    case TimePoint::Rounding::Day:
        return startOf(date);
    case TimePoint::Rounding::Week:
        return startOf(date.addDays(1 - date.dayOfWeek()));
    case TimePoint::Rounding::Month:
        return startOf(QDate{date.year(), date.month(), 1});
    case TimePoint::Rounding::Year:
        return startOf(QDate{date.year(), 1, 1});
    }
    return time;
}

/// "now" is already taken off: "-6h", "-1d/d", "/w", "+5m", "".
Result<TimePoint> parseRelative(QStringView whole, QStringView rest)
{
    TimePoint point;
    const qsizetype slash = rest.indexOf(u'/');
    if (slash >= 0) {
        const QStringView unit = rest.sliced(slash + 1).trimmed();
        const auto *const found =
            std::find_if(roundingNames.begin(), roundingNames.end(), [unit](const auto &name) {
                return unit.size() == 1 && unit.front() == name.letter;
            });
        if (found == roundingNames.end()) {
            return badTime(whole, Text::tr("after “/” one of m, h, d, w, M, y is expected"));
        }
        point.rounding = found->rounding;
        rest = rest.first(slash);
    }
    rest = rest.trimmed();
    if (rest.isEmpty()) {
        return point;
    }
    if (rest.front() != u'-' && rest.front() != u'+') {
        return badTime(whole, Text::tr("after “now” a - or + is expected"));
    }
    const auto duration = parseDuration(rest.sliced(1).trimmed());
    if (!duration) {
        return badTime(whole, duration.error().why);
    }
    if (duration->count() > longestMs) {
        return badTime(whole, Text::tr("that is more than ten years"));
    }
    point.offset = rest.front() == u'-' ? -*duration : *duration;
    return point;
}

TimePoint fixedPoint(EpochMs time)
{
    return TimePoint{.relative = false, .fixed = time};
}

/// None before 1970 and after the year 9999.
std::optional<TimePoint> usablePoint(EpochMs time)
{
    return time >= 0 && time <= lastTime ? std::optional{fixedPoint(time)} : std::nullopt;
}

std::optional<TimePoint> parseNumber(QStringView text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    // Four digits are a year, not 1970; seconds until the year 5138 have fewer than 12 digits.
    if (!ok || text.size() < 9 || text.size() > 15) {
        return std::nullopt;
    }
    return usablePoint(text.size() < 12 ? number * 1000 : number);
}

std::optional<TimePoint> parseDate(const QString &text, const QTimeZone &zone)
{
    static const std::array formats{u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s,
                                    u"yyyy-MM-dd'T'HH:mm:ss"_s, u"yyyy-MM-dd'T'HH:mm"_s,
                                    u"yyyy-MM-dd"_s};
    for (const QString &format : formats) {
        const QDateTime local = QDateTime::fromString(text, format);
        if (local.isValid()) {
            return usablePoint(QDateTime{local.date(), local.time(), zone}.toMSecsSinceEpoch());
        }
    }
    const QDateTime iso = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (iso.isValid() && iso.timeSpec() != Qt::LocalTime) {
        return usablePoint(iso.toMSecsSinceEpoch());
    }
    return std::nullopt;
}

/// Where the text of two times is parted, or {-1, 0}: " to ", " – ", or the "/" of an ISO interval.
std::pair<qsizetype, qsizetype> findSeparator(QStringView text)
{
    static const std::array separators{u" to "_s, u" – "_s, u" - "_s, u".."_s};
    for (const QString &separator : separators) {
        const qsizetype at = text.indexOf(separator);
        if (at > 0) {
            return {at, separator.size()};
        }
    }
    // In "now-1d/d" the slash rounds; in an interval a digit or "now" follows it.
    for (qsizetype at = text.indexOf(u'/'); at > 0; at = text.indexOf(u'/', at + 1)) {
        const QStringView rest = text.sliced(at + 1).trimmed();
        if (rest.startsWith(u"now") || (!rest.isEmpty() && rest.front().isDigit())) {
            return {at, 1};
        }
    }
    return {-1, 0};
}

QString spanTitle(std::chrono::milliseconds span)
{
    const qint64 minutes = span.count() / 60000;
    if (span.count() % 60000 != 0) {
        return Text::tr("Last %1").arg(humanDuration(span));
    }
    if (minutes % (24 * 60) == 0 && minutes > 24 * 60) {
        return Text::tr("Last %n day(s)", nullptr, static_cast<int>(minutes / (24 * 60)));
    }
    if (minutes % 60 == 0) {
        return Text::tr("Last %n hour(s)", nullptr, static_cast<int>(minutes / 60));
    }
    return Text::tr("Last %n minute(s)", nullptr, static_cast<int>(minutes));
}

QString namedTitle(const TimeSelection &selection)
{
    using Rounding = TimePoint::Rounding;
    const TimePoint now;
    const TimePoint today{.rounding = Rounding::Day};
    if (selection.from == today && selection.to == now) {
        return Text::tr("Today so far");
    }
    if (selection.from == TimePoint{.offset = -24h, .rounding = Rounding::Day} &&
        selection.to == today) {
        return Text::tr("Yesterday");
    }
    if (selection.from == TimePoint{.rounding = Rounding::Week} && selection.to == now) {
        return Text::tr("This week so far");
    }
    if (selection.from == TimePoint{.rounding = Rounding::Month} && selection.to == now) {
        return Text::tr("This month so far");
    }
    return {};
}

} // namespace

EpochMs TimePoint::resolve(EpochMs now, const QTimeZone &zone) const
{
    if (!relative) {
        return fixed;
    }
    const EpochMs time = now + offset.count();
    if (rounding == Rounding::None) {
        return time;
    }
    return roundedDown(QDateTime::fromMSecsSinceEpoch(time, zone), rounding).toMSecsSinceEpoch();
}

QString TimePoint::toString() const
{
    if (!relative) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(fixed, Qt::UTC);
        return time.toString(fixed % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
    }
    QString text = u"now"_s;
    if (offset.count() != 0) {
        text += offset.count() < 0 ? u'-' : u'+';
        text += formatDuration(offset.count() < 0 ? -offset : offset);
    }
    for (const RoundingName &name : roundingNames) {
        if (name.rounding == rounding) {
            text += u'/';
            text += QChar{name.letter};
        }
    }
    return text;
}

Result<TimePoint> parseTimePoint(QStringView text, const QTimeZone &zone)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return badTime(text, Text::tr("it is empty"));
    }
    if (trimmed.startsWith(u"now")) {
        return parseRelative(trimmed, trimmed.sliced(3));
    }
    if (const auto number = parseNumber(trimmed)) {
        return *number;
    }
    if (const auto date = parseDate(trimmed.toString(), zone)) {
        return *date;
    }
    return badTime(trimmed, Text::tr("it is neither relative to now nor a date"));
}

TimeSelection TimeSelection::last(std::chrono::milliseconds span)
{
    return {.from = {.offset = -span}, .to = {}};
}

TimeSelection TimeSelection::between(const TimeRange &range)
{
    return {.from = fixedPoint(range.from), .to = fixedPoint(range.to)};
}

TimeRange TimeSelection::resolve(EpochMs now, const QTimeZone &zone) const
{
    TimeRange range{from.resolve(now, zone), to.resolve(now, zone)};
    // "Today so far" at midnight is a window of no width, which no query accepts.
    range.from = std::min(range.from, range.to - shortestMs);
    return range;
}

TimeSelection TimeSelection::frozen(EpochMs now, const QTimeZone &zone) const
{
    return between(resolve(now, zone));
}

TimeSelection TimeSelection::following(EpochMs now, const QTimeZone &zone) const
{
    return last(resolve(now, zone).length());
}

TimeSelection TimeSelection::panned(double part, EpochMs now, const QTimeZone &zone) const
{
    const TimeRange range = resolve(now, zone);
    const auto by = static_cast<qint64>(part * static_cast<double>(range.length().count()));
    if (range.to + by >= now) {
        return last(range.length());
    }
    return between({range.from + by, range.to + by});
}

TimeSelection TimeSelection::zoomed(double factor, EpochMs now, const QTimeZone &zone) const
{
    const TimeRange range = resolve(now, zone);
    // Clamped before the conversion: a product that does not fit would turn into anything.
    const auto length = static_cast<qint64>(
        std::clamp(factor * static_cast<double>(range.length().count()),
                   static_cast<double>(shortestMs), static_cast<double>(longestMs)));
    const EpochMs middle = range.from + range.length().count() / 2;
    const EpochMs end = middle + length / 2;
    if (end >= now || (to == TimePoint{} && factor > 1)) {
        return last(std::chrono::milliseconds{length});
    }
    return between({end - length, end});
}

QString TimeSelection::toString() const
{
    return from.toString() + u" to "_s + to.toString();
}

QString TimeSelection::title(const QTimeZone &zone, const QLocale &locale) const
{
    const bool plain = from.relative && from.rounding == TimePoint::Rounding::None;
    if (plain && to == TimePoint{} && from.offset.count() < 0) {
        return spanTitle(-from.offset);
    }
    if (const QString named = namedTitle(*this); !named.isEmpty()) {
        return named;
    }
    if (isRelative()) {
        return Text::tr("%1 to %2").arg(from.toString(), to.toString());
    }
    const auto start = QDateTime::fromMSecsSinceEpoch(from.fixed, zone);
    const auto end = QDateTime::fromMSecsSinceEpoch(to.fixed, zone);
    const bool seconds = from.fixed % 60000 != 0 || to.fixed % 60000 != 0;
    const QString clock = seconds ? u"HH:mm:ss"_s : u"HH:mm"_s;
    const QString full = u"yyyy-MM-dd "_s + clock;
    const bool sameDay = start.date() == end.date();
    return Text::tr("%1 – %2").arg(locale.toString(start, full),
                                   locale.toString(end, sameDay ? clock : full));
}

Result<TimeSelection> parseTimeSelection(QStringView text, const QTimeZone &zone)
{
    const QStringView trimmed = text.trimmed();
    const auto separator = findSeparator(trimmed);
    TimeSelection selection;
    if (separator.first < 0) {
        if (const auto span = parseDuration(trimmed); span && span->count() > 0) {
            return span->count() > longestMs
                       ? Result<TimeSelection>{badRange(trimmed,
                                                        Text::tr("that is more than ten years"))}
                       : Result<TimeSelection>{TimeSelection::last(*span)};
        }
    }
    const QStringView first = separator.first < 0 ? trimmed : trimmed.first(separator.first);
    const auto from = parseTimePoint(first, zone);
    if (!from) {
        return from.error();
    }
    selection.from = *from;
    if (separator.first >= 0) {
        const auto to = parseTimePoint(trimmed.sliced(separator.first + separator.second), zone);
        if (!to) {
            return to.error();
        }
        selection.to = *to;
    }
    // Any "now" shows whether the ends are in order, unless one is fixed and the other moves.
    const bool mixed = selection.from.relative != selection.to.relative;
    const EpochMs now = 1'700'000'000'000;
    if (!mixed && selection.from.resolve(now, zone) >= selection.to.resolve(now, zone) &&
        selection.from.rounding == selection.to.rounding) {
        return badRange(trimmed, Text::tr("it ends before it begins"));
    }
    return selection;
}

const std::vector<TimeSelection> &quickTimeSelections()
{
    using Rounding = TimePoint::Rounding;
    static const std::vector<TimeSelection> selections = [] {
        std::vector<TimeSelection> list;
        for (const std::chrono::minutes span : std::initializer_list<std::chrono::minutes>{
                 5min, 15min, 30min, 1h, 3h, 6h, 12h, 24h, 48h, 168h, 720h}) {
            list.push_back(TimeSelection::last(span));
        }
        const TimePoint today{.rounding = Rounding::Day};
        list.push_back({.from = today, .to = {}});
        list.push_back({.from = {.offset = -24h, .rounding = Rounding::Day}, .to = today});
        list.push_back({.from = {.rounding = Rounding::Week}, .to = {}});
        list.push_back({.from = {.rounding = Rounding::Month}, .to = {}});
        return list;
    }();
    return selections;
}

QString timeZoneTitle(const QTimeZone &zone, EpochMs at)
{
    const int seconds = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    if (zone.id() == "UTC") {
        return u"UTC"_s;
    }
    const int minutes = std::abs(seconds) / 60;
    const QString offset = u"UTC%1%2:%3"_s.arg(QChar{seconds < 0 ? u'−' : u'+'})
                               .arg(minutes / 60, 2, 10, QChar{u'0'})
                               .arg(minutes % 60, 2, 10, QChar{u'0'});
    return offset + u' ' + QString::fromUtf8(zone.id());
}

} // namespace spillway
