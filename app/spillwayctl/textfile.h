// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <limits>

namespace spillway {

/// The bytes of a file, or of standard input ("-"): at most one more than `most`, so that whoever
/// takes at most so many can tell. Error: File.
[[nodiscard]] Result<QByteArray>
readBytes(const QString &path, qsizetype most = std::numeric_limits<qsizetype>::max() - 1);

/// Replaces the file as a whole or not at all. Error: File.
[[nodiscard]] Result<void> writeBytes(const QString &path, const QByteArray &bytes);

} // namespace spillway
