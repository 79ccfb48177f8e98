// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/cost.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <vector>

namespace spillway {

/// Tokens by model and direction, with what they cost and since when that price holds. GUI thread.
class TokenUseModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Input, Cached, Output, Other, Cost, PricedSince };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole + 1, ///< double or date (unknown sorts last), text for models
        ValueRole,                   ///< double or QDate; invalid if unknown
    };
    Q_ENUM(Role)

    explicit TokenUseModel(QObject *parent = nullptr);

    void setUses(const std::vector<ModelTokens> &uses, const QString &currency);
    void setLocale(const QLocale &locale);
    /// Some tokens are of a direction that is not known.
    [[nodiscard]] bool hasOther() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QVariant value(const ModelTokens &use, int column) const;
    [[nodiscard]] QString text(const ModelTokens &use, int column) const;

    std::vector<ModelTokens> m_uses;
    QString m_currency;
    QLocale m_locale = QLocale::c();
};

} // namespace spillway
