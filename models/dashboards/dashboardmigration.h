// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"

namespace spillway {

/// The field formatVersion; 1 if it is not there. UnsupportedVersion if it is newer than ours.
[[nodiscard]] Result<int> dashboardFormatVersionOf(const YamlDocument &document);

/// Brings a document of an older version to the current one, field by field; what it does not know
/// stays and is judged by the reader. Version 0 had one `query` and `legend` a panel, `type` for
/// `kind`, thresholds as `warning` and `critical`, and its place in the panel itself.
[[nodiscard]] YamlDocument migrateDashboard(YamlDocument document, int fromVersion);

} // namespace spillway
