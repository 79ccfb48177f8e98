// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/rangecache.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// After so many deltas in a row that contradict what is kept, deltas are not worth the trouble.
constexpr int patience = 3;

/// Values of such an expression at a step depend on the whole range asked for.
bool dependsOnRange(const QString &expr)
{
    return expr.contains("start()"_L1) || expr.contains("end()"_L1);
}

bool sameValue(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) {
        return std::isnan(a) && std::isnan(b);
    }
    // Sums over many series may be added up in another order by the next answer.
    return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

/// Whether both have the same at `time`, a gap being something too.
bool agreeAt(EpochMs time, const Series *kept, const Series *fresh)
{
    const auto valueAt = [time](const Series *series) -> std::optional<double> {
        if (!series) {
            return std::nullopt;
        }
        const auto at = std::lower_bound(series->times.begin(), series->times.end(), time);
        if (at == series->times.end() || *at != time) {
            return std::nullopt;
        }
        return series->values[static_cast<std::size_t>(at - series->times.begin())];
    };
    const std::optional<double> a = valueAt(kept);
    const std::optional<double> b = valueAt(fresh);
    return a.has_value() == b.has_value() && (!a || sameValue(*a, *b));
}

void appendFloats(Series &to, const Series &from, EpochMs first, EpochMs end)
{
    const auto begin = std::lower_bound(from.times.begin(), from.times.end(), first);
    const auto stop = std::lower_bound(begin, from.times.end(), end);
    to.times.insert(to.times.end(), begin, stop);
    to.values.insert(to.values.end(), from.values.begin() + (begin - from.times.begin()),
                     from.values.begin() + (stop - from.times.begin()));
}

void appendHistograms(Series &to, const Series &from, EpochMs first, EpochMs end)
{
    for (const HistogramSample &sample : from.histograms) {
        if (sample.time >= first && sample.time < end) {
            to.histograms.push_back(sample);
        }
    }
}

/// Kept samples in [from, seam) followed by fresh ones from seam on. Null if nothing is left.
SeriesPtr join(const Series *kept, const Series *fresh, EpochMs from, EpochMs seam)
{
    constexpr EpochMs forever = std::numeric_limits<EpochMs>::max();
    auto joined = std::make_shared<Series>();
    joined->labels = kept ? kept->labels : fresh->labels;
    const std::size_t size = (kept ? kept->size() : 0) + (fresh ? fresh->size() : 0);
    joined->times.reserve(size);
    joined->values.reserve(size);
    if (kept) {
        appendFloats(*joined, *kept, from, seam);
        appendHistograms(*joined, *kept, from, seam);
    }
    if (fresh) {
        appendFloats(*joined, *fresh, seam, forever);
        appendHistograms(*joined, *fresh, seam, forever);
    }
    return joined->isEmpty() ? nullptr : joined;
}

/// Pairs the series of two answers by their labels.
struct Pairing
{
    struct Pair
    {
        const Series *kept = nullptr;
        const Series *fresh = nullptr;
    };
    std::vector<Pair> pairs;

    Pairing(const SeriesList &kept, const SeriesList &fresh)
    {
        const auto less = [](const LabelSet *a, const LabelSet *b) { return *a < *b; };
        std::map<const LabelSet *, std::size_t, decltype(less)> index(less);
        pairs.reserve(kept.size());
        const bool sameOrder =
            kept.size() == fresh.size() && std::equal(kept.begin(), kept.end(), fresh.begin(),
                                                      [](const SeriesPtr &a, const SeriesPtr &b) {
                                                          return a->labels == b->labels;
                                                      });
        for (std::size_t i = 0; i < kept.size(); ++i) {
            pairs.push_back({kept[i].get(), sameOrder ? fresh[i].get() : nullptr});
            if (!sameOrder) {
                index.emplace(&kept[i]->labels, i);
            }
        }
        for (std::size_t i = 0; !sameOrder && i < fresh.size(); ++i) {
            const auto found = index.find(&fresh[i]->labels);
            if (found != index.end()) {
                pairs[found->second].fresh = fresh[i].get();
            } else {
                pairs.push_back({nullptr, fresh[i].get()});
            }
        }
    }
};

/// What of a range is over at `now`: the rest is still to be asked for.
TimeRange known(const TimeRange &range, std::chrono::milliseconds step, EpochMs now)
{
    if (range.to <= now) {
        return range;
    }
    const qint64 size = std::max<qint64>(1, step.count());
    return {range.from, range.from + std::max<qint64>(0, now - range.from) / size * size};
}

bool sortedByLabels(const SeriesList &list)
{
    return std::is_sorted(list.begin(), list.end(), [](const SeriesPtr &a, const SeriesPtr &b) {
        return a->labels < b->labels;
    });
}

} // namespace

RangeCache::RangeCache(RangeCachePolicy policy)
    : m_policy(policy)
{}

void RangeCache::clear()
{
    m_result = nullptr;
    m_disagreements = 0;
}

RangeCache::Plan RangeCache::plan(const QString &expr, const TimeRange &range,
                                  std::chrono::milliseconds step, EpochMs now) const
{
    const Plan full{range, true};
    const qint64 size = std::max<qint64>(1, step.count());
    const bool other = !m_result || expr != m_expr || step != m_step || dependsOnRange(expr);
    if (other || m_disagreements >= patience) {
        return full;
    }
    const bool due = m_sinceFull >= m_policy.fullEvery ||
                     now - m_fullTime >= m_policy.fullAfter.count() || now < m_fullTime;
    const bool incomplete = m_result->notes.partial || m_result->notes.truncated;
    const bool elsewhere = range.from < m_range.from || range.to < m_range.to ||
                           range.from > m_range.to || (range.from - m_range.from) % size != 0;
    if (due || incomplete || elsewhere) {
        return full;
    }
    const qint64 back = (m_policy.overlap.count() + size - 1) / size * size;
    const EpochMs seam = m_range.to - back;
    return seam <= range.from ? full : Plan{{seam, range.to}, false};
}

std::shared_ptr<const QueryResult> RangeCache::merge(const QString &expr, const TimeRange &range,
                                                     std::chrono::milliseconds step, EpochMs now,
                                                     const Plan &plan,
                                                     std::shared_ptr<const QueryResult> answer)
{
    if (plan.full || !m_result) {
        if (!plan.full) {
            return nullptr;
        }
        m_expr = expr;
        m_step = step;
        m_fullTime = now;
        m_sinceFull = 0;
        m_range = known(range, step, now);
        // A scalar or string has nothing to go on from.
        m_result = answer->type == QueryResult::Type::Matrix ? answer : nullptr;
        return answer;
    }
    const EpochMs seam = plan.range.from;
    const Pairing pairing(m_result->series, answer->series);
    const bool agree =
        std::all_of(pairing.pairs.begin(), pairing.pairs.end(), [seam](const Pairing::Pair &pair) {
            return agreeAt(seam, pair.kept, pair.fresh);
        });
    if (!agree || answer->notes.truncated || answer->type != QueryResult::Type::Matrix) {
        ++m_disagreements;
        m_result = nullptr;
        return nullptr;
    }
    auto merged = std::make_shared<QueryResult>();
    merged->type = QueryResult::Type::Matrix;
    merged->notes = answer->notes;
    merged->step = step;
    merged->bytes = answer->bytes;
    merged->series.reserve(pairing.pairs.size());
    for (const Pairing::Pair &pair : pairing.pairs) {
        if (SeriesPtr joined = join(pair.kept, pair.fresh, range.from, seam)) {
            merged->series.push_back(std::move(joined));
        }
    }
    if (sortedByLabels(m_result->series) && !sortedByLabels(merged->series)) {
        std::sort(merged->series.begin(), merged->series.end(),
                  [](const SeriesPtr &a, const SeriesPtr &b) { return a->labels < b->labels; });
    }
    m_disagreements = 0;
    ++m_sinceFull;
    m_range = known(range, step, now);
    m_result = std::move(merged);
    return m_result;
}

} // namespace spillway
