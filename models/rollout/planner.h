// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyparser.h"
#include "policy/policyscaling.h"
#include "rollout/plan.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace spillway {

class KubeClient;

/// What a plan is made from.
struct PlanInput
{
    PolicyReading reading; ///< without problems
    QByteArray text;       ///< of the file, kept as the revision
    PolicyContext context;
    /// By component: instead of what was measured, and of what the timeline in the cluster has.
    QMap<QString, std::chrono::seconds> leadTimes;
    EpochMs now = 0;
    QString contextName; ///< for people; empty: that of the client
    /// ObjectRef::toString() of objects whose fields are taken over from their owners, and of
    /// autoscalers of others on our targets, which are deleted for ours.
    QSet<QString> takeOver;
};

/// One plan: reads the cluster, compares, asks for dry runs of what would change, and says what a
/// person should know. Nothing is written. GUI thread; comparing runs on the thread pool.
/// finished() comes once, never from the constructor; deleting it cancels.
class Planner final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    Planner(KubeClient &client, PlanInput input, QObject *parent = nullptr);
    ~Planner() override;

    /// Only once finished. A plan that must not be pushed is a plan too: Plan::isBlocked(). Errors:
    /// InvalidDocument (a policy with problems, a schedule that cannot be resolved), and those of
    /// LiveStateReader.
    [[nodiscard]] const Result<Plan> &result() const;
    /// Moves the result out; once.
    [[nodiscard]] Result<Plan> takeResult();

Q_SIGNALS:
    /// Requests answered, of those that are known to be needed.
    void progress(int done, int total);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
