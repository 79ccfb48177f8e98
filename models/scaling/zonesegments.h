// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "metrics/timerange.h"

#include <QDateTime>
#include <QTimeZone>

#include <vector>

namespace spillway {

/// The offsets of one time zone over a span, looked up by wall clock. Wall clock times are given as
/// if they were UTC ("local milliseconds"). Immutable; any thread.
class ZoneSegments
{
public:
    /// Covers the span and two days around it.
    ZoneSegments(const QTimeZone &zone, const TimeRange &span);

    /// The first instant whose wall clock shows at least `local`: a time in a spring gap is the
    /// moment of the change, a time that comes twice in autumn is its first coming.
    [[nodiscard]] EpochMs firstAt(qint64 local) const;
    /// One past the last instant whose wall clock shows less than `local`: the end of a window. A
    /// time that comes twice is its second coming, so that a window is never interrupted.
    [[nodiscard]] EpochMs endBefore(qint64 local) const;

    /// Every instant whose wall clock shows exactly `local`: none in a gap, two in an overlap.
    [[nodiscard]] std::vector<EpochMs> instantsOf(qint64 local) const;

    /// A change of the clock inside the span, for warnings about edges near it.
    struct Change
    {
        EpochMs at = 0;
        int offsetBefore = 0; ///< seconds
        int offsetAfter = 0;
    };
    [[nodiscard]] std::vector<Change> changes() const;

private:
    struct Segment
    {
        EpochMs from = 0;
        EpochMs to = 0;
        qint64 offset = 0; ///< ms
    };
    std::vector<Segment> m_segments;
};

/// Milliseconds of a wall clock time as if it were UTC.
[[nodiscard]] qint64 localMs(const QDate &date, std::chrono::milliseconds sinceMidnight);

} // namespace spillway
