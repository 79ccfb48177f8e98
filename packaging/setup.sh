#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Functions of run.sh and test.sh: install what is missing, configure, build.

spillway_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
. "$spillway_root/packaging/packages.sh"

say() { printf '\n== %s\n' "$*"; }

# install_missing PACKAGE...: asks apt only for what dpkg does not have.
install_missing() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "Every package needed is installed"
        return
    fi
    say "Installing: ${missing[*]}"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "sudo is not there; install the packages above as root, then run this again with --no-install" >&2
            exit 1
        }
        root=(sudo)
    fi
    # Daemons of these packages are for us to start, not for the system.
    local policy=/usr/sbin/policy-rc.d ours=no
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | "${root[@]}" tee "$policy" >/dev/null
        "${root[@]}" chmod 755 "$policy"
        ours=yes
    fi
    local status=0
    { "${root[@]}" apt-get update -q &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } || status=$?
    [ "$ours" = no ] || "${root[@]}" rm -f "$policy"
    return "$status"
}

# build_preset PRESET [TARGET...]
build_preset() {
    local preset=$1
    shift
    say "Configuring the preset $preset"
    cmake -S "$spillway_root" --preset "$preset"
    say "Building"
    if [ $# -gt 0 ]; then
        cmake --build "$spillway_root/build/$preset" --target "$@"
    else
        cmake --build "$spillway_root/build/$preset"
    fi
}
