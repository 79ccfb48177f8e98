// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterrows.h"
#include "itemmodels/keyedrows.h"

namespace spillway {

/// What the cluster tells of its objects. GUI thread.
class EventModel final : public KeyedRows<EventRow>
{
    Q_OBJECT
public:
    enum Column { Age, Reason, Object, Count, Note };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const EventRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const EventRow &row, int column) const override;
    [[nodiscard]] QString filterText(const EventRow &row) const override;
    [[nodiscard]] QString toolTip(const EventRow &row, int column) const override;
    [[nodiscard]] RowState state(const EventRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;
};

} // namespace spillway
