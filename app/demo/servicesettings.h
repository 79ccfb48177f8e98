// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/breaker.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace spillway::demo {

/// Settings of the breakers of the tools; none: the built-in ones.
using ToolSettings = std::array<std::optional<BreakerSettings>, toolCount>;

/// Settings with others in place of some, by the names of a policy ("waitInOpen" -> "30s"). What
/// is not understood stays as it was.
[[nodiscard]] BreakerSettings tuned(BreakerSettings settings, const QMap<QString, QString> &others);

/// What a policy says about the breakers of the tool router: the data of its ConfigMap
/// `spillway-settings-<policy>`. Tools of others are left out. InvalidDocument with the position
/// inside settings.yaml, UnsupportedVersion for another schema.
[[nodiscard]] Result<ToolSettings> toolSettingsOf(const QJsonObject &data);

/// The number of a tool by its name.
[[nodiscard]] std::optional<std::size_t> toolNamed(const QString &name);

} // namespace spillway::demo
