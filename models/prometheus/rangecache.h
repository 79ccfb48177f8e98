// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/queryresult.h"
#include "metrics/timerange.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace spillway {

/// When a cached range is asked for again in full, and how far back new answers overlap old ones.
struct RangeCachePolicy
{
    /// Samples this young may still change (late scrapes, remote write, VictoriaMetrics' latency
    /// offset of 30 s), so they are asked for again.
    std::chrono::milliseconds overlap{60'000};
    int fullEvery = 40; ///< refreshes
    std::chrono::milliseconds fullAfter{std::chrono::minutes{10}};
};

/// The answer to one range query, kept and moved on by asking only for what is new.
/// plan() says what to ask, merge() takes the answer. Pure: no clock, no I/O. Any one thread.
class RangeCache
{
public:
    explicit RangeCache(RangeCachePolicy policy = {});

    /// What to ask so that `range` (aligned to step) can be shown at `now`.
    struct Plan
    {
        TimeRange range;
        bool full = true;
    };
    [[nodiscard]] Plan plan(const QString &expr, const TimeRange &range,
                            std::chrono::milliseconds step, EpochMs now) const;

    /// Takes the answer to a plan and gives the whole range. Null if a delta cannot be merged (it
    /// disagrees with what is kept): ask in full, the cache is empty then.
    [[nodiscard]] std::shared_ptr<const QueryResult>
    merge(const QString &expr, const TimeRange &range, std::chrono::milliseconds step, EpochMs now,
          const Plan &plan, std::shared_ptr<const QueryResult> answer);

    void setOverlap(std::chrono::milliseconds overlap) { m_policy.overlap = overlap; }
    /// Forgets everything.
    void clear();
    [[nodiscard]] const std::shared_ptr<const QueryResult> &result() const { return m_result; }

private:
    RangeCachePolicy m_policy;
    QString m_expr;
    TimeRange m_range;
    std::chrono::milliseconds m_step{0};
    EpochMs m_fullTime = 0;
    int m_sinceFull = 0;
    int m_disagreements = 0; ///< in a row; a backend that never agrees is asked in full
    std::shared_ptr<const QueryResult> m_result;
};

} // namespace spillway
