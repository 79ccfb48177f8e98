// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/versions.h"

#include "kubeobjects/goobject.h"
#include "kubeobjects/hpaversions.h"
#include "kubeobjects/jsontools.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// Fields with another name in events.k8s.io/v1.
constexpr std::array renamedEventFields{
    std::pair{"involvedObject"_L1, "regarding"_L1},
    std::pair{"message"_L1, "note"_L1},
    std::pair{"reportingComponent"_L1, "reportingController"_L1},
    std::pair{"source"_L1, "deprecatedSource"_L1},
    std::pair{"firstTimestamp"_L1, "deprecatedFirstTimestamp"_L1},
    std::pair{"lastTimestamp"_L1, "deprecatedLastTimestamp"_L1},
    std::pair{"count"_L1, "deprecatedCount"_L1},
};

void rename(QJsonObject &object, QLatin1String from, QLatin1String to)
{
    if (const QJsonValue value = object.take(from); !value.isUndefined()) {
        object[to] = value;
    }
}

} // namespace

QJsonObject convertObject(const ResourceType &type, const QJsonObject &object, const QString &from,
                          const QString &to)
{
    if (from == to) {
        return object;
    }
    QJsonObject converted = object;
    if (type.kind == "HorizontalPodAutoscaler"_L1) {
        converted = to == "v1"_L1 ? hpaToV1(object) : hpaToV2(object);
    }
    converted["apiVersion"_L1] = type.apiVersion(to);
    return converted;
}

QJsonObject emptyObject(const ResourceType &type, const QString &version)
{
    QJsonObject empty;
    if (!type.custom) {
        empty = decodeTyped(*type.schema(version), QJsonObject(), DecodeMode::Unstructured).object;
    }
    empty["apiVersion"_L1] = type.apiVersion(version);
    empty["kind"_L1] = type.kind;
    return empty;
}

QJsonObject toNewEvent(const QJsonObject &core)
{
    QJsonObject event = core;
    for (const auto &[old, fresh] : renamedEventFields) {
        rename(event, old, fresh);
    }
    for (const QLatin1String key : {"reportingController"_L1, "reportingInstance"_L1}) {
        if (event.value(key).toString().isEmpty()) {
            event.remove(key); // omitted here, written as "" in core/v1
        }
    }
    event["apiVersion"_L1] = "events.k8s.io/v1"_L1;
    return event;
}

QJsonObject toCoreEvent(const QJsonObject &event)
{
    QJsonObject core = event;
    for (const auto &[old, fresh] : renamedEventFields) {
        rename(core, fresh, old);
    }
    setDefault(core, "reportingComponent"_L1, ""_L1);
    setDefault(core, "reportingInstance"_L1, ""_L1);
    core["apiVersion"_L1] = "v1"_L1;
    return core;
}

} // namespace spillway::demo
