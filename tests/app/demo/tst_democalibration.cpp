// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/autoscaler.h"
#include "demo/simulator.h"
#include "scaling/calibration.h"
#include "scaling/replaysummary.h"
#include "scaling/servicefit.h"
#include "support/resultmacros.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using demo::Component;

namespace {

constexpr std::int64_t start = 1'760'054'400; // 2025-10-10T00:00:00Z
constexpr std::int64_t replaySeconds = 15;
constexpr double latencySpread = 0.55;

/// What a week of the demo world left behind, as Prometheus would tell it.
struct Record
{
    TimeGrid grid;
    std::array<ServiceHistory, demo::componentCount> history;
    std::array<GridColumn, demo::componentCount> spec; ///< replicas asked for
    GridColumn jobs;                                   ///< published to the queue, a second
};

void recordInstant(Record &record, const demo::WorldState &state)
{
    for (std::size_t i = 0; i < demo::componentCount; ++i) {
        ServiceHistory &history = record.history.at(i);
        const demo::ComponentState &c = state.components.at(i);
        record.spec.at(i).push_back(c.specReplicas);
        history.ready.push_back(state.readyPods(static_cast<Component>(i)));
        history.maxReplicas.push_back(c.maxReplicas);
        history.requests.push_back(0);
        history.cores.push_back(0);
        history.p50.push_back(0);
        history.rejected.push_back(0);
        history.breakerOpen.push_back(0);
    }
    record.jobs.push_back(0);
}

void recordStep(Record &record, const demo::WorldState &state, double throttled)
{
    constexpr double share = static_cast<double>(demo::stepSeconds) / replaySeconds;
    for (std::size_t i = 0; i < demo::componentCount; ++i) {
        ServiceHistory &history = record.history.at(i);
        const demo::ComponentState &c = state.components.at(i);
        history.requests.back() += c.requestsPerSecond * share;
        history.cores.back() += c.coresUsed * share;
        history.p50.back() +=
            c.latencySeconds * std::exp(-latencySpread * latencySpread / 2) * share;
    }
    record.history.at(demo::index(Component::LlmConsumer)).rejected.back() += throttled;
    record.jobs.back() += state.turnsPerSecond * 0.3 * share;
}

double throttledSoFar(const demo::WorldState &state)
{
    double sum = 0;
    for (const demo::ModelState &model : state.models) {
        sum += model.responses[1];
    }
    return sum;
}

Record recordDays(std::int64_t days)
{
    const demo::HpaFormula formula;
    demo::Simulator simulator(demo::Simulator::settledAt(7, start), formula);
    Record record;
    record.grid = {.from = start * 1000,
                   .count = static_cast<std::size_t>(days * 86'400 / replaySeconds)};
    double throttled = throttledSoFar(simulator.state());
    std::array<std::size_t, demo::componentCount> seen{};
    for (std::size_t i = 0; i < record.grid.count; ++i) {
        recordInstant(record, simulator.state());
        for (const demo::Pod &pod : simulator.state().pods) {
            const std::size_t c = demo::index(pod.component);
            if (pod.ordinal >= seen.at(c)) {
                record.history.at(c).coldStarts.push_back(
                    static_cast<double>(pod.ready - pod.created));
                seen.at(c) = pod.ordinal + 1;
            }
        }
        for (std::int64_t step = 0; step < replaySeconds; step += demo::stepSeconds) {
            simulator.step();
            const double now = throttledSoFar(simulator.state());
            recordStep(record, simulator.state(), now - throttled);
            throttled = now;
        }
    }
    return record;
}

ServiceFit fitted(const Record &record, Component component)
{
    const demo::ComponentShape &shape = demo::componentShapes.at(demo::index(component));
    ServiceHistory history = record.history.at(demo::index(component));
    history.requestedCores = shape.coresRequested;
    history.limitCores = shape.coresLimit;
    history.concurrency = component == Component::LlmConsumer ? 4 : 0;
    for (const double p50 : history.p50) {
        history.p95.push_back(p50 * tailRatio(latencySpread));
    }
    return fitService(history);
}

ComponentScaling hpaOf(Component component, HpaMetric metric, MetricSignal::Kind kind)
{
    const demo::ComponentShape &shape = demo::componentShapes.at(demo::index(component));
    ComponentScaling scaling;
    scaling.engine = ComponentScaling::Engine::Hpa;
    scaling.hpa.minReplicas = shape.minReplicas;
    scaling.hpa.maxReplicas = shape.maxReplicas;
    scaling.hpa.metrics = {std::move(metric)};
    scaling.signals = {{kind, {}, 0s}};
    return scaling;
}

ComponentScaling scalingOf(Component component)
{
    HpaMetric metric;
    if (component == Component::LlmConsumer) {
        ComponentScaling scaling;
        scaling.engine = ComponentScaling::Engine::Keda;
        scaling.keda.minReplicas = 1;
        scaling.keda.maxReplicas = 12;
        KedaTrigger rate;
        rate.targetMilli = 100'000;
        KedaTrigger queue;
        queue.targetMilli = 50'000;
        scaling.keda.triggers = {rate, queue};
        scaling.signals = {{MetricSignal::Kind::Requests, demo::index(Component::RagWorker), 0s},
                           {MetricSignal::Kind::Backlog, {}, 0s}};
        return scaling;
    }
    if (component == Component::DialogManager) {
        metric.source = HpaMetric::Source::Pods;
        metric.name = u"http_requests_per_second"_s;
        metric.targetType = HpaMetric::TargetType::AverageValue;
        metric.averageValue = 100'000;
        return hpaOf(component, metric, MetricSignal::Kind::Requests);
    }
    metric.name = u"cpu"_s;
    metric.averageUtilization = 70;
    return hpaOf(component, metric, MetricSignal::Kind::Cores);
}

LlmSpec providers()
{
    constexpr std::array<double, demo::modelCount> shares{0.19, 0.45, 0.36};
    constexpr std::array<double, demo::modelCount> tokens{770, 900, 700};
    LlmSpec llm;
    llm.maxAttempts = 20;
    for (std::size_t i = 0; i < demo::modelCount; ++i) {
        LlmPool pool;
        pool.share = shares.at(i);
        pool.quota.requestsPerMinute = demo::modelQuotas.at(i).requestsPerMinute;
        pool.quota.tokensPerMinute = demo::modelQuotas.at(i).tokensPerMinute;
        pool.quota.counting = QuotaSpec::Counting::AdmissionEstimate;
        pool.quota.window = QuotaSpec::Window::TokenBucket;
        pool.quota.burstSeconds = 15;
        pool.use = {.input = tokens.at(i)};
        llm.pools.push_back(pool);
    }
    return llm;
}

Pipeline pipelineOf(const Record &record)
{
    Pipeline pipeline;
    pipeline.grid = record.grid;
    for (std::size_t i = 0; i < demo::componentCount; ++i) {
        const auto component = static_cast<Component>(i);
        PipelineComponent one;
        one.name = QString::fromUtf8(demo::componentNames.at(i).data(),
                                     static_cast<qsizetype>(demo::componentNames.at(i).size()));
        one.service = fitted(record, component).model;
        one.traffic = record.history.at(i).requests;
        one.scaling = scalingOf(component);
        one.scaling.initialReplicas = static_cast<int>(record.spec.at(i).front());
        if (component == Component::LlmConsumer) {
            one.traffic = record.jobs;
            one.queued = true;
            one.queueLimit = 20'000;
            one.llm = providers();
        }
        pipeline.components.push_back(std::move(one));
    }
    return pipeline;
}

} // namespace

class TestDemoCalibration : public QObject
{
    Q_OBJECT

    Record m_record;

private Q_SLOTS:
    void initTestCase() { m_record = recordDays(7); }

    void theWorldsConstantsAreFoundAgain()
    {
        for (const Component component : {Component::DialogManager, Component::RagWorker}) {
            const demo::ComponentShape &shape = demo::componentShapes.at(demo::index(component));
            const ServiceFit fit = fitted(m_record, component);
            QVERIFY(std::abs(fit.model.coresPerRequest / shape.coreSecondsPerRequest - 1) < 0.02);
            QVERIFY(fit.confidence > 0.5);
        }
        const ServiceFit rag = fitted(m_record, Component::RagWorker);
        // Scheduling, and 55 s x (0.8 .. 1.4) of starting.
        QVERIFY(rag.model.coldStart.quantile(0.5) > 50 && rag.model.coldStart.quantile(0.5) < 75);
        QVERIFY(rag.model.coldStart.quantile(0.95) < 160);
    }

    void todaysPolicyIsReplayedAsItHappened()
    {
        const Pipeline pipeline = pipelineOf(m_record);
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        for (std::size_t i = 0; i < demo::componentCount; ++i) {
            const Calibration calibration =
                calibrate(result->components[i].desired, m_record.spec.at(i),
                          markUnfit(m_record.history.at(i)), pipeline.grid, 24h);
            const CalibrationScore &whole = calibration.whole;
            const QByteArray text = pipeline.components[i].name.toUtf8() + " score " +
                                    QByteArray::number(whole.score, 'f', 3) + " baseline " +
                                    QByteArray::number(whole.baseline, 'f', 3) + " within one " +
                                    QByteArray::number(whole.withinOne, 'f', 3) + " fit " +
                                    QByteArray::number(whole.fitShare, 'f', 3) + " replicas " +
                                    QByteArray::number(whole.recordedReplicas, 'f', 2) +
                                    " replayed " +
                                    QByteArray::number(whole.replayedReplicas, 'f', 2);
            std::printf("%s\n", text.constData());
            QVERIFY2(whole.score >= 0.9, text.constData());
            QVERIFY2(whole.fitShare > 0.5, text.constData());
            QCOMPARE(calibration.periods.size(), 7U);
        }
    }

    void anotherPolicyScoresLower()
    {
        Pipeline pipeline = pipelineOf(m_record);
        const std::size_t rag = demo::index(Component::RagWorker);
        pipeline.components[rag].scaling.hpa.metrics[0].averageUtilization = 40;
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        const Calibration calibration =
            calibrate(result->components[rag].desired, m_record.spec.at(rag),
                      markUnfit(m_record.history.at(rag)), pipeline.grid, 24h);
        QVERIFY(calibration.whole.score < 0.7);
    }
};

QTEST_APPLESS_MAIN(TestDemoCalibration)
#include "tst_democalibration.moc"
