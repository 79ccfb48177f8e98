// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"

class QWidget;

namespace spillway {

/// A popover under anchor that lists what the server said about the data: warnings, then hints, as
/// plain text that can be selected. Deletes itself when closed.
QWidget *showPanelNotices(QWidget *anchor, const PanelSnapshot &snapshot);

} // namespace spillway
