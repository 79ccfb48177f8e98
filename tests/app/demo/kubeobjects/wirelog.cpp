// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirelog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace spillway::test {

namespace {

void splitPath(WireExchange &exchange)
{
    QStringList parts = exchange.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 3) {
        return;
    }
    if (parts.takeFirst() == "apis"_L1) {
        exchange.group = parts.takeFirst();
    }
    exchange.version = parts.takeFirst();
    if (parts.size() > 2 && parts[0] == "namespaces"_L1) {
        exchange.nameSpace = parts[1];
        parts = parts.mid(2);
    }
    exchange.plural = parts.value(0);
    exchange.object = parts.value(1);
    exchange.subresource = parts.value(2);
}

QStringList warningTexts(const QJsonValue &header)
{
    static const QRegularExpression form(u"299 - \"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QStringList texts;
    const QJsonArray lines = header.isArray() ? header.toArray() : QJsonArray{header};
    for (const QJsonValue &line : lines) {
        QString text = form.match(line.toString()).captured(1);
        text.replace("\\\""_L1, "\""_L1);
        if (!text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

QString normalisedText(QString text, const QString &key)
{
    static const QRegularExpression time(
        u"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"_s);
    if (key == "message"_L1 && text.startsWith("failed to create typed patch object"_L1)) {
        return text.section(u": "_s, 0, 0); // the list of fields is not complete, and has no order
    }
    if (key == "message"_L1 && text.startsWith("Apply failed with"_L1)) {
        QStringList lines = text.section(u": "_s, 1).split(u'\n');
        std::sort(lines.begin(), lines.end());
        return lines.join(u'\n');
    }
    return text.replace(time, u"<time>"_s);
}

QJsonArray sortedByText(const QJsonArray &list)
{
    std::vector<QByteArray> texts;
    for (const QJsonValue &item : list) {
        texts.push_back(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact));
    }
    std::sort(texts.begin(), texts.end());
    QJsonArray sorted;
    for (const QByteArray &text : texts) {
        sorted.append(QJsonDocument::fromJson(text).object());
    }
    return sorted;
}

} // namespace

std::vector<WireExchange> readWireLog()
{
    std::vector<WireExchange> log;
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/wire/exchanges.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) {
        return log;
    }
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QJsonObject request = line["request"_L1].toObject();
        const QJsonObject response = line["response"_L1].toObject();
        WireExchange exchange;
        exchange.session = line["session"_L1].toInt();
        exchange.name = line["name"_L1].toString();
        exchange.conditional = line.contains("needs"_L1);
        exchange.method = request["method"_L1].toString();
        exchange.path = request["path"_L1].toString();
        exchange.query = request["query"_L1].toObject();
        exchange.headers = request["headers"_L1].toObject();
        exchange.body = request["body"_L1];
        exchange.status = response["status"_L1].toInt();
        exchange.answer = response["body"_L1];
        exchange.warnings = warningTexts(response["headers"_L1]["Warning"_L1]);
        splitPath(exchange);
        log.push_back(std::move(exchange));
    }
    return log;
}

QJsonObject recordedAnswer(const QString &name)
{
    static const std::vector<WireExchange> log = readWireLog();
    const auto found = std::find_if(log.begin(), log.end(), [&name](const WireExchange &exchange) {
        return exchange.name == name;
    });
    if (found == log.end()) {
        qFatal("no recorded exchange %s", qPrintable(name));
    }
    return found->answer.toObject();
}

QJsonValue normalised(const QJsonValue &value, const QString &key)
{
    static const QSet<QString> volatileKeys{
        u"resourceVersion"_s,   u"uid"_s,  u"creationTimestamp"_s,
        u"deletionTimestamp"_s, u"time"_s, u"clusterIP"_s,
        u"clusterIPs"_s};
    if (value.isString()) {
        return normalisedText(value.toString(), key);
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray()) {
            list.append(normalised(item, key));
        }
        return key == "managedFields"_L1 || key == "causes"_L1 ? sortedByText(list) : list;
    }
    if (!value.isObject()) {
        return value;
    }
    const QJsonObject object = value.toObject();
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!volatileKeys.contains(it.key())) {
            kept[it.key()] = normalised(it.value(), it.key());
        } else if (it.key() == "time"_L1) {
            kept[it.key()] = u"<time>"_s; // whether there is one matters
        }
    }
    return kept;
}

QStringList differences(const QJsonValue &expected, const QJsonValue &got, const QString &path)
{
    const auto text = [](const QJsonValue &value) {
        return value.isUndefined()
                   ? u"<absent>"_s
                   : QString::fromUtf8(
                         QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(600));
    };
    QStringList found;
    if (expected.isObject() && got.isObject()) {
        const QJsonObject a = expected.toObject();
        const QJsonObject b = got.toObject();
        QStringList keys = a.keys() + b.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            found += differences(a[key], b[key], path + u'/' + key);
        }
        return found;
    }
    if (expected.isArray() && got.isArray() && expected.toArray().size() == got.toArray().size()) {
        for (qsizetype i = 0; i < expected.toArray().size(); ++i) {
            found +=
                differences(expected.toArray()[i], got.toArray()[i], u"%1/%2"_s.arg(path).arg(i));
        }
        return found;
    }
    if (expected != got) {
        found.append(u"%1: expected %2 | got %3"_s.arg(path, text(expected), text(got)));
    }
    return found;
}

} // namespace spillway::test
