// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace spillway::demo {

QJsonValue valueAt(const QJsonObject &object, const QStringList &path)
{
    QJsonValue value = object;
    for (const QString &key : path) {
        value = value[key];
    }
    return value;
}

QJsonObject objectAt(const QJsonObject &object, const QStringList &path)
{
    return valueAt(object, path).toObject();
}

QString textAt(const QJsonObject &object, const QStringList &path)
{
    return valueAt(object, path).toString();
}

void setAt(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        if (value.isUndefined()) {
            object.remove(path.constFirst());
        } else {
            object[path.constFirst()] = value;
        }
        return;
    }
    QJsonObject child = object.value(path.constFirst()).toObject();
    setAt(child, path.mid(1), value);
    object[path.constFirst()] = child;
}

void removeAt(QJsonObject &object, const QStringList &path)
{
    if (!valueAt(object, path).isUndefined()) {
        setAt(object, path, QJsonValue(QJsonValue::Undefined));
    }
}

void setDefault(QJsonObject &object, QLatin1String key, const QJsonValue &value)
{
    const QJsonValue old = object.value(key);
    if (old.isUndefined() || old.isNull()) {
        object[key] = value;
    }
}

bool isWhole(const QJsonValue &value)
{
    if (!value.isDouble()) {
        return false;
    }
    const double number = value.toDouble();
    return std::floor(number) == number && std::fabs(number) < 9.3e18;
}

QString goQuoted(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            quoted += u'\\';
            quoted += c;
        } else if (c == u'\n') {
            quoted += R"(\n)"_L1;
        } else if (c == u'\t') {
            quoted += R"(\t)"_L1;
        } else if (c == u'\r') {
            quoted += R"(\r)"_L1;
        } else if (c < u' ') {
            quoted += u"\\x%1"_s.arg(c.unicode(), 2, 16, QChar(u'0'));
        } else {
            quoted += c;
        }
    }
    return quoted + u'"';
}

QString goJson(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    QString text = QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
    text.replace(u'<', R"(\u003c)"_L1).replace(u'>', R"(\u003e)"_L1).replace(u'&', R"(\u0026)"_L1);
    return text;
}

} // namespace spillway::demo
