// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kuberequest.h"
#include "net/httpresponse.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// \file The recorded exchanges of a Kubernetes 1.36.2 API server in tests/data/kube.

namespace spillway {

/// One exchange; the body as the server sent it, or its events line by line.
struct WireExchange
{
    QJsonObject request;
    HttpResponse response;
};

inline QByteArray compactJson(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().toUtf8();
    }
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                            : QByteArray{};
}

inline HttpResponse wireResponse(const QJsonObject &json)
{
    HttpResponse response;
    response.status = json.value(QLatin1String("status")).toInt();
    response.url = QUrl(QStringLiteral("https://cluster.example"));
    const QJsonObject headers = json.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QJsonArray values =
            it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        for (const QJsonValue &value : values) {
            response.headers.append({it.key().toLower().toUtf8(), value.toString().toUtf8()});
        }
    }
    response.body = compactJson(json.value(QLatin1String("body")));
    const QJsonArray events = json.value(QLatin1String("events")).toArray();
    for (const QJsonValue &event : events) {
        response.body += compactJson(event) + '\n';
    }
    return response;
}

/// All of them, by name.
inline const QHash<QString, WireExchange> &wireExchanges()
{
    static const QHash<QString, WireExchange> all = [] {
        QHash<QString, WireExchange> read;
        QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/kube/exchanges.jsonl"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("tests/data/kube/exchanges.jsonl cannot be read");
        }
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            read.insert(line.value(QLatin1String("name")).toString(),
                        {line.value(QLatin1String("request")).toObject(),
                         wireResponse(line.value(QLatin1String("response")).toObject())});
        }
        return read;
    }();
    return all;
}

inline const WireExchange &wire(const QString &name)
{
    const auto found = wireExchanges().constFind(name);
    if (found == wireExchanges().cend()) {
        qFatal("no exchange called %s", qPrintable(name));
    }
    return *found;
}

inline QByteArray wireBody(const QString &name)
{
    return wire(name).response.body;
}

} // namespace spillway
