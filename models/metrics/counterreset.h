// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

namespace spillway {

/// True if a sample is lower than the number before it: a counter restarted.
[[nodiscard]] bool isCounterReset(const Series &series, std::size_t index);

} // namespace spillway
