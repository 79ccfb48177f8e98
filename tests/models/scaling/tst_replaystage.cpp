// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaypods.h"
#include "scaling/replaystage.h"

#include <QTest>

#include <cmath>

using namespace spillway;

namespace {

constexpr double dt = 15;

PipelineComponent station()
{
    PipelineComponent component;
    component.service.requestsPerReplica = 100;
    return component;
}

PipelineComponent consumer(double requestsPerMinute, int maxAttempts)
{
    PipelineComponent component;
    component.queued = true;
    component.service.concurrency = 4;
    component.service.unloadedSeconds = 2; // 2 requests a second a replica
    LlmPool pool;
    pool.quota.requestsPerMinute = requestsPerMinute;
    pool.quota.window = QuotaSpec::Window::TokenBucket;
    pool.quota.burstSeconds = 15;
    component.llm = LlmSpec{.pools = {pool}, .maxAttempts = maxAttempts};
    return component;
}

} // namespace

class TestReplayStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsGetReadyAfterTheirColdStart()
    {
        ReplayPods pods(ColdStart({30, 30}), 2, 1000);
        QCOMPARE(pods.ready(1000), 2);
        pods.scaleTo(4, 1000);
        QCOMPARE(pods.count(), 4);
        QCOMPARE(pods.ready(1029), 2);
        QCOMPARE(pods.ready(1030), 4);
        QCOMPARE(pods.usable(1015, 1030), 2.0);
        QCOMPARE(pods.usable(1020, 1040), 3.0);
        pods.scaleTo(3, 1015); // one that is not ready goes first
        QCOMPARE(pods.ready(1015), 2);
        pods.scaleTo(0, 1016);
        QCOMPARE(pods.count(), 0);
        pods.scaleTo(-5, 1016);
        QCOMPARE(pods.usable(1016, 1031), 0.0);
    }

    void belowSaturationAllIsServed()
    {
        ReplayStage stage(station(), dt);
        const StageResult result = stage.serve(150, 2, 0);
        QCOMPARE(result.served, 150.0);
        QCOMPARE(result.lost, 0.0);
        QCOMPARE(result.backlog, 0.0);
        QCOMPARE(result.utilisation, 0.75);
        QVERIFY(result.p95 > result.p50);
    }

    void callersGiveUpABrokerDoesNot()
    {
        ReplayStage callers(station(), dt);
        PipelineComponent component = station();
        component.queued = true;
        ReplayStage broker(component, dt);
        StageResult direct;
        StageResult queued;
        for (int i = 0; i < 10; ++i) {
            direct = callers.serve(300, 2, i * 15'000);
            queued = broker.serve(300, 2, i * 15'000);
        }
        QCOMPARE(direct.served, 200.0);
        QCOMPARE(direct.lost, 100.0);
        QCOMPARE(direct.backlog, 1200.0); // six seconds of work
        QCOMPARE(queued.lost, 0.0);
        QCOMPARE(queued.backlog, 15'000.0);
        QVERIFY(queued.p50 > 75);
        component.queueLimit = 5000;
        ReplayStage full(component, dt);
        for (int i = 0; i < 10; ++i) {
            queued = full.serve(300, 2, i * 15'000);
        }
        QCOMPARE(queued.backlog, 5000.0);
        QVERIFY(std::abs(queued.lost - 100) < 1e-9);
    }

    void nothingIsMadeOrLostUnseen()
    {
        // Requests in = served + lost + still waiting, whatever happens.
        for (const bool llm : {false, true}) {
            ReplayStage stage(llm ? consumer(300, 3) : station(), dt);
            double in = 0;
            double out = 0;
            StageResult result;
            for (int i = 0; i < 400; ++i) {
                const double offered =
                    llm ? 4 + 4 * std::sin(i / 10.0) : 150 + 140 * std::sin(i / 10.0);
                result = stage.serve(offered, llm ? 5 : 2, i * 15'000);
                in += offered * dt;
                out += (result.served + result.lost) * dt;
            }
            QVERIFY(std::abs(in - out - result.backlog) < 0.02 * in);
            QVERIFY(out <= in + 1e-6);
        }
    }

    void noReplicasServeNothing()
    {
        ReplayStage stage(station(), dt);
        const StageResult result = stage.serve(10, 0, 0);
        QCOMPARE(result.served, 0.0);
        QCOMPARE(result.lost, 10.0);
        QCOMPARE(result.utilisation, 1.0);
        QCOMPARE(result.p50, station().timeoutSeconds);
    }

    void moreWorkersThanTheQuotaOnlyMake429s()
    {
        const auto run = [](double replicas) {
            ReplayStage stage(consumer(300, 1000), dt); // 5 a second
            StageResult sum;
            for (int i = 0; i < 200; ++i) {
                const StageResult one = stage.serve(20, replicas, i * 15'000);
                sum.served += one.served / 200;
                sum.rejected += one.rejected / 200;
            }
            return sum;
        };
        const StageResult two = run(2); // 4 a second: below the quota
        const StageResult four = run(4);
        const StageResult twelve = run(12);
        QVERIFY(std::abs(two.served - 4) < 0.05);
        QCOMPARE(two.rejected, 0.0);
        QVERIFY(std::abs(four.served - 5) < 0.05);
        QVERIFY(std::abs(twelve.served - 5) < 0.05);
        QVERIFY(twelve.rejected > four.rejected);
    }

    void attemptsAreLimited()
    {
        ReplayStage once(consumer(60, 1), dt);
        const StageResult result = once.serve(10, 5, 0);
        QCOMPARE(result.served, 1.0);
        QCOMPARE(result.rejected, 9.0);
        QCOMPARE(result.lost, 9.0);
        ReplayStage often(consumer(60, 5), dt);
        const StageResult kept = often.serve(10, 5, 0);
        QCOMPARE(kept.lost, 0.0);
        QCOMPARE(kept.rejected, 9.0);
        QVERIFY(kept.backlog >= 9 * dt - 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestReplayStage)
#include "tst_replaystage.moc"
