// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/calibration.h"

#include "scaling/fitline.h"
#include "scaling/servicefit.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

CalibrationScore scoreOf(const std::vector<std::int32_t> &replayed, const GridColumn &recorded,
                         const std::vector<std::uint8_t> &marks, std::size_t from, std::size_t to)
{
    std::vector<double> values;
    for (std::size_t i = from; i < to; ++i) {
        if (marks[i] == Fit) {
            values.push_back(recorded[i]);
        }
    }
    CalibrationScore score;
    if (values.empty()) {
        return score;
    }
    const double median = medianOf(values);
    double sum = 0;
    double sumReplayed = 0;
    double error = 0;
    double guessError = 0;
    double near = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (marks[i] != Fit) {
            continue;
        }
        const double difference = std::abs(replayed[i] - recorded[i]);
        sum += recorded[i];
        sumReplayed += replayed[i];
        error += difference;
        guessError += std::abs(median - recorded[i]);
        near += difference <= 1 ? 1 : 0;
    }
    const auto count = static_cast<double>(values.size());
    const auto share = [sum](double wrong) {
        // Nothing recorded: right only if nothing was replayed.
        return sum > 0 ? std::max(0.0, 1 - wrong / sum) : wrong > 0 ? 0.0 : 1.0;
    };
    score.score = share(error);
    score.baseline = share(guessError);
    score.withinOne = near / count;
    score.fitShare = count / static_cast<double>(to - from);
    score.recordedReplicas = sum / count;
    score.replayedReplicas = sumReplayed / count;
    return score;
}

} // namespace

Calibration calibrate(const std::vector<std::int32_t> &replayed, const GridColumn &recorded,
                      const std::vector<std::uint8_t> &marks, const TimeGrid &grid,
                      std::chrono::milliseconds period)
{
    Calibration calibration;
    calibration.marks.assign(grid.count, Fit);
    for (std::size_t i = 0; i < grid.count; ++i) {
        const unsigned given = i < marks.size() ? marks[i] : 0U;
        const bool known = i < recorded.size() && i < replayed.size() && recorded[i] >= 0 &&
                           std::isfinite(recorded[i]);
        calibration.marks[i] = static_cast<std::uint8_t>(given | (known ? 0U : unsigned{UnfitGap}));
    }
    calibration.whole = scoreOf(replayed, recorded, calibration.marks, 0, grid.count);
    const auto length = static_cast<std::size_t>(
        std::max<std::int64_t>(1, grid.step.count() > 0 ? period.count() / grid.step.count() : 1));
    for (std::size_t from = 0; from < grid.count; from += length) {
        const std::size_t to = std::min(grid.count, from + length);
        calibration.periods.push_back({grid.time(from), grid.time(to),
                                       scoreOf(replayed, recorded, calibration.marks, from, to)});
    }
    return calibration;
}

} // namespace spillway
