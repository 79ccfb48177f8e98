// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/importfields.h"

#include <QCoreApplication>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

bool meansNothing(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return !value.toBool();
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::Double:
        return false;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return true;
}

} // namespace

ImportScope::ImportScope(QString object, std::vector<ImportNote> &notes)
    : m_object(std::move(object))
    , m_notes(&notes)
{}

void ImportScope::note(QLatin1String id, const QString &path, const QString &text) const
{
    m_notes->push_back({id, m_object, path, text});
}

void ImportScope::omitted(const QString &path) const
{
    note("omitted"_L1, path, Text::tr("The policy has no place for it."));
}

QString importedName(const QJsonObject &object)
{
    return object.value("kind"_L1).toString() + u' ' +
           object.value("metadata"_L1).toObject().value("name"_L1).toString();
}

ImportFields::ImportFields(QJsonObject map, QString path, const ImportScope &scope)
    : m_map(std::move(map))
    , m_path(std::move(path))
    , m_scope(scope)
{}

ImportFields::~ImportFields()
{
    if (m_omitted) {
        return;
    }
    for (auto field = m_map.constBegin(); field != m_map.constEnd(); ++field) {
        if (!m_read.contains(field.key()) && !meansNothing(field.value())) {
            m_scope.omitted(m_path + u'.' + field.key());
        }
    }
}

bool ImportFields::has(QLatin1String key) const
{
    return !meansNothing(m_map.value(key));
}

QJsonValue ImportFields::value(QLatin1String key)
{
    m_read.insert(key);
    return m_map.value(key);
}

QString ImportFields::text(QLatin1String key, const QString &fallback)
{
    const QJsonValue found = value(key);
    // A quantity may stand there as a number.
    const QString text = found.isDouble() ? found.toVariant().toString() : found.toString();
    return text.isEmpty() ? fallback : text;
}

std::optional<int> ImportFields::integer(QLatin1String key)
{
    const QJsonValue found = value(key);
    return found.isDouble() ? std::optional{found.toInt()} : std::nullopt;
}

std::optional<double> ImportFields::number(QLatin1String key)
{
    const QString written = text(key);
    bool ok = false;
    const double number = written.toDouble(&ok);
    if (ok && std::isfinite(number)) {
        return number;
    }
    if (!written.isEmpty()) {
        note("omitted"_L1, key, Text::tr("It is not a number."));
    }
    return std::nullopt;
}

std::optional<std::int64_t> ImportFields::wholeNumber(QLatin1String key)
{
    const std::optional<double> found = number(key);
    constexpr double exact = 9'007'199'254'740'992; // 2^53
    if (found && (*found != std::floor(*found) || std::abs(*found) > exact)) {
        note("omitted"_L1, key, Text::tr("It is not a whole number."));
        return std::nullopt;
    }
    return found ? std::optional{static_cast<std::int64_t>(*found)} : std::nullopt;
}

bool ImportFields::flag(QLatin1String key, bool fallback)
{
    const QJsonValue found = value(key);
    if (found.isBool()) {
        return found.toBool();
    }
    // As Go's strconv.ParseBool reads it.
    const QString written = found.toString();
    if (QStringList{u"1"_s, u"t"_s, u"T"_s, u"true"_s, u"TRUE"_s, u"True"_s}.contains(written)) {
        return true;
    }
    if (QStringList{u"0"_s, u"f"_s, u"F"_s, u"false"_s, u"FALSE"_s, u"False"_s}.contains(written)) {
        return false;
    }
    if (!written.isEmpty()) {
        note("omitted"_L1, key, Text::tr("It is neither true nor false."));
    }
    return fallback;
}

PolicyTexts ImportFields::texts(QLatin1String key)
{
    PolicyTexts texts;
    const QJsonObject map = value(key).toObject();
    for (auto text = map.constBegin(); text != map.constEnd(); ++text) {
        texts.insert(text.key(), text.value().toString());
    }
    return texts;
}

void ImportFields::skip(std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        m_read.insert(key);
    }
}

void ImportFields::in(QLatin1String key, const Read &read)
{
    const QJsonValue found = value(key);
    if (found.isObject()) {
        ImportFields fields(found.toObject(), pathOf(key), m_scope);
        read(fields);
    }
}

void ImportFields::each(QLatin1String key, const Read &read)
{
    const QJsonArray list = value(key).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        ImportFields fields(list.at(i).toObject(), u"%1[%2]"_s.arg(pathOf(key)).arg(i), m_scope);
        read(fields);
    }
}

QString ImportFields::pathOf(QLatin1String key) const
{
    return m_path.isEmpty() ? QString{key} : QString{m_path + u'.' + key};
}

void ImportFields::note(QLatin1String id, QLatin1String key, const QString &text) const
{
    m_scope.note(id, pathOf(key), text);
}

void ImportFields::omit(const QString &why)
{
    m_omitted = true;
    m_scope.note("omitted"_L1, m_path, why);
}

} // namespace spillway
