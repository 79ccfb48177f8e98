// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/clusterclient.h"
#include "serverrequests.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

const QString rbac = QStringLiteral("rbac.authorization.k8s.io");
constexpr auto maps = "/api/v1/namespaces/a/configmaps";
constexpr auto roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/a/roles";
constexpr auto bindings = "/apis/rbac.authorization.k8s.io/v1/namespaces/a/rolebindings";

QJsonObject configMap(const QString &name)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}}}};
}

QJsonObject role(const QString &name, const QStringList &verbs, const QString &resource)
{
    return {{u"apiVersion"_s, QString(rbac + u"/v1"_s)},
            {u"kind"_s, u"Role"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"a"_s}}},
            {u"rules"_s, QJsonArray{QJsonObject{{u"verbs"_s, QJsonArray::fromStringList(verbs)},
                                                {u"apiGroups"_s, QJsonArray{u""_s}},
                                                {u"resources"_s, QJsonArray{resource}}}}}};
}

QJsonObject binding(const QString &name, const QString &roleName, const QString &user)
{
    return {{u"apiVersion"_s, QString(rbac + u"/v1"_s)},
            {u"kind"_s, u"RoleBinding"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"a"_s}}},
            {u"roleRef"_s,
             QJsonObject{{u"apiGroup"_s, rbac}, {u"kind"_s, u"Role"_s}, {u"name"_s, roleName}}},
            {u"subjects"_s,
             QJsonArray{
                 QJsonObject{{u"apiGroup"_s, rbac}, {u"kind"_s, u"User"_s}, {u"name"_s, user}}}}};
}

} // namespace

/// What stands before a write and what follows it: admission and effects.
class TestAdmission : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namespaces();
    void grantsWhatIsHeld_data();
    void grantsWhatIsHeld();
    void applyThatCreatesNeedsTheRight();
    void generatedNames();
    void quotas();
    void webhooks_data();
    void webhooks();
    void injectedRefusals();

private:
    [[nodiscard]] ApiAnswer as(const QString &user, const QByteArray &method,
                               const QByteArray &target, const QJsonObject &body,
                               const QByteArray &type = "application/json");
    std::unique_ptr<ServerState> m_state;
};

void TestAdmission::init()
{
    m_state = std::make_unique<ServerState>();
    addNamespace(*m_state, u"a"_s);
    const ClusterClient root(*m_state, u"root"_s);
    QVERIFY(root.create(role(u"reader"_s, {u"get"_s}, u"configmaps"_s)).ok());
    QVERIFY(root.create(role(u"secrets"_s, {u"get"_s}, u"secrets"_s)).ok());
    QVERIFY(root.create(binding(u"oncall"_s, u"reader"_s, u"oncall"_s)).ok());
}

ApiAnswer TestAdmission::as(const QString &user, const QByteArray &method, const QByteArray &target,
                            const QJsonObject &body, const QByteArray &type)
{
    ApiRequest request = requestOf(method, target, body);
    request.headers.replace("content-type", type);
    if (user != "root"_L1) {
        request.user = UserInfo::authenticated(user, {});
    }
    return answerTrusted(*m_state, request);
}

void TestAdmission::namespaces()
{
    const QByteArray nowhere = "/api/v1/namespaces/nowhere/configmaps";
    const ApiAnswer missing = as(u"root"_s, "POST", nowhere, configMap(u"m"_s));
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.document["message"_L1].toString(), u"namespaces \"nowhere\" not found"_s);
    const ClusterClient root(*m_state, u"root"_s);
    QCOMPARE(as(u"root"_s, "POST", maps, configMap(u"m"_s)).status, 201);
    QVERIFY(root.remove({{}, u"namespaces"_s, {}, u"a"_s, {}}).ok()); // ends: no controller here
    const ApiAnswer late = as(u"root"_s, "POST", maps, configMap(u"n"_s));
    QCOMPARE(late.status, 403);
    QCOMPARE(late.document["details"_L1]["causes"_L1][0]["reason"_L1].toString(),
             u"NamespaceTerminating"_s);
    const QByteArray old = QByteArray(maps) + "/m";
    QCOMPARE(as(u"root"_s, "PATCH", old, {{u"data"_s, QJsonObject{{u"k"_s, u"v"_s}}}},
                "application/merge-patch+json")
                 .status,
             200); // what is there can still be changed
}

void TestAdmission::grantsWhatIsHeld_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<int>("status");
    const QString oncall = u"oncall"_s;
    const QByteArray toRoles = roles;
    const QByteArray toBindings = bindings;
    QTest::newRow("a role with what he has")
        << oncall << toRoles << role(u"r"_s, {u"get"_s}, u"configmaps"_s) << 201;
    QTest::newRow("a role with another verb")
        << oncall << toRoles << role(u"r"_s, {u"get"_s, u"delete"_s}, u"configmaps"_s) << 403;
    QTest::newRow("a role with everything")
        << oncall << toRoles << role(u"r"_s, {u"*"_s}, u"*"_s) << 403;
    QTest::newRow("a role with nothing") << oncall << toRoles << role(u"r"_s, {}, {}) << 201;
    QTest::newRow("binds what he has")
        << oncall << toBindings << binding(u"b"_s, u"reader"_s, u"viewer"_s) << 201;
    QTest::newRow("binds more") << oncall << toBindings
                                << binding(u"b"_s, u"secrets"_s, u"oncall"_s) << 403;
    QTest::newRow("an administrator may")
        << u"root"_s << toBindings << binding(u"b"_s, u"secrets"_s, u"oncall"_s) << 201;
}

void TestAdmission::grantsWhatIsHeld()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, path);
    QFETCH(QJsonObject, object);
    QFETCH(int, status);
    if (object["rules"_L1][0]["verbs"_L1].toArray().isEmpty() && object.contains("rules"_L1)) {
        object.insert(u"rules"_s, QJsonArray());
    }
    const ApiAnswer answer = as(user, "POST", path, object);
    const QString message = answer.document["message"_L1].toString();
    QVERIFY2(answer.status == status, qPrintable(message));
    if (status == 403) {
        QVERIFY2(message.contains(
                     "user \"oncall\" (groups=[\"system:authenticated\"]) is attempting to grant "
                     "RBAC permissions not currently held:\n"_L1),
                 qPrintable(message));
    }
}

void TestAdmission::applyThatCreatesNeedsTheRight()
{
    const QByteArray path = QByteArray(maps) + "/m?fieldManager=x";
    const ApiAnswer refused =
        as(u"oncall"_s, "PATCH", path, configMap(u"m"_s), "application/apply-patch+yaml");
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.document["message"_L1].toString().contains("cannot create resource"_L1));
    QCOMPARE(as(u"root"_s, "PATCH", path, configMap(u"m"_s), "application/apply-patch+yaml").status,
             201);
    // Only what is new needs it; the right to patch was asked before.
    QCOMPARE(
        as(u"oncall"_s, "PATCH", path, configMap(u"m"_s), "application/apply-patch+yaml").status,
        200);
}

void TestAdmission::generatedNames()
{
    QJsonObject object = configMap({});
    object.insert(u"metadata"_s, QJsonObject{{u"generateName"_s, u"run-"_s}});
    const QRegularExpression form(u"^run-[bcdfghjklmnpqrstvwxz2456789]{5}$"_s);
    QSet<QString> names;
    for (int i = 0; i < 10; ++i) {
        const ApiAnswer made = as(u"root"_s, "POST", maps, object);
        QCOMPARE(made.status, 201);
        const QString name = made.document["metadata"_L1]["name"_L1].toString();
        QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
        names.insert(name);
    }
    QVERIFY(names.size() > 1);
}

void TestAdmission::quotas()
{
    const QString counted = u"count/configmaps"_s;
    const ClusterClient root(*m_state, u"root"_s);
    QJsonObject quota{{u"apiVersion"_s, u"v1"_s},
                      {u"kind"_s, u"ResourceQuota"_s},
                      {u"metadata"_s, QJsonObject{{u"name"_s, u"few"_s}, {u"namespace"_s, u"a"_s}}},
                      {u"spec"_s, QJsonObject{{u"hard"_s, QJsonObject{{counted, u"2"_s}}}}}};
    const QJsonObject status{
        {u"status"_s, QJsonObject{{u"hard"_s, QJsonObject{{counted, u"2"_s}}},
                                  {u"used"_s, QJsonObject{{counted, u"0"_s}}}}}};
    QVERIFY(root.create(quota).ok());
    QVERIFY(root.mergePatch({{}, u"resourcequotas"_s, u"a"_s, u"few"_s, u"status"_s}, status).ok());
    QCOMPARE(as(u"root"_s, "POST", QByteArray(maps) + "?dryRun=All", configMap(u"d"_s)).status,
             201);
    QCOMPARE(as(u"root"_s, "POST", maps, configMap(u"m"_s)).status, 201);
    QCOMPARE(as(u"root"_s, "POST", maps, configMap(u"n"_s)).status, 201);
    const ApiAnswer refused = as(u"root"_s, "POST", maps, configMap(u"o"_s));
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.document["message"_L1].toString().endsWith(
        "exceeded quota: few, requested: count/configmaps=1, used: count/configmaps=2, limited: count/configmaps=2"_L1));
    addNamespace(*m_state, u"ab"_s); // a quota holds for its own namespace only
    QCOMPARE(as(u"root"_s, "POST", "/api/v1/namespaces/ab/configmaps", configMap(u"m"_s)).status,
             201);
}

void TestAdmission::webhooks_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("status");
    const QByteArray ours = R"({"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],)"
                            R"("resources":["configmaps"]})";
    const QByteArray any =
        R"({"apiGroups":["*"],"apiVersions":["*"],"operations":["*"],"resources":["*"]})";
    const auto with = [&ours](const QByteArray &from, const QByteArray &to) {
        return QByteArray(ours).replace(from, to);
    };
    QTest::newRow("ours") << ours << u"Fail"_s << 500;
    QTest::newRow("any") << any << u"Fail"_s << 500;
    QTest::newRow("ignored") << any << u"Ignore"_s << 201;
    QTest::newRow("updates") << with("CREATE", "UPDATE") << u"Fail"_s << 201;
    QTest::newRow("another group") << with("[\"\"]", "[\"apps\"]") << u"Fail"_s << 201;
    QTest::newRow("another kind") << with("configmaps", "pods") << u"Fail"_s << 201;
    QTest::newRow("a part of it") << with("configmaps", "configmaps/status") << u"Fail"_s << 201;
    QTest::newRow("another version") << with("v1", "v2") << u"Fail"_s << 201;
}

void TestAdmission::webhooks()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, policy);
    QFETCH(int, status);
    QJsonObject configuration = named({}, u"down"_s);
    const QJsonObject service{{u"name"_s, u"hook"_s}, {u"namespace"_s, u"demo"_s}};
    configuration.insert(
        u"webhooks"_s,
        QJsonArray{QJsonObject{{u"name"_s, u"v.example.com"_s},
                               {u"failurePolicy"_s, policy},
                               {u"clientConfig"_s, QJsonObject{{u"service"_s, service}}},
                               {u"rules"_s, QJsonArray{QJsonDocument::fromJson(rule).object()}}}});
    store(*m_state,
          storageKeyOf(u"admissionregistration.k8s.io"_s, u"validatingwebhookconfigurations"_s),
          u"down"_s, configuration);
    const ApiAnswer answer = as(u"root"_s, "POST", maps, configMap(u"m"_s));
    QCOMPARE(answer.status, status);
    if (status == 500) {
        QCOMPARE(
            answer.document["message"_L1].toString(),
            u"Internal error occurred: failed calling webhook \"v.example.com\": failed to call webhook: Post \"https://hook.demo.svc:443?timeout=10s\": service \"hook\" not found"_s);
    }
}

void TestAdmission::injectedRefusals()
{
    m_state->faults.add({.kind = Fault::Kind::WebhookRefusal, .verb = {}, .path = {}, .count = 1});
    const ApiAnswer refused = as(u"root"_s, "POST", maps, configMap(u"m"_s));
    QCOMPARE(refused.status, 403);
    QVERIFY(!refused.document.contains("details"_L1));
    QCOMPARE(as(u"root"_s, "POST", maps, configMap(u"m"_s)).status, 201);
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
