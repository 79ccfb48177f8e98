// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubetarget.h"

#include "core/yamldocument.h"
#include "kube/kubechecks.h"
#include "kube/kubeconfigloader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KubeTarget)
};

Error noContext(const QString &why, const QString &advice, ErrorCode code = ErrorCode::NotFound)
{
    return Error{.code = code,
                 .what = Text::tr("There is no Kubernetes context to use"),
                 .why = why,
                 .advice = advice};
}

QString adviceToChoose(const Kubeconfig &config)
{
    const QStringList names = config.contextNames();
    return names.isEmpty() ? Text::tr("Log in to the cluster with its own tool first.")
                           : Text::tr("Choose one of: %1.").arg(names.join(u", "_s));
}

Error unknownContext(const Kubeconfig &config, const QString &name)
{
    const QString nearest = nearestName(name, config.contextNames());
    return noContext(Text::tr("“%1” is not in the kubeconfig").arg(name),
                     nearest.isEmpty() ? adviceToChoose(config)
                                       : Text::tr("Did you mean “%1”?").arg(nearest));
}

/// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
bool isDnsLabel(const QString &text)
{
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"_s,
                                          QRegularExpression::DontCaptureOption);
    return label.match(text).hasMatch() && !text.endsWith(u'\n');
}

class Resolver
{
public:
    Resolver(const Kubeconfig &config, const KubeOverrides &overrides, const KubeContext &context)
        : m_config(config)
        , m_overrides(overrides)
        , m_context(context)
        , m_problems(context.name, m_resolution.problems)
    {}

    KubeResolution resolve()
    {
        m_problems.add(m_context);
        resolveNamespace();
        resolveCluster();
        resolveUser();
        m_target.context = m_context.name;
        warn();
        if (m_resolution.problems.empty()) {
            m_resolution.target = std::move(m_target);
        }
        return std::move(m_resolution);
    }

private:
    void resolveNamespace()
    {
        const QString &wanted =
            m_overrides.nameSpace.isEmpty() ? m_context.nameSpace : m_overrides.nameSpace;
        m_target.nameSpace = wanted.isEmpty() ? u"default"_s : wanted;
        if (!isDnsLabel(m_target.nameSpace)) {
            m_problems.add(
                ErrorCode::InvalidDocument, m_context.origin,
                Text::tr("“%1” cannot be a namespace").arg(wanted),
                Text::tr("A namespace has small letters, digits and dashes, at most 63."));
        }
    }

    void resolveCluster()
    {
        const KubeCluster *found = findCluster(m_config, m_context.cluster);
        if (found == nullptr) {
            m_problems.add(
                ErrorCode::InvalidDocument, m_context.origin,
                m_context.cluster.isEmpty()
                    ? Text::tr("the context names no cluster")
                    : Text::tr("the cluster “%1” is not in the kubeconfig").arg(m_context.cluster),
                Text::tr("Add it, or name another one in the context."));
            return;
        }
        KubeCluster &cluster = m_target.cluster;
        cluster = *found;
        if (!m_overrides.server.isEmpty()) {
            cluster.server = m_overrides.server;
            cluster.tlsServerName.clear();
        }
        if (!m_overrides.caFile.isEmpty()) {
            cluster.caFile = m_overrides.caFile;
            cluster.caPem.clear();
            cluster.insecure = false;
        }
        checkCluster(cluster, m_problems);
        m_target.server = kubeServerUrl(cluster.server);
    }

    void resolveUser()
    {
        if (m_context.user.isEmpty()) {
            return; // anonymous, as through kubectl proxy
        }
        if (const KubeUser *user = findUser(m_config, m_context.user)) {
            m_target.user = *user;
            checkUser(*user, m_problems);
            return;
        }
        m_problems.add(ErrorCode::InvalidDocument, m_context.origin,
                       Text::tr("the user “%1” is not in the kubeconfig").arg(m_context.user),
                       Text::tr("Add it, or name another one in the context."));
    }

    void warn()
    {
        const KubeUser &user = m_target.user;
        const bool hasCredentials =
            user.hasToken() || user.hasBasic() || user.hasCertificate() || user.exec;
        QString why;
        if (!hasCredentials) {
            why = Text::tr("the context “%1” has no credentials; the server takes you for "
                           "anonymous")
                      .arg(m_context.name);
        } else if (m_target.server.isValid() && !m_target.isSecure()) {
            why = Text::tr("the server of the context “%1” is not https, so that no credentials "
                           "are sent")
                      .arg(m_context.name);
        }
        if (!why.isEmpty()) {
            m_resolution.warnings.push_back(
                {.code = ErrorCode::InvalidDocument,
                 .what = Text::tr("You may not be known to the cluster"),
                 .where = m_context.origin.file,
                 .why = why,
                 .position = m_context.origin});
        }
    }

    const Kubeconfig &m_config;
    const KubeOverrides &m_overrides;
    const KubeContext &m_context;
    KubeResolution m_resolution;
    KubeTarget m_target;
    KubeProblems m_problems;
};

QString trimmedFile(const QString &path)
{
    const Result<QByteArray> bytes = readKubeFile(path);
    return bytes ? QString::fromUtf8(bytes->trimmed()) : QString{};
}

} // namespace

Error KubeResolution::error() const
{
    if (problems.empty()) {
        return {};
    }
    Error all = problems.front();
    for (std::size_t i = 1; i < problems.size(); ++i) {
        const QString more = problems[i].sentence();
        all.advice += all.advice.isEmpty() ? more : u"\n"_s + more;
    }
    return all;
}

KubeResolution resolveContext(const Kubeconfig &config, const KubeOverrides &overrides)
{
    const QString &name = overrides.context.isEmpty() ? config.currentContext : overrides.context;
    if (name.isEmpty()) {
        return {{},
                {noContext(Text::tr("none is chosen (current-context)"), adviceToChoose(config))},
                {}};
    }
    const KubeContext *context = findContext(config, name);
    if (context == nullptr) {
        return {{}, {unknownContext(config, name)}, {}};
    }
    return Resolver(config, overrides, *context).resolve();
}

InClusterPlace inClusterPlace(const QProcessEnvironment &environment)
{
    InClusterPlace place;
    place.host = environment.value(u"KUBERNETES_SERVICE_HOST"_s);
    place.port = environment.value(u"KUBERNETES_SERVICE_PORT"_s);
    place.nameSpace = environment.value(u"POD_NAMESPACE"_s);
    return place;
}

std::optional<KubeTarget> inClusterTarget(const InClusterPlace &place)
{
    const QString token = place.folder + u"/token"_s;
    const QString ca = place.folder + u"/ca.crt"_s;
    bool isPort = false;
    const ushort port = place.port.toUShort(&isPort);
    if (place.host.isEmpty() || !isPort || !QFileInfo(token).isReadable() ||
        !QFileInfo(ca).isReadable()) {
        return std::nullopt;
    }
    KubeTarget target;
    target.context = u"in-cluster"_s;
    target.server.setScheme(u"https"_s);
    target.server.setHost(place.host); // puts brackets around IPv6 itself
    target.server.setPort(port);
    target.cluster.name = target.context;
    target.cluster.server = target.server.toString();
    target.cluster.caFile = ca;
    target.user.name = u"service account"_s;
    target.user.tokenFile = token;
    target.nameSpace =
        place.nameSpace.isEmpty() ? trimmedFile(place.folder + u"/namespace"_s) : place.nameSpace;
    if (target.nameSpace.isEmpty()) {
        target.nameSpace = u"default"_s;
    }
    return target;
}

KubeResolution resolveKube(const KubeconfigLoading &loading, const InClusterPlace &place,
                           const KubeOverrides &overrides)
{
    if (!loading.errors.empty()) {
        return {{}, loading.errors, loading.warnings};
    }
    if (loading.config.isEmpty() && overrides.context.isEmpty()) {
        if (std::optional<KubeTarget> target = inClusterTarget(place)) {
            return {std::move(target), {}, {}};
        }
        return {{},
                {noContext(loading.files.isEmpty() ? Text::tr("no kubeconfig was found")
                                                   : Text::tr("no kubeconfig was found at %1")
                                                         .arg(loading.files.join(u", "_s)),
                           Text::tr("Log in to the cluster with its own tool first, or set "
                                    "KUBECONFIG."))},
                loading.warnings};
    }
    KubeResolution resolution = resolveContext(loading.config, overrides);
    resolution.warnings.insert(resolution.warnings.begin(), loading.warnings.begin(),
                               loading.warnings.end());
    return resolution;
}

} // namespace spillway
