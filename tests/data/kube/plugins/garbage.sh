#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
echo "Welcome! Your token is plugin-token-canary."
