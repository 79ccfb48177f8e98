// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policysimulation.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t steps = 5760; // a day

Policy policy(int target)
{
    PolicyComponent component;
    component.name = u"rag-worker"_s;
    component.engine = PolicyComponent::Engine::Hpa;
    component.minReplicas = 2;
    component.maxReplicas = 20;
    component.metrics = {PolicyResourceMetric{.name = u"cpu"_s, .averageUtilization = target}};
    Policy made;
    made.components = {component};
    return made;
}

/// A day whose replicas are those of a replay at 70 %.
ScalingHistory history()
{
    ComponentHistory one;
    one.name = u"rag-worker"_s;
    ServiceHistory &service = one.service;
    for (std::size_t i = 0; i < steps; ++i) {
        const double rate = 200 * (1.2 + std::sin(static_cast<double>(i) * 2 * M_PI / steps));
        const double replicas = std::max(2.0, std::ceil(rate * 0.01 / 0.35));
        service.requests.push_back(rate);
        service.ready.push_back(replicas);
        service.cores.push_back(rate * 0.01);
        service.p50.push_back(0.05);
        service.p95.push_back(0.1);
    }
    one.replicas = service.ready;
    service.requestedCores = 0.5;
    service.limitCores = 1;
    service.coldStarts = {20, 30};
    one.requestedGib = 1;
    ScalingHistory made;
    made.grid = {.from = 1'760'313'600'000, .count = steps};
    made.components = {one};
    return made;
}

SimulationInput input()
{
    SimulationInput made;
    made.prices.perCoreHour = 1;
    made.prices.perGibHour = 0.1;
    made.prices.node.size = {4, 16};
    return made;
}

} // namespace

class TestPolicySimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void todaysPolicyIsCalibrated()
    {
        const auto made = simulate(policy(70), nullptr, history(), input());
        QVERIFY_RESULT(made);
        QCOMPARE(made->calibration.size(), 1U);
        const ComponentCalibration &one = made->calibration[0];
        QVERIFY(one.known);
        QVERIFY2(one.calibration.whole.score > 0.85,
                 QByteArray::number(one.calibration.whole.score).constData());
        QVERIFY(!one.saysLittle);
        QVERIFY(made->today.confidence() > 0.5);
        QVERIFY(!made->edited);
        const auto other = simulate(policy(35), nullptr, history(), input());
        QVERIFY_RESULT(other);
        QVERIFY(other->calibration[0].calibration.whole.score < 0.6);
    }

    void replicasThatNeverChangeProveNothing()
    {
        ScalingHistory flat = history();
        ComponentHistory &one = flat.components[0];
        one.service.requests.assign(steps, 60);
        one.service.cores.assign(steps, 0.6);
        one.service.ready.assign(steps, 2);
        one.replicas.assign(steps, 2);
        const auto made = simulate(policy(70), nullptr, flat, input());
        QVERIFY_RESULT(made);
        QVERIFY(made->calibration[0].saysLittle);
        one.replicas.clear();
        const auto unknown = simulate(policy(70), nullptr, flat, input());
        QVERIFY_RESULT(unknown);
        QVERIFY(!unknown->calibration[0].known);
    }

    void anEditedPolicyCostsWhatItCosts()
    {
        const Policy edited = policy(50);
        const auto made = simulate(policy(70), &edited, history(), input());
        QVERIFY_RESULT(made);
        QVERIFY(made->edited.has_value());
        const double before = made->today.cost.all.allocated;
        const double after = made->edited->cost.all.allocated;
        QVERIFY2(after > 1.25 * before && after < 1.6 * before,
                 QByteArray::number(after / before).constData());
        const ReplaySummary &summary = made->today.summaries[0];
        QCOMPARE(before, summary.replicaHours * (0.5 + 0.1));
        QVERIFY(summary.fewestReplicas >= 2 && summary.meanReplicas > summary.fewestReplicas &&
                summary.mostReplicas > summary.meanReplicas);
        QVERIFY(made->today.cost.cash >= before);
    }

    void growthLeavesTheCalibrationAlone()
    {
        SimulationInput grown = input();
        grown.pipeline.growth = 3;
        const auto made = simulate(policy(70), nullptr, history(), grown);
        QVERIFY_RESULT(made);
        QVERIFY(made->calibration[0].calibration.whole.score > 0.85);
        QVERIFY(made->today.summaries[0].mostReplicas == 20);
    }

    void tokensAreChargedByModel()
    {
        const QByteArray table = "currency: USD\nsource: test\nentered_on: 2025-01-01\nmodels:\n"
                                 "  - model: gpt\n    valid_from: 2024-01-01\n"
                                 "    input_cost_per_token: 0.000001\n"
                                 "    output_cost_per_token: 0.000002\n"
                                 "    cache_read_input_token_cost: 0.0000005\n";
        PriceTable::Reading reading = PriceTable::read(table, u"t.yaml"_s);
        QVERIFY(reading.problems.empty());
        SimulationInput priced = input();
        priced.prices.tokens = reading.table;
        priced.prices.tokenExchange = 7;
        Policy with = policy(70);
        PolicyQuota quota;
        quota.spec.model = u"gpt"_s;
        quota.concurrencyPerReplica = 4;
        quota.tokensPerRequest = TokenUse{.input = 1000, .cached = 400, .output = 100};
        with.components[0].quota = quota;
        const auto made = simulate(with, nullptr, history(), priced);
        QVERIFY_RESULT(made);
        // 600 x 1 + 400 x 0.5 + 100 x 2 micro-units a request, times 7.
        const ComponentCost &cost = made->today.cost.components[0];
        QVERIFY(cost.served > 0);
        QVERIFY(std::abs(cost.tokens / cost.served - 0.007) < 1e-9);
        with.components[0].quota->spec.model = u"unheard"_s;
        const auto unpriced = simulate(with, nullptr, history(), priced);
        QVERIFY_RESULT(unpriced);
        QCOMPARE(unpriced->today.cost.all.tokens, 0.0);
        QVERIFY(unpriced->today.notes.join(u' ').contains(u"unheard"_s));
    }

    void aPriceInAnotherCurrencyIsSaid()
    {
        Policy with = policy(70);
        with.currency = u"CNY"_s;
        with.components[0].cost.perReplicaHour = 1;
        const auto made = simulate(with, nullptr, history(), input());
        QVERIFY_RESULT(made);
        QVERIFY(made->today.notes.join(u' ').contains(u"CNY"_s));
    }

    void canBeCancelled()
    {
        const std::atomic<bool> cancel{true};
        QVERIFY_ERROR(simulate(policy(70), nullptr, history(), input(), &cancel),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestPolicySimulation)
#include "tst_policysimulation.moc"
