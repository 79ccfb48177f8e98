// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/metriccatalog.h"

#include <QString>

namespace spillway {

/// Whether an expression shows a counter as it is, alone or added up, so that a value that falls is
/// a restart. What is a counter the backend's metadata says, else its name.
[[nodiscard]] bool isRawCounter(const QString &expr, const MetricCatalog &catalog);

} // namespace spillway
