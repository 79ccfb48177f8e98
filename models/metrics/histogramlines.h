// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

#include <array>
#include <string_view>

namespace spillway {

/// The label by which the lines of one histogram are told apart; no exporter may use such names.
inline constexpr std::string_view quantileLabel = "__quantile__";
/// What it says of them.
inline constexpr std::array<std::string_view, 2> quantileNames{"p50", "p95"};

/// How many series carry native histograms.
[[nodiscard]] std::size_t histogramCount(const SeriesList &series);

/// What can be drawn as lines: numbers as they are, and in place of native histograms their median
/// and 95th percentile, with quantileLabel. Of the first `most` histograms; one without
/// observations is NaN.
[[nodiscard]] SeriesList histogramLines(const SeriesList &series, std::size_t most);

} // namespace spillway
