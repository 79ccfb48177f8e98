// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/samplewalker.h"

#include "metrics/counterreset.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

struct Spread
{
    double mean = 0;
    double deviation = 0;
};

Spread spreadOf(const std::vector<double> &values)
{
    double count = 0;
    Spread spread;
    double squares = 0; // Welford: large counters must not lose their variation
    for (const double value : values) {
        if (std::isfinite(value)) {
            ++count;
            const double delta = value - spread.mean;
            spread.mean += delta / count;
            squares += delta * (value - spread.mean);
        }
    }
    spread.deviation = count > 1 ? std::sqrt(squares / (count - 1)) : 0;
    return spread;
}

bool crosses(double before, double after, const std::vector<ChartThreshold> &thresholds)
{
    return std::any_of(thresholds.begin(), thresholds.end(), [=](const ChartThreshold &threshold) {
        return (before < threshold.value) != (after < threshold.value);
    });
}

bool isShown(const SampleWalker::Context &context, std::size_t series)
{
    return series < context.series.size() && series < context.visible.size() &&
           context.visible[series] && context.series[series].data &&
           context.series[series].data->size() > 0;
}

/// Samples of a series in the shown range, as [begin, end).
std::pair<std::size_t, std::size_t> samplesInRange(const Series &series, const TimeRange &range)
{
    const auto begin = std::lower_bound(series.times.begin(), series.times.end(), range.from);
    const auto end = std::upper_bound(begin, series.times.end(), range.to);
    return {static_cast<std::size_t>(begin - series.times.begin()),
            static_cast<std::size_t>(end - series.times.begin())};
}

} // namespace

std::optional<std::size_t> nearestSample(const Series &series, EpochMs time)
{
    if (series.times.empty()) {
        return std::nullopt;
    }
    const auto after = std::lower_bound(series.times.begin(), series.times.end(), time);
    if (after == series.times.begin()) {
        return 0;
    }
    const auto at = static_cast<std::size_t>(after - series.times.begin());
    if (after == series.times.end() || time - series.times[at - 1] <= series.times[at] - time) {
        return at - 1;
    }
    return at;
}

std::vector<std::size_t> anomalies(const ChartSeries &series, EpochMs step,
                                   const std::vector<ChartThreshold> &thresholds)
{
    std::vector<std::size_t> found;
    if (!series.data) {
        return found;
    }
    const std::vector<EpochMs> &times = series.data->times;
    const std::vector<double> &values = series.data->values;
    const Spread spread = spreadOf(values);
    const auto isOutlier = [&](double value) {
        return spread.deviation > 0 && std::abs(value - spread.mean) > 3 * spread.deviation;
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool gap = i > 0 && step > 0 && times[i] - times[i - 1] > step + step / 2;
        const bool reset = series.counter && isCounterReset(*series.data, i);
        const bool bothFinite = i > 0 && std::isfinite(values[i]) && std::isfinite(values[i - 1]);
        const bool outlier = isOutlier(values[i]) && (i == 0 || !isOutlier(values[i - 1]));
        if (!std::isfinite(values[i]) || gap || reset || outlier ||
            (bothFinite && crosses(values[i - 1], values[i], thresholds))) {
            found.push_back(i);
        }
    }
    return found;
}

void SampleWalker::rebase(const Context &context, EpochMs time)
{
    if (!m_position) {
        return;
    }
    if (!isShown(context, m_position->series)) {
        m_position.reset();
        return;
    }
    m_position->sample = *nearestSample(*context.series[m_position->series].data, time);
}

bool SampleWalker::move(Move move, const Context &context)
{
    if (!m_position || !isShown(context, m_position->series) ||
        m_position->sample >= context.series[m_position->series].data->size()) {
        return enter(context);
    }
    switch (move) {
    case Move::Up:
    case Move::Down:
        return stepSeries(context, move == Move::Up);
    case Move::NextAnomaly:
    case Move::PreviousAnomaly:
        return stepAnomaly(context, move == Move::NextAnomaly);
    default:
        return stepSample(context, move);
    }
}

bool SampleWalker::enter(const Context &context)
{
    for (std::size_t i = 0; i < context.series.size(); ++i) {
        if (isShown(context, i)) {
            const auto [begin, end] = samplesInRange(*context.series[i].data, context.range);
            if (begin < end) {
                m_position = SamplePosition{i, end - 1};
                return true;
            }
        }
    }
    m_position.reset();
    return false;
}

bool SampleWalker::stepSample(const Context &context, Move move)
{
    const auto [begin, end] =
        samplesInRange(*context.series[m_position->series].data, context.range);
    if (begin >= end) {
        return false;
    }
    const std::size_t at = std::clamp(m_position->sample, begin, end - 1);
    std::size_t target = at;
    switch (move) {
    case Move::Left:
        target = at > begin ? at - 1 : begin;
        break;
    case Move::Right:
        target = std::min(at + 1, end - 1);
        break;
    case Move::First:
        target = begin;
        break;
    default:
        target = end - 1;
        break;
    }
    const bool moved = target != m_position->sample;
    m_position->sample = target;
    return moved;
}

bool SampleWalker::stepSeries(const Context &context, bool up)
{
    const EpochMs time = context.series[m_position->series].data->times[m_position->sample];
    const std::size_t count = context.series.size();
    std::size_t next = m_position->series;
    for (std::size_t tried = 1; tried < count; ++tried) {
        next = (next + (up ? count - 1 : 1)) % count;
        if (!isShown(context, next)) {
            continue;
        }
        const Series &series = *context.series[next].data;
        const auto [begin, end] = samplesInRange(series, context.range);
        if (begin < end) {
            const std::size_t nearest = *nearestSample(series, time);
            m_position = SamplePosition{next, std::clamp(nearest, begin, end - 1)};
            return true;
        }
    }
    return false;
}

bool SampleWalker::stepAnomaly(const Context &context, bool forward)
{
    const ChartSeries &series = context.series[m_position->series];
    std::vector<std::size_t> all = anomalies(series, context.step, context.thresholds);
    if (!forward) {
        std::reverse(all.begin(), all.end());
    }
    for (const std::size_t at : all) {
        const bool onward = forward ? at > m_position->sample : at < m_position->sample;
        if (onward && context.range.contains(series.data->times[at])) {
            m_position->sample = at;
            return true;
        }
    }
    return false;
}

} // namespace spillway
