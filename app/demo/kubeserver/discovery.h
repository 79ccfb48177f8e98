// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

#include <optional>

namespace spillway::demo {

/// /, /version, /healthz and its kin, /api, /apis and the groups and versions below them, legacy
/// and aggregated. nullopt: the path is none of these.
/// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
[[nodiscard]] std::optional<ApiAnswer> answerDiscovery(const ServerState &state,
                                                       const ApiRequest &request);

/// An aggregated API (an APIService with a service) that nobody serves: its paths are 503.
[[nodiscard]] bool isUnservedAggregate(const ServerState &state, const QString &group,
                                       const QString &version);

} // namespace spillway::demo
