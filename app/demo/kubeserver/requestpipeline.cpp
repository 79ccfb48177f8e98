// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/requestpipeline.h"

#include "kubeserver/accept.h"
#include "kubeserver/discovery.h"
#include "kubeserver/impersonation.h"
#include "kubeserver/openapi.h"
#include "kubeserver/podhandler.h"
#include "kubeserver/protobufbody.h"
#include "kubeserver/readhandler.h"
#include "kubeserver/reviews.h"
#include "kubeserver/serviceproxy.h"
#include "kubeserver/writehandler.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

std::optional<ApiAnswer> authorize(const ServerState &state, const ApiRequest &request)
{
    AccessQuestion question;
    question.verb = request.verb;
    if (!request.isResource) {
        question.path = request.path;
    } else {
        question.group = request.group;
        question.resource = request.resource;
        question.subresource = request.subresource;
        question.nameSpace = request.nameSpace;
        question.name = request.authName;
    }
    if (state.rbac.allows(request.user, question)) {
        return std::nullopt;
    }
    ApiStatus status;
    if (request.isResource) {
        status = forbidden({request.group, request.resource, {}}, request.authName,
                           question.refusal(request.user));
    } else {
        status.code = 403;
        status.reason = u"Forbidden"_s;
        status.message = u"forbidden: "_s + question.refusal(request.user);
    }
    ApiAnswer answer = ApiAnswer::refusal(status);
    answer.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    return answer;
}

/// What is said of a kind that nobody serves depends on who could have served it.
ApiAnswer answerUnknown(const ServerState &state, const ApiRequest &request)
{
    const TypeTablePtr table = state.types.table();
    if (isUnservedAggregate(state, request.group, request.version)) {
        return ApiAnswer::text(503, "service unavailable\n");
    }
    if (!request.group.isEmpty() &&
        (table->versions(request.group).isEmpty() || table->isCustom(request.group))) {
        return ApiAnswer::noSuchPath();
    }
    return ApiAnswer::refusal(unknownResource());
}

std::optional<ApiAnswer> answerSpecial(ServerState &state, const ApiRequest &request,
                                       const ResourceType &type)
{
    if (!type.group.isEmpty()) {
        return std::nullopt;
    }
    const QString place = type.plural + u'/' + request.subresource;
    if (place == "pods/log"_L1 && request.method == "GET") {
        return answerPodLog(state, request);
    }
    if (place == "pods/eviction"_L1 && request.method == "POST") {
        return answerEviction(state, request);
    }
    if (place == "serviceaccounts/token"_L1 && request.method == "POST") {
        return answerTokenRequest(state, request);
    }
    if (place == "services/proxy"_L1) {
        return answerServiceProxy(state, request);
    }
    return std::nullopt;
}

bool servesSubresource(const ResourceType &type, const QString &subresource)
{
    return subresource.isEmpty() || (subresource == "status"_L1 && type.hasStatus) ||
           (subresource == "scale"_L1 && type.hasScale) ||
           (subresource == "finalize"_L1 && type.kind == "Namespace"_L1);
}

/// Which methods a path takes: a collection, an object, or a part of one.
bool takesMethod(const ResourceType &type, const ApiRequest &request)
{
    const QByteArray &method = request.method;
    if (method == "GET" || method == "HEAD") {
        return true;
    }
    if (request.name.isEmpty()) {
        return method == "POST" || method == "DELETE";
    }
    if (!request.subresource.isEmpty()) {
        return method == "PUT" || method == "PATCH";
    }
    return method == "PUT" || method == "PATCH" || method == "DELETE" ||
           (method == "POST" && type.custom);
}

/// As if the object had come as JSON, if it came as protobuf and all of it is understood.
ApiRequest inJson(const ApiRequest &request)
{
    ApiRequest made = request;
    if (request.header("content-type").startsWith("application/vnd.kubernetes.protobuf")) {
        if (const auto object = objectFromProtobuf(request.body)) {
            made.body = QJsonDocument(*object).toJson(QJsonDocument::Compact);
            made.headers.replace("content-type", "application/json");
        }
    }
    return made;
}

ApiAnswer dispatch(ServerState &state, const ApiRequest &request, const ResourceTypePtr &type,
                   const AcceptedForm &form)
{
    if (request.verb == "list"_L1) {
        return listObjects(state, request, type, form);
    }
    if (request.verb == "watch"_L1) {
        return watchObjects(state, request, type, form);
    }
    if (request.verb == "get"_L1) {
        return getObject(state, request, type, form);
    }
    if (request.verb == "delete"_L1) {
        return deleteOne(state, request, type, form);
    }
    if (request.verb == "deletecollection"_L1) {
        return deleteMany(state, request, type, form);
    }
    return writeOne(state, inJson(request), type, form);
}

ApiAnswer notAcceptableAnswer(const ApiRequest &request, bool watch)
{
    const QByteArray accept = request.header("accept");
    if (namesServedType(accept)) {
        return ApiAnswer::refusal(notAcceptable(
            watch
                ? u"only the following media types are accepted: application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch"_s
                : u"only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf"_s));
    }
    ApiStatus status = notAcceptable(
        u"406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch"_s);
    status.hasDetails = true;
    return ApiAnswer::refusal(status);
}

ApiAnswer answerResource(ServerState &state, const ApiRequest &request)
{
    for (const QuestionResource &question : questionResources()) {
        if (question.group == request.group && question.plural == request.resource) {
            return answerReview(state, request, question);
        }
    }
    const ResourceTypePtr type =
        state.types.table()->find(request.group, request.version, request.resource);
    if (!type) {
        return answerUnknown(state, request);
    }
    if (auto special = answerSpecial(state, request, *type)) {
        return *special;
    }
    if (!servesSubresource(*type, request.subresource)) {
        const bool known = request.subresource == "scale"_L1 || request.subresource == "status"_L1;
        if (type->custom && !known) {
            return ApiAnswer::noSuchPath();
        }
        return ApiAnswer::refusal(type->custom ? notFound(type->name(), request.name)
                                               : unknownResource());
    }
    if (!takesMethod(*type, request)) {
        return ApiAnswer::refusal(methodNotAllowed());
    }
    const bool watch = request.verb == "watch"_L1;
    const auto form =
        chooseForm(request.header("accept"), {.shapes = true, .discovery = false, .yaml = !watch});
    return form ? dispatch(state, request, type, *form) : notAcceptableAnswer(request, watch);
}

} // namespace

ApiAnswer answerTrusted(ServerState &state, const ApiRequest &request)
{
    if (request.isResource) {
        return answerResource(state, request);
    }
    if (auto discovery = answerDiscovery(state, request)) {
        return *discovery;
    }
    if (auto openApi = answerOpenApi(*state.types.table(), request)) {
        return *openApi;
    }
    return ApiAnswer::noSuchPath();
}

ApiAnswer answerRequest(ServerState &state, ApiRequest &request)
{
    const auto user = state.authenticator.authenticate(request, ServerState::now());
    if (!user) {
        return ApiAnswer::refusal(unauthorized());
    }
    request.user = *user;
    if (auto refusal = impersonate(state, request)) {
        return *refusal;
    }
    if (auto refusal = authorize(state, request)) {
        return *refusal;
    }
    return answerTrusted(state, request);
}

} // namespace spillway::demo
