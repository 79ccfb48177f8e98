#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dashboard.sh startup|memory ours|peer [MINUTES]: a dashboard of 12 panels on a local Prometheus, in the console or in
# uPlot and headless Chromium. Prints one JSON object.
# BENCH_DIR: where the benches are (default build/release/bin).
# PEERS_NODE_DIR: where the node modules are put (default a folder of its own in the cache).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=${BENCH_DIR:-$here/../../../build/release/bin}
mode=${1:?startup or memory}
minutes=${3:-60}
case ${2:-} in
ours)
    if [ "$mode" = startup ]; then "$bin/bench_startup"; else "$bin/bench_memory" "$minutes"; fi 2>/dev/null
    ;;
peer)
    modules=${PEERS_NODE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/spillway-peers/dashboard}
    mkdir -p "$modules"
    cp "$here/charts/package.json" "$here/charts/package-lock.json" "$here/dashboard/dashboard.html" \
        "$here/dashboard/run.mjs" "$modules/"
    [ -d "$modules/node_modules/uplot" ] ||
        (cd "$modules" && npm ci --no-audit --no-fund --silent >&2)
    node "$modules/run.mjs" "$mode" "$bin" "$minutes"
    ;;
*)
    echo "usage: dashboard.sh startup|memory ours|peer [MINUTES]" >&2
    exit 2
    ;;
esac
