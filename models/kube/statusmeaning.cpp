// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/statusmeaning.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

bool hasCause(const StatusDetail &detail, QLatin1String reason)
{
    return std::any_of(detail.causes.cbegin(), detail.causes.cend(),
                       [reason](const StatusCause &cause) { return cause.reason == reason; });
}

bool says(const StatusDetail &detail, QLatin1String words)
{
    return detail.message.contains(words);
}

Refusal notFound(const StatusDetail &detail)
{
    if (detail.name.isEmpty()) {
        return Refusal::KindMissing; // text, or "could not find the requested resource"
    }
    return detail.kind == "namespaces"_L1 ? Refusal::NamespaceMissing : Refusal::ObjectMissing;
}

Refusal conflict(const StatusDetail &detail)
{
    if (detail.reason == "AlreadyExists"_L1) {
        return Refusal::AlreadyExists;
    }
    if (!detail.conflicts.isEmpty()) {
        return Refusal::OwnedByOthers;
    }
    return says(detail, "in the precondition"_L1) ? Refusal::PreconditionFailed : Refusal::Stale;
}

Refusal forbidden(const StatusDetail &detail)
{
    if (hasCause(detail, "NamespaceTerminating"_L1)) {
        return Refusal::NamespaceTerminating;
    }
    if (says(detail, "exceeded quota"_L1)) {
        return Refusal::QuotaExceeded;
    }
    if (says(detail, "admission webhook"_L1) || says(detail, "denied the request"_L1)) {
        return Refusal::AdmissionDenied;
    }
    return Refusal::Forbidden;
}

Refusal badContent(const StatusDetail &detail)
{
    if (says(detail, "denied request:"_L1) || says(detail, "denied the request"_L1)) {
        return Refusal::AdmissionDenied; // a policy answers 422 as well
    }
    if (says(detail, "does not support dry run"_L1)) {
        return Refusal::CannotPreview;
    }
    const bool replaced =
        std::any_of(detail.causes.cbegin(), detail.causes.cend(), [](const StatusCause &cause) {
            return cause.field == "metadata.uid"_L1 && cause.message.contains("immutable"_L1);
        });
    return replaced ? Refusal::Stale : Refusal::Invalid; // another object of that name, or none
}

Refusal internal(const StatusDetail &detail, bool isApply)
{
    if (says(detail, "failed calling webhook"_L1)) {
        return Refusal::WebhookUnreachable;
    }
    if (says(detail, "request is too large"_L1)) {
        return Refusal::ObjectTooLarge;
    }
    const bool ofContent = detail.message.startsWith("failed to create typed patch object"_L1) ||
                           detail.message.startsWith("failed to convert new object"_L1) ||
                           detail.message.startsWith("failed to create typed live object"_L1);
    return isApply && ofContent ? Refusal::NotDigestible : Refusal::Other;
}

Refusal throttled(const StatusDetail &detail)
{
    if (hasCause(detail, "DisruptionBudget"_L1)) {
        return Refusal::Disruption;
    }
    return says(detail, "storage is (re)initializing"_L1) ? Refusal::Starting : Refusal::Throttled;
}

struct Row
{
    Refusal refusal;
    ErrorCode code;
    bool retryable;
    const char *why;
    const char *advice;
};

constexpr std::array rows{
    Row{Refusal::ObjectMissing, ErrorCode::NotFound, false, "",
        QT_TRANSLATE_NOOP("Kube", "It may have been deleted meanwhile; refresh.")},
    Row{Refusal::NamespaceMissing, ErrorCode::NotFound, false, "",
        QT_TRANSLATE_NOOP("Kube", "Check the namespace, or create it first.")},
    Row{Refusal::KindMissing, ErrorCode::Unsupported, false,
        QT_TRANSLATE_NOOP("Kube", "the cluster does not serve this kind in this version"),
        QT_TRANSLATE_NOOP("Kube", "Check that its custom resource definition is installed.")},
    Row{Refusal::AlreadyExists, ErrorCode::Conflict, false, "", ""},
    Row{Refusal::Stale, ErrorCode::Conflict, false,
        QT_TRANSLATE_NOOP("Kube", "the object was changed or replaced since it was read"),
        QT_TRANSLATE_NOOP("Kube", "Look at the present state and decide again.")},
    Row{Refusal::OwnedByOthers, ErrorCode::Conflict, false,
        QT_TRANSLATE_NOOP("Kube", "others own fields of this change"),
        QT_TRANSLATE_NOOP("Kube",
                          "Take the fields over, leave them out, or set the values they have.")},
    Row{Refusal::PreconditionFailed, ErrorCode::Conflict, false,
        QT_TRANSLATE_NOOP("Kube", "it is no longer the object that was shown"),
        QT_TRANSLATE_NOOP("Kube", "Refresh and look again before you delete it.")},
    Row{Refusal::Forbidden, ErrorCode::Forbidden, false, "",
        QT_TRANSLATE_NOOP("Kube", "Ask for the right; the role that would allow it is attached.")},
    Row{Refusal::QuotaExceeded, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("Kube", "the quota of the namespace is used up"),
        QT_TRANSLATE_NOOP("Kube", "Ask for more quota, or remove what is not needed.")},
    Row{Refusal::NamespaceTerminating, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("Kube", "the namespace is being deleted"), ""},
    Row{Refusal::AdmissionDenied, ErrorCode::Forbidden, false,
        QT_TRANSLATE_NOOP("Kube", "a policy of the cluster forbids it"), ""},
    Row{Refusal::Invalid, ErrorCode::BadRequest, false, "",
        QT_TRANSLATE_NOOP("Kube", "Correct the fields named.")},
    Row{Refusal::NotDigestible, ErrorCode::BadRequest, false,
        QT_TRANSLATE_NOOP("Kube", "the content does not fit the schema of the kind"),
        QT_TRANSLATE_NOOP("Kube", "Correct the fields named; there may be more of them.")},
    Row{Refusal::ObjectTooLarge, ErrorCode::TooLarge, false,
        QT_TRANSLATE_NOOP("Kube", "the object is too large for the cluster's store"),
        QT_TRANSLATE_NOOP("Kube", "Split it.")},
    Row{Refusal::CannotPreview, ErrorCode::Unsupported, false,
        QT_TRANSLATE_NOOP("Kube", "a webhook of the cluster has side effects and takes no dry run"),
        QT_TRANSLATE_NOOP("Kube", "It cannot be previewed; that does not make it wrong.")},
    Row{Refusal::WebhookUnreachable, ErrorCode::ServerUnavailable, true,
        QT_TRANSLATE_NOOP("Kube", "a webhook of the cluster does not answer; nothing was stored"),
        QT_TRANSLATE_NOOP("Kube", "Check the pods of that webhook, then try again.")},
    Row{Refusal::Throttled, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("Kube", "the server limits how often it is asked"),
        QT_TRANSLATE_NOOP("Kube", "Try again in a moment.")},
    Row{Refusal::Starting, ErrorCode::ServerUnavailable, true,
        QT_TRANSLATE_NOOP("Kube", "the server is starting"),
        QT_TRANSLATE_NOOP("Kube", "Try again in a moment.")},
    Row{Refusal::VersionTooLarge, ErrorCode::Timeout, true,
        QT_TRANSLATE_NOOP("Kube", "this server has not caught up with the others yet"),
        QT_TRANSLATE_NOOP("Kube", "Try again in a moment.")},
    Row{Refusal::Expired, ErrorCode::BadRequest, false,
        QT_TRANSLATE_NOOP("Kube", "the picture it should go on from is too old"),
        QT_TRANSLATE_NOOP("Kube", "Refresh.")},
    Row{Refusal::Disruption, ErrorCode::RateLimited, true,
        QT_TRANSLATE_NOOP("Kube", "a disruption budget forbids it for now"), ""},
    Row{Refusal::BackendUnavailable, ErrorCode::ServerUnavailable, true,
        QT_TRANSLATE_NOOP("Kube", "what should answer behind the API server does not"),
        QT_TRANSLATE_NOOP("Kube", "Check that the service and its pods run.")},
    Row{Refusal::NotKubernetes, ErrorCode::WrongContent, false,
        QT_TRANSLATE_NOOP("Kube", "this is no answer of a Kubernetes API server"),
        QT_TRANSLATE_NOOP("Kube",
                          "A proxy or a login page answers: check the address and the proxy.")},
};

/// For refusals that say no more than their status.
RefusalMeaning byStatus(int status)
{
    switch (status) {
    case 401:
        return {ErrorCode::Unauthorized, false,
                Text::tr("the server does not know these credentials"),
                Text::tr("Sign in again, or check the user of the context.")};
    case 405:
    case 406:
    case 415:
        return {ErrorCode::Unsupported, false, {}, {}};
    case 413:
        return {ErrorCode::TooLarge, false, {}, Text::tr("Split it.")};
    case 502:
    case 503:
        return {ErrorCode::ServerUnavailable, true, {}, Text::tr("Try again in a moment.")};
    case 504:
        return {ErrorCode::Timeout, true, {}, Text::tr("Try again in a moment.")};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorCode::ServerError, false, Text::tr("the server failed"),
                Text::tr("Ask those who run the cluster; the server's log says more.")};
    }
    return {ErrorCode::BadRequest, false, {}, {}};
}

} // namespace

Refusal refusalOf(const StatusDetail &detail, int status, bool isApply)
{
    if (hasCause(detail, "ResourceVersionTooLarge"_L1) ||
        says(detail, "Too large resource version"_L1)) {
        return Refusal::VersionTooLarge;
    }
    switch (status) {
    case 400:
    case 422:
        return badContent(detail);
    case 403:
        return forbidden(detail);
    case 404:
        return notFound(detail);
    case 409:
        return conflict(detail);
    case 410:
        return Refusal::Expired;
    case 413:
        return Refusal::ObjectTooLarge;
    case 429:
        return throttled(detail);
    case 500:
        return internal(detail, isApply);
    case 503:
        return says(detail, "known HTTP paths"_L1) || says(detail, "apiserver not ready"_L1)
                   ? Refusal::Starting
                   : Refusal::BackendUnavailable;
    default:
        return Refusal::Other;
    }
}

RefusalMeaning meaningOf(Refusal refusal, int status)
{
    const auto *const row = std::find_if(
        rows.begin(), rows.end(), [refusal](const Row &one) { return one.refusal == refusal; });
    if (row == rows.end()) {
        return byStatus(status);
    }
    const auto translated = [](const char *text) {
        return *text == '\0' ? QString{} : Text::tr(text);
    };
    RefusalMeaning meaning{row->code, row->retryable, translated(row->why),
                           translated(row->advice)};
    if (refusal == Refusal::NotKubernetes && (status == 407 || status == 401)) {
        meaning.code = status == 407 ? ErrorCode::Proxy : ErrorCode::Unauthorized;
    }
    return meaning;
}

} // namespace spillway::kube
