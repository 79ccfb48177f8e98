// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyparser.h"
#include "policy/policyscaling.h"

#include <QByteArray>

namespace spillway {

/// A policy with the calendar files it names.
struct PolicyFile
{
    QByteArray text;
    PolicyReading reading; ///< problems of the calendar files are among its problems
    PolicyContext context;
};

/// Reads a policy file ("-": standard input) and, beside it, its iCalendar files. Error File if the
/// policy itself cannot be read; everything else is among the problems. Blocks.
[[nodiscard]] Result<PolicyFile> readPolicyFile(const QString &path, EpochMs now);
/// The same of a text as if it stood in that file.
[[nodiscard]] PolicyFile policyFileOf(const QByteArray &text, const QString &path, EpochMs now);

} // namespace spillway
