// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/kubekind.h"
#include "kube/objectmeta.h"
#include "kube/plainkinds.h"

/// \file Questions about identity and rights, as request bodies and answers. All are hints: the
/// server decides when the request comes (P2).

namespace spillway::kube {

/// "May I VERB this?" Ask with the name: rules with resourceNames allow nothing else (P1).
struct AccessQuestion
{
    QString verb; ///< "patch"
    QString group;
    QString resource; ///< plural
    QString subresource;
    QString ns; ///< empty = all namespaces
    QString name;
    friend bool operator==(const AccessQuestion &, const AccessQuestion &) = default;

    /// "patch deployments.apps/scale chat-api in kotaemon"
    [[nodiscard]] QString toString() const;
};

struct AccessVerdict
{
    bool allowed = false;
    bool denied = false; ///< said no for good, not only that nobody said yes
    QString reason;
    friend bool operator==(const AccessVerdict &, const AccessVerdict &) = default;
};

/// Who the server takes us for.
struct Identity
{
    QString user;
    QString uid;
    QStringList groups;
    QMap<QString, QStringList> extra;
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// Rights in one namespace, to show and hide only; may be incomplete.
struct RulesReview
{
    QList<PolicyRule> rules;
    bool incomplete = false;
    QString problem; ///< evaluationError
    friend bool operator==(const RulesReview &, const RulesReview &) = default;
};

[[nodiscard]] QByteArray accessReviewBody(const AccessQuestion &question);
[[nodiscard]] QByteArray rulesReviewBody(const QString &ns);
[[nodiscard]] QByteArray selfReviewBody();
[[nodiscard]] Result<AccessVerdict> decodeAccessReview(const QByteArray &json);
[[nodiscard]] Result<RulesReview> decodeRulesReview(const QByteArray &json);
[[nodiscard]] Result<Identity> decodeSelfReview(const QByteArray &json);

/// What must be allowed before a policy push starts (P5): the reads of the kinds that exist, patch
/// and create of what is applied, get and update of the target's scale, create of events.
[[nodiscard]] QList<AccessQuestion> pushQuestions(const QList<ObjectRef> &objects);

} // namespace spillway::kube
