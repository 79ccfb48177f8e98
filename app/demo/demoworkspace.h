// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"

#include <QUrl>

namespace spillway::demo {

/// The workspace of the demo system behind that Prometheus: components with their workloads and
/// jobs, prices and a budget in CNY.
[[nodiscard]] Workspace demoWorkspace(const QUrl &prometheus);

} // namespace spillway::demo
