#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Size budgets: a .cpp file at most 600 lines, a function at most 60, in the product and in its tests; 95 % of the
product's at most 400 and 30; test lines at least half of the product's lines. Prints each offence."""

import pathlib
import re
import subprocess
import sys

FILE_MAX, FILE_P95, FUNCTION_MAX, FUNCTION_P95, TEST_RATIO = 600, 400, 60, 30, 0.5
PRODUCT = ("models", "widgets", "app")


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def functions(paths):
    """(path, first line, length, name) of each function body, as universal-ctags sees it."""
    listed = subprocess.run(
        ["ctags", "-L", "-", "--languages=C++", "--kinds-C++=f", "--fields=+ne", "--sort=no", "-o", "-"],
        input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines():
        name, path, *rest = line.split("\t")
        fields = dict(part.split(":", 1) for part in rest if re.match(r"(line|end):\d+$", part))
        if "line" in fields and "end" in fields:
            yield path, int(fields["line"]), int(fields["end"]) - int(fields["line"]) + 1, name


def files(root, tops):
    for top in tops:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in {".h", ".cpp"}:
                yield path


def measured(root, tops):
    """What is in the folders: its lines, the lengths of its sources and of its functions, and what is too long."""
    total, lengths, bodies, found = 0, [], [], []
    for path in files(root, tops):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        total += lines
        if path.suffix == ".cpp":
            lengths.append(lines)
            if lines > FILE_MAX:
                found.append(f"{path.relative_to(root)}: {lines} lines, at most {FILE_MAX}")
    for path, line, length, name in functions(files(root, tops)):
        bodies.append(length)
        if length > FUNCTION_MAX:
            place = pathlib.Path(path).relative_to(root)
            found.append(f"{place}:{line}: {name} has {length} lines, at most {FUNCTION_MAX}")
    return total, lengths, bodies, found


def offences(root):
    product, lengths, bodies, found = measured(root, PRODUCT)
    tests, _, _, found_in_tests = measured(root, ("tests",))
    yield from found + found_in_tests
    if percentile(lengths, 0.95) > FILE_P95:
        yield f"95 % of the .cpp files should have at most {FILE_P95} lines, they have {percentile(lengths, 0.95)}"
    if percentile(bodies, 0.95) > FUNCTION_P95:
        yield f"95 % of the functions should have at most {FUNCTION_P95} lines, they have {percentile(bodies, 0.95)}"
    if tests < TEST_RATIO * product:
        yield f"{tests} lines of tests for {product} lines of product, at least {TEST_RATIO:.0%} wanted"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    found = list(offences(root))
    print("\n".join(found) if found else "the sizes are kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
