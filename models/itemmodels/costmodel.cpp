// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/costmodel.h"

#include "core/unit.h"
#include "itemmodels/rolenames.h"

#include <algorithm>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

bool sameRow(const CostRow &a, const CostRow &b)
{
    return a.kind == b.kind && a.name == b.name;
}

} // namespace

CostModel::CostModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void CostModel::setReports(const CostReport &toDate, const CostReport &now, const QString &currency)
{
    std::vector<CostRow> rows = toDate.rows;
    for (CostRow &row : rows) {
        row.currentPerHour.reset();
    }
    for (const CostRow &current : now.rows) {
        auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const CostRow &one) { return sameRow(one, current); });
        if (row == rows.end()) {
            CostRow fresh;
            fresh.kind = current.kind;
            fresh.name = current.name;
            fresh.unpriced = current.unpriced;
            // Before the rows of a later kind.
            row = rows.insert(
                std::find_if(rows.begin(), rows.end(),
                             [&](const CostRow &one) { return one.kind > current.kind; }),
                fresh);
        }
        row->currentPerHour = current.currentPerHour;
    }
    CostRow total;
    total.currentPerHour = now.perHour();
    for (const CostRow &row : rows) {
        total.cpu += row.cpu;
        total.memory += row.memory;
        total.requests += row.requests;
        total.tokens += row.tokens;
        total.tokenCount += row.tokenCount;
    }
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(), sameRow);
    if (!same) {
        beginResetModel();
    }
    m_rows = std::move(rows);
    m_total = total;
    m_currency = currency;
    if (!same) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void CostModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString CostModel::rowName(const CostRow &row)
{
    switch (row.kind) {
    case CostRow::Kind::Named:
        return row.name;
    case CostRow::Kind::Untagged:
        return tr("untagged");
    case CostRow::Kind::Unpriced:
        break;
    }
    switch (row.unpriced) {
    case CostRow::Resource::CpuHours:
        return tr("CPU, no price");
    case CostRow::Resource::MemoryGibHours:
        return tr("memory, no price");
    case CostRow::Resource::Tokens:
        break;
    }
    return tr("%1, no price").arg(row.name);
}

int CostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int CostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : TokenCount + 1;
}

bool CostModel::isTotal(int row) const
{
    return row == static_cast<int>(m_rows.size());
}

const CostRow &CostModel::rowAt(int row) const
{
    return isTotal(row) ? m_total : m_rows[static_cast<std::size_t>(row)];
}

std::optional<double> CostModel::value(int index, int column) const
{
    const CostRow &row = rowAt(index);
    const bool priced = isTotal(index) || row.kind != CostRow::Kind::Unpriced;
    switch (column) {
    case Rate:
        return row.currentPerHour;
    case ToDate:
        return priced ? std::optional{row.total()} : std::nullopt;
    case Share:
        return priced && m_total.total() > 0 ? std::optional{row.total() / m_total.total()}
                                             : std::nullopt;
    case Cpu:
        return priced ? std::optional{row.cpu} : std::nullopt;
    case Memory:
        return priced ? std::optional{row.memory} : std::nullopt;
    case Requests:
        return priced ? std::optional{row.requests} : std::nullopt;
    case Tokens:
        return priced ? std::optional{row.tokens} : std::nullopt;
    case TokenCount:
        return row.tokenCount;
    default:
        return std::nullopt;
    }
}

QString CostModel::text(int index, int column) const
{
    const CostRow &row = rowAt(index);
    if (column == Name) {
        return isTotal(index) ? tr("Total") : rowName(row);
    }
    if (column == ToDate && row.kind == CostRow::Kind::Unpriced && !isTotal(index) &&
        row.unpriced != CostRow::Resource::Tokens) {
        // Not money: what there would be to pay for.
        return row.unpriced == CostRow::Resource::CpuHours
                   ? tr("%1 core h").arg(formatValue(row.unpricedAmount, {Unit::Short}, m_locale))
                   : tr("%1 GiB h").arg(formatValue(row.unpricedAmount, {Unit::Short}, m_locale));
    }
    const std::optional<double> number = value(index, column);
    const bool money = column != Share && column != TokenCount;
    if (!number || (*number == 0 && money && column > Share) ||
        (*number == 0 && column == TokenCount)) {
        return u"–"_s;
    }
    constexpr double wholeFrom = 1000;
    UnitSpec unit{Unit::Currency, m_currency, *number >= wholeFrom ? 0 : 2};
    if (column == Rate) {
        unit.unit = Unit::CurrencyPerHour;
    } else if (column == Share) {
        unit = {Unit::PercentUnit};
    } else if (column == TokenCount) {
        unit = {Unit::Short};
    }
    return formatValue(*number, unit, m_locale);
}

QVariant CostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const std::optional<double> number = value(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SortRole:
        return index.column() == Name ? QVariant{text(index.row(), Name)}
                                      : number.value_or(std::numeric_limits<double>::infinity());
    case ValueRole:
        return number ? QVariant{*number} : QVariant{};
    case KindRole:
        return static_cast<int>(rowAt(index.row()).kind);
    case TotalRole:
        return isTotal(index.row());
    default:
        return {};
    }
}

QVariant CostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Rate:
        return tr("Per hour");
    case ToDate:
        return tr("Month to date");
    case Share:
        return tr("Share");
    case Cpu:
        return tr("CPU");
    case Memory:
        return tr("Memory");
    case Requests:
        return tr("Requests");
    case Tokens:
        return tr("Token cost");
    default:
        return tr("Tokens");
    }
}

QHash<int, QByteArray> CostModel::roleNames() const
{
    return withRoles<Role>(QAbstractTableModel::roleNames());
}

} // namespace spillway
