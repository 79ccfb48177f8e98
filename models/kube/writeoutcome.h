// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/kubestatus.h"

#include <QJsonObject>
#include <QObject>

namespace spillway {

/// How a write ended, as far as it is known.
struct WriteOutcome
{
    enum class State {
        Done,    ///< the server said so, and it was read back
        Refused, ///< nothing was changed; see error and detail
        Unknown, ///< the answer was lost and reading back did not settle it; see error
    };
    State state = State::Unknown;
    QJsonObject object; ///< as read back; empty after a delete
    bool created = false;
    bool unchanged = false; ///< it was so already
    /// Somebody else wrote between the write and the reading back: ours was done and may be
    /// overwritten already.
    bool changedSince = false;
    bool answerLost = false; ///< Done by reading back alone
    QByteArray hash;         ///< of what was sent: kube::requestHash()
    QStringList warnings;
    std::optional<Error> error;
    kube::StatusDetail detail;

    [[nodiscard]] QString uid() const;
    [[nodiscard]] QString resourceVersion() const;
};

/// A write under way. Sent once and never again; what is not known is read back. Deleting it does
/// not call the write back. GUI thread; finished() comes exactly once, never from inside the call
/// that made it.
class KubeWrite : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Sending, ReadingBack, Finished };

    using QObject::QObject;
    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Set from the time the answer was lost: why the outcome is unknown while it is read back.
    [[nodiscard]] const std::optional<Error> &lost() const { return m_lost; }
    /// Only once finished.
    [[nodiscard]] const WriteOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void phaseChanged();
    void finished();

protected:
    void enter(Phase phase);
    void lose(Error error);
    void finish(WriteOutcome outcome);

private:
    Phase m_phase = Phase::Sending;
    std::optional<Error> m_lost;
    WriteOutcome m_outcome;
};

} // namespace spillway
