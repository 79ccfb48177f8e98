#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes its process id and that of a child into PIDS, and never ends by itself, not even when asked to.
trap '' TERM
sleep 600 &
echo "$$ $!" >"$PIDS.new"
mv "$PIDS.new" "$PIDS"
wait
wait
sleep 600
