// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterpicture.h"
#include "connection/clusterstate.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace spillway {

class Clock;
class ExecLogins;
class HttpClient;
class KubeClient;
class KubeWatch;
class WriteTicket;

/// The Kubernetes side of a workspace: its context, who we are there, the picture of its namespaces
/// and the right to write. Nothing is read, run or asked before somebody looks, and nothing while
/// nobody looks (W9, X12); the picture stays and grows old. GUI thread.
///
/// Read-only until unlock(); a protected workspace wants the name of the context typed.
class KubeConnection final : public QObject
{
    Q_OBJECT
public:
    /// What is shared by all connections must outlive it.
    KubeConnection(Workspace workspace, HttpClient &http, ExecLogins &logins, const Clock &clock,
                   QObject *parent = nullptr);
    ~KubeConnection() override;

    /// The workspace names a context or a kubeconfig.
    [[nodiscard]] bool isConfigured() const;

    /// `who` looks at the cluster until it says otherwise or is gone.
    void setLooking(QObject *who, bool looks);
    /// Asks again now: the kubeconfig too if it could not be used, and a login helper that failed.
    void tryAgain();

    [[nodiscard]] ClusterState state() const;
    [[nodiscard]] const ClusterPicture &picture() const { return m_picture; }
    /// Of the kubeconfig; that of the workspace until it has been read.
    [[nodiscard]] QString contextName() const;
    [[nodiscard]] QString server() const;         ///< address; empty before the first look
    [[nodiscard]] QString version() const;        ///< "v1.36.2"; empty = not known
    [[nodiscard]] QString user() const;           ///< as the cluster sees us; empty = not known
    [[nodiscard]] QStringList groups() const;     ///< the same
    [[nodiscard]] QStringList nameSpaces() const; ///< in view
    /// What else the picture lacks or the server says, in sentences: kinds that are not served,
    /// groups that did not answer, warnings.
    [[nodiscard]] QStringList notes() const;
    /// Name of the login helper that is being waited for, or empty.
    [[nodiscard]] const QString &waitingFor() const { return m_waitingFor; }

    [[nodiscard]] bool isProtected() const { return m_workspace.isProtected; }
    /// Until when writes are allowed; nothing while read-only.
    [[nodiscard]] std::optional<EpochMs> writableUntil() const;
    /// Opens the write window for ten minutes, or prolongs it. InvalidInput if the context is
    /// protected and typedName is not its name; Forbidden before the first look.
    Result<void> unlock(const QString &typedName = {});
    void lock();
    /// For whoever writes (rollout); Forbidden while read-only.
    [[nodiscard]] Result<WriteTicket> ticket() const;
    /// Null before the first look, and if the kubeconfig cannot be used.
    [[nodiscard]] KubeClient *client() const;

Q_SIGNALS:
    /// state(), version(), user() or waitingFor() changed.
    void stateChanged();
    void pictureChanged();
    /// Unlocked, prolonged, locked or expired.
    void writabilityChanged();

private:
    struct Session;

    void open();
    void watchSession();
    void catalogUpdated();
    void makeWatches();
    void recheck();
    template<typename T>
    void addWatches(int kind);
    void added(KubeWatch &watch);
    void watchChanged(KubeWatch *watch);
    void feed();

    Workspace m_workspace;
    HttpClient &m_http;
    ExecLogins &m_logins;
    const Clock &m_clock;
    ClusterPicture m_picture;
    std::unique_ptr<Session> m_session;
    std::optional<Error> m_failure; ///< nothing can be watched because of it
    QString m_waitingFor;
    QSet<QObject *> m_lookers;
    /// What has arrived and is not in the picture yet; done in slices, so that the GUI does not
    /// stall when ten thousand pods arrive at once.
    std::vector<std::function<void()>> m_arrived;
    QTimer m_feed;
    QTimer m_retry;
    QTimer m_recheck; ///< for kinds that come: a KEDA that is installed
    int m_failures = 0;
};

} // namespace spillway
