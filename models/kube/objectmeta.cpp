// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/objectmeta.h"

#include "kube/valuereaders.h"

#include <QDateTime>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;
using json::Strings;
using json::Value;

namespace {

/// The number in text[from, from + count), or -1.
int digits(QByteArrayView text, qsizetype from, qsizetype count)
{
    int number = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const char c = text[i];
        if (c < '0' || c > '9') {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

/// "2026-11-22T15:00:42Z" or with ".123456", the two forms the API writes.
std::optional<EpochMs> parseUtc(QByteArrayView text)
{
    constexpr qsizetype wholeSeconds = 19;
    if (text.size() <= wholeSeconds || !text.endsWith('Z') || text[10] != 'T') {
        return std::nullopt;
    }
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const std::chrono::year_month_day day{
        std::chrono::year{digits(text, 0, 4)},
        std::chrono::month{static_cast<unsigned>(digits(text, 5, 2))},
        std::chrono::day{static_cast<unsigned>(digits(text, 8, 2))}};
    if (!day.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60) {
        return std::nullopt;
    }
    int milli = 0;
    if (text[wholeSeconds] == '.') {
        const qsizetype decimals = std::min<qsizetype>(3, text.size() - wholeSeconds - 2);
        milli = digits(text, wholeSeconds + 1, decimals);
        for (qsizetype i = decimals; i < 3; ++i) {
            milli *= 10;
        }
    }
    const qint64 days = std::chrono::sys_days{day}.time_since_epoch().count();
    return ((days * 24 + hour) * 60 + minute) * 60'000 + second * qint64{1000} + std::max(milli, 0);
}

OwnerReference readOwner(Value value, Strings &strings)
{
    OwnerReference owner;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "apiVersion") {
            owner.apiVersion = json::text(field, strings);
        } else if (key == "kind") {
            owner.kind = json::text(field, strings);
        } else if (key == "name") {
            owner.name = json::text(field, strings);
        } else if (key == "uid") {
            owner.uid = json::text(field, strings);
        } else if (key == "controller") {
            owner.controller = json::boolean(field);
        }
    });
    return owner;
}

ManagedFieldsEntry readManaged(Value value, Strings &strings)
{
    ManagedFieldsEntry entry;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "manager") {
            entry.manager = json::text(field, strings);
        } else if (key == "operation") {
            entry.operation = json::text(field, strings);
        } else if (key == "apiVersion") {
            entry.apiVersion = json::text(field, strings);
        } else if (key == "subresource") {
            entry.subresource = json::text(field, strings);
        } else if (key == "time") {
            entry.time = readTime(field);
        } else if (key == "fieldsV1") {
            entry.fieldsV1 = json::raw(field);
        }
    });
    return entry;
}

void readMetaText(Key key, Value field, ObjectMeta &meta, Strings &strings)
{
    if (key == "name") {
        meta.name = json::text(field);
    } else if (key == "namespace") {
        meta.ns = json::text(field, strings);
    } else if (key == "uid") {
        meta.uid = json::text(field);
    } else if (key == "resourceVersion") {
        meta.resourceVersion = json::text(field);
    } else if (key == "generation") {
        meta.generation = json::integer(field);
    } else if (key == "creationTimestamp") {
        meta.created = readTime(field);
    } else if (key == "deletionTimestamp") {
        meta.deleted = readTime(field);
    }
}

} // namespace

std::optional<EpochMs> parseTime(QByteArrayView text)
{
    if (const std::optional<EpochMs> utc = parseUtc(text)) {
        return utc;
    }
    const QDateTime other = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    return other.isValid() ? std::optional{other.toMSecsSinceEpoch()} : std::nullopt;
}

const OwnerReference *ObjectMeta::controller() const
{
    const auto found = std::find_if(owners.cbegin(), owners.cend(),
                                    [](const OwnerReference &owner) { return owner.controller; });
    return found == owners.cend() ? nullptr : &*found;
}

const Condition *findCondition(const QList<Condition> &conditions, QLatin1String type)
{
    const auto found =
        std::find_if(conditions.cbegin(), conditions.cend(),
                     [type](const Condition &condition) { return condition.type == type; });
    return found == conditions.cend() ? nullptr : &*found;
}

std::optional<EpochMs> readTime(Value value)
{
    if (json::isNull(value)) {
        return std::nullopt;
    }
    const std::string_view view = value.get_string();
    return parseTime({view.data(), static_cast<qsizetype>(view.size())});
}

Texts readTexts(Value value, Strings &strings)
{
    Texts texts;
    json::eachField(value, [&](Key key, Value field) {
        const QString name = strings.get(key);
        texts.insert(name, json::text(field, strings));
    });
    return texts;
}

QList<Condition> readConditions(Value value, Strings &strings)
{
    QList<Condition> conditions;
    json::eachItem(value, [&](Value item) {
        Condition condition;
        json::eachField(item, [&](Key key, Value field) {
            if (key == "type") {
                condition.type = json::text(field, strings);
            } else if (key == "status") {
                condition.status = json::text(field, strings);
            } else if (key == "reason") {
                condition.reason = json::text(field, strings);
            } else if (key == "message") {
                condition.message = json::text(field, strings);
            } else if (key == "lastTransitionTime") {
                condition.since = readTime(field);
            }
        });
        conditions.append(std::move(condition));
    });
    return conditions;
}

void readMeta(Value value, ObjectMeta &meta, Strings &strings, bool managedFields)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "labels") {
            meta.labels = readTexts(field, strings);
        } else if (key == "annotations") {
            meta.annotations = readTexts(field, strings);
        } else if (key == "finalizers") {
            meta.finalizers = json::texts(field);
        } else if (key == "ownerReferences") {
            json::eachItem(field,
                           [&](Value item) { meta.owners.append(readOwner(item, strings)); });
        } else if (key == "managedFields" && managedFields) {
            json::eachItem(
                field, [&](Value item) { meta.managedFields.append(readManaged(item, strings)); });
        } else {
            readMetaText(key, field, meta, strings);
        }
    });
}

} // namespace spillway::kube

namespace spillway {

using namespace Qt::StringLiterals;

QString metaText(const QJsonObject &object, QLatin1String key)
{
    return object.value("metadata"_L1).toObject().value(key).toString();
}

} // namespace spillway
