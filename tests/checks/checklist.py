#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checklist of models/kube/README.md: every row is there, and every test that it names exists."""

import pathlib
import re
import sys

ROWS = {"K": 21, "X": 14, "T": 12, "D": 8, "S": 17, "C": 9, "W": 10, "R": 9, "P": 7, "H": 9}
ROW = re.compile(r"^\| ([A-Z]\d+(?:, [A-Z]\d+)*) \| .* \| .* \| (.*) \|$")


def functions(root: pathlib.Path):
    """Name of a test program -> the functions of all files of that name."""
    found = {}
    for path in (root / "tests").rglob("tst_*.cpp"):
        names = re.findall(r"void (?:\w+::)?(\w+)\(\)", path.read_text(encoding="utf-8"))
        found.setdefault(path.stem, set()).update(names)
    return found


def problems(tests: str, known):
    program = None
    for part in re.split(r"[;,] ", tests):
        named = re.match(r"`(?:[\w/]+/)?(tst_\w+)`\s*(\w*)", part)
        function = named.group(2) if named else part.strip()
        program = named.group(1) if named else program
        if program not in known:
            yield f"there is no test {program or part}"
        elif function and function not in known[program]:
            yield f"{program} has no {function}"
        elif not function and len(known[program]) == 0:
            yield f"{program} tests nothing"


def offences(root: pathlib.Path):
    known = functions(root)
    seen = set()
    for line in (root / "models/kube/README.md").read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match is None:
            continue
        rows = match.group(1).split(", ")
        seen.update(rows)
        for problem in problems(match.group(2), known):
            yield f"models/kube/README.md: {rows[0]}: {problem}"
    for letter, count in ROWS.items():
        for number in range(1, count + 1):
            if f"{letter}{number}" not in seen:
                yield f"models/kube/README.md: the row {letter}{number} is missing"


def main() -> int:
    found = list(offences(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
