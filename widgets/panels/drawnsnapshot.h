// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "dashboards/dashboard.h"

namespace spillway {

/// What a panel draws of its snapshot: a kind that draws numbers gets quantiles in place of native
/// histograms, and a hint that says so. Remembers what it made: a snapshot with answers that it
/// knows costs nothing.
class DrawnSnapshot
{
public:
    void set(PanelKind kind, const PanelSnapshot &snapshot);
    [[nodiscard]] const PanelSnapshot &get() const { return m_drawn; }

private:
    using Result = std::shared_ptr<const QueryResult>;

    [[nodiscard]] Result linesOf(const Result &result) const;

    PanelSnapshot m_drawn;
    std::vector<std::pair<Result, Result>> m_made; ///< from what, what
};

} // namespace spillway
