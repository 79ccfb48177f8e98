// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/counterreset.h"

#include <cmath>

namespace spillway {

bool isCounterReset(const Series &series, std::size_t index)
{
    for (std::size_t i = index; i > 0; --i) {
        if (!std::isnan(series.values[i - 1])) {
            return series.values[index] < series.values[i - 1];
        }
    }
    return false;
}

} // namespace spillway
