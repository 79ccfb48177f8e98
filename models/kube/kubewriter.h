// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeclient.h"
#include "kube/writeoutcome.h"
#include "kube/writewindow.h"

namespace spillway {

/// The write verbs of one API server. None works without the ticket of an open write window of the
/// same context. All are urgent: they never wait behind reads. What can be known to be wrong is
/// refused before it is sent. GUI thread.
class KubeWriter
{
public:
    /// The client must live longer than this and its writes.
    explicit KubeWriter(KubeClient &client);

    /// Server-side apply (S1), strict. force only as the request says.
    KubeWrite *apply(const WriteTicket &ticket, const kube::ApplyRequest &apply, QObject *parent);
    /// Makes an object that must not be there: Refused with AlreadyExists if it is, never an
    /// update. If the answer is lost, Done only if what is there then is what was sent.
    KubeWrite *create(const WriteTicket &ticket, const kube::CreateRequest &create,
                      QObject *parent);
    KubeWrite *remove(const WriteTicket &ticket, const kube::DeleteRequest &request,
                      QObject *parent);
    /// GET, compare with what was expected, PUT under the lock of what was read (C6).
    KubeWrite *scale(const WriteTicket &ticket, const kube::ScaleRequest &request, QObject *parent);
    /// Best effort: a failure must not fail the change it speaks of (P6).
    KubeAnswer<QJsonObject> *createEvent(const WriteTicket &ticket, const kube::EventNote &note,
                                         QObject *parent);

    /// Pauses between the readings back of a lost answer; tests shorten them.
    void setReadBackDelays(QList<std::chrono::milliseconds> delays);

private:
    KubeClient &m_client;
    QList<std::chrono::milliseconds> m_delays;
};

} // namespace spillway
