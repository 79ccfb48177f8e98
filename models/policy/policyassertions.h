// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyparser.h"
#include "policy/policyscaling.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace spillway {

/// What became of one assertion.
struct AssertionOutcome
{
    enum class Status : std::uint8_t {
        Passed,
        Failed,
        Undecided, ///< needs something that is not in the policy: traffic, a price
    };
    Status status = Status::Passed;
    QString name;   ///< "rag-worker at Mon 09:05: replicas.max == 20"
    QString detail; ///< what was found instead, or is missing; translated
    DocumentPosition position;
    friend bool operator==(const AssertionOutcome &, const AssertionOutcome &) = default;
};

/// How a metric is called in `given`: its name, the queue, the topic, or cpu and memory. Empty:
/// load has no meaning for it (cron).
[[nodiscard]] QString metricKey(const PolicyMetric &metric);

/// The replicas at which the autoscaler rests under a load, or where it is after `after`. Pods are
/// ready at once. `load` by metricKey(); what is not named has none.
[[nodiscard]] int replicasUnder(const Policy &policy, const PolicyComponent &component,
                                const QMap<QString, double> &load, const TimelineRow &bounds,
                                int startReplicas, std::chrono::seconds after,
                                const HpaController &controller);

/// Runs the policy's own unit tests, in their order. Pure: `now` begins the horizon.
[[nodiscard]] std::vector<AssertionOutcome> runAssertions(const Policy &policy,
                                                          const PolicyPositions &positions,
                                                          const PolicyContext &context,
                                                          EpochMs now);

/// What a policy without assertions fails with where some are expected.
[[nodiscard]] AssertionOutcome noAssertions(const PolicyPositions &positions);

/// How pipelines are told of assertions that could not be decided.
enum class Undecided : std::uint8_t { IsSkipped, IsError };
/// The outcomes as JUnit XML, as pipelines read it. https://github.com/testmoapp/junitxml
[[nodiscard]] QByteArray junitXml(const QString &policy,
                                  const std::vector<AssertionOutcome> &outcomes,
                                  Undecided undecided = Undecided::IsSkipped);

} // namespace spillway
