// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/overridefollower.h"
#include "demo/simulator.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

constexpr std::int64_t monday = 1795392000 - 8 * 3600; // Monday 2026-11-23 00:00 in Shanghai
constexpr std::int64_t start = monday + 20 * 3600;
constexpr std::int64_t hour = 3600;
constexpr std::size_t orders = 0;  ///< of the tools: query_order_status
constexpr std::size_t tickets = 2; ///< create_ticket

QDateTime at(std::int64_t second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
}

PolicyOverride breakerOverride(PolicyOverride::Mode mode, std::int64_t until,
                               const QString &then = {})
{
    PolicyOverride one;
    one.id = u"o-1"_s;
    one.service = u"tool-router"_s;
    one.breaker = u"query_order_status"_s;
    one.mode = mode;
    one.until = at(until);
    one.then = then;
    one.reason = u"vendor outage"_s;
    one.by = u"oncall"_s;
    return one;
}

PolicyOverride serviceOverride(const QString &service, PolicyOverride::Mode mode)
{
    PolicyOverride one = breakerOverride(mode, start + hour);
    one.service = service;
    one.breaker.clear();
    return one;
}

QJsonObject dataOf(qint64 generation, const std::vector<PolicyOverride> &overrides)
{
    return overridesManifest(u"kotaemon"_s, {generation, overrides}).object["data"_L1].toObject();
}

/// The simulator with its pods, and what they read.
struct World
{
    World()
        : simulator(Simulator::settledAt(7, start), formula)
    {}
    void run(std::int64_t seconds)
    {
        const std::int64_t end = simulator.state().second + seconds;
        while (simulator.state().second < end) {
            simulator.step();
            simulator.obey(follower.step(data, simulator.state()));
        }
    }
    [[nodiscard]] const Breaker &breaker(std::size_t tool) const
    {
        return simulator.state().tools.at(tool).breaker;
    }
    /// Ready pods of readers that acknowledge a generation.
    [[nodiscard]] int acknowledge(std::int64_t generation) const
    {
        const WorldState &state = simulator.state();
        return static_cast<int>(
            std::count_if(state.pods.begin(), state.pods.end(), [&](const Pod &pod) {
                return readsOverrides(pod.component) && pod.isReady(state.second) &&
                       pod.overrideGeneration == generation;
            }));
    }
    [[nodiscard]] int readers() const
    {
        const WorldState &state = simulator.state();
        return state.readyPods(Component::ToolRouter) + state.readyPods(Component::LlmConsumer) +
               state.readyPods(Component::DialogManager);
    }
    /// What was asked of a model in a while.
    [[nodiscard]] double askedIn(std::int64_t seconds)
    {
        const auto asked = [this] {
            double sum = 0;
            for (const ModelState &model : simulator.state().models) {
                for (const double responses : model.responses) {
                    sum += responses;
                }
            }
            return sum;
        };
        const double before = asked();
        run(seconds);
        return asked() - before;
    }

    HpaFormula formula;
    Simulator simulator;
    OverrideFollower follower;
    std::optional<QJsonObject> data;
};

} // namespace

/// What the pods of the demo make of the ConfigMap of overrides: overridefollower, and the
/// simulator that obeys.
class TestOverrideFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void podsReadOneAfterTheOther()
    {
        World world;
        world.run(60);
        QCOMPARE(world.acknowledge(0), world.readers());
        world.data = dataOf(42, {});
        std::set<int> seen;
        for (int i = 0; i < 6; ++i) {
            world.run(5);
            seen.insert(world.acknowledge(42));
        }
        QVERIFY2(seen.size() >= 3, "nobody sees the number grow");
        QCOMPARE(world.acknowledge(42), world.readers());
        QVERIFY(world.readers() >= 5);
    }

    void podsOfOtherServicesDoNotRead()
    {
        World world;
        world.data = dataOf(42, {});
        world.run(60);
        for (const Pod &pod : world.simulator.state().pods) {
            QVERIFY(pod.component != Component::RagWorker || pod.overrideGeneration == 0);
        }
    }

    void aServiceDoesWhatMostOfItsPodsObey()
    {
        World world;
        world.run(60);
        world.data = dataOf(1, {breakerOverride(PolicyOverride::Mode::ForcedOpen, start + hour)});
        for (int i = 0; i < 6; ++i) {
            world.run(5);
            const WorldState &state = world.simulator.state();
            const auto obeying =
                std::count_if(state.pods.begin(), state.pods.end(), [&](const Pod &pod) {
                    return pod.component == Component::ToolRouter && pod.overrideGeneration == 1;
                });
            const int ready = state.readyPods(Component::ToolRouter);
            QCOMPARE(world.breaker(orders).mode == BreakerMode::ForcedOpen, 2 * obeying >= ready);
        }
    }

    void breakers_data()
    {
        using Mode = PolicyOverride::Mode;
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("then");
        QTest::addColumn<int>("during");
        QTest::addColumn<int>("after");
        const auto row = [](const char *name, Mode mode, const char *then, BreakerMode during,
                            BreakerMode after) {
            QTest::newRow(name) << static_cast<int>(mode) << QString::fromLatin1(then)
                                << static_cast<int>(during) << static_cast<int>(after);
        };
        row("forced open, then half-open", Mode::ForcedOpen, "HALF_OPEN", BreakerMode::ForcedOpen,
            BreakerMode::HalfOpen);
        row("forced open, then closed", Mode::ForcedOpen, "CLOSED", BreakerMode::ForcedOpen,
            BreakerMode::Closed);
        row("forced open, its own way", Mode::ForcedOpen, "", BreakerMode::ForcedOpen,
            BreakerMode::HalfOpen);
        row("disabled", Mode::Disabled, "HALF_OPEN", BreakerMode::Disabled, BreakerMode::HalfOpen);
        row("metrics only", Mode::MetricsOnly, "CLOSED", BreakerMode::MetricsOnly,
            BreakerMode::Closed);
    }
    void breakers()
    {
        QFETCH(int, mode);
        QFETCH(QString, then);
        World world;
        const std::int64_t until = start + 600;
        world.data =
            dataOf(7, {breakerOverride(static_cast<PolicyOverride::Mode>(mode), until, then)});
        world.run(60);
        QTEST(static_cast<int>(world.breaker(orders).mode), "during");
        QCOMPARE(world.breaker(tickets).mode, BreakerMode::Closed);
        const double calls = world.simulator.state().tools.at(orders).calls;
        world.run(60);
        const bool called = world.simulator.state().tools.at(orders).calls > calls;
        QCOMPARE(called, world.breaker(orders).mode != BreakerMode::ForcedOpen);
        // Nobody writes again, and it ends: at its second, in the state it is to end in.
        world.run(until - 5 - world.simulator.state().second);
        QTEST(static_cast<int>(world.breaker(orders).mode), "during");
        world.run(5);
        QTEST(static_cast<int>(world.breaker(orders).mode), "after");
        QCOMPARE(world.acknowledge(7), world.readers()); // it is still the set that they know
        world.run(120);
        QCOMPARE(world.breaker(orders).mode, BreakerMode::Closed); // on its own again
    }

    void takenBackItEndsToo()
    {
        World world;
        world.data = dataOf(
            1, {breakerOverride(PolicyOverride::Mode::ForcedOpen, start + hour, u"CLOSED"_s)});
        world.run(60);
        QCOMPARE(world.breaker(orders).mode, BreakerMode::ForcedOpen);
        world.data = dataOf(2, {});
        world.run(60);
        QCOMPARE(world.breaker(orders).mode, BreakerMode::Closed);
        QCOMPARE(world.acknowledge(2), world.readers());
        world.data.reset(); // the ConfigMap is deleted
        world.run(60);
        QCOMPARE(world.acknowledge(0), world.readers());
    }

    void whatIsNotUnderstoodChangesNothing_data()
    {
        QTest::addColumn<QJsonObject>("bad");
        QTest::newRow("other schema")
            << QJsonObject{{"schema"_L1, "2"_L1}, {"generation"_L1, "43"_L1}};
        QTest::newRow("garbage") << QJsonObject{{"schema"_L1, "1"_L1},
                                                {"generation"_L1, "43"_L1},
                                                {"overrides.yaml"_L1, "- {id: ["_L1}};
        QTest::newRow("no list") << QJsonObject{
            {"schema"_L1, "1"_L1}, {"generation"_L1, "43"_L1}, {"overrides.yaml"_L1, "hello"_L1}};
        QTest::newRow("without an end")
            << QJsonObject{{"schema"_L1, "1"_L1},
                           {"generation"_L1, "43"_L1},
                           {"overrides.yaml"_L1,
                            "- {id: a, target: {service: tool-router, breaker: create_ticket},"
                            " mode: DISABLED, reason: r, by: b}"_L1}};
        QTest::newRow("no limits") << QJsonObject{
            {"schema"_L1, "1"_L1},
            {"generation"_L1, "43"_L1},
            {"overrides.yaml"_L1, "- {id: a, target: {service: llm-consumer}, mode: RATE_LIMIT,"
                                  " until: 2030-01-01T00:00:00Z, reason: r, by: b}"_L1}};
        QTest::newRow("no generation")
            << QJsonObject{{"schema"_L1, "1"_L1}, {"generation"_L1, "next"_L1}};
    }
    void whatIsNotUnderstoodChangesNothing()
    {
        QFETCH(QJsonObject, bad);
        World world;
        world.data = dataOf(42, {breakerOverride(PolicyOverride::Mode::ForcedOpen, start + 600)});
        world.run(60);
        QVERIFY(!world.follower.problem());
        world.data = bad;
        world.run(60);
        QVERIFY(world.follower.problem());
        QCOMPARE(world.acknowledge(42), world.readers());
        QCOMPARE(world.breaker(orders).mode, BreakerMode::ForcedOpen);
        world.run(600); // ends all the same
        QCOMPARE(world.breaker(orders).mode, BreakerMode::Closed);
        world.data = dataOf(44, {});
        world.run(60);
        QVERIFY(!world.follower.problem());
        QCOMPARE(world.acknowledge(44), world.readers());
    }

    void othersAreLeftAlone()
    {
        World world;
        PolicyOverride nobody = breakerOverride(PolicyOverride::Mode::ForcedOpen, start + hour);
        nobody.breaker = u"no_such_tool"_s;
        world.data =
            dataOf(3, {nobody, serviceOverride(u"rag-worker"_s, PolicyOverride::Mode::ForcedOpen)});
        world.run(60);
        for (std::size_t tool = 0; tool < toolCount; ++tool) {
            QCOMPARE(world.breaker(tool).mode, BreakerMode::Closed);
        }
    }

    void tuningIsOnTopOfThePolicy()
    {
        const World world;
        ToolSettings settings;
        settings.at(orders) = tuned({}, {{u"waitInOpen"_s, u"90s"_s}, {u"minimumCalls"_s, u"7"_s}});
        PolicyOverride one = breakerOverride(PolicyOverride::Mode::Tune, start + hour);
        one.tune = {{u"minimumCalls"_s, u"9"_s}};
        OverrideFollower starting; // pods that start read at once
        const Orders told = starting.step(dataOf(1, {one}), world.simulator.state(), settings);
        QCOMPARE(told.settings.at(orders)->minimumCalls, 9.0);
        QCOMPARE(told.settings.at(orders)->waitInOpen, std::int64_t{90});
        QVERIFY(!told.settings.at(tickets));
    }

    void aTunedBreakerWaitsLonger()
    {
        World world;
        PolicyOverride one = breakerOverride(PolicyOverride::Mode::Tune, start + hour);
        one.tune = {{u"waitInOpen"_s, u"10m"_s}};
        world.data = dataOf(1, {one});
        world.run(60);
        world.simulator.scenario().toolOutageUntil.at(orders) = start + 300;
        world.run(500); // the outage is over, the wait is not
        QCOMPARE(world.breaker(orders).mode, BreakerMode::Open);
        world.run(600);
        QCOMPARE(world.breaker(orders).mode, BreakerMode::Closed);
    }

    void consumersAskNoMoreThanTheyAreTold()
    {
        World free;
        World limited;
        PolicyOverride one = serviceOverride(u"llm-consumer"_s, PolicyOverride::Mode::RateLimit);
        one.rpm = 120;
        limited.data = dataOf(1, {one});
        free.run(60);
        limited.run(60);
        const double usual = free.askedIn(600);
        const double asked = limited.askedIn(600);
        QVERIFY2(usual > 3 * 1200, qPrintable(QString::number(usual)));
        QVERIFY2(asked <= 1200.5, qPrintable(QString::number(asked)));
        QVERIFY(asked > 600);
        QVERIFY(limited.simulator.state().queueReady > free.simulator.state().queueReady);

        World tokens;
        one.rpm.reset();
        one.tpm = 60'000;
        tokens.data = dataOf(1, {one});
        tokens.run(60);
        QVERIFY(tokens.askedIn(600) < usual / 3);
    }

    void degradedServicesAskLess_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("less");
        QTest::newRow("old answers") << u"dialog-manager"_s << u"cached-answer"_s << true;
        QTest::newRow("people") << u"dialog-manager"_s << u"human-handoff"_s << true;
        QTest::newRow("later") << u"dialog-manager"_s << u"queue"_s << false;
        QTest::newRow("consumers") << u"llm-consumer"_s << u"cached-answer"_s << true;
    }
    void degradedServicesAskLess()
    {
        QFETCH(QString, service);
        QFETCH(QString, to);
        QFETCH(bool, less);
        World usual;
        World degraded;
        PolicyOverride one = serviceOverride(service, PolicyOverride::Mode::Degrade);
        one.degradeTo = to;
        degraded.data = dataOf(1, {one});
        usual.run(120);
        degraded.run(120);
        const double before = usual.askedIn(300);
        const double now = degraded.askedIn(300);
        QCOMPARE(now < before / 2, less);
        degraded.run(start + hour - degraded.simulator.state().second); // it ends
        usual.run(start + hour - usual.simulator.state().second);
        degraded.run(300);
        usual.run(300);
        QVERIFY(degraded.askedIn(300) > 0.8 * usual.askedIn(300));
    }

    void withoutOrdersNothingIsDifferent()
    {
        World world;
        Simulator plain(Simulator::settledAt(7, start), world.formula);
        world.run(600);
        plain.advanceTo(start + 600);
        QVERIFY(world.simulator.state() == plain.state());
    }
};

QTEST_GUILESS_MAIN(TestOverrideFollower)
#include "tst_overridefollower.moc"
