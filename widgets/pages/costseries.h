// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"

namespace spillway {

// What was computed, in the form in which panels take data.

/// One value at one time under a name.
[[nodiscard]] SeriesPtr singleSeries(const QString &name, EpochMs time, double value);
/// The same samples under a name instead of labels.
[[nodiscard]] SeriesPtr renamedSeries(const Series &series, const QString &name);
/// An answer whose legend is those names.
[[nodiscard]] QueryAnswer
costAnswer(SeriesList series, std::chrono::milliseconds offset = std::chrono::milliseconds{0});

} // namespace spillway
