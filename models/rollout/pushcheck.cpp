// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/pushcheck.h"

#include "kube/kubewrites.h"
#include "kube/objectmeta.h"
#include "policy/manifest.h"
#include "policy/policyparser.h"
#include "rollout/ownentry.h"
#include "rollout/plansettle.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

Error refuse(ErrorCode code, const QString &why, const QString &advice = {})
{
    return {
        .code = code, .what = Text::tr("The plan was not pushed"), .why = why, .advice = advice};
}

QString planAgain()
{
    return Text::tr("Plan again. Nothing was written.");
}

Error changedSince(const PlanStep &step, const QString &why)
{
    Error error = refuse(ErrorCode::Conflict, why, planAgain());
    error.where = step.object.toString();
    return error;
}

/// The version that the bytes are locked to; empty: any.
QString lockOf(const PlanStep &step)
{
    return metaText(QJsonDocument::fromJson(step.body).object(), "resourceVersion"_L1);
}

/// A forced apply overwrites what others own: only what the plan has shown and can put back.
bool takesWhatWasSeen(const PlanStep &step, const QJsonObject &live)
{
    const QJsonObject body = QJsonDocument::fromJson(step.body).object();
    const std::vector<ForeignField> kept = sharedFields(live, step.manager, step.before);
    const std::vector<ForeignField> taken = foreignFields(live, step.manager, body);
    return std::all_of(taken.begin(), taken.end(), [&kept](const ForeignField &field) {
        return std::any_of(kept.begin(), kept.end(),
                           [&field](const ForeignField &each) { return each.path == field.path; });
    });
}

} // namespace

Result<void> checkPlan(const Plan &plan, const PushInput &input, const WriteTicket &ticket,
                       const QString &contextName)
{
    if (const Result<void> allowed = ticket.check(contextName); !allowed) {
        return allowed;
    }
    if (plan.isBlocked()) {
        return refuse(ErrorCode::InvalidInput, Text::tr("it has errors"),
                      Text::tr("Correct the policy, or what stands in its way, and plan again."));
    }
    if (plan.target.context != contextName) {
        return refuse(ErrorCode::InvalidInput,
                      Text::tr("it was made for the context %1, not for %2")
                          .arg(plan.target.context, contextName));
    }
    if (ticket.isProtected() && input.reason.trimmed().isEmpty()) {
        return refuse(ErrorCode::InvalidInput,
                      Text::tr("the context is protected, and no reason is given"),
                      Text::tr("Say why; it is kept with the revision."));
    }
    const bool isWhole =
        plan.hash == planHash(plan) &&
        std::all_of(plan.steps.begin(), plan.steps.end(),
                    [](const PlanStep &each) { return each.hash == stepHash(each); });
    if (!isWhole) {
        return refuse(ErrorCode::Internal, Text::tr("its requests are not those that were shown"),
                      planAgain());
    }
    return {};
}

Result<void> checkCluster(const PlanTarget &made, const PlanTarget &here, const QString &what)
{
    if (isSameCluster(made, here)) {
        return {};
    }
    const auto place = [](const PlanTarget &target) {
        return target.server.isEmpty() ? target.context
                                       : u"%1 (%2)"_s.arg(target.context, target.server);
    };
    return Error{.code = ErrorCode::Conflict,
                 .what = what,
                 .why = Text::tr("it was made to %1; this is %2").arg(place(made), place(here)),
                 .advice = Text::tr("Choose the context of that cluster. Nothing was written.")};
}

Result<void> checkStep(const PlanStep &step, const QJsonObject &live)
{
    const QString uid = metaText(live, "uid"_L1);
    if (step.uid.isEmpty()) {
        if (step.action == PlanStep::Action::Create && !live.isEmpty()) {
            return changedSince(step, Text::tr("it was not there when the plan was made, and it is "
                                               "there now"));
        }
        return {};
    }
    if (live.isEmpty()) {
        // What is to be deleted may be gone: then somebody has done it.
        return step.action == PlanStep::Action::Delete
                   ? Result<void>{}
                   : changedSince(step, Text::tr("it is gone since the plan was made"));
    }
    if (uid != step.uid) {
        return changedSince(step, Text::tr("it was made anew since the plan was made"));
    }
    if (step.force && !takesWhatWasSeen(step, live)) {
        return changedSince(step, Text::tr("others have changed what was to be taken over from "
                                           "them"));
    }
    const QString lock = lockOf(step);
    if (!lock.isEmpty() && lock != metaText(live, "resourceVersion"_L1)) {
        return changedSince(step, Text::tr("it was changed since the plan was made"));
    }
    return {};
}

bool isAsWanted(const QJsonObject &live, const QJsonObject &would)
{
    return !live.isEmpty() && sameButForTimes(live, would);
}

std::vector<bool> firstOfTheirObjects(const std::vector<PlanStep> &steps)
{
    QSet<QString> seen;
    std::vector<bool> first;
    for (const PlanStep &step : steps) {
        const QString key = step.object.toString();
        first.push_back(!seen.contains(key));
        seen.insert(key);
    }
    return first;
}

Error refusalInPolicy(const Error &error, const kube::StatusDetail &detail, const PlanStep &step,
                      const QByteArray &policyText)
{
    Manifest manifest;
    manifest.sources = step.sources;
    return placedRefusal({.preview = error, .detail = detail}, manifest,
                         parsePolicy(policyText, {}).positions);
}

} // namespace spillway
