// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/objectstore.h"

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QString versionOf(const QJsonObject &object)
{
    return object["metadata"_L1]["resourceVersion"_L1].toString();
}

QJsonObject withVersion(QJsonObject object, quint64 revision)
{
    QJsonObject metadata = object["metadata"_L1].toObject();
    metadata.insert("resourceVersion"_L1, QString::number(revision));
    object.insert("metadata"_L1, metadata);
    return object;
}

} // namespace

ObjectStore::ObjectStore(std::size_t historyLength)
    : m_historyLength(historyLength)
{}

QString ObjectStore::keyOf(const QString &nameSpace, const QString &name)
{
    return nameSpace.isEmpty() ? name : nameSpace + u'/' + name;
}

quint64 ObjectStore::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

std::optional<QJsonObject> ObjectStore::get(const QString &storageKey, const QString &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto objects = m_objects.constFind(storageKey);
    if (objects == m_objects.constEnd()) {
        return std::nullopt;
    }
    const auto found = objects->constFind(key);
    return found == objects->constEnd() ? std::nullopt : std::optional(*found);
}

ObjectStore::Snapshot ObjectStore::snapshot(const QString &storageKey) const
{
    const std::lock_guard lock(m_mutex);
    return {m_revision, m_objects.value(storageKey)};
}

std::optional<ObjectStore::Snapshot> ObjectStore::snapshotAt(const QString &storageKey,
                                                             quint64 revision) const
{
    const std::lock_guard lock(m_mutex);
    if (revision > m_revision || revision + m_history.size() < m_revision) {
        return std::nullopt;
    }
    Snapshot snapshot{revision, m_objects.value(storageKey)};
    for (auto change = m_history.rbegin();
         change != m_history.rend() && change->revision > revision; ++change) {
        if (change->storageKey != storageKey) {
            continue;
        }
        if (change->kind == StoreChange::Kind::Added) {
            snapshot.objects.remove(change->key);
        } else {
            snapshot.objects.insert(change->key, change->previous);
        }
    }
    return snapshot;
}

QStringList ObjectStore::storageKeys() const
{
    const std::lock_guard lock(m_mutex);
    return m_objects.keys();
}

QJsonObject ObjectStore::commit(StoreChange change)
{
    ++m_revision;
    change.revision = m_revision;
    change.object = withVersion(change.object, m_revision);
    QJsonObject stored = change.object;
    if (change.kind == StoreChange::Kind::Deleted) {
        m_objects[change.storageKey].remove(change.key);
    } else {
        m_objects[change.storageKey].insert(change.key, stored);
    }
    m_history.push_back(std::move(change));
    if (m_history.size() > m_historyLength) {
        m_history.pop_front();
    }
    m_changed.notify_all();
    return stored;
}

std::optional<QJsonObject> ObjectStore::put(const QString &storageKey, const QString &key,
                                            const QJsonObject &object, const QString &expected)
{
    const std::lock_guard lock(m_mutex);
    const Objects &objects = m_objects[storageKey];
    const auto found = objects.constFind(key);
    const bool exists = found != objects.constEnd();
    if ((exists ? versionOf(*found) : QString()) != expected) {
        return std::nullopt;
    }
    return commit({.revision = 0,
                   .kind = exists ? StoreChange::Kind::Modified : StoreChange::Kind::Added,
                   .storageKey = storageKey,
                   .key = key,
                   .object = object,
                   .previous = exists ? *found : QJsonObject()});
}

std::optional<QJsonObject> ObjectStore::remove(const QString &storageKey, const QString &key,
                                               const QJsonObject &last, const QString &expected)
{
    const std::lock_guard lock(m_mutex);
    const Objects &objects = m_objects[storageKey];
    const auto found = objects.constFind(key);
    if (found == objects.constEnd() || versionOf(*found) != expected) {
        return std::nullopt;
    }
    return commit({.revision = 0,
                   .kind = StoreChange::Kind::Deleted,
                   .storageKey = storageKey,
                   .key = key,
                   .object = last,
                   .previous = *found});
}

ObjectStore::Changes ObjectStore::changesAfter(const QString &storageKey, quint64 after,
                                               std::size_t most) const
{
    const std::lock_guard lock(m_mutex);
    Changes found;
    found.revision = after;
    if (after >= m_revision) {
        return found;
    }
    const quint64 first = m_revision - m_history.size() + 1;
    if (after + 1 < first) {
        found.compacted = true;
        return found;
    }
    for (std::size_t at = after + 1 - first; at < m_history.size() && found.changes.size() < most;
         ++at) {
        const StoreChange &change = m_history[at];
        found.revision = change.revision;
        if (storageKey.isEmpty() || change.storageKey == storageKey) {
            found.changes.push_back(change);
        }
    }
    return found;
}

bool ObjectStore::waitForChange(quint64 after, std::chrono::milliseconds limit) const
{
    std::unique_lock lock(m_mutex);
    const quint64 wakes = m_wakes;
    m_changed.wait_for(lock, limit, [&] { return m_revision > after || m_wakes != wakes; });
    return m_revision > after;
}

void ObjectStore::wake()
{
    const std::lock_guard lock(m_mutex);
    ++m_wakes;
    m_changed.notify_all();
}

void ObjectStore::compact()
{
    const std::lock_guard lock(m_mutex);
    m_history.clear();
}

quint64 ObjectStore::oldestRevision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision - m_history.size();
}

} // namespace spillway::demo
