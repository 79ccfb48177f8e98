// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"
#include "scaling/pipeline.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace spillway {

/// What a metric of a policy measures, in words of a replay.
struct PolicySignal
{
    MetricSignal::Kind kind = MetricSignal::Kind::Cores;
    QString component; ///< empty: its own
    std::chrono::seconds window{0};
    friend bool operator==(const PolicySignal &, const PolicySignal &) = default;
};

/// None: a replay has no such number (memory, a metric of somebody else, a query of another form
/// than sum(rate(requests{job="x"}[2m]))). jobs: by component.
[[nodiscard]] std::optional<PolicySignal> signalOf(const PolicyMetric &metric,
                                                   const QMap<QString, QStringList> &jobs);

/// A metric in a few words, for sentences: "cpu", "http_requests_per_second", a query.
[[nodiscard]] QString metricTitle(const PolicyMetric &metric);

} // namespace spillway
