// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QByteArray>

namespace spillway {

/// The one canonical text of a dashboard: fields in a fixed order, defaults left out, so that files
/// under version control differ only where the dashboard does. readDashboard() gives it back.
[[nodiscard]] QByteArray writeDashboard(const Dashboard &dashboard);

} // namespace spillway
