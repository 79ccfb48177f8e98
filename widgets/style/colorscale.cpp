// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/colorscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

namespace {

// Every sixteenth of viridis (CC0, by S. van der Walt and N. Smith), linear in between: the largest
// error is far below what an eye tells apart.
constexpr std::array<QRgb, 17> viridis{0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e,
                                       0x2a788e, 0x23888e, 0x1f988b, 0x22a884, 0x35b779, 0x54c568,
                                       0x7ad151, 0xa5db36, 0xd2e21b, 0xe9e51a, 0xfde725};

} // namespace

QColor scaleColor(double t, bool dark)
{
    if (std::isnan(t)) {
        return {};
    }
    t = std::clamp(t, 0.0, 1.0);
    // On light, bright yellow would shout where there is least: start at a pale green.
    const double at = (dark ? t : 0.8 * (1 - t)) * (viridis.size() - 1);
    const double pale = dark ? 0 : 0.6 * (1 - t);
    const auto low = std::min(static_cast<std::size_t>(at), viridis.size() - 2);
    const double part = at - static_cast<double>(low);
    const QColor a = QColor::fromRgb(viridis.at(low));
    const QColor b = QColor::fromRgb(viridis.at(low + 1));
    const auto mix = [part, pale](int from, int to) {
        const double value = from + (to - from) * part;
        return static_cast<int>(std::lround(value + (255 - value) * pale));
    };
    return QColor{mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace spillway
