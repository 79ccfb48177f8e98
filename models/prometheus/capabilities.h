// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace spillway {

/// Who answers the Prometheus API.
enum class Backend { Unknown, Prometheus, Thanos, Mimir, VictoriaMetrics };

/// Product name, not translated.
[[nodiscard]] QString backendName(Backend backend);

/// Server time minus local time.
struct ClockOffset
{
    std::chrono::milliseconds offset{0};
    std::chrono::milliseconds uncertainty{0}; ///< the true offset is within +/- this
};

/// How often the targets are scraped, from /api/v1/targets.
struct ScrapeIntervals
{
    std::optional<std::chrono::milliseconds>
        overall;                                     ///< the most common one; of equals the longest
    QHash<QString, std::chrono::milliseconds> byJob; ///< the longest of each job
    /// Of the job, else overall, else fallback.
    [[nodiscard]] std::chrono::milliseconds forJob(const QString &job,
                                                   std::chrono::milliseconds fallback) const;
};

/// What one backend is and can do; found out by CapabilityProbe. Absent features are false.
struct Capabilities
{
    Backend backend = Backend::Unknown;
    QString version;    ///< "3.5.0"; empty if the backend does not tell its own
    bool rules = false; ///< /rules and /alerts are real, an empty list means none
    bool exemplars = false;
    bool targets = false; ///< /targets is real
    bool metadata = false;
    bool flags = false;
    bool limitParameter = false; ///< query and query_range heed limit
    bool nativeHistograms = false;
    bool notes = false;           ///< warnings and infos can appear in answers
    bool dropsNan = false;        ///< NaN points are left out of results
    bool fillsLastPoints = false; ///< the newest points may repeat older ones
    int maxPoints = 11000;        ///< of a range query, a series
    std::chrono::milliseconds lookbackDelta{5 * 60 * 1000};
    std::optional<ClockOffset> clockOffset;
    ScrapeIntervals scrapeIntervals;

    /// "Prometheus 2.42.0"
    [[nodiscard]] QString title() const;
    /// What it lacks, one translated sentence each; empty if nothing.
    [[nodiscard]] QStringList limitations() const;
    /// What to send with each query so that answers mean what they seem to.
    [[nodiscard]] QList<QPair<QString, QString>> queryParameters() const;
};

} // namespace spillway
