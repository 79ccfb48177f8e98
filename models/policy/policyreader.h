// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policynode.h"

namespace spillway {

// The parts of parsePolicy(): each reads one map that was checked against the table of fields, and
// notes what contradicts itself inside it.

[[nodiscard]] PolicyComponent readPolicyComponent(const PolicyNode &node);
/// None: the kind is not known or not given.
[[nodiscard]] std::optional<PolicyMetric> readPolicyMetric(const PolicyNode &node,
                                                           PolicyComponent::Engine engine);
[[nodiscard]] PolicyBehavior readPolicyBehavior(const PolicyNode &node);
[[nodiscard]] PolicyKeda readPolicyKeda(const PolicyNode &node);
[[nodiscard]] PolicyAuthentication readPolicyAuthentication(const PolicyNode &node);
/// Windows, events, cold start.
void readPolicySchedule(const PolicyNode &node, PolicyComponent &component);
[[nodiscard]] PolicyQuota readPolicyQuota(const PolicyNode &node);
[[nodiscard]] PolicyBreaker readPolicyBreaker(const PolicyNode &node);
[[nodiscard]] PolicyAlert readPolicyAlert(const PolicyNode &node);
[[nodiscard]] PolicyAssertion readPolicyAssertion(const PolicyNode &node);
/// A map of labels: keys and values as Kubernetes wants them, none of those that Spillway sets.
[[nodiscard]] PolicyTexts readPolicyLabels(const PolicyNode &node, QLatin1String key);

/// Notes a problem at each of the nodes whose name an earlier one has. `why` has %1 for the name.
void checkUniqueNames(const std::vector<PolicyNode> &nodes, QLatin1String key, const QString &why);

} // namespace spillway
