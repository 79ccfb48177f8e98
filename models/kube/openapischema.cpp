// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/openapischema.h"

#include "kube/schemaparser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace spillway {

namespace {

Q_LOGGING_CATEGORY(logSchema, "spillway.kube.schema")

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenApiSchema)
};

Error documentError(const QString &why)
{
    return {.code = ErrorCode::InvalidDocument,
            .what = Text::tr("Cannot read the schema of an API"),
            .why = why};
}

std::vector<KindName> kindNames(const QJsonObject &definition)
{
    std::vector<KindName> names;
    for (const QJsonValue value : definition["x-kubernetes-group-version-kind"_L1].toArray()) {
        names.push_back({value["group"_L1].toString(), value["version"_L1].toString(),
                         value["kind"_L1].toString()});
    }
    return names;
}

QJsonObject versionOf(const QJsonObject &crd, const QString &version)
{
    for (const QJsonValue candidate : crd["spec"_L1]["versions"_L1].toArray()) {
        if (candidate["name"_L1].toString() == version) {
            return candidate.toObject();
        }
    }
    return {};
}

OpenApiSchema loadShipped()
{
    OpenApiSchema schema;
    const QDir folder(u":/kube/openapi"_s);
    // Definitions of Pods are in the document of apps, which others refer to: it comes first.
    QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    names.removeAll(u"apis.apps.v1.json"_s);
    names.prepend(u"apis.apps.v1.json"_s);
    for (const QString &name : std::as_const(names)) {
        QFile file(folder.filePath(name));
        const bool open = file.open(QIODevice::ReadOnly);
        const auto added = schema.add(QJsonDocument::fromJson(open ? file.readAll() : "").object());
        if (!added) {
            qCCritical(logSchema) << name << added.error().sentence();
        }
    }
    return schema;
}

} // namespace

SchemaPtr SchemaNode::field(const QString &key) const
{
    const auto found = fields.find(key);
    return found == fields.end() ? nullptr : found->second;
}

QString KindName::apiVersion() const
{
    return group.isEmpty() ? version : group + u'/' + version;
}

Result<void> OpenApiSchema::add(const QJsonObject &document)
{
    const QJsonObject added = document["components"_L1]["schemas"_L1].toObject();
    if (added.isEmpty()) {
        return documentError(Text::tr("The document has no components.schemas."));
    }
    for (auto it = added.begin(); it != added.end(); ++it) {
        m_definitions[it.key()] = it.value();
    }
    SchemaParser parser(m_definitions, m_trees);
    for (auto it = added.begin(); it != added.end(); ++it) {
        for (const KindName &name : kindNames(it.value().toObject())) {
            m_kinds[name] = parser.definition(it.key());
        }
    }
    if (!parser.missing().isEmpty()) {
        return documentError(Text::tr("The definition %1 is referred to, but it is missing.")
                                 .arg(parser.missing().constFirst()));
    }
    return {};
}

const OpenApiSchema &OpenApiSchema::shipped()
{
    static const OpenApiSchema schema = loadShipped();
    return schema;
}

SchemaPtr OpenApiSchema::kind(const KindName &name) const
{
    const auto found = m_kinds.find(name);
    return found == m_kinds.end() ? nullptr : found->second;
}

std::vector<KindName> OpenApiSchema::kinds() const
{
    std::vector<KindName> names;
    for (const auto &entry : m_kinds) {
        names.push_back(entry.first);
    }
    return names;
}

Result<SchemaPtr> schemaOfCrd(const QJsonObject &crd, const QString &version)
{
    const QJsonObject described = versionOf(crd, version);
    if (described.isEmpty()) {
        return Error{.code = ErrorCode::NotFound,
                     .what = Text::tr("Cannot read the schema of an API"),
                     .where = crd["metadata"_L1]["name"_L1].toString(),
                     .why = Text::tr("There is no version %1.").arg(version)};
    }
    const QJsonObject written = described["schema"_L1]["openAPIV3Schema"_L1].toObject();
    if (written["type"_L1].toString() != "object"_L1) {
        return documentError(Text::tr("The definition %1 has no schema of an object.")
                                 .arg(crd["metadata"_L1]["name"_L1].toString()));
    }
    const QJsonObject none;
    std::map<QString, SchemaPtr> trees;
    SchemaParser parser(none, trees);
    auto root = std::make_shared<SchemaNode>(*parser.parse(written));
    root->kind = SchemaNode::Kind::Struct;
    const auto text = std::make_shared<SchemaNode>(SchemaNode{.kind = SchemaNode::Kind::String});
    root->fields[u"apiVersion"_s] = text;
    root->fields[u"kind"_s] = text;
    root->fields[u"metadata"_s] = objectMetaSchema();
    return SchemaPtr(root);
}

SchemaPtr objectMetaSchema()
{
    const SchemaPtr anyKind = OpenApiSchema::shipped().kind({u"apps"_s, u"v1"_s, u"Deployment"_s});
    return anyKind ? anyKind->field(u"metadata"_s) : nullptr;
}

} // namespace spillway
