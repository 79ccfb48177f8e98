// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs page.html in headless Chromium with software rendering and prints the median milliseconds of
// a full update of all panels by points a series: {"1000": ms, "4000": ms, "20000": ms}.
// Before: npm ci (or npm install) in this folder. CHROMIUM names the browser, ROUNDS the rounds.
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const rounds = Math.max(5, Number(process.env.ROUNDS ?? 21));
const profile = mkdtempSync(join(tmpdir(), "spillway-peer-charts-"));
const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport: { width: 1620, height: 960 },
    deviceScaleFactor: 1,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
    const page = browser.pages()[0] ?? await browser.newPage();
    await page.goto(pathToFileURL(join(here, "page.html")).href);
    await page.addStyleTag({ content: readFileSync(join(here, "node_modules/uplot/dist/uPlot.min.css"), "utf8") });
    await page.addScriptTag({ content: readFileSync(join(here, "node_modules/uplot/dist/uPlot.iife.min.js"), "utf8") });
    const result = {};
    for (const points of [1000, 4000, 20000]) {
        const measured = await page.evaluate(([n, r]) => globalThis.measure(n, r), [points, rounds]);
        if (measured.inked < 5000) {
            throw new Error(`nothing was drawn: ${JSON.stringify(measured)}`);
        }
        result[points] = Number(measured.median.toFixed(3));
    }
    if (process.env.SCREENSHOT) {
        await page.screenshot({ path: process.env.SCREENSHOT });
    }
    console.log(JSON.stringify(result));
} finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
}
