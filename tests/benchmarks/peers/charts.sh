#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# charts.sh ours|peer: new data into 12 panels x 8 series and a full repaint; prints the median
# milliseconds by points a series, {"1000": ms, "4000": ms, "20000": ms}.
# BENCH_DIR: where bench_charts is (default build/release/bin). ROUNDS: timed rounds (default 21).
# PEERS_NODE_DIR: where the node modules are put (default a folder of its own in the cache).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=${BENCH_DIR:-$here/../../../build/release/bin}
case ${1:-} in
ours)
    QT_LOGGING_RULES='*=false' "$bin/bench_charts" "${ROUNDS:-21}"
    ;;
peer)
    modules=${PEERS_NODE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/spillway-peers/charts}
    mkdir -p "$modules"
    cp "$here/charts/package.json" "$here/charts/package-lock.json" "$here/charts/page.html" \
        "$here/charts/run.mjs" "$modules/"
    [ -d "$modules/node_modules/uplot" ] ||
        (cd "$modules" && npm ci --no-audit --no-fund --silent >&2)
    node "$modules/run.mjs"
    ;;
*)
    echo "usage: charts.sh ours|peer" >&2
    exit 2
    ;;
esac
