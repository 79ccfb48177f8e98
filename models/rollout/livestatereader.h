// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/livestate.h"

#include <QObject>

#include <memory>

namespace spillway {

class KubeClient;

/// Reads all that a plan of one policy needs, in parallel. What the plan would be wrong without
/// (what is served, the objects, the revisions) fails it; what is only advice ends in
/// LiveState::unchecked. A right to single names is enough for objects: who may not list reads them
/// one by one. GUI thread; finished() comes once, never from the constructor; deleting it cancels.
class LiveStateReader final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    LiveStateReader(KubeClient &client, const Policy &policy, QObject *parent = nullptr);
    ~LiveStateReader() override;

    /// Only once finished. Errors: those of KubeClient; Forbidden names the Role that is missing.
    [[nodiscard]] const Result<LiveState> &result() const;
    /// Moves the result out; once.
    [[nodiscard]] Result<LiveState> takeResult();

Q_SIGNALS:
    void progress(int done, int total);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
