// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyparser.h"
#include "policy/policyscaling.h"
#include "scaling/schedulelint.h"

#include <vector>

namespace spillway {

/// Something about a policy that a person should know before it is pushed, and that can be said
/// without a cluster.
struct PolicyFinding
{
    using Severity = ScheduleFinding::Severity;
    QString id; ///< stable, for JSON and for silencing
    Severity severity = Severity::Info;
    QString component;         ///< empty: the policy as a whole
    QString text;              ///< translated sentence
    QString advice;            ///< translated; may be empty
    std::optional<EpochMs> at; ///< when it bites first, if it is about a moment
    DocumentPosition position;
    friend bool operator==(const PolicyFinding &, const PolicyFinding &) = default;
};

/// All findings, the gravest first, then in the order of the file. Pure. The ids are those of
/// lintSchedule() and: assumed-lead-time, assumed-prometheus, assumed-rabbitmq, cpu-at-zero,
/// currency, divided-metric, empty-mesh, event-hard-end, fixed-replicas, idle-replicas,
/// null-counts-as-zero, partitions-useless-maximum, pods-restart, quota-counts-nothing,
/// quota-differs, quota-idle-field, quota-shared, quota-shared-maximum, quota-unknown,
/// quota-useless-maximum, tolerance-ignored, unknown-component, unknown-event, unknown-metric,
/// unsafe-tls.
[[nodiscard]] std::vector<PolicyFinding> findInPolicy(const Policy &policy,
                                                      const PolicyPositions &positions,
                                                      const PolicyContext &context, EpochMs now);

} // namespace spillway
