// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/clusterobserver.h"

#include <utility>

namespace spillway::demo {

namespace {

constexpr std::chrono::seconds patience{5}; // only how often an idle thread looks up
constexpr std::size_t batch = 500;

std::vector<StoreChange> existing(const ObjectStore &store, const QString &storageKey,
                                  quint64 &revision)
{
    std::vector<StoreChange> found;
    const QStringList keys = storageKey.isEmpty() ? store.storageKeys() : QStringList{storageKey};
    revision = store.revision(); // what is written meanwhile is told twice: state, then change
    for (const QString &key : keys) {
        const ObjectStore::Snapshot snapshot = store.snapshot(key);
        for (auto object = snapshot.objects.begin(); object != snapshot.objects.end(); ++object) {
            found.push_back({revision, StoreChange::Kind::Added, key, object.key(), *object, {}});
        }
    }
    return found;
}

} // namespace

ClusterObserver::ClusterObserver(ObjectStore &store, QString storageKey, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_storageKey(std::move(storageKey))
{}

ClusterObserver::~ClusterObserver()
{
    m_stopping = true;
    m_store.wake();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void ClusterObserver::start()
{
    m_thread = std::thread([this] { run(); });
}

void ClusterObserver::pass(std::vector<StoreChange> changes, bool synchronizedNow)
{
    QMetaObject::invokeMethod(
        this,
        [this, changes = std::move(changes), synchronizedNow] {
            for (const StoreChange &change : changes) {
                Q_EMIT changed(change);
            }
            if (synchronizedNow) {
                Q_EMIT synchronized();
            }
        },
        Qt::QueuedConnection);
}

void ClusterObserver::run()
{
    quint64 told = 0;
    pass(existing(m_store, m_storageKey, told), true);
    while (!m_stopping) {
        if (!m_store.waitForChange(told, patience)) {
            continue;
        }
        ObjectStore::Changes found = m_store.changesAfter(m_storageKey, told, batch);
        if (found.compacted) {
            pass(existing(m_store, m_storageKey, told), true);
            continue;
        }
        told = found.revision;
        if (!found.changes.empty()) {
            pass(std::move(found.changes), false);
        }
    }
}

} // namespace spillway::demo
