// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/impersonation.h"
#include "serverrequests.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

namespace {

QJsonObject rule(const QString &group, const QJsonArray &resources, const QJsonArray &names)
{
    QJsonObject made{{u"verbs"_s, QJsonArray{u"impersonate"_s}},
                     {u"apiGroups"_s, QJsonArray{group}},
                     {u"resources"_s, resources}};
    if (!names.isEmpty()) {
        made.insert(u"resourceNames"_s, names);
    }
    return made;
}

} // namespace

class TestImpersonation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void becomes_data();
    void becomes();
    void rights_data();
    void rights();
    void withoutHeadersNothingHappens();
    void withoutNameIsRefused();

private:
    [[nodiscard]] std::optional<ApiAnswer> as(ApiRequest &request, const UserInfo &user,
                                              const Headers &headers) const;

    ServerState m_state;
};

void TestImpersonation::initTestCase()
{
    // "desk" may become oncall in any group "ops", with tickets, and one service account.
    const QString group = u"rbac.authorization.k8s.io"_s;
    const QString authentication = u"authentication.k8s.io"_s;
    QJsonObject role = named({}, u"desk"_s);
    role.insert(u"rules"_s, QJsonArray{rule({}, {u"users"_s}, {u"oncall"_s}),
                                       rule({}, {u"groups"_s}, {u"ops"_s}),
                                       rule({}, {u"serviceaccounts"_s}, {u"schedule"_s}),
                                       rule(authentication, {u"userextras/ticket"_s}, {})});
    store(m_state, storageKeyOf(group, u"clusterroles"_s), u"desk"_s, role);
    QJsonObject binding = named({}, u"desk"_s);
    binding.insert(
        u"roleRef"_s,
        QJsonObject{{u"apiGroup"_s, group}, {u"kind"_s, u"ClusterRole"_s}, {u"name"_s, u"desk"_s}});
    binding.insert(u"subjects"_s,
                   QJsonArray{QJsonObject{
                       {u"kind"_s, u"User"_s}, {u"apiGroup"_s, group}, {u"name"_s, u"desk"_s}}});
    store(m_state, storageKeyOf(group, u"clusterrolebindings"_s), u"desk"_s, binding);
}

std::optional<ApiAnswer> TestImpersonation::as(ApiRequest &request, const UserInfo &user,
                                               const Headers &headers) const
{
    request = requestOf("GET", "/api/v1/namespaces/kotaemon/pods");
    request.user = user;
    for (const auto &header : headers) {
        request.headers.insert(header.first, header.second);
    }
    return impersonate(m_state, request);
}

void TestImpersonation::becomes_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("groups");
    const QString authenticated = u"system:authenticated"_s;
    const QString stranger = u"system:unauthenticated"_s;
    QTest::newRow("user") << Headers{{"impersonate-user", "oncall"}} << u"oncall"_s
                          << QStringList{authenticated};
    QTest::newRow("groups keep their order")
        << Headers{{"impersonate-user", "oncall"},
                   {"impersonate-group", "b"},
                   {"impersonate-group", "a"}}
        << u"oncall"_s << QStringList{u"b"_s, u"a"_s, authenticated};
    QTest::newRow("authenticated once")
        << Headers{{"impersonate-user", "oncall"}, {"impersonate-group", "system:authenticated"}}
        << u"oncall"_s << QStringList{authenticated};
    QTest::newRow("nobody") << Headers{{"impersonate-user", "system:anonymous"}}
                            << u"system:anonymous"_s << QStringList{stranger};
    QTest::newRow("service account")
        << Headers{{"impersonate-user", "system:serviceaccount:kotaemon:schedule"}}
        << u"system:serviceaccount:kotaemon:schedule"_s
        << QStringList{u"system:serviceaccounts"_s, u"system:serviceaccounts:kotaemon"_s,
                       authenticated};
}

void TestImpersonation::becomes()
{
    QFETCH(Headers, headers);
    const UserInfo root = UserInfo::authenticated(u"root"_s, {u"system:masters"_s}, u"0"_s);
    ApiRequest request;
    QVERIFY(!as(request, root, headers));
    QTEST(request.user.name, "name");
    QTEST(request.user.groups, "groups");
    QVERIFY(request.user.uid.isEmpty()); // nothing of root stays
    QVERIFY(request.user.extra.isEmpty());
}

void TestImpersonation::rights_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QString>("refusal"); // empty: may
    const std::pair<QByteArray, QByteArray> user("impersonate-user", "oncall");
    const auto cannot = [](const QString &what) -> QString {
        return u"User \"desk\" cannot impersonate resource "_s + what;
    };
    QTest::newRow("user") << u"desk"_s << Headers{user} << QString();
    QTest::newRow("another user") << u"desk"_s << Headers{{"impersonate-user", "root"}}
                                  << cannot(u"\"users\" in API group \"\" at the cluster scope"_s);
    QTest::newRow("group") << u"desk"_s << Headers{user, {"impersonate-group", "ops"}} << QString();
    QTest::newRow("masters") << u"desk"_s << Headers{user, {"impersonate-group", "system:masters"}}
                             << cannot(u"\"groups\" in API group \"\""_s);
    QTest::newRow("one of two groups")
        << u"desk"_s
        << Headers{user, {"impersonate-group", "ops"}, {"impersonate-group", "system:masters"}}
        << cannot(u"\"groups\" in API group \"\""_s);
    QTest::newRow("extra") << u"desk"_s << Headers{user, {"impersonate-extra-ticket", "INC-1"}}
                           << QString();
    QTest::newRow("another extra")
        << u"desk"_s << Headers{user, {"impersonate-extra-scopes", "all"}}
        << cannot(u"\"userextras/scopes\" in API group \"authentication.k8s.io\""_s);
    QTest::newRow("uid") << u"desk"_s << Headers{user, {"impersonate-uid", "1001"}}
                         << cannot(u"\"uids\" in API group \"authentication.k8s.io\""_s);
    QTest::newRow("service account")
        << u"desk"_s << Headers{{"impersonate-user", "system:serviceaccount:kotaemon:schedule"}}
        << QString();
    QTest::newRow("another service account")
        << u"desk"_s << Headers{{"impersonate-user", "system:serviceaccount:kotaemon:admin"}}
        << cannot(u"\"serviceaccounts\" in API group \"\" in the namespace \"kotaemon\""_s);
    QTest::newRow("without any such right")
        << u"viewer"_s << Headers{user}
        << u"User \"viewer\" cannot impersonate-on:user-info:list resource \"pods\" in API "
           "group \"\" in the namespace \"kotaemon\""_s;
}

void TestImpersonation::rights()
{
    QFETCH(QString, who);
    QFETCH(Headers, headers);
    QFETCH(QString, refusal);
    ApiRequest request;
    const auto answer = as(request, UserInfo::authenticated(who, {}), headers);
    QCOMPARE(answer.has_value(), !refusal.isEmpty());
    if (answer) {
        QCOMPARE(answer->status, 403);
        const QString message = answer->document["message"_L1].toString();
        QVERIFY2(message.contains(refusal), qPrintable(message));
        QCOMPARE(request.user.name, who); // nobody else by halves
    }
}

void TestImpersonation::withoutHeadersNothingHappens()
{
    ApiRequest request;
    QVERIFY(!as(request, UserInfo::authenticated(u"desk"_s, {u"g"_s}, u"7"_s), {}));
    QCOMPARE(request.user.name, u"desk"_s);
    QCOMPARE(request.user.uid, u"7"_s);
}

void TestImpersonation::withoutNameIsRefused()
{
    ApiRequest request;
    const auto answer = as(request, UserInfo::authenticated(u"root"_s, {u"system:masters"_s}),
                           {{"impersonate-group", "ops"}});
    QVERIFY(answer);
    QCOMPARE(answer->document, recordedAnswer(u"imp.group_without_user"_s));
}

QTEST_GUILESS_MAIN(TestImpersonation)
#include "tst_serverimpersonation.moc"
