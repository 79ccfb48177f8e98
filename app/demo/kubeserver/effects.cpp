// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/effects.h"

#include "kubeobjects/objectengine.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto crdGroup = "apiextensions.k8s.io"_L1;
constexpr auto cleanup = "customresourcecleanup.apiextensions.k8s.io"_L1;

QString metadataText(const QJsonObject &object, QLatin1String key)
{
    return object["metadata"_L1][key].toString();
}

bool isMarkedDeleted(const QJsonObject &object)
{
    return object["metadata"_L1].toObject().contains("deletionTimestamp"_L1);
}

QJsonObject condition(const QString &type, const QString &reason, const QString &message)
{
    return {{u"type"_s, type},
            {u"status"_s, u"True"_s},
            {u"lastTransitionTime"_s, ServerState::now().toString(Qt::ISODate)},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

QJsonObject establishedStatus(const QJsonObject &crd)
{
    QJsonArray stored;
    for (const QJsonValue version : crd["spec"_L1]["versions"_L1].toArray()) {
        if (version["storage"_L1].toBool()) {
            stored.append(version["name"_L1]);
        }
    }
    return {{u"conditions"_s,
             QJsonArray{condition(u"NamesAccepted"_s, u"NoConflicts"_s, u"no conflicts found"_s),
                        condition(u"Established"_s, u"InitialNamesAccepted"_s,
                                  u"the initial names have been accepted"_s)}},
            {u"acceptedNames"_s, crd["spec"_L1]["names"_L1]},
            {u"storedVersions"_s, stored}};
}

/// Accepts the names of a definition and begins to serve its kind.
void establish(ServerState &state, const ResourceType &crdType, QJsonObject crd)
{
    const QString name = metadataText(crd, "name"_L1);
    if (crd["status"_L1]["conditions"_L1].toArray().isEmpty()) {
        const QString version = metadataText(crd, "resourceVersion"_L1);
        crd.insert(u"status"_s, establishedStatus(crd));
        QJsonObject metadata = crd["metadata"_L1].toObject();
        QJsonArray finalizers = metadata["finalizers"_L1].toArray();
        finalizers.append(QString(cleanup));
        metadata.insert(u"finalizers"_s, finalizers);
        crd.insert(u"metadata"_s, metadata);
        // Overtaken by another write: that one establishes it.
        (void)state.store.put(crdType.storageKey, name, crd, version);
    }
    state.types.setCustom(name, customType(crd));
}

/// A definition goes with everything that it defined.
void tearDown(ServerState &state, const ResourceType &crdType, const QJsonObject &crd)
{
    const QString name = metadataText(crd, "name"_L1);
    const ResourceTypePtr type = customType(crd);
    if (type) {
        const ObjectStore::Objects objects = state.store.snapshot(type->storageKey).objects;
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            (void)state.store.remove(type->storageKey, object.key(), *object,
                                     metadataText(*object, "resourceVersion"_L1));
        }
    }
    state.types.setCustom(name, nullptr);
    (void)state.store.remove(crdType.storageKey, name, crd,
                             metadataText(crd, "resourceVersion"_L1));
    state.store.wake(); // watches of the kind end
}

/// A status that the server itself writes, as the manager kube-apiserver.
void patchStatus(ServerState &state, const ResourceTypePtr &type, const QString &key,
                 const QJsonObject &stored, const QJsonObject &status)
{
    WriteRequest write;
    write.version = type->storageVersion;
    write.subresource = u"status"_s;
    write.nameSpace = metadataText(stored, "namespace"_L1);
    write.name = metadataText(stored, "name"_L1);
    write.contentType = u"application/merge-patch+json"_s;
    write.userAgent = u"kube-apiserver"_s;
    write.body = QJsonDocument(QJsonObject{{u"status"_s, status}}).toJson(QJsonDocument::Compact);
    WriteContext context;
    context.now = ServerState::now();
    const WriteOutcome outcome = writeObject(*type, write, stored, context);
    if (outcome.stored) {
        // Overtaken by another write: the next one brings it up to date.
        (void)state.store.put(type->storageKey, key, *outcome.stored,
                              metadataText(stored, "resourceVersion"_L1));
    }
}

void countInQuotas(ServerState &state, const ResourceType &type, const QString &nameSpace)
{
    const QString counted = type.group.isEmpty() ? u"count/"_s + type.plural
                                                 : u"count/%1.%2"_s.arg(type.plural, type.group);
    const ResourceTypePtr quotaType = state.types.table()->find({}, u"resourcequotas"_s);
    if (!quotaType) {
        return;
    }
    const ObjectStore::Objects quotas = state.store.snapshot(quotaType->storageKey).objects;
    for (auto quota = quotas.lowerBound(nameSpace + u'/');
         quota != quotas.end() && quota.key().startsWith(nameSpace + u'/'); ++quota) {
        const QJsonValue used = (*quota)["status"_L1]["used"_L1][counted];
        if (used.isString()) {
            const QString sum = QString::number(used.toString().toLongLong() + 1);
            patchStatus(state, quotaType, quota.key(), *quota,
                        {{u"used"_s, QJsonObject{{counted, sum}}}});
        }
    }
}

/// Nobody serves aggregated APIs in the demo, and their APIService says so.
void markUnserved(ServerState &state, const ResourceType &type, const QJsonObject &stored)
{
    const QJsonValue service = stored["spec"_L1]["service"_L1];
    const ResourceTypePtr shared = state.types.table()->find(type.group, type.plural);
    if (!service.isObject() || !shared ||
        !stored["status"_L1]["conditions"_L1].toArray().isEmpty()) {
        return;
    }
    QJsonObject available =
        condition(u"Available"_s, u"ServiceNotFound"_s,
                  u"service/%1 in \"%2\" is not present"_s.arg(service["name"_L1].toString(),
                                                               service["namespace"_L1].toString()));
    available.insert(u"status"_s, u"False"_s);
    patchStatus(state, shared, metadataText(stored, "name"_L1), stored,
                {{u"conditions"_s, QJsonArray{available}}});
}

} // namespace

void afterWrite(ServerState &state, const ResourceType &type, const QJsonObject &stored,
                bool created)
{
    if (type.group == crdGroup && type.kind == "CustomResourceDefinition"_L1) {
        if (isMarkedDeleted(stored)) {
            tearDown(state, type, stored);
        } else {
            establish(state, type, stored);
        }
    }
    if (created && type.kind == "APIService"_L1) {
        markUnserved(state, type, stored);
    }
    if (created && type.namespaced) {
        countInQuotas(state, type, metadataText(stored, "namespace"_L1));
    }
}

void afterRemoval(ServerState &state, const ResourceType &type, const QJsonObject &last)
{
    if (type.group == crdGroup && type.kind == "CustomResourceDefinition"_L1) {
        state.types.setCustom(metadataText(last, "name"_L1), nullptr);
    }
}

} // namespace spillway::demo
