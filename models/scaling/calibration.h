// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/timegrid.h"

#include <cstdint>
#include <vector>

namespace spillway {

/// How well a replay of today's policy meets what happened.
///
/// score = 1 - sum |replayed - recorded| / sum recorded, over the fit steps, at least 0: with 0.93
/// the replayed replicas were off by 7 % of the recorded replica-hours. Steps with a mark (see
/// UnfitReason) or without a recorded value take no part.
struct CalibrationScore
{
    double score = 0;
    /// The score of guessing the median of the recorded replicas all the time: a score that is not
    /// above it says nothing.
    double baseline = 0;
    double withinOne = 0; ///< share of the fit steps at which replay and record differ by at most 1
    double fitShare = 0;  ///< steps that took part; the stated confidence
    double recordedReplicas = 0; ///< mean over the fit steps
    double replayedReplicas = 0; ///< mean over the fit steps
};

struct CalibrationPeriod
{
    EpochMs from = 0;
    EpochMs to = 0;
    CalibrationScore score;
};

struct Calibration
{
    CalibrationScore whole;
    std::vector<CalibrationPeriod> periods;
    std::vector<std::uint8_t>
        marks; ///< UnfitReason flags, one a step; unknown records marked as gaps
};

/// Compares one component. Columns start with the grid; steps beyond the shorter one are gaps.
/// period: length of one period of the answer, at least one step. Pure.
[[nodiscard]] Calibration calibrate(const std::vector<std::int32_t> &replayed,
                                    const GridColumn &recorded,
                                    const std::vector<std::uint8_t> &marks, const TimeGrid &grid,
                                    std::chrono::milliseconds period);

} // namespace spillway
