// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/pipeline.h"
#include "scaling/scalinghistory.h"

#include <vector>

namespace spillway {

/// Stretches in which an external API failed much more than it usually does. While a recorded
/// breaker was open nobody called, so nothing says that it had recovered.
[[nodiscard]] std::vector<ToolOutage>
toolOutages(const ToolHistory &tool, const GridColumn &breakerOpen, const TimeGrid &grid);

} // namespace spillway
