// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A uPlot page with the panels of bench_startup in headless Chromium, on the same Prometheus.
//   node run.mjs startup BENCH_DIR            from the browser's process start to the painted page
//   node run.mjs memory BENCH_DIR MINUTES     proportional set size of all its processes together
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [mode, bin, minutes = '60'] = process.argv.slice(2);

function startWorld() {
    const world = spawn(join(bin, 'bench_startup'), ['--serve'], { stdio: ['pipe', 'pipe', 'ignore'] });
    return new Promise((resolve, reject) => {
        world.stdout.once('data', data => resolve({ world, facts: JSON.parse(data) }));
        world.once('exit', () => reject(new Error('the world did not start')));
    });
}

/// Serves the page; done() waits for the page to say that it is painted.
function startPages(facts) {
    const files = {
        '/': () => ['text/html', readFileSync(join(here, 'dashboard.html'), 'utf8').replace('WORLD', JSON.stringify(facts))],
        '/uPlot.min.css': () => ['text/css', readFileSync(join(here, 'node_modules/uplot/dist/uPlot.min.css'))],
        '/uPlot.iife.min.js': () => ['text/javascript', readFileSync(join(here, 'node_modules/uplot/dist/uPlot.iife.min.js'))],
    };
    let tell = () => {};
    const server = createServer((request, response) => {
        if (request.url === '/done') tell();
        const file = files[request.url];
        if (file) {
            const [type, body] = file();
            response.writeHead(200, { 'Content-Type': type });
            response.end(body);
        } else {
            response.writeHead(request.url === '/done' ? 204 : 404).end();
        }
    });
    return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve({
        server, url: `http://127.0.0.1:${server.address().port}/`, done: () => new Promise(ok => { tell = ok; }) })));
}

function startBrowser(url, profile) {
    return spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
        '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--window-size=1680,1000', `--user-data-dir=${profile}`, '--remote-debugging-port=0', url],
        { stdio: 'ignore', detached: true });
}

function stop(browser) {
    const gone = new Promise(ok => browser.once('exit', ok));
    process.kill(-browser.pid, 'SIGKILL');
    return gone;
}

/// Bytes of memory that the processes of a session would free together.
function memoryOf(group) {
    let bytes = 0;
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
        try {
            const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
            if (Number(fields[2]) !== group) continue;
            bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
        } catch { /* it has ended meanwhile */ }
    }
    return bytes;
}

const { world, facts } = await startWorld();
const { server, url, done } = await startPages(facts);
const profile = mkdtempSync(join(tmpdir(), 'spillway-peer-'));
try {
    if (mode === 'startup') {
        const times = [];
        for (let run = -1; run < 7; ++run) {
            const painted = done();
            const start = performance.now();
            const browser = startBrowser(url, profile);
            await painted;
            if (run >= 0) times.push(performance.now() - start); // the first one fills the profile
            await stop(browser);
        }
        times.sort((a, b) => a - b);
        console.log(JSON.stringify({ name: 'startup-peer', median_ms: Math.round(times[3] * 10) / 10,
            min_ms: Math.round(times[0]), max_ms: Math.round(times[6]), runs: times.length }));
    } else {
        const painted = done();
        const browser = startBrowser(url, profile);
        await painted;
        const wait = ms => new Promise(ok => setTimeout(ok, ms));
        await wait(60_000);
        const start = memoryOf(browser.pid);
        await wait((Number(minutes) - 1) * 60_000);
        console.log(JSON.stringify({ name: 'memory-peer', minutes: Number(minutes), start_bytes: start, end_bytes: memoryOf(browser.pid) }));
        await stop(browser);
    }
} finally {
    world.stdin.end();
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true });
}
