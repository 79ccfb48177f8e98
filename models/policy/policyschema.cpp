// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyschema.h"

#include "policy/policyfields.h"

#include <QJsonArray>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Numbers that YAML readers of editors make of unquoted text are text for us: 1.32, 2026.
QJsonArray anyScalar()
{
    return {u"string"_s, u"number"_s, u"boolean"_s};
}

QJsonObject pattern(const QString &form)
{
    return {{u"type"_s, u"string"_s}, {u"pattern"_s, form}};
}

QJsonObject reference(const PolicyShape &shape)
{
    return {{u"$ref"_s, QString{u"#/$defs/"_s + shape.name}}};
}

QJsonObject ranged(const QString &type, const PolicyFieldRow &row)
{
    QJsonObject schema{{u"type"_s, type}};
    if (row.min != std::numeric_limits<std::int64_t>::min()) {
        schema.insert(u"minimum"_s, static_cast<qint64>(row.min));
    }
    if (row.max != std::numeric_limits<std::int64_t>::max()) {
        schema.insert(u"maximum"_s, static_cast<qint64>(row.max));
    }
    return schema;
}

QJsonObject mapOf(const QJsonValue &type)
{
    return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, QJsonObject{{u"type"_s, type}}}};
}

QJsonObject choiceOf(const PolicyFieldRow &row)
{
    QJsonArray names;
    for (const QLatin1String name : row.choices) {
        names.append(QString{name});
    }
    return {{u"enum"_s, names}};
}

constexpr auto durationForm =
    "^(0|([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$"_L1;
constexpr auto labelForm = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"_L1;
constexpr auto subdomainForm =
    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_L1;
constexpr auto dayForm = "[0-9]{4}-[0-9]{2}-[0-9]{2}"_L1;
constexpr auto weekday = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"_L1;

QJsonObject nameOf(QLatin1String form, int length)
{
    QJsonObject schema = pattern(form);
    schema.insert(u"maxLength"_s, length);
    return schema;
}

QJsonObject timeSchema(PolicyType type)
{
    switch (type) {
    case PolicyType::TimeOfDay:
        return pattern(u"^([0-9]{1,2}):([0-9]{2})$"_s);
    case PolicyType::LocalTime:
        return pattern(u"^"_s + dayForm + u"[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?$"_s);
    default:
        return pattern(u"^"_s + weekday + u"(-"_s + weekday + u")?$"_s);
    }
}

QJsonObject holidaySchema(const PolicyFieldRow &row)
{
    return {{u"anyOf"_s, QJsonArray{pattern(u"^%1(/%1)?$"_s.arg(dayForm)), reference(*row.shape)}}};
}

QJsonObject valueSchema(const PolicyFieldRow &row)
{
    switch (row.type) {
    case PolicyType::Text:
        return {{u"type"_s, anyScalar()}};
    case PolicyType::Name:
        return nameOf(labelForm, 63);
    case PolicyType::Subdomain:
        return nameOf(subdomainForm, 253);
    case PolicyType::Integer:
        return ranged(u"integer"_s, row);
    case PolicyType::Number:
        return ranged(u"number"_s, row);
    case PolicyType::Boolean:
        return {{u"type"_s, u"boolean"_s}};
    case PolicyType::Duration:
        return pattern(durationForm);
    case PolicyType::LeadTime:
        return {{u"anyOf"_s,
                 QJsonArray{QJsonObject{{u"const"_s, u"measured"_s}}, pattern(durationForm)}}};
    case PolicyType::Quantity:
        return {{u"type"_s, QJsonArray{u"string"_s, u"number"_s}}};
    case PolicyType::Choice:
        return choiceOf(row);
    case PolicyType::Zone:
    case PolicyType::Cron:
        return {{u"type"_s, u"string"_s}};
    case PolicyType::TimeOfDay:
    case PolicyType::LocalTime:
    case PolicyType::Days:
        return timeSchema(row.type);
    case PolicyType::Holiday:
        return holidaySchema(row);
    case PolicyType::Texts:
        return mapOf(anyScalar());
    case PolicyType::Numbers:
        return mapOf(u"number"_s);
    case PolicyType::Map:
        return reference(*row.shape);
    }
    return {};
}

QJsonObject fieldSchema(const PolicyFieldRow &row)
{
    QJsonObject schema = valueSchema(row);
    if (row.list) {
        schema = {{u"type"_s, QJsonArray{u"array"_s, u"null"_s}}, {u"items"_s, schema}};
    }
    schema.insert(u"description"_s, QString::fromUtf8(row.help));
    return schema;
}

QJsonObject shapeSchema(const PolicyShape &shape)
{
    QJsonObject properties;
    QJsonArray required;
    for (const PolicyFieldRow &row : shape.fields) {
        properties.insert(row.key, fieldSchema(row));
        if (row.required) {
            required.append(QString{row.key});
        }
    }
    QJsonObject schema{{u"type"_s, u"object"_s},
                       {u"additionalProperties"_s, false},
                       {u"properties"_s, properties}};
    if (!required.isEmpty()) {
        schema.insert(u"required"_s, required);
    }
    if (shape.exactlyOne) {
        schema.insert(u"minProperties"_s, 1);
        schema.insert(u"maxProperties"_s, 1);
    }
    return schema;
}

void addShapes(const PolicyShape &shape, QJsonObject &definitions)
{
    for (const PolicyFieldRow &row : shape.fields) {
        if (row.shape != nullptr && !definitions.contains(row.shape->name)) {
            definitions.insert(row.shape->name, shapeSchema(*row.shape));
            addShapes(*row.shape, definitions);
        }
    }
}

} // namespace

QJsonObject policySchema()
{
    QJsonObject definitions;
    addShapes(policyShape(), definitions);
    QJsonObject schema = shapeSchema(policyShape());
    schema.insert(u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s);
    schema.insert(u"$id"_s, u"https://spillway.dev/schema/scalingpolicy-v1.json"_s);
    schema.insert(u"title"_s, u"ScalingPolicy"_s);
    schema.insert(u"$defs"_s, definitions);
    return schema;
}

} // namespace spillway
