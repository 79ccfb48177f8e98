// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace spillway {

struct SchemaNode;
using SchemaPtr = std::shared_ptr<const SchemaNode>;

/// One place of a typed tree: what may stand there, and how two writers' values are merged there.
/// Made from OpenAPI once, never changed afterwards, shared between threads.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
struct SchemaNode
{
    enum class Kind : std::uint8_t {
        Any,    ///< anything at all (RawExtension, FieldsV1, preserved unknown fields)
        Struct, ///< named fields
        Map,    ///< any key, all values of one kind
        List,
        String,
        Boolean,
        Integer,
        Number,
        Quantity,    ///< "500m": a string or a number
        IntOrString, ///< a port number or name
        Time,        ///< RFC 3339 in whole seconds
        MicroTime,   ///< RFC 3339 with six decimals
        Bytes,       ///< base64
    };
    enum class ListType : std::uint8_t { Atomic, Set, Map };

    Kind kind = Kind::Any;
    QString
        name; ///< of the definition, such as io.k8s.api.autoscaling.v2.MetricTarget; may be empty
    std::map<QString, SchemaPtr> fields; ///< of a Struct
    SchemaPtr element;                   ///< of a List or Map
    ListType listType = ListType::Atomic;
    QStringList mapKeys;       ///< of a List of type Map
    bool atomic = false;       ///< Struct or Map that has one owner as a whole
    bool keepsUnknown = false; ///< Struct that stores fields it does not know
    bool nullable = false;     ///< null is a value here, not an absence
    int bits = 0;              ///< of an Integer: 32, 64, or 0 if the schema does not say
    QStringList required;      ///< of a Struct
    QStringList choices;       ///< of a String with an enum
    QJsonValue fallback{QJsonValue::Undefined}; ///< the default
    QString patchMergeKey;                      ///< of a List, for strategic merge patches
    bool patchMerges = false;                   ///< patch strategy "merge"
    bool patchRetainsKeys = false;              ///< patch strategy "retainKeys"
    QJsonObject rules; ///< the schema as it was written, for bounds, patterns and combinations

    [[nodiscard]] SchemaPtr field(const QString &key) const; ///< null if there is none
    [[nodiscard]] bool isComposite() const
    {
        return kind == Kind::Struct || kind == Kind::Map || kind == Kind::List;
    }
};

struct KindName
{
    QString group;
    QString version;
    QString kind;

    [[nodiscard]] QString apiVersion() const;
    friend bool operator==(const KindName &, const KindName &) = default;
    friend bool operator<(const KindName &a, const KindName &b)
    {
        return std::tie(a.group, a.version, a.kind) < std::tie(b.group, b.version, b.kind);
    }
};

/// The kinds of OpenAPI v3 documents, and of the schemas in CustomResourceDefinitions, as typed
/// trees. Documents share definitions: a later document may refer to one in an earlier.
/// A value; reading is thread-safe. https://spec.openapis.org/oas/v3.0.3
class OpenApiSchema
{
public:
    /// Adds the definitions of a document. Error InvalidDocument if it is none or refers to
    /// something that does not exist.
    [[nodiscard]] Result<void> add(const QJsonObject &document);
    /// The kinds that a server of Kubernetes 1.36 has and Spillway uses, from the shipped
    /// documents.
    [[nodiscard]] static const OpenApiSchema &shipped();

    /// Null if the kind is not known.
    [[nodiscard]] SchemaPtr kind(const KindName &name) const;
    [[nodiscard]] std::vector<KindName> kinds() const;

private:
    QJsonObject m_definitions; ///< components.schemas of all documents
    std::map<QString, SchemaPtr> m_trees;
    std::map<KindName, SchemaPtr> m_kinds;
};

/// The typed tree of one version of a CustomResourceDefinition, with apiVersion, kind and metadata.
/// Error NotFound without such a version, InvalidDocument for a schema that is none.
[[nodiscard]] Result<SchemaPtr> schemaOfCrd(const QJsonObject &crd, const QString &version);

/// metadata of every object.
[[nodiscard]] SchemaPtr objectMetaSchema();

} // namespace spillway
