// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "kube/execlogins.h"
#include "kube/kubeclient.h"
#include "kube/kubecontextaccess.h"
#include "net/httpclient.h"

#include <QEventLoop>

#include <memory>

namespace spillway {

/// Which cluster, as kubectl's options of the same names say it.
struct KubeSessionOptions
{
    QString kubeconfig; ///< empty = KUBECONFIG, else ~/.kube/config
    QString context;
    QString nameSpace;
    QString ca = {}; ///< PEM file that takes the place of the cluster's; empty = that
    /// Login helpers that may run, as a workspace says it; empty = the well-known.
    QStringList plugins = {};
};

/// One cluster for the time of one command. A login helper that is being waited for is named on
/// stderr.
class KubeSession
{
public:
    /// Reads the kubeconfig; asks nobody yet.
    [[nodiscard]] static Result<std::unique_ptr<KubeSession>>
    open(const KubeSessionOptions &options);

    [[nodiscard]] KubeClient &client() { return m_client; }
    /// Of the command line, else of the context.
    [[nodiscard]] QString nameSpace() const { return m_access.defaultNamespace(); }
    [[nodiscard]] const KubeContextAccess &access() const { return m_access; }

    /// Runs the event loop until the reply has its answer; warnings of the server go to stderr.
    template<typename Reply>
    auto await(Reply *reply)
    {
        wait(*reply);
        tellWarnings(reply->warnings());
        return reply->takeResult();
    }
    /// Runs the event loop until something has finished().
    template<typename Work>
    static void run(Work &work)
    {
        wait(work);
    }
    /// What is served; one question a session.
    Result<kube::Discovery> discover();

private:
    KubeSession(KubeTarget target, const QStringList &plugins);

    template<typename Reply>
    static void wait(Reply &reply)
    {
        QEventLoop loop;
        QObject::connect(&reply, &Reply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    static void tellWarnings(const QStringList &warnings);

    SystemClock m_clock;
    ExecLogins m_logins;
    KubeContextAccess m_access;
    HttpClient m_http;
    KubeClient m_client;
};

} // namespace spillway
