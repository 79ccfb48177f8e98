// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "prometheus/samplescanner.h"

#include <QByteArray>

#include <vector>

namespace spillway {

/// Appends pairs as columns of exactly the size needed.
void appendSamples(const std::vector<ScannedSample> &samples, Series &series);

/// The fast lane of the query decoder. Nearly all bytes of a range answer are "values" arrays, and
/// nearly all of those are written [[t,"v"],...]: these are scanned straight into columns and
/// replaced by [0], [1], ... in a small copy of the document, which the general parser then reads
/// and validates as ever. Any array that looks different stays in the copy.
///
/// Why the text ,"values":[[ or {"values":[[ cannot be anything but a member with arrays in it:
/// inside a JSON string its quotes would have to be escaped.
class SampleColumns
{
public:
    /// Returns the small copy, with padding for simdjson. body must have padding too.
    [[nodiscard]] QByteArray extract(const QByteArray &body);

    /// Appends the index-th array to the series. Arrays must be taken in their order: anything else
    /// is a document that holds such numbers itself, and throws ContentProblem.
    void take(std::uint64_t index, Series &series);

    /// Every array found was taken.
    [[nodiscard]] bool isDrained() const { return m_next == m_columns.size(); }

private:
    struct Columns
    {
        std::vector<EpochMs> times;
        std::vector<double> values;
    };
    std::vector<Columns> m_columns;
    std::size_t m_next = 0;
};

} // namespace spillway
