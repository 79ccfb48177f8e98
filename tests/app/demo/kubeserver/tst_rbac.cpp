// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/bootstrap.h"
#include "kubeserver/objectstore.h"
#include "kubeserver/rbac.h"
#include "kubeserver/typeregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

const QString rbacGroup = QStringLiteral("rbac.authorization.k8s.io");

void store(ObjectStore &objects, const QString &plural, const QString &key, const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    objects.put(storageKeyOf(rbacGroup, plural), key, document.object(), {});
}

/// "list autoscaling/horizontalpodautoscalers kotaemon chat-api"
AccessQuestion question(const QString &text)
{
    const QStringList words = text.split(u' ');
    AccessQuestion asked;
    asked.verb = words.value(0);
    if (words.value(1).startsWith(u'/')) {
        asked.path = words.value(1);
        return asked;
    }
    asked.group = words.value(1).section(u'/', 0, 0);
    asked.resource = words.value(1).section(u'/', 1, 1);
    asked.subresource = words.value(1).section(u'/', 2);
    asked.nameSpace = words.value(2);
    asked.name = words.value(3);
    return asked;
}

UserInfo userCalled(const QString &name)
{
    if (name.startsWith("sa:"_L1)) {
        return UserInfo::serviceAccount(u"kotaemon"_s, name.mid(3), {});
    }
    if (name == "anonymous"_L1) {
        return UserInfo::anonymous();
    }
    if (name == "root"_L1) {
        return UserInfo::authenticated(name, {u"system:masters"_s});
    }
    return UserInfo::authenticated(name, {name == "oncall"_L1 ? u"ops"_s : u"viewers"_s});
}

} // namespace

class TestRbac : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void decides_data();
    void decides();
    void reasons();
    void changesCountAtOnce();
    void missingRoleGrantsNothing();
    void escalation_data();
    void escalation();
    void refusalTexts();

private:
    std::unique_ptr<ObjectStore> m_store;
};

void TestRbac::init()
{
    m_store = std::make_unique<ObjectStore>();
    storeBootstrapObjects(*m_store);
    store(*m_store, u"roles"_s, u"kotaemon/oncall"_s,
          R"({"metadata":{"name":"oncall","namespace":"kotaemon"},"rules":[
              {"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["get","list","watch","patch"]},
              {"apiGroups":["apps"],"resources":["deployments/scale"],"verbs":["get"]}]})");
    store(*m_store, u"rolebindings"_s, u"kotaemon/oncall"_s,
          R"({"metadata":{"name":"oncall","namespace":"kotaemon"},
              "roleRef":{"kind":"Role","name":"oncall"},"subjects":[{"kind":"User","name":"oncall"}]})");
    store(*m_store, u"roles"_s, u"kotaemon/schedule"_s,
          R"({"metadata":{"name":"schedule","namespace":"kotaemon"},"rules":[
              {"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"resourceNames":["chat-api"],"verbs":["get","patch"]}]})");
    store(*m_store, u"rolebindings"_s, u"kotaemon/schedule"_s,
          R"({"metadata":{"name":"schedule","namespace":"kotaemon"},
              "roleRef":{"kind":"Role","name":"schedule"},"subjects":[{"kind":"ServiceAccount","name":"schedule"}]})");
    store(*m_store, u"rolebindings"_s, u"team-b/viewers"_s,
          R"({"metadata":{"name":"viewers","namespace":"team-b"},
              "roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{"kind":"Group","name":"viewers"}]})");
}

void TestRbac::decides_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("allowed");
    const QString hpas = u"autoscaling/horizontalpodautoscalers"_s;
    QTest::newRow("master") << u"root"_s << u"delete nope/things"_s << true;
    QTest::newRow("role") << u"oncall"_s << u"list "_s + hpas + u" kotaemon"_s << true;
    QTest::newRow("other verb") << u"oncall"_s << u"create "_s + hpas + u" kotaemon"_s << false;
    QTest::newRow("other namespace") << u"oncall"_s << u"list "_s + hpas + u" team-b"_s << false;
    QTest::newRow("all namespaces") << u"oncall"_s << u"list "_s + hpas << false;
    QTest::newRow("other user") << u"viewer"_s << u"list "_s + hpas + u" kotaemon"_s << false;
    QTest::newRow("subresource") << u"oncall"_s << u"get apps/deployments/scale kotaemon x"_s
                                 << true;
    QTest::newRow("without it") << u"oncall"_s << u"get apps/deployments kotaemon x"_s << false;
    QTest::newRow("other part") << u"oncall"_s << u"get "_s + hpas + u"/status kotaemon x"_s
                                << false;
    QTest::newRow("named") << u"sa:schedule"_s << u"patch "_s + hpas + u" kotaemon chat-api"_s
                           << true;
    QTest::newRow("other name") << u"sa:schedule"_s << u"patch "_s + hpas + u" kotaemon x"_s
                                << false;
    QTest::newRow("list of named")
        << u"sa:schedule"_s << u"list "_s + hpas + u" kotaemon"_s << false;
    QTest::newRow("get without name")
        << u"sa:schedule"_s << u"get "_s + hpas + u" kotaemon"_s << false;
    QTest::newRow("a path like a resource") << u"viewer"_s << u"watch /pods team-b"_s << false;
    QTest::newRow("view") << u"viewer"_s << u"get apps/deployments team-b x"_s << true;
    QTest::newRow("view writes") << u"viewer"_s << u"update apps/deployments team-b x"_s << false;
    QTest::newRow("version for nobody") << u"anonymous"_s << u"get /version"_s << true;
    QTest::newRow("apis for nobody") << u"anonymous"_s << u"get /apis"_s << false;
    QTest::newRow("apis") << u"viewer"_s << u"get /apis/apps/v1"_s << true;
    QTest::newRow("metrics") << u"viewer"_s << u"get /metrics"_s << false;
    QTest::newRow("self review") << u"viewer"_s
                                 << u"create authorization.k8s.io/selfsubjectaccessreviews"_s
                                 << true;
    QTest::newRow("self review of nobody")
        << u"anonymous"_s << u"create authorization.k8s.io/selfsubjectaccessreviews"_s << false;
}

void TestRbac::decides()
{
    QFETCH(QString, user);
    QFETCH(QString, asked);
    QFETCH(bool, allowed);
    const RbacAuthorizer rbac(*m_store);
    QCOMPARE(rbac.allows(userCalled(user), question(asked)), allowed);
}

void TestRbac::reasons()
{
    const RbacAuthorizer rbac(*m_store);
    QCOMPARE(
        rbac.decide(userCalled(u"oncall"_s),
                    question(u"list autoscaling/horizontalpodautoscalers kotaemon"_s))
            .reason,
        u"RBAC: allowed by RoleBinding \"oncall/kotaemon\" of Role \"oncall\" to User \"oncall\""_s);
    QCOMPARE(
        rbac.decide(userCalled(u"sa:schedule"_s),
                    question(u"get autoscaling/horizontalpodautoscalers kotaemon chat-api"_s))
            .reason,
        u"RBAC: allowed by RoleBinding \"schedule/kotaemon\" of Role \"schedule\" to ServiceAccount \"schedule/kotaemon\""_s);
    QCOMPARE(rbac.decide(userCalled(u"root"_s), question(u"get /metrics"_s)).reason, QString());
}

void TestRbac::changesCountAtOnce()
{
    const RbacAuthorizer rbac(*m_store);
    const AccessQuestion asked = question(u"list autoscaling/horizontalpodautoscalers kotaemon"_s);
    const QString key = storageKeyOf(rbacGroup, u"rolebindings"_s);
    const QJsonObject binding = *m_store->get(key, u"kotaemon/oncall"_s);
    m_store->remove(key, u"kotaemon/oncall"_s, binding,
                    binding["metadata"_L1]["resourceVersion"_L1].toString());
    QVERIFY(!rbac.allows(userCalled(u"oncall"_s), asked));
}

void TestRbac::missingRoleGrantsNothing()
{
    store(*m_store, u"rolebindings"_s, u"kotaemon/broken"_s,
          R"({"metadata":{"name":"broken"},"roleRef":{"kind":"Role","name":"nope"},
              "subjects":[{"kind":"User","name":"viewer"}]})");
    const RbacAuthorizer rbac(*m_store);
    QVERIFY(!rbac.allows(userCalled(u"viewer"_s),
                         question(u"list autoscaling/horizontalpodautoscalers kotaemon"_s)));
}

void TestRbac::escalation_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("more than held")
        << u"oncall"_s
        << QByteArray(R"({"apiGroups":[""],"resources":["secrets"],"verbs":["get"]})")
        << QStringList{u"{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\"]}"_s};
    QTest::newRow("the same")
        << u"oncall"_s
        << QByteArray(
               R"({"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["get","patch"]})")
        << QStringList();
    QTest::newRow("part of it")
        << u"oncall"_s
        << QByteArray(
               R"({"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"resourceNames":["x"],"verbs":["get"]})")
        << QStringList();
    QTest::newRow("wildcard")
        << u"oncall"_s
        << QByteArray(
               R"({"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["*"]})")
        << QStringList{
               u"{APIGroups:[\"autoscaling\"], Resources:[\"horizontalpodautoscalers\"], Verbs:[\"*\"]}"_s};
    QTest::newRow("path") << u"oncall"_s
                          << QByteArray(R"({"nonResourceURLs":["/metrics"],"verbs":["get"]})")
                          << QStringList{u"{NonResourceURLs:[\"/metrics\"], Verbs:[\"get\"]}"_s};
    QTest::newRow("master") << u"root"_s
                            << QByteArray(R"({"apiGroups":["*"],"resources":["*"],"verbs":["*"]})")
                            << QStringList();
}

void TestRbac::escalation()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, rule);
    const RbacAuthorizer rbac(*m_store);
    QTEST(rbac.notHeld(userCalled(user), u"kotaemon"_s,
                       {PolicyRule::fromJson(QJsonDocument::fromJson(rule).object())}),
          "missing");
}

void TestRbac::refusalTexts()
{
    const UserInfo user = userCalled(u"oncall"_s);
    QCOMPARE(question(u"list /pods y"_s).refusal(user),
             u"User \"oncall\" cannot list path \"/pods\""_s);
    QCOMPARE(
        question(u"get apps/deployments/scale y x"_s).refusal(user),
        u"User \"oncall\" cannot get resource \"deployments/scale\" in API group \"apps\" in the namespace \"y\""_s);
    QCOMPARE(
        question(u"list autoscaling/horizontalpodautoscalers"_s).refusal(user),
        u"User \"oncall\" cannot list resource \"horizontalpodautoscalers\" in API group \"autoscaling\" at the cluster scope"_s);
}

QTEST_GUILESS_MAIN(TestRbac)
#include "tst_rbac.moc"
