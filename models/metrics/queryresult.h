// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace spillway {

/// What the server said about the quality of an answer. Four separate facts; none is an error.
struct DataNotes
{
    QStringList warnings;   ///< something may be wrong or missing
    QStringList infos;      ///< hints that may be false positives
    bool partial = false;   ///< some stores or nodes did not answer
    bool truncated = false; ///< a limit cut the result

    [[nodiscard]] bool isEmpty() const
    {
        return warnings.isEmpty() && infos.isEmpty() && !partial && !truncated;
    }
    friend bool operator==(const DataNotes &, const DataNotes &) = default;
};

/// The answer to one instant or range query. A vector is series of one sample each; a scalar is one
/// series without labels; a string is text.
struct QueryResult
{
    enum class Type { Vector, Matrix, Scalar, String };

    Type type = Type::Matrix;
    SeriesList series; ///< in the server's order
    QString text;      ///< of a String
    DataNotes notes;
    std::chrono::milliseconds step{0}; ///< of a Matrix: the step asked for
    qint64 bytes = 0;                  ///< received, after decompression

    [[nodiscard]] qint64 sampleCount() const
    {
        qint64 count = 0;
        for (const SeriesPtr &one : series) {
            count += static_cast<qint64>(one->times.size() + one->histograms.size());
        }
        return count;
    }
};

} // namespace spillway
