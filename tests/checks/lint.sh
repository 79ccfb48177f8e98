#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-format, clang-tidy and clazy over what changed (see changed.py), spelling and scripts everywhere; exits 1 if
# one of them finds something.
#   tests/checks/lint.sh [--all | FILE...]
# SPILLWAY_LINT_BASE names the commit to compare with, SPILLWAY_LINT_JOBS how many run at a time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."

for tool in git python3 cmake ninja clang++ clang-format clang-tidy clazy-standalone codespell shellcheck; do
    command -v "$tool" >/dev/null || {
        echo "lint.sh: $tool is missing; packaging/packages.sh lint lists the packages" >&2
        exit 1
    }
done

echo "codespell and shellcheck: everything"
git ls-files -z | xargs -0 codespell
git ls-files -z '*.sh' .ci/run | xargs -0 shellcheck -x

# Not through process substitution: its failure would go unseen.
listed=$(python3 "$here/changed.py" files "$@")
[ -n "$listed" ] || {
    echo "No C++ file changed"
    exit 0
}
mapfile -t files <<<"$listed"
echo "clang-format: ${#files[@]} file(s)"
clang-format --dry-run --Werror "${files[@]}"

# Tests are built with warnings as errors; tidy and clazy look at the product.
listed=$(python3 "$here/changed.py" sources "$@")
[ -n "$listed" ] || exit 0
mapfile -t sources <<<"$listed"

jobs=${SPILLWAY_LINT_JOBS:-$(nproc)}
cmake --preset tidy >/dev/null
# moc's output has to exist before a file that includes it is read.
cmake --build build/tidy --target autogen >/dev/null
checks=$(python3 -c 'import json
presets = json.load(open("CMakePresets.json"))["configurePresets"]
print(next(preset["environment"]["CLAZY_CHECKS"] for preset in presets if preset["name"] == "clazy"))')

status=0
echo "clang-tidy: ${#sources[@]} source(s)"
printf '%s\0' "${sources[@]}" | xargs -0 -P "$jobs" -n 1 clang-tidy --quiet -p build/tidy || status=1
echo "clazy: ${#sources[@]} source(s)"
printf '%s\0' "${sources[@]}" |
    xargs -0 -P "$jobs" -n 1 clazy-standalone --checks="$checks" -p build/tidy --extra-arg=-Werror --ignore-included-files || status=1
exit "$status"
