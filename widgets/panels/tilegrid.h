// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace spillway {

/// Splits an area into count equal tiles, as near to the wanted aspect (width / height) as
/// possible, in reading order. At most as many as stay at least minimum large; at least one.
[[nodiscard]] std::vector<QRectF> tileGrid(const QSizeF &area, std::size_t count,
                                           const QSizeF &minimum, double aspect);

} // namespace spillway
