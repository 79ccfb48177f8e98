// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartseries.h"

namespace spillway {

/// For each series what is drawn for it: its own samples, or for a stacked one the sum of itself
/// and the visible stacked series before it. A series that has no sample at a time adds nothing
/// there and has a gap itself; times of series may differ.
[[nodiscard]] std::vector<SeriesPtr> stackSeries(const ChartSeriesList &series,
                                                 const std::vector<bool> &visible);

} // namespace spillway
