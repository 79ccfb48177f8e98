// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstdint>
#include <vector>

namespace spillway {

/// How the line of a series is broken up. Second channel beside the colour, so that series can be
/// told apart without seeing colours.
enum class DashStyle : std::uint8_t { Solid, Dash, Dot, DashDot };

/// Third channel: the shape of a series' points.
enum class MarkerShape : std::uint8_t { Circle, Square, Triangle, Diamond, TriangleDown, Cross };

/// What one series looks like.
struct SeriesLook
{
    QColor colour;
    DashStyle dash = DashStyle::Solid;
    MarkerShape marker = MarkerShape::Circle;
    friend bool operator==(const SeriesLook &, const SeriesLook &) = default;
};

/// All colours a chart paints with. A plain value: a change of theme hands each chart a new one.
struct ChartPalette
{
    QColor background; ///< behind everything; opaque
    QColor grid;
    QColor axis;
    QColor text;
    QColor dimText; ///< second time zone, dates, units
    QColor crosshair;
    QColor selection; ///< the range being dragged; translucent
    QColor hatch;     ///< ranges that are kept or stale; translucent
    QColor focus;     ///< keyboard focus and the walked sample
    QColor ok;
    QColor warning;
    QColor critical;
    QColor tooltipBackground;
    QColor tooltipBorder;
    QColor tooltipText;
    std::vector<QColor> series; ///< not empty; distinct for the common colour deficiencies

    /// Colours in their order with solid lines first, then the same colours dashed, and so on.
    [[nodiscard]] SeriesLook look(std::size_t index) const;

    [[nodiscard]] static ChartPalette light();
    [[nodiscard]] static ChartPalette dark();

    friend bool operator==(const ChartPalette &, const ChartPalette &) = default;
};

} // namespace spillway
