// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/podstarts.h"
#include "kube/pod.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Starts = std::vector<std::chrono::milliseconds>;

Q_DECLARE_METATYPE(Starts)

class TestPodStarts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phases();
    void phasesOfAPodThatIsNotReady();
    void clocksThatDisagree();
    void quantiles_data();
    void quantiles();
    void nothingStarted();
    void summary();
    void imagePulls_data();
    void imagePulls();
};

void TestPodStarts::phases()
{
    const PodPhases phases = podPhases({.created = 1'000,
                                        .scheduled = 2'000,
                                        .initialized = 5'000,
                                        .containersStarted = 14'000,
                                        .containersReady = 40'000,
                                        .ready = 41'000});
    QCOMPARE(phases.scheduled, PodPhases::Length{1s});
    QCOMPARE(phases.initialised, PodPhases::Length{3s});
    QCOMPARE(phases.started, PodPhases::Length{9s});
    QCOMPARE(phases.ready, PodPhases::Length{27s});
    QCOMPARE(phases.total, PodPhases::Length{40s});
    QCOMPARE(phases.serving, PodPhases::Length{39s});
    QVERIFY(!phases.image); // that is not in a pod
}

void TestPodStarts::phasesOfAPodThatIsNotReady()
{
    const PodPhases phases =
        podPhases({.created = 1'000, .scheduled = 2'000, .initialized = 5'000});
    QCOMPARE(phases.initialised, PodPhases::Length{3s});
    QVERIFY(!phases.started);
    QVERIFY(!phases.ready);
    QVERIFY(!phases.total);
    QCOMPARE(podPhases({}), PodPhases{});
}

void TestPodStarts::clocksThatDisagree()
{
    const PodPhases phases =
        podPhases({.created = 9'000, .scheduled = 8'000, .initialized = 8'500});
    QCOMPARE(phases.scheduled, PodPhases::Length{0s});
    QCOMPARE(phases.initialised, PodPhases::Length{500ms});
}

void TestPodStarts::quantiles_data()
{
    QTest::addColumn<Starts>("starts");
    QTest::addColumn<int>("p50");
    QTest::addColumn<int>("p95");
    QTest::newRow("one") << Starts{7s} << 7'000 << 7'000;
    QTest::newRow("two") << Starts{9s, 7s} << 7'000 << 9'000;
    QTest::newRow("three, in no order") << Starts{9s, 30s, 7s} << 9'000 << 30'000;
    Starts twenty;
    for (int i = 20; i > 0; --i) {
        twenty.emplace_back(std::chrono::seconds{i});
    }
    QTest::newRow("of twenty, the longest does not count") << twenty << 10'000 << 19'000;
    QTest::newRow("all alike") << Starts(5, 3s) << 3'000 << 3'000;
}

void TestPodStarts::quantiles()
{
    QFETCH(Starts, starts);
    const std::optional<PodStarts> found = podStarts(starts);
    QVERIFY(found.has_value());
    QCOMPARE(found->pods, starts.size());
    QTEST(static_cast<int>(found->p50.count()), "p50");
    QTEST(static_cast<int>(found->p95.count()), "p95");
}

void TestPodStarts::nothingStarted()
{
    QVERIFY(!podStarts({}));
}

void TestPodStarts::summary()
{
    QCOMPARE(startSummary({}), StartSummary{});
    const PodPhases full{.scheduled = 1s,
                         .initialised = 2s,
                         .started = 9s,
                         .ready = 20s,
                         .total = 32s,
                         .image = 4s,
                         .serving = 31s};
    PodPhases quick = full;
    quick.image.reset();
    quick.ready = 10s;
    quick.serving = 21s;
    PodPhases unready = full;
    unready.total.reset();
    const StartSummary found = startSummary({full, quick, unready});
    QCOMPARE(found.starts, 2U);
    QCOMPARE(found.scheduled, (PodStarts{2, 1s, 1s}));
    QCOMPARE(found.initialised, (PodStarts{2, 2s, 2s}));
    QCOMPARE(found.started, (PodStarts{2, 9s, 9s}));
    QCOMPARE(found.ready, (PodStarts{2, 10s, 20s}));
    QCOMPARE(found.serving, (PodStarts{2, 21s, 31s}));
    QCOMPARE(found.image, (PodStarts{1, 4s, 4s})); // known of one
}

void TestPodStarts::imagePulls_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<qint64>("milliseconds"); // -1: not known
    const auto row = [](const char *name, const QString &length, qint64 expected) {
        QTest::newRow(name) << u"Successfully pulled image \"registry.example/rag in 1s:1\" in "_s +
                                   length
                            << expected;
    };
    row("seconds", u"6s"_s, 6'000);
    row("with what follows", u"1.501s (2.5s including waiting). Image size: 7 bytes."_s, 1'501);
    row("milliseconds", u"850ms"_s, 850);
    row("fractions of them", u"850.6ms (1s including waiting)"_s, 851);
    row("microseconds", u"400µs"_s, 0);
    row("minutes", u"1m2.5s"_s, 62'500);
    row("hours", u"1h0m1s"_s, 3'601'000);
    row("no unit", u"12"_s, -1);
    row("half understood", u"1s2x"_s, -1);
    row("nothing", QString{}, -1);
    QTest::newRow("it was there") << u"Container image \"x:1\" already present on machine"_s
                                  << qint64{0};
    QTest::newRow("something else") << u"Started container app"_s << qint64{-1};
}

void TestPodStarts::imagePulls()
{
    QFETCH(QString, note);
    QFETCH(qint64, milliseconds);
    const PodPhases::Length pull = imagePull(note);
    QCOMPARE(pull ? qint64{pull->count()} : -1, milliseconds);
}

QTEST_GUILESS_MAIN(TestPodStarts)
#include "tst_podstarts.moc"
