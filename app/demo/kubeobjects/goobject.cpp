// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/goobject.h"

#include "kubeobjects/gofields.h"
#include "kubeobjects/goscalars.h"
#include "kubeobjects/jsontools.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Kind = SchemaNode::Kind;
const QJsonValue absent{QJsonValue::Undefined};

QString structName(const SchemaNode &schema)
{
    return schema.name.section(u'.', -1);
}

bool isEmptyCollection(const SchemaNode &schema, const QJsonValue &value)
{
    return (schema.kind == Kind::List && value.toArray().isEmpty()) ||
           (schema.kind == Kind::Map && value.toObject().isEmpty());
}

/// A collection without "omitempty".
bool isWrittenEmpty(const SchemaNode &schema, const QString &key)
{
    return schema.required.contains(key) || isAlwaysWritten(structName(schema), key);
}

QJsonValue readBack(const SchemaNode &schema, const QJsonValue &value)
{
    if (schema.kind == Kind::List && value.isArray()) {
        QJsonArray list;
        for (const QJsonValue item : value.toArray()) {
            list.append(readBack(*schema.element, item));
        }
        return list;
    }
    if (!value.isObject() || !schema.isComposite()) {
        return value;
    }
    const QJsonObject object = value.toObject();
    QJsonObject read;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isMap = schema.kind == Kind::Map;
        const SchemaPtr field = isMap ? schema.element : schema.field(it.key());
        const bool emptied = field && !isMap && isEmptyCollection(*field, it.value()) &&
                             isWrittenEmpty(schema, it.key());
        read[it.key()] = emptied ? QJsonValue(QJsonValue::Null)
                         : field ? readBack(*field, it.value())
                                 : it.value();
    }
    return read;
}

class Decoder
{
public:
    explicit Decoder(DecodeMode mode)
        : m_mode(mode)
    {}

    QJsonObject structure(const SchemaNode &schema, const QJsonObject &object)
    {
        QJsonObject decoded;
        for (const auto &[key, field] : schema.fields) {
            enter(key);
            m_struct = structName(schema);
            const QJsonValue value = fieldValue(schema, key, *field, object[key]);
            if (!value.isUndefined()) {
                decoded[key] = value;
            }
            leave();
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!schema.fields.contains(it.key())) {
                if (schema.keepsUnknown) {
                    decoded[it.key()] = it.value();
                } else {
                    result.unknown.append(path(it.key()));
                }
            }
        }
        return decoded;
    }

    DecodedObject result;

private:
    QJsonValue fieldValue(const SchemaNode &schema, const QString &key, const SchemaNode &field,
                          const QJsonValue &value)
    {
        const QString name = structName(schema);
        if (value.isUndefined() || value.isNull()) {
            return zeroValue(schema, name, key, field);
        }
        const QJsonValue decoded = any(field, value);
        if (isZero(decoded) && isOmittedWhenZero(name, key, field)) {
            return zeroValue(schema, name, key, field);
        }
        return isEmptyCollection(field, decoded) && !isWrittenEmpty(schema, key) ? absent : decoded;
    }

    /// What Go writes for a field that is not set.
    QJsonValue zeroValue(const SchemaNode &schema, const QString &name, const QString &key,
                         const SchemaNode &field)
    {
        if (field.kind == Kind::Struct && field.fallback.isObject()) {
            return structure(field, QJsonObject());
        }
        if (isZero(field.fallback) || field.fallback == QJsonValue(QJsonObject())) {
            return field.fallback;
        }
        const bool collection = field.kind == Kind::List || field.kind == Kind::Map;
        if (isAlwaysWritten(name, key) || (collection && schema.required.contains(key))) {
            return QJsonValue::Null;
        }
        return absent;
    }

    QJsonValue any(const SchemaNode &schema, const QJsonValue &value)
    {
        switch (schema.kind) {
        case Kind::Any:
            return value;
        case Kind::Struct:
            if (!value.isObject()) {
                return mismatch(schema, value);
            }
            return structure(schema, value.toObject());
        case Kind::Map:
            return map(schema, value);
        case Kind::List:
            return list(schema, value);
        default:
            break;
        }
        const ScalarRead read = readScalar(schema, value, m_mode);
        if (read.mismatch) {
            return mismatch(schema, value);
        }
        fail(read.error);
        return read.value;
    }

    QJsonValue map(const SchemaNode &schema, const QJsonValue &value)
    {
        if (!value.isObject()) {
            return mismatch(schema, value);
        }
        const QJsonObject object = value.toObject();
        QJsonObject decoded;
        for (auto it = object.begin(); it != object.end(); ++it) {
            enter(it.key());
            // A null in a map of texts is an empty text.
            decoded[it.key()] = it.value().isNull() && schema.element->kind == Kind::String
                                    ? QJsonValue(QString())
                                    : any(*schema.element, it.value());
            leave();
        }
        return decoded;
    }

    QJsonValue list(const SchemaNode &schema, const QJsonValue &value)
    {
        if (!value.isArray()) {
            return mismatch(schema, value);
        }
        QJsonArray decoded;
        for (const QJsonValue item : value.toArray()) {
            const QString last = m_path.isEmpty() ? QString() : m_path.takeLast();
            m_path.append(u"%1[%2]"_s.arg(last).arg(decoded.size()));
            decoded.append(any(*schema.element, item));
            m_path.last() = last;
        }
        return decoded;
    }

    QJsonValue mismatch(const SchemaNode &schema, const QJsonValue &value)
    {
        static const QRegularExpression indexes(u"\\[\\d+\\]"_s);
        fail(u"json: cannot unmarshal %1 into Go struct field %2.%3 of type %4"_s.arg(
            jsonTypeName(value, schema), m_struct, m_path.join(u'.').remove(indexes),
            goTypeOf(schema)));
        return absent;
    }

    void fail(const QString &error)
    {
        if (result.error.isEmpty()) {
            result.error = error;
        }
    }
    void enter(const QString &key) { m_path.append(key); }
    void leave() { m_path.removeLast(); }
    [[nodiscard]] QString path(const QString &key) const
    {
        return m_path.isEmpty() ? key : m_path.join(u'.') + u'.' + key;
    }

    DecodeMode m_mode;
    QStringList m_path;
    QString m_struct;
};

/// Prunes and defaults what a structural schema describes.
class Pruner
{
public:
    QStringList unknown;

    QJsonValue prune(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (schema.kind == Kind::List && value.isArray()) {
            QJsonArray list;
            for (const QJsonValue item : value.toArray()) {
                list.append(prune(*schema.element, item, u"%1[%2]"_s.arg(path).arg(list.size())));
            }
            return list;
        }
        if (!value.isObject() || !schema.isComposite()) {
            return value;
        }
        const QJsonObject object = value.toObject();
        QJsonObject kept;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString below = path.isEmpty() ? it.key() : path + u'.' + it.key();
            const SchemaPtr field =
                schema.kind == Kind::Map ? schema.element : schema.field(it.key());
            if (field) {
                const bool useDefault =
                    it.value().isNull() && !field->nullable && !field->fallback.isUndefined();
                if (!useDefault) {
                    kept[it.key()] = prune(*field, it.value(), below);
                }
            } else if (schema.keepsUnknown) {
                kept[it.key()] = it.value();
            } else {
                unknown.append(below);
            }
        }
        for (const auto &[key, field] : schema.fields) {
            if (!kept.contains(key) && !field->fallback.isUndefined()) {
                kept[key] = field->fallback;
            }
        }
        return kept;
    }
};

} // namespace

DecodedObject decodeTyped(const SchemaNode &schema, const QJsonObject &object, DecodeMode mode)
{
    Decoder decoder(mode);
    decoder.result.object = decoder.structure(schema, object);
    return std::move(decoder.result);
}

QJsonObject asReadBack(const SchemaNode &schema, const QJsonObject &object)
{
    return readBack(schema, object).toObject();
}

DecodedObject decodeCustom(const SchemaNode &schema, const QJsonObject &object)
{
    DecodedObject result;
    SchemaNode rest = schema;
    rest.fields.erase(u"metadata"_s);
    rest.fields[u"metadata"_s] = std::make_shared<SchemaNode>();
    Pruner pruner;
    result.object = pruner.prune(rest, object, {}).toObject();
    const SchemaPtr metaSchema = schema.field(u"metadata"_s);
    DecodedObject meta =
        decodeTyped(*metaSchema, object["metadata"_L1].toObject(), DecodeMode::Json);
    result.object["metadata"_L1] = meta.object;
    for (const QString &unknown : std::as_const(meta.unknown)) {
        result.unknown.append(u"metadata."_s + unknown);
    }
    result.unknown.append(pruner.unknown);
    result.error = meta.error;
    return result;
}

} // namespace spillway::demo
