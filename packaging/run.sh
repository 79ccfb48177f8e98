#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Spillway and starts it with the demo world.
#   packaging/run.sh [--no-install] [-- OPTIONS OF spillway]
# With options after -- those are used instead of --demo.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install=yes
while [ $# -gt 0 ]; do
    case $1 in
    --no-install) install=no ;;
    -h | --help)
        sed -n '5,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    --)
        shift
        break
        ;;
    *)
        echo "run.sh: unknown option $1 (see --help)" >&2
        exit 2
        ;;
    esac
    shift
done
[ $# -gt 0 ] || set -- --demo

[ "$install" = no ] || install_missing "${packages_build[@]}" "${packages_run[@]}"
cd "$spillway_root"
build_preset release spillway spillwayctl
say "Starting spillway $*"
exec "$spillway_root/build/release/bin/spillway" "$@"
