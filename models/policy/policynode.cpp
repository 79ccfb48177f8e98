// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policynode.h"

#include "core/duration.h"
#include "core/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

} // namespace

PolicyNode::PolicyNode(const YamlDocument &document, const PolicyShape &shape,
                       YamlProblems &problems)
    : m_file(&document.file())
    , m_problems(&problems)
    , m_value(&document.root())
    , m_shape(&shape)
{}

PolicyNode::PolicyNode(const PolicyNode &parent, const YamlValue &value, const PolicyShape &shape,
                       QString path)
    : m_file(parent.m_file)
    , m_problems(parent.m_problems)
    , m_value(&value)
    , m_shape(&shape)
    , m_path(std::move(path))
{}

const YamlValue *PolicyNode::find(QLatin1String key) const
{
    Q_ASSERT(m_shape->find(key) != nullptr); // the table is the only list of keys
    const auto &entries = m_value->entries;
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [key](const YamlEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

const YamlValue *PolicyNode::scalar(QLatin1String key) const
{
    const YamlValue *const value = find(key);
    return value != nullptr && value->kind == YamlValue::Kind::Scalar ? value : nullptr;
}

QString PolicyNode::pathOf(QLatin1String key) const
{
    return m_path.isEmpty() ? QString{key} : QString{m_path + u'.' + key};
}

QString PolicyNode::text(QLatin1String key, const QString &fallback) const
{
    const YamlValue *const value = scalar(key);
    return value != nullptr ? value->text : fallback;
}

std::optional<int> PolicyNode::integer(QLatin1String key) const
{
    const YamlValue *const value = scalar(key);
    if (value == nullptr || value->quoted) {
        return std::nullopt;
    }
    const PolicyFieldRow &row = *m_shape->find(key);
    bool ok = false;
    const int number = value->text.toInt(&ok);
    return ok && number >= row.min && number <= row.max ? std::optional{number} : std::nullopt;
}

std::optional<double> PolicyNode::number(QLatin1String key) const
{
    const YamlValue *const value = scalar(key);
    if (value == nullptr || value->quoted) {
        return std::nullopt;
    }
    bool ok = false;
    const double number = value->text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional{number} : std::nullopt;
}

bool PolicyNode::boolean(QLatin1String key, bool fallback) const
{
    const YamlValue *const value = scalar(key);
    return value == nullptr || value->quoted ? fallback : value->text == u"true";
}

std::optional<std::chrono::milliseconds> PolicyNode::duration(QLatin1String key) const
{
    const YamlValue *const value = scalar(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const Result<std::chrono::milliseconds> duration = parseDuration(value->text);
    return duration ? std::optional{*duration} : std::nullopt;
}

std::optional<PolicyQuantity> PolicyNode::quantity(QLatin1String key) const
{
    const YamlValue *const value = scalar(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const Result<Quantity> quantity = parseQuantity(value->text);
    return quantity ? std::optional{PolicyQuantity{value->text, quantity->milli}} : std::nullopt;
}

PolicyTexts PolicyNode::texts(QLatin1String key) const
{
    PolicyTexts texts;
    if (const YamlValue *const value = find(key)) {
        for (const YamlEntry &entry : value->entries) {
            texts.insert(entry.key, entry.value.text);
        }
    }
    return texts;
}

QMap<QString, double> PolicyNode::numbers(QLatin1String key) const
{
    QMap<QString, double> numbers;
    if (const YamlValue *const value = find(key)) {
        for (const YamlEntry &entry : value->entries) {
            numbers.insert(entry.key, entry.value.text.toDouble());
        }
    }
    return numbers;
}

QStringList PolicyNode::scalars(QLatin1String key) const
{
    QStringList texts;
    if (const YamlValue *const value = find(key)) {
        for (const YamlValue &item : value->items) {
            if (item.kind == YamlValue::Kind::Scalar) {
                texts << item.text;
            }
        }
    }
    return texts;
}

std::optional<PolicyNode> PolicyNode::map(QLatin1String key) const
{
    const YamlValue *const value = find(key);
    if (value == nullptr || value->kind != YamlValue::Kind::Map) {
        return std::nullopt;
    }
    return PolicyNode(*this, *value, *m_shape->find(key)->shape, pathOf(key));
}

std::vector<PolicyNode> PolicyNode::maps(QLatin1String key) const
{
    std::vector<PolicyNode> nodes;
    const YamlValue *const value = find(key);
    if (value == nullptr) {
        return nodes;
    }
    for (std::size_t i = 0; i < value->items.size(); ++i) {
        if (value->items[i].kind == YamlValue::Kind::Map) {
            nodes.push_back(PolicyNode(*this, value->items[i], *m_shape->find(key)->shape,
                                       u"%1[%2]"_s.arg(pathOf(key)).arg(i)));
        }
    }
    return nodes;
}

QString PolicyNode::onlyKey() const
{
    return m_value->entries.size() == 1 ? m_value->entries.front().key : QString{};
}

DocumentPosition PolicyNode::position() const
{
    return {*m_file, m_value->line, m_value->column, m_path};
}

void PolicyNode::note(const YamlValue &value, const QString &path, const QString &why,
                      const QString &advice) const
{
    Error error;
    error.code = ErrorCode::InvalidDocument;
    error.what = Text::tr("The policy contradicts itself");
    error.where = *m_file;
    error.why = why;
    error.advice = advice;
    error.position = DocumentPosition{*m_file, value.line, value.column, path};
    m_problems->push_back(std::move(error));
}

void PolicyNode::fail(QLatin1String key, const QString &why, const QString &advice) const
{
    const YamlValue *const value = find(key);
    note(value != nullptr ? *value : *m_value, value != nullptr ? pathOf(key) : m_path, why,
         advice);
}

void PolicyNode::fail(const QString &why, const QString &advice) const
{
    note(*m_value, m_path, why, advice);
}

void PolicyNode::failEntry(QLatin1String key, const QString &entry, const QString &why,
                           const QString &advice) const
{
    const YamlValue *const map = find(key);
    Q_ASSERT(map != nullptr);
    for (const YamlEntry &one : map->entries) {
        if (one.key == entry) {
            note(one.value, pathOf(key) + u'.' + entry, why, advice);
            return;
        }
    }
}

} // namespace spillway
