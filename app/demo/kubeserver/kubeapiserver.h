// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kubeserver/certificates.h"
#include "kubeserver/clusterclient.h"
#include "kubeserver/faults.h"
#include "kubeserver/serverstate.h"
#include "kubeserver/tlslistener.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace spillway::demo {

class Housekeeper;

/// A Kubernetes API server of our own, as far as Spillway and kubectl meet one: for the demo and
/// for the tests of the Kubernetes adapter. It speaks HTTP/1.1 over TLS on a free port of
/// 127.0.0.1, with a certificate authority of its own, and knows an administrator (client
/// certificate and token), the users it is given, and service accounts. How true it is:
/// tests/data/wire and app/demo/README.md. Made and ended by one thread; everything between from
/// any thread. Serves in threads of its own.
class KubeApiServer
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::KubeApiServer)
public:
    struct User
    {
        QString name;
        QString uid;
        QStringList groups;
        QByteArray token; ///< empty: a random one
    };
    struct Options
    {
        std::vector<User> users;
        /// Garbage collection and the end of namespaces, which a bare API server has not.
        bool controllers = true;
    };

    /// Serves from here on.
    static Result<std::unique_ptr<KubeApiServer>> start(const Options &options);
    /// Ends every connection.
    ~KubeApiServer();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const;
    [[nodiscard]] const QByteArray &authority() const { return m_authority.certificate(); }
    [[nodiscard]] const KeyPair &adminCertificate() const { return m_admin; }
    /// Of "admin" or of one of the users; empty for others.
    [[nodiscard]] QByteArray token(const QString &user) const;
    [[nodiscard]] int connections() const { return m_listener.connections(); }

    /// A kubeconfig with one context, readable by its owner only. The administrator gets his
    /// certificate, others their token.
    [[nodiscard]] Result<void> writeKubeconfig(const QString &path, const QString &user,
                                               const QString &nameSpace) const;
    /// One with a context for each of the users, "user@spillway-demo"; the first is the current.
    [[nodiscard]] Result<void> writeKubeconfig(const QString &path, const QStringList &users,
                                               const QString &nameSpace) const;

    [[nodiscard]] FaultSwitches &faults() { return m_state.faults; }
    [[nodiscard]] ServerState &state() { return m_state; }
    [[nodiscard]] ClusterClient client(const QString &name) { return {m_state, name}; }
    /// New connections see a certificate for another host.
    [[nodiscard]] Result<void> setWrongCertificate(bool wrong);

private:
    explicit KubeApiServer(CertificateAuthority authority);
    [[nodiscard]] Result<void> open(const Options &options);
    void addUsers(const std::vector<User> &users);
    void addHandlers();
    [[nodiscard]] QJsonObject credentialsOf(const QString &user) const;
    void serve(const httplib::Request &request, httplib::Response &response);
    /// Waits, unless the server ends meanwhile.
    void pause(std::chrono::milliseconds length);

    ServerState m_state;
    CertificateAuthority m_authority;
    KeyPair m_admin;
    std::vector<User> m_users;
    quint16 m_port = 0;
    std::unique_ptr<Housekeeper> m_housekeeper;
    std::mutex m_stopMutex;
    std::condition_variable m_stopped;
    bool m_stopping = false;
    TlsListener m_listener; // last: its threads use the rest
};

} // namespace spillway::demo
