#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# decode.sh ours|peer: decodes one 34 MB range answer and prints {"name":...,"median_ms":...}.
# BENCH_DIR: where bench_decode is (default build/release/bin). Both use the same document.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=${BENCH_DIR:-$here/../../../build/release/bin}
document=${TMPDIR:-/tmp}/spillway-decode-$(id -u).json
bench() {
    SPILLWAY_DECODE_DOCUMENT=$document "$bin/bench_decode" --benchmark_format=json 2>/dev/null
}
case ${1:-} in
ours)
    bench >/dev/null # writes the document and warms up
    bench | node -e '
        const all = JSON.parse(require("fs").readFileSync(0)).benchmarks;
        const median = all.find(one => one.aggregate_name === "median");
        console.log(JSON.stringify({ name: "decode-ours", median_ms: median.real_time,
            held_bytes_per_sample: median.held_bytes_per_sample, samples: median.samples }));'
    ;;
peer)
    [ -s "$document" ] || bench >/dev/null
    node "$here/decode.mjs" "$document"
    ;;
*)
    echo "usage: decode.sh ours|peer" >&2
    exit 2
    ;;
esac
