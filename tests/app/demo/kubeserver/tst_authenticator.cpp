// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/authenticator.h"
#include "serverrequests.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

ApiRequest requestWith(const QByteArray &authorization)
{
    ApiRequest request;
    if (!authorization.isNull()) {
        request.headers.insert("authorization", authorization);
    }
    return request;
}

} // namespace

class TestAuthenticator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void schemes_data();
    void schemes();
    void certificates();
    void tokensOfAccountsExpire_data();
    void tokensOfAccountsExpire();
    void tokensGoWithTheirAccount();
    void tokensAreLongAndDiffer();
    void groupsOfUsers();
};

void TestAuthenticator::schemes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected"); // empty: 401
    const QString anonymous = u"system:anonymous"_s;
    QTest::newRow("nothing") << QByteArray() << anonymous;
    QTest::newRow("empty") << QByteArray("") << anonymous;
    QTest::newRow("bearer") << QByteArray("Bearer good") << u"oncall"_s;
    QTest::newRow("lower case") << QByteArray("bearer good") << u"oncall"_s;
    QTest::newRow("blanks behind") << QByteArray("Bearer good  ") << u"oncall"_s;
    QTest::newRow("unknown token") << QByteArray("Bearer bad") << QString();
    QTest::newRow("part of a token") << QByteArray("Bearer goo") << QString();
    QTest::newRow("longer than a token") << QByteArray("Bearer goodgood") << QString();
    QTest::newRow("other case") << QByteArray("Bearer GOOD") << QString();
    QTest::newRow("another scheme") << QByteArray("Basic b25jYWxsOmdvb2Q=") << anonymous;
    QTest::newRow("scheme alone") << QByteArray("Bearer") << anonymous;
    QTest::newRow("scheme without token") << QByteArray("Bearer ") << anonymous;
    QTest::newRow("without blank") << QByteArray("Bearergood") << anonymous;
}

void TestAuthenticator::schemes()
{
    QFETCH(QByteArray, header);
    Authenticator authenticator;
    authenticator.addToken("good", UserInfo::authenticated(u"oncall"_s, {u"ops"_s}, u"1001"_s));
    const auto user = authenticator.authenticate(requestWith(header), noon);
    QTEST(user ? user->name : QString(), "expected");
}

void TestAuthenticator::certificates()
{
    const Authenticator authenticator;
    ApiRequest request;
    request.certificateUser = u"admin"_s;
    request.certificateGroups = {u"system:masters"_s};
    request.certificateDigest = u"abc"_s;
    const auto user = authenticator.authenticate(request, noon);
    QVERIFY(user);
    QCOMPARE(user->name, u"admin"_s);
    QCOMPARE(user->groups, (QStringList{u"system:masters"_s, u"system:authenticated"_s}));
    QCOMPARE(user->extra.value(u"authentication.kubernetes.io/credential-id"_s),
             QStringList{u"X509SHA256=abc"_s});
    QVERIFY(user->isMaster());
    QVERIFY(!user->isAnonymous());
}

void TestAuthenticator::tokensOfAccountsExpire_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("good");
    QTest::newRow("fresh") << 0 << true;
    QTest::newRow("last second") << 599 << true;
    QTest::newRow("on time") << 600 << false;
    QTest::newRow("late") << 6000 << false;
}

void TestAuthenticator::tokensOfAccountsExpire()
{
    QFETCH(int, seconds);
    Authenticator authenticator;
    const QByteArray token =
        authenticator.issueToken(u"kotaemon"_s, u"schedule"_s, u"u1"_s, noon.addSecs(600));
    const auto user =
        authenticator.authenticate(requestWith("Bearer " + token), noon.addSecs(seconds));
    QTEST(user.has_value(), "good");
    if (user) {
        QCOMPARE(user->name, u"system:serviceaccount:kotaemon:schedule"_s);
        QCOMPARE(user->uid, u"u1"_s);
    }
}

void TestAuthenticator::tokensGoWithTheirAccount()
{
    Authenticator authenticator;
    QStringList asked;
    bool exists = true;
    authenticator.setAccountCheck(
        [&](const QString &nameSpace, const QString &name, const QString &uid) {
            asked.append(nameSpace + u'/' + name + u'/' + uid);
            return exists;
        });
    const QByteArray token =
        authenticator.issueToken(u"kotaemon"_s, u"schedule"_s, u"u1"_s, noon.addSecs(600));
    authenticator.addToken("human", UserInfo::authenticated(u"oncall"_s, {}));
    QVERIFY(authenticator.authenticate(requestWith("Bearer " + token), noon));
    exists = false;
    QVERIFY(!authenticator.authenticate(requestWith("Bearer " + token), noon));
    QCOMPARE(asked, QStringList(2, u"kotaemon/schedule/u1"_s));
    QVERIFY(authenticator.authenticate(requestWith("Bearer human"), noon)); // is no account
}

void TestAuthenticator::tokensAreLongAndDiffer()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        const QByteArray token = Authenticator::randomToken();
        QCOMPARE(token.size(), 43); // 32 bytes
        QVERIFY(!token.contains('+') && !token.contains('/') && !token.contains('='));
        seen.insert(token);
    }
    QCOMPARE(seen.size(), 100);
}

void TestAuthenticator::groupsOfUsers()
{
    QVERIFY(UserInfo::anonymous().isAnonymous());
    QCOMPARE(UserInfo::anonymous().groups, QStringList{u"system:unauthenticated"_s});
    const UserInfo account = UserInfo::serviceAccount(u"a"_s, u"b"_s, u"c"_s);
    QCOMPARE(account.groups,
             (QStringList{u"system:serviceaccounts"_s, u"system:serviceaccounts:a"_s,
                          u"system:authenticated"_s}));
    QVERIFY(!account.isMaster());
    QVERIFY(!UserInfo::authenticated(u"system:masters"_s, {u"masters"_s}).isMaster());
}

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
