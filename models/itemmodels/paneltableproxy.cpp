// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/paneltableproxy.h"

#include "itemmodels/paneltablemodel.h"

#include <cmath>

namespace spillway {

namespace {

bool isMeasured(const QModelIndex &index)
{
    const QVariant value = index.data(PanelTableModel::ValueRole);
    return value.isValid() && !std::isnan(value.toDouble());
}

} // namespace

PanelTableProxy::PanelTableProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(PanelTableModel::SortRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

bool PanelTableProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *model = static_cast<const PanelTableModel *>(sourceModel());
    if (left.column() >= model->labelColumns()) {
        const bool leftMeasured = isMeasured(left);
        const bool rightMeasured = isMeasured(right);
        if (leftMeasured != rightMeasured) {
            return leftMeasured == (sortOrder() == Qt::AscendingOrder);
        }
        if (!leftMeasured) {
            return false; // equal: they keep the order of their labels
        }
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace spillway
