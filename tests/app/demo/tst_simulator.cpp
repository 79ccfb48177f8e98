// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulator.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace spillway::demo;

namespace {

constexpr std::int64_t monday = 1795392000 - 8 * 3600; // Monday 2026-11-23 00:00 in Shanghai
constexpr std::int64_t hour = 3600;
constexpr std::uint64_t seed = 7;

class Demo
{
public:
    explicit Demo(std::int64_t start)
        : simulator(Simulator::settledAt(seed, start), m_formula)
    {}
    [[nodiscard]] const WorldState &state() const { return simulator.state(); }
    [[nodiscard]] const ComponentState &of(Component component) const
    {
        return state().components.at(index(component));
    }
    void run(std::int64_t seconds) { simulator.advanceTo(state().second + seconds); }
    void spike(double factor, std::int64_t seconds)
    {
        Scenario &scenario = simulator.scenario();
        scenario.spikeFactor = factor;
        scenario.spikeFrom = state().second;
        scenario.spikeUntil = state().second + seconds;
    }
    [[nodiscard]] double rejections() const
    {
        return std::accumulate(
            state().models.begin(), state().models.end(), 0.0,
            [](double sum, const ModelState &m) { return sum + m.responses[1]; });
    }

private:
    HpaFormula m_formula;

public:
    Simulator simulator;
};

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameWorld();
    void savedStateGoesOn();
    void damagedStateIsRefused();
    void spikeRaisesEverything();
    void latencyRisesThenPodsCatchUp();
    void quotaMakes429sAndBacklog();
    void moreConsumersOnlyMore429s();
    void llmOutageFillsTheQueue();
    void toolOutageTripsItsBreaker();
    void redisPressureEvicts();
    void podsTakeTheirTime();
    void podNamesAreUnique();
    void countersNeverFall();
    void boundsAreKept();
};

void TestSimulator::sameSeedSameWorld()
{
    Demo one(monday + 9 * hour);
    Demo two(monday + 9 * hour);
    one.run(1800);
    for (int i = 0; i < 360; ++i) {
        two.simulator.step();
    }
    QVERIFY(one.state() == two.state());
    QVERIFY(!(Simulator::settledAt(seed + 1, monday) == Simulator::settledAt(seed, monday)));
}

void TestSimulator::savedStateGoesOn()
{
    Demo demo(monday + 10 * hour);
    const QByteArray saved = saveState(demo.state());
    const auto loaded = loadState(saved);
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == demo.state());
    const HpaFormula formula;
    Simulator second(*loaded, formula);
    demo.run(900);
    second.advanceTo(demo.state().second);
    QVERIFY(second.state() == demo.state());
}

void TestSimulator::damagedStateIsRefused()
{
    const QByteArray saved = saveState(Demo(monday).state());
    QVERIFY(!loadState({}).ok());
    QVERIFY(!loadState("garbage").ok());
    QVERIFY(!loadState(saved.left(saved.size() - 1)).ok());
    QVERIFY(!loadState(saved + 'x').ok());
    QByteArray otherVersion = saved;
    otherVersion[7] = static_cast<char>(otherVersion[7] + 1);
    QVERIFY(!loadState(otherVersion).ok());
}

void TestSimulator::spikeRaisesEverything()
{
    Demo demo(monday + 9 * hour);
    const double before = demo.state().turnsPerSecond;
    demo.spike(5, 600);
    demo.run(300);
    QVERIFY(demo.state().turnsPerSecond > 3.5 * before);
    QVERIFY(demo.of(Component::DialogManager).requestsPerSecond > 2 * 24 * before);
    demo.run(900);
    QVERIFY(demo.state().turnsPerSecond < 2 * before);
}

void TestSimulator::latencyRisesThenPodsCatchUp()
{
    Demo demo(monday + 9 * hour);
    const double calm = demo.state().retrieveSeconds;
    const int pods = demo.state().readyPods(Component::RagWorker);
    demo.spike(3, 3600);
    double worst = 0;
    for (int i = 0; i < 60; ++i) {
        demo.run(5);
        worst = std::max(worst, demo.state().retrieveSeconds);
    }
    QVERIFY(worst > 3 * calm);
    demo.run(900);
    QVERIFY(demo.state().readyPods(Component::RagWorker) > pods);
    QVERIFY(demo.state().retrieveSeconds < worst / 2);
}

void TestSimulator::quotaMakes429sAndBacklog()
{
    Demo demo(monday + 9 * hour);
    QVERIFY(demo.rejections() < 1);
    demo.spike(5, 1200);
    demo.run(900);
    QVERIFY(demo.rejections() > 50);
    QVERIFY(demo.state().queueReady > 200);
    const ModelState before = demo.state().models.at(0);
    demo.run(120);
    const ModelState &after = demo.state().models.at(0);
    const double tokens = after.tokens[0] + after.tokens[1] - before.tokens[0] - before.tokens[1];
    QVERIFY(tokens / 2 <= modelQuotas.at(0).tokensPerMinute * 1.1);
}

void TestSimulator::moreConsumersOnlyMore429s()
{
    const auto afterSpike = [](int consumers) {
        Demo demo(monday + 9 * hour);
        demo.simulator.setBounds(Component::LlmConsumer, consumers, consumers);
        demo.run(120);
        demo.spike(6, 1200);
        demo.run(600);
        const double rejected = demo.rejections();
        double answered = demo.state().models.at(0).responses[0];
        demo.run(300);
        answered = demo.state().models.at(0).responses[0] - answered;
        return std::pair(demo.rejections() - rejected, answered);
    };
    const auto [fewRejected, fewAnswered] = afterSpike(12);
    const auto [manyRejected, manyAnswered] = afterSpike(40);
    QVERIFY(manyRejected > fewRejected * 1.3);
    QVERIFY(manyAnswered < fewAnswered * 1.1);
}

void TestSimulator::llmOutageFillsTheQueue()
{
    Demo demo(monday + 10 * hour);
    const double failed = demo.state().models.at(1).responses[2];
    demo.simulator.scenario().llmOutageUntil = demo.state().second + 300;
    demo.run(300);
    QVERIFY(demo.state().models.at(1).responses[2] > failed + 20);
    QVERIFY(demo.state().queueReady > 300);
    demo.run(1800);
    QVERIFY(demo.state().queueReady < 100);
}

void TestSimulator::toolOutageTripsItsBreaker()
{
    Demo demo(monday + 10 * hour);
    demo.simulator.scenario().toolOutageUntil.at(0) = demo.state().second + 300;
    QSet<int> modes;
    for (int i = 0; i < 60; ++i) {
        demo.run(5);
        modes.insert(static_cast<int>(demo.state().tools.at(0).breaker.mode));
        QCOMPARE(demo.state().tools.at(1).breaker.mode, BreakerMode::Closed);
    }
    QVERIFY(modes.contains(1) && modes.contains(2));
    demo.run(180);
    QCOMPARE(demo.state().tools.at(0).breaker.mode, BreakerMode::Closed);
}

void TestSimulator::redisPressureEvicts()
{
    Demo demo(monday + 10 * hour);
    const RedisState before = demo.state().redis;
    demo.simulator.scenario().redisPressure = true;
    demo.run(300);
    const RedisState &after = demo.state().redis;
    QVERIFY(after.evicted > before.evicted + 10);
    QVERIFY(after.hitRate < before.hitRate - 0.1);
    QCOMPARE(after.usedBytes, redisMaxBytes);
    demo.simulator.scenario().redisPressure = false;
    demo.run(300);
    QVERIFY(demo.state().redis.usedBytes < redisMaxBytes);
    QCOMPARE(demo.state().redis.peakBytes, redisMaxBytes);
}

void TestSimulator::podsTakeTheirTime()
{
    Demo demo(monday + 9 * hour);
    demo.spike(3, 1200);
    bool sawPending = false;
    for (int i = 0; i < 60; ++i) {
        demo.run(5);
        for (const Pod &pod : demo.state().pods) {
            QVERIFY(pod.created < pod.scheduled && pod.scheduled < pod.ready);
            sawPending = sawPending || !pod.isReady(demo.state().second);
            if (pod.component == Component::RagWorker) {
                QVERIFY(pod.ready - pod.scheduled > 35);
            }
        }
    }
    QVERIFY(sawPending);
}

void TestSimulator::podNamesAreUnique()
{
    QSet<QString> names;
    for (std::uint32_t ordinal = 0; ordinal < 500; ++ordinal) {
        names.insert(QString::fromStdString(podName(seed, Component::RagWorker, ordinal)));
    }
    QVERIFY(names.size() > 498);
    QVERIFY(names.values().first().startsWith(QStringLiteral("rag-worker-")));
    QVERIFY(podName(seed, Component::RagWorker, 1) != podName(seed + 1, Component::RagWorker, 1));
}

void TestSimulator::countersNeverFall()
{
    Demo demo(monday + 20 * hour);
    demo.simulator.scenario().redisPressure = true;
    demo.spike(8, 300);
    for (int i = 0; i < 200; ++i) {
        const WorldState before = demo.state();
        demo.simulator.step();
        const WorldState &after = demo.state();
        QVERIFY(after.turns >= before.turns);
        QVERIFY(after.redis.evicted >= before.redis.evicted);
        for (std::size_t c = 0; c < componentCount; ++c) {
            for (std::size_t code = 0; code < httpCodes.size(); ++code) {
                QVERIFY(after.components.at(c).responses.at(code) >=
                        before.components.at(c).responses.at(code));
            }
            QVERIFY(after.components.at(c).duration.sum >= before.components.at(c).duration.sum);
        }
        for (std::size_t m = 0; m < modelCount; ++m) {
            QVERIFY(after.models.at(m).responses[1] >= before.models.at(m).responses[1]);
            QVERIFY(after.models.at(m).backlog >= 0);
            QVERIFY(after.models.at(m).tokensLeft >= -1e-6);
        }
    }
}

void TestSimulator::boundsAreKept()
{
    Demo demo(monday + 9 * hour);
    demo.simulator.setBounds(Component::RagWorker, 4, 6);
    demo.spike(10, 900);
    for (int i = 0; i < 60; ++i) {
        demo.run(15);
        QVERIFY(demo.state().podCount(Component::RagWorker) <= std::max(6, 20));
    }
    QCOMPARE(demo.of(Component::RagWorker).specReplicas, 6);
    demo.simulator.setBounds(Component::RagWorker, 0, -1);
    QCOMPARE(demo.of(Component::RagWorker).minReplicas, 1);
    QCOMPARE(demo.of(Component::RagWorker).maxReplicas, 1);
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
