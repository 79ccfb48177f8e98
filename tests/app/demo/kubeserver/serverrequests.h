// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/requestpipeline.h"
#include "kubeserver/serverstate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// What the tests of the API server share: requests and answers without HTTP, and the recorded
/// exchanges with the real server.
namespace spillway::demo::test {

using namespace Qt::StringLiterals;

inline ApiRequest requestOf(const QByteArray &method, const QByteArray &target,
                            const QByteArray &body = {})
{
    ApiRequest request;
    request.method = method;
    request.target = target;
    request.headers.insert("content-type", "application/json");
    request.headers.insert("user-agent", "test/1");
    request.body = body;
    request.interpret();
    request.user = UserInfo::authenticated(u"root"_s, {u"system:masters"_s});
    return request;
}

inline ApiRequest requestOf(const QByteArray &method, const QByteArray &target,
                            const QJsonObject &body)
{
    return requestOf(method, target, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

/// A document as it is stored: nothing checks it.
inline void store(ServerState &state, const QString &storageKey, const QString &key,
                  const QJsonObject &object)
{
    const bool stored = state.store.put(storageKey, key, object, {}).has_value();
    Q_ASSERT(stored);
    Q_UNUSED(stored)
}

inline QJsonObject named(const QString &nameSpace, const QString &name,
                         const QJsonObject &labels = {})
{
    return {{u"metadata"_s, QJsonObject{{u"namespace"_s, nameSpace},
                                        {u"name"_s, name},
                                        {u"labels"_s, labels},
                                        {u"uid"_s, QString(u"uid-of-"_s + name)}}}};
}

inline void addNamespace(ServerState &state, const QString &name)
{
    const ApiAnswer made = answerTrusted(
        state, requestOf("POST", "/api/v1/namespaces",
                         QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                     {u"kind"_s, u"Namespace"_s},
                                     {u"metadata"_s, QJsonObject{{u"name"_s, name}}}}));
    Q_ASSERT(made.status == 201);
    Q_UNUSED(made)
}

/// {"request":{...},"response":{...}} of the first recording with that name; empty if there is
/// none.
inline QJsonObject recorded(const QString &name)
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/wire/exchanges.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray mark = "\"name\": \"" + name.toUtf8() + '"';
    const QByteArray compact = "\"name\":\"" + name.toUtf8() + '"';
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.contains(mark) && !line.contains(compact)) {
            continue;
        }
        const QJsonObject exchange = QJsonDocument::fromJson(line).object();
        if (exchange["name"_L1].toString() == name) {
            return exchange;
        }
    }
    return {};
}

inline QJsonObject recordedAnswer(const QString &name)
{
    return recorded(name)["response"_L1]["body"_L1].toObject();
}

} // namespace spillway::demo::test
