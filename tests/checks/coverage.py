#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Line coverage of the product, folder by folder, from the counters that a run of the tests left in a build with
SPILLWAY_COVERAGE; least covered files last.

    coverage.py BUILD-FOLDER [FILES]      FILES: how many of the least covered files to list, default 15"""

import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRODUCT = ("models", "widgets", "app")


def reports(build):
    """What gcov says of each counter file."""
    counters = sorted(build.rglob("*.gcda"))
    for first in range(0, len(counters), 50):
        run = subprocess.run(["gcov", "--json-format", "--stdout", *map(str, counters[first:first + 50])],
                             cwd=build, capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            yield json.loads(line)


def add(found, report, build, root):
    """Sums the counts of a report into found: file -> line -> count."""
    for file in report["files"]:
        path = pathlib.Path(file["file"])
        path = (path if path.is_absolute() else build / path).resolve()
        if not path.is_relative_to(root) or path.is_relative_to(build):
            continue
        name = path.relative_to(root)
        if name.parts[0] in PRODUCT:
            for line in file["lines"]:
                found[name][line["line_number"]] += line["count"]


def share(lines):
    return sum(1 for count in lines if count > 0), len(lines)


def row(name, covered, total):
    return f"{name:40} {covered:7} of {total:7}  {100 * covered / total if total else 0:5.1f} %"


def summary(found, worst):
    folders = collections.defaultdict(list)
    for name, lines in found.items():
        folders["/".join(name.parts[:2])] += lines.values()
    for folder in sorted(folders):
        yield row(folder, *share(folders[folder]))
    yield row("all", *share([count for lines in folders.values() for count in lines]))
    files = [(name, *share(list(lines.values()))) for name, lines in found.items() if lines]
    files.sort(key=lambda one: one[1] / one[2])
    for name, covered, total in reversed(files[:worst]):
        yield row(str(name), covered, total)


def main(arguments):
    build = pathlib.Path(arguments[0]).resolve()
    found = collections.defaultdict(lambda: collections.defaultdict(int))
    for report in reports(build):
        add(found, report, build, ROOT)
    if not found:
        sys.exit(f"{build} has no counters: build with the preset coverage and run the tests first")
    print("\n".join(summary(found, int(arguments[1]) if len(arguments) > 1 else 15)))


if __name__ == "__main__":
    main(sys.argv[1:])
