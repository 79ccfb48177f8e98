// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/chartpalette.h"

#include <array>

namespace spillway {

SeriesLook ChartPalette::look(std::size_t index) const
{
    static constexpr std::array dashes{DashStyle::Solid, DashStyle::Dash, DashStyle::Dot,
                                       DashStyle::DashDot};
    static constexpr std::array markers{MarkerShape::Circle,       MarkerShape::Square,
                                        MarkerShape::Triangle,     MarkerShape::Diamond,
                                        MarkerShape::TriangleDown, MarkerShape::Cross};
    if (series.empty()) {
        return {text, DashStyle::Solid, MarkerShape::Circle};
    }
    return {series[index % series.size()], dashes[index / series.size() % dashes.size()],
            markers[index % markers.size()]};
}

// Okabe and Ito's set (https://jfly.uni-koeln.de/color/), darkened or lightened until each colour
// has a contrast of at least 3:1 against the background of its theme.
ChartPalette ChartPalette::light()
{
    ChartPalette p;
    p.background = QColor{0xff, 0xff, 0xff};
    p.grid = QColor{0xe9, 0xec, 0xf0};
    p.axis = QColor{0xb4, 0xbb, 0xc5};
    p.text = QColor{0x3c, 0x45, 0x52};
    p.dimText = QColor{0x6b, 0x75, 0x84};
    p.crosshair = QColor{0x54, 0x5f, 0x6e};
    p.selection = QColor{0x00, 0x72, 0xb2, 0x30};
    p.hatch = QColor{0x6b, 0x75, 0x84, 0x38};
    p.focus = QColor{0x0b, 0x63, 0xce};
    p.ok = QColor{0x00, 0x7a, 0x5a};
    p.warning = QColor{0xb2, 0x6a, 0x00};
    p.critical = QColor{0xc2, 0x2f, 0x1d};
    p.tooltipBackground = QColor{0xff, 0xff, 0xff};
    p.tooltipBorder = QColor{0xc9, 0xcf, 0xd8};
    p.tooltipText = QColor{0x20, 0x27, 0x31};
    p.series = {QColor{0x00, 0x72, 0xb2}, QColor{0xd5, 0x5e, 0x00}, QColor{0x00, 0x8f, 0x68},
                QColor{0xb8, 0x55, 0x92}, QColor{0x2f, 0x8f, 0xc9}, QColor{0xb0, 0x7a, 0x00},
                QColor{0x4b, 0x3f, 0x9e}, QColor{0x5c, 0x66, 0x70}};
    return p;
}

ChartPalette ChartPalette::dark()
{
    ChartPalette p;
    p.background = QColor{0x1b, 0x20, 0x28};
    p.grid = QColor{0x2b, 0x32, 0x3d};
    p.axis = QColor{0x4a, 0x54, 0x63};
    p.text = QColor{0xcf, 0xd6, 0xe0};
    p.dimText = QColor{0x93, 0x9e, 0xae};
    p.crosshair = QColor{0xb4, 0xbe, 0xcc};
    p.selection = QColor{0x56, 0xb4, 0xe9, 0x38};
    p.hatch = QColor{0x93, 0x9e, 0xae, 0x34};
    p.focus = QColor{0x7c, 0xc4, 0xff};
    p.ok = QColor{0x2f, 0xc2, 0x94};
    p.warning = QColor{0xf0, 0xa3, 0x30};
    p.critical = QColor{0xff, 0x7a, 0x66};
    p.tooltipBackground = QColor{0x27, 0x2e, 0x39};
    p.tooltipBorder = QColor{0x4a, 0x54, 0x63};
    p.tooltipText = QColor{0xe8, 0xed, 0xf4};
    p.series = {QColor{0x56, 0xb4, 0xe9}, QColor{0xf2, 0x8e, 0x3c}, QColor{0x1f, 0xc0, 0x96},
                QColor{0xe0, 0x8f, 0xc0}, QColor{0xf0, 0xe4, 0x42}, QColor{0x4c, 0x8e, 0xf0},
                QColor{0xb9, 0xa5, 0xff}, QColor{0xb8, 0xc0, 0xcc}};
    return p;
}

} // namespace spillway
