// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterrows.h"
#include "itemmodels/keyedrows.h"

namespace spillway {

/// Conditions of workloads and of their autoscalers. GUI thread.
class ConditionModel final : public KeyedRows<ConditionRow>
{
    Q_OBJECT
public:
    enum Column { Object, Type, Status, Age, Reason, Message };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const ConditionRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const ConditionRow &row, int column) const override;
    [[nodiscard]] QString filterText(const ConditionRow &row) const override;
    [[nodiscard]] RowState state(const ConditionRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;
};

} // namespace spillway
