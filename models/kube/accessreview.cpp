// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/accessreview.h"

#include "kube/jsonreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// status of a review of that kind.
Result<QJsonObject> statusOf(const QByteArray &json, QLatin1String kind)
{
    const QJsonObject review = QJsonDocument::fromJson(json).object();
    if (review.value("kind"_L1).toString() != kind || !review.value("status"_L1).isObject()) {
        return json::wrongContent(Text::tr("there is no %1 in it").arg(kind));
    }
    return review.value("status"_L1).toObject();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array) {
        texts.append(item.toString());
    }
    return texts;
}

PolicyRule ruleOf(const QJsonObject &rule)
{
    return {textsOf(rule.value("verbs"_L1)), textsOf(rule.value("apiGroups"_L1)),
            textsOf(rule.value("resources"_L1)), textsOf(rule.value("resourceNames"_L1)),
            textsOf(rule.value("nonResourceURLs"_L1))};
}

} // namespace

QString AccessQuestion::toString() const
{
    QString what = group.isEmpty() ? resource : QString{resource + u'.' + group};
    if (!subresource.isEmpty()) {
        what += u'/' + subresource;
    }
    if (!name.isEmpty()) {
        what += u' ' + name;
    }
    return ns.isEmpty() ? Text::tr("%1 %2 in all namespaces").arg(verb, what)
                        : Text::tr("%1 %2 in %3").arg(verb, what, ns);
}

QByteArray accessReviewBody(const AccessQuestion &question)
{
    QJsonObject attributes{{"verb"_L1, question.verb}, {"resource"_L1, question.resource}};
    const auto add = [&attributes](QLatin1String key, const QString &value) {
        if (!value.isEmpty()) {
            attributes.insert(key, value);
        }
    };
    add("group"_L1, question.group);
    add("subresource"_L1, question.subresource);
    add("namespace"_L1, question.ns);
    add("name"_L1, question.name);
    return compact({{"apiVersion"_L1, "authorization.k8s.io/v1"_L1},
                    {"kind"_L1, "SelfSubjectAccessReview"_L1},
                    {"spec"_L1, QJsonObject{{"resourceAttributes"_L1, attributes}}}});
}

QByteArray rulesReviewBody(const QString &ns)
{
    return compact({{"apiVersion"_L1, "authorization.k8s.io/v1"_L1},
                    {"kind"_L1, "SelfSubjectRulesReview"_L1},
                    {"spec"_L1, QJsonObject{{"namespace"_L1, ns}}}});
}

QByteArray selfReviewBody()
{
    return compact(
        {{"apiVersion"_L1, "authentication.k8s.io/v1"_L1}, {"kind"_L1, "SelfSubjectReview"_L1}});
}

Result<AccessVerdict> decodeAccessReview(const QByteArray &json)
{
    const Result<QJsonObject> status = statusOf(json, "SelfSubjectAccessReview"_L1);
    if (!status) {
        return status.error();
    }
    QString reason = status->value("reason"_L1).toString();
    const QString problem = status->value("evaluationError"_L1).toString();
    if (!problem.isEmpty()) {
        reason += reason.isEmpty() ? problem : QString{u"; "_s + problem};
    }
    return AccessVerdict{status->value("allowed"_L1).toBool(), status->value("denied"_L1).toBool(),
                         reason};
}

Result<RulesReview> decodeRulesReview(const QByteArray &json)
{
    const Result<QJsonObject> status = statusOf(json, "SelfSubjectRulesReview"_L1);
    if (!status) {
        return status.error();
    }
    RulesReview review;
    for (const QLatin1String list : {"resourceRules"_L1, "nonResourceRules"_L1}) {
        const QJsonArray rules = status->value(list).toArray();
        for (const QJsonValue rule : rules) {
            review.rules.append(ruleOf(rule.toObject()));
        }
    }
    review.incomplete = status->value("incomplete"_L1).toBool();
    review.problem = status->value("evaluationError"_L1).toString();
    return review;
}

Result<Identity> decodeSelfReview(const QByteArray &json)
{
    const Result<QJsonObject> status = statusOf(json, "SelfSubjectReview"_L1);
    if (!status) {
        return status.error();
    }
    const QJsonObject user = status->value("userInfo"_L1).toObject();
    Identity identity{user.value("username"_L1).toString(),
                      user.value("uid"_L1).toString(),
                      textsOf(user.value("groups"_L1)),
                      {}};
    const QJsonObject extra = user.value("extra"_L1).toObject();
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        identity.extra.insert(it.key(), textsOf(it.value()));
    }
    return identity;
}

QList<AccessQuestion> pushQuestions(const QList<ObjectRef> &objects)
{
    QList<AccessQuestion> questions;
    const auto add = [&questions](AccessQuestion question) {
        if (!questions.contains(question)) {
            questions.append(std::move(question));
        }
    };
    for (const ObjectRef &object : objects) {
        const Resource &kind = object.resource;
        add({u"get"_s, kind.group, kind.plural, {}, object.ns, object.name});
        add({u"patch"_s, kind.group, kind.plural, {}, object.ns, object.name});
        // A right limited to names covers neither of these (wire fact 15).
        add({u"list"_s, kind.group, kind.plural, {}, object.ns, {}});
        add({u"watch"_s, kind.group, kind.plural, {}, object.ns, {}});
        add({u"create"_s, kind.group, kind.plural, {}, object.ns, {}});
        add({u"get"_s, u"apps"_s, u"deployments"_s, u"scale"_s, object.ns, {}});
        add({u"update"_s, u"apps"_s, u"deployments"_s, u"scale"_s, object.ns, {}}); // by PUT
        add({u"create"_s, u"events.k8s.io"_s, u"events"_s, {}, object.ns, {}});
    }
    return questions;
}

} // namespace spillway::kube
