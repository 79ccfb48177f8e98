// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <span>

namespace spillway::kube {

/// The kinds that this console reads into values of its own.
enum class Kind {
    Deployment,
    StatefulSet,
    Pod,
    HorizontalPodAutoscaler,
    ScaledObject,
    CronJob,
    ConfigMap,
    ServiceAccount,
    Role,
    RoleBinding,
    Event,
    DestinationRule,
    PrometheusRule,
};

/// One kind in one version, as a server serves it: what a URL and a manifest need.
struct Resource
{
    QString group; ///< empty = the core group
    QString version;
    QString kind;   ///< "Deployment"
    QString plural; ///< "deployments"
    bool namespaced = true;

    /// "apps/v1", or "v1" in the core group.
    [[nodiscard]] QString apiVersion() const;
    /// "deployments.apps", as the server names it in messages.
    [[nodiscard]] QString qualifiedName() const;
    friend bool operator==(const Resource &, const Resource &) = default;
};

/// One object of a server.
struct ObjectRef
{
    Resource resource;
    QString ns; ///< empty if the kind is not namespaced
    QString name;

    /// "deployments.apps kotaemon/chat-api", for messages.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;
};

/// What is known about a Kind whatever the server. The versions are those that our decoders and
/// editors understand, best first; which of them is used is discovery's to say (D4, D5).
struct KindFacts
{
    Kind kind = Kind::Pod;
    QLatin1String group;
    QLatin1String name;
    QLatin1String plural;
    std::span<const QLatin1String> versions;
};

[[nodiscard]] const KindFacts &factsOf(Kind kind);
[[nodiscard]] std::span<const KindFacts> allKindFacts();
/// The Resource in the first version that we understand: what a server without discovery is asked.
[[nodiscard]] Resource bestResource(Kind kind);
/// "hpa", "deploy", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa.autoscaling": the
/// names that kubectl users type. InvalidInput for others.
[[nodiscard]] Result<Kind> kindFromText(const QString &text);

/// "/apis/apps/v1/namespaces/NS/deployments/NAME/SUB"; ns empty = all namespaces, name empty = the
/// collection. Every part is percent-encoded.
[[nodiscard]] QString resourcePath(const Resource &resource, const QString &ns,
                                   const QString &name = {}, const QString &subresource = {});

} // namespace spillway::kube
