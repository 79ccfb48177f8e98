// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubewriter.h"
#include "rollout/objectreader.h"
#include "rollout/push.h"
#include "rollout/pushclosing.h"

#include <functional>

/// \file Private to this folder: the course of a push. What follows an answer is done from the
/// event loop and signals come last, so that a slot may delete the push.

namespace spillway {

class Push::Private
{
public:
    Private(Push *push, KubeClient &kubeClient, WriteTicket right);

    // Before the first step (push.cpp).
    void begin();
    [[nodiscard]] static QString cannotGoOn();
    void askRevisions();
    void revisionsListed(const kube::ListPage<kube::ConfigMap> &page);
    void readObjects();
    [[nodiscard]] bool isDoneApply(std::size_t step) const;
    void objectsRead();
    void claim();
    void sendClaim(const QByteArray &body);
    void claimed(const WriteOutcome &outcome);
    void askWhoWasFirst(const Error &conflict);
    /// Notes the pushes after a revision; null if there is none.
    const Revision *noteMeanwhile(const std::vector<Revision> &revisions, int after);
    /// Nothing was sent to the cluster, for certain.
    void refuse(const Error &error);

    // Step after step (pushsteps.cpp).
    void next();
    void sendApply(int step);
    void sendDelete(int step);
    void lastRead(int step, const QJsonObject &live);
    void wasGone(int step);
    /// Goes on once the journal is on the disk; the step fails if it cannot be brought there.
    void onDisk(int step, const std::function<void()> &then);
    void settle(int step);
    void settleDelete(int step, const QJsonObject &live);
    void settleApply(int step, const QJsonObject &live);
    void previewed(int step, const QJsonObject &live, const Result<ApplyPreview> &preview);
    void follow(int step, KubeWrite *write);
    void stepEnded(int step, const WriteOutcome &outcome);
    void stepDone(int step, StepResult::State state, const QJsonObject &object);
    void stepFailed(int step, StepResult::State state, const Error &error);

    // The end (push.cpp).
    void close(PushRecord::End end);
    void closeEmpty();
    void finishAfterClosing();
    /// In its journal, if it is on this machine; the id of that push.
    QString endUndone();
    void finish(Result<int> outcome);

    /// From the event loop, with the reason why the disk does not have it.
    void afterSync(const std::function<void(const std::optional<Error> &)> &then);
    void later(void (Private::*action)());
    void enter(Phase now);
    [[nodiscard]] PushedStep &recorded(int step);
    [[nodiscard]] StepResult &shown(int step) { return steps.at(static_cast<std::size_t>(step)); }
    [[nodiscard]] const PlanStep &planned(int step) const
    {
        return plan.steps.at(static_cast<std::size_t>(step));
    }
    /// Reads one object; the answer comes while the push lives.
    void read(const kube::ObjectRef &object, std::function<void(const Result<QJsonObject> &)> done);

    Push *q;
    KubeClient &client;
    KubeWriter writer;
    WriteTicket ticket;
    PushInput input;
    Plan plan;
    PushRecord record; ///< until there is a journal
    std::unique_ptr<Journal> journal;
    QString journalFile; ///< once it is closed
    std::vector<StepResult> steps;
    std::vector<QJsonObject> seen; ///< as it was before the push, where that was read
    std::vector<std::size_t> asked;
    ObjectReader *reader = nullptr;
    std::unique_ptr<PushClosing> closing;
    SystemClock systemClock;
    const Clock *clock = &systemClock;
    Phase phase = Phase::Waiting;
    Result<int> result = Error{};
    std::optional<Revision> overtakenBy;
    std::optional<RevisionDiff> meanwhile;
    std::vector<Error> blemishes;
    int deleteTries = 0;
    bool isResumed = false;
    bool isStopping = false;
};

} // namespace spillway
