// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policydrafts.h"
#include "itemmodels/policyhistory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestPolicyHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileAWorkspace();
    void theLatestFirst();
    void aBrokenFile();
    void drafts();
};

void TestPolicyHistory::aFileAWorkspace()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"new/policies.ini"_s);
    QCOMPARE(PolicyHistory(file).fileOf(u"demo"_s), QString{});
    PolicyHistory(file).setFile(u"demo"_s, u"/a/policy.yaml"_s);
    PolicyHistory(file).setFile(u"生产"_s, u"/b/高峰, 2.yaml"_s);
    QCOMPARE(PolicyHistory(file).fileOf(u"demo"_s), u"/a/policy.yaml"_s);
    QCOMPARE(PolicyHistory(file).fileOf(u"生产"_s), u"/b/高峰, 2.yaml"_s);
    PolicyHistory(file).setFile(u"demo"_s, {});
    QCOMPARE(PolicyHistory(file).fileOf(u"demo"_s), QString{});
    QVERIFY(PolicyHistory(file).recent().contains(u"/a/policy.yaml"_s));
}

void TestPolicyHistory::theLatestFirst()
{
    const QTemporaryDir folder;
    PolicyHistory history(folder.filePath(u"policies.ini"_s));
    for (int i = 0; i < 12; ++i) {
        history.setFile(u"demo"_s, u"/%1.yaml"_s.arg(i));
    }
    history.setFile(u"demo"_s, u"/6.yaml"_s);
    QCOMPARE(history.recent().size(), PolicyHistory::kept);
    QCOMPARE(history.recent().first(2), (QStringList{u"/6.yaml"_s, u"/11.yaml"_s}));
    QCOMPARE(history.recent().count(u"/6.yaml"_s), 1);
}

void TestPolicyHistory::aBrokenFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"policies.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x01\xff[[[=\n%%");
    file.close();
    PolicyHistory history(file.fileName());
    QCOMPARE(history.recent(), QStringList{});
    history.setFile(u"demo"_s, u"/a.yaml"_s);
    QCOMPARE(history.fileOf(u"demo"_s), u"/a.yaml"_s);
}

void TestPolicyHistory::drafts()
{
    const QTemporaryDir folder;
    const PolicyDrafts drafts(folder.filePath(u"drafts"_s));
    QVERIFY(!drafts.find(u"/a.yaml"_s));
    drafts.keep(u"/a.yaml"_s, {"text\nof two lines", PolicyDrafts::hashOf("base")});
    QCOMPARE(drafts.find(u"/a.yaml"_s)->text, QByteArray("text\nof two lines"));
    QCOMPARE(drafts.find(u"/a.yaml"_s)->baseHash, PolicyDrafts::hashOf("base"));
    QVERIFY(!drafts.find(u"/b.yaml"_s));
    drafts.keep(u"/a.yaml"_s, {{}, {}});
    QCOMPARE(drafts.find(u"/a.yaml"_s)->text, QByteArray());
    drafts.drop(u"/a.yaml"_s);
    QVERIFY(!drafts.find(u"/a.yaml"_s));
    const PolicyDrafts nowhere;
    nowhere.keep(u"/a.yaml"_s, {"x", {}});
    QVERIFY(!nowhere.find(u"/a.yaml"_s));
}

QTEST_GUILESS_MAIN(TestPolicyHistory)
#include "tst_policyhistory.moc"
