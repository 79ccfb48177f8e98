// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "dashboards/dashboard.h"

#include <vector>

namespace spillway::samples {

/// 2026-11-22T12:00:00Z: the end of every range below.
inline constexpr EpochMs now = 1'795'348'800'000;

[[nodiscard]] const std::vector<PanelKind> &kinds();
[[nodiscard]] const std::vector<PanelState> &states();
[[nodiscard]] QString kindName(PanelKind kind);

/// A panel as a dashboard of the demo system has it.
[[nodiscard]] Panel panel(PanelKind kind);
/// Six hours of deterministic data for it, in a state with all that belongs to it.
[[nodiscard]] PanelSnapshot snapshot(PanelKind kind, PanelState state = PanelState::Live);
/// The same data with value in front of every label value.
[[nodiscard]] PanelSnapshot renamed(PanelSnapshot snapshot, const std::string &value);

[[nodiscard]] SeriesPtr series(LabelSet labels, std::vector<double> values);
[[nodiscard]] PanelSnapshot snapshotOf(SeriesList list, const QString &legend = {});

} // namespace spillway::samples
