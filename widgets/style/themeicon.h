// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStringView>

namespace spillway {

/// A line icon of resources/icons by its file name ("refresh"), drawn sharp at any device pixel
/// ratio in the text colour of the application's palette at the time of painting: icons follow a
/// theme switch by themselves.
[[nodiscard]] QIcon themeIcon(QStringView name);

/// The same in a fixed colour.
[[nodiscard]] QIcon themeIcon(QStringView name, const QColor &color);

} // namespace spillway
