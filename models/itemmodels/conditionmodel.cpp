// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/conditionmodel.h"

namespace spillway {

using namespace Qt::StringLiterals;

int ConditionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Message + 1;
}

QString ConditionModel::title(int column) const
{
    switch (column) {
    case Object:
        return tr("Object");
    case Type:
        return tr("Condition");
    case Status:
        return tr("Status");
    case Age:
        return tr("Since");
    case Reason:
        return tr("Reason");
    default:
        return tr("Message");
    }
}

QString ConditionModel::text(const ConditionRow &row, int column) const
{
    switch (column) {
    case Object:
        return row.object;
    case Type:
        return row.type;
    case Status:
        return row.status;
    case Age:
        return ageText(row.since);
    case Reason:
        return row.reason;
    default:
        return row.message;
    }
}

QVariant ConditionModel::sortValue(const ConditionRow &row, int column) const
{
    return column == Age ? (row.since ? QVariant{-*row.since} : QVariant{})
                         : QVariant{text(row, column)};
}

QString ConditionModel::filterText(const ConditionRow &row) const
{
    return QStringList{row.object, row.type, row.reason, row.message}.join(u' ');
}

RowState ConditionModel::state(const ConditionRow &row, int column) const
{
    return column == Type && row.wrong ? RowState::Warning : RowState::Neutral;
}

bool ConditionModel::isNumber(int column) const
{
    return column == Age;
}

int ConditionModel::ageColumn() const
{
    return Age;
}

} // namespace spillway
