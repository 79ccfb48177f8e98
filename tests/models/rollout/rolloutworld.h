// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/execlogins.h"
#include "kube/kubecontextaccess.h"
#include "kube/kubewriter.h"
#include "net/httpclient.h"
#include "rollout/push.h"
#include "rollout/undo.h"
#include "support/kubeworld.h"
#include "support/resultmacros.h"

#include <memory>

namespace spillway {

/// One console at a cluster: the adapter as the programs put it together. GUI thread.
class Console
{
public:
    /// Reads the kubeconfig; null if it is no good.
    [[nodiscard]] static std::unique_ptr<Console> open(const QString &kubeconfig,
                                                       bool isProtected = false);

    [[nodiscard]] KubeClient &client() { return m_client; }
    [[nodiscard]] WriteWindow &window() { return m_window; }
    [[nodiscard]] QString contextName() const { return m_access.contextName(); }
    [[nodiscard]] QString server() const { return m_access.server().toString(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] WriteTicket ticket();

    /// Server-side apply; false with a message if it failed.
    [[nodiscard]] bool apply(const kube::ObjectRef &object, const QByteArray &body,
                             const QString &manager);
    /// Waits until it has finished.
    [[nodiscard]] std::unique_ptr<Push> push(const Plan &plan, const PushInput &input);
    [[nodiscard]] std::unique_ptr<Push> resume(const QString &journal);
    [[nodiscard]] Result<Plan> undo(const PushRecord &record, const QSet<QString> &takeOver = {});
    [[nodiscard]] std::vector<Revision> revisions(const QString &nameSpace);

    /// Shortened waits, then start() and the event loop.
    static bool run(Push &push);

private:
    Console(KubeTarget target, bool isProtected);

    SystemClock m_clock;
    HttpClient m_http;
    ExecLogins m_logins;
    KubeContextAccess m_access;
    KubeClient m_client;
    WriteWindow m_window;
};

/// A cluster in which each test has a namespace of its own, with objects as an earlier push left
/// them, and a plan that does everything that a plan can do.
class RolloutWorld
{
public:
    [[nodiscard]] bool works() const { return m_world.works(); }
    [[nodiscard]] demo::KubeApiServer &server() { return *m_world.server(); }
    [[nodiscard]] QString kubeconfig(const QString &user = u"admin"_s) const
    {
        return m_world.kubeconfig(user);
    }

    /// A new namespace; empty if it could not be made.
    [[nodiscard]] QString newNamespace();
    /// What is there before the plan.
    [[nodiscard]] bool settle(const QString &nameSpace);
    /// Create, attach, update, delete: eight steps, from what is there now.
    [[nodiscard]] Plan plan(Console &console, const QString &nameSpace);

    /// Everything but revisions and events, without what differs in each run (uids, versions,
    /// times): equal snapshots mean equal objects with equal owners.
    [[nodiscard]] QJsonObject snapshot(const QString &nameSpace);
    [[nodiscard]] QJsonObject object(const kube::ObjectRef &ref);
    [[nodiscard]] demo::CallResult patch(const kube::ObjectRef &ref, const QJsonObject &patch,
                                         const QString &manager);
    [[nodiscard]] demo::CallResult remove(const kube::ObjectRef &ref);
    [[nodiscard]] int count(const QString &nameSpace, const QString &plural,
                            const QString &group = {});
    /// A fault by its line, such as "cut-after verb=patch count=1".
    void fault(const QString &line);
    void clearFaults() { server().faults().clear(); }

private:
    KubeWorld m_world;
    int m_namespaces = 0;
};

[[nodiscard]] kube::ObjectRef refTo(kube::Kind kind, const QString &nameSpace, const QString &name);
[[nodiscard]] QByteArray hpaBody(const QString &name, int cpu, const QJsonObject &bounds);
[[nodiscard]] QByteArray mapBody(const QString &name, const QString &value);

/// A step from what is there: lock and action follow from it.
[[nodiscard]] PlanStep stepTo(RolloutWorld &world, const kube::ObjectRef &ref,
                              const QByteArray &body, const QString &manager = u"spillway"_s,
                              const QByteArray &before = {});
[[nodiscard]] Plan planOf(const Console &console, const QString &nameSpace,
                          std::vector<PlanStep> steps, int liveRevision = 0);

} // namespace spillway
