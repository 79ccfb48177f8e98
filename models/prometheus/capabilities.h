// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "prometheus/apivalues.h"

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

/// Product name, not translated; "Prometheus API" if unknown.
[[nodiscard]] QString backendName(Backend backend);

/// Server time minus local time.
struct ClockOffset
{
    std::chrono::milliseconds offset{0};
    std::chrono::milliseconds uncertainty{0}; ///< the true offset is within +/- this
    friend bool operator==(const ClockOffset &, const ClockOffset &) = default;
};

/// From one exchange: the server looked at its clock somewhere between sent and received (local
/// clock) and saw a time in [server, server + resolution).
[[nodiscard]] ClockOffset clockOffset(EpochMs sent, EpochMs received, EpochMs server,
                                      std::chrono::milliseconds resolution);

/// How often the targets are scraped.
struct ScrapeIntervals
{
    std::optional<std::chrono::milliseconds>
        overall;                                     ///< the most common one; of equals the longest
    QHash<QString, std::chrono::milliseconds> byJob; ///< the longest of each job
};

[[nodiscard]] ScrapeIntervals scrapeIntervals(const TargetList &targets);

/// What a probe heard. Absent = that endpoint did not answer.
struct ProbeFacts
{
    std::optional<BuildInfo> buildInfo;
    std::optional<ServerFlags> flags;
    std::optional<TargetList> targets;
    bool understandsMetricsQl = false;
    QList<ClockOffset> clocks;
};

/// What one backend is and can do. Absent features are false.
struct Capabilities
{
    Backend backend = Backend::Unknown;
    QString version;    ///< "3.5.0"; empty if the backend does not tell its own
    bool rules = false; ///< an empty list of rules or alerts means that there are none
    bool exemplars = false;
    bool targets = false;
    bool metadata = false;
    bool limitParameter = false; ///< query and query_range heed limit
    bool nativeHistograms = false;
    bool notes = false;           ///< warnings and infos can appear in answers
    bool dropsNan = false;        ///< NaN points are left out of results
    bool fillsLastPoints = false; ///< the newest points may repeat older ones
    int maxPoints = 11'000;       ///< of a range query, a series
    std::chrono::milliseconds lookbackDelta{std::chrono::minutes{5}};
    std::optional<ClockOffset> clockOffset; ///< the surest one
    ScrapeIntervals scrapeIntervals;

    /// "Prometheus 2.42.0"
    [[nodiscard]] QString title() const;
    /// What it lacks, one translated sentence each.
    [[nodiscard]] QStringList limitations() const;
    /// What to send with each query so that answers mean what they seem to mean.
    [[nodiscard]] QList<QPair<QString, QString>> queryParameters() const;
};

[[nodiscard]] Capabilities capabilitiesFrom(const ProbeFacts &facts);

} // namespace spillway
