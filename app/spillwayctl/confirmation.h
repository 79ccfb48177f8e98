// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace spillway {

/// Before something is written: says what, such as "Push revision 4 of shop/demo", to which
/// context, and asks. A protected context wants its name typed, any other "y" or "yes". With `yes`
/// nobody is asked. The question goes to stderr, the answer comes from stdin. Errors: InvalidInput
/// if nobody can be asked because one of the two is no terminal; Cancelled for any other answer.
/// Blocks.
[[nodiscard]] Result<void> confirm(const QString &what, const QString &contextName,
                                   bool isProtected, bool yes);

/// Whether that line is a consent. Pure.
[[nodiscard]] bool isConsent(const QString &line, const QString &contextName, bool isProtected);

} // namespace spillway
