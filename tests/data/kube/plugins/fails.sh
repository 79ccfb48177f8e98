#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Complains in colour, with a window title, a line that overwrites itself and the secret of its environment.
[ -n "$RUNS" ] && echo run >>"$RUNS"
printf '\033]0;owned\007\033[1;31mError:\033[0m session\007 expired\r\n  run \033[4mlogin\033[24m again, key %s\n' "$LOGIN_SECRET" >&2
exit 3
