// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace spillway {

/// A value of the command line that cannot be used.
[[nodiscard]] inline Error badOption(const QString &what, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput, .what = what, .why = why};
}

} // namespace spillway
