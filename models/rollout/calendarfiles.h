// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "policy/policy.h"
#include "scaling/schedule.h"

namespace spillway {

/// The holidays of a policy's iCalendar files.
struct CalendarReading
{
    std::vector<DateSpan> days;
    std::vector<Error> problems; ///< of files and of what they say
};

/// Reads the files that the policy names, beside its own file. For as long as a timeline is kept in
/// the cluster: from half a horizon ago, so that an old timeline is made again as it was, to the
/// end of one that begins today. Blocks; any thread.
[[nodiscard]] CalendarReading readCalendars(const Policy &policy, const QString &policyFile,
                                            EpochMs now);

} // namespace spillway
