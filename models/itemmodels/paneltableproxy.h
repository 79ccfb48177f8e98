// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace spillway {

/// Sorts and filters a PanelTableModel. What has no value (absent, NaN) stands below all numbers in
/// both orders: a table sorted by "worst first" begins with something that was measured.
class PanelTableProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PanelTableProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace spillway
