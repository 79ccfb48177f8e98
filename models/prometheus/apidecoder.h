// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "prometheus/apianswer.h"
#include "prometheus/apivalues.h"

namespace spillway {

/// Decoders of the endpoints that are not queries: bytes to values, pure, any thread. Unknown
/// members are skipped, absent ones are left at their default; errors are as in
/// decodeQueryResult().
[[nodiscard]] Result<SeriesAnswer> decodeSeries(const ApiAnswer &answer);
[[nodiscard]] Result<NamesAnswer> decodeNames(const ApiAnswer &answer);
[[nodiscard]] Result<MetadataList> decodeMetadata(const ApiAnswer &answer);
[[nodiscard]] Result<RuleGroups> decodeRules(const ApiAnswer &answer);
[[nodiscard]] Result<AlertList> decodeAlerts(const ApiAnswer &answer);
[[nodiscard]] Result<TargetList> decodeTargets(const ApiAnswer &answer);
[[nodiscard]] Result<BuildInfo> decodeBuildInfo(const ApiAnswer &answer);
[[nodiscard]] Result<ServerFlags> decodeFlags(const ApiAnswer &answer);
[[nodiscard]] Result<RuntimeInfo> decodeRuntimeInfo(const ApiAnswer &answer);
[[nodiscard]] Result<ExemplarList> decodeExemplars(const ApiAnswer &answer);

} // namespace spillway
