#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-format, clang-tidy and clazy over the C++ files changed since SPILLWAY_LINT_BASE (default: the
# parent of HEAD), or over all of them with --all. Exits 1 if one of them finds something.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

base=${SPILLWAY_LINT_BASE:-$(git rev-parse -q --verify HEAD^ || true)}
if [ "${1:-}" = --all ] || [ -z "$base" ]; then
    mapfile -t files < <(git ls-files '*.cpp' '*.h')
else
    mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.h')
fi
if [ ${#files[@]} -eq 0 ]; then
    echo "No C++ file changed since ${base:-the beginning}"
    exit 0
fi
echo "${#files[@]} file(s) changed since $base"
clang-format --dry-run --Werror "${files[@]}"

sources=()
for file in "${files[@]}"; do
    # Tests are built with warnings as errors; tidy and clazy look at the product.
    case $file in models/*.cpp | widgets/*.cpp | app/*.cpp) sources+=("$file") ;; esac
done
[ ${#sources[@]} -gt 0 ] || exit 0

jobs=$(nproc)
cmake --preset tidy >/dev/null
# moc's output and the Qt resources have to exist before a file that includes them is read.
cmake --build build/tidy --target autogen >/dev/null
printf '%s\n' "${sources[@]}" | xargs -P "$jobs" -n 1 clang-tidy --quiet -p build/tidy
export CLAZY_CHECKS
CLAZY_CHECKS=$(python3 -c 'import json; print(next(p["environment"]["CLAZY_CHECKS"] for p in json.load(open("CMakePresets.json"))["configurePresets"] if p["name"] == "clazy"))')
printf '%s\n' "${sources[@]}" | xargs -P "$jobs" -n 1 clazy-standalone --checks="$CLAZY_CHECKS" -p build/tidy --extra-arg=-Werror --ignore-included-files
