// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/kubesession.h"

#include "kube/kubeconfigloader.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

Result<std::unique_ptr<KubeSession>> KubeSession::open(const KubeSessionOptions &options)
{
    KubeconfigSources sources;
    sources.explicitFile = options.kubeconfig;
    const KubeOverrides overrides{
        .context = options.context, .caFile = options.ca, .nameSpace = options.nameSpace};
    const KubeResolution found =
        resolveKube(loadKubeconfig(sources), inClusterPlace(sources.environment), overrides);
    if (!found.target) {
        return found.error();
    }
    for (const Error &warning : found.warnings) {
        say(Text::tr("warning: %1").arg(warning.sentence()));
    }
    return std::unique_ptr<KubeSession>(new KubeSession(*found.target, options.plugins));
}

KubeSession::KubeSession(KubeTarget target, const QStringList &plugins)
    : m_logins(userExecSetup(), m_clock)
    , m_access(std::move(target), m_logins, ExecPolicy::fromWords(plugins), m_clock)
    , m_client(m_http, m_access)
{
    QObject::connect(&m_access, &KubeAccess::waitingFor, &m_access, [](const QString &helper) {
        if (!helper.isEmpty()) {
            say(Text::tr("waiting for the login helper %1").arg(helper));
        }
    });
}

void KubeSession::tellWarnings(const QStringList &warnings)
{
    for (const QString &warning : warnings) {
        say(Text::tr("warning: %1").arg(warning));
    }
}

Result<kube::Discovery> KubeSession::discover()
{
    const std::unique_ptr<KubeDiscoveryReply> reply(m_client.discover(nullptr));
    wait(*reply);
    return reply->result();
}

} // namespace spillway
