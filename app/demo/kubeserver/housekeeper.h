// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/clusterclient.h"
#include "kubeserver/objectstore.h"

#include <QString>

#include <atomic>
#include <set>
#include <thread>
#include <utility>

namespace spillway::demo {

struct ServerState;

/// What the controller manager does for everybody: dependents go with their owner (or lose it, or
/// go first), and a namespace that is being deleted goes with everything in it. A thread of its
/// own; the state must live longer.
/// https://kubernetes.io/docs/concepts/architecture/garbage-collection/
class Housekeeper
{
public:
    explicit Housekeeper(ServerState &state);
    ~Housekeeper();

    void start();

private:
    void run(quint64 seen);
    void look(const StoreChange &change);
    void removeDependents(const QString &ownerUid, const QString &propagation);
    void orphanDependents(const QString &ownerUid);
    [[nodiscard]] bool hasDependents(const QString &ownerUid) const;
    void dropFinalizer(const QString &storageKey, const QString &key, const QString &finalizer);
    /// Owners go when the last of their dependents has gone.
    void finishOwners();
    void finishNamespaces();
    /// True if nothing is left in it.
    bool emptyNamespace(const QString &nameSpace);

    ServerState &m_state;
    ClusterClient m_client;
    /// Storage key and key of owners that are deleted in the foreground. Of the thread only.
    std::set<std::pair<QString, QString>> m_waiting;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace spillway::demo
