// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfig.h"

#include <QDebug>
#include <QUrl>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

template<typename Stanza>
const Stanza *find(const std::vector<Stanza> &stanzas, const QString &name)
{
    const auto at = std::find_if(stanzas.begin(), stanzas.end(),
                                 [&name](const Stanza &one) { return one.name == name; });
    return at == stanzas.end() ? nullptr : &*at;
}

template<typename Stanza>
void merge(std::vector<Stanza> &into, const std::vector<Stanza> &later)
{
    for (const Stanza &one : later) {
        if (find(into, one.name) == nullptr) {
            into.push_back(one);
        }
    }
}

template<typename Secret>
const char *blotted(const Secret &secret)
{
    return secret.isEmpty() ? "" : "[...]";
}

} // namespace

bool Kubeconfig::isEmpty() const
{
    return currentContext.isEmpty() && clusters.empty() && users.empty() && contexts.empty();
}

QStringList Kubeconfig::contextNames() const
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(contexts.size()));
    for (const KubeContext &context : contexts) {
        names << context.name;
    }
    return names;
}

const KubeCluster *findCluster(const Kubeconfig &config, const QString &name)
{
    return find(config.clusters, name);
}

const KubeUser *findUser(const Kubeconfig &config, const QString &name)
{
    return find(config.users, name);
}

const KubeContext *findContext(const Kubeconfig &config, const QString &name)
{
    return find(config.contexts, name);
}

void mergeKubeconfig(Kubeconfig &into, const Kubeconfig &later)
{
    if (into.currentContext.isEmpty()) {
        into.currentContext = later.currentContext;
    }
    merge(into.clusters, later.clusters);
    merge(into.users, later.users);
    merge(into.contexts, later.contexts);
}

QDebug operator<<(QDebug debug, const KubeCluster &cluster)
{
    const QDebugStateSaver saver(debug);
    const QString proxy = QUrl(cluster.proxyUrl).toString(QUrl::RemoveUserInfo);
    debug.nospace() << "KubeCluster(" << cluster.name << ", " << cluster.server
                    << ", ca=" << cluster.caFile << blotted(cluster.caPem) << ", proxy=" << proxy
                    << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const KubeExec &exec)
{
    const QDebugStateSaver saver(debug);
    QStringList names;
    for (const auto &variable : exec.environment) {
        names << variable.first;
    }
    debug.nospace() << "KubeExec(" << exec.command << ", " << exec.arguments.size()
                    << " arguments, env=" << names.join(u',') << ", " << exec.apiVersion << ')';
    return debug;
}

QDebug operator<<(QDebug debug, const KubeUser &user)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "KubeUser(" << user.name << ", username=" << user.username
                    << ", password=" << blotted(user.password) << ", token=" << blotted(user.token)
                    << ", tokenFile=" << user.tokenFile << ", certificate=" << user.certificateFile
                    << blotted(user.certificatePem) << ", key=" << user.keyFile
                    << blotted(user.keyPem) << ", as=" << user.impersonate;
    if (user.exec) {
        debug << ", exec=" << *user.exec;
    }
    debug << ')';
    return debug;
}

} // namespace spillway
