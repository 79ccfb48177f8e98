// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/kubekind.h"
#include "kube/kubereply.h"

#include <QHash>

namespace spillway::kube {

/// A resource as served, with what may be done to it.
struct ServedResource
{
    Resource resource;
    QStringList verbs;
    QStringList subresources; ///< "scale", "status"

    [[nodiscard]] bool hasScale() const { return subresources.contains(QLatin1String("scale")); }
    [[nodiscard]] bool can(QLatin1String verb) const { return verbs.contains(verb); }
    friend bool operator==(const ServedResource &, const ServedResource &) = default;
};

/// A group in the order of versions that the server prefers.
struct ServedGroup
{
    QString name;
    QStringList versions;
    friend bool operator==(const ServedGroup &, const ServedGroup &) = default;
};

/// What a server serves. A value.
struct Discovery
{
    QList<ServedGroup> groups;
    QList<ServedResource> resources;
    /// Groups ("external.metrics.k8s.io/v1beta1") whose resources could not be learnt, and why. The
    /// rest holds (D2).
    QMap<QString, QString> failed;
    bool aggregated = false;

    /// The resource of that kind in the best version that both understand. Unsupported, with the
    /// versions that are there, if there is none: never an older version that loses fields (D5).
    [[nodiscard]] Result<ServedResource> find(Kind kind) const;
    [[nodiscard]] bool has(Kind kind) const { return find(kind).ok(); }
    /// By group, version and Kind of a manifest.
    [[nodiscard]] Result<ServedResource> find(const QString &apiVersion, const QString &kind) const;
    /// What a person typed: plural, kind or group-qualified plural, in the preferred version.
    [[nodiscard]] Result<ServedResource> findText(const QString &text) const;

    friend bool operator==(const Discovery &, const Discovery &) = default;
};

/// GET /version.
struct ServerVersion
{
    QString text; ///< "v1.36.2"
    int major = 0;
    int minor = 0;
    QString platform;
    friend bool operator==(const ServerVersion &, const ServerVersion &) = default;
};

/// The media type of an aggregated answer: only then is the body one (D1).
[[nodiscard]] bool isAggregated(const HttpResponse &response);
/// Adds an APIGroupDiscoveryList to `to`.
[[nodiscard]] Result<void> readAggregated(const QByteArray &json, Discovery &to);
/// Group versions of /apis ("apps/v1") or /api ("v1"), preferred version first; groups are added
/// to `to`.
[[nodiscard]] Result<QStringList> readLegacyGroups(const QByteArray &json, Discovery &to);
/// Adds an APIResourceList of one group version.
[[nodiscard]] Result<void> readLegacyResources(const QByteArray &json, const QString &groupVersion,
                                               Discovery &to);
[[nodiscard]] Result<ServerVersion> decodeVersion(const QByteArray &json);

} // namespace spillway::kube

namespace spillway {

/// One discovery: aggregated for both roots, else the old way for all (D1), with all group versions
/// asked at once. Fails only if the server cannot be asked at all. GUI thread; finishes once.
class KubeDiscoveryReply final : public QObject
{
    Q_OBJECT
public:
    KubeDiscoveryReply(std::shared_ptr<KubeLink> link, QObject *parent);
    ~KubeDiscoveryReply() override;

    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] const Result<kube::Discovery> &result() const { return m_result; }
    [[nodiscard]] const kube::StatusDetail &detail() const { return m_detail; }

Q_SIGNALS:
    void finished();

private:
    void askRoots(bool aggregated);
    void rootAnswered(const QString &root, bool aggregated, KubeAnswer<HttpResponse> *answer);
    void rootsDone(bool aggregated);
    void readLegacyRoots();
    void askGroupVersions(const QStringList &groupVersions);
    void groupVersionAnswered(const QString &groupVersion, KubeAnswer<HttpResponse> *answer);
    void finish(Result<kube::Discovery> result);

    std::shared_ptr<KubeLink> m_link;
    QHash<QString, HttpResponse> m_roots;
    kube::Discovery m_found;
    std::optional<Error> m_rootError;
    kube::StatusDetail m_detail;
    int m_open = 0;
    bool m_finished = false;
    Result<kube::Discovery> m_result = Error{};
};

} // namespace spillway
