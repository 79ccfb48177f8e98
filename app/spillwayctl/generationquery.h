// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/result.h"
#include "metrics/queryresult.h"

namespace spillway {

/// breaker_override_generation of every consumer now, under the name that the workspace gives it.
/// Runs the event loop; warnings of the server go to stderr. Errors: those of PrometheusClient and
/// of the secret of the workspace.
[[nodiscard]] Result<QueryResult> queryGenerations(const Workspace &workspace);

} // namespace spillway
