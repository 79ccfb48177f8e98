// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/podhandler.h"

#include "kubeserver/selectors.h"
#include "kubeserver/writehandler.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const ApiResourceName pods{QString(), QStringLiteral("pods"), QStringLiteral("Pod")};

std::optional<QJsonObject> findPod(const ServerState &state, const ApiRequest &request)
{
    return state.store.get(storageKeyOf({}, u"pods"_s),
                           ObjectStore::keyOf(request.nameSpace, request.name));
}

bool hasContainer(const QJsonObject &pod, const QString &name)
{
    const QJsonArray containers = pod["spec"_L1]["containers"_L1].toArray();
    return std::any_of(containers.begin(), containers.end(), [&name](const QJsonValue &container) {
        return container["name"_L1].toString() == name;
    });
}

ApiAnswer budgetRefusal(const QString &why)
{
    ApiStatus status{.code = 429,
                     .reason = u"TooManyRequests"_s,
                     .message =
                         u"Cannot evict pod as it would violate the pod's disruption budget."_s,
                     .details = {},
                     .causes = {{u"DisruptionBudget"_s, why, {}}},
                     .hasDetails = true,
                     .retryAfterSeconds = 0};
    constexpr int later = 10;
    status.retryAfterSeconds = later;
    return ApiAnswer::refusal(status);
}

std::optional<ApiAnswer> askBudget(const QJsonObject &budget)
{
    const QString name = budget["metadata"_L1]["name"_L1].toString();
    const QJsonValue status = budget["status"_L1];
    if (status["observedGeneration"_L1].toInteger() <
        budget["metadata"_L1]["generation"_L1].toInteger()) {
        return budgetRefusal(
            u"The disruption budget %1 is still being processed by the server."_s.arg(name));
    }
    if (status["disruptionsAllowed"_L1].toInteger() <= 0) {
        return budgetRefusal(
            u"The disruption budget %1 needs %2 healthy pods and has %3 currently"_s.arg(name)
                .arg(status["desiredHealthy"_L1].toInteger())
                .arg(status["currentHealthy"_L1].toInteger()));
    }
    return std::nullopt;
}

} // namespace

ApiAnswer answerPodLog(const ServerState &state, const ApiRequest &request)
{
    const auto pod = findPod(state, request);
    if (!pod) {
        return ApiAnswer::refusal(notFound(pods, request.name));
    }
    const QString container = request.parameter(u"container"_s);
    if (!container.isEmpty() && !hasContainer(*pod, container)) {
        return ApiAnswer::refusal(
            badRequest(u"container %1 is not valid for pod %2"_s.arg(container, request.name)));
    }
    ApiAnswer answer;
    answer.rawType = "text/plain";
    if ((*pod)["spec"_L1]["nodeName"_L1].toString().isEmpty()) {
        answer.status = 204;
        return answer;
    }
    bool given = false;
    const qsizetype last = request.parameter(u"tailLines"_s).toLongLong(&given);
    answer.raw =
        state.logs.text(ObjectStore::keyOf(request.nameSpace, request.name), given ? last : -1);
    return answer;
}

ApiAnswer answerEviction(ServerState &state, const ApiRequest &request)
{
    const auto pod = findPod(state, request);
    if (!pod) {
        return ApiAnswer::refusal(notFound(pods, request.name));
    }
    const QString key = storageKeyOf(u"policy"_s, u"poddisruptionbudgets"_s);
    const ObjectStore::Objects budgets = state.store.snapshot(key).objects;
    for (auto budget = budgets.begin(); budget != budgets.end(); ++budget) {
        const bool ours =
            budget.key().startsWith(request.nameSpace + u'/') &&
            LabelSelector::fromObject((*budget)["spec"_L1]["selector"_L1].toObject()).matches(*pod);
        if (ours) {
            if (auto refusal = askBudget(*budget)) {
                return *refusal;
            }
        }
    }
    ApiRequest deletion = request;
    const QJsonObject options =
        QJsonDocument::fromJson(request.body).object()["deleteOptions"_L1].toObject();
    deletion.body =
        options.isEmpty() ? QByteArray() : QJsonDocument(options).toJson(QJsonDocument::Compact);
    deletion.subresource.clear();
    ApiAnswer deleted = deleteOne(state, deletion, state.types.table()->find({}, u"pods"_s), {});
    if (deleted.status >= 300) {
        return deleted;
    }
    return ApiAnswer::object({{u"kind"_s, u"Status"_s},
                              {u"apiVersion"_s, u"v1"_s},
                              {u"metadata"_s, QJsonObject()},
                              {u"status"_s, u"Success"_s},
                              {u"code"_s, 201}},
                             201);
}

} // namespace spillway::demo
