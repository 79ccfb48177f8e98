// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/typedvalue.h"

#include <QJsonArray>
#include <QJsonObject>

#include <set>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Kind = SchemaNode::Kind;

QString goTypeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Array:
        return u"[]interface {}"_s;
    case QJsonValue::Object:
        return u"map[string]interface {}"_s;
    default:
        return u"<nil>"_s;
    }
}

/// As Go's %#v prints the inside of the value.
QString goValue(const QJsonValue &value)
{
    return value.isString() ? goQuoted(value.toString()) : goJson(value);
}

class Checker
{
public:
    QStringList problems;

    void walk(const SchemaNode *schema, const QJsonValue &value)
    {
        if (!schema || value.isNull()) {
            return;
        }
        switch (schema->kind) {
        case Kind::Struct:
        case Kind::Map:
            fields(*schema, value);
            return;
        case Kind::List:
            list(*schema, value);
            return;
        default:
            scalar(*schema, value);
        }
    }

private:
    void fail(const QString &why) { problems.append(toText(m_path) + u": " + why); }

    void fields(const SchemaNode &schema, const QJsonValue &value)
    {
        if (!value.isObject()) {
            fail(u"expected map, got &{%1}"_s.arg(value.toVariant().toString()));
            return;
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            m_path.push_back(PathStep::field(it.key()));
            const SchemaNode *below = schemaBelow(&schema, m_path.back());
            if (!below && schema.kind == Kind::Struct && !schema.keepsUnknown) {
                fail(u"field not declared in schema"_s);
            }
            walk(below, it.value());
            m_path.pop_back();
        }
    }

    void list(const SchemaNode &schema, const QJsonValue &value)
    {
        if (!value.isArray()) {
            fail(u"expected list, got &{%1}"_s.arg(value.toVariant().toString()));
            return;
        }
        const QJsonArray items = value.toArray();
        std::vector<PathStep> steps;
        if (schema.listType == SchemaNode::ListType::Atomic) {
            for (qsizetype i = 0; i < items.size(); ++i) {
                steps.push_back({PathStep::Kind::Index, QString::number(i)});
            }
        } else {
            steps = itemSteps(schema, items);
        }
        std::set<PathStep> seen;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!seen.insert(steps[i]).second) {
                fail(u"duplicate entries for key "_s + steps[i].shown());
                continue;
            }
            m_path.push_back(steps[i]);
            walk(schema.element.get(), items.at(static_cast<qsizetype>(i)));
            m_path.pop_back();
        }
    }

    void scalar(const SchemaNode &schema, const QJsonValue &value)
    {
        switch (schema.kind) {
        case Kind::Integer:
        case Kind::Number:
            if (!value.isDouble()) {
                fail(u"expected numeric (int or float), got "_s + goTypeName(value));
            }
            return;
        case Kind::String:
        case Kind::Bytes:
        case Kind::Time:
        case Kind::MicroTime:
            if (!value.isString()) {
                fail(u"expected string, got &value.valueUnstructured{Value:%1}"_s.arg(
                    goValue(value)));
            }
            return;
        case Kind::Boolean:
            if (!value.isBool()) {
                fail(u"expected boolean, got &value.valueUnstructured{Value:%1}"_s.arg(
                    goValue(value)));
            }
            return;
        case Kind::Quantity:
        case Kind::IntOrString:
            if (value.isObject() || value.isArray()) {
                fail(u"expected any scalar, got &{%1}"_s.arg(goValue(value)));
            }
            return;
        default:
            return;
        }
    }

    FieldPath m_path;
};

} // namespace

QStringList typedProblems(const SchemaNode &schema, const QJsonValue &value)
{
    Checker checker;
    checker.walk(&schema, value);
    return checker.problems;
}

} // namespace spillway::demo
