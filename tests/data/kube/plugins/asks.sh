#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Asks for a password on standard input and on the terminal.
if read -r password; then echo "got a line: $password" >&2; fi
if ! (exec </dev/tty) 2>/dev/null; then
    echo "no terminal to ask for the password on" >&2
    exit 1
fi
read -r password </dev/tty
