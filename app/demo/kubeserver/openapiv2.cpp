// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/openapiv2.h"

#include "kubeserver/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

/// Asked for with an @ by kubectl; in an answer it would be no media type (kube-openapi, handler).
constexpr auto protobufAsked = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";
constexpr auto protobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
constexpr QLatin1String v3Prefix{"#/components/schemas/"};
constexpr QLatin1String v2Prefix{"#/definitions/"};
constexpr QLatin1String extensionPrefix{"x-kubernetes-"};

/// Fields of a message, one after the other: https://protobuf.dev/programming-guides/encoding/.
class Message
{
public:
    void text(unsigned number, const QByteArray &value)
    {
        constexpr unsigned lengthDelimited = 2;
        varint(number << 3U | lengthDelimited);
        varint(quint64(value.size()));
        m_bytes += value;
    }
    void text(unsigned number, const QString &value) { text(number, value.toUtf8()); }
    /// Leaves out what is empty, as proto3 does with defaults.
    void textIf(unsigned number, const QJsonValue &value)
    {
        if (const QString given = value.toString(); !given.isEmpty()) {
            text(number, given);
        }
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void varint(quint64 value)
    {
        constexpr quint64 low = 0x7f;
        for (; value > low; value >>= 7U) {
            m_bytes.append(static_cast<char>((value & low) | (low + 1)));
        }
        m_bytes.append(static_cast<char>(value));
    }

    QByteArray m_bytes;
};

/// JSON is YAML.
QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QByteArray named(const QString &name, const QByteArray &value)
{
    Message pair;
    pair.text(1, name);
    pair.text(2, value);
    return pair.bytes();
}

/// The members that begin with x-kubernetes-, as NamedAny.
void writeExtensions(Message &to, unsigned number, const QJsonObject &from)
{
    for (auto it = from.begin(); it != from.end(); ++it) {
        if (it.key().startsWith(extensionPrefix)) {
            Message any;
            any.text(2, jsonText(it.value()));
            to.text(number, named(it.key(), any.bytes()));
        }
    }
}

QByteArray schemaMessage(const QJsonObject &schema);

/// Properties and Definitions look the same: NamedSchema in field 1.
QByteArray namedSchemas(const QJsonObject &schemas)
{
    Message all;
    for (auto it = schemas.begin(); it != schemas.end(); ++it) {
        all.text(1, named(it.key(), schemaMessage(it.value().toObject())));
    }
    return all.bytes();
}

QByteArray wrapped(const QByteArray &value)
{
    Message one;
    one.text(1, value);
    return one.bytes();
}

void writeMembers(Message &message, const QJsonObject &schema)
{
    constexpr unsigned additional = 21;
    constexpr unsigned type = 22;
    constexpr unsigned items = 23;
    constexpr unsigned properties = 25;
    if (const QJsonValue more = schema["additionalProperties"_L1]; more.isObject()) {
        message.text(additional, wrapped(schemaMessage(more.toObject())));
    }
    if (const QString name = schema["type"_L1].toString(); !name.isEmpty()) {
        message.text(type, wrapped(name.toUtf8()));
    }
    if (const QJsonValue item = schema["items"_L1]; item.isObject()) {
        message.text(items, wrapped(schemaMessage(item.toObject())));
    }
    if (const QJsonValue members = schema["properties"_L1]; members.isObject()) {
        message.text(properties, namedSchemas(members.toObject()));
    }
}

QByteArray schemaMessage(const QJsonObject &schema)
{
    constexpr unsigned required = 19;
    constexpr unsigned extensions = 31;
    Message message;
    message.textIf(1, schema["$ref"_L1]);
    message.textIf(2, schema["format"_L1]);
    message.textIf(4, schema["description"_L1]);
    for (const QJsonValue name : schema["required"_L1].toArray()) {
        message.text(required, name.toString());
    }
    writeMembers(message, schema);
    writeExtensions(message, extensions, schema);
    return message.bytes();
}

/// Of query parameters only: ParametersItem{Parameter{NonBodyParameter{QueryParameterSubSchema}}}.
QByteArray parameterMessage(const QJsonObject &parameter)
{
    constexpr unsigned queryParameter = 3;
    Message query;
    query.textIf(2, parameter["in"_L1]);
    query.textIf(4, parameter["name"_L1]);
    query.textIf(6, parameter["type"_L1]);
    Message place;
    place.text(queryParameter, query.bytes());
    Message nonBody;
    nonBody.text(2, place.bytes());
    return wrapped(nonBody.bytes());
}

QByteArray pathMessage(const QJsonObject &path)
{
    constexpr unsigned parameters = 8;
    constexpr unsigned extensions = 13;
    constexpr unsigned patch = 8;
    const QJsonObject operation = path["patch"_L1].toObject();
    Message said;
    for (const QJsonValue parameter : operation["parameters"_L1].toArray()) {
        said.text(parameters, parameterMessage(parameter.toObject()));
    }
    writeExtensions(said, extensions, operation);
    Message item;
    item.text(patch, said.bytes());
    return item.bytes();
}

/// v2 has no allOf around a reference, and another place for definitions.
QJsonValue asV2(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue each : value.toArray()) {
            list.append(asV2(each));
        }
        return list;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    const QJsonArray parts = object["allOf"_L1].toArray();
    if (parts.size() == 1 && parts.first()["$ref"_L1].isString()) {
        object.remove("allOf"_L1);
        object.remove("default"_L1); // of the v3 form only
        object.insert("$ref"_L1, parts.first()["$ref"_L1]);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        it.value() = asV2(it.value());
    }
    if (const QString reference = object["$ref"_L1].toString(); reference.startsWith(v3Prefix)) {
        object.insert("$ref"_L1, QString(v2Prefix + reference.mid(v3Prefix.size())));
    }
    return object;
}

QJsonObject asV2Path(const QJsonObject &path)
{
    const QJsonObject patch = path["patch"_L1].toObject();
    QJsonArray parameters;
    for (const QJsonValue parameter : patch["parameters"_L1].toArray()) {
        if (parameter["in"_L1].toString() == "query"_L1) {
            parameters.append(QJsonObject{{u"name"_s, parameter["name"_L1]},
                                          {u"in"_s, u"query"_s},
                                          {u"type"_s, parameter["schema"_L1]["type"_L1]},
                                          {u"uniqueItems"_s, true}});
        }
    }
    QJsonObject operation{
        {u"parameters"_s, parameters},
        {u"responses"_s, QJsonObject{{u"200"_s, QJsonObject{{u"description"_s, u"OK"_s}}}}}};
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.key().startsWith(extensionPrefix)) {
            operation.insert(it.key(), it.value());
        }
    }
    return {{u"patch"_s, operation}};
}

void addGroupVersion(const QJsonObject &v3, QJsonObject &paths, QJsonObject &definitions)
{
    const QJsonObject places = v3["paths"_L1].toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        if (it.value()["patch"_L1].isObject()) {
            paths.insert(it.key(), asV2Path(it.value().toObject()));
        }
    }
    const QJsonObject schemas = v3["components"_L1]["schemas"_L1].toObject();
    for (auto it = schemas.begin(); it != schemas.end(); ++it) {
        definitions.insert(it.key(), asV2(it.value()));
    }
}

} // namespace

QJsonObject openApiV2Document(const TypeTable &table)
{
    QJsonObject paths;
    QJsonObject definitions;
    QStringList groups = table.groups();
    groups.prepend(QString());
    for (const QString &group : groups) {
        for (const QString &version : table.versions(group)) {
            addGroupVersion(openApiDocument(table, group, version), paths, definitions);
        }
    }
    return {{u"swagger"_s, u"2.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"v1.36.2"_s}}},
            {u"paths"_s, paths},
            {u"definitions"_s, definitions}};
}

QByteArray openApiV2Protobuf(const QJsonObject &document)
{
    constexpr unsigned pathsField = 8;
    constexpr unsigned definitionsField = 9;
    Message info;
    info.textIf(1, document["info"_L1]["title"_L1]);
    info.textIf(2, document["info"_L1]["version"_L1]);
    Message paths;
    const QJsonObject places = document["paths"_L1].toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        paths.text(2, named(it.key(), pathMessage(it.value().toObject())));
    }
    Message all;
    all.textIf(1, document["swagger"_L1]);
    all.text(2, info.bytes());
    all.text(pathsField, paths.bytes());
    all.text(definitionsField, namedSchemas(document["definitions"_L1].toObject()));
    return all.bytes();
}

ApiAnswer answerOpenApiV2(const TypeTable &table, const ApiRequest &request)
{
    const QJsonObject document = openApiV2Document(table);
    const QByteArray accept = request.header("accept");
    const bool protobuf = accept.contains(protobufAsked) || accept.contains(protobufType);
    ApiAnswer answer;
    answer.rawType = protobuf ? protobufType : "application/json";
    answer.raw = protobuf ? openApiV2Protobuf(document)
                          : QJsonDocument(document).toJson(QJsonDocument::Compact);
    answer.headers = {{"Vary", "Accept-Encoding, Accept"}};
    return answer;
}

} // namespace spillway::demo
