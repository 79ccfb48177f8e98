// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

class QPainter;
class QRectF;

namespace spillway {

/// How good or bad something is. Always drawn as a shape and a colour, and said in words.
enum class Tone {
    Neutral,  ///< dash
    Ok,       ///< disc
    Info,     ///< ring
    Warning,  ///< triangle
    Critical, ///< diamond
};

/// Something to act on: a warning or worse.
[[nodiscard]] constexpr bool isAlarming(Tone tone)
{
    return tone == Tone::Warning || tone == Tone::Critical;
}

[[nodiscard]] QColor toneColor(Tone tone, const ThemeColors &colors);
/// The shape, filling the square in the middle of rect.
void drawTone(QPainter &painter, const QRectF &rect, Tone tone, const ThemeColors &colors);
/// "ok", "warning", "critical", translated, for accessible names.
[[nodiscard]] QString toneName(Tone tone);

} // namespace spillway
