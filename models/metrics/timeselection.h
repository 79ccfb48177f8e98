// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/timerange.h"

#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace spillway {

/// A point of time as people give it: a date, or "now-6h", or "now-1d/d" (rounded down to the day
/// in the zone in use). A value; any thread.
struct TimePoint
{
    /// What a relative time is rounded down to; weeks start on Monday.
    enum class Rounding { None, Minute, Hour, Day, Week, Month, Year };

    bool relative = true;
    EpochMs fixed = 0;                   ///< if not relative
    std::chrono::milliseconds offset{0}; ///< added to now if relative: negative is the past
    Rounding rounding = Rounding::None;

    [[nodiscard]] EpochMs resolve(EpochMs now, const QTimeZone &zone) const;
    /// "now-6h", "now/d" or "2026-11-22T09:00:00Z": parses back to the same point.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const TimePoint &, const TimePoint &) = default;
};

/// Takes what toString() writes, "now", "2026-11-22 09:00" and "2026-11-22" (in zone), RFC 3339,
/// and milliseconds or seconds since the epoch.
[[nodiscard]] Result<TimePoint> parseTimePoint(QStringView text, const QTimeZone &zone);

/// The time range that a view shows: moving with now, fixed, or mixed. A value; any thread.
struct TimeSelection
{
    TimePoint from{.offset = std::chrono::hours{-6}};
    TimePoint to{};

    [[nodiscard]] static TimeSelection last(std::chrono::milliseconds span);
    [[nodiscard]] static TimeSelection between(const TimeRange &range);

    /// True if it moves with time.
    [[nodiscard]] bool isRelative() const { return from.relative || to.relative; }
    [[nodiscard]] TimeRange resolve(EpochMs now, const QTimeZone &zone = QTimeZone::utc()) const;
    /// The same range nailed to the clock; and back: the same length up to now.
    [[nodiscard]] TimeSelection frozen(EpochMs now, const QTimeZone &zone) const;
    [[nodiscard]] TimeSelection following(EpochMs now, const QTimeZone &zone) const;
    /// Moved by a part of its length (-0.5: half a window to the past), or grown by a factor
    /// around its middle; never beyond now. The result is fixed unless it still ends at now.
    [[nodiscard]] TimeSelection panned(double part, EpochMs now, const QTimeZone &zone) const;
    [[nodiscard]] TimeSelection zoomed(double factor, EpochMs now, const QTimeZone &zone) const;

    /// "now-6h to now"; parses back.
    [[nodiscard]] QString toString() const;
    /// For people, translated: "Last 6 hours", "Yesterday", "22 Nov 09:00 – 12:00".
    [[nodiscard]] QString title(const QTimeZone &zone, const QLocale &locale) const;
    friend bool operator==(const TimeSelection &, const TimeSelection &) = default;
};

/// Takes "now-6h" (up to now), "6h", "now-2d to now-1d", "2026-11-22 09:00 to 2026-11-22 12:00"
/// and ISO intervals "from/to". The error says which half is wrong, and why.
[[nodiscard]] Result<TimeSelection> parseTimeSelection(QStringView text, const QTimeZone &zone);

/// The ranges offered first, in the order of the menu.
[[nodiscard]] const std::vector<TimeSelection> &quickTimeSelections();

/// The names of a zone for people, e.g. "UTC+08:00 Asia/Shanghai", at a time.
[[nodiscard]] QString timeZoneTitle(const QTimeZone &zone, EpochMs at);

} // namespace spillway

Q_DECLARE_METATYPE(spillway::TimeSelection)
