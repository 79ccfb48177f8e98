// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The work of bench_decode in V8: the bytes of a range answer to columns of numbers.
//   node decode.mjs FILE      prints {"name":"decode-v8","median_ms":...,"runs":[...]}
import { readFileSync } from 'node:fs';

const bytes = readFileSync(process.argv[2]);
const decoder = new TextDecoder();

function decode() {
    const answer = JSON.parse(decoder.decode(bytes));
    return answer.data.result.map(series => {
        const count = series.values.length;
        const times = new Float64Array(count);
        const values = new Float64Array(count);
        for (let at = 0; at < count; ++at) {
            const pair = series.values[at];
            times[at] = pair[0] * 1000;
            values[at] = Number(pair[1]);
        }
        return { labels: series.metric, times, values };
    });
}

const warmUps = 3;
const runs = [];
for (let run = -warmUps; run < 9; ++run) {
    const start = performance.now();
    const series = decode();
    const elapsed = performance.now() - start;
    if (series.length === 0) throw new Error('no series');
    if (run >= 0) runs.push(elapsed);
}
const median = [...runs].sort((a, b) => a - b)[runs.length >> 1];
console.log(JSON.stringify({ name: 'decode-v8', median_ms: median, runs }));
