// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/writewindow.h"
#include "rollout/journal.h"
#include "rollout/revisions.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace spillway {

class KubeClient;

struct PushInput
{
    QString reason; ///< mandatory for a protected context; kept for good
    QString author;
    QString journalFolder = defaultJournalFolder();
    /// Revision whose way back the plan is: marked as undone at the end. 0: none.
    int undoes = 0;
    /// Journal of that push, if it is on this machine; held open, so that nobody resumes it.
    std::shared_ptr<Journal> undoneJournal;
};

struct StepResult
{
    enum class State : std::uint8_t {
        Waiting,
        Running,     ///< sent
        ReadingBack, ///< answered, or its answer was lost: see error
        Done,        ///< the server said so, and it was read back
        Unchanged,   ///< it was so already
        Refused,     ///< certainly not done
        Unknown,     ///< not known whether it was done: look, then resume or undo
        NotTried,    ///< the push stopped before it
    };
    State state = State::Waiting;
    std::optional<Error> error;
    QStringList warnings; ///< of the server
    QJsonObject object;   ///< as read back; of a delete: as it was
};

/// Carries out a plan as it is, step after step, and stops at the first failure: what was done
/// stays and is told, and Undo has the way back. Before anything is written it is read whether the
/// objects are still those that the plan saw, and the next revision is created: whoever comes
/// second is told. The journal knows of each request before it is sent. GUI thread; deleting it,
/// also in a slot of its signals, leaves everything as a kill would.
///
/// Errors of result(): InvalidInput (a plan that is blocked, no reason), Internal (bytes that are
/// not those of the plan), Conflict (changed since it was planned, or another push was first: plan
/// again; nothing of ours was written), File (the journal), Cancelled (stop()), and those of the
/// step that failed.
class Push final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    Push(KubeClient &client, WriteTicket ticket, Plan plan, PushInput input,
         QObject *parent = nullptr);
    /// Goes on with an unfinished push; what was sent without an answer is read first. Reason and
    /// author stay those of the journal. Conflict if another push was made since.
    Push(KubeClient &client, WriteTicket ticket, std::unique_ptr<Journal> journal,
         QObject *parent = nullptr);
    ~Push() override;

    enum class Phase : std::uint8_t {
        Waiting,
        Checking, ///< are the objects still those of the plan?
        Claiming, ///< the next revision is created
        Applying, ///< step after step
        Closing,  ///< notes in the cluster, old revisions
        Finished,
    };

    /// Once.
    void start();
    /// After the step under way; the rest is NotTried.
    void stop();

    [[nodiscard]] const Plan &plan() const;
    [[nodiscard]] const std::vector<StepResult> &steps() const;
    [[nodiscard]] Phase phase() const;
    /// Its number; only once finished. Of an empty plan: of the revision that is live.
    [[nodiscard]] const Result<int> &result() const;
    /// Whose push was first, if that is why it was refused.
    [[nodiscard]] const std::optional<Revision> &overtakenBy() const;
    /// What that push, and all after it, changed of what the plan saw.
    [[nodiscard]] const std::optional<RevisionDiff> &pushedMeanwhile() const;
    /// What went wrong beside the plan: notes in the cluster, old revisions. None of it matters to
    /// what was pushed.
    [[nodiscard]] const std::vector<Error> &blemishes() const;
    /// Empty if nothing was sent. Closed once it has finished.
    [[nodiscard]] QString journalFile() const;

    /// Pauses between the readings back of a lost answer; tests shorten them.
    void setReadBackDelays(const QList<std::chrono::milliseconds> &delays);
    /// The default is this machine's; must live longer.
    void setClock(const Clock &clock);

Q_SIGNALS:
    void phaseChanged();
    void stepChanged(int step);
    /// Exactly once after start(), never from inside it.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
