// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/fielderrors.h"

#include "kubeobjects/jsontools.h"

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QString shownValue(const QJsonValue &value)
{
    return value.isString() ? goQuoted(value.toString()) : goJson(value);
}

} // namespace

void FieldErrors::add(const QString &reason, const QString &path, const QString &text,
                      const QString &detail)
{
    m_causes.push_back({reason, detail.isEmpty() ? text : text + u": " + detail, path});
}

void FieldErrors::required(const QString &path, const QString &detail)
{
    add(u"FieldValueRequired"_s, path, u"Required value"_s, detail);
}

void FieldErrors::invalid(const QString &path, const QJsonValue &value, const QString &detail)
{
    invalidText(path, shownValue(value), detail);
}

void FieldErrors::invalidText(const QString &path, const QString &shown, const QString &detail)
{
    add(u"FieldValueInvalid"_s, path, u"Invalid value: "_s + shown, detail);
}

void FieldErrors::typeInvalid(const QString &path, const QString &shown, const QString &detail)
{
    add(u"FieldValueTypeInvalid"_s, path, u"Invalid value: "_s + shown, detail);
}

void FieldErrors::unsupported(const QString &path, const QJsonValue &value,
                              const QStringList &supported)
{
    QStringList quoted;
    for (const QString &choice : supported) {
        quoted.append(goQuoted(choice));
    }
    add(u"FieldValueNotSupported"_s, path, u"Unsupported value: "_s + shownValue(value),
        u"supported values: "_s + quoted.join(u", "_s));
}

void FieldErrors::forbidden(const QString &path, const QString &detail)
{
    add(u"FieldValueForbidden"_s, path, u"Forbidden"_s, detail);
}

void FieldErrors::tooLong(const QString &path, const QString &detail)
{
    add(u"FieldValueTooLong"_s, path, u"Too long"_s, detail);
}

void FieldErrors::tooMany(const QString &path, const QString &detail)
{
    add(u"FieldValueTooMany"_s, path, u"Too many"_s, detail);
}

void FieldErrors::duplicate(const QString &path, const QJsonValue &value)
{
    add(u"FieldValueDuplicate"_s, path, u"Duplicate value: "_s + shownValue(value), {});
}

void FieldErrors::append(const FieldErrors &other)
{
    m_causes.insert(m_causes.end(), other.m_causes.begin(), other.m_causes.end());
}

} // namespace spillway::demo
