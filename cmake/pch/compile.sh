#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compile.sh COMPILER OPTION...: compiles, and beside a precompiled header X.gch writes X.gch.sum, the sum
# of all text that went into it. ccache reads that instead of the header itself (CCACHE_PCH_EXTSUM), and
# the sum is the same in every checkout with the same headers.
set -eu
"$@"
compiler=$1
output=
previous=
for word; do
    [ "$previous" != -o ] || output=$word
    previous=$word
done
case $output in
*.gch) ;;
*) exit 0 ;;
esac
{
    "$compiler" --version
    shift
    skip=
    for word; do
        shift
        if [ -n "$skip" ]; then
            skip=
        elif [ "$word" = -o ] || [ "$word" = -MF ] || [ "$word" = -MT ]; then
            skip=yes
        elif [ "$word" != -c ] && [ "$word" != -MD ]; then
            set -- "$@" "$word"
        fi
    done
    "$compiler" "$@" -E -P
} | sha256sum | cut -d' ' -f1 >"$output.sum"
