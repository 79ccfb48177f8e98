// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/impersonation.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestImpersonation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyElse()
    {
        KubeUser user;
        user.name = u"ann"_s;
        QVERIFY(impersonationHeaders(user).isEmpty());
    }

    void somebodyElse()
    {
        KubeUser user;
        user.impersonate = u"root"_s;
        user.impersonateUid = u"7"_s;
        user.impersonateGroups = {u"system:masters"_s, u"dev"_s};
        user.impersonateExtra = {{u"scopes"_s, {u"view"_s, u"edit"_s}}};
        const HttpHeaders expected{{"Impersonate-User", "root"},
                                   {"Impersonate-Uid", "7"},
                                   {"Impersonate-Group", "system:masters"},
                                   {"Impersonate-Group", "dev"},
                                   {"Impersonate-Extra-scopes", "view"},
                                   {"Impersonate-Extra-scopes", "edit"}};
        QCOMPARE(impersonationHeaders(user), expected);
    }

    void keysAreEscaped_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("small letters") << u"Scopes"_s << "scopes"_ba;
        QTest::newRow("slash and colon") << u"acme.com/a:b"_s << "acme.com%2Fa%3Ab"_ba;
        QTest::newRow("percent") << u"a%20b"_s << "a%2520b"_ba;
        QTest::newRow("all that may stay") << u"a!#$&'*+-.^_`|~9"_s << "a!#$&'*+-.^_`|~9"_ba;
        QTest::newRow("UTF-8") << u"ü"_s << "%C3%BC"_ba;
        QTest::newRow("line end") << u"a\r\nb"_s << "a%0D%0Ab"_ba;
    }

    void keysAreEscaped()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, name);
        KubeUser user;
        user.impersonate = u"root"_s;
        user.impersonateExtra = {{key, {u"v"_s}}};
        QCOMPARE(impersonationHeaders(user).last(), HttpHeader("Impersonate-Extra-" + name, "v"));
    }
};

QTEST_GUILESS_MAIN(TestImpersonation)
#include "tst_impersonation.moc"
