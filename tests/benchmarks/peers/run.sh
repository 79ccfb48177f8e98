#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The budgets of the design: ratios to a browser or to kubectl, and limits of the GUI thread, measured in one run on this machine:
#   tests/benchmarks/peers/run.sh [MINUTES OF THE MEMORY ROW, default 60]
# Needs a release build with benchmarks (cmake --build --preset release), chromium, node, npm and kubectl
# (packaging/packages.sh bench). Ends with a line for each row and exits with 1 if one fails.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
minutes=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # NAME COMMAND...: its JSON into $work/NAME
    local name=$1
    shift
    echo "measuring $name" >&2
    "$@" >"$work/$name"
    cat "$work/$name" >&2
}

# The two that take an hour run beside each other, alone: they hardly use the processor.
measure charts-peer "$here/charts.sh" peer
measure charts-ours "$here/charts.sh" ours
measure decode-peer "$here/decode.sh" peer
measure decode-ours "$here/decode.sh" ours
measure plan "$here/plan.sh"
measure stalls env QT_QPA_PLATFORM=offscreen "${BENCH_DIR:-$here/../../../build/release/bin}/bench_stalls"
measure cluster env QT_QPA_PLATFORM=offscreen "${BENCH_DIR:-$here/../../../build/release/bin}/bench_cluster"
measure startup-peer "$here/dashboard.sh" startup peer
measure startup-ours "$here/dashboard.sh" startup ours
measure memory-peer "$here/dashboard.sh" memory peer "$minutes" &
peer=$!
measure memory-ours "$here/dashboard.sh" memory ours "$minutes"
wait "$peer"

node - "$work" <<'NODE'
const { readFileSync } = require('node:fs');
const read = name => JSON.parse(readFileSync(`${process.argv[2]}/${name}`, 'utf8'));
let failed = false;
/// ratio is ours over peer; at most the bar.
function row(name, ours, peer, bar, unit = 'ms') {
    const ratio = ours / peer;
    const pass = ratio <= bar;
    failed ||= !pass;
    const number = value => Number(value).toPrecision(4);
    console.log(`ROW ${name} ours=${number(ours)}${unit} peer=${number(peer)}${unit} ratio=${ratio.toFixed(3)} bar=${bar.toFixed(3)} ${pass ? 'PASS' : 'FAIL'}`);
}
const charts = [read('charts-ours'), read('charts-peer')];
for (const points of ['1000', '4000', '20000']) row(`charts-${points}`, charts[0][points], charts[1][points], 1 / 3);
row('charts-growth', charts[0]['20000'], charts[0]['1000'], 2);
const decode = [read('decode-ours'), read('decode-peer')];
row('decode', decode[0].median_ms, decode[1].median_ms, 1 / 8);
row('decode-held-bytes', decode[0].held_bytes_per_sample, 24, 1, 'B');
const plan = read('plan');
for (const [what, bar] of [['unchanged', 1 / 10], ['changed', 1 / 3], ['unchanged_50ms', 1 / 10], ['changed_50ms', 1 / 10]])
    row(`plan-${what}`, plan[what].ours_ms, plan[what].kubectl_ms, bar);
const lines = name => readFileSync(`${process.argv[2]}/${name}`, 'utf8').trim().split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line));
const longest = cases => Math.max(...cases.map(one => one.longest_cpu_ms));
row('stalls-longest-event', longest(lines('stalls')), 50, 1);
const cluster = lines('cluster');
row('cluster-longest-event', longest(cluster), 50, 1);
row('cluster-painted', cluster.find(one => one.name === 'cluster-list').last_byte_to_painted_ms, 2000, 1);
row('cluster-memory', Math.max(...cluster.map(one => one.peak_mb)), 300, 1, 'MB');
row('startup', read('startup-ours').median_ms, read('startup-peer').median_ms, 1 / 3);
const memory = [read('memory-ours'), read('memory-peer')];
row('memory', memory[0].end_bytes / 1e6, memory[1].end_bytes / 1e6, 1 / 4, 'MB');
row('memory-growth', Math.max(0, memory[0].growth_bytes) / 1e6, 5, 1, 'MB');
process.exit(failed ? 1 : 0);
NODE
