// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubelist.h"
#include "kube/plainkinds.h"
#include "rollout/planner.h"
#include "rollout/push.h"
#include "rollout/revertwatch.h"
#include "rollout/revisions.h"
#include "rollout/undo.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace spillway {

/// One policy against one cluster, as somebody at a screen goes about it: plan, push, look whether
/// it stays, undo, and what was pushed before. At most one thing is under way. GUI thread.
class PolicyRollout final : public QObject
{
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Idle,     ///< nothing was planned
        Planning, ///< see progress()
        Planned,  ///< plan() may be pushed, if it is not blocked
        Failed,   ///< there is no plan: error()
        Pushing,  ///< see push()
        Pushed,   ///< wholly or in part: push()->result()
    };
    Q_ENUM(State)

    /// The clock must live longer.
    PolicyRollout(const Clock &clock, QString journalFolder, QObject *parent = nullptr);
    ~PolicyRollout() override;

    /// Of the cluster that is meant from now on; null: none. What belonged to another one goes. It
    /// must live until the next call.
    void setClient(KubeClient *client);
    [[nodiscard]] KubeClient *client() const { return m_client; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const
    {
        return m_state == State::Planning || m_state == State::Pushing;
    }

    /// Begins a plan in place of what is there; not while pushing.
    void plan(PlanInput input);
    /// The way back of a push, as a plan.
    void planUndo(const PushRecord &push, const QString &contextName,
                  const QSet<QString> &takeOver = {});
    void cancelPlan();
    /// Forgets a plan or a push that has ended.
    void clear();
    [[nodiscard]] std::pair<int, int> progress() const { return m_progress; } ///< done, of all
    /// Of Planned, Pushing and Pushed; else null.
    [[nodiscard]] const Plan *currentPlan() const;
    [[nodiscard]] bool isUndo() const { return m_isUndo; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// Carries out the plan. Only while Planned and not blocked. An undo fails if somebody has the
    /// journal of its push.
    void push(const WriteTicket &ticket, PushInput input);
    /// Goes on with a push that was interrupted. Errors: those of opening its journal, Conflict
    /// while busy.
    Result<void> resume(const WriteTicket &ticket, const QString &journalFile);
    /// After the step under way.
    void stopPush();
    /// Of Pushing and Pushed; else null.
    [[nodiscard]] const Push *currentPush() const { return m_push.get(); }
    /// What is known of the last push, for planUndo(); none if nothing was written.
    [[nodiscard]] std::optional<PushRecord> lastPush() const;

    /// Looks whether the last push stays; null before one.
    [[nodiscard]] const RevertWatch *watch() const { return m_watch.get(); }

    /// Reads the revisions of a policy; of all of the namespace if it is empty.
    void readRevisions(const QString &nameSpace, const QString &policy);
    [[nodiscard]] const std::vector<Revision> &revisions() const { return m_revisions; }
    [[nodiscard]] const std::optional<Error> &revisionsError() const { return m_revisionsError; }
    [[nodiscard]] bool isReadingRevisions() const { return m_revisionList != nullptr; }
    /// They have been read at least once.
    [[nodiscard]] bool hasRevisions() const { return m_hasRevisions; }

    /// Looks for pushes of this machine to the cluster and namespace that were interrupted;
    /// interruptedChanged() when they are read. Not on this thread: there may be many journals.
    void lookForInterrupted(const QString &nameSpace);
    /// As of the last look, without those that are carried out now, undone, or overtaken as far as
    /// the revisions say; the newest first.
    [[nodiscard]] std::vector<JournalEntry> interruptedPushes() const;

Q_SIGNALS:
    void stateChanged();
    void progressChanged(int done, int total);
    /// A step of the push, or its phase (-1).
    void stepChanged(int step);
    void reverted(const spillway::Reversion &reversion);
    void watchChanged();
    void revisionsChanged();
    void interruptedChanged();

private:
    void setState(State state);
    void dropPlan();
    void planned(Result<Plan> plan);
    void start(std::unique_ptr<Push> push);
    void pushed();
    void watchFor();

    const Clock &m_clock;
    QString m_journalFolder;
    KubeClient *m_client = nullptr;
    State m_state = State::Idle;
    std::pair<int, int> m_progress;
    std::unique_ptr<Planner> m_planner;
    std::unique_ptr<Undo> m_undo;
    std::optional<Plan> m_plan;
    bool m_isUndo = false;
    PushRecord m_undone; ///< what m_plan takes back, if it is an undo
    std::optional<Error> m_error;
    std::unique_ptr<Push> m_push;
    std::unique_ptr<RevertWatch> m_watch;
    std::unique_ptr<KubeList<kube::ConfigMap>> m_revisionList;
    std::vector<Revision> m_revisions;
    std::optional<Error> m_revisionsError;
    bool m_hasRevisions = false;
    QString m_revisionsOf; ///< namespace and policy that were read last
    std::vector<JournalEntry> m_interrupted;
    int m_look = 0; ///< only what the last look has found counts
};

} // namespace spillway
