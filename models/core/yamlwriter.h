// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QStringList>

namespace spillway {

/// Writes YAML in one canonical form: block style, two spaces, keys in the order of the calls, text
/// quoted only where it must be, so that a saved file differs only where its content does.
class YamlWriter
{
public:
    void text(QLatin1String key, const QString &value);
    void number(QLatin1String key, double value);
    void integer(QLatin1String key, qint64 value);
    void boolean(QLatin1String key, bool value);
    /// An entry of a map whose keys are data.
    void entry(const QString &key, const QString &value);
    void entry(const QString &key, double value);
    /// In flow style: [a, b].
    void texts(QLatin1String key, const QStringList &values);
    void openMap(QLatin1String key);
    void openList(QLatin1String key);
    /// An item of the open list that is one scalar.
    void item(const QString &value);
    /// The next key starts an item of the open list; ended by close().
    void openItem();
    /// Ends the map, list or item opened last.
    void close();
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    /// A scalar as it is written; parses to the same text whatever it holds.
    [[nodiscard]] static QString scalar(const QString &text);
    /// Shortest digits that read back as the same double. Finite.
    [[nodiscard]] static QString numberText(double value);

private:
    void line(const QString &key, const QString &rest);

    QByteArray m_bytes;
    int m_depth = 0;
    bool m_itemStarts = false;
};

} // namespace spillway
