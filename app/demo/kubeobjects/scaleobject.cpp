// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/scaleobject.h"

#include "kubeobjects/fieldmanager.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/objectwriter.h"
#include "kubeobjects/strategy.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr auto scaleVersion = "autoscaling/v1"_L1;
const QStringList managedPath{u"metadata"_s, u"managedFields"_s};
const QStringList replicasPath{u"spec"_s, u"replicas"_s};

const FieldSet &replicasField()
{
    static const FieldSet set = [] {
        FieldSet made;
        made.insert({PathStep::field(u"spec"_s), PathStep::field(u"replicas"_s)});
        return made;
    }();
    return set;
}

const ResourceType &scaleType()
{
    static const ResourceType type = [] {
        ResourceType made;
        made.group = u"autoscaling"_s;
        made.versions = {u"v1"_s};
        made.storageVersion = u"v1"_s;
        made.kind = u"Scale"_s;
        made.plural = u"scales"_s;
        made.schemas[u"v1"_s] = OpenApiSchema::shipped().kind({made.group, u"v1"_s, made.kind});
        return made;
    }();
    return type;
}

ManagedFields managedOf(const QJsonObject &object)
{
    return decodeManagedFields(valueAt(object, managedPath).toArray()).value_or(ManagedFields());
}

/// The same manager, whether it wrote the workload or its scale.
ManagerId sameIn(ManagerId id, const QString &apiVersion)
{
    if (!id.applies()) {
        id.apiVersion = apiVersion;
    }
    return id;
}

ManagedFields managedOfScale(const QJsonObject &workload)
{
    ManagedFields managed;
    for (const auto &[id, entry] : managedOf(workload)) {
        if (!entry.set.common(replicasField()).isEmpty()) {
            managed[sameIn(id, scaleVersion)] = {replicasField(), scaleVersion, entry.time};
        }
    }
    return managed;
}

/// The entries of the workload after those of its scale have changed.
QJsonArray managedOfWorkload(const QJsonObject &workload, const QJsonObject &scale)
{
    const QString apiVersion = workload["apiVersion"_L1].toString();
    ManagedFields scaled = managedOf(scale);
    ManagedFields managed;
    for (const auto &[id, entry] : managedOf(workload)) {
        if (entry.set.common(replicasField()).isEmpty()) {
            managed[id] = entry;
            continue;
        }
        const auto kept = scaled.find(sameIn(id, scaleVersion));
        if (kept != scaled.end()) {
            managed[id] = entry;
            scaled.erase(kept);
            continue;
        }
        const FieldSet rest = entry.set.without(replicasField());
        if (!rest.isEmpty()) {
            managed[id] = {rest, entry.apiVersion, entry.time};
        }
    }
    for (const auto &[id, entry] : scaled) {
        if (!entry.set.common(replicasField()).isEmpty()) {
            // The server forgets the time here.
            managed[sameIn(id, apiVersion)] = {replicasField(), apiVersion, {}};
        }
    }
    return encodeManagedFields(managed);
}

QString selectorText(const QJsonObject &selector)
{
    QStringList parts;
    const QJsonObject labels = selector["matchLabels"_L1].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        parts.append(it.key() + u'=' + it.value().toString());
    }
    return parts.join(u',');
}

} // namespace

QJsonObject scaleOf(const QJsonObject &workload)
{
    QJsonObject meta;
    for (const QLatin1String key :
         {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1}) {
        if (const QJsonValue value = workload["metadata"_L1][key]; !value.isUndefined()) {
            meta[key] = value;
        }
    }
    QJsonObject spec;
    if (const QJsonValue replicas = valueAt(workload, replicasPath); replicas.toInteger() != 0) {
        spec["replicas"_L1] = replicas;
    }
    QJsonObject status{
        {"replicas"_L1, valueAt(workload, {u"status"_s, u"replicas"_s}).toInteger()}};
    const QString selector = selectorText(objectAt(workload, {u"spec"_s, u"selector"_s}));
    if (!selector.isEmpty()) {
        status["selector"_L1] = selector;
    }
    return {{"kind"_L1, "Scale"_L1},
            {"apiVersion"_L1, scaleVersion},
            {"metadata"_L1, meta},
            {"spec"_L1, spec},
            {"status"_L1, status}};
}

WriteOutcome writeScale(const ResourceType &type, const WriteRequest &request,
                        const std::optional<QJsonObject> &stored, const WriteContext &context)
{
    WriteRequest scaleRequest = request;
    scaleRequest.version = u"v1"_s;
    std::optional<QJsonObject> scale;
    if (stored) {
        scale = scaleOf(*stored);
        const QJsonArray entries = encodeManagedFields(managedOfScale(*stored));
        if (!entries.isEmpty()) {
            setAt(*scale, managedPath, entries);
        }
    }
    const ObjectWriter::Names names{type.name(), scaleType().name()};
    WriteOutcome outcome = ObjectWriter(scaleType(), names, scaleRequest, scale, context).write();
    if (outcome.refusal || !outcome.stored) {
        return outcome;
    }
    QJsonObject workload = *stored;
    setAt(workload, replicasPath, valueAt(*outcome.stored, replicasPath).toInteger());
    setAt(workload, managedPath, managedOfWorkload(*stored, *outcome.stored));
    prepareForUpdate(type, request.subresource, workload, *stored);
    outcome.changed = outcome.changed && workload != *stored;
    outcome.stored = workload;
    return outcome;
}

} // namespace spillway::demo
