// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "policy/policyscaling.h"
#include "scaling/replayoutcome.h"
#include "scaling/scalinghistory.h"
#include "scaling/servicefit.h"
#include "scaling/traffictrace.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace spillway {

/// A component whose requests make requests of another one.
struct PipelineEdge
{
    QString from;
    QString to;
};

/// The flow through the system that Spillway was made for (design section 2).
[[nodiscard]] std::vector<PipelineEdge> defaultEdges();

/// What a replay needs besides policy and history. Everything has a default.
struct PipelineInput
{
    double growth = 1;
    /// Traffic that takes the place of the recorded one; the history then only tells what the
    /// components can do. A component that it does not name gets what others feed to it.
    std::optional<TrafficTrace> traffic;
    /// The traffic is replayed as if it had begun then: under the windows and events of those days.
    std::optional<EpochMs> startsAt;
    std::vector<PipelineEdge> edges = defaultEdges();
    QMap<QString, QStringList> jobs; ///< by component; none: its name
    /// By component: what to assume where the history tells nothing. None: what the policy's
    /// targets suggest. Two policies that are compared need the same.
    QMap<QString, ServiceModel> assumed;
    PolicyContext context;
};

/// What is known of one component of the pipeline, and how far it can be trusted.
struct PipelinePart
{
    QString name;
    ServiceFit fit;
    GridColumn recorded; ///< replicas asked for; empty: not known
    double knownTraffic = 0;
    /// 0..1: of the fit, times the known share of the traffic, halved for each metric that cannot
    /// be replayed.
    double confidence = 0;
    QStringList assumptions; ///< translated sentences
};

/// A policy over recorded traffic, ready for replay() and the optimiser.
struct PolicyPipeline
{
    ReplayPolicy replay;             ///< without prices
    std::vector<PipelinePart> parts; ///< one a component of the pipeline
    QStringList leftOut;             ///< translated sentences: components that cannot be replayed
};

/// Puts a policy on recorded traffic: service models fitted from the history, the autoscalers and
/// schedules of the policy, its quotas and breakers. A component that another one feeds gets its
/// recorded traffic as that feed and a rest, so that with the recorded traffic it is met exactly
/// and growth or losses upstream are passed on. Pure; any thread. Errors: InvalidInput with the
/// field's path.
[[nodiscard]] Result<PolicyPipeline>
policyPipeline(const Policy &policy, const ScalingHistory &history, const PipelineInput &input);

} // namespace spillway
