// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace spillway::demo {

/// The workspace file of the demo system behind that Prometheus: components with their workloads
/// and jobs, prices and budget in CNY.
[[nodiscard]] QByteArray demoWorkspaceYaml(const QUrl &prometheus);

} // namespace spillway::demo
