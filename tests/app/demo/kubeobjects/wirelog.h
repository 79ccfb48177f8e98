// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace spillway::test {

/// One recorded exchange with a real API server.
struct WireExchange
{
    int session = 0;
    QString name;
    bool conditional = false; ///< depended on something else ("needs")
    QString method;
    QString path;
    QJsonObject query;
    QJsonObject headers;
    QJsonValue body;
    int status = 0;
    QJsonValue answer;
    QStringList warnings; ///< texts, unescaped

    // The parts of the path.
    QString group;
    QString version;
    QString nameSpace;
    QString plural;
    QString object;
    QString subresource;
};

/// tests/data/wire/exchanges.jsonl, in the order sent.
[[nodiscard]] std::vector<WireExchange> readWireLog();

/// The answer of the first exchange of that name. Without one the test ends.
[[nodiscard]] QJsonObject recordedAnswer(const QString &name);

/// Values that differ from run to run taken out, as the recorder's own replay.py does.
[[nodiscard]] QJsonValue normalised(const QJsonValue &value, const QString &key = {});

/// Where two values differ, as "path: expected | got".
[[nodiscard]] QStringList differences(const QJsonValue &expected, const QJsonValue &got,
                                      const QString &path = {});

} // namespace spillway::test
