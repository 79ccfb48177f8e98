// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace spillway {

/// The oldest Kubernetes that serves autoscaling/v2: 1.23.
inline constexpr int oldestKubernetesMinor = 23;
/// behavior.tolerance exists from 1.33 on, and is looked at from 1.35 on.
inline constexpr int toleranceKubernetesMinor = 35;

/// 32 of "1.32", "v1.32.4" or "v1.32.4-gke.100"; none: it is no version of Kubernetes 1.
[[nodiscard]] std::optional<int> kubernetesMinorOf(const QString &version);

} // namespace spillway
