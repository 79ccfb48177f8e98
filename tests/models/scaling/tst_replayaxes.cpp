// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replayaxes.h"

#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

ReplayPolicy policy()
{
    ReplayPolicy made;
    made.pipeline.grid = {.from = 0, .count = 100};
    PipelineComponent rag;
    rag.name = u"rag-worker"_s;
    rag.traffic.assign(100, 50);
    rag.scaling.engine = ComponentScaling::Engine::Hpa;
    rag.scaling.hpa.minReplicas = 2;
    rag.scaling.hpa.maxReplicas = 20;
    rag.scaling.hpa.metrics = {defaultMetric()};
    rag.scaling.signals = {{}};
    PipelineComponent fixed;
    fixed.name = u"tool-router"_s;
    fixed.traffic.assign(100, 5);
    made.pipeline.components = {rag, fixed};
    Schedule schedule;
    schedule.baseFloor = 2;
    schedule.baseCap = 20;
    ScheduleWindow window;
    window.name = u"office"_s;
    window.from = std::chrono::hours(9);
    window.bounds.floor = 4;
    schedule.windows = {window};
    made.schedules = {schedule, std::nullopt};
    return made;
}

QStringList idsOf(const ReplaySearch &search)
{
    QStringList ids;
    for (const OptimiserAxis &axis : search.axes) {
        ids << axis.id;
    }
    return ids;
}

} // namespace

class TestReplayAxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatThePolicyHas()
    {
        const ReplaySearch search = replaySearch(policy());
        QCOMPARE(idsOf(search),
                 QStringList({u"rag-worker.min"_s, u"rag-worker.max"_s, u"rag-worker.target0"_s,
                              u"rag-worker.scaleDownWindow"_s, u"rag-worker.window0.min"_s,
                              u"rag-worker.window0.from"_s}));
        QCOMPARE(search.knobs.size(), search.axes.size());
    }

    void axesRiseAndHoldToday()
    {
        const ReplayPolicy given = policy();
        const ReplaySearch search = replaySearch(given);
        const auto today = knobValues(given, search.knobs);
        QVERIFY(today.has_value());
        for (std::size_t i = 0; i < search.axes.size(); ++i) {
            const std::vector<double> &values = search.axes[i].values;
            QVERIFY(std::is_sorted(values.begin(), values.end()));
            QVERIFY(std::adjacent_find(values.begin(), values.end()) == values.end());
            QVERIFY2(std::find(values.begin(), values.end(), (*today)[i]) != values.end(),
                     qPrintable(search.axes[i].id));
            QVERIFY(values.size() <= 13);
        }
    }

    void onlyWhatIsAskedFor()
    {
        QCOMPARE(idsOf(replaySearch(policy(), {true, false, false})),
                 QStringList({u"rag-worker.min"_s, u"rag-worker.max"_s}));
        QVERIFY(replaySearch(policy(), {false, false, false}).axes.empty());
        ReplayPolicy fixed = policy();
        fixed.pipeline.components.erase(fixed.pipeline.components.begin());
        fixed.schedules.erase(fixed.schedules.begin());
        QVERIFY(replaySearch(fixed).axes.empty());
    }

    void theOptimiserTakesThem()
    {
        const ReplayPolicy given = policy();
        ReplaySearch search = replaySearch(given, {true, false, false});
        PolicySlo slo;
        slo.p95Seconds = 100;
        const OptimiserProblem problem = replayProblem(given, search.knobs, search.axes, slo);
        OptimiserOptions options;
        options.budget = 30;
        options.threads = 1;
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QVERIFY(result->best.has_value());
    }
};

QTEST_APPLESS_MAIN(TestReplayAxes)
#include "tst_replayaxes.moc"
