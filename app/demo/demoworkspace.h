// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"

#include <QUrl>

namespace spillway::demo {

/// The workspace of the demo system behind that Prometheus: components with their workloads and
/// jobs, prices and a budget in CNY. With a kubeconfig it has a cluster.
[[nodiscard]] Workspace demoWorkspace(const QUrl &prometheus, const QString &kubeconfig = {});

} // namespace spillway::demo
