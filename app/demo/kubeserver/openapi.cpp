// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/openapi.h"

#include "kubeserver/openapiv2.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString metaPackage = QStringLiteral("io.k8s.apimachinery.pkg.apis.meta.v1.");

QString pathOf(const QString &group, const QString &version)
{
    return group.isEmpty() ? u"api/"_s + version : u"apis/%1/%2"_s.arg(group, version);
}

QByteArray digestOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha512).toHex().toUpper();
}

/// "sh.keda.v1alpha1.ScaledObject": the group backwards, as the real server names definitions.
QString definitionName(const ResourceType &type, const QString &version)
{
    QStringList parts = type.group.split(u'.', Qt::SkipEmptyParts);
    std::reverse(parts.begin(), parts.end());
    parts.append({version, type.kind});
    return parts.join(u'.');
}

QJsonObject kindMark(const ResourceType &type, const QString &version)
{
    return {{u"group"_s, type.group}, {u"version"_s, version}, {u"kind"_s, type.kind}};
}

QJsonArray queryParameters(const QStringList &names)
{
    QJsonArray parameters;
    for (const QString &name : names) {
        parameters.append(QJsonObject{
            {u"name"_s, name},
            {u"in"_s, u"query"_s},
            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"uniqueItems"_s, true}}}});
    }
    return parameters;
}

QJsonObject patchOperation(const ResourceType &type, const QString &version)
{
    const QJsonObject reference{
        {u"schema"_s, QJsonObject{{u"$ref"_s, QString(u"#/components/schemas/"_s +
                                                      definitionName(type, version))}}}};
    QJsonObject content{{u"application/apply-patch+yaml"_s, reference},
                        {u"application/json-patch+json"_s, reference},
                        {u"application/merge-patch+json"_s, reference}};
    return {{u"operationId"_s, QString(u"patch"_s + type.kind)},
            {u"parameters"_s,
             queryParameters({u"dryRun"_s, u"fieldManager"_s, u"fieldValidation"_s, u"force"_s})},
            {u"requestBody"_s, QJsonObject{{u"content"_s, content}, {u"required"_s, true}}},
            {u"responses"_s, QJsonObject{{u"200"_s, QJsonObject{{u"description"_s, u"OK"_s}}}}},
            {u"x-kubernetes-action"_s, u"patch"_s},
            {u"x-kubernetes-group-version-kind"_s, kindMark(type, version)}};
}

/// The definitions that metadata of an object is made of.
QJsonObject metaDefinitions()
{
    QFile file(u":/kube/openapi/apis.apps.v1.json"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    const QJsonValue all =
        QJsonDocument::fromJson(open ? file.readAll() : "").object()["components"_L1]["schemas"_L1];
    QJsonObject definitions;
    for (const QString &name : {u"ObjectMeta"_s, u"ManagedFieldsEntry"_s, u"FieldsV1"_s,
                                u"OwnerReference"_s, u"Time"_s}) {
        const QString full = metaPackage + name;
        definitions.insert(full, all[full]);
    }
    return definitions;
}

/// The schema of a version of a custom resource as its definition gives it, with what every object
/// has:
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#publish-validation-schema-in-openapi
QJsonObject customSchema(const ResourceType &type, const QString &version)
{
    for (const QJsonValue each : type.crd["spec"_L1]["versions"_L1].toArray()) {
        if (each["name"_L1].toString() == version) {
            QJsonObject schema = each["schema"_L1]["openAPIV3Schema"_L1].toObject();
            QJsonObject properties = schema["properties"_L1].toObject();
            const QJsonObject text{{u"type"_s, u"string"_s}};
            const QString meta = u"#/components/schemas/"_s + metaPackage + u"ObjectMeta"_s;
            properties.insert(u"apiVersion"_s, text);
            properties.insert(u"kind"_s, text);
            properties.insert(
                u"metadata"_s,
                QJsonObject{{u"allOf"_s, QJsonArray{QJsonObject{{u"$ref"_s, meta}}}}});
            schema.insert(u"properties"_s, properties);
            return schema;
        }
    }
    return {{u"type"_s, u"object"_s}};
}

QJsonObject madeDocument(const TypeTable &table, const QString &group, const QString &version)
{
    static const QJsonObject shared = metaDefinitions();
    QJsonObject paths;
    QJsonObject schemas = shared;
    for (const ResourceTypePtr &type : table.types) {
        if (type->group != group || !type->versions.contains(version)) {
            continue;
        }
        const QString place = type->namespaced ? u"/namespaces/{namespace}/"_s : u"/"_s;
        paths.insert(u'/' + pathOf(group, version) + place + type->plural + u"/{name}"_s,
                     QJsonObject{{u"patch"_s, patchOperation(*type, version)}});
        QJsonObject schema = customSchema(*type, version);
        schema.insert(u"x-kubernetes-group-version-kind"_s, QJsonArray{kindMark(*type, version)});
        schemas.insert(definitionName(*type, version), schema);
    }
    return {{u"openapi"_s, u"3.0.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"v1.36.2"_s}}},
            {u"paths"_s, paths},
            {u"components"_s, QJsonObject{{u"schemas"_s, schemas}}}};
}

/// The recorded documents that are complete: some only hold the schemas that others refer to.
QHash<QString, QJsonObject> readShippedDocuments()
{
    QHash<QString, QJsonObject> documents;
    const QDir folder(u":/kube/openapi"_s);
    for (const QString &name : folder.entryList()) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
            if (document.contains("paths"_L1)) {
                documents.insert(name, document);
            }
        }
    }
    return documents;
}

const QHash<QString, QJsonObject> &shippedDocuments()
{
    static const QHash<QString, QJsonObject> documents = readShippedDocuments();
    return documents;
}

/// Those of the recorded documents are always the same, and large.
QByteArray digestOf(const TypeTable &table, const QString &group, const QString &version)
{
    static const QHash<QString, QByteArray> recorded = [] {
        QHash<QString, QByteArray> digests;
        const QHash<QString, QJsonObject> &documents = shippedDocuments();
        for (auto it = documents.begin(); it != documents.end(); ++it) {
            digests.insert(it.key(),
                           digestOf(QJsonDocument(it.value()).toJson(QJsonDocument::Compact)));
        }
        return digests;
    }();
    const auto found = recorded.constFind(u"apis.%1.%2.json"_s.arg(group, version));
    return found == recorded.constEnd() || table.isCustom(group)
               ? digestOf(QJsonDocument(openApiDocument(table, group, version))
                              .toJson(QJsonDocument::Compact))
               : *found;
}

ApiAnswer index(const TypeTable &table)
{
    QJsonObject paths;
    QStringList groups = table.groups();
    groups.prepend(QString());
    for (const QString &group : groups) {
        for (const QString &version : table.versions(group)) {
            const QString path = pathOf(group, version);
            const QByteArray digest = digestOf(table, group, version);
            paths.insert(
                path,
                QJsonObject{{u"serverRelativeURL"_s,
                             u"/openapi/v3/%1?hash=%2"_s.arg(path, QString::fromLatin1(digest))}});
        }
    }
    ApiAnswer answer;
    answer.rawType = "text/plain; charset=utf-8"; // JSON all the same
    answer.raw = QJsonDocument(QJsonObject{{u"paths"_s, paths}}).toJson(QJsonDocument::Compact);
    return answer;
}

ApiAnswer document(const TypeTable &table, const ApiRequest &request, const QStringList &parts)
{
    const bool core = parts.value(0) == "api"_L1;
    const QString group = core ? QString() : parts.value(1);
    const QString version = parts.value(core ? 1 : 2);
    if (!table.versions(group).contains(version) || parts.size() != (core ? 2 : 3)) {
        ApiAnswer missing;
        missing.status = 404;
        missing.rawType = "text/plain";
        return missing;
    }
    ApiAnswer answer;
    answer.rawType = "application/json";
    answer.raw =
        QJsonDocument(openApiDocument(table, group, version)).toJson(QJsonDocument::Compact);
    const QByteArray digest = digestOf(answer.raw);
    const QString wanted = request.parameter(u"hash"_s);
    if (!wanted.isEmpty() && wanted.toLatin1() != digest) {
        ApiAnswer moved;
        moved.status = 301;
        moved.rawType = "text/plain";
        moved.headers = {{"Location", request.path.toUtf8() + "?hash=" + digest}};
        return moved;
    }
    answer.headers = {{"Etag", '"' + digest + '"'}, {"Vary", "Accept"}};
    if (request.header("if-none-match") == '"' + digest + '"') {
        answer.status = 304;
        answer.raw.clear();
    }
    return answer;
}

} // namespace

QJsonObject openApiDocument(const TypeTable &table, const QString &group, const QString &version)
{
    const QHash<QString, QJsonObject> &shipped = shippedDocuments();
    const auto found = shipped.constFind(u"apis.%1.%2.json"_s.arg(group, version));
    return found == shipped.constEnd() || table.isCustom(group)
               ? madeDocument(table, group, version)
               : *found;
}

std::optional<ApiAnswer> answerOpenApi(const TypeTable &table, const ApiRequest &request)
{
    const QStringList parts = request.path.mid(1).split(u'/', Qt::SkipEmptyParts);
    if (parts.value(0) != "openapi"_L1) {
        return std::nullopt;
    }
    if (request.method != "GET") {
        return ApiAnswer::refusal(methodNotAllowed());
    }
    if (parts == QStringList{u"openapi"_s, u"v2"_s}) {
        return answerOpenApiV2(table, request);
    }
    if (parts.value(1) != "v3"_L1) {
        return ApiAnswer::noSuchPath();
    }
    return parts.size() == 2 ? index(table) : document(table, request, parts.mid(2));
}

} // namespace spillway::demo
