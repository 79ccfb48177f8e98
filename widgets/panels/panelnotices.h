// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"

class QWidget;

namespace spillway {

/// Why the data that a panel shows may not be the whole truth: the reason of its state, and what
/// the server said. Plain, one a line, each once.
struct PanelDoubts
{
    QStringList warnings;
    QStringList hints; ///< possibly harmless

    [[nodiscard]] bool isEmpty() const { return warnings.isEmpty() && hints.isEmpty(); }
};
/// States without data say their reason in place of it: nothing of them is here.
[[nodiscard]] PanelDoubts panelDoubts(const PanelSnapshot &snapshot);

/// A popover under anchor that lists them: warnings, then hints, as plain text that can be
/// selected. Deletes itself when closed.
QWidget *showPanelNotices(QWidget *anchor, const PanelSnapshot &snapshot);

} // namespace spillway
