// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wireworld.h"

#include "kubeobjects/bodyreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace spillway::test {

namespace {

QByteArray bytesOf(const WireExchange &exchange)
{
    if (exchange.body.isString()) {
        return exchange.body.toString().toUtf8();
    }
    if (exchange.body.isArray()) {
        return QJsonDocument(exchange.body.toArray()).toJson(QJsonDocument::Compact);
    }
    if (!exchange.body.isObject()) {
        return {};
    }
    if (exchange.body["_omitted"_L1].isString()) { // a definition, shipped as a resource
        const QStringList parts = exchange.object.split(u'.');
        QFile file(u":/kube/crds/%1_%2.yaml"_s.arg(parts.mid(1).join(u'.'), parts.value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return QJsonDocument(exchange.body.toObject()).toJson(QJsonDocument::Compact);
}

QUrlQuery queryOf(const WireExchange &exchange)
{
    QUrlQuery query;
    for (auto it = exchange.query.begin(); it != exchange.query.end(); ++it) {
        const QJsonArray values =
            it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        for (const QJsonValue &value : values) {
            query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(
                                             value.toVariant().toString())));
        }
    }
    return query;
}

} // namespace

void WireWorld::clear()
{
    m_objects.clear();
    m_custom.clear();
    m_objects[u"namespaces//default"_s] = QJsonObject();
}

ResourceTypePtr WireWorld::typeOf(const WireExchange &exchange) const
{
    if (const ResourceTypePtr type = findBuiltIn(exchange.group, exchange.plural)) {
        return type;
    }
    const auto found = m_custom.find(exchange.plural + u'.' + exchange.group);
    return found == m_custom.end() ? nullptr : found->second;
}

WireWorld::Key WireWorld::keyOf(const ResourceType &type, const QString &nameSpace,
                                const QString &name) const
{
    return type.storageKey + u'/' + nameSpace + u'/' + name;
}

std::optional<QJsonObject> WireWorld::find(const Key &key) const
{
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ApiStatus> WireWorld::checkNamespace(const ResourceType &type,
                                                   const AdmissionView &view) const
{
    if (!type.namespaced || view.operation != AdmissionView::Operation::Create) {
        return std::nullopt;
    }
    const auto found = find(u"namespaces//"_s + view.nameSpace);
    if (!found) {
        return notFound({{}, u"namespaces"_s, u"Namespace"_s}, view.nameSpace);
    }
    if ((*found)["status"_L1]["phase"_L1].toString() == "Terminating"_L1) {
        ApiStatus status =
            forbidden(type.name(), view.name,
                      u"unable to create new content in namespace %1 because it is being "
                      "terminated"_s.arg(view.nameSpace));
        status.causes.push_back({u"NamespaceTerminating"_s,
                                 u"namespace %1 is being terminated"_s.arg(view.nameSpace),
                                 u"metadata.namespace"_s});
        return status;
    }
    return std::nullopt;
}

WriteContext WireWorld::contextOf(const WireExchange &exchange)
{
    const QJsonObject meta = exchange.answer["metadata"_L1].toObject();
    const QString name =
        meta["name"_L1].toString(exchange.answer["details"_L1]["name"_L1].toString());
    WriteContext context;
    context.now = QDateTime(QDate(2026, 11, 22), QTime(15, 0), Qt::UTC);
    context.newUid = [uid = meta["uid"_L1].toString(u"a-new-uid"_s)] { return uid; };
    context.suffix = [suffix = name.right(5)] { return suffix; };
    return context;
}

std::optional<QStringList> WireWorld::replay(const WireExchange &exchange)
{
    const ResourceTypePtr type = typeOf(exchange);
    const QString message = exchange.answer["message"_L1].toString();
    const bool rights = exchange.status == 403 &&
                        (message.contains("cannot "_L1) || message.contains("attempting"_L1));
    const bool plain = exchange.subresource.isEmpty() || exchange.subresource == "status"_L1 ||
                       exchange.subresource == "scale"_L1;
    if (!type || exchange.conditional || rights || !plain || exchange.status == 405 ||
        exchange.status == 401 || exchange.status == 429) {
        return std::nullopt;
    }
    if (exchange.method == "DELETE"_L1) {
        return exchange.object.isEmpty() ? std::optional(QStringList())
                                         : std::optional(remove(*type, exchange));
    }
    if (exchange.method != "POST"_L1 && exchange.method != "PUT"_L1 &&
        exchange.method != "PATCH"_L1) {
        return std::nullopt;
    }
    return write(*type, exchange);
}

void WireWorld::keep(const ResourceType &type, const Key &key, QJsonObject object,
                     const WireExchange &exchange, bool differs)
{
    const bool whole = exchange.version == type.storageVersion && exchange.answer.isObject() &&
                       exchange.subresource != "scale"_L1 && type.group != "events.k8s.io"_L1 &&
                       exchange.answer["_omitted"_L1].isUndefined();
    if (differs && whole) {
        object = exchange.answer.toObject(); // one difference is told once
    }
    QJsonObject meta = object["metadata"_L1].toObject();
    meta["resourceVersion"_L1] =
        exchange.answer["metadata"_L1]["resourceVersion"_L1].toString(u"1"_s);
    object["metadata"_L1] = meta;
    m_objects[key] = object;
    if (type.kind == "CustomResourceDefinition"_L1) {
        if (const ResourceTypePtr custom = customType(object)) {
            m_custom[custom->storageKey] = custom;
        }
    }
}

QStringList WireWorld::write(const ResourceType &type, const WireExchange &exchange)
{
    WriteRequest request;
    request.method = exchange.method == "POST"_L1  ? WriteRequest::Method::Post
                     : exchange.method == "PUT"_L1 ? WriteRequest::Method::Put
                                                   : WriteRequest::Method::Patch;
    request.version = exchange.version;
    request.subresource = exchange.subresource;
    request.nameSpace = exchange.nameSpace;
    request.name = exchange.object;
    request.query = queryOf(exchange);
    request.contentType = exchange.headers["Content-Type"_L1].toString();
    request.userAgent = exchange.headers["User-Agent"_L1].toString(u"wire-console/1"_s);
    request.body = bytesOf(exchange);
    const QString sentName = exchange.object.isEmpty()
                                 ? readYaml(request.body).value["metadata"_L1]["name"_L1].toString()
                                 : exchange.object;
    const Key key = keyOf(type, exchange.nameSpace, sentName);
    WriteContext context = contextOf(exchange);
    context.admit = [this, &type](const AdmissionView &view) { return checkNamespace(type, view); };
    const std::optional<QJsonObject> stored = find(key);
    const WriteOutcome outcome = writeObject(type, request, stored, context);
    QJsonValue answer;
    int status = 200;
    if (outcome.refusal) {
        answer = outcome.refusal->toJson();
        status = outcome.refusal->code;
    } else {
        answer = request.subresource == "scale"_L1
                     ? presentScale(type, *outcome.stored)
                     : presentObject(type, *outcome.stored, exchange.version);
        status = outcome.created ? 201 : 200;
    }
    QStringList found;
    if (status != exchange.status) {
        found.append(u"status: expected %1 | got %2"_s.arg(exchange.status).arg(status));
    }
    if (exchange.answer["_omitted"_L1].isUndefined()) {
        found += differences(normalised(exchange.answer), normalised(answer));
    }
    if (exchange.warnings != outcome.warnings) {
        found.append(u"warnings: expected %1 | got %2"_s.arg(exchange.warnings.join(u';'),
                                                             outcome.warnings.join(u';')));
    }
    if (outcome.removed && !outcome.dryRun) {
        m_objects.erase(key);
    } else if (exchange.status < 300 && !request.query.hasQueryItem(u"dryRun"_s)) {
        const QString name = exchange.answer["metadata"_L1]["name"_L1].toString(sentName);
        keep(type, keyOf(type, exchange.nameSpace, name),
             outcome.stored.value_or(exchange.answer.toObject()), exchange, !found.isEmpty());
    }
    return found;
}

QStringList WireWorld::remove(const ResourceType &type, const WireExchange &exchange)
{
    const Key key = keyOf(type, exchange.nameSpace, exchange.object);
    const DeleteRequest request{exchange.version,
                                exchange.nameSpace,
                                exchange.object,
                                queryOf(exchange),
                                exchange.headers["Content-Type"_L1].toString(),
                                bytesOf(exchange)};
    const std::optional<QJsonObject> stored = find(key);
    const DeleteOutcome outcome = deleteObject(type, request, stored, contextOf(exchange));
    QJsonValue answer;
    int status = 200;
    if (outcome.refusal) {
        answer = outcome.refusal->toJson();
        status = outcome.refusal->code;
    } else {
        answer = outcome.answersObject
                     ? presentObject(type, *outcome.stored, exchange.version)
                     : deletedStatus(type.name(), exchange.object,
                                     (*stored)["metadata"_L1]["uid"_L1].toString());
    }
    QStringList found;
    if (status != exchange.status) {
        found.append(u"status: expected %1 | got %2"_s.arg(exchange.status).arg(status));
    }
    if (exchange.answer["_omitted"_L1].isUndefined()) {
        found += differences(normalised(exchange.answer), normalised(answer));
    }
    if (exchange.status == 200 && !outcome.dryRun) {
        if (outcome.changed) {
            keep(type, key, *outcome.stored, exchange, !found.isEmpty());
        } else if (outcome.removed) {
            m_objects.erase(key);
        }
    }
    return found;
}

} // namespace spillway::test
