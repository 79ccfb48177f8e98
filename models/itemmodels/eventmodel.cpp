// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/eventmodel.h"

namespace spillway {

using namespace Qt::StringLiterals;

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Note + 1;
}

QString EventModel::title(int column) const
{
    switch (column) {
    case Age:
        return tr("Last seen");
    case Reason:
        return tr("Reason");
    case Object:
        return tr("Object");
    case Count:
        return tr("Count");
    default:
        return tr("What happened");
    }
}

QString EventModel::text(const EventRow &row, int column) const
{
    switch (column) {
    case Age:
        return ageText(row.lastSeen);
    case Reason:
        return row.reason;
    case Object:
        return row.object;
    case Count:
        return QString::number(row.count);
    default:
        return row.note;
    }
}

QVariant EventModel::sortValue(const EventRow &row, int column) const
{
    switch (column) {
    case Age: // the latest stands first
        return row.lastSeen ? QVariant{-*row.lastSeen} : QVariant{};
    case Count:
        return row.count;
    default:
        return text(row, column);
    }
}

QString EventModel::filterText(const EventRow &row) const
{
    return QStringList{row.reason, row.object, row.note, row.controller}.join(u' ');
}

QString EventModel::toolTip(const EventRow &row, int column) const
{
    if (column != Reason || row.controller.isEmpty()) {
        return {};
    }
    return row.warning ? tr("Warning, told by %1").arg(row.controller)
                       : tr("Told by %1").arg(row.controller);
}

RowState EventModel::state(const EventRow &row, int column) const
{
    return column == Reason && row.warning ? RowState::Warning : RowState::Neutral;
}

bool EventModel::isNumber(int column) const
{
    return column == Age || column == Count;
}

int EventModel::ageColumn() const
{
    return Age;
}

} // namespace spillway
