// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaengine.h"
#include "scaling/hpaexplain.h"

#include <QTest>

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

    void legacyDoublesAtMost()
    {
        HpaEngine engine(externalSpec(1, 100), {});
        const HpaDecision decision = engine.sync(syncAt(0, 5, 900'000));
        QCOMPARE(decision.desired, 10);
        QVERIFY(explainHpaDecision(decision, engine.spec(), 0).join(u' ').contains(u"twice"_s));
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
