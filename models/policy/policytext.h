// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace spillway {

// Changes of one value in a YAML text that leave every other byte as it is: comments, order, quotes
// and layout are the user's. Paths are field paths ("spec.components[2].replicas.max"). New values
// are given as YAML on one line: 20, 'a text' (YamlWriter::scalar()), {name: x, min: 3}, [a, b].
//
// What was changed is checked by reading the result: it says exactly what the old text said but for
// the one value, or Unsupported is returned ("edit the text yourself"), as for values behind
// anchors and aliases. NotFound: the path leads nowhere. InvalidInput: the value is not YAML.

/// Replaces a value, or adds it to the nearest map on the path that is there.
[[nodiscard]] Result<QByteArray> setYamlValue(const QByteArray &text, const QString &path,
                                              const QString &value);
/// Puts an item into a list before the item of that index; at the end if there are fewer. A list
/// that is not there yet is made.
[[nodiscard]] Result<QByteArray> insertYamlItem(const QByteArray &text, const QString &list,
                                                std::size_t index, const QString &value);
/// Takes a field or an item out, and what would be empty without it. Comments above it stay.
[[nodiscard]] Result<QByteArray> removeYamlValue(const QByteArray &text, const QString &path);

} // namespace spillway
