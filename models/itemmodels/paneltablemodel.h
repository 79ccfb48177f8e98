// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "dashboards/dashboard.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <vector>

namespace spillway {

/// Rows are label sets, columns their labels, then one value a query. Holds typed values: the text
/// is made when it is asked for, SortRole gives what to sort by. GUI thread.
class PanelTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< double for values (NaN sorts last), text for labels
        ValueRole,                   ///< double; invalid for labels and absent values
        SeriesRole,                  ///< SeriesPtr of a value, for a spark line
        SeverityRole,                ///< int(Severity) of a value that a threshold or name judges
    };
    Q_ENUM(Role)

    explicit PanelTableModel(QObject *parent = nullptr);

    void setPanel(const Panel &panel);
    /// Keeps rows of the same label sets; resets only if rows or columns are others.
    void setSnapshot(const PanelSnapshot &snapshot);
    void setLocale(const QLocale &locale);

    [[nodiscard]] int labelColumns() const { return static_cast<int>(m_table.labels.size()); }

    /// True if every row has the same text in this label column.
    [[nodiscard]] bool isConstantLabel(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        LabelSet labels;
        std::vector<SeriesPtr> cells; ///< one a value column; null = absent
    };
    struct Table
    {
        std::vector<std::string> labels;
        QStringList values; ///< headers
        std::vector<Row> rows;
    };

    [[nodiscard]] static Table tabulate(const PanelSnapshot &snapshot);
    [[nodiscard]] static bool sameShape(const Table &a, const Table &b);
    [[nodiscard]] QVariant labelData(const Row &row, int column, int role) const;
    [[nodiscard]] QVariant valueData(const Row &row, int column, int role) const;
    [[nodiscard]] std::optional<Severity> severity(double value) const;

    Panel m_panel;
    QLocale m_locale = QLocale::c();
    Table m_table;
};

} // namespace spillway

Q_DECLARE_METATYPE(spillway::SeriesPtr)
