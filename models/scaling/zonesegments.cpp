// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/zonesegments.h"

#include <algorithm>
#include <limits>

namespace spillway {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

QDateTime utc(EpochMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

} // namespace

ZoneSegments::ZoneSegments(const QTimeZone &zone, const TimeRange &span)
{
    const EpochMs first = span.from - 2 * dayMs;
    const EpochMs last = span.to + 2 * dayMs;
    Segment segment;
    segment.from = std::numeric_limits<EpochMs>::min() / 4;
    segment.offset = zone.offsetFromUtc(utc(first)) * 1000LL;
    const QTimeZone::OffsetDataList transitions = zone.transitions(utc(first), utc(last));
    for (const QTimeZone::OffsetData &transition : transitions) {
        const qint64 offset = transition.offsetFromUtc * 1000LL;
        if (offset == segment.offset) {
            continue; // a change of name or rule only
        }
        segment.to = transition.atUtc.toMSecsSinceEpoch();
        m_segments.push_back(segment);
        segment = {segment.to, 0, offset};
    }
    segment.to = std::numeric_limits<EpochMs>::max() / 4;
    m_segments.push_back(segment);
}

EpochMs ZoneSegments::firstAt(qint64 local) const
{
    for (const Segment &segment : m_segments) {
        if (segment.to + segment.offset > local) {
            return std::max(segment.from, local - segment.offset);
        }
    }
    return local - m_segments.back().offset;
}

EpochMs ZoneSegments::endBefore(qint64 local) const
{
    for (auto segment = m_segments.rbegin(); segment != m_segments.rend(); ++segment) {
        if (segment->from + segment->offset < local) {
            return std::min(segment->to, local - segment->offset);
        }
    }
    return local - m_segments.front().offset;
}

std::vector<EpochMs> ZoneSegments::instantsOf(qint64 local) const
{
    std::vector<EpochMs> found;
    for (const Segment &segment : m_segments) {
        const EpochMs time = local - segment.offset;
        if (time >= segment.from && time < segment.to) {
            found.push_back(time);
        }
    }
    return found;
}

std::vector<ZoneSegments::Change> ZoneSegments::changes() const
{
    std::vector<Change> found;
    for (std::size_t i = 1; i < m_segments.size(); ++i) {
        found.push_back({m_segments[i].from, static_cast<int>(m_segments[i - 1].offset / 1000),
                         static_cast<int>(m_segments[i].offset / 1000)});
    }
    return found;
}

qint64 localMs(const QDate &date, std::chrono::milliseconds sinceMidnight)
{
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * dayMs + sinceMidnight.count();
}

} // namespace spillway
