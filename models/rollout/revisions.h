// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kuberequest.h"
#include "kube/plainkinds.h"
#include "rollout/pushrecord.h"
#include "rollout/textdiff.h"

/// \file The revisions of a policy: one immutable ConfigMap a push, made before its first step. The
/// number is what serialises consoles: only one can make the next. Pure; the list is asked for with
/// KubeClient::list<kube::ConfigMap>(revisionQuery(...)).

namespace spillway {

/// Names of what a revision has beyond revisionManifest().
inline constexpr QLatin1String pushIdAnnotation{"spillway.dev/push"};
inline constexpr QLatin1String outcomeAnnotation{"spillway.dev/outcome"};

/// How many are kept.
inline constexpr int keptRevisions = 20;

struct Revision
{
    QString policy;
    QString nameSpace;
    int number = 0;
    QString uid;
    QByteArray policyText; ///< empty: it undid the first push
    QString author;
    QString reason;
    EpochMs time = 0;
    QString pushId;
    /// None: the push is under way, or was killed and not resumed.
    PushRecord::End outcome = PushRecord::End::None;
    std::vector<PlanStep> steps;

    /// "Revision 5, pushed by oncall at 2026-11-01 09:00 UTC: sale" for messages; translated.
    [[nodiscard]] QString toString() const;
    /// For an undo without the journal: every step may have been sent.
    [[nodiscard]] PushRecord record() const;
};

/// Of one policy, or of all of the namespace if it is empty.
[[nodiscard]] kube::ListQuery revisionQuery(const QString &nameSpace, const QString &policy);
[[nodiscard]] kube::ObjectRef revisionRef(const QString &nameSpace, const QString &policy,
                                          int number);

/// WrongContent if it is not one of ours.
[[nodiscard]] Result<Revision> readRevision(const kube::ConfigMap &map);
/// The newest first, by policy; what cannot be read is left out.
[[nodiscard]] std::vector<Revision> readRevisions(const std::vector<kube::ConfigMap> &maps);
/// The maps beyond keptRevisions of one policy, whether they can be read or not.
[[nodiscard]] std::vector<kube::DeleteRequest>
revisionsToPrune(const std::vector<kube::ConfigMap> &maps);

/// The revision that a push claims; TooLarge if it does not fit.
[[nodiscard]] Result<QByteArray> revisionBody(const PushRecord &push, EpochMs now);
/// Applied when the push has ended; the rest of the revision is immutable.
[[nodiscard]] kube::ApplyRequest outcomeRequest(const kube::ObjectRef &revision, const QString &uid,
                                                PushRecord::End end);

/// What the pushes after `from` up to `to` changed in all, by object. `from` may be above `to`:
/// then it is the way back.
struct RevisionDiff
{
    QByteArray text; ///< of the policy: unifiedDiff()
    struct Object
    {
        kube::ObjectRef object;
        std::vector<FieldChange> changes; ///< their owners are those of the last change
    };
    std::vector<Object> objects;
    std::vector<int> missing;    ///< in between and no longer kept: their values are not here
    std::vector<int> unfinished; ///< in between and not complete: perhaps not all of theirs is so
};
/// NotFound if one of the two is not among the revisions.
[[nodiscard]] Result<RevisionDiff> diffRevisions(const std::vector<Revision> &revisions, int from,
                                                 int to);
/// What all pushes after `from` (0: before the first) changed; none if there is none. Revisions of
/// one policy. The text is empty if that of `from` is no longer kept.
[[nodiscard]] std::optional<RevisionDiff> pushedSince(const std::vector<Revision> &revisions,
                                                      int from);

} // namespace spillway
