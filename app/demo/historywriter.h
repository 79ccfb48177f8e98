// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/metricschema.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spillway::demo {

/// Collects states of a span of time and writes them as one OpenMetrics text, series by series,
/// with the labels that Prometheus gives the live series.
/// https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md
class HistoryWriter
{
public:
    static constexpr std::int64_t rowSeconds = 30; ///< resolution of what rates are taken of

    enum class End { Open, Sampled };
    /// Only times within [from, to) are kept; a sampled end adds a row at `to`, so that what comes
    /// next follows at once.
    HistoryWriter(std::int64_t from, std::int64_t to, End end = End::Open);

    /// Takes the state if its time is that of the next row.
    void add(const WorldState &state);
    /// Error of the file, or Cancelled.
    [[nodiscard]] Result<void> write(const QString &path, const std::atomic_bool &cancelled) const;
    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    struct Column
    {
        std::string series; ///< name and labels and the space after them
        Density density = Density::Fine;
        std::vector<double> values; ///< one a row, NaN = none
    };
    class HeaderSink;
    class ValueSink;

    void appendColumn(const Column &column, std::string &text) const;
    [[nodiscard]] static bool isWanted(const Column &column, std::size_t row, double before);

    std::vector<std::int64_t> m_times; ///< of the rows
    std::size_t m_rows;
    std::vector<Column> m_columns;
    std::vector<std::string> m_stamps; ///< " <seconds>\n" of each row
    std::map<std::pair<Component, std::uint32_t>, std::size_t> m_podColumns; ///< first of a pod
    std::size_t m_next = 0;                                                  ///< row
};

} // namespace spillway::demo
