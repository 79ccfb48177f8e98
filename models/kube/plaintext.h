// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spillway {

/// Text of a program or a file as it may be shown: without terminal escape sequences, control
/// characters and characters that turn the direction of writing; lines stay lines.
[[nodiscard]] QString withoutControls(const QString &text);

} // namespace spillway
