// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/livestate.h"

#include <QObject>

namespace spillway {

class KubeClient;

/// Asks whether we may do things: first for all names of a kind at once, then by name where that is
/// not allowed (rules with resourceNames). GUI thread; finished() comes once, never from the
/// constructor; deleting it cancels.
class AccessCheck final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    AccessCheck(KubeClient &client, QList<kube::AccessQuestion> questions,
                QObject *parent = nullptr);

    /// Only once finished.
    [[nodiscard]] const std::vector<MissingPermission> &missing() const { return m_missing; }
    /// Why some were not answered: these are not missing.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void finished();

private:
    void askForKinds();
    void askByName();
    void ask(const kube::AccessQuestion &question);
    void answered();

    KubeClient &m_client;
    QList<kube::AccessQuestion> m_questions;
    QList<kube::AccessQuestion> m_denied; ///< as asked
    std::vector<MissingPermission> m_missing;
    std::optional<Error> m_problem;
    bool m_byName = false;
    int m_open = 0;
};

/// What a push of these steps needs: pushQuestions() without /scale, which it does not use, the
/// right to delete what goes, and to create the next revision.
[[nodiscard]] QList<kube::AccessQuestion> planQuestions(const std::vector<kube::ObjectRef> &applied,
                                                        const std::vector<kube::ObjectRef> &deleted,
                                                        const QString &nameSpace);

} // namespace spillway
