// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/writeoutcome.h"

namespace spillway {

using namespace Qt::StringLiterals;

QString WriteOutcome::uid() const
{
    return object.value("metadata"_L1).toObject().value("uid"_L1).toString();
}

QString WriteOutcome::resourceVersion() const
{
    return object.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString();
}

void KubeWrite::enter(Phase phase)
{
    if (m_phase != phase) {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }
}

void KubeWrite::lose(Error error)
{
    m_lost = std::move(error);
    enter(Phase::ReadingBack);
}

void KubeWrite::finish(WriteOutcome outcome)
{
    m_outcome = std::move(outcome);
    m_phase = Phase::Finished;
    Q_EMIT finished(); // a slot may delete us
}

} // namespace spillway
