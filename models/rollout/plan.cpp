// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/plan.h"

#include "kube/kubeaccess.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actionNames{"create"_L1, "update"_L1, "delete"_L1, "attach"_L1, "detach"_L1};

QString plainAddress(const QString &address)
{
    return QUrl(address).toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

} // namespace

bool isSameCluster(const PlanTarget &a, const PlanTarget &b)
{
    const auto agree = [](const QString &one, const QString &other) {
        return one.isEmpty() || other.isEmpty() || one == other;
    };
    return agree(a.context, b.context) && agree(plainAddress(a.server), plainAddress(b.server));
}

PlanTarget targetAt(const KubeAccess &access, const QString &nameSpace)
{
    return {.context = access.contextName(),
            .server = plainAddress(access.server().toString()),
            .user = {},
            .nameSpace = nameSpace};
}

bool Plan::isBlocked() const
{
    return std::any_of(steps.begin(), steps.end(),
                       [](const PlanStep &step) { return step.refused.has_value(); }) ||
           std::any_of(findings.begin(), findings.end(), [](const PlanFinding &finding) {
               return finding.severity == PlanFinding::Severity::Error;
           });
}

kube::ApplyRequest applyOf(const PlanStep &step)
{
    return {.object = step.object,
            .body = step.body,
            .fieldManager = step.manager,
            .force = step.force};
}

kube::DeleteRequest deleteOf(const PlanStep &step)
{
    return {.object = step.object, .uid = step.uid};
}

QByteArray stepHash(const PlanStep &step)
{
    if (step.action != PlanStep::Action::Delete) {
        return kube::requestHash(applyOf(step));
    }
    const kube::KubeRequest request = kube::deleteRequest(deleteOf(step));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QString{"DELETE "_L1 + request.path + u'\n' + step.uid}.toUtf8());
    return hash.result().toHex();
}

QByteArray planHash(const Plan &plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(plan.liveRevision));
    for (const PlanStep &step : plan.steps) {
        hash.addData(
            QByteArray{'\n' + QByteArray(planActionName(step.action).data()) + ' ' + step.hash});
    }
    return hash.result().toHex();
}

QLatin1String planActionName(PlanStep::Action action)
{
    return actionNames.at(static_cast<std::size_t>(action));
}

std::optional<PlanStep::Action> planActionFromName(const QString &name)
{
    const auto *const found = std::find(actionNames.begin(), actionNames.end(), name);
    if (found == actionNames.end()) {
        return std::nullopt;
    }
    return static_cast<PlanStep::Action>(found - actionNames.begin());
}

} // namespace spillway
