// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/tokenusemodel.h"

#include "core/unit.h"
#include "itemmodels/rolenames.h"

#include <algorithm>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

TokenUseModel::TokenUseModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void TokenUseModel::setUses(const std::vector<ModelTokens> &uses, const QString &currency)
{
    const bool same =
        uses.size() == m_uses.size() &&
        std::equal(uses.begin(), uses.end(), m_uses.begin(),
                   [](const ModelTokens &a, const ModelTokens &b) { return a.model == b.model; });
    if (!same) {
        beginResetModel();
    }
    m_uses = uses;
    m_currency = currency;
    if (!same) {
        endResetModel();
    } else if (!m_uses.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void TokenUseModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_uses.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

bool TokenUseModel::hasOther() const
{
    return std::any_of(m_uses.begin(), m_uses.end(),
                       [](const ModelTokens &use) { return use.other > 0; });
}

int TokenUseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_uses.size());
}

int TokenUseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : PricedSince + 1;
}

QVariant TokenUseModel::value(const ModelTokens &use, int column) const
{
    switch (column) {
    case Input:
        return use.input;
    case Cached:
        return use.cached;
    case Output:
        return use.output;
    case Other:
        return use.other;
    case Cost:
        return use.cost ? QVariant{*use.cost} : QVariant{};
    case PricedSince:
        return use.pricedSince.isValid() ? QVariant{use.pricedSince} : QVariant{};
    default:
        return {};
    }
}

QString TokenUseModel::text(const ModelTokens &use, int column) const
{
    const QVariant one = value(use, column);
    switch (column) {
    case Model:
        return use.model;
    case Cost:
        return one.isValid()
                   ? formatValue(one.toDouble(), {Unit::Currency, m_currency, 2}, m_locale)
                   : tr("no price");
    case PricedSince:
        return one.isValid() ? one.toDate().toString(Qt::ISODate) : u"–"_s;
    default:
        return formatValue(one.toDouble(), {Unit::Short}, m_locale);
    }
}

QVariant TokenUseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ModelTokens &use = m_uses[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(use, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Model ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SortRole:
        if (index.column() == Model) {
            return use.model;
        }
        if (index.column() == PricedSince) {
            return use.pricedSince.isValid() ? use.pricedSince : QDate(9999, 12, 31);
        }
        return index.column() == Cost ? use.cost.value_or(std::numeric_limits<double>::infinity())
                                      : value(use, index.column());
    case ValueRole:
        return value(use, index.column());
    default:
        return {};
    }
}

QVariant TokenUseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Model ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Model:
        return tr("Model");
    case Input:
        return tr("Input");
    case Cached:
        return tr("Cached");
    case Output:
        return tr("Output");
    case Other:
        return tr("Other");
    case Cost:
        return tr("Cost");
    default:
        return tr("Price since");
    }
}

QHash<int, QByteArray> TokenUseModel::roleNames() const
{
    return withRoles<Role>(QAbstractTableModel::roleNames());
}

} // namespace spillway
