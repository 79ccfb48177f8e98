// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaengine.h"

#include <QDateTime>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

std::int64_t at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toSecsSinceEpoch();
}

KedaSpec queue(std::int32_t min, std::int32_t max)
{
    KedaSpec spec;
    spec.minReplicas = min;
    spec.maxReplicas = max;
    KedaTrigger trigger;
    trigger.name = u"queue"_s;
    trigger.targetMilli = 10'000;
    spec.triggers = {trigger};
    return spec;
}

KedaTrigger cron(const char *start, const char *end, const char *zone, int desired)
{
    KedaTrigger trigger;
    trigger.kind = KedaTrigger::Kind::Cron;
    trigger.name = u"cron"_s;
    trigger.cron = KedaTrigger::Cron{CronSchedule::parse(QString::fromLatin1(start)).value(),
                                     CronSchedule::parse(QString::fromLatin1(end)).value(),
                                     QTimeZone(zone), desired};
    return trigger;
}

/// Runs an engine in a closed loop in which every replica is ready at once.
class Loop
{
public:
    explicit Loop(KedaSpec spec, std::int32_t replicas = 0, std::int64_t start = 0)
        : m_triggers(spec.triggers.size())
        , m_engine(std::move(spec), {}, start)
        , m_time(start)
        , m_replicas(replicas)
    {}

    KedaDecision step(KedaReading reading)
    {
        const KedaSync sync{m_time,
                            {m_replicas, m_replicas, m_replicas, m_replicas},
                            std::vector<KedaReading>(m_triggers, reading)};
        const KedaDecision decision = m_engine.step(sync);
        m_replicas = decision.desired;
        m_time += 15;
        return decision;
    }

    std::int32_t run(std::int64_t seconds, KedaReading reading)
    {
        for (const std::int64_t end = m_time + seconds; m_time < end;) {
            (void)step(reading);
        }
        return m_replicas;
    }

    [[nodiscard]] std::int32_t replicas() const { return m_replicas; }

private:
    std::size_t m_triggers;
    KedaEngine m_engine;
    std::int64_t m_time;
    std::int32_t m_replicas;
};

KedaReading value(double number)
{
    return {KedaReading::Kind::Value, number, {}};
}

} // namespace

class TestKedaEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activationIsStrictAndOutranksTheThreshold()
    {
        KedaSpec spec = queue(0, 10);
        spec.triggers[0].activation = 50;
        QCOMPARE(Loop(spec).run(300, value(40)), 0);
        QCOMPARE(Loop(spec).run(300, value(50)), 0);
        QCOMPARE(Loop(spec).run(300, value(51)), 6);
    }

    void zeroWaitsForTheCooldown()
    {
        KedaSpec spec = queue(0, 10);
        spec.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        spec.behavior->scaleDown.stabilizationWindowSeconds = 0;
        Loop loop(spec);
        QCOMPARE(loop.run(120, value(80)), 8);
        QCOMPARE(loop.run(270, value(0)), 1);
        QCOMPARE(loop.run(60, value(0)), 0);
    }

    void idleReplicasAreKept()
    {
        KedaSpec spec = queue(3, 10);
        spec.idleReplicas = 0;
        Loop loop(spec);
        QCOMPARE(loop.run(60, value(5)), 3);
        QCOMPARE(loop.run(600, value(0)), 0);
    }

    void withoutAFallbackAnErrorChangesNothing()
    {
        Loop loop(queue(1, 10), 5);
        QCOMPARE(loop.run(900, {KedaReading::Kind::Error, 0, {}}), 5);
    }

    void theFallbackComesAfterTheThreshold()
    {
        KedaSpec spec = queue(1, 10);
        spec.fallback = KedaFallback{3, 7, KedaFallback::Behavior::Static};
        Loop loop(spec, 4);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(loop.step({KedaReading::Kind::Error, 0, {}}).fallback.front(), false);
        }
        const KedaDecision decision = loop.step({KedaReading::Kind::Error, 0, {}});
        QVERIFY(decision.fallback.front());
        QCOMPARE(decision.desired, 7);
    }

    void aLostPrometheusScalesInUnlessNullIsAnError()
    {
        KedaSpec spec = queue(1, 10);
        QCOMPARE(Loop(spec, 8).run(900, {KedaReading::Kind::Null, 0, {}}), 1);
        spec.triggers[0].nullIsZero = false;
        QCOMPARE(Loop(spec, 8).run(900, {KedaReading::Kind::Null, 0, {}}), 8);
    }

    void kafkaIsCappedByPartitions()
    {
        KedaSpec spec = queue(1, 50);
        spec.triggers[0].partitions = 6;
        QCOMPARE(Loop(spec, 1).run(600, value(1000)), 6);
    }

    void pauseHoldsTheNumber()
    {
        KedaSpec spec = queue(1, 10);
        spec.pause = KedaPause::Paused;
        spec.pausedReplicas = 4;
        QCOMPARE(Loop(spec, 8).run(60, value(1000)), 4);
        spec.pause = KedaPause::ScaleIn;
        spec.pausedReplicas.reset();
        QCOMPARE(Loop(spec, 8).run(1200, value(0)), 8);
        QCOMPARE(Loop(spec, 8).run(600, value(95)), 10);
    }

    void cronOpensAndClosesByTheCalendar_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<int>("replicas");
        const auto row = [](const char *name, const char *start, const char *end, const char *zone,
                            const char *time, int replicas) {
            QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end)
                                << QString::fromLatin1(zone) << qint64{at(time)} << replicas;
        };
        row("inside", "0 9 * * *", "0 18 * * *", "UTC", "2026-11-20T10:00:00Z", 10);
        row("outside", "0 9 * * *", "0 18 * * *", "UTC", "2026-11-20T19:00:00Z", 1);
        row("overnight", "0 22 * * *", "0 6 * * *", "UTC", "2026-11-20T23:00:00Z", 10);
        row("weekday start with daily end stays open over Saturday night (keda#4677)",
            "0 9 * * 1-5", "0 18 * * 0", "UTC", "2026-11-21T23:00:00Z", 10);
        row("a start in the spring gap opens right after the end before", "30 2 * * *",
            "0 10 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 10);
        row("the day before that it is closed", "30 2 * * *", "0 10 * * *", "Europe/Berlin",
            "2026-03-27T12:00:00Z", 1);
    }

    void cronOpensAndClosesByTheCalendar()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(QString, zone);
        QFETCH(qint64, time);
        KedaSpec spec = queue(1, 20);
        spec.triggers = {cron(qPrintable(start), qPrintable(end), qPrintable(zone), 10)};
        Loop loop(spec, 1, time);
        QTEST(int{loop.run(120, {})}, "replicas");
    }

    void aCompositeCapsTheLoad()
    {
        KedaSpec spec = queue(1, 40);
        spec.triggers.push_back(cron("0 9 * * *", "0 18 * * *", "UTC", 5));
        spec.composite = KedaComposite{{0}, 1, 1000, 0};
        QCOMPARE(Loop(spec, 1, at("2026-11-20T10:00:00Z")).run(600, value(200)), 5);
        QCOMPARE(Loop(spec, 1, at("2026-11-20T20:00:00Z")).run(600, value(200)), 20);
    }

    void floorsByMetricAreUnreachableFromNearby()
    {
        const HpaController controller;
        QCOMPARE(stuckAround(89, controller, std::nullopt).front(), (StuckRange{81, 88}));
        QCOMPARE(stuckAround(11, controller, std::nullopt).front(), (StuckRange{10, 10}));
        QCOMPARE(stuckAround(45, controller, std::nullopt).back(), (StuckRange{46, 50}));
        QVERIFY(stuckAround(2, controller, std::nullopt).empty());
        KedaSpec spec = queue(1, 100);
        spec.triggers[0].targetMilli = 1000;
        QCOMPARE(Loop(spec, 88).run(900, value(89)), 88);
    }
};

QTEST_GUILESS_MAIN(TestKedaEngine)
#include "tst_kedaengine.moc"
