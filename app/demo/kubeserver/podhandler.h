// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// GET of pods/log: what the demo's pod has printed; 204 before it has a node.
[[nodiscard]] ApiAnswer answerPodLog(const ServerState &state, const ApiRequest &request);

/// POST of pods/eviction: a deletion that asks the PodDisruptionBudgets first.
[[nodiscard]] ApiAnswer answerEviction(ServerState &state, const ApiRequest &request);

} // namespace spillway::demo
