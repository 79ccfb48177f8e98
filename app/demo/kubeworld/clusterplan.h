// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/clusterclient.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace spillway::demo {

struct ServerState;

/// What one controller wants to be done after it has looked: plain values, so that a controller is
/// a function and its tests need no server.
struct ClusterPlan
{
    struct Change
    {
        enum class Kind { Create, Patch, Remove, RemoveNow };
        Kind kind = Kind::Patch;
        QString manager; ///< user and field manager
        ObjectPlace place;
        QJsonObject document; ///< the object, or a merge patch
    };
    struct Event
    {
        QJsonObject about;
        QString component; ///< who reports it
        QString reason;
        QString message;
        bool warning = false;
    };

    std::vector<Change> changes;
    std::vector<Event> events;

    void create(const QString &manager, const QJsonObject &object);
    void patch(const QString &manager, const ObjectPlace &place, const QJsonObject &patch);
    /// Only if it says something else than there is.
    void patchStatus(const QString &manager, const ObjectPlace &place, const QJsonObject &object,
                     const QJsonObject &status);
    void remove(const QString &manager, const ObjectPlace &place);
    void tell(const QString &component, const QJsonObject &about, const QString &reason,
              const QString &message, bool warning = false);
};

/// Carries plans out. A write that another one overtook is left: controllers look again at the next
/// step. Events that repeat are counted, as the real recorder does, and forgotten after an hour.
/// Any one thread; the state must live longer.
class ClusterWriter
{
public:
    explicit ClusterWriter(ServerState &state);

    /// Empty if it could not be done.
    QJsonObject carryOut(const ClusterPlan::Change &change);
    void carryOut(const ClusterPlan &plan, std::int64_t second);
    void forgetOldEvents(std::int64_t second);

private:
    struct Recorded
    {
        ObjectPlace place;
        int count = 0;
        std::int64_t last = 0;
    };

    void record(const ClusterPlan::Event &event, std::int64_t second);
    ClusterClient &client(const QString &manager);

    ServerState &m_state;
    QHash<QString, std::shared_ptr<ClusterClient>> m_clients;
    QHash<QString, Recorded> m_events; ///< by object, reason and message
    std::uint64_t m_eventNumber = 0;
};

} // namespace spillway::demo
