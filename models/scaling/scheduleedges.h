// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/schedule.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace spillway {

/// One change of the bounds.
struct ScheduleEdge
{
    EpochMs at = 0;
    QString utc;             ///< ISO 8601
    QString local;           ///< ISO 8601 with the offset that holds then
    bool nearChange = false; ///< within an hour of a change of the clock
    TimelineRow before;
    TimelineRow after;
};

/// The next `count` changes of the bounds after `now`.
[[nodiscard]] std::vector<ScheduleEdge> nextEdges(const std::vector<TimelineRow> &rows,
                                                  const QTimeZone &zone, EpochMs now, int count);

} // namespace spillway
