// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/paneltablemodel.h"

#include "itemmodels/rolenames.h"
#include "metrics/histogramlines.h"
#include "metrics/histogramquantile.h"
#include "metrics/reduction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// True if only their metric names tell some series apart: without them one would hide the other.
bool needsNames(const QueryResult &result)
{
    std::set<LabelSet> seen;
    return std::any_of(result.series.begin(), result.series.end(), [&](const SeriesPtr &series) {
        return !seen.insert(withoutLabels(series->labels, {"__name__"})).second;
    });
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

PanelTableModel::PanelTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void PanelTableModel::setPanel(const Panel &panel)
{
    m_panel = panel;
    if (!m_table.rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void PanelTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    setPanel(m_panel);
}

PanelTableModel::Table PanelTableModel::tabulate(const PanelSnapshot &snapshot)
{
    Table table;
    std::set<std::string> labels;
    std::map<LabelSet, std::vector<SeriesPtr>> rows;
    const std::size_t columns = snapshot.answers.size();
    for (std::size_t column = 0; column < columns; ++column) {
        const QueryAnswer &answer = snapshot.answers[column];
        QString header = answer.legend.contains("{{"_L1) ? QString{} : answer.legend;
        if (header.isEmpty()) {
            header = columns == 1 ? tr("Value") : tr("Value %1").arg(answer.queryId);
        }
        table.values << (answer.offset.count() == 0 ? header : tr("%1, last week").arg(header));
        if (!answer.result) {
            continue;
        }
        const bool named = needsNames(*answer.result);
        for (const SeriesPtr &series : answer.result->series) {
            const LabelSet key =
                named ? series->labels : withoutLabels(series->labels, {"__name__"});
            std::vector<SeriesPtr> &cells = rows[key];
            cells.resize(columns);
            cells[column] = series;
            for (const auto &[name, value] : key.pairs()) {
                labels.insert(name);
            }
        }
    }
    table.labels.assign(labels.begin(), labels.end());
    for (auto &[key, cells] : rows) {
        table.rows.push_back({key, std::move(cells)});
    }
    return table;
}

bool PanelTableModel::sameShape(const Table &a, const Table &b)
{
    return a.labels == b.labels && a.values == b.values &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const Row &x, const Row &y) { return x.labels == y.labels; });
}

void PanelTableModel::setSnapshot(const PanelSnapshot &snapshot)
{
    Table table = tabulate(snapshot);
    if (!sameShape(table, m_table)) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
        return;
    }
    m_table = std::move(table);
    if (!m_table.rows.empty() && !m_table.values.isEmpty()) {
        Q_EMIT dataChanged(index(0, labelColumns()), index(rowCount() - 1, columnCount() - 1));
    }
}

bool PanelTableModel::isConstantLabel(int column) const
{
    const std::string &name = m_table.labels.at(static_cast<std::size_t>(column));
    return std::all_of(m_table.rows.begin(), m_table.rows.end(), [&](const Row &row) {
        return row.labels.value(name) == m_table.rows.front().labels.value(name);
    });
}

int PanelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int PanelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : labelColumns() + static_cast<int>(m_table.values.size());
}

QVariant PanelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_table.rows[static_cast<std::size_t>(index.row())];
    return index.column() < labelColumns() ? labelData(row, index.column(), role)
                                           : valueData(row, index.column() - labelColumns(), role);
}

QVariant PanelTableModel::labelData(const Row &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return text(row.labels.value(m_table.labels[static_cast<std::size_t>(column)]));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant PanelTableModel::valueData(const Row &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    const SeriesPtr &series = row.cells[static_cast<std::size_t>(column)];
    const std::optional<Reduced> reduced = series ? reduce(*series, m_panel.reduce) : std::nullopt;
    if (role == SortRole) {
        // Absent and NaN after every number.
        return reduced && !std::isnan(reduced->value) ? reduced->value
                                                      : std::numeric_limits<double>::infinity();
    }
    if (!reduced) {
        return role == Qt::DisplayRole ? QVariant{u"–"_s} : QVariant{};
    }
    switch (role) {
    case Qt::DisplayRole: {
        const auto name =
            std::find_if(m_panel.valueNames.begin(), m_panel.valueNames.end(),
                         [&](const ValueName &one) { return one.value == reduced->value; });
        return name != m_panel.valueNames.end()
                   ? name->text
                   : formatValue(reduced->value, m_panel.unit, m_locale);
    }
    case ValueRole:
        return reduced->value;
    case SeriesRole:
        return QVariant::fromValue(series);
    case SeverityRole: {
        const std::optional<Severity> found = severity(reduced->value);
        return found ? QVariant{static_cast<int>(*found)} : QVariant{};
    }
    default:
        return {};
    }
}

std::optional<Severity> PanelTableModel::severity(double value) const
{
    for (const ValueName &name : m_panel.valueNames) {
        if (name.value == value) {
            return name.severity;
        }
    }
    std::optional<Severity> found;
    double reached = -std::numeric_limits<double>::infinity();
    for (const Threshold &threshold : m_panel.thresholds) {
        if (value >= threshold.value && threshold.value >= reached) {
            reached = threshold.value;
            found = threshold.severity;
        }
    }
    return found;
}

QVariant PanelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const bool label = section < labelColumns();
    if (role == Qt::TextAlignmentRole) {
        return int((label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (!label) {
        return m_table.values.at(section - labelColumns());
    }
    const std::string &name = m_table.labels[static_cast<std::size_t>(section)];
    return name == quantileLabel ? tr("quantile") : text(name);
}

QHash<int, QByteArray> PanelTableModel::roleNames() const
{
    return withRoles<Role>(QAbstractTableModel::roleNames());
}

} // namespace spillway
