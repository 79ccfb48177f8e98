// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/schedule.h"

#include <vector>

namespace spillway {

/// One stretch during which one part of the schedule says one thing.
struct ScheduleAtom
{
    /// Before: lead time or a rising ramp, so pods start although the part does not hold yet.
    /// After: a falling ramp. Only a floor that holds can contradict a cap.
    enum class Phase { Before, Holds, After };

    EpochMs from = 0;
    EpochMs to = 0;
    ScheduleLane lane = ScheduleLane::Base;
    std::optional<int> floor;
    std::optional<int> cap;
    /// A step of a ramp: the floor lies this far (0..1) between what holds without the event and
    /// the event's floor. 1 for everything else.
    double share = 1;
    const QString *name = nullptr;              ///< of the schedule's part
    const DocumentPosition *position = nullptr; ///< of the schedule's part
    Phase phase = Phase::Holds;
};

/// Cuts the parts of a schedule into atoms; the schedule must outlive them. Pure calendar work:
/// zones, clock changes, overnight windows, holidays, "otherwise", lead time, ramps.
[[nodiscard]] std::vector<ScheduleAtom> scheduleAtoms(const Schedule &schedule,
                                                      const TimeRange &span);

} // namespace spillway
