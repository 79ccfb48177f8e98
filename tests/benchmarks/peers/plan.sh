#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plan.sh: what a push of 100 autoscalers would change, by `spillwayctl plan` and by `kubectl diff --server-side` in
# turns, on one API server of the demo. Prints {"unchanged": {"ours_ms": ms, "kubectl_ms": ms}, "changed": ..., ...}.
# BENCH_DIR: where bench_plan, kubeserverhost and spillwayctl are (default build/release/bin). ROUNDS: default 7.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=${BENCH_DIR:-$here/../../../build/release/bin}
command -v kubectl >/dev/null || { echo "plan.sh: needs kubectl" >&2; exit 1; }
QT_LOGGING_RULES='*=false' "$bin/bench_plan" "${ROUNDS:-7}"
