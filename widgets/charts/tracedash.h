// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/chartpalette.h"

#include <QPointF>

#include <array>
#include <cmath>

namespace spillway {

/// Dash pattern in device pixels: two dashes and two gaps, repeated.
class DashPattern
{
public:
    DashPattern(DashStyle style, float pixelRatio)
        : m_solid(style == DashStyle::Solid)
    {
        static constexpr std::array<std::array<float, 4>, 4> patterns{
            {{1, 0, 1, 0}, {7, 4, 7, 4}, {2, 3, 2, 3}, {8, 3, 2, 3}}};
        m_lengths = patterns.at(static_cast<std::size_t>(style));
        m_period = 0;
        for (float &length : m_lengths) {
            length *= pixelRatio;
            m_period += length;
        }
    }

    /// Whether the pattern is inked at a distance from its start.
    [[nodiscard]] bool isOn(float at) const
    {
        return m_solid || inkLeft(std::fmod(at, m_period)) > 0;
    }

    /// Calls ink(from, to) for each inked piece of a segment; phase runs on along the line.
    template<typename Ink>
    void split(const QPointF &from, const QPointF &to, double &phase, Ink ink) const
    {
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (m_solid || length > 4000) { // mostly outside of the plot: not worth its dashes
            ink(from, to);
            return;
        }
        double at = 0;
        while (at < length) {
            const float left = inkLeft(static_cast<float>(std::fmod(phase, m_period)));
            const double step = std::min<double>(std::abs(left), length - at);
            if (left > 0) {
                ink(from + (to - from) * (at / length),
                    from + (to - from) * ((at + step) / length));
            }
            at += step;
            phase += step;
        }
    }

private:
    /// Distance to the end of the current dash, or minus the distance to the end of the gap; never
    /// so short that a walk along the pattern would stand still.
    [[nodiscard]] float inkLeft(float at) const
    {
        for (std::size_t i = 0; i < m_lengths.size(); ++i) {
            if (at < m_lengths.at(i)) {
                const float left = std::max(0.05F, m_lengths.at(i) - at);
                return i % 2 == 0 ? left : -left;
            }
            at -= m_lengths.at(i);
        }
        return 0.05F;
    }

    std::array<float, 4> m_lengths{};
    float m_period = 1;
    bool m_solid;
};

} // namespace spillway
