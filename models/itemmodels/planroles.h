// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spillway {

/// Roles of PlanModel beyond those of RowRoles.
class PlanRoles
{
    Q_GADGET
public:
    enum Role {
        ChangeRole = Qt::UserRole + 50, ///< int(Change) of a field
        MonospaceRole,                  ///< the cell is a value or a path
        StepRole,                       ///< int: place of the step in the plan; -1: none
    };
    Q_ENUM(Role)

    enum class Change { None, Added, Removed, Changed };
    Q_ENUM(Change)
};

} // namespace spillway
