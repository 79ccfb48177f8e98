// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "connection/workspace.h"
#include "metrics/queryspec.h"
#include "scaling/cost.h"

#include <vector>

namespace spillway {

/// The tags that a cost page offers; labels of pods, as kube-state-metrics exports them (label_*).
[[nodiscard]] const QStringList &costTags();

/// What is asked for a cost: queries "cpu", "memory", "requests", "tokens". The server adds up what
/// containers are allocated, max(request, use), by container and tags, so that an answer stays
/// small however many pods there are.
[[nodiscard]] std::vector<QuerySpec>
costQueries(const Workspace &workspace,
            std::chrono::milliseconds offset = std::chrono::milliseconds{0});
/// What one of them asks for, translated: "CPU".
[[nodiscard]] QString costQueryTitle(const QString &queryId);

/// The answers with that offset, over `range`.
[[nodiscard]] CostInputs
costInputs(const PanelSnapshot &snapshot, const TimeRange &range, const Workspace &workspace,
           std::chrono::milliseconds offset = std::chrono::milliseconds{0});

/// The workspace's prices. What it leaves out has OpenCost's price if it counts in USD, as
/// OpenCost does, and none in another currency.
[[nodiscard]] CostPrices costPrices(const Workspace &workspace, const PriceTable &tokens);

/// The prices of tokens as a PromQL vector in the prices' currency, each from its day on: series
/// with a label price="model/direction". What has no price is not in it.
[[nodiscard]] QString tokenPriceVector(const PriceTable &tokens, const CostPrices &prices);

/// One state for something that is computed from several snapshots, without answers. All that is
/// wrong is in `reason`.
[[nodiscard]] PanelSnapshot mergedState(const std::vector<const PanelSnapshot *> &snapshots);

/// A sentence for each query that failed or found nothing, named.
[[nodiscard]] QStringList costProblems(const QString &subject, const PanelSnapshot &snapshot);

} // namespace spillway
