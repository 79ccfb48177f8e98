// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spillway {

/// What bench_cluster runs against, as a process of its own: the demo's API server with 500
/// Deployments, an HPA for each and 20 pods for each, behind a relay that notes when bytes went
/// through. Serves until its standard input ends. Prints lines: "ready KUBECONFIG" once; and an
/// answer to each line of input:
///   report      {"mb":..., "first_ns":..., "last_ns":...}: the large answers since the last
///               report, and when their first and last byte left, by CLOCK_MONOTONIC
///   churn N     changes N pods; "done"
/// Returns the exit status.
int serveCluster();

} // namespace spillway
