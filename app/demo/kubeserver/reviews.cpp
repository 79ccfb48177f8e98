// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/reviews.h"

#include "kubeserver/protobufreview.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QString timeText(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

/// A spec as the server gives it back: empty texts are not there.
QJsonObject withoutEmpty(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const bool empty = entry->isString() && entry->toString().isEmpty();
        if (!empty) {
            kept.insert(entry.key(), entry->isObject() ? QJsonValue(withoutEmpty(entry->toObject()))
                                                       : entry.value());
        }
    }
    return kept;
}

QJsonObject fieldsOf(const QJsonObject &object)
{
    QJsonObject fields;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        QJsonObject inner;
        if (entry->isObject()) {
            inner = fieldsOf(entry->toObject());
            inner.insert(u"."_s, QJsonObject());
        }
        fields.insert(u"f:"_s + entry.key(), inner);
    }
    return fields;
}

QString managerOf(const ApiRequest &request)
{
    const QString given = request.parameter(u"fieldManager"_s);
    return given.isEmpty() ? QString::fromLatin1(request.header("user-agent")).section(u'/', 0, 0)
                           : given;
}

QJsonArray managedFields(const ApiRequest &request, const QString &apiVersion,
                         const QJsonObject &spec, const QString &subresource = {})
{
    QJsonObject entry{{u"manager"_s, managerOf(request)},
                      {u"operation"_s, u"Update"_s},
                      {u"apiVersion"_s, apiVersion},
                      {u"time"_s, timeText(ServerState::now())},
                      {u"fieldsType"_s, u"FieldsV1"_s},
                      {u"fieldsV1"_s, QJsonObject{{u"f:spec"_s, fieldsOf(spec)}}}};
    if (!subresource.isEmpty()) {
        entry.insert(u"subresource"_s, subresource);
    }
    return {entry};
}

QJsonObject review(const QuestionResource &question, const QJsonObject &metadata,
                   const QJsonValue &spec, const QJsonObject &status)
{
    QJsonObject document{{u"kind"_s, question.kind},
                         {u"apiVersion"_s, QString(question.group + "/v1"_L1)},
                         {u"metadata"_s, metadata},
                         {u"status"_s, status}};
    if (!spec.isUndefined()) {
        document.insert(u"spec"_s, spec);
    }
    return document;
}

QJsonObject userInfoJson(const UserInfo &user)
{
    QJsonObject info{{u"username"_s, user.name},
                     {u"groups"_s, QJsonArray::fromStringList(user.groups)}};
    if (!user.uid.isEmpty()) {
        info.insert(u"uid"_s, user.uid);
    }
    if (!user.extra.isEmpty()) {
        QJsonObject extra;
        for (auto entry = user.extra.begin(); entry != user.extra.end(); ++entry) {
            extra.insert(entry.key(), QJsonArray::fromStringList(*entry));
        }
        info.insert(u"extra"_s, extra);
    }
    return info;
}

QJsonObject selfReview(const QuestionResource &question, const ApiRequest &request)
{
    return review(question, {{u"creationTimestamp"_s, timeText(ServerState::now())}},
                  QJsonValue(QJsonValue::Undefined), {{u"userInfo"_s, userInfoJson(request.user)}});
}

UserInfo userOfSpec(const QJsonObject &spec)
{
    UserInfo user;
    user.name = spec["user"_L1].toString();
    for (const QJsonValue group : spec["groups"_L1].toArray()) {
        user.groups.append(group.toString());
    }
    return user;
}

ApiAnswer accessReview(const ServerState &state, const QuestionResource &question,
                       const ApiRequest &request, const QJsonObject &given)
{
    const bool resource = given["resourceAttributes"_L1].isObject();
    if (resource == given["nonResourceAttributes"_L1].isObject()) {
        return ApiAnswer::refusal(invalid(
            {question.group, {}, {}}, {},
            {{u"FieldValueInvalid"_s,
              u"Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified"_s,
              u"spec.resourceAttributes"_s}}));
    }
    const bool self = question.plural == "selfsubjectaccessreviews"_L1;
    const QJsonObject spec = withoutEmpty(given);
    const RbacAuthorizer::Decision decision = state.rbac.decide(
        self ? request.user : userOfSpec(spec), AccessQuestion::fromAttributes(spec));
    QJsonObject status{{u"allowed"_s, decision.allowed}};
    if (!decision.reason.isEmpty()) {
        status.insert(u"reason"_s, decision.reason);
    }
    QJsonObject metadata{
        {u"managedFields"_s, managedFields(request, question.group + "/v1"_L1, spec)}};
    if (question.namespaced) {
        metadata.insert(u"namespace"_s, request.nameSpace);
    }
    return ApiAnswer::object(review(question, metadata, spec, status), 201);
}

ApiAnswer rulesReview(const ServerState &state, const QuestionResource &question,
                      const ApiRequest &request, const QJsonObject &spec)
{
    const QString nameSpace = spec["namespace"_L1].toString();
    if (nameSpace.isEmpty()) {
        return ApiAnswer::refusal(badRequest(u"no namespace on request"_s));
    }
    QJsonArray resourceRules;
    QJsonArray otherRules;
    for (const PolicyRule &rule : state.rbac.rulesFor(request.user, nameSpace)) {
        (rule.nonResourceUrls.isEmpty() ? resourceRules : otherRules).append(rule.toJson());
    }
    return ApiAnswer::object(review(question, {}, QJsonObject(),
                                    {{u"resourceRules"_s, resourceRules},
                                     {u"nonResourceRules"_s, otherRules},
                                     {u"incomplete"_s, false}}),
                             201);
}

std::optional<QJsonObject> bodyOf(const ApiRequest &request)
{
    if (request.header("content-type").startsWith("application/vnd.kubernetes.protobuf")) {
        return reviewFromProtobuf(request.body);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

ApiStatus unreadable(const QString &kind)
{
    return badRequest(
        u"the object provided is unrecognized (must be of type %1): couldn't get version/kind; json parse error"_s
            .arg(kind));
}

} // namespace

ApiAnswer answerReview(const ServerState &state, const ApiRequest &request,
                       const QuestionResource &question)
{
    if (request.method != "POST") {
        return ApiAnswer::refusal(methodNotAllowed());
    }
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body) {
        return ApiAnswer::refusal(unreadable(question.kind));
    }
    const QJsonObject spec = (*body)["spec"_L1].toObject();
    if (question.plural == "selfsubjectreviews"_L1) {
        return ApiAnswer::object(selfReview(question, request), 201);
    }
    return question.plural == "selfsubjectrulesreviews"_L1
               ? rulesReview(state, question, request, spec)
               : accessReview(state, question, request, spec);
}

ApiAnswer answerTokenRequest(ServerState &state, const ApiRequest &request)
{
    constexpr qint64 shortest = 600;
    constexpr qint64 longest = qint64(1) << 32;
    constexpr qint64 usual = 3600;
    const auto account = state.store.get(storageKeyOf({}, u"serviceaccounts"_s),
                                         ObjectStore::keyOf(request.nameSpace, request.name));
    if (!account) {
        return ApiAnswer::refusal(
            notFound({{}, u"serviceaccounts"_s, u"ServiceAccount"_s}, request.name));
    }
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body) {
        return ApiAnswer::refusal(unreadable(u"TokenRequest"_s));
    }
    const QJsonObject given = (*body)["spec"_L1].toObject();
    const qint64 seconds = given["expirationSeconds"_L1].toInteger(usual);
    if (seconds < shortest || seconds > longest) {
        const QString why = seconds < shortest
                                ? u"may not specify a duration less than 10 minutes"_s
                                : u"may not specify a duration larger than 2^32 seconds"_s;
        return ApiAnswer::refusal(
            invalid({u"authentication.k8s.io"_s, {}, u"TokenRequest"_s}, {},
                    {{u"FieldValueInvalid"_s, u"Invalid value: %1: %2"_s.arg(seconds).arg(why),
                      u"spec.expirationSeconds"_s}}));
    }
    const QString uid = (*account)["metadata"_L1]["uid"_L1].toString();
    const QDateTime now = ServerState::now();
    const QByteArray token =
        state.authenticator.issueToken(request.nameSpace, request.name, uid, now.addSecs(seconds));
    const QuestionResource kind{u"authentication.k8s.io"_s, {}, u"TokenRequest"_s, true};
    const QJsonObject metadata{
        {u"name"_s, request.name},
        {u"namespace"_s, request.nameSpace},
        {u"uid"_s, uid},
        {u"creationTimestamp"_s, timeText(now)},
        {u"managedFields"_s, managedFields(request, u"authentication.k8s.io/v1"_s,
                                           {{u"expirationSeconds"_s, seconds}}, u"token"_s)}};
    const QJsonObject spec{{u"audiences"_s, QJsonArray{u"https://kubernetes"_s}},
                           {u"expirationSeconds"_s, seconds},
                           {u"boundObjectRef"_s, QJsonValue()}};
    return ApiAnswer::object(review(kind, metadata, spec,
                                    {{u"token"_s, QString::fromLatin1(token)},
                                     {u"expirationTimestamp"_s, timeText(now.addSecs(seconds))}}),
                             201);
}

} // namespace spillway::demo
