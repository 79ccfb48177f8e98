#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each source file must and must not hold: the SPDX head, #pragma once in headers, no loose ends, no sleeps and
skips in tests, no rich text for text from outside."""

import pathlib
import re
import subprocess
import sys

HEAD = "SPDX-FileCopyrightText: The Spillway developers"
FORBIDDEN = {
    r"\b(TODO|FIXME|XXX)\b": "a loose end: finish it or file an issue",
    r"\bqWait\s*\(|\bQTest::qSleep\b|\bsleep_for\b|\bQThread::(m|u)?sleep\b": "a sleep is no synchronisation: wait for the signal",
    r"\bQTRY_(VERIFY2?|COMPARE)\s*\(|\bQSignalSpy\b.*\.wait\(\)|\b\w+\.wait\(\);?\)": "five seconds are short on a busy machine: say how long (_WITH_TIMEOUT)",
    r"\bQSKIP\b|\bQEXPECT_FAIL\b": "a test that is skipped shows nothing",
    # A link needs rich text; "// escaped" says that what it quotes went through toHtmlEscaped().
    r"\bQt::RichText\b(?!.*// escaped)|\bQt::AutoText\b": "text from outside is untrusted: plain text only",
    r"SSL_VERIFY(PEER|HOST)\s*,\s*0": "TLS is always verified",
}


def offences(root, paths):
    for path in paths:
        text = (root / path).read_text(encoding="utf-8")
        if HEAD not in "\n".join(text.splitlines()[:3]):
            yield f"{path}:1: the SPDX head is missing"
        if path.suffix == ".h" and "#pragma once" not in text:
            yield f"{path}:1: #pragma once is missing"
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, why in FORBIDDEN.items():
                if re.search(pattern, line):
                    yield f"{path}:{number}: {why}: {line.strip()[:80]}"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "*.cpp", "*.h"], capture_output=True, text=True, check=True)
    found = list(offences(root, [pathlib.Path(name) for name in listed.stdout.split()]))
    print("\n".join(found) if found else "the heads are right")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
