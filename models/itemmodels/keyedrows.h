// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/duration.h"
#include "core/plainline.h"
#include "itemmodels/rolenames.h"
#include "itemmodels/rowroles.h"

#include <QAbstractTableModel>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace spillway {

/// A table of values that have a key and can be compared. Given all rows again, it tells the
/// smallest change, so that selection and scroll position survive. If no row stays, or if so many
/// come and go that telling each would take longer than beginning anew, it is reset. Rows are in
/// order of arrival: sort with a proxy. GUI thread.
template<typename Row>
class KeyedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows)
    {
        QHash<QString, const Row *> wanted;
        wanted.reserve(static_cast<qsizetype>(rows.size()));
        for (const Row &row : rows) {
            wanted.insert(row.key, &row);
        }
        const Difference difference = compare(wanted);
        const std::size_t added = rows.size() - std::min(rows.size(), difference.kept);
        const std::size_t removed = m_rows.size() - std::min(m_rows.size(), difference.kept);
        if (difference.kept == 0 || difference.removedRuns > mostRuns || removed > mostRemoved ||
            added > mostAdded) {
            if (!rows.empty() || !m_rows.empty()) {
                beginResetModel();
                m_rows = std::move(rows);
                endResetModel();
            }
            return;
        }
        if (difference.removedRuns > 0) {
            removeAllBut(wanted);
        }
        changeThose(wanted);
        if (added > 0) {
            append(rows);
        }
    }

    /// Ages are told by this clock time.
    void setNow(EpochMs now)
    {
        m_now = now;
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, ageColumn()), index(lastRow(), ageColumn()),
                               {Qt::DisplayRole});
        }
    }

    [[nodiscard]] const Row &row(int place) const
    {
        return m_rows.at(static_cast<std::size_t>(place));
    }
    /// -1 = there is none of that key.
    [[nodiscard]] int placeOf(const QString &key) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [&key](const Row &row) { return row.key == key; });
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }
    /// The language changed.
    void retranslate()
    {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(lastRow(), columnCount() - 1));
        }
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index,
                        CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
            return {};
        }
        const Row &row = m_rows[static_cast<std::size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::ToolTipRole:
            return richTip(toolTip(row, index.column()));
        case Qt::TextAlignmentRole:
            return alignment(index.column());
        case RowRoles::SortRole:
            return sortValue(row, index.column());
        case RowRoles::FilterRole:
            return filterText(row);
        case RowRoles::KeyRole:
            return row.key;
        case RowRoles::StateRole:
            return static_cast<int>(state(row, index.column()));
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
            return {};
        }
        if (role == Qt::TextAlignmentRole) {
            return alignment(section);
        }
        return role == Qt::DisplayRole ? QVariant{title(section)} : QVariant{};
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const final
    {
        return withRoles<RowRoles::Role>(QAbstractTableModel::roleNames());
    }

protected:
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QString text(const Row &row, int column) const = 0;
    /// Invalid = not known; default: the text.
    [[nodiscard]] virtual QVariant sortValue(const Row &row, int column) const
    {
        return text(row, column);
    }
    [[nodiscard]] virtual QString filterText(const Row &row) const = 0;
    /// What the text does not say, plain; default: nothing.
    [[nodiscard]] virtual QString toolTip(const Row &, int) const { return {}; }
    [[nodiscard]] virtual RowState state(const Row &, int) const { return RowState::Neutral; }
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    [[nodiscard]] virtual int ageColumn() const = 0;

    /// Before a status that is sorted: what needs somebody stands first.
    [[nodiscard]] static QString statusRank(RowState state)
    {
        switch (state) {
        case RowState::Bad:
            return QStringLiteral("0 ");
        case RowState::Warning:
            return QStringLiteral("1 ");
        case RowState::Busy:
            return QStringLiteral("2 ");
        case RowState::Neutral:
            return QStringLiteral("3 ");
        case RowState::Good:
            return QStringLiteral("4 ");
        }
        return {};
    }
    [[nodiscard]] EpochMs now() const { return m_now; }
    /// "3 min", or nothing.
    [[nodiscard]] QString ageText(const std::optional<EpochMs> &since) const
    {
        return since
                   ? humanDuration(std::chrono::milliseconds{std::max<EpochMs>(0, m_now - *since)})
                   : QString{};
    }
    template<typename T>
    [[nodiscard]] static QVariant number(const std::optional<T> &value)
    {
        return value ? QVariant::fromValue(*value) : QVariant{};
    }

private:
    /// Each is work for the proxy and the view that grows with the length of the table.
    static constexpr std::size_t mostRuns = 64;
    static constexpr std::size_t mostAdded = 256;
    static constexpr std::size_t mostRemoved = 1024; ///< views take rows away one by one

    [[nodiscard]] static QVariant richTip(const QString &plain)
    {
        return plain.isEmpty() ? QVariant{} : plainTip(plain);
    }
    [[nodiscard]] int lastRow() const { return static_cast<int>(m_rows.size()) - 1; }
    [[nodiscard]] int alignment(int column) const
    {
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    struct Difference
    {
        std::size_t kept = 0;
        std::size_t removedRuns = 0;
    };
    [[nodiscard]] Difference compare(const QHash<QString, const Row *> &wanted) const
    {
        Difference found;
        bool before = true; // the row before stays
        for (const Row &row : m_rows) {
            const bool stays = wanted.contains(row.key);
            found.kept += stays ? 1 : 0;
            found.removedRuns += before && !stays ? 1 : 0;
            before = stays;
        }
        return found;
    }

    void removeAllBut(const QHash<QString, const Row *> &wanted)
    {
        for (int end = lastRow(); end >= 0; --end) {
            if (wanted.contains(row(end).key)) {
                continue;
            }
            int begin = end;
            while (begin > 0 && !wanted.contains(row(begin - 1).key)) {
                --begin;
            }
            beginRemoveRows({}, begin, end);
            m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end + 1);
            endRemoveRows();
            end = begin;
        }
    }
    void changeThose(const QHash<QString, const Row *> &wanted)
    {
        std::vector<std::pair<int, int>> runs;
        for (int place = 0; place <= lastRow(); ++place) {
            const Row *const next = wanted.value(row(place).key);
            if (*next == row(place)) {
                continue;
            }
            m_rows[static_cast<std::size_t>(place)] = *next;
            if (!runs.empty() && runs.back().second == place - 1) {
                runs.back().second = place;
            } else {
                runs.emplace_back(place, place);
            }
        }
        if (runs.size() > mostRuns) {
            runs = {{runs.front().first, runs.back().second}}; // sorted once, not at each
        }
        for (const auto &[first, last] : runs) {
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        }
    }
    void append(const std::vector<Row> &rows)
    {
        QSet<QString> known;
        known.reserve(static_cast<qsizetype>(m_rows.size()));
        for (const Row &row : m_rows) {
            known.insert(row.key);
        }
        std::vector<Row> added;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(added),
                     [&known](const Row &row) { return !known.contains(row.key); });
        beginInsertRows({}, lastRow() + 1, lastRow() + static_cast<int>(added.size()));
        m_rows.insert(m_rows.end(), added.begin(), added.end());
        endInsertRows();
    }

    std::vector<Row> m_rows;
    EpochMs m_now = 0;
};

} // namespace spillway
