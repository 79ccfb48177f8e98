// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiserexplain.h"
#include "scaling/replayoutcome.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using What = ReplayKnob::What;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr EpochMs monday = 1'767'571'200'000; // 2026-01-05T00:00Z, a Monday
constexpr std::size_t steps = 960;            // four hours

/// Two hours of little traffic, then a jump.
ReplayPolicy jump()
{
    ReplayPolicy policy;
    policy.pipeline.grid = {.from = monday + 7 * 3600 * 1000, .count = steps};
    PipelineComponent rag;
    rag.name = u"rag-worker"_s;
    rag.service.requestsPerReplica = 100;
    rag.service.coresPerRequest = 0.01;
    rag.service.requestedCores = 1;
    rag.service.coldStart = ColdStart({90});
    for (std::size_t i = 0; i < steps; ++i) {
        rag.traffic.push_back(i < steps / 2 ? 60 : 700);
    }
    rag.scaling.engine = ComponentScaling::Engine::Hpa;
    rag.scaling.hpa.minReplicas = 2;
    rag.scaling.hpa.maxReplicas = 12;
    HpaMetric cpu;
    cpu.name = u"cpu"_s;
    cpu.averageUtilization = 70;
    rag.scaling.hpa.metrics = {cpu};
    rag.scaling.hpa.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
    rag.scaling.signals = {{MetricSignal::Kind::Cores, {}, 0s}};
    rag.scaling.initialReplicas = 2;
    policy.pipeline.components = {rag};
    policy.schedules = {std::nullopt};
    policy.prices = {{1.0, 0.0}};
    return policy;
}

/// The same with a window from nine o'clock, when the traffic jumps.
ReplayPolicy scheduled()
{
    ReplayPolicy policy = jump();
    Schedule schedule;
    schedule.baseFloor = 2;
    schedule.baseCap = 12;
    ScheduleWindow window;
    window.name = u"office"_s;
    window.days = std::bitset<7>{0b0011111};
    window.from = 9h;
    window.to = 18h;
    window.bounds.floor = 8;
    schedule.windows = {window};
    policy.schedules = {schedule};
    return policy;
}

PolicyOutcome judge(const ReplayPolicy &policy, const std::vector<ReplayKnob> &knobs,
                    const OptimiserProblem::Values &values)
{
    return replayProblem(policy, knobs, {}, {}).evaluate(values, {}).value();
}

ReplayColumns columns(const std::vector<float> &offered, const std::vector<float> &backlog)
{
    ReplayColumns made;
    made.offered = offered;
    made.backlog = backlog;
    return made;
}

} // namespace

class TestReplayOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knobsAreReadAndSet_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("then");
        QTest::newRow("min") << static_cast<int>(What::Min) << 2.0 << 4.0;
        QTest::newRow("max") << static_cast<int>(What::Max) << 12.0 << 30.0;
        QTest::newRow("target") << static_cast<int>(What::Target) << 70.0 << 55.0;
        QTest::newRow("up") << static_cast<int>(What::ScaleUpWindow) << 0.0 << 60.0;
        QTest::newRow("down") << static_cast<int>(What::ScaleDownWindow) << 300.0 << 900.0;
        QTest::newRow("floor") << static_cast<int>(What::WindowFloor) << 8.0 << 5.0;
        QTest::newRow("from") << static_cast<int>(What::WindowFrom) << 540.0 << 525.0;
        QTest::newRow("to") << static_cast<int>(What::WindowTo) << 1080.0 << 1020.0;
        QTest::newRow("lead") << static_cast<int>(What::LeadTime) << 0.0 << 120.0;
    }

    void knobsAreReadAndSet()
    {
        QFETCH(int, what);
        QFETCH(double, now);
        QFETCH(double, then);
        const std::vector<ReplayKnob> knobs{{static_cast<What>(what), 0, 0}};
        const ReplayPolicy policy = scheduled();
        const auto before = knobValues(policy, knobs);
        QVERIFY(before.has_value());
        QCOMPARE(before->at(0), now);
        const Result<ReplayPolicy> changed = withKnobs(policy, knobs, {then});
        QVERIFY(changed.ok());
        QCOMPARE(knobValues(*changed, knobs)->at(0), then);
        QVERIFY(!changed->pipeline.components[0].scaling.bounds.empty());
    }

    void impossibleKnobs_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("component");
        QTest::addColumn<int>("index");
        QTest::addColumn<double>("value");
        const auto row = [](const char *name, What what, int component, int index, double value) {
            QTest::newRow(name) << static_cast<int>(what) << component << index << value;
        };
        row("no such component", What::Min, 1, 0, 3);
        row("no such metric", What::Target, 0, 1, 50);
        row("no such window", What::WindowFloor, 0, 1, 3);
        row("a cap that the window has not", What::WindowCap, 0, 0, 3);
        row("negative", What::Min, 0, 0, -1);
        row("NaN", What::Min, 0, 0, unknown);
        row("huge", What::Max, 0, 0, 1e12);
        row("floor above the cap", What::WindowFloor, 0, 0, 13);
    }

    void impossibleKnobs()
    {
        QFETCH(int, what);
        QFETCH(int, component);
        QFETCH(int, index);
        QFETCH(double, value);
        const std::vector<ReplayKnob> knobs{{static_cast<What>(what),
                                             static_cast<std::size_t>(component),
                                             static_cast<std::size_t>(index)}};
        const Result<ReplayPolicy> changed = withKnobs(scheduled(), knobs, {value});
        QVERIFY(!changed.ok());
        QCOMPARE(changed.error().code, ErrorCode::InvalidInput);
    }

    void windowNeedsASchedule()
    {
        QVERIFY(!knobValues(jump(), {{What::WindowFloor, 0, 0}}).has_value());
        QVERIFY(!withKnobs(jump(), {{What::Min, 0, 0}}, {}).ok());
    }

    void boundsInOrder()
    {
        const std::vector<ReplayKnob> knobs{{What::Min, 0, 0}, {What::Max, 0, 0}};
        QVERIFY(areBoundsInOrder(jump(), knobs, {3, 3}));
        QVERIFY(!areBoundsInOrder(jump(), knobs, {4, 3}));
        QVERIFY(!areBoundsInOrder(jump(), {{What::Min, 0, 0}}, {13}));
    }

    void moreReplicasCostMoreAndAreFaster()
    {
        const std::vector<ReplayKnob> min{{What::Min, 0, 0}};
        const PolicyOutcome few = judge(jump(), min, {2});
        const PolicyOutcome many = judge(jump(), min, {12});
        QVERIFY(many.cost > few.cost);
        QVERIFY(many.p95Seconds < few.p95Seconds);
        QCOMPARE(many.cost, 12.0 * 4); // twelve replicas for four hours at 1
        QCOMPARE(many.share429, 0.0);
        // A cap that cannot carry the traffic loses requests, and that is not fast.
        const PolicyOutcome capped = judge(jump(), {{What::Max, 0, 0}}, {3});
        QVERIFY(capped.p95Seconds >= jump().pipeline.components[0].timeoutSeconds);
    }

    void aWindowThatStartsEarlierCostsMore()
    {
        const std::vector<ReplayKnob> from{{What::WindowFrom, 0, 0}};
        const PolicyOutcome onTime = judge(scheduled(), from, {540});
        const PolicyOutcome early = judge(scheduled(), from, {480});
        QVERIFY(early.cost > onTime.cost);
        QVERIFY(early.p95Seconds <= onTime.p95Seconds);
    }

    /// The search over the replay finds what looking at all candidates finds.
    void optimisesTheReplay()
    {
        const std::vector<ReplayKnob> knobs{
            {What::Min, 0, 0}, {What::Max, 0, 0}, {What::Target, 0, 0}};
        const std::vector<OptimiserAxis> axes{
            {u"rag-worker.min"_s, u"minimum of rag-worker"_s, {1, 2, 3, 4, 6, 8}},
            {u"rag-worker.max"_s, u"maximum of rag-worker"_s, {8, 10, 12, 16}},
            {u"rag-worker.cpu"_s, u"CPU target of rag-worker"_s, {50, 60, 70, 80}}};
        const OptimiserProblem problem = replayProblem(
            jump(), knobs, axes, {judge(jump(), knobs, {3, 12, 60}).p95Seconds, {}, {}});
        QVERIFY(problem.today == (OptimiserProblem::Values{2, 12, 70}));
        OptimiserOptions all;
        const Result<OptimiserResult> complete = optimise(problem, all);
        QVERIFY(complete.ok() && complete->exhaustive && complete->best.has_value());
        QCOMPARE(complete->failed, 0);
        OptimiserOptions some;
        some.budget = 60;
        const Result<OptimiserResult> searched = optimise(problem, some);
        QVERIFY(searched.ok() && !searched->exhaustive && searched->best.has_value());
        QCOMPARE(searched->front[*searched->best].outcome.cost,
                 complete->front[*complete->best].outcome.cost);
        QCOMPARE(explainFront(problem, *complete, u"EUR"_s).size(), complete->front.size());
    }

    void unknownTrafficIsAFailure()
    {
        ReplayPolicy policy = jump();
        policy.pipeline.components[0].traffic.assign(steps, unknown);
        const auto outcome = replayProblem(policy, {}, {}, {}).evaluate({}, {});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
    }

    void replayIsCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto outcome = replayProblem(jump(), {}, {}, {}).evaluate({}, stop.get_token());
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void oldestWait_data()
    {
        QTest::addColumn<QList<float>>("offered");
        QTest::addColumn<QList<float>>("backlog");
        QTest::addColumn<double>("seconds");
        const float gap = std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("nothing") << QList<float>{} << QList<float>{} << 0.0;
        QTest::newRow("no backlog") << QList<float>{1, 1, 1} << QList<float>{0, 0, 0} << 0.0;
        QTest::newRow("of this step") << QList<float>{1, 1, 1} << QList<float>{0, 0, 15} << 15.0;
        QTest::newRow("of two steps") << QList<float>{1, 1, 1} << QList<float>{0, 0, 20} << 30.0;
        QTest::newRow("all of it") << QList<float>{1, 1, 1} << QList<float>{15, 30, 45} << 45.0;
        QTest::newRow("stays") << QList<float>{2, 0, 0, 0} << QList<float>{30, 30, 30, 30} << 60.0;
        QTest::newRow("a gap begins anew")
            << QList<float>{1, gap, 1} << QList<float>{15, gap, 15} << 15.0;
    }

    void oldestWait()
    {
        QFETCH(QList<float>, offered);
        QFETCH(QList<float>, backlog);
        QFETCH(double, seconds);
        const ReplayColumns made =
            columns({offered.begin(), offered.end()}, {backlog.begin(), backlog.end()});
        QCOMPARE(oldestWaitSeconds(made, {.from = 0, .count = made.offered.size()}), seconds);
    }
};

QTEST_APPLESS_MAIN(TestReplayOutcome)
#include "tst_replayoutcome.moc"
