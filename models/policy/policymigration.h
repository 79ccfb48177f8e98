// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"

#include <span>

namespace spillway {

/// The format that is written. Older ones are brought to it by the steps below.
inline constexpr QLatin1String policyApiVersion{"spillway.dev/v1"};
inline constexpr QLatin1String policyKind{"ScalingPolicy"};

/// Changes a document of one version into one of the next. It changes what it knows and leaves the
/// rest to the checks; values keep their places, so that problems point into the user's file.
struct PolicyMigration
{
    QLatin1String from;
    QLatin1String to;
    void (*change)(YamlValue &root);
};

/// The steps of this program. v1 is the first version: none so far.
[[nodiscard]] std::span<const PolicyMigration> policyMigrations();

/// Runs the steps from the document's apiVersion to ours. UnsupportedVersion, with position, for a
/// version of Spillway that no step starts from; documents that are not Spillway's pass unchanged.
[[nodiscard]] Result<YamlDocument> migratePolicy(YamlDocument document,
                                                 std::span<const PolicyMigration> steps);

} // namespace spillway
