// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/apirequest.h"

#include <QUrl>

namespace spillway::demo {

using namespace Qt::StringLiterals;

QByteArray ApiRequest::header(const QByteArray &lowerCaseName) const
{
    return headers.value(lowerCaseName);
}

QString ApiRequest::parameter(const QString &wanted) const
{
    return query.queryItemValue(wanted, QUrl::FullyDecoded);
}

bool ApiRequest::flag(const QString &wanted) const
{
    if (!query.hasQueryItem(wanted)) {
        return false;
    }
    const QString value = parameter(wanted).toLower();
    return value.isEmpty() || (value != "0"_L1 && value != "false"_L1 && value != "f"_L1);
}

void ApiRequest::interpret()
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray rawPath = mark < 0 ? target : target.left(mark);
    QByteArray rawQuery = mark < 0 ? QByteArray() : target.mid(mark + 1);
    rawQuery.replace('+', "%20"); // as forms write blanks
    query = QUrlQuery(QString::fromUtf8(rawQuery));
    path = QString::fromUtf8(QByteArray::fromPercentEncoding(rawPath));
    verb = QString::fromLatin1(method).toLower();

    const QList<QByteArray> raw = rawPath.mid(1).split('/');
    QStringList parts;
    for (const QByteArray &part : raw) {
        parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    const qsizetype prefix = parts.value(0) == "api"_L1 ? 2 : parts.value(0) == "apis"_L1 ? 3 : 0;
    if (prefix == 0 || parts.size() <= prefix || parts.value(prefix).isEmpty()) {
        return;
    }
    isResource = true;
    group = prefix == 3 ? parts.at(1) : QString();
    version = parts.at(prefix - 1);
    interpretResource(parts.mid(prefix), raw.mid(prefix));
    chooseVerb();
    authName = name;
    if (name.isEmpty() &&
        (verb == "list"_L1 || verb == "watch"_L1 || verb == "deletecollection"_L1)) {
        const QString selector = parameter(u"fieldSelector"_s);
        for (const QString &term : selector.split(u',')) {
            if (term.startsWith("metadata.name="_L1)) {
                authName = term.section(u'=', -1);
            }
        }
    }
}

void ApiRequest::interpretResource(const QStringList &given, const QList<QByteArray> &rawParts)
{
    QStringList parts = given;
    QList<QByteArray> raw = rawParts;
    if (parts.value(0) == "watch"_L1) { // the deprecated form
        parts.removeFirst();
        raw.removeFirst();
        query.addQueryItem(u"watch"_s, u"1"_s);
    }
    // /namespaces/x and its status and finalize are about the namespace itself.
    if (parts.value(0) == "namespaces"_L1 && parts.size() > 1) {
        nameSpace = parts.at(1);
        const QString next = parts.value(2);
        if (parts.size() > 2 && next != "status"_L1 && next != "finalize"_L1) {
            parts = parts.mid(2);
            raw = raw.mid(2);
        }
    }
    resource = parts.value(0);
    name = parts.value(1);
    subresource = parts.value(2);
    if (parts.size() > 3) {
        rest = u'/' + QString::fromUtf8(raw.mid(3).join('/'));
    }
}

void ApiRequest::chooseVerb()
{
    const bool single = !name.isEmpty();
    if (method == "POST") {
        verb = u"create"_s;
    } else if (method == "PUT") {
        verb = u"update"_s;
    } else if (method == "PATCH") {
        verb = u"patch"_s;
    } else if (method == "DELETE") {
        verb = single ? u"delete"_s : u"deletecollection"_s;
    } else if (method == "GET" || method == "HEAD") {
        verb = single ? u"get"_s : flag(u"watch"_s) ? u"watch"_s : u"list"_s;
    }
}

} // namespace spillway::demo
