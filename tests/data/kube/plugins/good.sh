#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Counts its runs in RUNS, keeps what it was asked in ASKED, and gives the token TOKEN that is good until EXPIRES. With
# GATE it waits until that file is there.
[ -n "$RUNS" ] && echo run >>"$RUNS"
[ -n "$ASKED" ] && printf '%s' "$KUBERNETES_EXEC_INFO" >"$ASKED"
while [ -n "$GATE" ] && [ ! -e "$GATE" ]; do sleep 0.02; done
version=$(printf '%s' "$KUBERNETES_EXEC_INFO" | sed 's/.*"apiVersion":"\([^"]*\)".*/\1/')
printf '{"apiVersion":"%s","kind":"ExecCredential","status":{"token":"%s"%s}}\n' \
    "$version" "${TOKEN:-plugin-token-canary}" "${EXPIRES:+,\"expirationTimestamp\":\"$EXPIRES\"}"
