// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaengine.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>

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

    KedaEngine &engine() { return m_engine; }

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

const KedaReading failure{KedaReading::Kind::Error, 0, {}};

KedaReading nothing()
{
    return {KedaReading::Kind::Null, 0, {}};
}

/// What is measured by pods: cpu far above its target.
KedaTrigger busyCpu()
{
    KedaTrigger trigger;
    trigger.kind = KedaTrigger::Kind::Resource;
    trigger.name = u"cpu"_s;
    trigger.resource = defaultMetric();
    return trigger;
}

} // namespace

class TestKedaEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activationIsStrictAndOutranksTheThreshold_data()
    {
        QTest::addColumn<int>("minimum");
        QTest::addColumn<double>("messages");
        QTest::addColumn<int>("replicas");
        // threshold 10, activation 50
        QTest::newRow("below") << 0 << 40.0 << 0;
        QTest::newRow("at it") << 0 << 50.0 << 0;
        QTest::newRow("above") << 0 << 50.5 << 6;
        QTest::newRow("with a minimum of one it says nothing") << 1 << 40.0 << 4;
        QTest::newRow("less than nothing is nothing") << 1 << -500.0 << 1;
    }

    void activationIsStrictAndOutranksTheThreshold()
    {
        QFETCH(int, minimum);
        QFETCH(double, messages);
        KedaSpec spec = queue(minimum, 10);
        spec.triggers[0].activation = 50;
        QTEST(int{Loop(spec, minimum).run(300, value(messages))}, "replicas");
    }

    void theDefaultActivationIsAnythingAboveZero()
    {
        QCOMPARE(Loop(queue(0, 10)).run(60, value(0)), 0);
        QCOMPARE(Loop(queue(0, 10)).run(60, value(0.001)), 1);
    }

    void betweenPollsNothingWakesItUp()
    {
        KedaSpec spec = queue(0, 10);
        spec.pollingInterval = 60;
        Loop loop(spec);
        QCOMPARE(loop.run(15, value(0)), 0); // polled at 0
        QCOMPARE(loop.run(45, value(80)), 0);
        QCOMPARE(loop.step(value(80)).desired, 1); // at 60, by the operator
        QCOMPARE(loop.step(value(80)).desired, 4); // then by the HPA, which may go to 4
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

    void aNewObjectWaitsForItsInitialCooldown_data()
    {
        QTest::addColumn<int>("initial");
        QTest::addColumn<int>("after60");
        QTest::addColumn<int>("after180");
        QTest::newRow("none: to zero at once") << 0 << 0 << 0;
        QTest::newRow("two minutes") << 120 << 3 << 0;
        QTest::newRow("an hour") << 3600 << 3 << 3;
    }

    void aNewObjectWaitsForItsInitialCooldown()
    {
        QFETCH(int, initial);
        KedaSpec spec = queue(0, 10);
        spec.initialCooldownPeriod = initial;
        spec.cooldownPeriod = 9999; // counts only after something was active
        Loop loop(spec, 3);
        QTEST(int{loop.run(60, value(0))}, "after60");
        QTEST(int{loop.run(120, value(0))}, "after180");
    }

    void idleReplicasAreKept()
    {
        KedaSpec spec = queue(3, 10);
        spec.idleReplicas = 0;
        Loop loop(spec);
        QCOMPARE(loop.run(60, value(5)), 3);
        QCOMPARE(loop.run(120, value(90)), 9);
        // The HPA goes down to the minimum, the operator from there to idle.
        QCOMPARE(loop.run(255, value(0)), 9);
        QCOMPARE(loop.run(300, value(0)), 0);
        QCOMPARE(loop.run(30, value(1)), 3);
    }

    /// keda#2314
    void otherIdleNumbersThanZeroAreRaisedByTheHpa()
    {
        KedaSpec spec = queue(3, 10);
        spec.idleReplicas = 1;
        Loop loop(spec, 3);
        QCOMPARE(loop.step(value(0)).desired, 1);
        QCOMPARE(loop.step(value(0)).desired, 3);
        QCOMPARE(loop.step(value(0)).desired, 1);
    }

    void errorsWithoutActivity_data()
    {
        QTest::addColumn<int>("minimum");
        QTest::addColumn<int>("fallbackReplicas"); // -1: no fallback
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("replicas");
        QTest::newRow("no fallback: left alone") << 1 << -1 << 5 << 5;
        QTest::newRow("not even raised to the minimum") << 3 << -1 << 0 << 0;
        QTest::newRow("not to zero") << 0 << -1 << 5 << 5;
        QTest::newRow("a fallback: the HPA does it") << 0 << 7 << 5 << 7;
        QTest::newRow("it does not lift zero (keda#7239)") << 0 << 7 << 0 << 0;
        QTest::newRow("a fallback to nothing lets it go to zero") << 0 << 0 << 5 << 0;
    }

    void errorsWithoutActivity()
    {
        QFETCH(int, minimum);
        QFETCH(int, fallbackReplicas);
        QFETCH(int, start);
        KedaSpec spec = queue(minimum, 10);
        if (fallbackReplicas >= 0) {
            spec.fallback = KedaFallback{3, fallbackReplicas, KedaFallback::Behavior::Static};
        }
        QTEST(int{Loop(spec, start).run(900, failure)}, "replicas");
    }

    void theFallbackComesAfterTheThreshold()
    {
        KedaSpec spec = queue(1, 10);
        spec.fallback = KedaFallback{3, 7, KedaFallback::Behavior::Static};
        Loop loop(spec, 4);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(loop.step(failure).fallback.front(), false);
        }
        QCOMPARE(loop.step(value(40)).fallback.front(), false); // counting begins anew
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(loop.step(failure).fallback.front(), false);
        }
        const KedaDecision decision = loop.step(failure);
        QVERIFY(decision.fallback.front());
        QCOMPARE(decision.desired, 7);
    }

    void fallbackBehaviours_data()
    {
        QTest::addColumn<int>("behavior");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("replicas"); // fallback.replicas is 6
        const auto row = [](const char *name, KedaFallback::Behavior behavior, int start,
                            int replicas) {
            QTest::newRow(name) << static_cast<int>(behavior) << start << replicas;
        };
        using Behavior = KedaFallback::Behavior;
        row("static, from below", Behavior::Static, 3, 6);
        row("static, from above", Behavior::Static, 9, 6);
        row("current, from below", Behavior::CurrentReplicas, 3, 3);
        row("current, from above", Behavior::CurrentReplicas, 9, 9);
        row("if higher, from below", Behavior::CurrentReplicasIfHigher, 3, 6);
        row("if higher, from above", Behavior::CurrentReplicasIfHigher, 9, 9);
        row("if lower, from below", Behavior::CurrentReplicasIfLower, 3, 3);
        row("if lower, from above", Behavior::CurrentReplicasIfLower, 9, 6);
    }

    void fallbackBehaviours()
    {
        QFETCH(int, behavior);
        QFETCH(int, start);
        KedaSpec spec = queue(1, 10);
        spec.fallback = KedaFallback{3, 6, static_cast<KedaFallback::Behavior>(behavior)};
        QTEST(int{Loop(spec, start).run(1200, failure)}, "replicas");
    }

    /// target x replicas / ready pods, cut: rounded up it would ask for one replica more.
    void theFallbackOfAValueTarget()
    {
        KedaSpec spec = queue(1, 20);
        spec.triggers[0].metricType = HpaMetric::TargetType::Value;
        spec.fallback = KedaFallback{0, 7, KedaFallback::Behavior::Static};
        QCOMPARE(Loop(spec, 6).step(failure).desired, 7);
        KedaEngine engine(spec, {}, 0);
        const KedaDecision noneReady = engine.step({0, {3, 3, 3, 0}, {failure}});
        QVERIFY(!noneReady.fallback.front());
        QCOMPARE(noneReady.desired, 3);
    }

    void aLostPrometheusScalesInUnlessNullIsAnError_data()
    {
        QTest::addColumn<double>("reading"); // NaN: no value at all
        QTest::addColumn<bool>("nullIsZero");
        QTest::addColumn<int>("replicas");
        constexpr double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("empty is no load") << qQNaN() << true << 1;
        QTest::newRow("infinite too") << infinite << true << 1;
        QTest::newRow("empty is an error") << qQNaN() << false << 8;
        QTest::newRow("infinite is an error") << infinite << false << 8;
    }

    void aLostPrometheusScalesInUnlessNullIsAnError()
    {
        QFETCH(double, reading);
        QFETCH(bool, nullIsZero);
        KedaSpec spec = queue(1, 10);
        spec.triggers[0].nullIsZero = nullIsZero;
        QTEST(int{Loop(spec, 8).run(900, std::isnan(reading) ? nothing() : value(reading))},
              "replicas");
    }

    void kafkaIsCappedByPartitions()
    {
        KedaSpec spec = queue(0, 50);
        spec.triggers[0].partitions = 6;
        QCOMPARE(Loop(spec, 1).run(600, value(1000)), 6);
        // Activation looks at all of the lag.
        spec.triggers[0].activation = 500;
        QCOMPARE(Loop(spec).run(600, value(400)), 0);
        QCOMPARE(Loop(spec).run(600, value(1000)), 6);
        spec.triggers[0].partitions.reset(); // allowIdleConsumers
        QCOMPARE(Loop(spec).run(600, value(1000)), 50);
    }

    void cpuTakesNoPartInActivation()
    {
        KedaSpec spec = queue(0, 10);
        spec.triggers.push_back(busyCpu());
        QCOMPARE(Loop(spec, 4).run(60, value(0)), 0);
        spec.triggers = {busyCpu()};
        QVERIFY(Loop(spec, 4).run(900, value(0)) >= 1); // alone it is always active
    }

    void pauses_data()
    {
        QTest::addColumn<KedaAnnotations>("annotations");
        QTest::addColumn<int>("minimum");
        QTest::addColumn<int>("start");
        QTest::addColumn<double>("messages");
        QTest::addColumn<int>("replicas");
        const KedaAnnotations in{.scaleInPaused = true};
        const KedaAnnotations out{.scaleOutPaused = true};
        const KedaAnnotations forced{.forceActivation = true};
        QTest::newRow("paused: the number stays")
            << KedaAnnotations{.paused = true} << 1 << 8 << 0.0 << 8;
        QTest::newRow("paused: not even the bounds act")
            << KedaAnnotations{.paused = true} << 1 << 30 << 0.0 << 30;
        QTest::newRow("paused at four")
            << KedaAnnotations{.paused = true, .pausedReplicas = 4} << 1 << 8 << 1000.0 << 4;
        QTest::newRow("paused at none")
            << KedaAnnotations{.paused = true, .pausedReplicas = 0} << 1 << 8 << 1000.0 << 0;
        QTest::newRow("in: stays up") << in << 1 << 8 << 0.0 << 8;
        QTest::newRow("in: not to zero") << in << 0 << 8 << 0.0 << 8;
        QTest::newRow("in: still goes up") << in << 1 << 3 << 95.0 << 10;
        QTest::newRow("in: the maximum still cuts") << in << 1 << 30 << 0.0 << 10;
        QTest::newRow("out: stays down") << out << 1 << 3 << 95.0 << 3;
        QTest::newRow("out: not from zero") << out << 0 << 0 << 95.0 << 0;
        QTest::newRow("out: still goes down") << out << 1 << 8 << 20.0 << 2;
        QTest::newRow("out: the minimum still lifts") << out << 3 << 1 << 0.0 << 3;
        QTest::newRow("forced up from zero") << forced << 0 << 0 << 0.0 << 1;
        QTest::newRow("forced, to the minimum") << forced << 3 << 0 << 0.0 << 3;
        QTest::newRow("forced, but out is paused")
            << KedaAnnotations{.scaleOutPaused = true, .forceActivation = true} << 0 << 0 << 0.0
            << 0;
    }

    void pauses()
    {
        QFETCH(KedaAnnotations, annotations);
        QFETCH(int, minimum);
        QFETCH(int, start);
        QFETCH(double, messages);
        KedaSpec spec = queue(minimum, 10);
        spec.annotations = annotations;
        QTEST(int{Loop(spec, start).run(1200, value(messages))}, "replicas");
    }

    void forcingEndsWithTheCooldown()
    {
        KedaSpec spec = queue(0, 10);
        spec.annotations.forceActivation = true;
        Loop loop(spec);
        QCOMPARE(loop.run(600, value(0)), 1);
        loop.engine().setAnnotations({});
        QCOMPARE(loop.run(240, value(0)), 1);
        QCOMPARE(loop.run(120, value(0)), 0);
    }

    /// The HPA is deleted: what it wanted before the pause holds nothing up after it.
    void aPauseForgetsTheHistory()
    {
        Loop paused(queue(1, 10));
        QCOMPARE(paused.run(120, value(80)), 8);
        paused.engine().setAnnotations({.paused = true, .pausedReplicas = 2});
        QCOMPARE(paused.run(30, value(0)), 2);
        paused.engine().setAnnotations({});
        QCOMPARE(paused.run(30, value(15)), 2);
        Loop scaleIn(queue(1, 10));
        QCOMPARE(scaleIn.run(120, value(80)), 8);
        scaleIn.engine().setAnnotations({.scaleInPaused = true});
        QCOMPARE(scaleIn.run(600, value(0)), 8);
        scaleIn.engine().setAnnotations({});
        QCOMPARE(scaleIn.run(15, value(0)), 1); // its window has passed meanwhile
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
        row("at the start", "0 9 * * *", "0 18 * * *", "UTC", "2026-11-20T09:00:00Z", 10);
        row("before it", "0 9 * * *", "0 18 * * *", "UTC", "2026-11-20T08:50:00Z", 1);
        row("outside", "0 9 * * *", "0 18 * * *", "UTC", "2026-11-20T19:00:00Z", 1);
        row("overnight", "0 22 * * *", "0 6 * * *", "UTC", "2026-11-20T23:00:00Z", 10);
        row("after the night", "0 22 * * *", "0 6 * * *", "UTC", "2026-11-20T06:30:00Z", 1);
        // Weekdays start, daily end: Friday's window is open until Sunday's end (keda#4677).
        row("Thursday evening", "0 9 * * 1-5", "0 18 * * *", "UTC", "2026-11-19T20:00:00Z", 1);
        row("Friday evening is open", "0 9 * * 1-5", "0 18 * * *", "UTC", "2026-11-20T20:00:00Z",
            10);
        row("Saturday night is open", "0 9 * * 1-5", "0 18 * * *", "UTC", "2026-11-21T23:00:00Z",
            10);
        row("Sunday evening is not", "0 9 * * 1-5", "0 18 * * *", "UTC", "2026-11-22T19:00:00Z", 1);
        row("the same days for both", "0 9 * * 1-5", "0 18 * * 1-5", "UTC", "2026-11-20T20:00:00Z",
            1);
        // 29 March has no 02:30 in Berlin: open from the end before, 16 hours early.
        row("a start in the spring gap opens right after the end before", "30 2 * * *",
            "0 10 * * *", "Europe/Berlin", "2026-03-28T09:05:00Z", 10);
        row("and stays so", "30 2 * * *", "0 10 * * *", "Europe/Berlin", "2026-03-28T23:00:00Z",
            10);
        row("the day before that it is closed", "30 2 * * *", "0 10 * * *", "Europe/Berlin",
            "2026-03-27T12:00:00Z", 1);
        // 25 October has it twice: what counts is the second one.
        row("a start in the autumn overlap, after the first", "30 2 * * *", "0 10 * * *",
            "Europe/Berlin", "2026-10-25T00:45:00Z", 1);
        row("after the second", "30 2 * * *", "0 10 * * *", "Europe/Berlin", "2026-10-25T01:45:00Z",
            10);
        row("no year: every year again", "0 0 11 11 *", "0 0 12 11 *", "UTC",
            "2027-11-11T12:00:00Z", 10);
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

    /// A floor by metric: it is added to nothing and caps nothing.
    void cronIsAFloorOnly()
    {
        KedaSpec spec = queue(1, 20);
        spec.triggers.push_back(cron("0 9 * * *", "0 18 * * *", "UTC", 5));
        QCOMPARE(Loop(spec, 1, at("2026-11-20T10:00:00Z")).run(600, value(150)), 15);
        QCOMPARE(Loop(spec, 1, at("2026-11-20T10:00:00Z")).run(600, value(20)), 5);
    }

    void floorsByMetricAreUnreachableFromNearby_data()
    {
        QTest::addColumn<int>("desired");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("replicas");
        QTest::newRow("11 from 10") << 11 << 10 << 10;
        QTest::newRow("11 from 9") << 11 << 9 << 11;
        QTest::newRow("22 from 20") << 22 << 20 << 20;
        QTest::newRow("22 from 21") << 22 << 21 << 21;
        QTest::newRow("45 from 46") << 45 << 46 << 46;
        QTest::newRow("45 from 50") << 45 << 50 << 50;
        QTest::newRow("45 from 51") << 45 << 51 << 45;
        QTest::newRow("89 from 80") << 89 << 80 << 89;
        QTest::newRow("89 from 81") << 89 << 81 << 81;
        QTest::newRow("89 from 88 (keda#5263)") << 89 << 88 << 88;
    }

    void floorsByMetricAreUnreachableFromNearby()
    {
        QFETCH(int, desired);
        QFETCH(int, start);
        KedaSpec spec = queue(1, 100);
        spec.triggers = {cron("0 9 * * *", "0 18 * * *", "UTC", desired)};
        QTEST(int{Loop(spec, start, at("2026-11-20T10:00:00Z")).run(900, {})}, "replicas");
    }

    void aCompositeCapsTheLoad_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<double>("messages");
        QTest::addColumn<int>("replicas");
        // a cap of 5 from 9 to 18 h, 10 messages a replica
        QTest::newRow("cut") << u"2026-11-20T10:00:00Z"_s << 200.0 << 5;
        QTest::newRow("below the cap") << u"2026-11-20T10:00:00Z"_s << 30.0 << 3;
        QTest::newRow("no cap outside") << u"2026-11-20T20:00:00Z"_s << 200.0 << 20;
    }

    void aCompositeCapsTheLoad()
    {
        QFETCH(QString, time);
        QFETCH(double, messages);
        KedaSpec spec = queue(1, 40);
        spec.triggers.push_back(cron("0 9 * * *", "0 18 * * *", "UTC", 5));
        spec.composite = KedaComposite{{0}, 1, 1000, 0};
        QTEST(int{Loop(spec, 1, at(qPrintable(time))).run(600, value(messages))}, "replicas");
    }

    void aCompositeTakesTheLargestLoad()
    {
        KedaSpec spec = queue(0, 40);
        spec.triggers.push_back(spec.triggers[0]);
        spec.triggers[1].targetMilli = 5000;
        spec.composite = KedaComposite{{0, 1}, std::nullopt, 1000, 2};
        QCOMPARE(Loop(spec).run(600, value(100)), 20);
        QCOMPARE(Loop(spec).run(600, value(10)), 0); // 2 is not above activationTarget
        QCOMPARE(Loop(spec, 0).run(600, value(11)), 3);
    }

    void cpuBesideACompositeIsNotCapped()
    {
        KedaSpec spec = queue(1, 40);
        spec.triggers.push_back(cron("0 9 * * *", "0 18 * * *", "UTC", 5));
        spec.triggers.push_back(busyCpu());
        spec.composite = KedaComposite{{0}, 1, 1000, 0};
        KedaReading reading = value(200);
        HpaPod pod;
        pod.usageMilli = 1600; // twice its target of 80 %
        pod.requestMilli = 1000;
        reading.resource.pods = {pod, pod, pod, pod};
        KedaEngine engine(spec, {}, 0);
        const KedaDecision decision =
            engine.step({at("2026-11-20T10:00:00Z"), {4, 4, 4, 4}, {reading, reading, reading}});
        QCOMPARE(decision.desired, 8);
    }

    void aCompositeFallsBackOnlyWithAWholeTarget_data()
    {
        QTest::addColumn<int>("targetMilli");
        QTest::addColumn<int>("replicas");
        QTest::newRow("one") << 1000 << 6;
        QTest::newRow("two") << 2000 << 6;
        QTest::newRow("a half: as if there were none") << 1500 << 3;
    }

    void aCompositeFallsBackOnlyWithAWholeTarget()
    {
        QFETCH(int, targetMilli);
        KedaSpec spec = queue(1, 40);
        spec.composite = KedaComposite{{0}, std::nullopt, targetMilli, 0};
        spec.fallback = KedaFallback{3, 6, KedaFallback::Behavior::Static};
        QTEST(int{Loop(spec, 3).run(600, failure)}, "replicas");
    }

    void anErrorOfAnyTriggerMakesACompositeInactive()
    {
        KedaSpec spec = queue(0, 40);
        spec.triggers.push_back(spec.triggers[0]); // the formula does not name it
        spec.composite = KedaComposite{{0}, std::nullopt, 1000, 0};
        KedaEngine engine(spec, {}, 0);
        QCOMPARE(engine.step({0, {0, 0, 0, 0}, {value(100), failure}}).desired, 0);
        QCOMPARE(engine.step({30, {0, 0, 0, 0}, {value(100), value(0)}}).desired, 1);
    }
};

QTEST_GUILESS_MAIN(TestKedaEngine)
#include "tst_kedaengine.moc"
