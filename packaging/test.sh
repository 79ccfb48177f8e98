#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds with ASan and UBSan and runs every test.
#   packaging/test.sh [--no-install] [--no-lint] [-- OPTIONS OF ctest]
# Without --no-lint, tests/checks/lint.sh looks at what changed since SPILLWAY_LINT_BASE
# (a commit; by default the parent of HEAD).
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install=yes
lint=yes
while [ $# -gt 0 ]; do
    case $1 in
    --no-install) install=no ;;
    --no-lint) lint=no ;;
    -h | --help)
        sed -n '5,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    --)
        shift
        break
        ;;
    *)
        echo "test.sh: unknown option $1 (see --help)" >&2
        exit 2
        ;;
    esac
    shift
done

needed=("${packages_build[@]}" "${packages_run[@]}" "${packages_test[@]}")
[ "$lint" = no ] || needed+=("${packages_lint[@]}")
[ "$install" = no ] || install_missing "${needed[@]}"
cd "$spillway_root"
build_preset dev
if [ "$lint" = yes ]; then
    say "Static checks of what changed"
    tests/checks/lint.sh
fi
say "Running the tests"
ctest --preset dev "$@"
