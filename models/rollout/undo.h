// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/pushrecord.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace spillway {

class KubeClient;

struct UndoInput
{
    PushRecord push; ///< of the journal, else Revision::record()
    EpochMs now = 0;
    QString contextName; ///< for people; empty: that of the client
    /// ObjectRef::toString() of those whose changes by others are overwritten all the same.
    QSet<QString> takeOver;
};

/// The way back of a push, complete or not, as a plan: what Push then carries out. Its steps go in
/// the opposite order and hold only what still differs from how it was. Reads the cluster and makes
/// dry runs, writes nothing. GUI thread; deleting cancels; finished() once, never from the
/// constructor.
///
/// Ids of its findings, warnings all:
///   undo-changed-since   fields have other values than the push gave them, and whose; left alone
///                        unless taken over
///   undo-unchecked       the server refused to show what the push made of an object, so nobody
///                        knows who changed it since; left alone unless taken over
///   undo-unfinished      the push is perhaps under way elsewhere
///   undo-given-back      an object of others that stood in the way is made again, as ours
///   undo-replaced        an object of that name was made anew by somebody; left alone
///   undo-gone            what the push changed is gone: there is nothing to put back
///   undo-foreign-fields  what others had in an object that is created again is lost
///   undo-later-push      there are pushes after the one that is undone
///   undo-unknown-object  of an object that the push deleted only our share is known
class Undo final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    Undo(KubeClient &client, UndoInput input, QObject *parent = nullptr);
    ~Undo() override;

    /// Only once finished. Its text is that of the revision before. Errors: Conflict if the push
    /// was made to another cluster, those of KubeClient.
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
