// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httpresponse.h"

#include <QStringList>

namespace spillway::kube {

/// One reason of a refusal, of a field if field is not empty ("spec.maxReplicas").
struct StatusCause
{
    QString reason; ///< "FieldValueInvalid", "FieldManagerConflict"
    QString message;
    QString field;
    friend bool operator==(const StatusCause &, const StatusCause &) = default;
};

/// A field that another manager owns with another value.
struct FieldConflict
{
    QString field; ///< path as in managedfields.h
    QString manager;
    QString subresource; ///< "scale" if it owns it through that
    QString apiVersion;  ///< set if, and only if, the other one is an Update manager
    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// What a refusal means, beyond its HTTP status.
enum class Refusal {
    Other,
    // 404
    ObjectMissing,
    NamespaceMissing,
    KindMissing, ///< group, version or resource is not served: discovery is out of date
    // 409
    AlreadyExists,
    Stale,              ///< changed since it was read, or another object of that name
    OwnedByOthers,      ///< server-side apply: conflicts with other managers
    PreconditionFailed, ///< uid or resourceVersion of a delete
    // Refused by rules
    Forbidden,            ///< RBAC
    QuotaExceeded,        ///< ResourceQuota
    NamespaceTerminating, ///< nothing new may be made in it
    AdmissionDenied,      ///< a webhook or policy said no
    Invalid,              ///< the content; see causes
    NotDigestible,        ///< the apply path's 500 without a reason: the content, not the server
    ObjectTooLarge,
    CannotPreview, ///< a webhook with side effects refuses dry runs
    // Not now
    WebhookUnreachable, ///< nothing was stored
    Throttled,
    Starting,           ///< storage or the server initialises
    VersionTooLarge,    ///< a resourceVersion this server has not seen yet
    Expired,            ///< 410: the list or watch must begin anew
    Disruption,         ///< a disruption budget forbids it for now
    BackendUnavailable, ///< an aggregated API, or the service behind the proxy
    // Somebody else answered
    NotKubernetes, ///< HTML or text of a proxy
};

/// What an answer says beyond an Error.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
struct StatusDetail
{
    Refusal refusal = Refusal::Other;
    QString reason;  ///< "Forbidden"; empty if the server gave none
    QString message; ///< in full, as plain text
    QString kind;    ///< the Kind in 422, the plural in 403 and 404
    QString group;
    QString name;
    QString uid;
    QList<StatusCause> causes;      ///< without doubles and without "<nil>" fields
    QList<FieldConflict> conflicts; ///< with OwnedByOthers
    QByteArray continueToken;       ///< 410 of a list: goes on at the present state
    QString flowSchemaUid;          ///< which queue of the server it was in
    QString neededRole;             ///< 403: YAML of a Role or ClusterRole that would allow it
    /// Nothing was changed, and the same request may succeed later.
    bool retryable = false;
    friend bool operator==(const StatusDetail &, const StatusDetail &) = default;
};

/// A refusal: the sentence for people and the detail for code.
struct StatusError
{
    Error error;
    StatusDetail detail;
};

/// What was asked, for the sentence and for what the status line does not tell.
struct AskedFor
{
    QString what; ///< "Cannot apply horizontalpodautoscalers.autoscaling shop/chat-api"
    bool isApply = false;
    QString actingAs; ///< user we impersonate, or empty
};

/// The meaning of an answer of 400 and above, whatever its shape: Status as JSON, text of the
/// server, text or HTML of somebody on the way (wire facts 5, 21-32). Pure.
[[nodiscard]] StatusError statusError(const HttpResponse &response, const AskedFor &asked);

/// The meaning of a Status object alone (watch events of type ERROR).
[[nodiscard]] StatusError statusError(const QByteArray &statusJson, const AskedFor &asked);

/// The texts of Warning headers of code 299, without doubles (RFC 7234 section 5.5).
[[nodiscard]] QStringList warningTexts(const HttpHeaders &headers);

/// The manager, subresource and version of a FieldManagerConflict message.
[[nodiscard]] FieldConflict parseConflict(const StatusCause &cause);

} // namespace spillway::kube

Q_DECLARE_METATYPE(spillway::kube::StatusDetail)
