// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace spillway {

/// A perceptually even scale (viridis: safe for the common colour blindnesses and in grey) for
/// 0 <= t <= 1. More is always farther from the background: towards yellow on dark, towards violet
/// on light. Values outside are clamped; NaN gives an invalid colour.
[[nodiscard]] QColor scaleColor(double t, bool dark);

} // namespace spillway
