// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/servicefit.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

ServiceModel truth()
{
    ServiceModel model;
    model.requestsPerReplica = 80;
    model.coresPerRequest = 0.015;
    model.idleCores = 0.1;
    model.unloadedSeconds = 0.06;
    model.burstiness = 4;
    model.latencySpread = 0.4;
    model.requestedCores = 1;
    return model;
}

double wobble(std::size_t i)
{
    return std::sin(static_cast<double>(i) * 1.7);
}

/// A day of the true model with a load that goes up and down.
ServiceHistory historyOf(const ServiceModel &model, std::size_t steps)
{
    ServiceHistory history;
    history.requestedCores = 1;
    history.limitCores = model.idleCores + model.requestsPerReplica * model.coresPerRequest;
    for (std::size_t i = 0; i < steps; ++i) {
        const double ready = 4 + std::floor(static_cast<double>(i % 400) / 100);
        const double rho = 0.5 + 0.4 * std::sin(static_cast<double>(i) / 60);
        const double requests = rho * ready * model.requestsPerReplica;
        const double noise = 1 + 0.02 * wobble(i);
        history.ready.push_back(ready);
        history.requests.push_back(requests);
        history.cores.push_back((ready * model.idleCores + requests * model.coresPerRequest) *
                                noise);
        history.p50.push_back(medianLatency(model, rho, static_cast<int>(ready)) * noise);
        history.p95.push_back(history.p50.back() * tailRatio(model.latencySpread));
        history.rejected.push_back(0);
        history.maxReplicas.push_back(20);
    }
    for (int pod = 0; pod < 50; ++pod) {
        history.coldStarts.push_back(30 + pod);
    }
    return history;
}

} // namespace

class TestServiceFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheModelAgain()
    {
        const ServiceModel model = truth();
        const ServiceFit fit = fitService(historyOf(model, 5000));
        QVERIFY(std::abs(fit.model.requestsPerReplica / model.requestsPerReplica - 1) < 0.03);
        QVERIFY(std::abs(fit.model.coresPerRequest / model.coresPerRequest - 1) < 0.03);
        QVERIFY(std::abs(fit.model.unloadedSeconds / model.unloadedSeconds - 1) < 0.03);
        QVERIFY(std::abs(fit.model.burstiness / model.burstiness - 1) < 0.1);
        QVERIFY(std::abs(fit.model.latencySpread - model.latencySpread) < 0.01);
        QVERIFY(fit.cores.r2 > 0.98);
        QVERIFY(fit.confidence > 0.9);
        QVERIFY(fit.assumptions.isEmpty());
        QVERIFY(std::abs(fit.model.coldStart.quantile(0.5) - 54.5) < 1e-9);
        QVERIFY(std::abs(fit.model.coldStart.quantile(0.95) - 76.55) < 1e-9);
    }

    void unfitStepsAreMarkedAndLeftOut()
    {
        ServiceHistory history = historyOf(truth(), 4000);
        for (std::size_t i = 0; i < 400; ++i) {
            history.rejected[i] = 3;
            history.cores[i] *= 5; // retries
        }
        history.requests[500] = unknown;
        history.maxReplicas[600] = history.ready[600];
        history.breakerOpen.assign(4000, 0);
        history.breakerOpen[700] = 1;
        const ServiceFit fit = fitService(history);
        QCOMPARE(int(fit.marks[0]), int(UnfitThrottled));
        QCOMPARE(int(fit.marks[500]), int(UnfitGap));
        QCOMPARE(int(fit.marks[600]), int(UnfitAtMaximum));
        QCOMPARE(int(fit.marks[700]), int(UnfitBreaker));
        QCOMPARE(fit.fitShare, 3597.0 / 4000);
        QVERIFY(std::abs(fit.model.coresPerRequest / truth().coresPerRequest - 1) < 0.03);
    }

    void gapsLowerTheConfidenceAndNothingElse()
    {
        ServiceHistory history = historyOf(truth(), 4000);
        const double whole = fitService(history).confidence;
        for (std::size_t i = 0; i < 4000; i += 2) {
            history.requests[i] = unknown;
        }
        const ServiceFit half = fitService(history);
        QVERIFY(std::abs(half.confidence - whole / 2) < 0.02);
        QVERIFY(std::abs(half.model.requestsPerReplica / 80 - 1) < 0.03);
    }

    void whatIsNotKnownIsSaid()
    {
        const ServiceFit nothing = fitService({});
        QCOMPARE(nothing.confidence, 0.0);
        QCOMPARE(nothing.assumptions.size(), 4);
        QCOMPARE(nothing.model.requestsPerReplica, ServiceModel{}.requestsPerReplica);

        ServiceHistory history = historyOf(truth(), 1000);
        history.coldStarts.clear();
        const ServiceFit fit = fitService(history);
        QCOMPARE(fit.assumptions.size(), 1);
        QVERIFY(fit.confidence < 0.5);
    }

    void aWorkersCapacityIsItsConcurrency()
    {
        ServiceHistory history = historyOf(truth(), 1000);
        history.concurrency = 4;
        history.p50.assign(1000, 1.6);
        history.p95.assign(1000, 3.2);
        const ServiceFit fit = fitService(history);
        QCOMPARE(fit.model.unloadedSeconds, 1.6);
        QCOMPARE(fit.model.capacity(), 2.5);
    }

    void coldStartsOfPodsHaveTheMeasuredDistribution()
    {
        const ColdStart start({10, 20, 30, 40, unknown, -1});
        QCOMPARE(start.sampleCount(), 4U);
        double sum = 0;
        for (std::size_t pod = 0; pod < 1000; ++pod) {
            const double seconds = start.ofPod(pod);
            QVERIFY(seconds >= 10 && seconds <= 40);
            sum += seconds;
        }
        QVERIFY(std::abs(sum / 1000 - 25) < 0.1);
        QCOMPARE(ColdStart().ofPod(3), 0.0);
    }

    void latencyRisesWithUtilisationAndFallsWithReplicas()
    {
        const ServiceModel model = truth();
        QCOMPARE(medianLatency(model, 0, 4), model.unloadedSeconds);
        QVERIFY(medianLatency(model, 0.9, 4) > 1.5 * medianLatency(model, 0.5, 4));
        QVERIFY(medianLatency(model, 0.9, 12) < medianLatency(model, 0.9, 4));
        QVERIFY(std::isfinite(medianLatency(model, 5, 4)));
        // M/M/1: L = s / (1 - rho).
        ServiceModel single;
        QVERIFY(std::abs(medianLatency(single, 0.5, 1) / single.unloadedSeconds - 2) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestServiceFit)
#include "tst_servicefit.moc"
