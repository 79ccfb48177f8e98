// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/historyfetch.h"
#include "policy/policy.h"
#include "scaling/scalinghistory.h"

#include <vector>

namespace spillway {

/// What is fetched of the components of a policy, with what the workspace knows of them.
[[nodiscard]] HistoryRequest historyRequest(Workspace workspace,
                                            const std::vector<PolicyComponent> &components);

/// Fetches it; runs the event loop meanwhile and says its progress on stderr.
[[nodiscard]] Result<ScalingHistory> fetchHistory(const HistoryRequest &request);

/// The history of components of which nothing was recorded.
[[nodiscard]] ScalingHistory nothingKnownOf(const std::vector<PolicyComponent> &components);

} // namespace spillway
