#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the texts of the shipped dashboards as a header that lupdate reads.

dashboardstrings.py          writes models/dashboards/shippedstrings.h
dashboardstrings.py --check  exits 1 if that file is not current
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "models/dashboards/shippedstrings.h"
# The files are canonical (tst_shippeddashboards), so one line holds one text.
FIELD = re.compile(r"^[ -]*(title|description|label|legend|text|advice): (.+)$")


def plain(value):
    if value.startswith("'"):
        return value[1:-1].replace("''", "'")
    return value


def texts():
    found = []
    for path in sorted((ROOT / "resources/dashboards").glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            match = FIELD.match(line)
            if match and re.search("[A-Za-z]", re.sub(r"{{\w+}}", "", match[2])):
                found.append(plain(match[2]))
    return sorted(set(found))


def header():
    lines = [
        "// SPDX-FileCopyrightText: The Spillway developers",
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        "//",
        "// Written by resources/dashboardstrings.py for lupdate; do not edit.",
        "// clang-format off",
        "#pragma once",
    ]
    for text in texts():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'QT_TRANSLATE_NOOP("Dashboard", "{escaped}")')
    return "\n".join(lines) + "\n"


def main():
    if "--check" in sys.argv:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != header():
            print(f"{TARGET} is not current: run resources/dashboardstrings.py")
            return 1
        return 0
    TARGET.write_text(header(), encoding="utf-8")
    return 0


sys.exit(main())
