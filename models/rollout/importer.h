// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "policy/policy.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace spillway {

/// Something about an import that a person should read: what the policy does not say although the
/// cluster does, what it says differently, and what was guessed. Ids:
/// - revision: the text is that of a push, word for word
/// - omitted: a field, or an object, for which the policy has no place
/// - changed: the policy says it differently, because it can only say it so
/// - assumed: the cluster does not say; this was taken
/// - secret: a value that may hold a password stays where it is
/// - pushed-beside: Spillway would write an object of another name; two of the kind must not be
/// - schedule-lost: the windows and events behind a timeline cannot be read back from it
/// - cron-to-window, cron-kept: a KEDA cron trigger that became a window, or could not
/// - other-schedule: a CronJob of somebody else that may change replicas
/// - not-ours: an object that was looked at and not taken
/// - not-read: the cluster did not let us read a kind
struct ImportNote
{
    QString id;
    QString object; ///< "HorizontalPodAutoscaler web"; empty: the namespace as a whole
    QString path;   ///< field of the object, such as "spec.triggers[2]"; may be empty
    QString text;   ///< translated sentence
    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

/// What is known about a namespace. Objects are as the API gives them, each with apiVersion and
/// kind, in any order: HorizontalPodAutoscalers (autoscaling/v2), ScaledObjects, CronJobs,
/// ConfigMaps, DestinationRules, PrometheusRules, and Deployments and StatefulSets for their
/// labels. Other kinds are not looked at.
struct ImportInput
{
    QString nameSpace;
    QString name; ///< of the policy; empty: that of the only policy that is there, else the
                  ///< namespace's
    std::vector<QJsonObject> objects;
    EpochMs now = 0; ///< cron triggers are compared with windows from here on
};

struct ImportedPolicy
{
    Policy policy;
    QByteArray text;  ///< the file; reads without problems as `policy`
    int revision = 0; ///< that the text is of; 0: it was put together from objects
    std::vector<ImportNote> notes;
};

/// The policy that would write what is there. Objects that a policy of that name wrote come back as
/// it said them: word for word if there is a revision. Of other objects everything is taken that
/// the format can say, and there is a note for the rest. Pure; any thread.
/// Errors: InvalidInput (the name; several policies are there and none was named), NotFound
/// (nothing that a policy could be about).
[[nodiscard]] Result<ImportedPolicy> importPolicy(const ImportInput &input);

} // namespace spillway
