// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/languagecontroller.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestLanguageController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemLanguage_data();
    void systemLanguage();
    void switchesAtRunTime();
};

void TestLanguageController::systemLanguage_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("taken");
    QTest::newRow("none") << QStringList{} << u"en"_s;
    QTest::newRow("C") << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("simplified") << QStringList{u"zh-Hans-CN"_s, u"en"_s} << u"zh_CN"_s;
    QTest::newRow("short") << QStringList{u"zh-CN"_s} << u"zh_CN"_s;
    QTest::newRow("traditional") << QStringList{u"zh-Hant-TW"_s} << u"en"_s;
    QTest::newRow("second choice") << QStringList{u"de-DE"_s, u"zh-CN"_s} << u"zh_CN"_s;
}

void TestLanguageController::systemLanguage()
{
    QFETCH(const QStringList, wanted);
    QFETCH(const QString, taken);
    QCOMPARE(LanguageController::systemLanguage(wanted), taken);
}

void TestLanguageController::switchesAtRunTime()
{
    Q_INIT_RESOURCE(translations);
    QVERIFY(QFile::exists(u":/i18n/spillway_zh_CN.qm"_s));
    QVERIFY(QFile::exists(u":/i18n/spillway_en.qm"_s));
    LanguageController controller;
    QSignalSpy changed(&controller, &LanguageController::changed);
    controller.setLanguage(u"zh_CN"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    controller.setLanguage(u"zh_CN"_s);
    QCOMPARE(changed.size(), 1);
    controller.setLanguage(u"en"_s);
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(changed.size(), 2);
}

QTEST_MAIN(TestLanguageController)
#include "tst_languagecontroller.moc"
