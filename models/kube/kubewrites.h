// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubecall.h"
#include "kube/kubedecoder.h"
#include "kube/writeoutcome.h"
#include "kube/writewindow.h"

#include <QTimer>

#include <functional>

/// \file Private to this folder: one class a write verb. All go the same way: check, send once,
/// read back. What the server refused is Refused; what may have been done is read back until it is
/// seen or the delays are used up.

namespace spillway {

/// What the verbs share. GUI thread.
class CheckedWrite : public KubeWrite
{
    Q_OBJECT
public:
    struct Setup
    {
        std::shared_ptr<KubeLink> link;
        WriteTicket ticket;
        QString contextName;
        QList<std::chrono::milliseconds> delays; ///< before each reading back of a lost answer
    };

    CheckedWrite(Setup setup, QObject *parent);
    ~CheckedWrite() override;

protected:
    using Answered = std::function<void(const Result<HttpResponse> &result)>;

    [[nodiscard]] Result<void> checkTicket() const;
    /// Calls `send` once the ticket is good and the manifest has passed; refuses otherwise.
    void sendChecked(const kube::ManifestGate &gate, std::function<void()> send);
    /// Ends it from the event loop.
    void refuseLater(Error error, kube::StatusDetail detail = {});
    /// One request; its answer while this lives. Only one at a time.
    void ask(kube::KubeRequest request, Answered answered);
    /// Of the call that has just been answered.
    [[nodiscard]] const kube::StatusDetail &detail() const { return m_call->detail(); }
    /// The failed write: refused, or lost and to be read back.
    void failedWrite(const Error &error);
    /// Reads back after the next delay, or gives up with what is known.
    void tryAgain(const QString &seen);
    void end(WriteOutcome::State state);

    /// Asks for the present state and calls end() or tryAgain().
    virtual void readBack() = 0;

    WriteOutcome m_outcome;

private:
    Setup m_setup;
    std::unique_ptr<KubeCall> m_call;
    QTimer m_delay;
    qsizetype m_tries = 0;
};

/// Server-side apply.
class ApplyWrite final : public CheckedWrite
{
    Q_OBJECT
public:
    ApplyWrite(Setup setup, kube::ApplyRequest apply, const kube::ManifestGate &gate,
               QObject *parent);

private:
    void send();
    void applied(const HttpResponse &answer);
    void readBack() override;
    void compareWithAnswer(const QJsonObject &live);
    /// A dry run of the same bytes that changes nothing shows that they were applied.
    void compareByDryRun(const QJsonObject &live);

    kube::ApplyRequest m_apply;
    QJsonObject m_answer; ///< empty = it was lost
};

/// DELETE.
class DeleteWrite final : public CheckedWrite
{
    Q_OBJECT
public:
    DeleteWrite(Setup setup, kube::DeleteRequest request, QObject *parent);

private:
    void readBack() override;

    kube::DeleteRequest m_request;
    QString m_uid; ///< of what is deleted; empty = not known
};

/// PUT of the scale subresource.
class ScaleWrite final : public CheckedWrite
{
    Q_OBJECT
public:
    ScaleWrite(Setup setup, kube::ScaleRequest request, QObject *parent);

private:
    void readFirst();
    void wasRead(const kube::Scale &scale);
    void put();
    void readBack() override;
    void wasReadBack(const kube::Scale &scale, const QByteArray &json);

    kube::ScaleRequest m_request;
    QString m_version; ///< the lock of the PUT
    int m_reads = 0;
    bool m_answered = false;
};

/// Whether two states of an object are the same but for what every dry run changes: times of
/// managers, their order, status and resourceVersion. Pure.
[[nodiscard]] bool sameButForTimes(const QJsonObject &a, const QJsonObject &b);

/// What a manifest can set: all but status and what the server keeps for itself. Pure.
[[nodiscard]] QJsonObject contentOf(const QJsonObject &object);

/// Readings back never wait behind other reads. Pure.
[[nodiscard]] kube::KubeRequest urgent(kube::KubeRequest request);

} // namespace spillway
