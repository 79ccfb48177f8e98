// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/housekeeper.h"

#include "kubeserver/serverstate.h"

#include <QJsonArray>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds patience{5}; // only how often an idle thread looks up
constexpr std::size_t batch = 500;

bool isMarkedDeleted(const QJsonObject &object)
{
    return object["metadata"_L1].toObject().contains("deletionTimestamp"_L1);
}

bool hasFinalizer(const QJsonObject &object, const QString &finalizer)
{
    return object["metadata"_L1]["finalizers"_L1].toArray().contains(QJsonValue(finalizer));
}

QJsonArray withoutOwner(const QJsonArray &owners, const QString &uid)
{
    QJsonArray left;
    for (const QJsonValue owner : owners) {
        if (owner["uid"_L1].toString() != uid) {
            left.append(owner);
        }
    }
    return left;
}

ObjectPlace placeIn(const TypeTable &table, const QString &storageKey, const QJsonObject &object)
{
    for (const ResourceTypePtr &type : table.types) {
        if (type->storageKey == storageKey) {
            const QJsonValue metadata = object["metadata"_L1];
            return {type->group,
                    type->plural,
                    metadata["namespace"_L1].toString(),
                    metadata["name"_L1].toString(),
                    {}};
        }
    }
    return {};
}

} // namespace

Housekeeper::Housekeeper(ServerState &state)
    : m_state(state)
    , m_client(state, u"generic-garbage-collector"_s)
{}

Housekeeper::~Housekeeper()
{
    m_stopping = true;
    m_state.store.wake();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Housekeeper::start()
{
    // From here on, not from whenever the thread gets to run.
    m_thread = std::thread([this, seen = m_state.store.revision()] { run(seen); });
}

void Housekeeper::run(quint64 seen)
{
    while (!m_stopping) {
        if (!m_state.store.waitForChange(seen, patience)) {
            continue;
        }
        const ObjectStore::Changes found = m_state.store.changesAfter({}, seen, batch);
        seen = found.compacted ? m_state.store.revision() : found.revision;
        for (const StoreChange &change : found.changes) {
            look(change);
        }
        finishOwners();
        finishNamespaces();
    }
}

void Housekeeper::look(const StoreChange &change)
{
    const QString uid = change.object["metadata"_L1]["uid"_L1].toString();
    if (change.kind == StoreChange::Kind::Deleted) {
        removeDependents(uid, u"Background"_s);
        return;
    }
    if (!isMarkedDeleted(change.object)) {
        return;
    }
    if (hasFinalizer(change.object, u"foregroundDeletion"_s)) {
        removeDependents(uid, u"Foreground"_s);
        m_waiting.emplace(change.storageKey, change.key);
    }
    if (hasFinalizer(change.object, u"orphan"_s)) {
        orphanDependents(uid);
        dropFinalizer(change.storageKey, change.key, u"orphan"_s);
    }
}

void Housekeeper::removeDependents(const QString &ownerUid, const QString &propagation)
{
    const TypeTablePtr table = m_state.types.table();
    for (const QString &key : m_state.store.storageKeys()) {
        for (const QJsonObject &object : m_state.store.snapshot(key).objects) {
            const QJsonArray owners = object["metadata"_L1]["ownerReferences"_L1].toArray();
            const QJsonArray left = withoutOwner(owners, ownerUid);
            if (left.size() == owners.size()) {
                continue;
            }
            const ObjectPlace place = placeIn(*table, key, object);
            if (left.isEmpty()) {
                m_client.remove(place, propagation);
            } else {
                m_client.mergePatch(place,
                                    {{u"metadata"_s, QJsonObject{{u"ownerReferences"_s, left}}}});
            }
        }
    }
}

bool Housekeeper::hasDependents(const QString &ownerUid) const
{
    for (const QString &key : m_state.store.storageKeys()) {
        const ObjectStore::Objects objects = m_state.store.snapshot(key).objects;
        const bool any = std::any_of(objects.begin(), objects.end(), [&](const auto &object) {
            const QJsonArray owners = object["metadata"_L1]["ownerReferences"_L1].toArray();
            return withoutOwner(owners, ownerUid).size() != owners.size();
        });
        if (any) {
            return true;
        }
    }
    return false;
}

void Housekeeper::finishOwners()
{
    for (auto owner = m_waiting.begin(); owner != m_waiting.end();) {
        const auto &[storageKey, key] = *owner;
        const auto object = m_state.store.get(storageKey, key);
        if (object && hasDependents((*object)["metadata"_L1]["uid"_L1].toString())) {
            ++owner;
            continue;
        }
        dropFinalizer(storageKey, key, u"foregroundDeletion"_s);
        owner = m_waiting.erase(owner);
    }
}

void Housekeeper::orphanDependents(const QString &ownerUid)
{
    const TypeTablePtr table = m_state.types.table();
    for (const QString &key : m_state.store.storageKeys()) {
        for (const QJsonObject &object : m_state.store.snapshot(key).objects) {
            const QJsonArray owners = object["metadata"_L1]["ownerReferences"_L1].toArray();
            const QJsonArray left = withoutOwner(owners, ownerUid);
            if (left.size() != owners.size()) {
                m_client.mergePatch(placeIn(*table, key, object),
                                    {{u"metadata"_s, QJsonObject{{u"ownerReferences"_s, left}}}});
            }
        }
    }
}

void Housekeeper::dropFinalizer(const QString &storageKey, const QString &key,
                                const QString &finalizer)
{
    const auto current = m_state.store.get(storageKey, key);
    if (!current) {
        return;
    }
    QJsonArray left;
    for (const QJsonValue each : (*current)["metadata"_L1]["finalizers"_L1].toArray()) {
        if (each.toString() != finalizer) {
            left.append(each);
        }
    }
    m_client.mergePatch(placeIn(*m_state.types.table(), storageKey, *current),
                        {{u"metadata"_s, QJsonObject{{u"finalizers"_s, left}}}});
}

bool Housekeeper::emptyNamespace(const QString &nameSpace)
{
    const TypeTablePtr table = m_state.types.table();
    const QString prefix = nameSpace + u'/';
    bool empty = true;
    for (const QString &key : m_state.store.storageKeys()) {
        const ObjectStore::Objects objects = m_state.store.snapshot(key).objects;
        for (auto object = objects.lowerBound(prefix);
             object != objects.end() && object.key().startsWith(prefix); ++object) {
            if (!isMarkedDeleted(*object)) {
                m_client.remove(placeIn(*table, key, *object), u"Background"_s);
            }
            empty = empty && !m_state.store.get(key, object.key());
        }
    }
    return empty;
}

void Housekeeper::finishNamespaces()
{
    const QString key = storageKeyOf({}, u"namespaces"_s);
    const ObjectStore::Objects spaces = m_state.store.snapshot(key).objects;
    for (auto space = spaces.begin(); space != spaces.end(); ++space) {
        if (isMarkedDeleted(*space) && emptyNamespace(space.key())) {
            // Overtaken by another write: that one is looked at next.
            (void)m_state.store.remove(key, space.key(), *space,
                                       (*space)["metadata"_L1]["resourceVersion"_L1].toString());
        }
    }
}

} // namespace spillway::demo
