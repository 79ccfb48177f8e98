// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace spillway {

/// Gives a widget the look that the style sheet has for a role ("muted", "warning", "critical",
/// "good", "card"), also after it was shown.
void setRole(QWidget *widget, const QString &role);

/// The same for the one button that a person is expected to press next.
void setPrimary(QWidget *button, bool primary);

} // namespace spillway
