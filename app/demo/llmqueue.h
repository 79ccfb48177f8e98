// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/orders.h"
#include "demo/workload.h"
#include "demo/worldstate.h"

namespace spillway::demo {

/// One step of the generation queue: turns become jobs, consumers take as many as their
/// concurrency allows, the provider admits what is left of its quota and answers 429 to the rest,
/// which goes back into the queue. More consumers than the quota feeds only make more 429s. Orders
/// keep jobs from the queue, or consumers from asking more often than they are told.
void stepLlm(WorldState &state, const Workload &workload, bool outage, const Orders &orders);

} // namespace spillway::demo
