// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace spillway::demo {

/// A document as the API server spells YAML: sorted keys, two blanks of indentation, sequences not
/// indented, quotes only where a plain scalar would be read as something else.
[[nodiscard]] QString yamlText(const QJsonObject &document);

} // namespace spillway::demo
