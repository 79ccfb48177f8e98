// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "kube/kuberequest.h"
#include "policy/policyfindings.h"
#include "rollout/fieldchange.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

/// \file What a push will do, as values. A plan is made by Planner, shown to people, and carried
/// out by Push as it is: the bytes previewed are the bytes sent.

namespace spillway {

class KubeAccess;

/// One request of a push, in the order in which they are sent.
struct PlanStep
{
    enum class Action : std::uint8_t {
        Create,
        Update,
        Delete,
        Attach, ///< the live bounds applied in the schedule's name, so that it owns them
        Detach, ///< the schedule lets go of the bounds
    };
    Action action = Action::Update;
    kube::ObjectRef object;
    QString component; ///< empty: the policy as a whole
    QString manager;   ///< field manager that applies
    /// What is applied, with the uid (and, where the plan depends on it, the resourceVersion) that
    /// was seen; empty for Delete.
    QByteArray body;
    bool force = false; ///< takes fields over from their owners; only if the user said so
    QByteArray hash;    ///< stepHash(): of the bytes of an apply, of uid and path of a delete
    /// Of the object that was seen; empty: there was none.
    QString uid;
    QString resourceVersion;
    std::vector<FieldChange> changes;
    /// What this manager's entry owned before, as an apply body, with the values that a push takes
    /// over from others added: applying it undoes the step. Empty: undone by deleting the object.
    QJsonObject before;
    QStringList warnings; ///< of the server, to the dry run
    /// The dry run was refused; then the plan is blocked.
    std::optional<Error> refused;
    QMap<QString, QString> sources; ///< Manifest::sources
};

/// Something about a plan that a person should know before it is pushed.
struct PlanFinding
{
    using Severity = PolicyFinding::Severity;
    QString id;                            ///< stable, for JSON and for silencing
    Severity severity = Severity::Warning; ///< an Error blocks the push
    QString object;            ///< ObjectRef::toString(); empty: not about a single object
    QString component;         ///< empty: the policy as a whole
    QString text;              ///< translated sentence
    QString advice;            ///< translated; may be empty
    DocumentPosition position; ///< in the policy; line 0: none
    friend bool operator==(const PlanFinding &, const PlanFinding &) = default;
};

/// Where a plan was made.
struct PlanTarget
{
    QString context;
    QString server; ///< address
    QString user;   ///< as the cluster sees us
    QString nameSpace;
};
/// Not certainly two clusters: contexts and addresses are equal where both are known.
[[nodiscard]] bool isSameCluster(const PlanTarget &a, const PlanTarget &b);
/// The cluster behind it, without a user; passwords in addresses are left out.
[[nodiscard]] PlanTarget targetAt(const KubeAccess &access, const QString &nameSpace);

struct Plan
{
    PlanTarget target;
    QString policy; ///< metadata.name
    QByteArray policyText;
    EpochMs madeAt = 0;
    /// Of the revision that the cluster has; 0: none. The push makes the next one.
    int liveRevision = 0;
    std::vector<PlanStep> steps;
    std::vector<kube::ObjectRef> unchanged;
    std::vector<PlanFinding> findings; ///< the gravest first
    QByteArray hash;                   ///< planHash(), in hexadecimal

    [[nodiscard]] bool isEmpty() const { return steps.empty(); }
    /// A step is refused, or a finding is an Error.
    [[nodiscard]] bool isBlocked() const;
};

/// The request of a step that applies, and of one that deletes.
[[nodiscard]] kube::ApplyRequest applyOf(const PlanStep &step);
[[nodiscard]] kube::DeleteRequest deleteOf(const PlanStep &step);
/// What PlanStep::hash has to be.
[[nodiscard]] QByteArray stepHash(const PlanStep &step);

/// SHA-256 over the revision and every step in order, in hexadecimal: equal hashes mean equal
/// requests.
[[nodiscard]] QByteArray planHash(const Plan &plan);

/// "create", "update", "delete", "attach", "detach": for JSON and journals.
[[nodiscard]] QLatin1String planActionName(PlanStep::Action action);
[[nodiscard]] std::optional<PlanStep::Action> planActionFromName(const QString &name);

} // namespace spillway
