// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/timerange.h"
#include "policy/policyparser.h"

#include <QString>

#include <vector>

namespace spillway {

/// A policy file with the holidays of its calendars.
struct PolicyArgument
{
    Policy policy;
    PolicyPositions positions;
    std::vector<DateSpan> calendarDays;
};

/// Reads a policy file and the iCalendar files beside it. Errors: File; of a file that is wrong the
/// last problem, the others are said on stderr before.
[[nodiscard]] Result<PolicyArgument> readPolicyArgument(const QString &file,
                                                        const TimeRange &within);

/// A policy file alone, without its calendars. Errors as above.
[[nodiscard]] Result<Policy> readPolicyAlone(const QString &file);

/// An error of a part of the policy, with the place in its file.
[[nodiscard]] Error placed(Error error, const PolicyPositions &positions);

} // namespace spillway
