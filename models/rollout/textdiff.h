// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace spillway {

/// Two texts line by line, as `diff -u` writes it; empty if they are equal. Any thread.
[[nodiscard]] QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after,
                                     const QString &beforeName, const QString &afterName);

} // namespace spillway
