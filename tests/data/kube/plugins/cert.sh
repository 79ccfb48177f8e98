#!/bin/sh
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Gives the client certificate CERT with its key KEY, good until EXPIRES.
pem() { awk '{printf "%s\\n", $0}' "$1"; }
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"clientCertificateData":"%s","clientKeyData":"%s"%s}}\n' \
    "$(pem "$CERT")" "$(pem "$KEY")" "${EXPIRES:+,\"expirationTimestamp\":\"$EXPIRES\"}"
