// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/metriccatalog.h"

#include <QString>

namespace spillway {

/// Whether an expression shows a counter as it is, so that a value that falls is a restart. Added
/// up it is not: a sum falls as well when a pod is gone. What is a counter the backend's metadata
/// says, else its name.
[[nodiscard]] bool isRawCounter(const QString &expr, const MetricCatalog &catalog);

} // namespace spillway
