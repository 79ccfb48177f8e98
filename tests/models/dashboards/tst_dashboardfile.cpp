// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardreader.h"
#include "dashboards/dashboardwriter.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QByteArray data(const QString &name)
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/dashboards/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QString randomText(QRandomGenerator &random)
{
    static const QString alphabet = u"ab:#'\"\\\n{}[]-?! %中é\t&*"_s;
    QString text;
    const int length = random.bounded(8);
    for (int i = 0; i < length; ++i) {
        text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
    }
    return text;
}

Panel randomPanel(QRandomGenerator &random, int index)
{
    Panel panel;
    panel.id = u"p%1"_s.arg(index);
    panel.title = randomText(random);
    panel.description = randomText(random);
    panel.kind = static_cast<PanelKind>(random.bounded(8));
    panel.rect = {random.bounded(12), random.bounded(100), 1 + random.bounded(12),
                  1 + random.bounded(20)};
    panel.unit.unit = static_cast<Unit>(random.bounded(static_cast<int>(Unit::Boolean) + 1));
    panel.unit.currency = random.bounded(2) == 0 ? u"CNY"_s : QString{};
    if (random.bounded(2) == 0) {
        panel.unit.decimals = random.bounded(5);
    }
    panel.style = static_cast<DrawStyle>(random.bounded(5));
    panel.reduce = static_cast<Reduce>(random.bounded(5));
    panel.logAxis = random.bounded(2) == 0;
    if (random.bounded(2) == 0) {
        panel.min = -random.generateDouble();
        panel.max = random.generateDouble() * 1e9;
    }
    panel.topN = random.bounded(20);
    panel.compareLastWeek = random.bounded(2) == 0;
    panel.text = randomText(random);
    const int queries = 1 + random.bounded(3);
    for (int i = 0; i < queries; ++i) {
        panel.queries.push_back({u"q%1"_s.arg(i), randomText(random), randomText(random),
                                 random.bounded(2) == 0,
                                 std::chrono::milliseconds{random.bounded(1'000'000'000)}});
        panel.thresholds.push_back({random.generateDouble() * 100,
                                    static_cast<Severity>(random.bounded(3)), randomText(random)});
        panel.valueNames.push_back({random.generateDouble(), randomText(random),
                                    static_cast<Severity>(random.bounded(3))});
        panel.columns.push_back({u"q%1"_s.arg(random.bounded(i + 1)), randomText(random),
                                 panel.unit, panel.thresholds, randomText(random)});
    }
    return panel;
}

Dashboard randomDashboard(quint32 seed)
{
    QRandomGenerator random(seed);
    Dashboard dashboard;
    dashboard.id = u"d"_s;
    dashboard.title = randomText(random);
    dashboard.description = randomText(random);
    for (int i = 0; i < random.bounded(3); ++i) {
        dashboard.variables.push_back({u"v%1"_s.arg(i),
                                       randomText(random),
                                       static_cast<VariableKind>(random.bounded(3)),
                                       {randomText(random), randomText(random)},
                                       randomText(random),
                                       randomText(random),
                                       random.bounded(2) == 0,
                                       random.bounded(2) == 0,
                                       randomText(random)});
    }
    for (int i = 0; i < 4; ++i) {
        dashboard.panels.push_back(randomPanel(random, i));
    }
    return dashboard;
}

} // namespace

class TestDashboardFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            const Dashboard dashboard = randomDashboard(seed);
            const QByteArray bytes = writeDashboard(dashboard);
            const DashboardReading reading = readDashboard(bytes, u"f"_s);
            QVERIFY2(reading.complete(), reading.problems.empty()
                                             ? "unusable"
                                             : qPrintable(reading.problems[0].sentence()));
            QVERIFY2(reading.dashboard == dashboard, bytes.constData());
            QCOMPARE(writeDashboard(reading.dashboard), bytes);
        }
    }

    void brokenPanelsDoNotLoseTheOthers()
    {
        const DashboardReading reading = readDashboard(data(u"broken.yaml"_s), u"broken.yaml"_s);
        QVERIFY(reading.usable);
        QVERIFY(!reading.complete());
        QCOMPARE(reading.dashboard.panels.size(), std::size_t{2});
        QCOMPARE(reading.dashboard.panels[1].id, u"also-good"_s);
        QCOMPARE(reading.problems.size(), std::size_t{6});
        QString all;
        for (const Error &problem : reading.problems) {
            QVERIFY(problem.position->line > 0);
            QCOMPARE(problem.position->file, u"broken.yaml"_s);
            all += problem.sentence() + u'\n';
        }
        for (const QString &expected : {u"“title”"_s, u"“time-series”"_s, u"ends at column 28"_s,
                                        u"“seconds”"_s, u"“expr”"_s, u"used twice"_s}) {
            QVERIFY2(all.contains(expected), qPrintable(expected + u"\n"_s + all));
        }
    }

    void columnsNeedAQuery()
    {
        const DashboardReading reading = readDashboard(
            "apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 1\n"
            "metadata: {id: m}\nspec:\n  panels:\n    - id: a\n      kind: matrix\n"
            "      place: {column: 0, row: 0, columns: 8, rows: 4}\n"
            "      queries: [{id: cpu, expr: up}]\n      columns: [{query: gpu}, {title: x}]\n",
            u"m.yaml"_s);
        QVERIFY(reading.dashboard.panels.empty());
        QCOMPARE(reading.problems.size(), std::size_t{2});
        QVERIFY(reading.problems[0].sentence().contains(u"“gpu”"_s));
        QCOMPARE(reading.problems[0].position->line, 11);
        QVERIFY(reading.problems[1].sentence().contains(u"“query”"_s));
    }

    void ranksOfColumns_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("rank");
        QTest::newRow("none") << ""_ba << 0;
        QTest::newRow("one") << ", rank: 3"_ba << 3;
        QTest::newRow("below") << ", rank: -1"_ba << -1;
        QTest::newRow("above") << ", rank: 100"_ba << -1;
        QTest::newRow("word") << ", rank: first"_ba << -1;
    }

    void ranksOfColumns()
    {
        QFETCH(QByteArray, written);
        QFETCH(int, rank);
        const QByteArray text =
            "apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 1\n"
            "metadata: {id: m}\nspec:\n  panels:\n    - id: a\n      kind: matrix\n"
            "      place: {column: 0, row: 0, columns: 8, rows: 4}\n"
            "      queries: [{id: cpu, expr: up}]\n"
            "      columns: [{query: cpu" +
            written + "}]\n";
        const DashboardReading reading = readDashboard(text, u"m.yaml"_s);
        QCOMPARE(reading.problems.size(), std::size_t(rank < 0 ? 1 : 0));
        if (rank < 0) {
            QCOMPARE(reading.problems[0].position->line, 11);
            return;
        }
        QCOMPARE(reading.dashboard.panels.at(0).columns.at(0).rank, rank);
        const DashboardReading again = readDashboard(writeDashboard(reading.dashboard), u"again"_s);
        QCOMPARE(again.dashboard, reading.dashboard);
    }

    void migratesVersion0()
    {
        const DashboardReading reading = readDashboard(data(u"version0.yaml"_s), u"v0"_s);
        QVERIFY2(reading.complete(),
                 reading.problems.empty() ? "" : qPrintable(reading.problems[0].sentence()));
        QCOMPARE(reading.formatVersion, 0);
        const Panel &panel = reading.dashboard.panels.at(0);
        QCOMPARE(panel.kind, PanelKind::Stat);
        QCOMPARE(panel.rect, (GridRect{1, 2, 3, 4}));
        QCOMPARE(panel.queries.at(0).expr, u"sum(rate(x[5m]))"_s);
        QCOMPARE(panel.queries.at(0).legend, u"all"_s);
        QCOMPARE(panel.thresholds.size(), std::size_t{2});
        QCOMPARE(panel.thresholds[1].value, 20.0);
        QCOMPARE(panel.thresholds[1].severity, Severity::Critical);
    }

    void refusesNewerVersionsPolitely()
    {
        const DashboardReading reading =
            readDashboard("apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 7\n"
                          "spec: {panels: []}\n",
                          u"f"_s);
        QVERIFY(!reading.usable);
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QCOMPARE(reading.problems[0].code, ErrorCode::UnsupportedVersion);
        QCOMPARE(reading.problems[0].position->line, 3);
        QVERIFY(!reading.problems[0].advice.isEmpty());
    }

    void otherDocumentsAreUnusable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("list") << "[1]"_ba;
        QTest::newRow("text") << "hello"_ba;
        QTest::newRow("broken") << "{a: ["_ba;
        QTest::newRow("spec is text")
            << "apiVersion: spillway.dev/v1\nkind: Dashboard\nspec: x\n"_ba;
        QTest::newRow("version is text") << "formatVersion: new\n"_ba;
    }
    void otherDocumentsAreUnusable()
    {
        QFETCH(const QByteArray, bytes);
        const DashboardReading reading = readDashboard(bytes, u"f"_s);
        QVERIFY(!reading.usable);
        QVERIFY(!reading.problems.empty());
    }
};

QTEST_GUILESS_MAIN(TestDashboardFile)
#include "tst_dashboardfile.moc"
