// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace spillway::demo {

/// One step of the store's history.
struct StoreChange
{
    enum class Kind { Added, Modified, Deleted };

    quint64 revision = 0;
    Kind kind = Kind::Added;
    QString storageKey;
    QString key;
    QJsonObject
        object; ///< as it is now; the last state, with the revision of its end, of a deleted one
    QJsonObject previous; ///< empty if Added
};

/// All objects of the demo cluster, as etcd holds those of a real one: filed under storage key
/// ("autoscaling/horizontalpodautoscalers") and key ("namespace/name", or "name"), with one
/// revision over everything that is also each object's resourceVersion, and a history from which
/// watches and old snapshots are served. Objects are in stored form.
/// Every method from any thread. Nothing is called back under the lock.
class ObjectStore
{
public:
    using Objects = QMap<QString, QJsonObject>; // shared copies: a snapshot costs nothing

    explicit ObjectStore(std::size_t historyLength = 20'000);

    static QString keyOf(const QString &nameSpace, const QString &name);

    [[nodiscard]] quint64 revision() const;
    [[nodiscard]] std::optional<QJsonObject> get(const QString &storageKey,
                                                 const QString &key) const;
    struct Snapshot
    {
        quint64 revision = 0;
        Objects objects;
    };
    [[nodiscard]] Snapshot snapshot(const QString &storageKey) const;
    /// As it was at a revision; nullopt if that has been compacted away.
    [[nodiscard]] std::optional<Snapshot> snapshotAt(const QString &storageKey,
                                                     quint64 revision) const;
    [[nodiscard]] QStringList storageKeys() const;

    /// Stores and gives the new resourceVersion; nullopt if the object is not at `expected` any
    /// more (empty: does not exist). Identical content is stored anew: callers know no-ops.
    std::optional<QJsonObject> put(const QString &storageKey, const QString &key,
                                   const QJsonObject &object, const QString &expected);
    /// `last` is the content that watchers are told.
    std::optional<QJsonObject> remove(const QString &storageKey, const QString &key,
                                      const QJsonObject &last, const QString &expected);

    struct Changes
    {
        bool compacted = false; ///< `after` is too old: nothing can be told
        quint64 revision = 0;   ///< up to here everything has been told
        std::vector<StoreChange> changes;
    };
    /// What happened to one kind (empty: to all) after a revision; at most `most` changes.
    [[nodiscard]] Changes changesAfter(const QString &storageKey, quint64 after,
                                       std::size_t most) const;
    /// Waits until there is something after a revision, or wake() is called. True if there is.
    bool waitForChange(quint64 after, std::chrono::milliseconds limit) const;
    void wake();

    /// Forgets the history up to now, as a compaction of etcd does: older watches and pages get
    /// 410.
    void compact();
    /// The oldest revision that a watch can go on from.
    [[nodiscard]] quint64 oldestRevision() const;

private:
    QJsonObject commit(StoreChange change);

    const std::size_t m_historyLength;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    QMap<QString, Objects> m_objects;
    std::deque<StoreChange> m_history; ///< one a revision, the last is m_revision
    quint64 m_revision = 1;
    mutable quint64 m_wakes = 0;
};

} // namespace spillway::demo
