// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubewriter.h"
#include "rollout/journal.h"

#include <QObject>
#include <QTimer>

namespace spillway {

/// Private to this folder: what a push leaves in the cluster besides its objects, all of it best
/// effort: an Event on each object, the outcome on the revision, no more revisions than are kept.
/// GUI thread.
class PushClosing final : public QObject
{
    Q_OBJECT
public:
    /// Client and clock must live longer.
    PushClosing(KubeClient &client, WriteTicket ticket, const Clock &clock,
                QObject *parent = nullptr);

    /// An Event about a step that was done; the push goes on meanwhile.
    void note(const PlanStep &step, const QJsonObject &object, const PushRecord &push);
    /// Marks the revision; after a complete push also the one that was undone, and deletes old
    /// ones. finished() when all is answered, or nobody wants to wait any longer.
    /// `undone`: id of the push that was undone; empty: not known.
    void close(const PushRecord &push, PushRecord::End end, const QString &undone);
    /// Only marks the revision that was undone: nothing of it was left to take back.
    void closeUndone(const PushRecord &push, const QString &undone);

    /// Of each kind the first.
    [[nodiscard]] const std::vector<Error> &blemishes() const { return m_blemishes; }

Q_SIGNALS:
    void finished();

private:
    void begin();
    /// Not if it is the revision of another push. `id` empty: whose ever it is.
    void mark(const kube::ObjectRef &revision, const QString &id, PushRecord::End end);
    void listed(const PushRecord &push, const kube::ListPage<kube::ConfigMap> &page);
    void follow(KubeWrite *write);
    void opened() { ++m_open; }
    void answered(const Error *error);
    void finish();

    KubeClient &m_client;
    KubeWriter m_writer;
    WriteTicket m_ticket;
    const Clock &m_clock;
    QTimer m_patience;
    std::vector<Error> m_blemishes;
    int m_open = 0;
    bool m_closing = false;
    bool m_finished = false;
};

} // namespace spillway
