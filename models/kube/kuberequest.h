// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/accessreview.h"
#include "kube/kubekind.h"
#include "net/httprequest.h"

#include <QList>
#include <QPair>

/// \file The calls of the API as values. Pure; the server address, credentials and time limits are
/// added when they are sent.

namespace spillway::kube {

struct KubeRequest
{
    HttpRequest::Method method = HttpRequest::Method::Get;
    QString path; ///< percent-encoded, behind the server's prefix
    QList<QPair<QString, QString>> query;
    QByteArray accept = QByteArrayLiteral("application/json");
    QByteArray contentType; ///< of the body
    QByteArray body;
    /// Changes nothing on the server whatever its method: reads, reviews, dry runs.
    bool onlyReads = true;
    bool urgent = false; ///< never waits behind other requests
    bool isApply = false;
    QString what; ///< "Cannot read deployments.apps kotaemon/chat-api": head of the error sentence
    std::chrono::milliseconds timeout{30'000};
    qint64 maxBytes = 256LL * 1024 * 1024;
};

/// Which objects of a kind.
struct ListQuery
{
    Resource resource;
    QString ns; ///< empty = all namespaces
    QString labelSelector;
    QString fieldSelector;
    qint32 pageSize = 500; ///< 0 = everything in one answer
    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

/// An object as we want it. The bytes are sent as they are, in the preview and in the write.
struct ApplyRequest
{
    ObjectRef object;
    /// JSON of only the fields we have an opinion about; see withLock() for uid and
    /// resourceVersion. Fields that this manager applied before and that are missing are given up.
    QByteArray body;
    QString fieldManager = QStringLiteral("spillway");
    bool force = false; ///< take fields over from their owners; only if the user said so
};

/// An object that must not be there yet.
struct CreateRequest
{
    ObjectRef object;
    /// JSON of the whole object, without uid and resourceVersion. If others may create the same
    /// under the same manager, something in it must be this writer's alone (a random mark): after
    /// a lost answer nothing else tells the two apart.
    QByteArray body;
    QString fieldManager = QStringLiteral("spillway");
};

struct DeleteRequest
{
    ObjectRef object;
    QString uid;             ///< of the object that was shown; empty = no precondition
    QString resourceVersion; ///< empty = no precondition
    QString propagation; ///< "Background", "Foreground", "Orphan", or empty: the server's default
};

/// Through the scale subresource.
struct ScaleRequest
{
    ObjectRef object;
    qint32 replicas = 0;
    std::optional<qint32> expectedReplicas; ///< refused if the number is another by then
    QString expectedResourceVersion;        ///< of the workload, or empty
};

/// A note in the cluster about what was done to an object; informative only (P6).
struct EventNote
{
    ObjectReference regarding;
    QString ns;     ///< empty = that of regarding, else "default"
    QString reason; ///< one word in CamelCase
    QString action;
    QString note; ///< cut at 1024 characters
    bool warning = false;
    EpochMs time = 0;
};

[[nodiscard]] KubeRequest getRequest(const ObjectRef &object);
/// continueToken empty = the first page.
[[nodiscard]] KubeRequest listRequest(const ListQuery &query, const QByteArray &continueToken = {});
[[nodiscard]] KubeRequest applyRequest(const ApplyRequest &apply, bool dryRun);
[[nodiscard]] KubeRequest createRequest(const CreateRequest &create);
/// What the server would make of the same bytes although their name is taken: a dry run under a
/// generated name. InvalidInput if the body is not a JSON object.
[[nodiscard]] Result<KubeRequest> trialRequest(const CreateRequest &create);
[[nodiscard]] KubeRequest deleteRequest(const DeleteRequest &request, bool dryRun = false);
[[nodiscard]] KubeRequest scaleGetRequest(const ObjectRef &object);
/// PUT with the resourceVersion that was read, so that nothing in between is overwritten.
[[nodiscard]] KubeRequest scalePutRequest(const ScaleRequest &scale, const QString &resourceVersion,
                                          bool dryRun = false);
[[nodiscard]] KubeRequest accessReviewRequest(const AccessQuestion &question);
[[nodiscard]] KubeRequest rulesReviewRequest(const QString &ns);
[[nodiscard]] KubeRequest selfReviewRequest();
[[nodiscard]] KubeRequest versionRequest();
/// "/api" or "/apis", in the aggregated form if the server has it.
[[nodiscard]] KubeRequest discoveryRequest(const QString &path, bool aggregated);
/// Any other GET: "/openapi/v3", "/readyz".
[[nodiscard]] KubeRequest rawRequest(const QString &path,
                                     const QList<QPair<QString, QString>> &query = {});
[[nodiscard]] KubeRequest eventRequest(const EventNote &note);

/// From resourceVersion on, or (initialEvents) from the present state as a stream.
struct WatchQuery
{
    ListQuery list;
    QString resourceVersion;
    bool initialEvents = false;
    std::chrono::seconds timeout{300};
};
[[nodiscard]] KubeRequest watchRequest(const WatchQuery &query);

/// The body with metadata.uid and metadata.resourceVersion set: refused if the object has changed
/// since, or is another one of that name; never created anew (wire fact 40). Empty values are not
/// set. InvalidInput if the body is not a JSON object.
[[nodiscard]] Result<QByteArray> withLock(const QByteArray &body, const QString &uid,
                                          const QString &resourceVersion);

/// What is promised between preview and write: SHA-256 of what is sent, in hexadecimal. Method,
/// path, manager, force and every byte of the body count; the dry-run switch does not.
[[nodiscard]] QByteArray requestHash(const ApplyRequest &apply);
[[nodiscard]] QByteArray requestHash(const CreateRequest &create);

/// Base URL of a service behind the API server's proxy, for clients such as PrometheusClient that
/// are given KubeAccess' settings. scheme and port may be empty; port is a number or a name.
struct ServiceProxy
{
    QString ns;
    QString service;
    QString port;
    QString scheme; ///< "http", "https" or empty
    QString path;   ///< below the service, without a slash in front
};
[[nodiscard]] QUrl serviceProxyUrl(const QUrl &server, const ServiceProxy &proxy);

} // namespace spillway::kube
