// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spillway {

class DashboardLibrary;
class PageRegistry;
struct Workspace;

/// Fills the registry for a workspace: the one place that knows which pages there are. A new page
/// is one registry.add() here. The library must outlive the registry. `policyFile`: opened by the
/// policy page instead of the one that was open last.
void setUpPages(PageRegistry &registry, const Workspace &workspace, const DashboardLibrary &library,
                const QString &policyFile = {});

/// Pages for dashboards of the library that came since.
void addDashboards(PageRegistry &registry, const Workspace &workspace,
                   const DashboardLibrary &library);

} // namespace spillway
