// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/series.h"
#include "metrics/timerange.h"

#include <QTimeZone>

#include <array>
#include <optional>
#include <vector>

namespace spillway {

/// A value with the band in which it falls eight times of ten.
struct ForecastBand
{
    double low = 0;
    double middle = 0;
    double high = 0;
    friend bool operator==(const ForecastBand &, const ForecastBand &) = default;
};

/// One hour of a forecast.
struct ForecastPoint
{
    TimeRange hour;
    std::optional<ForecastBand> value; ///< none: never seen, so unknown
    bool borrowed =
        false; ///< from the same hour of other days, as this hour of the week is unknown
};

/// The sum over a span, in (unit of the history) x hours.
struct ForecastTotal
{
    ForecastBand value;    ///< of the hours that are known
    double knownShare = 0; ///< of the span's time; what is missing is not in the value
    double confidence = 0; ///< 0..1: history's cover, weeks seen, hours that had to be borrowed
    std::vector<ForecastPoint> hours;
};

/// An expected event: ordinary traffic times a factor, or as at earlier events of the kind.
struct ForecastEvent
{
    TimeRange span;
    double growth = 1;                 ///< on top of what the references say
    std::vector<TimeRange> references; ///< earlier events, as recorded in the history
};

/// A weekly profile of a quantity (requests a second, cost an hour): the median of each hour of the
/// week in local time (no trend: growth is the caller's), with what it was off by in the past. Gaps
/// and NaN are unknown, never zero. Deterministic; immutable; any thread.
class WeeklyForecast
{
public:
    /// Hours that hold less than half of their samples are unknown. InvalidInput: less than a week
    /// of known hours, or a zone that is not known.
    /// `without`: spans that are no ordinary traffic, such as events.
    [[nodiscard]] static Result<WeeklyForecast> fit(const Series &history, const QTimeZone &zone,
                                                    const std::vector<TimeRange> &without = {});

    /// Over whole hours from span.from; ordinary traffic times growth.
    [[nodiscard]] ForecastTotal over(const TimeRange &span, double growth = 1) const;
    /// With references the factor is measured against the profile, and its spread widens the band;
    /// a reference of which less than half is known is left out.
    [[nodiscard]] ForecastTotal event(const ForecastEvent &event) const;

    /// Share of the history's hours that is known.
    [[nodiscard]] double cover() const { return m_cover; }

private:
    struct Hour
    {
        EpochMs from = 0;
        int ofWeek = 0; ///< 0 = Monday 00:00, local
        double value = 0;
    };
    struct Slot
    {
        double value = 0;
        bool known = false;
        bool borrowed = false;
    };
    using Profile = std::array<Slot, 168>;

    [[nodiscard]] int hourOfWeek(EpochMs time) const;
    void readHours(const Series &history);
    void fillProfile(const std::vector<Hour> &hours);
    void fillResiduals(const std::vector<Hour> &hours);
    [[nodiscard]] ForecastPoint pointAt(const TimeRange &hour, double growth) const;
    [[nodiscard]] ForecastBand sumBand(const std::vector<double> &days, double middle,
                                       double hours) const;
    [[nodiscard]] std::vector<double> upliftsOf(const std::vector<TimeRange> &references) const;

    QTimeZone m_zone;
    Profile m_profile{};
    double m_low = 1; ///< quantiles of value / expected of single hours
    double m_high = 1;
    std::vector<double> m_dayRatios; ///< value / expected of whole days, in order
    std::vector<Hour> m_hours;       ///< all that are known, events too
    double m_cover = 0;
    double m_weeks = 0; ///< of known ordinary hours
};

} // namespace spillway
