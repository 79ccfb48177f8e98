// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyfindings.h"

#include <QStringList>

#include <vector>

namespace spillway {

/// Names of the components that call one model, for each model that several call: the provider
/// counts them together. In the order of the file.
[[nodiscard]] std::vector<QStringList> quotaSharers(const Policy &policy);

/// Adds what is to be said about quotas that several components share: quota-shared-maximum where
/// the replicas that each of them may use are together more than the quota keeps busy, quota-shared
/// where that cannot be judged, quota-differs where they do not agree on it. Pure.
void findSharedQuotas(const Policy &policy, const PolicyPositions &positions,
                      std::vector<PolicyFinding> &findings);

} // namespace spillway
