// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/scheduleedges.h"

#include "scaling/zonesegments.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

namespace spillway {

namespace {

constexpr qint64 hourMs = 3600 * 1000;

QString isoLocal(EpochMs time, const QTimeZone &zone)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return utc.toOffsetFromUtc(zone.offsetFromUtc(utc)).toString(Qt::ISODate);
}

} // namespace

std::vector<ScheduleEdge> nextEdges(const std::vector<TimelineRow> &rows, const QTimeZone &zone,
                                    EpochMs now, int count)
{
    std::vector<ScheduleEdge> edges;
    if (rows.empty() || !zone.isValid()) {
        return edges;
    }
    const auto changes = ZoneSegments(zone, {rows.front().from, rows.back().to}).changes();
    for (std::size_t i = 1; i < rows.size() && static_cast<int>(edges.size()) < count; ++i) {
        const EpochMs at = rows[i].from;
        if (at <= now) {
            continue;
        }
        const bool near =
            std::any_of(changes.begin(), changes.end(), [at](const ZoneSegments::Change &change) {
                return std::abs(change.at - at) <= hourMs;
            });
        edges.push_back({at, QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate),
                         isoLocal(at, zone), near, rows[i - 1], rows[i]});
    }
    return edges;
}

} // namespace spillway
