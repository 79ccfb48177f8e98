// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "dashboards/dashboard.h"

#include <QByteArrayView>
#include <QLatin1String>

#include <span>
#include <vector>

namespace spillway {

/// The version written now; older ones are migrated, newer ones refused.
inline constexpr int dashboardFormatVersion = 1;

/// What could be read of a dashboard file. A broken panel or variable is left out and listed; the
/// others are there. A file with problems must never be overwritten by what was read of it.
struct DashboardReading
{
    Dashboard dashboard;
    std::vector<Error> problems;                ///< all of them, with line and column
    bool usable = false;                        ///< there is something to show
    int formatVersion = dashboardFormatVersion; ///< of the file

    [[nodiscard]] bool complete() const { return usable && problems.empty(); }
};

/// Bytes to values; see README.md for the format. Any thread.
[[nodiscard]] DashboardReading readDashboard(QByteArrayView bytes, const QString &file);

/// Names in files, in the order of the enumerators.
namespace dashboardnames {
[[nodiscard]] std::span<const QLatin1String> panelKinds();
[[nodiscard]] std::span<const QLatin1String> drawStyles();
[[nodiscard]] std::span<const QLatin1String> severities();
[[nodiscard]] std::span<const QLatin1String> reductions();
[[nodiscard]] std::span<const QLatin1String> variableKinds();
} // namespace dashboardnames

} // namespace spillway
