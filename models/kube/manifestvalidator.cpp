// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/manifestvalidator.h"

#include "core/quantity.h"
#include "core/yamldocument.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace spillway {

namespace {

using Kind = SchemaNode::Kind;
using Problem = ManifestProblem::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::ManifestValidator)
};

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return Text::tr("a text");
    case QJsonValue::Bool:
        return Text::tr("true or false");
    case QJsonValue::Array:
        return Text::tr("a list");
    case QJsonValue::Object:
        return Text::tr("a map");
    case QJsonValue::Double:
        return Text::tr("a number");
    default:
        return Text::tr("nothing");
    }
}

QString wantedName(const SchemaNode &schema)
{
    switch (schema.kind) {
    case Kind::Struct:
    case Kind::Map:
        return Text::tr("a map");
    case Kind::List:
        return Text::tr("a list");
    case Kind::Boolean:
        return Text::tr("true or false");
    case Kind::Integer:
        return Text::tr("a whole number");
    case Kind::Number:
        return Text::tr("a number");
    case Kind::Quantity:
        return Text::tr("a quantity");
    case Kind::IntOrString:
        return Text::tr("a number or a text");
    default:
        return Text::tr("a text");
    }
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

/// The keys of an item of a keyed list, with the defaults of the schema.
QString keyText(const SchemaNode &list, const QJsonValue &item)
{
    QStringList parts;
    for (const QString &key : list.mapKeys) {
        QJsonValue value = item[key];
        if (value.isUndefined() && list.element->field(key)) {
            value = list.element->field(key)->fallback;
        }
        parts.append(key + u'=' + value.toVariant().toString());
    }
    return parts.join(u", "_s);
}

bool isBase64(const QString &text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok && text.size() % 4 == 0;
}

class Walker
{
public:
    explicit Walker(ManifestValidator::Extent extent)
        : m_whole(extent == ManifestValidator::Extent::Whole)
    {}

    std::vector<ManifestProblem> problems;

    void walk(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (value.isNull() || schema.kind == Kind::Any) {
            return; // null is the same as leaving the field out
        }
        if (!fits(schema.kind, value)) {
            add(Problem::WrongType, path,
                Text::tr("%1 is expected here, not %2.").arg(wantedName(schema), typeName(value)));
            return;
        }
        switch (schema.kind) {
        case Kind::Struct:
            structure(schema, value.toObject(), path);
            return;
        case Kind::Map:
            map(schema, value.toObject(), path);
            return;
        case Kind::List:
            list(schema, value.toArray(), path);
            return;
        default:
            scalar(schema, value, path);
        }
    }

private:
    static bool fits(Kind kind, const QJsonValue &value)
    {
        switch (kind) {
        case Kind::Struct:
        case Kind::Map:
            return value.isObject();
        case Kind::List:
            return value.isArray();
        case Kind::Boolean:
            return value.isBool();
        case Kind::Integer:
            return isWhole(value);
        case Kind::Number:
            return value.isDouble();
        case Kind::Quantity:
            return value.isString() || value.isDouble();
        case Kind::IntOrString:
            return value.isString() || isWhole(value);
        default:
            return value.isString();
        }
    }

    void structure(const SchemaNode &schema, const QJsonObject &object, const QString &path)
    {
        QStringList known;
        for (const auto &entry : schema.fields) {
            known.append(entry.first);
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const SchemaPtr field = schema.field(it.key())) {
                walk(*field, it.value(), below(path, it.key()));
            } else if (!schema.keepsUnknown) {
                unknown(it.key(), known, below(path, it.key()));
            }
        }
        if (!m_whole) {
            return;
        }
        for (const QString &key : schema.required) {
            const SchemaPtr field = schema.field(key);
            const bool filled = field && field->fallback.isObject();
            if (!object.contains(key) && !filled) {
                add(Problem::Missing, below(path, key), Text::tr("This field is required."));
            }
        }
    }

    void unknown(const QString &key, const QStringList &known, const QString &path)
    {
        const QString nearest = nearestName(key, known);
        add(Problem::UnknownField, path,
            nearest.isEmpty()
                ? Text::tr("There is no field of this name here.")
                : Text::tr("There is no field of this name here. Did you mean %1?").arg(nearest));
    }

    void map(const SchemaNode &schema, const QJsonObject &object, const QString &path)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            walk(*schema.element, it.value(), u"%1[%2]"_s.arg(path, it.key()));
        }
    }

    void list(const SchemaNode &schema, const QJsonArray &items, const QString &path)
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString at = u"%1[%2]"_s.arg(path).arg(i);
            walk(*schema.element, items[i], at);
            if (schema.listType == SchemaNode::ListType::Atomic) {
                continue;
            }
            const QString key = schema.listType == SchemaNode::ListType::Map
                                    ? keyText(schema, items[i])
                                    : items[i].toVariant().toString();
            if (seen.contains(key)) {
                add(Problem::DuplicateKey, at,
                    Text::tr("An item with %1 is already in this list.").arg(key));
            }
            seen.insert(key);
        }
    }

    void scalar(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (schema.kind == Kind::Integer) {
            range(schema, value, path);
        } else if (schema.kind == Kind::Quantity) {
            const QString text = value.isDouble() ? value.toVariant().toString() : value.toString();
            if (const Result<Quantity> parsed = parseQuantity(text); !parsed) {
                add(Problem::BadQuantity, path,
                    Text::tr("\"%1\" is no quantity such as 500m, 1.5Gi or 100.").arg(text));
            }
        } else if (schema.kind == Kind::Bytes && !isBase64(value.toString())) {
            add(Problem::BadBase64, path, Text::tr("This is not Base64."));
        } else if (schema.kind == Kind::Time || schema.kind == Kind::MicroTime) {
            if (!QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid()) {
                add(Problem::BadTime, path,
                    Text::tr("\"%1\" is no time such as 2026-11-11T00:00:00Z.")
                        .arg(value.toString()));
            }
        }
        if (!schema.choices.isEmpty() && !schema.choices.contains(value.toString())) {
            add(Problem::NotAChoice, path,
                Text::tr("\"%1\" is not one of: %2.")
                    .arg(value.toString(), schema.choices.join(u", "_s)));
        }
    }

    void range(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        const double min =
            schema.bits == 32 ? std::numeric_limits<qint32>::min() : -9'223'372'036'854'775'808.0;
        const double max =
            schema.bits == 32 ? std::numeric_limits<qint32>::max() : 9'223'372'036'854'774'784.0;
        const double number = value.toDouble();
        if (number < min || number > max) {
            add(Problem::OutOfRange, path,
                Text::tr("%1 does not fit in %2 bits: the server would store another number.")
                    .arg(value.toVariant().toString())
                    .arg(schema.bits == 32 ? 32 : 64));
        }
    }

    void add(Problem kind, const QString &path, const QString &message)
    {
        problems.push_back({kind, path, message});
    }

    static QString below(const QString &path, const QString &key)
    {
        return path.isEmpty() ? key : path + u'.' + key;
    }

    bool m_whole;
};

} // namespace

std::vector<ManifestProblem> ManifestValidator::check(const SchemaNode &schema,
                                                      const QJsonObject &manifest, Extent extent)
{
    Walker walker(extent);
    walker.walk(schema, manifest, {});
    return std::move(walker.problems);
}

} // namespace spillway
