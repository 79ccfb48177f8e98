// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverrequests.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

constexpr auto accessPath = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
constexpr auto about = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
constexpr auto rules = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
constexpr auto self = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
constexpr auto tokens = "/api/v1/namespaces/kotaemon/serviceaccounts/schedule/token";

QJsonObject seconds(const QJsonValue &value)
{
    return {{u"spec"_s, QJsonObject{{u"expirationSeconds"_s, value}}}};
}

} // namespace

class TestReviews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void access_data();
    void access();
    void badBodies_data();
    void badBodies();
    void refusalsAreThoseOfTheRealServer_data();
    void refusalsAreThoseOfTheRealServer();
    void whoAmI();
    void rulesOfAUser();
    void tokenLifetimes_data();
    void tokenLifetimes();
    void tokensOfNobody();

private:
    [[nodiscard]] ApiAnswer ask(const UserInfo &user, const QByteArray &path,
                                const QJsonObject &body);

    std::unique_ptr<ServerState> m_state;
    const UserInfo m_oncall = UserInfo::authenticated(u"oncall"_s, {u"ops"_s}, u"1001"_s);
};

void TestReviews::init()
{
    m_state = std::make_unique<ServerState>();
    const QString group = u"rbac.authorization.k8s.io"_s;
    QJsonObject role = named(u"kotaemon"_s, u"scaler"_s);
    role.insert(u"rules"_s, QJsonArray{QJsonObject{{u"verbs"_s, QJsonArray{u"get"_s, u"patch"_s}},
                                                   {u"apiGroups"_s, QJsonArray{u"autoscaling"_s}},
                                                   {u"resources"_s, QJsonArray{u"hpas"_s}}}});
    store(*m_state, storageKeyOf(group, u"roles"_s), u"kotaemon/scaler"_s, role);
    QJsonObject binding = named(u"kotaemon"_s, u"ops-scale"_s);
    binding.insert(
        u"roleRef"_s,
        QJsonObject{{u"apiGroup"_s, group}, {u"kind"_s, u"Role"_s}, {u"name"_s, u"scaler"_s}});
    binding.insert(u"subjects"_s,
                   QJsonArray{QJsonObject{
                       {u"kind"_s, u"Group"_s}, {u"apiGroup"_s, group}, {u"name"_s, u"ops"_s}}});
    store(*m_state, storageKeyOf(group, u"rolebindings"_s), u"kotaemon/ops-scale"_s, binding);
    store(*m_state, storageKeyOf({}, u"serviceaccounts"_s), u"kotaemon/schedule"_s,
          named(u"kotaemon"_s, u"schedule"_s));
}

ApiAnswer TestReviews::ask(const UserInfo &user, const QByteArray &path, const QJsonObject &body)
{
    ApiRequest request = requestOf("POST", path, body);
    request.user = user;
    return answerTrusted(*m_state, request);
}

void TestReviews::access_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<bool>("allowed");
    const QByteArray in = R"("group":"autoscaling","resource":"hpas","namespace":"kotaemon")";
    QTest::newRow("granted") << QByteArray(accessPath) << QByteArray(R"("verb":"patch",)" + in)
                             << true;
    QTest::newRow("another verb") << QByteArray(accessPath)
                                  << QByteArray(R"("verb":"delete",)" + in) << false;
    QTest::newRow("another namespace")
        << QByteArray(accessPath)
        << QByteArray(R"("verb":"get","group":"autoscaling","resource":"hpas","namespace":"b")")
        << false;
    QTest::newRow("all namespaces")
        << QByteArray(accessPath)
        << QByteArray(R"("verb":"get","group":"autoscaling","resource":"hpas","namespace":"")")
        << false;
    QTest::newRow("another group")
        << QByteArray(accessPath)
        << QByteArray(R"("verb":"get","resource":"hpas","namespace":"kotaemon")") << false;
    QTest::newRow("a part of it") << QByteArray(accessPath)
                                  << QByteArray(R"("verb":"patch","subresource":"status",)" + in)
                                  << false;
    // The person in the spec counts, not the one who asks.
    QTest::newRow("about somebody else")
        << QByteArray(about) << QByteArray(R"("verb":"patch",)" + in) << false;
}

void TestReviews::access()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, attributes);
    const QByteArray body =
        R"({"spec":{"user":"viewer","resourceAttributes":{)" + attributes + "}}}";
    const ApiAnswer answer = ask(m_oncall, path, QJsonDocument::fromJson(body).object());
    QCOMPARE(answer.status, 201);
    QTEST(answer.document["status"_L1]["allowed"_L1].toBool(), "allowed");
    QCOMPARE(answer.document["status"_L1].toObject().contains("reason"_L1),
             answer.document["status"_L1]["allowed"_L1].toBool());
    QVERIFY(m_state->store.snapshot(u"authorization.k8s.io"_s).objects.isEmpty());
}

void TestReviews::badBodies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray json = "application/json";
    const QByteArray protobuf = "application/vnd.kubernetes.protobuf";
    QTest::newRow("nothing") << QByteArray(accessPath) << json << QByteArray() << 400;
    QTest::newRow("no JSON") << QByteArray(accessPath) << json << QByteArray("{") << 400;
    QTest::newRow("a list") << QByteArray(accessPath) << json << QByteArray("[]") << 400;
    QTest::newRow("no spec") << QByteArray(accessPath) << json << QByteArray("{}") << 422;
    QTest::newRow("both questions")
        << QByteArray(accessPath) << json
        << QByteArray(R"({"spec":{"resourceAttributes":{},"nonResourceAttributes":{}}})") << 422;
    QTest::newRow("rules of nowhere") << QByteArray(rules) << json << QByteArray("{}") << 400;
    QTest::newRow("broken protobuf")
        << QByteArray(accessPath) << protobuf << QByteArray("k8s") << 400;
    QTest::newRow("JSON named protobuf") << QByteArray(self) << protobuf << QByteArray("{}") << 400;
    QTest::newRow("token") << QByteArray(tokens) << json << QByteArray("nonsense") << 400;
}

void TestReviews::badBodies()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    ApiRequest request = requestOf("POST", path, body);
    request.headers.replace("content-type", type);
    const ApiAnswer answer = answerTrusted(*m_state, request);
    QTEST(answer.status, "code");
    QCOMPARE(answer.document["status"_L1].toString(), u"Failure"_s);
    request.method = "GET";
    request.interpret();
    QVERIFY(answerTrusted(*m_state, request).status >= 400);
}

void TestReviews::refusalsAreThoseOfTheRealServer_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("neither question") << u"auth.ssar.invalid"_s;
    QTest::newRow("too short") << u"exp1.f.token.too_short"_s;
}

void TestReviews::refusalsAreThoseOfTheRealServer()
{
    QFETCH(QString, name);
    const QJsonObject exchange = recorded(name);
    QByteArray path = exchange["request"_L1]["path"_L1].toString().toLatin1();
    path.replace("hpa-schedule", "schedule");
    const ApiAnswer answer = ask(m_oncall, path, exchange["request"_L1]["body"_L1].toObject());
    QCOMPARE(answer.document, exchange["response"_L1]["body"_L1].toObject());
    QCOMPARE(answer.status, exchange["response"_L1]["status"_L1].toInt());
}

void TestReviews::whoAmI()
{
    const ApiAnswer answer = ask(m_oncall, self, {});
    QCOMPARE(answer.status, 201);
    QVERIFY(!answer.document.contains("spec"_L1));
    const QJsonValue info = answer.document["status"_L1]["userInfo"_L1];
    QCOMPARE(info["username"_L1].toString(), u"oncall"_s);
    QCOMPARE(info["uid"_L1].toString(), u"1001"_s);
    QCOMPARE(info["groups"_L1].toArray(), (QJsonArray{u"ops"_s, u"system:authenticated"_s}));
    QVERIFY(info["extra"_L1].isUndefined());
}

void TestReviews::rulesOfAUser()
{
    const QJsonObject body{{u"spec"_s, QJsonObject{{u"namespace"_s, u"kotaemon"_s}}}};
    const ApiAnswer mine = ask(m_oncall, rules, body);
    QCOMPARE(mine.document["status"_L1]["resourceRules"_L1].toArray().size(), 1);
    QCOMPARE(mine.document["status"_L1]["resourceRules"_L1][0]["resources"_L1].toArray(),
             QJsonArray{u"hpas"_s});
    const ApiAnswer strangers = ask(UserInfo::authenticated(u"viewer"_s, {}), rules, body);
    QVERIFY(strangers.document["status"_L1]["resourceRules"_L1].toArray().isEmpty());
}

void TestReviews::tokenLifetimes_data()
{
    QTest::addColumn<QJsonValue>("asked");
    QTest::addColumn<int>("code");
    QTest::newRow("usual") << QJsonValue(QJsonValue::Null) << 201;
    QTest::newRow("shortest") << QJsonValue(600) << 201;
    QTest::newRow("too short") << QJsonValue(599) << 422;
    QTest::newRow("negative") << QJsonValue(-1) << 422;
    QTest::newRow("longest") << QJsonValue(qint64(1) << 32) << 201;
    QTest::newRow("too long") << QJsonValue((qint64(1) << 32) + 1) << 422;
    QTest::newRow("for ever") << QJsonValue(std::numeric_limits<qint64>::max()) << 422;
}

void TestReviews::tokenLifetimes()
{
    QFETCH(QJsonValue, asked);
    QFETCH(int, code);
    const ApiAnswer answer = ask(m_oncall, tokens, seconds(asked));
    QCOMPARE(answer.status, code);
    const QJsonValue status = answer.document["status"_L1];
    if (code != 201) {
        return;
    }
    ApiRequest request;
    request.headers.insert("authorization", "Bearer " + status["token"_L1].toString().toLatin1());
    const auto ends =
        QDateTime::fromString(status["expirationTimestamp"_L1].toString(), Qt::ISODate);
    QVERIFY(ends.isValid());
    const auto user = m_state->authenticator.authenticate(request, ends.addSecs(-60));
    QVERIFY(user);
    QCOMPARE(user->name, u"system:serviceaccount:kotaemon:schedule"_s);
    QCOMPARE(user->uid, u"uid-of-schedule"_s);
    QVERIFY(!m_state->authenticator.authenticate(request, ends.addSecs(1)));
}

void TestReviews::tokensOfNobody()
{
    const ApiAnswer answer =
        ask(m_oncall, "/api/v1/namespaces/kotaemon/serviceaccounts/nobody/token", seconds(3600));
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.document["message"_L1].toString(), u"serviceaccounts \"nobody\" not found"_s);
}

QTEST_GUILESS_MAIN(TestReviews)
#include "tst_reviews.moc"
