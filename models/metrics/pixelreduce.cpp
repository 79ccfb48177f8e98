// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/pixelreduce.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Extent
{
    double min = infinity;
    double max = -infinity;
    bool finite = true;
};

/// Four independent chains keep the processor's minimum and maximum units busy; v * 0 is NaN for
/// NaN and infinities and so finds them without a branch.
Extent scan(const double *values, std::size_t count)
{
    double low[4] = {infinity, infinity, infinity, infinity};
    double high[4] = {-infinity, -infinity, -infinity, -infinity};
    double check[4] = {0, 0, 0, 0};
    std::size_t at = 0;
    for (; at + 4 <= count; at += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            const double value = values[at + lane];
            low[lane] = value < low[lane] ? value : low[lane];
            high[lane] = value > high[lane] ? value : high[lane];
            check[lane] += value * 0;
        }
    }
    for (; at < count; ++at) {
        const double value = values[at];
        low[0] = value < low[0] ? value : low[0];
        high[0] = value > high[0] ? value : high[0];
        check[0] += value * 0;
    }
    const double sum = (check[0] + check[1]) + (check[2] + check[3]);
    return {std::min(std::min(low[0], low[1]), std::min(low[2], low[3])),
            std::max(std::max(high[0], high[1]), std::max(high[2], high[3])), sum == 0};
}

class Reducer
{
public:
    Reducer(std::span<const EpochMs> times, std::span<const double> values,
            const ReduceOptions &options, PixelColumns &out)
        : m_times(times)
        , m_values(values)
        , m_options(options)
        , m_out(out)
        , m_length(options.range.to - options.range.from)
        , m_pixelsPerMs(static_cast<double>(options.width) / static_cast<double>(m_length))
        , m_gap(options.step > 0 ? options.step + options.step / 2
                                 : std::numeric_limits<EpochMs>::max())
    {
        const auto spacing = static_cast<double>(times.back() - times.front());
        m_perMs = spacing > 0 ? static_cast<double>(times.size() - 1) / spacing : 0;
    }

    void run()
    {
        const std::size_t begin = lowerBound(m_options.range.from, 0);
        const std::size_t end = lowerBound(m_options.range.to + 1, begin);
        if (begin > 0) {
            addNeighbour(begin - 1, -1);
        }
        addColumns(begin, end);
        if (end < m_times.size()) {
            addNeighbour(end, m_options.width);
        }
        m_out.dense = (end - begin) * 4 > m_out.columns.size() * 5;
    }

private:
    /// First index >= from whose time is >= time. Samples are nearly always evenly spaced: guess,
    /// check the two neighbours, and only search if the guess was wrong.
    [[nodiscard]] std::size_t lowerBound(EpochMs time, std::size_t from) const
    {
        const std::size_t size = m_times.size();
        const double guess = static_cast<double>(time - m_times.front()) * m_perMs;
        if (guess > 0 && guess < static_cast<double>(size - 1)) {
            auto at = static_cast<std::size_t>(guess);
            at += m_times[at] < time ? 1 : 0;
            if (at > from && m_times[at] >= time && m_times[at - 1] < time) {
                return at;
            }
        }
        // Gallop: the edges of columns are asked for in order, the answer is not far.
        std::size_t low = from;
        std::size_t stride = 8;
        while (low + stride < size && m_times[low + stride] < time) {
            low += stride;
            stride *= 2;
        }
        const std::size_t high = std::min(size, low + stride + 1);
        const auto first = m_times.begin();
        return static_cast<std::size_t>(std::lower_bound(first + static_cast<std::ptrdiff_t>(low),
                                                         first + static_cast<std::ptrdiff_t>(high),
                                                         time) -
                                        first);
    }

    /// The first millisecond of a column, by the same arithmetic that puts a time into its column.
    [[nodiscard]] EpochMs columnStart(EpochMs column) const
    {
        return m_options.range.from + (column * m_length + m_options.width - 1) / m_options.width;
    }

    [[nodiscard]] int columnOf(EpochMs time) const
    {
        const EpochMs column = (time - m_options.range.from) * m_options.width / m_length;
        return static_cast<int>(std::min<EpochMs>(column, m_options.width - 1));
    }

    [[nodiscard]] float positionOf(std::size_t at) const
    {
        return static_cast<float>(static_cast<double>(m_times[at] - m_options.range.from) *
                                  m_pixelsPerMs);
    }

    void addColumns(std::size_t begin, std::size_t end)
    {
        while (begin < end) {
            const int column = columnOf(m_times[begin]);
            const bool lastColumn = column + 1 >= m_options.width;
            const std::size_t next =
                lastColumn ? end : std::min(end, lowerBound(columnStart(column + 1), begin + 1));
            addColumn(column, begin, next);
            begin = next;
        }
    }

    void addColumn(int x, std::size_t begin, std::size_t end)
    {
        PixelColumn column;
        column.x = x;
        column.begin = begin;
        column.end = end;
        column.firstX = positionOf(begin);
        column.lastX = positionOf(end - 1);
        column.gapBefore = m_broken || begin == 0 || m_times[begin] - m_times[begin - 1] > m_gap;
        const Extent extent = scan(m_values.data() + begin, end - begin);
        if (extent.finite && !(m_options.positiveOnly && extent.min <= 0)) {
            column.count = static_cast<std::int32_t>(end - begin);
            column.first = m_values[begin];
            column.last = m_values[end - 1];
            column.min = extent.min;
            column.max = extent.max;
            m_broken = false;
        } else {
            addWithMarks(column);
        }
        if (m_options.counter) {
            markResets(column);
        }
        if (column.count > 0) {
            const bool isFirst = !m_out.hasValues();
            m_out.min = isFirst ? column.min : std::min(m_out.min, column.min);
            m_out.max = isFirst ? column.max : std::max(m_out.max, column.max);
        }
        m_out.columns.push_back(column);
    }

    [[nodiscard]] std::uint8_t markOf(double value) const
    {
        if (std::isnan(value)) {
            return MarkNan;
        }
        if (std::isinf(value)) {
            return value > 0 ? MarkPlusInf : MarkMinusInf;
        }
        return m_options.positiveOnly && value <= 0 ? MarkNotPositive : 0;
    }

    /// The slow way, for the few columns with something that is not a number.
    void addWithMarks(PixelColumn &column)
    {
        for (std::size_t at = column.begin; at < column.end; ++at) {
            const double value = m_values[at];
            if (const std::uint8_t mark = markOf(value)) {
                column.marks |= mark;
                m_broken = true;
                column.gapBefore = column.gapBefore || column.count == 0;
                continue;
            }
            if (column.count == 0) {
                column.first = column.min = column.max = value;
                column.firstX = positionOf(at);
            }
            column.min = std::min(column.min, value);
            column.max = std::max(column.max, value);
            column.last = value;
            column.lastX = positionOf(at);
            ++column.count;
            m_broken = false;
        }
    }

    void markResets(PixelColumn &column) const
    {
        for (std::size_t at = std::max<std::size_t>(column.begin, 1); at < column.end; ++at) {
            if (m_values[at] < m_values[at - 1]) {
                column.marks |= MarkReset;
                return;
            }
        }
    }

    void addNeighbour(std::size_t at, int x)
    {
        const double value = m_values[at];
        if (markOf(value) != 0) {
            m_broken = true;
            return;
        }
        PixelColumn column;
        column.x = x;
        column.begin = at;
        column.end = at + 1;
        column.count = 1;
        column.firstX = column.lastX = positionOf(at);
        column.first = column.last = column.min = column.max = value;
        column.gapBefore = m_broken || at == 0 || m_times[at] - m_times[at - 1] > m_gap;
        m_out.columns.push_back(column);
        m_broken = false;
    }

    std::span<const EpochMs> m_times;
    std::span<const double> m_values;
    const ReduceOptions &m_options;
    PixelColumns &m_out;
    EpochMs m_length;
    double m_pixelsPerMs;
    EpochMs m_gap;
    double m_perMs = 0;
    bool m_broken = false; ///< the sample before cannot be drawn
};

} // namespace

void reduceToPixels(std::span<const EpochMs> times, std::span<const double> values,
                    const ReduceOptions &options, PixelColumns &out)
{
    out.columns.clear();
    out.min = 0;
    out.max = -1;
    out.dense = false;
    if (times.empty() || times.size() != values.size() || !options.range.isValid() ||
        options.width <= 0) {
        return;
    }
    out.columns.reserve(std::min(times.size(), static_cast<std::size_t>(options.width)) + 2);
    Reducer{times, values, options, out}.run();
}

PixelColumns reduceToPixels(std::span<const EpochMs> times, std::span<const double> values,
                            const ReduceOptions &options)
{
    PixelColumns out;
    reduceToPixels(times, values, options, out);
    return out;
}

} // namespace spillway
