// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kubernetesversion.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestKubernetesVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("minor");
        QTest::newRow("short") << u"1.36"_s << 36;
        QTest::newRow("as the server says it") << u"v1.32.4"_s << 32;
        QTest::newRow("of a vendor") << u"v1.29.6-eks-1552ad0"_s << 29;
        QTest::newRow("built by hand") << u"v1.35.0+k3s1"_s << 35;
        QTest::newRow("patched") << u"1.27+"_s << 27;
        QTest::newRow("another major") << u"2.0"_s << -1;
        QTest::newRow("minor alone") << u"36"_s << -1;
        QTest::newRow("a word") << u"latest"_s << -1;
        QTest::newRow("run together") << u"1.36x"_s << -1;
        QTest::newRow("empty") << QString() << -1;
    }

    void versions()
    {
        QFETCH(QString, version);
        QTEST(kubernetesMinorOf(version).value_or(-1), "minor");
    }
};

QTEST_APPLESS_MAIN(TestKubernetesVersion)
#include "tst_kubernetesversion.moc"
