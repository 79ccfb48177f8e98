// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/cost.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <optional>
#include <vector>

namespace spillway {

/// A cost breakdown: a row for each component or value of a tag, then what is untagged and what has
/// no price, then the total. Holds typed values; the text is made when it is asked for. GUI thread.
class CostModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Rate, ToDate, Share, Cpu, Memory, Requests, Tokens, TokenCount };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole + 1, ///< double (unknown sorts last), text for names
        ValueRole,                   ///< double; invalid if unknown or not a number
        KindRole,                    ///< int(CostRow::Kind)
        TotalRole,                   ///< true for the total
    };
    Q_ENUM(Role)

    explicit CostModel(QObject *parent = nullptr);

    /// Amounts of the first, rates of the second; rows of both. Keeps rows if they are the same.
    void setReports(const CostReport &toDate, const CostReport &now, const QString &currency);
    void setLocale(const QLocale &locale);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// "untagged", "in-house-7b, no price": the name of a row for people.
    [[nodiscard]] static QString rowName(const CostRow &row);

private:
    [[nodiscard]] bool isTotal(int row) const;
    [[nodiscard]] const CostRow &rowAt(int row) const;
    [[nodiscard]] std::optional<double> value(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;

    std::vector<CostRow> m_rows;
    CostRow m_total;
    QString m_currency;
    QLocale m_locale = QLocale::c();
};

} // namespace spillway
