#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A type of a header has one definition: two of one name and namespace link without a word and mix at run time (the
one definition rule). Prints each offence."""

import collections
import pathlib
import re
import sys

TOKEN = re.compile(
    r"namespace\s+(?P<space>[\w:]+)\s*\{"
    r"|(?:struct|class)\s+(?P<type>\w+)(?:\s+final)?(?:\s*:(?!:)[^;{}()]*)?\s*\{"
    r"|(?P<open>\{)|(?P<close>\})"
)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|R\"(\w*)\(.*?\)\1\"|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)


def types(text):
    """Types at the scope of a namespace, with that namespace."""
    scopes = []
    for match in TOKEN.finditer(COMMENT.sub("", text)):
        if match["close"]:
            if scopes:
                scopes.pop()
            continue
        if match["type"] and all(scopes):
            yield "::".join([*scopes, match["type"]])
        scopes.append(match["space"] or "")


def offences(root):
    found = collections.defaultdict(list)
    for top in ("models", "widgets", "app"):
        for path in sorted((root / top).rglob("*.h")):
            for name in set(types(path.read_text(encoding="utf-8"))):
                found[name].append(path.relative_to(root).as_posix())
    for name, paths in sorted(found.items()):
        if len(paths) > 1:
            yield f"{name} is defined in {' and in '.join(paths)}"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    found = list(offences(root))
    print("\n".join(found) if found else "every type has one definition")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
