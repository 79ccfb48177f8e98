// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/workload.h"
#include "demo/worldstate.h"

namespace spillway::demo {

/// One step of the session store: sessions take memory until their time to live ends, and beyond
/// maxmemory keys are evicted, which costs hits. Pressure is somebody else's keys in the same
/// store.
void stepRedis(WorldState &state, const Workload &workload, bool pressure);

} // namespace spillway::demo
