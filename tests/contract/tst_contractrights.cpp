// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rights: what is asked beforehand, what a refusal explains, and that the Role it proposes helps.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"

using namespace spillway;
using namespace spillway::contract;
using kube::AccessQuestion;
using kube::ConfigMap;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;

namespace {

constexpr int limitMs = static_cast<int>(limit.count());

QJsonObject rule(const QStringList &verbs, const QString &group, const QString &resource,
                 const QStringList &names = {})
{
    QJsonObject rule{{"apiGroups"_L1, QJsonArray{group}},
                     {"resources"_L1, QJsonArray{resource}},
                     {"verbs"_L1, QJsonArray::fromStringList(verbs)}};
    if (!names.isEmpty()) {
        rule.insert("resourceNames"_L1, QJsonArray::fromStringList(names));
    }
    return rule;
}

} // namespace

class TestContractRights : public ContractTest
{
    Q_OBJECT

    void applyRole(const QString &name, const QJsonArray &rules)
    {
        VERIFY_DONE(admin().apply({cluster().ref(Kind::Role, name),
                                   bytesOf({{"apiVersion"_L1, "rbac.authorization.k8s.io/v1"_L1},
                                            {"kind"_L1, "Role"_L1},
                                            {"metadata"_L1, named(name)},
                                            {"rules"_L1, rules}})}));
    }
    void bind(const QString &role, const QString &account)
    {
        const QJsonObject subject{
            {"kind"_L1, "ServiceAccount"_L1}, {"name"_L1, account}, {"namespace"_L1, ns()}};
        const QJsonObject roleRef{{"apiGroup"_L1, "rbac.authorization.k8s.io"_L1},
                                  {"kind"_L1, "Role"_L1},
                                  {"name"_L1, role}};
        VERIFY_DONE(admin().apply({cluster().ref(Kind::RoleBinding, role),
                                   bytesOf({{"apiVersion"_L1, "rbac.authorization.k8s.io/v1"_L1},
                                            {"kind"_L1, "RoleBinding"_L1},
                                            {"metadata"_L1, named(role)},
                                            {"subjects"_L1, QJsonArray{subject}},
                                            {"roleRef"_L1, roleRef}})}));
    }
    [[nodiscard]] AccessQuestion onMaps(const QString &verb, const QString &name)
    {
        return {verb, {}, u"configmaps"_s, {}, ns(), name};
    }
    [[nodiscard]] static bool may(Session &session, const AccessQuestion &question)
    {
        const auto verdict = session.canI(question);
        return verdict.result && verdict.result->allowed;
    }
    void store(const QString &name)
    {
        VERIFY_DONE(admin().apply({cluster().ref(Kind::ConfigMap, name),
                                   bytesOf(configMap(named(name), {{"a"_L1, "1"_L1}}))}));
    }

private Q_SLOTS:
    void theAdministratorMay()
    {
        QVERIFY(
            may(admin(),
                {u"patch"_s, u"autoscaling"_s, u"horizontalpodautoscalers"_s, {}, ns(), u"any"_s}));
        QVERIFY(may(admin(), {u"update"_s, u"apps"_s, u"deployments"_s, u"scale"_s, ns(), {}}));
    }

    void namesCount()
    {
        store(u"mine"_s);
        store(u"others"_s);
        auto opened = cluster().asServiceAccount(u"named"_s);
        QVERIFY_RESULT(opened);
        Session &account = **opened;
        QVERIFY(!may(account, onMaps(u"patch"_s, u"mine"_s)));
        applyRole(u"named"_s, {rule({u"get"_s, u"patch"_s}, {}, u"configmaps"_s, {u"mine"_s})});
        bind(u"named"_s, u"named"_s);
        QTRY_VERIFY_WITH_TIMEOUT(may(account, onMaps(u"patch"_s, u"mine"_s)), limitMs);
        QVERIFY(!may(account, onMaps(u"patch"_s, {}))); // what asking without the name says
        QVERIFY(!may(account, onMaps(u"patch"_s, u"others"_s)));
        QVERIFY(!may(account, onMaps(u"list"_s, {})));

        const auto change = [&](const QString &name) {
            return account.apply({cluster().ref(Kind::ConfigMap, name),
                                  bytesOf(configMap(named(name), {{"b"_L1, "2"_L1}})),
                                  u"schedule"_s});
        };
        VERIFY_DONE(change(u"mine"_s));
        VERIFY_REFUSED(change(u"others"_s), Refusal::Forbidden, ErrorCode::Forbidden);
        // An apply that would make the object needs create as well, and says so.
        VERIFY_DONE(admin().remove({cluster().ref(Kind::ConfigMap, u"mine"_s)}));
        const WriteOutcome creation = change(u"mine"_s);
        VERIFY_REFUSED(creation, Refusal::Forbidden, ErrorCode::Forbidden);
        QVERIFY2(creation.detail.neededRole.contains(u"create"_s),
                 qPrintable(creation.error->sentence()));
    }

    void rulesOfANamespace()
    {
        auto opened = cluster().asServiceAccount(u"ruled"_s);
        QVERIFY_RESULT(opened);
        Session &account = **opened;
        applyRole(u"ruled"_s,
                  {rule({u"get"_s}, u"autoscaling"_s, u"horizontalpodautoscalers"_s, {u"x"_s})});
        bind(u"ruled"_s, u"ruled"_s);
        const auto has = [&] {
            const auto review = answerOf<kube::RulesReview>(account.client().rules(ns(), nullptr));
            return review.result &&
                   std::any_of(review.result->rules.cbegin(), review.result->rules.cend(),
                               [](const kube::PolicyRule &one) {
                                   return one.resources.contains(u"horizontalpodautoscalers"_s) &&
                                          one.names == QStringList{u"x"_s} &&
                                          one.verbs == QStringList{u"get"_s};
                               });
        };
        QTRY_VERIFY_WITH_TIMEOUT(has(), limitMs);
    }

    void theRoleOfARefusalHelps()
    {
        store(u"wanted"_s);
        auto opened = cluster().asServiceAccount(u"reader"_s);
        QVERIFY_RESULT(opened);
        Session &account = **opened;
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"wanted"_s);
        const auto refused = account.get<ConfigMap>(object);
        QVERIFY_ERROR(refused.result, ErrorCode::Forbidden);
        QCOMPARE(refused.detail.refusal, Refusal::Forbidden);
        QVERIFY(!refused.detail.retryable);
        const QString sentence = refused.result.error().sentence();
        for (const QString &word : {u"system:serviceaccount:%1:reader"_s.arg(ns()), u"get"_s,
                                    u"configmaps"_s, u"wanted"_s, ns()}) {
            QVERIFY2(sentence.contains(word), qPrintable(sentence));
        }
        // The proposal is a manifest: as it is, it is what was missing.
        const ObjectRef role = cluster().ref(Kind::Role, u"allow-get-configmaps"_s);
        const auto made = admin().send(foreignRequest(
            HttpRequest::Method::Patch, kube::resourcePath(role.resource, ns(), role.name),
            refused.detail.neededRole.toUtf8(), "application/apply-patch+yaml", u"somebody"_s));
        QVERIFY_RESULT(made.result);
        bind(role.name, u"reader"_s);
        QTRY_VERIFY_WITH_TIMEOUT(may(account, onMaps(u"get"_s, u"wanted"_s)), limitMs);
        QVERIFY_RESULT(account.get<ConfigMap>(object).result);
        QVERIFY(!may(account, onMaps(u"get"_s, u"others"_s)));
    }

    void whoHasTheRightsOfAPushCanPush()
    {
        auto opened = cluster().asServiceAccount(u"pusher"_s);
        QVERIFY_RESULT(opened);
        Session &account = **opened;
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"pushed"_s);
        const QList<AccessQuestion> questions = kube::pushQuestions({object});
        QJsonArray rules;
        for (const AccessQuestion &question : questions) {
            QVERIFY(!may(account, question));
            const QString resource = question.subresource.isEmpty()
                                         ? question.resource
                                         : QString{question.resource + u'/' + question.subresource};
            rules.append(
                rule({question.verb}, question.group, resource,
                     question.name.isEmpty() ? QStringList{} : QStringList{question.name}));
        }
        applyRole(u"pusher"_s, rules);
        bind(u"pusher"_s, u"pusher"_s);
        for (const AccessQuestion &question : questions) {
            QTRY_VERIFY2_WITH_TIMEOUT(may(account, question), qPrintable(question.toString()),
                                      limitMs);
        }
        VERIFY_DONE(admin().apply({cluster().ref(Kind::Deployment, u"pushed"_s),
                                   bytesOf(pausedDeployment(u"pushed"_s))}));
        const kube::ApplyRequest push{
            object, bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 6)))};
        QVERIFY_RESULT(account.preview(push).result);
        VERIFY_DONE(account.apply(push));
        VERIFY_DONE(account.scale({cluster().ref(Kind::Deployment, u"pushed"_s), 0, {}, {}}));
        const kube::EventNote note{
            .regarding = {u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, ns(), object.name, {}},
            .reason = u"ConfigPushed"_s,
            .action = u"Push"_s,
            .note = u"by the contract"_s,
            .time = account.clock().now()};
        const auto written = answerOf<QJsonObject>(
            account.writer().createEvent(*account.window().open(), note, nullptr));
        QVERIFY_RESULT(written.result);
    }

    void nobodyGivesMoreThanHeHas()
    {
        auto opened = cluster().asServiceAccount(u"climber"_s);
        QVERIFY_RESULT(opened);
        Session &account = **opened;
        applyRole(u"climber"_s, {rule({u"get"_s, u"create"_s, u"patch"_s},
                                      u"rbac.authorization.k8s.io"_s, u"roles"_s)});
        bind(u"climber"_s, u"climber"_s);
        const AccessQuestion question{
            u"patch"_s, u"rbac.authorization.k8s.io"_s, u"roles"_s, {}, ns(), u"more"_s};
        QTRY_VERIFY_WITH_TIMEOUT(may(account, question), limitMs);
        const WriteOutcome refused = account.apply(
            {cluster().ref(Kind::Role, u"more"_s),
             bytesOf({{"apiVersion"_L1, "rbac.authorization.k8s.io/v1"_L1},
                      {"kind"_L1, "Role"_L1},
                      {"metadata"_L1, named(u"more"_s)},
                      {"rules"_L1, QJsonArray{rule({u"delete"_s}, {}, u"pods"_s)}}})});
        VERIFY_REFUSED(refused, Refusal::Forbidden, ErrorCode::Forbidden);
        QVERIFY2(refused.error->sentence().contains(u"pods"_s),
                 qPrintable(refused.error->sentence()));
    }
};

QTEST_GUILESS_MAIN(TestContractRights)
#include "tst_contractrights.moc"
