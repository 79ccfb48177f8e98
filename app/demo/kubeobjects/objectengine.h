// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"
#include "kubeobjects/resourcetype.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace spillway::demo {

/// A write as it came over the wire, after routing and authorization.
struct WriteRequest
{
    enum class Method { Post, Put, Patch };

    Method method = Method::Patch;
    QString version;     ///< of the URL
    QString subresource; ///< empty, "status" or "scale"
    QString nameSpace;   ///< of the URL; empty for cluster-wide kinds
    QString name;        ///< of the URL; empty on POST
    QUrlQuery query;     ///< decoded by QUrlQuery; options are checked here
    QString contentType; ///< header as it is
    QString userAgent;   ///< names the field manager if the query does not
    QByteArray body;
};

/// What admission looks at. The objects are in the stored form.
struct AdmissionView
{
    enum class Operation { Create, Update, Delete };

    Operation operation = Operation::Create;
    QString version; ///< of the request
    QString subresource;
    QString nameSpace;
    QString name;
    QJsonObject object;
    QJsonObject oldObject; ///< empty on Create
    bool dryRun = false;
    QStringList *warnings = nullptr; ///< may be added to
};
using AdmissionCheck = std::function<std::optional<ApiStatus>(const AdmissionView &)>;

/// What a write needs to know about the world outside the object.
struct WriteContext
{
    QDateTime now; ///< UTC
    std::function<QString()> newUid;
    std::function<QString()> suffix; ///< five characters for generateName
    AdmissionCheck admit;            ///< before validation (namespace, privilege escalation)
    AdmissionCheck authorize;        ///< on objects made by a patch: after validation ("create")
    AdmissionCheck validate;         ///< after validation (quota, policies, webhooks)
};

/// What became of a write. Exactly one of refusal and stored is set.
struct WriteOutcome
{
    std::optional<ApiStatus> refusal;
    QStringList warnings; ///< texts of "Warning: 299 - ..." headers, in order

    /// The object in stored form. If `changed`, the store gives it a new resourceVersion (unless
    /// dryRun) and tells its watchers. A dry-run never stores; its resourceVersion is the old one.
    std::optional<QJsonObject> stored;
    bool created = false; ///< 201
    bool changed = false;
    bool removed = false; ///< the last finalizer went: take it out of the store, answer the object
    bool dryRun = false;
};

/// POST, PUT and PATCH of one object: decoding, strictness, merging, ownership, defaults,
/// validation, generation. Pure; `stored` is nullopt if the object does not exist. After
/// `changed` the caller stores with compare-and-swap on resourceVersion or under its own lock.
[[nodiscard]] WriteOutcome writeObject(const ResourceType &type, const WriteRequest &request,
                                       const std::optional<QJsonObject> &stored,
                                       const WriteContext &context);

/// DELETE of one object. `body` may be empty.
struct DeleteRequest
{
    QString version;
    QString nameSpace;
    QString name;
    QUrlQuery query;
    QString contentType;
    QByteArray body;
};

struct DeleteOutcome
{
    std::optional<ApiStatus> refusal;
    QStringList warnings;
    std::optional<QJsonObject> stored; ///< the object as it was, or as it stays (marked)
    bool changed = false;              ///< marked: store it
    bool removed = false;              ///< take it out of the store
    bool dryRun = false;
    bool answersObject = false; ///< 200 with the object, else with deletedStatus()
};
[[nodiscard]] DeleteOutcome deleteObject(const ResourceType &type, const DeleteRequest &request,
                                         const std::optional<QJsonObject> &stored,
                                         const WriteContext &context);

/// A stored object as a version of the type shows it, with kind and apiVersion.
[[nodiscard]] QJsonObject presentObject(const ResourceType &type, const QJsonObject &stored,
                                        const QString &version);
/// autoscaling/v1 Scale of a stored object.
[[nodiscard]] QJsonObject presentScale(const ResourceType &type, const QJsonObject &stored);

/// What field selectors may ask of this kind, besides metadata.name and metadata.namespace.
[[nodiscard]] QStringList fieldLabels(const ResourceType &type);
/// The value of a field label (also metadata.name and metadata.namespace) of a stored object.
[[nodiscard]] QString fieldValue(const ResourceType &type, const QJsonObject &stored,
                                 const QString &label);

} // namespace spillway::demo
