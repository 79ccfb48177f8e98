// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/celrules.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/typedvalue.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Kind = SchemaNode::Kind;

/// Whether a value fits a schema as far as oneOf, anyOf and not use them: which fields exist.
bool fits(const QJsonObject &rules, const QJsonValue &value)
{
    for (const QJsonValue key : rules["required"_L1].toArray()) {
        if (value[key.toString()].isUndefined()) {
            return false;
        }
    }
    const QJsonObject properties = rules["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonValue field = value[it.key()];
        if (!field.isUndefined() && !fits(it.value().toObject(), field)) {
            return false;
        }
    }
    if (rules.contains("enum"_L1) && !rules["enum"_L1].toArray().contains(value)) {
        return false;
    }
    if (rules.contains("not"_L1) && fits(rules["not"_L1].toObject(), value)) {
        return false;
    }
    const auto count = [&](QLatin1String key) {
        const QJsonArray list = rules[key].toArray();
        return std::count_if(list.begin(), list.end(), [&value](const QJsonValue &choice) {
            return fits(choice.toObject(), value);
        });
    };
    const bool all = count("allOf"_L1) == rules["allOf"_L1].toArray().size();
    const bool any = !rules.contains("anyOf"_L1) || count("anyOf"_L1) > 0;
    const bool one = !rules.contains("oneOf"_L1) || count("oneOf"_L1) == 1;
    return all && any && one;
}

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Double:
        return isWhole(value) ? u"integer"_s : u"float64"_s;
    default:
        return u"null"_s;
    }
}

QString wantedType(const SchemaNode &schema)
{
    switch (schema.kind) {
    case Kind::Struct:
    case Kind::Map:
        return u"object"_s;
    case Kind::List:
        return u"array"_s;
    case Kind::String:
    case Kind::Bytes:
        return u"string"_s;
    case Kind::Boolean:
        return u"boolean"_s;
    case Kind::Integer:
        return u"integer"_s;
    case Kind::Number:
        return u"number"_s;
    default:
        return {};
    }
}

/// What go-openapi's validator finds in a value, in its words.
class SchemaValidator
{
public:
    FieldErrors errors;
    bool blocking = false; ///< rules in CEL are not evaluated

    void walk(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (value.isNull() && schema.nullable) {
            return;
        }
        if (!hasRightType(schema, value, path)) {
            return;
        }
        if (value.isObject()) {
            object(schema, value.toObject(), path);
        } else if (value.isArray()) {
            list(schema, value.toArray(), path);
        } else {
            scalar(schema, value, path);
        }
        if (schema.rules.contains("oneOf"_L1)) {
            oneOf(schema.rules["oneOf"_L1].toArray(), value, path);
        }
        for (const QJsonValue part : schema.rules["allOf"_L1].toArray()) {
            if (part["oneOf"_L1].isArray()) {
                oneOf(part["oneOf"_L1].toArray(), value, path);
            }
        }
    }

private:
    bool hasRightType(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        const QString wanted = wantedType(schema);
        const QString found = typeOf(value);
        if (wanted.isEmpty() || found == wanted || (wanted == "number"_L1 && value.isDouble())) {
            return true;
        }
        const bool fraction = schema.kind == Kind::Integer && found == "float64"_L1;
        const QString format = schema.rules["format"_L1].toString();
        const QString named = fraction && !format.isEmpty() ? format : wanted;
        blocking = true;
        errors.typeInvalid(
            path, goQuoted(found),
            u"%1 in body must be of type %2: %3"_s.arg(path, named, goQuoted(found)));
        if (fraction && !format.isEmpty()) {
            wrongFormat(format, path);
        }
        return false;
    }

    void wrongFormat(const QString &format, const QString &path)
    {
        errors.invalid(
            u"<nil>"_s, QString(),
            u"Checked value must be of type integer with format %1 in %2"_s.arg(format, path));
    }

    void object(const SchemaNode &schema, const QJsonObject &value, const QString &path)
    {
        for (const QString &key : schema.required) {
            if (!value.contains(key)) {
                blocking = true;
                errors.required(below(path, key));
            }
        }
        for (auto it = value.begin(); it != value.end(); ++it) {
            const SchemaPtr field =
                schema.kind == Kind::Map ? schema.element : schema.field(it.key());
            if (field) {
                walk(*field, it.value(), below(path, it.key()));
            }
        }
    }

    void list(const SchemaNode &schema, const QJsonArray &value, const QString &path)
    {
        const QJsonValue min = schema.rules["minItems"_L1];
        if (value.size() < min.toInteger()) {
            errors.invalid(
                path, value.size(),
                u"%1 in body should have at least %2 items"_s.arg(path).arg(min.toInteger()));
        }
        if (const QJsonValue max = schema.rules["maxItems"_L1];
            max.isDouble() && value.size() > max.toInteger()) {
            blocking = true;
            errors.tooMany(path, u"must have at most %1 items"_s.arg(max.toInteger()));
        }
        for (qsizetype i = 0; i < value.size(); ++i) {
            walk(*schema.element, value[i], u"%1[%2]"_s.arg(path).arg(i));
        }
    }

    void scalar(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (!schema.choices.isEmpty() && !schema.choices.contains(value.toString())) {
            blocking = true;
            errors.unsupported(path, value, schema.choices);
        }
        if (value.isDouble()) {
            number(schema, value, path);
        } else if (value.isString()) {
            text(schema, value.toString(), path);
        }
    }

    void number(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        if (schema.bits == 32 && (value.toDouble() > std::numeric_limits<qint32>::max() ||
                                  value.toDouble() < std::numeric_limits<qint32>::min())) {
            wrongFormat(u"int32"_s, path);
        }
        if (const QJsonValue min = schema.rules["minimum"_L1];
            min.isDouble() && value.toDouble() < min.toDouble()) {
            errors.invalid(
                path, value,
                u"%1 in body should be greater than or equal to %2"_s.arg(path, goJson(min)));
        }
        if (const QJsonValue max = schema.rules["maximum"_L1];
            max.isDouble() && value.toDouble() > max.toDouble()) {
            errors.invalid(
                path, value,
                u"%1 in body should be less than or equal to %2"_s.arg(path, goJson(max)));
        }
    }

    void text(const SchemaNode &schema, const QString &value, const QString &path)
    {
        if (value.size() < schema.rules["minLength"_L1].toInteger()) {
            errors.invalid(path, value,
                           u"%1 in body should be at least %2 chars long"_s.arg(path).arg(
                               schema.rules["minLength"_L1].toInteger()));
        }
        if (const QJsonValue max = schema.rules["maxLength"_L1];
            max.isDouble() && value.size() > max.toInteger()) {
            blocking = true;
            errors.tooLong(path, u"may not be more than %1 bytes"_s.arg(max.toInteger()));
        }
        const QString pattern = schema.rules["pattern"_L1].toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch()) {
            errors.invalid(path, value, u"%1 in body should match '%2'"_s.arg(path, pattern));
        }
    }

    void oneOf(const QJsonArray &choices, const QJsonValue &value, const QString &path)
    {
        const auto valid =
            std::count_if(choices.begin(), choices.end(), [&value](const QJsonValue &choice) {
                return fits(choice.toObject(), value);
            });
        if (valid != 1) {
            errors.invalid(
                u"<nil>"_s, QString(),
                u"\"%1\" must validate one and only one schema (oneOf). Found %2"_s.arg(
                    path, valid == 0 ? u"none valid"_s : u"%1 valid alternatives"_s.arg(valid)));
        }
    }

    static QString below(const QString &path, const QString &key)
    {
        return path.isEmpty() ? key : path + u'.' + key;
    }
};

void checkDuplicates(FieldErrors &errors, const SchemaNode &schema, const QJsonValue &value,
                     const QString &path)
{
    if (value.isArray() && schema.kind == Kind::List) {
        const QJsonArray list = value.toArray();
        std::set<PathStep> seen;
        const bool keyed = schema.listType != SchemaNode::ListType::Atomic;
        const std::vector<PathStep> steps =
            keyed ? itemSteps(schema, list) : std::vector<PathStep>();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString at = u"%1[%2]"_s.arg(path).arg(i);
            if (keyed && !seen.insert(steps[static_cast<std::size_t>(i)]).second) {
                QJsonObject keys;
                for (const QString &key : schema.mapKeys) {
                    keys[key] = list[i][key];
                }
                errors.duplicate(at, schema.mapKeys.isEmpty() ? list[i] : QJsonValue(keys));
            }
            checkDuplicates(errors, *schema.element, list[i], at);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const SchemaNode *field = schemaBelow(&schema, PathStep::field(it.key()))) {
                checkDuplicates(errors, *field, it.value(),
                                path.isEmpty() ? it.key() : path + u'.' + it.key());
            }
        }
    }
}

/// Evaluates the rules of a schema tree; says whether there are any at all.
class RuleWalker
{
public:
    FieldErrors errors;

    void walk(const SchemaNode &schema, const QJsonValue &value, const QString &path)
    {
        for (const QJsonValue rule : schema.rules["x-kubernetes-validations"_L1].toArray()) {
            const auto failure = celFailure(rule["rule"_L1].toString(), value);
            if (failure) {
                report(schema, rule["message"_L1].toString(), *failure, path);
            }
        }
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (const SchemaNode *field = schemaBelow(&schema, PathStep::field(it.key()))) {
                    walk(*field, it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key());
                }
            }
        } else if (value.isArray() && schema.element) {
            const QJsonArray list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i) {
                walk(*schema.element, list[i], u"%1[%2]"_s.arg(path).arg(i));
            }
        }
    }

private:
    void report(const SchemaNode &schema, const QString &message, const CelFailure &failure,
                const QString &path)
    {
        const QString text = failure.prefix.isEmpty() ? message : failure.prefix + u": " + message;
        if (schema.isComposite()) {
            errors.invalidText(path, text, {}); // the value of an object is not quoted
        } else {
            errors.invalid(path, wantedType(schema), text);
        }
    }
};

bool hasRules(const SchemaNode &schema)
{
    if (schema.rules.contains("x-kubernetes-validations"_L1)) {
        return true;
    }
    const bool below = std::any_of(schema.fields.begin(), schema.fields.end(),
                                   [](const auto &entry) { return hasRules(*entry.second); });
    return below || (schema.element && hasRules(*schema.element));
}

} // namespace

void validateCustom(FieldErrors &errors, const ResourceType &type, const QString &version,
                    const QJsonObject &object)
{
    SchemaNode schema = *type.schema(version);
    schema.fields.erase(u"metadata"_s); // checked as every object's
    SchemaValidator validator;
    validator.walk(schema, object, {});
    errors.append(validator.errors);
    if (!validator.blocking) {
        checkDuplicates(errors, schema, object, {});
    }
    if (!hasRules(schema)) {
        return;
    }
    if (validator.blocking) {
        errors.invalid(u"<nil>"_s, QJsonValue::Null,
                       u"some validation rules were not checked because the object was invalid; "
                       "correct the existing errors to complete validation"_s);
        return;
    }
    if (validator.errors.isEmpty()) {
        RuleWalker rules;
        rules.walk(schema, object, {});
        errors.append(rules.errors);
    }
}

} // namespace spillway::demo
