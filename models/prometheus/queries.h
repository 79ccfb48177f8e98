// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timerange.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace spillway {

/// An expression at one moment.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
struct InstantQuery
{
    QString expr;
    std::optional<EpochMs> time = {};           ///< none = the server's now
    std::chrono::milliseconds timeout{0};       ///< own deadline; 0 = the endpoint's
    int limit = 0;                              ///< series; 0 = none; old servers ignore it
    std::chrono::milliseconds lookbackDelta{0}; ///< 0 = the server's

    friend bool operator==(const InstantQuery &, const InstantQuery &) = default;
};

/// An expression over a range, ends included.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries
struct RangeQuery
{
    QString expr;
    TimeRange range = {};                       ///< align with alignToStep()
    std::chrono::milliseconds step{0};          ///< must be > 0
    std::chrono::milliseconds timeout{0};       ///< own deadline; 0 = the endpoint's
    int limit = 0;                              ///< series; 0 = none; old servers ignore it
    std::chrono::milliseconds lookbackDelta{0}; ///< 0 = the server's

    friend bool operator==(const RangeQuery &, const RangeQuery &) = default;
};

/// Which series, label names or label values. Times are approximate on every server.
struct SeriesQuery
{
    QStringList matchers = {}; ///< selectors; series() needs one, labels may have none
    std::optional<TimeRange> range =
        {}; ///< always send one: Mimir and VictoriaMetrics default to less
    int limit = 0;

    friend bool operator==(const SeriesQuery &, const SeriesQuery &) = default;
};

} // namespace spillway
