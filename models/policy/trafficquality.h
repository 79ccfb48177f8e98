// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/timegrid.h"

#include <QStringList>

namespace spillway {

/// Translated sentences about the stretches of a traffic that are not known: how much, the longest,
/// and whether it ends before the grid does. None if all or nothing is known. Pure.
[[nodiscard]] QStringList trafficDoubts(const GridColumn &traffic, const TimeGrid &grid);

} // namespace spillway
