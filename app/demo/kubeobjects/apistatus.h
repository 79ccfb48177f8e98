// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace spillway::demo {

/// One cause of a refusal, as in Status.details.causes.
struct ApiCause
{
    QString reason; ///< FieldValueInvalid, FieldManagerConflict, ...
    QString message;
    QString field;
};

/// A refusal of the API server: metav1.Status with status Failure. A value.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
struct ApiStatus
{
    int code = 500;
    QString reason; ///< empty: the Status has none, as on the apply path
    QString message;
    QJsonObject details; ///< without causes; empty and not wanted: see hasDetails
    std::vector<ApiCause> causes;
    bool hasDetails = true; ///< some refusals have "details":{}, some none at all
    int retryAfterSeconds = 0;

    [[nodiscard]] QJsonObject toJson() const;
};

/// Which resource a refusal speaks of.
struct ApiResourceName
{
    QString group;
    QString plural; ///< resource, such as horizontalpodautoscalers
    QString kind;

    [[nodiscard]] QString qualified() const;     ///< horizontalpodautoscalers.autoscaling
    [[nodiscard]] QString qualifiedKind() const; ///< HorizontalPodAutoscaler.autoscaling
};

// The constructors of apimachinery's api/errors, with its texts.
[[nodiscard]] ApiStatus notFound(const ApiResourceName &resource, const QString &name);
[[nodiscard]] ApiStatus alreadyExists(const ApiResourceName &resource, const QString &name);
[[nodiscard]] ApiStatus modifiedConflict(const ApiResourceName &resource, const QString &name);
[[nodiscard]] ApiStatus conflict(const ApiResourceName &resource, const QString &name,
                                 const QString &why);
[[nodiscard]] ApiStatus invalid(const ApiResourceName &resource, const QString &name,
                                const std::vector<ApiCause> &causes);
[[nodiscard]] ApiStatus forbidden(const ApiResourceName &resource, const QString &name,
                                  const QString &why);
[[nodiscard]] ApiStatus badRequest(const QString &message);
[[nodiscard]] ApiStatus unsupportedMediaType(const QString &message);
/// What the apply path says to a body that it cannot digest: 500 without a reason.
[[nodiscard]] ApiStatus applyFailure(const QString &message);

/// {"kind":"Status","status":"Success",...} of a finished deletion.
[[nodiscard]] QJsonObject deletedStatus(const ApiResourceName &resource, const QString &name,
                                        const QString &uid);

} // namespace spillway::demo
