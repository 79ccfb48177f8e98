#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dependency rule: a folder includes only folders that are allowed for it. Prints each offence."""

import pathlib
import re
import sys

# folder -> folders it may include besides itself. This table is the rule; CMake's links must agree.
VALUES = {"core", "metrics"}
CLIENTS = VALUES | {"net", "prometheus", "kube"}
MODELS = VALUES | {"scaling", "policy", "connection", "dashboards", "rollout", "itemmodels"}
ALLOWED = {
    "core": set(),
    "net": {"core"},
    "metrics": {"core"},
    "prometheus": VALUES | {"net"},
    "kube": VALUES | {"net"},
    "scaling": VALUES,
    "policy": VALUES | {"scaling"},
    "connection": CLIENTS | {"scaling", "policy"},
    "rollout": CLIENTS | {"scaling", "policy"},
    "dashboards": VALUES | {"scaling", "policy"},
    "itemmodels": MODELS - {"itemmodels"},
    "style": MODELS,
    "charts": VALUES | {"style"},
    "panels": MODELS | {"style", "charts"},
    "controls": MODELS | {"style"},
    "editors": VALUES | {"style"},
    "dashboardview": MODELS | {"style", "charts", "panels", "controls"},
    "pages": MODELS | {"style", "charts", "panels", "controls", "editors", "dashboardview"},
    "dialogs": MODELS | {"style", "controls"},
    "mainwindow": MODELS | {"style", "charts", "panels", "controls", "dashboardview", "pages", "dialogs"},
}
APP = set(ALLOWED) | {"demo", "kubeobjects", "spillwayctl", "spillway"}
ROOTS = {"models": False, "widgets": False, "app": True}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Qt headers that no folder under models/ may include: they would pull the GUI into headless programs.
WIDGETS = re.compile(r"^Q(tWidgets|tCharts|Widget|Application$|MainWindow|Dialog|Label|AbstractButton)")


def offences(root: pathlib.Path):
    for top, everything in ROOTS.items():
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            folder = path.relative_to(root / top).parts[0]
            allowed = APP if everything else ALLOWED.get(folder)
            if allowed is None:
                yield f"{path.relative_to(root)}: the folder {folder} is not in the table of tests/checks/layers.py"
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                quote, name = match.groups()
                target = name.split("/")[0]
                where = f"{path.relative_to(root)}:{number}"
                if quote == '"' and "/" in name and target in APP and target not in allowed | {folder}:
                    yield f"{where}: {folder} must not include {target} ({name})"
                if quote == "<" and top == "models" and WIDGETS.match(name):
                    yield f"{where}: models must not include the widget header {name}"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    found = list(offences(root))
    print("\n".join(found) if found else "the layers hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
