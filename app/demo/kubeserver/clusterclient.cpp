// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/clusterclient.h"

#include "kubeserver/requestpipeline.h"
#include "kubeserver/serverstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString CallResult::message() const
{
    return document["message"_L1].toString();
}

ClusterClient::ClusterClient(ServerState &state, const QString &name)
    : m_state(state)
    , m_user(UserInfo::authenticated(u"system:"_s + name, {u"system:masters"_s}))
    , m_name(name)
{}

ObjectPlace ClusterClient::placeOf(const QJsonObject &object) const
{
    const QString apiVersion = object["apiVersion"_L1].toString();
    const QString group = apiVersion.contains(u'/') ? apiVersion.section(u'/', 0, 0) : QString();
    const ResourceTypePtr type =
        m_state.types.table()->findKind(group, object["kind"_L1].toString());
    const QJsonValue metadata = object["metadata"_L1];
    return {group,
            type ? type->plural : QString(),
            type && type->namespaced ? metadata["namespace"_L1].toString() : QString(),
            metadata["name"_L1].toString(),
            {}};
}

CallResult ClusterClient::call(const QByteArray &method, const ObjectPlace &place,
                               const QByteArray &contentType, const QByteArray &body,
                               const QString &query) const
{
    const TypeTablePtr table = m_state.types.table();
    const QString version = table->versions(place.group).value(0);
    QString path =
        place.group.isEmpty() ? u"/api/v1"_s : u"/apis/%1/%2"_s.arg(place.group, version);
    const bool spaceItself = place.group.isEmpty() && place.plural == "namespaces"_L1;
    if (!place.nameSpace.isEmpty() && !spaceItself) {
        path += u"/namespaces/"_s + place.nameSpace;
    }
    for (const QString &part : {place.plural, place.name, place.subresource}) {
        if (!part.isEmpty()) {
            path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
        }
    }
    ApiRequest request;
    request.method = method;
    request.target = (query.isEmpty() ? path : path + u'?' + query).toUtf8();
    request.headers.insert("content-type", contentType);
    request.headers.insert("user-agent", m_name.toUtf8());
    request.body = body;
    request.interpret();
    request.user = m_user;
    const ApiAnswer answer = answerTrusted(m_state, request);
    return {answer.status, answer.document};
}

CallResult ClusterClient::get(const ObjectPlace &place) const
{
    return call("GET", place, {}, {});
}

QList<QJsonObject> ClusterClient::list(const ObjectPlace &place, const QString &labelSelector) const
{
    const QString query =
        labelSelector.isEmpty()
            ? QString()
            : u"labelSelector="_s + QString::fromLatin1(QUrl::toPercentEncoding(labelSelector));
    const CallResult result = call("GET", place, {}, {}, query);
    QList<QJsonObject> items;
    for (const QJsonValue item : result.document["items"_L1].toArray()) {
        items.append(item.toObject());
    }
    return items;
}

CallResult ClusterClient::create(const QJsonObject &object) const
{
    ObjectPlace place = placeOf(object);
    place.name.clear();
    return call("POST", place, "application/json", bytesOf(object), u"fieldManager="_s + m_name);
}

CallResult ClusterClient::update(const QJsonObject &object, const QString &subresource) const
{
    ObjectPlace place = placeOf(object);
    place.subresource = subresource;
    return call("PUT", place, "application/json", bytesOf(object), u"fieldManager="_s + m_name);
}

CallResult ClusterClient::apply(const QJsonObject &object, const QString &subresource) const
{
    ObjectPlace place = placeOf(object);
    place.subresource = subresource;
    return call("PATCH", place, "application/apply-patch+yaml", bytesOf(object),
                u"force=true&fieldManager="_s + m_name);
}

CallResult ClusterClient::mergePatch(const ObjectPlace &place, const QJsonObject &patch) const
{
    return call("PATCH", place, "application/merge-patch+json", bytesOf(patch),
                u"fieldManager="_s + m_name);
}

CallResult ClusterClient::remove(const ObjectPlace &place, const QString &propagation) const
{
    return call("DELETE", place, {}, {},
                propagation.isEmpty() ? QString() : u"propagationPolicy="_s + propagation);
}

CallResult ClusterClient::removeNow(const ObjectPlace &place) const
{
    return call("DELETE", place, {}, {}, u"gracePeriodSeconds=0"_s);
}

} // namespace spillway::demo
