// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterrows.h"
#include "itemmodels/keyedrows.h"

namespace spillway {

/// Workloads with their replicas, bounds, and who decides how many there are. GUI thread.
class WorkloadModel final : public KeyedRows<WorkloadRow>
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Status, Current, Desired, Min, Max, Owner, ColdStart };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const WorkloadRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const WorkloadRow &row, int column) const override;
    [[nodiscard]] QString filterText(const WorkloadRow &row) const override;
    [[nodiscard]] QString toolTip(const WorkloadRow &row, int column) const override;
    [[nodiscard]] RowState state(const WorkloadRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;

private:
    [[nodiscard]] QString statusText(const WorkloadRow &row) const;
    [[nodiscard]] QString ownerText(const WorkloadRow &row) const;
    [[nodiscard]] QString decider(const ReplicaOwner &owner) const;
};

} // namespace spillway
