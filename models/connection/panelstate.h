// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"

#include <QStringList>

namespace spillway {

/// What decides on a panel's state besides the answers themselves.
struct PanelStateInput
{
    bool changedRequest = false; ///< what is shown, if anything, answers another question
    bool running = false;        ///< something is in flight
    bool late = false;           ///< and should have been there by now
    QString emptyReason;
    QStringList problems; ///< of logical metrics
};

/// Sets state, reason, error and refreshing of a snapshot whose answers are filled in. Pure.
void judge(PanelSnapshot &snapshot, const PanelStateInput &input);

} // namespace spillway
