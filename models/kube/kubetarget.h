// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeconfig.h"

#include <QUrl>

#include <optional>

class QProcessEnvironment;

namespace spillway {

struct KubeconfigLoading;

/// What a workspace or a command line says in place of the kubeconfig. Empty = as it says.
struct KubeOverrides
{
    QString context;   ///< instead of current-context
    QString server;    ///< then the cluster's tls-server-name does not count either
    QString caFile;    ///< takes the place of the cluster's CA and of insecure-skip-tls-verify
    QString nameSpace; ///< instead of the context's
};

/// A context with everything that belongs to it, found to be usable: which server, as whom.
struct KubeTarget
{
    QString context;
    QString nameSpace; ///< of the context, else "default"
    QUrl server;       ///< http or https, path prefix included, no slash at the end
    KubeCluster cluster;
    KubeUser user; ///< empty = anonymous

    /// Credentials are sent over TLS only.
    [[nodiscard]] bool isSecure() const { return server.scheme() == QLatin1String("https"); }
};

/// A target, or all the reasons why there is none.
struct KubeResolution
{
    std::optional<KubeTarget> target;
    std::vector<Error> problems;
    std::vector<Error> warnings;

    /// All problems as one, for callers that show a single sentence.
    [[nodiscard]] Error error() const;
};

/// Looks the context up and checks all that it uses; the files it names are read to check them.
/// Nothing is run and nothing outside the context matters.
[[nodiscard]] KubeResolution resolveContext(const Kubeconfig &config,
                                            const KubeOverrides &overrides = {});

/// Where a pod finds its service account.
struct InClusterPlace
{
    QString host;      ///< KUBERNETES_SERVICE_HOST
    QString port;      ///< KUBERNETES_SERVICE_PORT
    QString nameSpace; ///< POD_NAMESPACE
    QString folder = QStringLiteral("/var/run/secrets/kubernetes.io/serviceaccount");
};

[[nodiscard]] InClusterPlace inClusterPlace(const QProcessEnvironment &environment);

/// Nothing if this is not a pod: one of host, port, token and CA is missing.
[[nodiscard]] std::optional<KubeTarget> inClusterTarget(const InClusterPlace &place);

/// The kubeconfig wins; inside a cluster, and if it is empty, the pod's service account.
[[nodiscard]] KubeResolution resolveKube(const KubeconfigLoading &loading,
                                         const InClusterPlace &place,
                                         const KubeOverrides &overrides = {});

} // namespace spillway
