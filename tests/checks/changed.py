#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lint.sh looks at: C++ files changed since SPILLWAY_LINT_BASE (default: the parent of HEAD), committed or not,
or all of them if there is no such commit (--all, the first commit, a clone without history).

    changed.py files|sources [--all | FILE...]

files: what clang-format checks. sources: the .cpp files of the product that clang-tidy and clazy read; for a changed
header one that includes it."""

import os
import pathlib
import re
import subprocess
import sys

PRODUCT = ("models/", "widgets/", "app/")
# Input of lupdate, not of a compiler.
NOT_CODE = {"models/dashboards/shippedstrings.h"}
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


class NoBase(Exception):
    """The commit to compare with was named and is not here."""


def git(root, *arguments):
    run = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def commit(root, name):
    run = subprocess.run(["git", "rev-parse", "-q", "--verify", name + "^{commit}"], cwd=root, capture_output=True, text=True)
    return run.stdout.strip() or None


def base(root, named):
    """The commit to compare with; None if everything is new."""
    if not named:
        return commit(root, "HEAD^")
    found = commit(root, named)
    if found is None:
        raise NoBase(f"SPILLWAY_LINT_BASE={named} is no commit of this clone (a shallow one? git fetch --unshallow)")
    # What others did since is not ours; in a shallow clone there may be no common commit.
    merge = subprocess.run(["git", "merge-base", found, "HEAD"], cwd=root, capture_output=True, text=True)
    return merge.stdout.strip() or found


def changed(root, since):
    """C++ files that are there and differ from that commit; all if it is None."""
    patterns = ["--", "*.cpp", "*.h"]
    names = set(git(root, "ls-files", "--others", "--exclude-standard", *patterns))
    if since is None:
        names |= set(git(root, "ls-files", *patterns))
    else:
        names |= set(git(root, "diff", "--name-only", "--diff-filter=d", since, *patterns))
    return sorted(name for name in names if (root / name).is_file())


def includers(root):
    """Included path -> product files that include it; paths begin below models/, widgets/ or app/."""
    found = {}
    for top in PRODUCT:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in {".h", ".cpp"}:
                for included in INCLUDE.findall(path.read_text(encoding="utf-8")):
                    found.setdefault(included, []).append(path.relative_to(root).as_posix())
    return found


def reader(root, header, graph):
    """A source through which that header is read: its own, else the nearest that includes it; None if nobody does."""
    own = pathlib.Path(header).with_suffix(".cpp")
    if (root / own).is_file():
        return own.as_posix()
    seen, level = {header}, [header]
    while level:
        above = [one for name in level for one in graph.get(name.split("/", 1)[1], []) if one not in seen]
        sources = sorted(one for one in above if one.endswith(".cpp"))
        if sources:
            return sources[0]
        seen.update(above)
        level = above
    return None


def sources(root, names):
    product = [name for name in names if name.startswith(PRODUCT) and name not in NOT_CODE]
    chosen = {name for name in product if name.endswith(".cpp")}
    headers = [name for name in product if name.endswith(".h")]
    graph = includers(root) if headers else {}
    for header in headers:
        # A header that nothing includes is read by itself.
        chosen.add(reader(root, header, graph) or header)
    return sorted(chosen)


def main(arguments):
    root = pathlib.Path(__file__).resolve().parents[2]
    what, *names = arguments
    try:
        if names == ["--all"]:
            names = changed(root, None)
        elif not names:
            names = changed(root, base(root, os.environ.get("SPILLWAY_LINT_BASE")))
    except NoBase as problem:
        sys.exit(str(problem))
    for name in names if what == "files" else sources(root, names):
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
