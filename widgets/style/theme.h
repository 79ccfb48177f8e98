// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace spillway {

/// The colours of one theme by what they mean. Widgets never write a colour down: they ask for
/// themeColors(palette()) when they paint, so a palette change is all that a theme switch needs.
struct ThemeColors
{
    bool dark = false;
    QColor window;         ///< behind the cards
    QColor surface;        ///< cards, inputs, tables
    QColor raised;         ///< hovered rows, buttons, popovers
    QColor hairline;       ///< borders and separators
    QColor hairlineStrong; ///< borders of inputs, axis lines
    QColor text;           ///< at least 7:1 on surface
    QColor textMuted;      ///< at least 4.5:1 on surface
    QColor textFaint;      ///< at least 3:1: placeholders and decoration, never the only carrier
    QColor accent;         ///< focus, selection, links
    QColor accentText;     ///< on accent
    QColor selection;      ///< background of what is selected
    QColor ok;             ///< the four of tone.h, each at least 4.5:1 on surface
    QColor warning;
    QColor critical;
    QColor info;
};

[[nodiscard]] const ThemeColors &lightColors();
[[nodiscard]] const ThemeColors &darkColors();
/// Of the theme that a palette made by themePalette() belongs to; for any other palette of the one
/// that is as light as its window colour, or, if that is transparent, as dark as its text is light.
[[nodiscard]] const ThemeColors &themeColors(const QPalette &palette);

[[nodiscard]] QPalette themePalette(const ThemeColors &colors);
/// The one style sheet of the program; lengths in it are in device-independent pixels.
[[nodiscard]] QString themeStyleSheet(const ThemeColors &colors);

/// The grid that all widgets keep to, in device-independent pixels.
namespace spacing {
inline constexpr int hair = 1;
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int radius = 6;      ///< of cards
inline constexpr int radiusSmall = 4; ///< of buttons, inputs, badges
inline constexpr int icon = 16;
} // namespace spacing

enum class FontRole {
    Body,    ///< the program's font
    Small,   ///< axis labels, badges, stamps
    Title,   ///< of a panel: body size, demi-bold
    Heading, ///< of a page
    Mono,    ///< queries, YAML
};

/// A font derived from base (the widget's or program's font); sizes scale with it.
[[nodiscard]] QFont themeFont(FontRole role, const QFont &base);

} // namespace spillway
