// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

namespace spillway {

/// The largest series of a whole window and what is left. (PromQL's topk() picks anew at every
/// step, so a range query returns more than k series: prometheus#586.)
struct TopSeries
{
    SeriesList top;            ///< largest first
    SeriesPtr rest;            ///< null if nothing is left over; has no labels
    std::size_t restCount = 0; ///< series summed in rest
};

/// The count series with the largest sum of finite samples over the window; +Inf counts as
/// largest, ties go by labels. The choice depends on the window alone, so it is stable while
/// refreshing. rest has the union of the others' times and their sum at each; NaN as soon as one
/// of them is NaN there. count = 0: all series, no rest.
[[nodiscard]] TopSeries topSeries(const SeriesList &series, std::size_t count);

} // namespace spillway
