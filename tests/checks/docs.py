#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/findings.md has each id that the sources give to a finding or a note, and no other; docs/commands.md has each
command and option of spillwayctl as --help prints it. Prints each difference.

    docs.py [ROOT]                            the findings
    docs.py ROOT SPILLWAYCTL [--write]        the commands; --write puts the tables of the program into the file"""

import collections
import pathlib
import re
import subprocess
import sys

# Where ids are given, by the heading in findings.md.
GROUPS = {
    "A policy": ("models/scaling/schedulelint*.cpp", "models/policy/policyfindings.cpp", "models/policy/sharedquotas.cpp"),
    "A plan": ("models/rollout/planfindings*.cpp",),
    "An undo": ("models/rollout/undo*.cpp", "models/rollout/push.cpp"),
    "An import": ("models/rollout/import*.cpp", "app/spillwayctl/importcommand.cpp"),
}
# Words with a hyphen in those files that are no ids.
OTHER = {"token-bucket", "aws-sqs-queue"}
HYPHENED = re.compile(r'u?"([a-z]+(?:-[a-z0-9]+)+)"')
GIVEN = re.compile(r'\b(?:add|note|noteUnread)\(\s*(?:u)?"([a-z]+)"(?:_L1|_s)?\s*,')
LISTED = re.compile(r'push_back\(\s*\{\s*u?"([a-z]+)"(?:_L1|_s)')
ROW = re.compile(r"^\| `([a-z0-9-]+)` \|(.*)\|$")


def ids(root, globs):
    found = set()
    for pattern in globs:
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            for each in (HYPHENED, GIVEN, LISTED):
                found.update(each.findall(text))
    return found - OTHER


def documented(text):
    """The ids of each heading; a row with an empty cell explains nothing and does not count."""
    found = collections.defaultdict(set)
    heading = ""
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line[3:]
        row = ROW.match(line)
        if row and all(cell.strip() for cell in row[2].split("|")):
            found[heading].add(row[1])
    return found


def finding_offences(root):
    told = documented((root / "docs/findings.md").read_text(encoding="utf-8"))
    for heading, globs in GROUPS.items():
        given = ids(root, globs)
        for name in sorted(given - told[heading]):
            yield f"docs/findings.md: {name} is not explained under “{heading}”"
        for name in sorted(told[heading] - given):
            yield f"docs/findings.md: no source gives the id {name} of “{heading}”"


def entries(text):
    """Section, signature and help of each entry of a --help: in two columns, or in two lines if the first is long."""
    column = 30
    section = ""
    lines = [*text.splitlines(), ""]
    for line, following in zip(lines, lines[1:]):
        if re.match(r"\S.*:$", line):
            section = line[:-1]
        elif re.match(r"  \S", line) and section in ("Options", "Positionals", "Subcommands"):
            if following.startswith(" " * column):
                yield section, line.strip(), following.strip()
            else:
                yield section, line[:column].strip(), line[column:].strip()


def cells(signature, words):
    """`-n, --namespace NAME` and what it does, of one option or argument."""
    words = words.rstrip(".") + "."
    excluded = re.search(r" Excludes: (.*)$", signature)
    if excluded:
        words += f" Not with {excluded[1].replace(' ', ', ')}."
        signature = signature[: excluded.start()]
    signature = re.sub(r" Needs: .*$", "", signature)
    if signature.endswith(" REQUIRED"):
        words += " Mandatory."
        signature = signature.removesuffix(" REQUIRED")
    signature = re.sub(r"\b[A-Z]+:\{", "{", re.sub(r":(?:POSITIVE|NONNEGATIVE)\b", "", signature)).replace(",--", ", --")
    between = re.search(r":[A-Z]+ in \[(\S+) - (\S+)\]", signature)
    if between:
        words += f" From {between[1]} to {between[2]}."
        signature = signature.replace(between[0], "")
    usual = re.search(r"=([^A-Z{].*)$", signature)
    if usual:
        words += f" Usually `{usual[1]}`."
        signature = signature[: usual.start()]
    return "| " + f"`{signature}` | {words}".replace("|", "\\|").replace("` \\| ", "` | ", 1) + " |"


def commands(program, words=()):
    """Command, what it does, and the rows of its table; those below it behind it."""
    text = subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=True).stdout
    rows, below = [], []
    for section, signature, help_text in entries(text):
        if section == "Subcommands":
            below.append(signature)
        elif not signature.startswith("-h,--help"):
            rows.append(cells(signature, help_text))
    yield " ".join(["spillwayctl", *words]), text.splitlines()[0], rows
    for name in below:
        yield from commands(program, (*words, name))


def rendered(text, known):
    """The text with the tables of the program; what people wrote between them stays."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    prose = {}
    for part in parts[1:]:
        heading, _, body = part.partition("\n")
        lines = [line for line in body.splitlines() if not line.startswith("| ") and line != "|---|---|"]
        prose[heading] = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    made = [parts[0].rstrip()]
    for name, what, rows in known:
        heading = f"## `{name}`"
        made += ["", heading, "", prose.get(heading) or what.rstrip(".") + "."]
        if rows:
            made += ["", "| option | |", "|---|---|", *rows]
    return "\n".join(made) + "\n"


def command_offences(root, program, write=False):
    path = root / "docs/commands.md"
    old = path.read_text(encoding="utf-8")
    new = rendered(old, commands(program))
    if write:
        path.write_text(new, encoding="utf-8")
        return
    before, after = old.splitlines(), new.splitlines()
    for line in [line for line in after if line and line not in before]:
        yield f"docs/commands.md: missing: {line}"
    for line in [line for line in before if line and line not in after]:
        yield f"docs/commands.md: spillwayctl has no longer: {line}"
    if old != new:
        yield "docs/commands.md: run tests/checks/docs.py ROOT SPILLWAYCTL --write"


def main() -> int:
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parents[2])
    if len(arguments) > 1:
        found = list(command_offences(root, arguments[1], "--write" in sys.argv))
    else:
        found = list(finding_offences(root))
    print("\n".join(found) if found else "the documentation says what the program says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
