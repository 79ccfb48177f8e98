// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/compiler.h"

#include <QJsonArray>

#include <optional>

namespace spillway {

// The parts of compilePolicy().

/// "spec.components[2]".
[[nodiscard]] QString componentPath(std::size_t component);

[[nodiscard]] QJsonArray hpaMetrics(const PolicyComponent &component, std::size_t index,
                                    Manifest &manifest);
[[nodiscard]] QJsonArray kedaTriggers(const Policy &policy, std::size_t index,
                                      const CompileOptions &options, Manifest &manifest);

/// The HorizontalPodAutoscaler or ScaledObject; bounds none: left out.
[[nodiscard]] Manifest scalerManifest(const Policy &policy, std::size_t index,
                                      const CompileOptions &options,
                                      const std::optional<TimelineRow> &bounds);

/// One component's timeline, as resolved.
struct CompiledTimeline
{
    std::size_t component = 0;
    std::vector<TimelineRow> rows;
    std::chrono::seconds leadTime{0};
};
/// ServiceAccount, Role, RoleBinding, ConfigMap, and the CronJob, which comes last.
[[nodiscard]] std::vector<Manifest>
scheduleManifests(const Policy &policy, const std::vector<CompiledTimeline> &timelines);

[[nodiscard]] std::optional<Manifest> settingsManifest(const Policy &policy);
[[nodiscard]] std::vector<Manifest> meshManifests(const Policy &policy);
[[nodiscard]] std::optional<Manifest> alertsManifest(const Policy &policy);
[[nodiscard]] std::vector<Manifest> podLabelManifests(const Policy &policy);

[[nodiscard]] QJsonObject jsonOf(const PolicyTexts &texts);

} // namespace spillway
