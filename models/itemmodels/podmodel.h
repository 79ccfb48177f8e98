// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterrows.h"
#include "itemmodels/keyedrows.h"

namespace spillway {

/// Pods with how long each step of their start took. GUI thread.
class PodModel final : public KeyedRows<PodRow>
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Workload,
        Status, ///< with its readiness
        Restarts,
        Age,
        Scheduled,
        Initialised,
        Started,
        Probed,
        ColdStart,
        Node
    };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    /// A step of a start. The API tells whole seconds, so that 0 is not nothing.
    [[nodiscard]] static QString stepText(std::chrono::milliseconds length);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const PodRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const PodRow &row, int column) const override;
    [[nodiscard]] QString filterText(const PodRow &row) const override;
    [[nodiscard]] QString toolTip(const PodRow &row, int column) const override;
    [[nodiscard]] RowState state(const PodRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;

private:
    [[nodiscard]] QString statusText(const PodRow &row) const;
};

} // namespace spillway
