// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/forecast.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

constexpr qint64 hourMs = 3600 * 1000;
constexpr int hoursOfWeek = 168;
constexpr double lowQuantile = 0.1;
constexpr double highQuantile = 0.9;
/// Beyond it a profile of a few weeks says nothing.
constexpr qint64 longestSpanMs = 800LL * 24 * hourMs;
constexpr std::size_t draws = 500;
/// So many weeks make the full confidence.
constexpr double enoughWeeks = 4;

double quantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (at - static_cast<double>(below));
}

EpochMs floorHour(EpochMs time)
{
    return time - ((time % hourMs) + hourMs) % hourMs;
}

/// The usual distance between samples.
qint64 stepOf(const std::vector<EpochMs> &times)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < times.size(); ++i) {
        steps.push_back(static_cast<double>(times[i] - times[i - 1]));
    }
    return steps.empty() ? hourMs : std::max<qint64>(1, std::llround(quantile(steps, 0.5)));
}

/// Hours that are alike where an hour of the week was never seen: those of the day, work days and
/// week-ends apart.
int kindOf(int hourOfWeek)
{
    return hourOfWeek % 24 + (hourOfWeek >= 5 * 24 ? 24 : 0);
}

/// The median of all but one of the values.
double medianWithout(std::vector<double> values, std::size_t left)
{
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(left));
    return quantile(std::move(values), 0.5);
}

} // namespace

int WeeklyForecast::hourOfWeek(EpochMs time) const
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    const QDateTime local = utc.addSecs(m_zone.offsetFromUtc(utc));
    return (local.date().dayOfWeek() - 1) * 24 + local.time().hour();
}

void WeeklyForecast::readHours(const Series &history)
{
    const double expected =
        std::max(1.0, static_cast<double>(hourMs) / static_cast<double>(stepOf(history.times)));
    std::size_t i = 0;
    while (i < history.size()) {
        const EpochMs from = floorHour(history.times[i]);
        double sum = 0;
        int count = 0;
        for (; i < history.size() && history.times[i] < from + hourMs; ++i) {
            if (std::isfinite(history.values[i])) {
                sum += history.values[i];
                ++count;
            }
        }
        if (count > 0 && count * 2 >= expected) {
            m_hours.push_back({from, hourOfWeek(from), sum / count});
        }
    }
    if (!history.times.empty()) {
        const qint64 hours =
            (floorHour(history.times.back()) - floorHour(history.times.front())) / hourMs + 1;
        m_cover = static_cast<double>(m_hours.size()) / static_cast<double>(hours);
    }
}

void WeeklyForecast::fillProfile(const std::vector<Hour> &hours)
{
    std::array<std::vector<double>, hoursOfWeek> own;
    std::array<std::vector<double>, 48> alike;
    for (const Hour &hour : hours) {
        own.at(static_cast<std::size_t>(hour.ofWeek)).push_back(hour.value);
        alike.at(static_cast<std::size_t>(kindOf(hour.ofWeek))).push_back(hour.value);
    }
    for (std::size_t slot = 0; slot < own.size(); ++slot) {
        const std::vector<double> &others =
            alike.at(static_cast<std::size_t>(kindOf(static_cast<int>(slot))));
        if (!own.at(slot).empty()) {
            m_profile.at(slot) = {quantile(own.at(slot), 0.5), true, false};
        } else if (!others.empty()) {
            m_profile.at(slot) = {quantile(others, 0.5), true, true};
        }
    }
}

/// Each hour against what the other weeks say about it: its own value must not help to guess it.
void WeeklyForecast::fillResiduals(const std::vector<Hour> &hours)
{
    std::map<int, std::vector<double>> own;
    std::map<int, std::vector<double>> alike;
    for (const Hour &hour : hours) {
        own[hour.ofWeek].push_back(hour.value);
        alike[kindOf(hour.ofWeek)].push_back(hour.value);
    }
    std::map<int, std::size_t> ownSeen;
    std::map<int, std::size_t> alikeSeen;
    std::vector<double> ratios;
    std::map<qint64, std::pair<double, double>> days; // value and expected
    for (const Hour &hour : hours) {
        const std::size_t inOwn = ownSeen[hour.ofWeek]++;
        const std::size_t inAlike = alikeSeen[kindOf(hour.ofWeek)]++;
        double expected = 0;
        if (own[hour.ofWeek].size() > 1) {
            expected = medianWithout(own[hour.ofWeek], inOwn);
        } else if (alike[kindOf(hour.ofWeek)].size() > 1) {
            expected = medianWithout(alike[kindOf(hour.ofWeek)], inAlike);
        }
        if (expected > 0) {
            ratios.push_back(hour.value / expected);
            auto &[value, sum] = days[hour.from / (24 * hourMs)];
            value += hour.value;
            sum += expected;
        }
    }
    if (!ratios.empty()) {
        m_low = std::min(1.0, quantile(ratios, lowQuantile));
        m_high = std::max(1.0, quantile(ratios, highQuantile));
    }
    for (const auto &[day, sums] : days) {
        m_dayRatios.push_back(sums.first / sums.second);
    }
}

Result<WeeklyForecast> WeeklyForecast::fit(const Series &history, const QTimeZone &zone,
                                           const std::vector<TimeRange> &without)
{
    const auto refuse = [](const QString &why, const QString &advice) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = Text::tr("Cannot make a forecast"),
                     .why = why,
                     .advice = advice};
    };
    if (!zone.isValid()) {
        return refuse(Text::tr("the time zone is not known"),
                      Text::tr("Use an IANA name such as Asia/Shanghai."));
    }
    WeeklyForecast forecast;
    forecast.m_zone = zone;
    forecast.readHours(history);
    std::vector<Hour> ordinary;
    for (const Hour &hour : forecast.m_hours) {
        const bool left = std::any_of(without.begin(), without.end(), [&](const TimeRange &span) {
            return hour.from < span.to && hour.from + hourMs > span.from;
        });
        if (!left) {
            ordinary.push_back(hour);
        }
    }
    if (ordinary.size() < hoursOfWeek) {
        return refuse(Text::tr("only %n hours of ordinary traffic are known", nullptr,
                               static_cast<int>(ordinary.size())),
                      Text::tr("Give a history of a week at least, better of four."));
    }
    forecast.m_weeks = static_cast<double>(ordinary.size()) / hoursOfWeek;
    forecast.fillProfile(ordinary);
    forecast.fillResiduals(ordinary);
    return forecast;
}

ForecastPoint WeeklyForecast::pointAt(const TimeRange &hour, double growth) const
{
    const Slot &slot = m_profile.at(static_cast<std::size_t>(hourOfWeek(hour.from)));
    if (!slot.known) {
        return {hour, std::nullopt, false};
    }
    const double middle = slot.value * growth;
    const double low = middle * m_low;
    const double high = middle * m_high;
    return {hour, ForecastBand{std::min(low, high), middle, std::max(low, high)}, slot.borrowed};
}

/// Days are drawn from the past in runs, as good and bad days come in runs. The draws are the same
/// each time.
ForecastBand WeeklyForecast::sumBand(const std::vector<double> &days, double middle,
                                     double hours) const
{
    // Within a day hours do not even one another out.
    const bool isShort = hours < 12;
    if (isShort || m_dayRatios.size() < 2) {
        return {std::min(middle * m_low, middle * m_high), middle,
                std::max(middle * m_low, middle * m_high)};
    }
    const std::size_t run = std::clamp<std::size_t>(m_dayRatios.size() / 2, 1, 7);
    std::mt19937_64 random(20); // NOLINT: on purpose the same
    std::vector<double> sums;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        double sum = 0;
        std::size_t at = 0;
        for (std::size_t day = 0; day < days.size(); ++day) {
            at = day % run == 0 ? random() % m_dayRatios.size() : (at + 1) % m_dayRatios.size();
            sum += days[day] * m_dayRatios[at];
        }
        sums.push_back(sum);
    }
    return {std::min(middle, quantile(sums, lowQuantile)), middle,
            std::max(middle, quantile(sums, highQuantile))};
}

ForecastTotal WeeklyForecast::over(const TimeRange &span, double growth) const
{
    ForecastTotal total;
    const EpochMs to = std::min(span.to, span.from + longestSpanMs);
    std::vector<double> days;
    double middle = 0;
    double knownMs = 0;
    double borrowedMs = 0;
    for (EpochMs from = span.from; from < to; from += hourMs) {
        const TimeRange hour{from, std::min(from + hourMs, to)};
        const auto length = static_cast<double>(hour.to - hour.from);
        const ForecastPoint point = pointAt(hour, growth);
        const auto day = static_cast<std::size_t>((from - span.from) / (24 * hourMs));
        days.resize(day + 1);
        if (point.value) {
            const double amount = point.value->middle * length / hourMs;
            days[day] += amount;
            middle += amount;
            knownMs += length;
            borrowedMs += point.borrowed ? length : 0;
        }
        total.hours.push_back(point);
    }
    if (total.hours.empty()) {
        return total;
    }
    const auto spanMs = static_cast<double>(to - span.from);
    total.value = sumBand(days, middle, spanMs / hourMs);
    total.knownShare = knownMs / spanMs;
    const double borrowed = knownMs > 0 ? borrowedMs / knownMs : 0;
    total.confidence = std::min(1.0, m_cover) * std::min(1.0, m_weeks / enoughWeeks) *
                       (1 - borrowed / 2) * total.knownShare;
    return total;
}

std::vector<double> WeeklyForecast::upliftsOf(const std::vector<TimeRange> &references) const
{
    std::vector<double> uplifts;
    for (const TimeRange &reference : references) {
        double recorded = 0;
        double ordinary = 0;
        double known = 0;
        for (const Hour &hour : m_hours) {
            const Slot &slot = m_profile.at(static_cast<std::size_t>(hour.ofWeek));
            if (hour.from >= reference.from && hour.from < reference.to && slot.known) {
                recorded += hour.value;
                ordinary += slot.value;
                known += hourMs;
            }
        }
        if (ordinary > 0 && known * 2 >= static_cast<double>(reference.to - reference.from)) {
            uplifts.push_back(recorded / ordinary);
        }
    }
    return uplifts;
}

ForecastTotal WeeklyForecast::event(const ForecastEvent &event) const
{
    ForecastTotal total = over(event.span, event.growth);
    if (event.references.empty()) {
        return total;
    }
    const std::vector<double> uplifts = upliftsOf(event.references);
    if (uplifts.empty()) {
        total.confidence /= 2; // what was asked for is not known
        return total;
    }
    const double low = quantile(uplifts, lowQuantile);
    const double middle = quantile(uplifts, 0.5);
    const double high = quantile(uplifts, highQuantile);
    const auto lift = [&](ForecastBand &band) {
        band = {band.low * low, band.middle * middle, band.high * high};
    };
    lift(total.value);
    for (ForecastPoint &point : total.hours) {
        if (point.value) {
            lift(*point.value);
        }
    }
    total.confidence *=
        static_cast<double>(uplifts.size()) / static_cast<double>(event.references.size());
    return total;
}

} // namespace spillway
