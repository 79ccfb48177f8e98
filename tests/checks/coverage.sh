#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds tests with coverage counters, runs them and prints what they covered.
#   tests/checks/coverage.sh [TEST...]     such as tst_cost; without names all of them, which takes long
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

cmake --preset coverage
if [ $# -gt 0 ]; then
    cmake --build build/coverage --target "$@"
else
    cmake --build build/coverage
fi
# Counters of an earlier run would count as covered.
find build/coverage -name '*.gcda' -delete
status=0
only=$(IFS='|' && echo "$*")
ctest --preset coverage ${only:+-R "^($only)\$"} || status=$?
python3 tests/checks/coverage.py build/coverage
exit "$status"
