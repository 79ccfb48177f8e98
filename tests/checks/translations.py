#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The .ts files are complete: lupdate finds no new or obsolete text, every message is translated in each language,
and translations have the same place markers (%1, %n, %L1) as their source. English needs only its plural forms.
Prints each offence."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MARKER = re.compile(r"%L?\d{1,2}|%n")
LUPDATE = ["/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"]
FOLDERS = ("models", "widgets", "app")


def messages(path):
    """(context, source, comment) -> the message element."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[name, message.findtext("source", ""), message.findtext("comment", "")] = message
    return found


def forms(message):
    translation = message.find("translation")
    if translation is None:
        return []
    plural = translation.findall("numerusform")
    return [form.text or "" for form in plural] if plural else [translation.text or ""]


def offences_of_file(path):
    english = path.stem.endswith("_en")
    for (context, source, _), message in messages(path).items():
        where = f"{path.name}: {context}: {source[:60]!r}"
        translation = message.find("translation")
        kind = translation.get("type", "") if translation is not None else "unfinished"
        numerus = message.get("numerus") == "yes"
        if kind in ("obsolete", "vanished"):
            yield f"{where}: obsolete"
            continue
        if english and not numerus:
            continue
        texts = forms(message)
        if kind == "unfinished" or not texts or not all(texts):
            yield f"{where}: not translated"
            continue
        for text in texts:
            wanted = set(MARKER.findall(source))
            have = set(MARKER.findall(text))
            # "one" of a plural may leave the number out; nothing else may.
            if have != wanted and not (numerus and have | {"%n"} == wanted):
                yield f"{where}: markers {sorted(have)} instead of {sorted(wanted)}"


def offences_of_update(root, folder):
    """What lupdate would change."""
    tool = next((one for one in LUPDATE if shutil.which(one)), None)
    if tool is None:
        yield "lupdate is not installed (qt6-l10n-tools)"
        return
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(folder.glob("*.ts")):
            copy = pathlib.Path(scratch) / path.name
            shutil.copy(path, copy)
            subprocess.run([tool, "-silent", "-locations", "none", "-extensions", "cpp,h",
                            *[str(root / one) for one in FOLDERS], "-ts", str(copy)],
                           check=True, capture_output=True)
            before, after = messages(path), messages(copy)
            for context, source, _ in sorted(after.keys() - before.keys()):
                yield f"{path.name}: {context}: {source[:60]!r}: missing; build the target ts_update"
            for key, message in sorted(after.items()):
                kind = (message.find("translation").get("type", ""))
                if kind in ("vanished", "obsolete"):
                    yield f"{path.name}: {key[0]}: {key[1][:60]!r}: no longer in the sources; build ts_update"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    folder = root / "translations"
    found = [line for path in sorted(folder.glob("*.ts")) for line in offences_of_file(path)]
    found += list(offences_of_update(root, folder))
    print("\n".join(found) if found else "the translations are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
