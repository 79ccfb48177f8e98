// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/options.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll();
    void refuses_data();
    void refuses();
    void helpAndVersion();
    void demoWithoutDisplay();
};

void TestOptions::readsAll()
{
    const auto result = parseOptions(
        {"--workspace",    "w.yaml",    "--page",    "overview", "--grab",
         "out.png",        "--size",    "1600x1000", "--theme",  "dark",
         "--lang",         "zh_CN",     "--range",   "now-6h",   "--metrics-listen",
         "127.0.0.1:9464", "-platform", "offscreen", "--link",   "spillway://view?page=cost"},
        true);
    QVERIFY2(result.options.has_value(), qPrintable(result.output));
    const Options &options = *result.options;
    QCOMPARE(options.workspaceFile, u"w.yaml"_s);
    QCOMPARE(options.page, u"overview"_s);
    QCOMPARE(options.grabFile, u"out.png"_s);
    QCOMPARE(options.size, QSize(1600, 1000));
    QVERIFY(options.theme == ThemeMode::Dark);
    QCOMPARE(options.language, u"zh_CN"_s);
    QVERIFY(options.range == TimeSelection::last(6h));
    QCOMPARE(options.metricsListen, u"127.0.0.1:9464"_s);
    QCOMPARE(options.link->page, u"cost"_s);
    QVERIFY(!options.demo);
}

void TestOptions::refuses_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::newRow("size") << u"--size"_s << u"big"_s;
    QTest::newRow("tiny size") << u"--size"_s << u"1x1"_s;
    QTest::newRow("theme") << u"--theme"_s << u"pink"_s;
    QTest::newRow("language") << u"--lang"_s << u"tlh"_s;
    QTest::newRow("range") << u"--range"_s << u"sometimes"_s;
    QTest::newRow("open metrics") << u"--metrics-listen"_s << u"0.0.0.0:9464"_s;
    QTest::newRow("port") << u"--metrics-listen"_s << u"127.0.0.1:99999"_s;
    QTest::newRow("link") << u"--link"_s << u"http://example"_s;
    QTest::newRow("unknown") << u"--unknown"_s << u"x"_s;
}

void TestOptions::refuses()
{
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    const auto result = parseOptions({option.toStdString(), value.toStdString()}, true);
    QVERIFY(!result.options.has_value());
    QCOMPARE(result.exitCode, 2);
    QVERIFY(!result.output.isEmpty());
}

void TestOptions::helpAndVersion()
{
    const auto help = parseOptions({"--help"}, true);
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains(u"--metrics-listen"_s));
    const auto version = parseOptions({"--version"}, true);
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.contains(QStringLiteral(SPILLWAY_VERSION)));
}

void TestOptions::demoWithoutDisplay()
{
    QVERIFY(parseOptions({"--demo"}, false).options->grabAllPages);
    QVERIFY(!parseOptions({"--demo"}, true).options->grabAllPages);
    QVERIFY(!parseOptions({"--demo", "--grab", "a.png"}, false).options->grabAllPages);
    QVERIFY(!parseOptions({"--demo", "--platform", "xcb"}, false).options->grabAllPages);
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
