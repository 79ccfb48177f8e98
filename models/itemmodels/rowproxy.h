// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <vector>

namespace spillway {

/// Sorts and filters rows with keys (RowRoles). Numbers and times are compared by value, texts
/// without regard to case and the numbers in them by value ("pod-2" before "pod-10"); what is not
/// known stands last in both directions; rows that are equal stand in the order of their keys, so
/// that nothing jumps about. Each row's sort key is made once and not at each of the many
/// comparisons: ten thousand rows are sorted within a frame. GUI thread.
class RowProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RowProxy(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *source) override;

    /// Compares as people expect when it is compared as text: case folded, numbers with their
    /// length before them.
    [[nodiscard]] static QString naturalKey(const QString &text);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Key
    {
        enum class Kind { NotMade, Number, Text, Unknown };
        Kind kind = Kind::NotMade;
        double number = 0;
        QString text;
        QString tie; ///< made when it is first needed
    };

    void makeRoom(int column) const;
    [[nodiscard]] Key &keyOf(const QModelIndex &index) const;
    [[nodiscard]] const QString &tieOf(const QModelIndex &index) const;
    void forget();
    void forget(int first, int last);

    mutable std::vector<Key> m_keys; ///< by row of the source
    mutable int m_column = -1;       ///< that they are of
    std::vector<QMetaObject::Connection> m_connections;
};

} // namespace spillway
