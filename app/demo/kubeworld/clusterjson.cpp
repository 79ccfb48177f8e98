// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <string_view>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QJsonObject controllerOf(const QJsonObject &object)
{
    for (const QJsonValue owner : object["metadata"_L1]["ownerReferences"_L1].toArray()) {
        if (owner["controller"_L1].toBool()) {
            return owner.toObject();
        }
    }
    return {};
}

} // namespace

QString nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1].toString();
}

QString namespaceOf(const QJsonObject &object)
{
    return object["metadata"_L1]["namespace"_L1].toString();
}

QString uidOf(const QJsonObject &object)
{
    return object["metadata"_L1]["uid"_L1].toString();
}

QString keyOf(const QJsonObject &object)
{
    return namespaceOf(object) + u'/' + nameOf(object);
}

bool isBeingDeleted(const QJsonObject &object)
{
    return object["metadata"_L1].toObject().contains("deletionTimestamp"_L1);
}

QString controllerUid(const QJsonObject &object)
{
    return controllerOf(object)["uid"_L1].toString();
}

QString controllerKind(const QJsonObject &object)
{
    return controllerOf(object)["kind"_L1].toString();
}

QJsonArray controlledBy(const QJsonObject &owner)
{
    return {QJsonObject{{u"apiVersion"_s, owner["apiVersion"_L1]},
                        {u"kind"_s, owner["kind"_L1]},
                        {u"name"_s, nameOf(owner)},
                        {u"uid"_s, uidOf(owner)},
                        {u"controller"_s, true},
                        {u"blockOwnerDeletion"_s, true}}};
}

QString timeText(std::int64_t second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate);
}

std::optional<std::int64_t> secondOf(const QJsonValue &time)
{
    const QDateTime parsed = QDateTime::fromString(time.toString(), Qt::ISODate);
    return parsed.isValid() ? std::optional<std::int64_t>(parsed.toSecsSinceEpoch()) : std::nullopt;
}

void setCondition(QJsonArray &conditions, const QString &type, bool status, const QString &reason,
                  const QString &message, std::int64_t second)
{
    const QString text = status ? u"True"_s : u"False"_s;
    QJsonObject condition{{u"type"_s, type}, {u"status"_s, text}};
    if (!reason.isEmpty()) {
        condition.insert(u"reason"_s, reason);
    }
    if (!message.isEmpty()) {
        condition.insert(u"message"_s, message);
    }
    condition.insert(u"lastTransitionTime"_s, timeText(second));
    for (auto &&each : conditions) {
        const QJsonObject old = each.toObject();
        if (old["type"_L1].toString() == type) {
            if (old["status"_L1].toString() == text) {
                condition.insert(u"lastTransitionTime"_s, old["lastTransitionTime"_L1]);
            }
            each = condition;
            return;
        }
    }
    conditions.append(condition);
}

QJsonObject conditionOf(const QJsonObject &object, const QString &type)
{
    for (const QJsonValue condition : object["status"_L1]["conditions"_L1].toArray()) {
        if (condition["type"_L1].toString() == type) {
            return condition.toObject();
        }
    }
    return {};
}

bool isReadyPod(const QJsonObject &pod)
{
    return !isBeingDeleted(pod) &&
           conditionOf(pod, u"Ready"_s)["status"_L1].toString() == "True"_L1;
}

bool isFinishedPod(const QJsonObject &pod)
{
    const QString phase = pod["status"_L1]["phase"_L1].toString();
    return phase == "Succeeded"_L1 || phase == "Failed"_L1;
}

bool saysSame(const QJsonValue &held, const QJsonValue &wanted)
{
    if (held.isUndefined()) {
        return wanted.isNull() || wanted == QJsonValue(0) || wanted == QJsonValue(false) ||
               wanted == QJsonValue(QString());
    }
    if (wanted.isObject() && held.isObject()) {
        const QJsonObject object = wanted.toObject();
        const QStringList keys = object.keys();
        return std::all_of(keys.begin(), keys.end(),
                           [&](const QString &key) { return saysSame(held[key], object[key]); });
    }
    if (wanted.isArray() && held.isArray()) {
        const QJsonArray a = held.toArray();
        const QJsonArray b = wanted.toArray();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const QJsonValue &x, const QJsonValue &y) { return saysSame(x, y); });
    }
    return held == wanted;
}

QString safeLetters(std::uint64_t number, int length)
{
    constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz2456789";
    QString text;
    for (int i = 0; i < length; ++i) {
        text += QLatin1Char(alphabet.at(number % alphabet.size()));
        number /= alphabet.size();
    }
    return text;
}

std::uint64_t hashOfText(const QByteArray &text)
{
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    }
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    return hash ^ hash >> 33U;
}

} // namespace spillway::demo
