// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaengine.h"
#include "scaling/hpaexplain.h"

#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

HpaSpec externalSpec(std::int32_t min, std::int32_t max)
{
    HpaSpec spec;
    spec.minReplicas = min;
    spec.maxReplicas = max;
    HpaMetric metric;
    metric.source = HpaMetric::Source::External;
    metric.name = u"queue"_s;
    metric.targetType = HpaMetric::TargetType::AverageValue;
    metric.averageValue = 10'000;
    spec.metrics = {metric};
    return spec;
}

HpaSync syncAt(std::int64_t time, std::int32_t replicas, std::int64_t queueMilli)
{
    HpaSync sync;
    sync.time = time;
    sync.scale = {replicas, replicas, replicas, replicas};
    sync.readings = {{.seriesMilli = {queueMilli}}};
    return sync;
}

HpaBehavior gentle()
{
    HpaBehavior behavior{defaultScaleUpRules(), defaultScaleDownRules({})};
    behavior.scaleUp.policies = {{HpaPolicy::Type::Pods, 2, 60}};
    return behavior;
}

} // namespace

/// Situations that a what-if must show (reference: scaling.md 1.6), each as a small closed loop.
class TestHpaEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisingTheMinimumJumpsAtOnce()
    {
        HpaSpec spec = externalSpec(2, 20);
        spec.behavior = gentle();
        HpaEngine engine(spec, {});
        QCOMPARE(engine.sync(syncAt(0, 3, 30'000)).desired, 3);
        engine.setBounds(10, 20);
        const HpaDecision decision = engine.sync(syncAt(15, 3, 30'000));
        QCOMPARE(decision.desired, 10);
        QCOMPARE(decision.outcome, HpaOutcome::BelowMinimum);
        QVERIFY(decision.metrics.empty());
    }

    void loweringTheMinimumGivesNoProtection()
    {
        HpaSpec spec = externalSpec(10, 20);
        spec.behavior = gentle();
        HpaEngine engine(spec, {});
        std::int32_t replicas = 10;
        for (std::int64_t t = 0; t < 900; t += 15) {
            replicas = engine.sync(syncAt(t, replicas, 30'000)).desired;
        }
        QCOMPARE(replicas, 10);
        engine.setBounds(2, 20);
        QCOMPARE(engine.sync(syncAt(900, replicas, 30'000)).desired, 3);
    }

    void loweringTheMaximumCutsAtOnce()
    {
        HpaEngine engine(externalSpec(2, 20), {});
        QCOMPARE(engine.sync(syncAt(0, 20, 200'000)).desired, 20);
        engine.setBounds(2, 5);
        const HpaDecision decision = engine.sync(syncAt(15, 20, 200'000));
        QCOMPARE(decision.desired, 5);
        QCOMPARE(decision.outcome, HpaOutcome::AboveMaximum);
    }

    void aRatePolicyLimitsAndSaysSo()
    {
        HpaSpec spec = externalSpec(1, 20);
        spec.behavior = gentle();
        HpaEngine engine(spec, {});
        const HpaDecision decision = engine.sync(syncAt(0, 2, 100'000));
        QCOMPARE(decision.wanted, 10);
        QCOMPARE(decision.desired, 4);
        QCOMPARE(decision.scalingLimited, "ScaleUpLimit"_L1);
        QCOMPARE(decision.limitingPolicy, 0);
        const QString words = explainHpaDecision(decision, engine.spec(), 0).join(u' ');
        QVERIFY2(words.contains(u"the policy of 2 pods in 60 s allows 4 now"_s), qPrintable(words));
        QVERIFY2(words.contains(u"2 replicas become 4."_s), qPrintable(words));
    }

    void scaleDownWaitsForTheWindow()
    {
        HpaSpec spec = externalSpec(1, 20);
        spec.behavior = gentle();
        HpaEngine engine(spec, {});
        QCOMPARE(engine.sync(syncAt(0, 8, 80'000)).desired, 8);
        const HpaDecision held = engine.sync(syncAt(15, 8, 10'000));
        QCOMPARE(held.desired, 8);
        QCOMPARE(held.ableToScale, "ScaleDownStabilized"_L1);
        QCOMPARE(held.stabilizedBySeconds, std::optional<std::int64_t>{0});
        QCOMPARE(engine.sync(syncAt(315, 8, 10'000)).desired, 1);
    }

    void oneFailingMetricBlocksOnlyTheWayDown()
    {
        HpaSpec spec = externalSpec(1, 20);
        spec.metrics.push_back(spec.metrics.front());
        HpaEngine engine(spec, {});
        HpaSync down = syncAt(0, 8, 10'000);
        down.readings.push_back({.error = true});
        const HpaDecision held = engine.sync(down);
        QCOMPARE(held.outcome, HpaOutcome::MetricsFailed);
        QCOMPARE(held.scalingActive, "FailedGetExternalMetric"_L1);
        HpaSync up = syncAt(15, 8, 120'000);
        up.readings.push_back({.error = true});
        QCOMPARE(engine.sync(up).desired, 12);
    }

    void aReadingThatIsLeftOutIsAFailure()
    {
        HpaEngine engine(externalSpec(1, 20), {});
        HpaSync sync = syncAt(0, 8, 0);
        sync.readings.clear();
        const HpaDecision decision = engine.sync(sync);
        QCOMPARE(decision.outcome, HpaOutcome::MetricsFailed);
        QCOMPARE(decision.scalingActive, "FailedGetExternalMetric"_L1);
        QCOMPARE(decision.desired, 8);
    }

    void anotherBehaviourKeepsTheMemory()
    {
        HpaEngine engine(externalSpec(1, 20), {});
        QCOMPARE(engine.sync(syncAt(0, 8, 80'000)).desired, 8);
        HpaBehavior behavior = gentle();
        behavior.scaleUp.tolerance = 0;
        engine.setBehavior(behavior);
        const HpaDecision held = engine.sync(syncAt(15, 8, 10'000));
        QCOMPARE(held.ableToScale, "ScaleDownStabilized"_L1);
        QCOMPARE(engine.sync(syncAt(30, 8, 81'000)).desired, 9); // within the old tolerance
        engine.setBehavior(std::nullopt);
        QCOMPARE(engine.sync(syncAt(345, 9, 85'000)).desired, 9);
    }

    void legacyDoublesAtMost()
    {
        HpaEngine engine(externalSpec(1, 100), {});
        const HpaDecision decision = engine.sync(syncAt(0, 5, 900'000));
        QCOMPARE(decision.desired, 10);
        QVERIFY(explainHpaDecision(decision, engine.spec(), 0).join(u' ').contains(u"twice"_s));
    }

    void aLongWindowOfTheControllerIsRemembered()
    {
        // --horizontal-pod-autoscaler-downscale-stabilization may be longer than the API's hour.
        HpaController controller;
        controller.downscaleStabilizationSeconds = 7200;
        HpaSpec spec = externalSpec(1, 20);
        spec.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules(controller)};
        HpaEngine engine(spec, controller);
        QCOMPARE(engine.sync(syncAt(0, 8, 80'000)).desired, 8);
        std::int32_t replicas = 8;
        for (std::int64_t t = 15; t < 7200; t += 15) {
            replicas = engine.sync(syncAt(t, replicas, 10'000)).desired;
            QCOMPARE(replicas, 8);
        }
        QCOMPARE(engine.sync(syncAt(7200, replicas, 10'000)).desired, 1);
    }

    void aFailureKeepsTheOldConditions()
    {
        HpaSpec spec = externalSpec(1, 20);
        spec.behavior = gentle();
        HpaEngine engine(spec, {});
        QCOMPARE(engine.sync(syncAt(0, 2, 100'000)).scalingLimited, "ScaleUpLimit"_L1);
        HpaSync broken = syncAt(15, 4, 0);
        broken.readings = {{.error = true}};
        const HpaDecision decision = engine.sync(broken);
        QCOMPARE(decision.desired, 4);
        QCOMPARE(decision.ableToScale, "SucceededGetScale"_L1);
        QCOMPARE(decision.scalingActive, "FailedGetExternalMetric"_L1);
        QCOMPARE(decision.scalingLimited, "ScaleUpLimit"_L1);
        // The jump of half a minute ago still fills the policy.
        const HpaDecision next = engine.sync(syncAt(30, 4, 100'000));
        QCOMPARE(next.desired, 4);
        QCOMPARE(next.ableToScale, "ReadyForNewScale"_L1);
    }

    void theApiServerRefusesANegativeNumber()
    {
        HpaSpec spec = externalSpec(1, std::numeric_limits<std::int32_t>::max());
        HpaEngine engine(spec, {});
        // Legacy: twice 1.2 billion does not fit, so the limit is the smallest number there is.
        const std::int32_t many = 1'200'000'000;
        const HpaDecision decision = engine.sync(syncAt(0, many, 20'000'000'000'000));
        QCOMPARE(decision.outcome, HpaOutcome::UpdateRefused);
        QCOMPARE(decision.ableToScale, "FailedUpdateScale"_L1);
        QCOMPARE(decision.desired, many);
    }

    void boundsEatTheBudgetOfRates()
    {
        HpaSpec spec = externalSpec(1, 40);
        spec.behavior = gentle(); // two pods a minute
        HpaEngine engine(spec, {});
        engine.setBounds(10, 40);
        QCOMPARE(engine.sync(syncAt(0, 3, 400'000)).desired, 10); // +7
        const HpaDecision next = engine.sync(syncAt(15, 10, 400'000));
        QCOMPARE(next.desired, 10); // 10 - 7 + 2 is below what is there
        QCOMPARE(next.scalingLimited, "ScaleUpLimit"_L1);
        QCOMPARE(engine.sync(syncAt(60, 10, 400'000)).desired, 12); // exactly a minute is over
    }

    void percentPoliciesRoundAsDoublesDo_data()
    {
        QTest::addColumn<int>("current");
        QTest::addColumn<qint64>("queue");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("desired");
        QTest::newRow("10 % on 50 is 56") << 50 << qint64{900'000} << 10 << 56;
        QTest::newRow("1 % on 1") << 1 << qint64{900'000} << 1 << 2;
        QTest::newRow("90 % off 20 leaves one") << 20 << qint64{0} << 90 << 1;
        QTest::newRow("more than all off") << 20 << qint64{0} << 150 << 1;
        QTest::newRow("50 % off 5 leaves two") << 5 << qint64{0} << 50 << 2;
    }

    void percentPoliciesRoundAsDoublesDo()
    {
        QFETCH(int, current);
        QFETCH(qint64, queue);
        QFETCH(int, percent);
        HpaSpec spec = externalSpec(1, 100);
        spec.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        spec.behavior->scaleUp.policies = {{HpaPolicy::Type::Percent, percent, 60}};
        spec.behavior->scaleDown.policies = {{HpaPolicy::Type::Percent, percent, 60}};
        spec.behavior->scaleDown.stabilizationWindowSeconds = 0;
        HpaEngine engine(spec, {});
        QTEST(int{engine.sync(syncAt(0, current, queue)).desired}, "desired");
    }

    void whatScaledItselfToZeroComesBack()
    {
        HpaController controller;
        controller.scaleToZero = true;
        HpaSpec spec = externalSpec(0, 5);
        HpaEngine engine(spec, controller);
        // The first recommendation holds it for the window.
        QCOMPARE(engine.sync(syncAt(0, 1, 0)).desired, 1);
        const HpaDecision zero = engine.sync(syncAt(301, 1, 0));
        QCOMPARE(zero.desired, 0);
        QCOMPARE(zero.scaledToZero, std::optional(true));
        // A raised minimum holds as soon as a metric was looked at.
        engine.setBounds(2, 5);
        const HpaDecision up = engine.sync(syncAt(316, 0, 0));
        QCOMPARE(up.desired, 2);
        QCOMPARE(up.scaledToZero, std::optional(false));
    }

    void zeroReplicasMeanOff()
    {
        HpaEngine engine(externalSpec(1, 5), {});
        const HpaDecision decision = engine.sync(syncAt(0, 0, 90'000));
        QCOMPARE(decision.outcome, HpaOutcome::Disabled);
        QCOMPARE(decision.desired, 0);
        QVERIFY(!decision.scalingActiveStatus);
    }
};

QTEST_GUILESS_MAIN(TestHpaEngine)
#include "tst_hpaengine.moc"
