// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spillway {

/// Roles that all models over rows with keys have (see KeyedRows).
class RowRoles
{
    Q_GADGET
public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< a number or text; invalid sorts last
        FilterRole,                  ///< all texts of the row that a search may mean
        KeyRole,                     ///< the key of the row
        StateRole,                   ///< int(RowState) of the cell
    };
    Q_ENUM(Role)
};

/// How good or bad what a cell says is.
enum class RowState { Neutral, Good, Busy, Warning, Bad };

} // namespace spillway
