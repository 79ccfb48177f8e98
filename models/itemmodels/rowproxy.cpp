// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/rowproxy.h"

#include "itemmodels/rowroles.h"

#include <algorithm>

namespace spillway {

namespace {

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

RowProxy::RowProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RowRoles::SortRole);
    setFilterRole(RowRoles::FilterRole);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

QString RowProxy::naturalKey(const QString &text)
{
    const QString folded = text.toCaseFolded();
    QString key;
    key.reserve(folded.size() + 8);
    for (qsizetype at = 0; at < folded.size();) {
        if (!isAsciiDigit(folded.at(at))) {
            key += folded.at(at++);
            continue;
        }
        while (at + 1 < folded.size() && folded.at(at) == u'0' && isAsciiDigit(folded.at(at + 1))) {
            ++at; // leading zeros say nothing of the value
        }
        qsizetype end = at;
        while (end < folded.size() && isAsciiDigit(folded.at(end))) {
            ++end;
        }
        // The zero keeps numbers where digits stand among other characters.
        key += u'0';
        key += QChar{static_cast<char16_t>(std::min<qsizetype>(end - at, 0x7fff))};
        key += QStringView{folded}.sliced(at, end - at);
        at = end;
    }
    return key;
}

/// Ours are connected first, so that no old key is compared while the base class sorts.
void RowProxy::setSourceModel(QAbstractItemModel *source)
{
    for (const QMetaObject::Connection &connection : m_connections) {
        disconnect(connection);
    }
    m_connections.clear();
    forget();
    if (source != nullptr) {
        const auto all = [this] { forget(); };
        m_connections = {
            connect(source, &QAbstractItemModel::modelReset, this, all),
            connect(source, &QAbstractItemModel::layoutChanged, this, all),
            connect(source, &QAbstractItemModel::rowsMoved, this, all),
            connect(source, &QAbstractItemModel::rowsInserted, this,
                    [this](const QModelIndex &, int first, int last) {
                        if (static_cast<std::size_t>(first) < m_keys.size()) {
                            m_keys.insert(m_keys.begin() + first,
                                          static_cast<std::size_t>(last - first + 1), Key{});
                        }
                    }),
            connect(source, &QAbstractItemModel::rowsRemoved, this,
                    [this](const QModelIndex &, int first, int last) {
                        const auto size = static_cast<int>(m_keys.size());
                        m_keys.erase(m_keys.begin() + std::min(first, size),
                                     m_keys.begin() + std::min(last + 1, size));
                    }),
            connect(
                source, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                    if (roles.isEmpty() || roles.contains(RowRoles::SortRole)) {
                        forget(from.row(), to.row());
                    }
                }),
        };
    }
    QSortFilterProxyModel::setSourceModel(source);
}

void RowProxy::forget()
{
    m_keys.clear();
}

void RowProxy::forget(int first, int last)
{
    const auto size = static_cast<int>(m_keys.size());
    std::fill(m_keys.begin() + std::min(first, size), m_keys.begin() + std::min(last + 1, size),
              Key{});
}

/// Room for all rows, so that keys do not move while two of them are compared.
void RowProxy::makeRoom(int column) const
{
    if (column != m_column) {
        m_keys.clear();
        m_column = column;
    }
    const auto rows = static_cast<std::size_t>(sourceModel()->rowCount());
    if (m_keys.size() < rows) {
        m_keys.resize(rows);
    }
}

RowProxy::Key &RowProxy::keyOf(const QModelIndex &index) const
{
    Key &key = m_keys[static_cast<std::size_t>(index.row())];
    if (key.kind == Key::Kind::NotMade) {
        const QVariant value = index.data(RowRoles::SortRole);
        if (isNumber(value)) {
            key.kind = Key::Kind::Number;
            key.number = value.toDouble();
        } else {
            key.kind = value.isValid() ? Key::Kind::Text : Key::Kind::Unknown;
            key.text = naturalKey(value.toString());
        }
    }
    return key;
}

const QString &RowProxy::tieOf(const QModelIndex &index) const
{
    Key &key = keyOf(index);
    if (key.tie.isNull()) {
        key.tie = naturalKey(index.data(RowRoles::KeyRole).toString());
    }
    return key.tie;
}

bool RowProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    makeRoom(left.column());
    const Key &a = keyOf(left);
    const Key &b = keyOf(right);
    // In descending order the base class asks the other way round.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (a.kind != b.kind) {
        return (a.kind < b.kind) == ascending; // numbers, then texts, then what is not known
    }
    if (a.number != b.number) {
        return a.number < b.number;
    }
    if (const int order = a.text.compare(b.text); order != 0) {
        return order < 0;
    }
    return ascending ? tieOf(left) < tieOf(right) : tieOf(right) < tieOf(left);
}

} // namespace spillway
