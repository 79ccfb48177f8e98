// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricschema.h"
#include "demo/simulator.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>
#include <string>

using namespace spillway::demo;

namespace {

constexpr std::int64_t monday = 1795392000 - 8 * 3600; // Monday 2026-11-23 00:00 in Shanghai
constexpr std::int64_t hour = 3600;

/// The values of all series at one moment, by job, name and labels.
class Snapshot final : public MetricSink
{
public:
    void value(Job job, Family family, Labels labels, double value) override
    {
        const std::string name = seriesName(job, family, labels);
        if (!std::isnan(value)) {
            repeated += values.insert_or_assign(name, value).second ? 0 : 1;
        }
        kinds[name] = info(family).kind;
        labelNames[std::string(info(family).name)].insert(namesOf(labels));
    }
    void histogram(Job job, Family family, Labels labels, const Distribution &,
                   std::span<const double> bounds) override
    {
        labelNames[std::string(info(family).name)].insert(namesOf(labels));
        histograms[seriesName(job, family, labels)] = bounds.size();
    }

    static Snapshot of(const WorldState &state)
    {
        Snapshot made;
        visitFixed(state, made);
        for (const Pod &pod : state.pods) {
            visitPod(state, pod, made);
        }
        return made;
    }

    Snapshot() = default;
    Snapshot(Snapshot &&other) noexcept
        : values(std::move(other.values))
        , kinds(std::move(other.kinds))
        , labelNames(std::move(other.labelNames))
        , histograms(std::move(other.histograms))
        , repeated(other.repeated)
    {}

    std::map<std::string, double> values;
    std::map<std::string, MetricKind> kinds;
    std::map<std::string, std::set<std::string>> labelNames;
    std::map<std::string, std::size_t> histograms;
    int repeated = 0;

private:
    static std::string seriesName(Job job, Family family, Labels labels)
    {
        std::string name(jobs.at(static_cast<std::size_t>(job)).name);
        name += '/';
        name += info(family).name;
        for (const auto &[label, value] : labels) {
            name += ',';
            name += label;
            name += '=';
            name += value;
        }
        return name;
    }
    static std::string namesOf(Labels labels)
    {
        std::string names;
        for (const auto &[label, value] : labels) {
            names += label;
            names += ' ';
        }
        return names;
    }
};

class World
{
public:
    World(std::uint64_t seed, std::int64_t start)
        : simulator(Simulator::settledAt(seed, start), m_formula)
    {}
    [[nodiscard]] const WorldState &state() const { return simulator.state(); }
    void run(std::int64_t seconds) { simulator.advanceTo(state().second + seconds); }

private:
    HpaFormula m_formula;

public:
    Simulator simulator;
};

/// All that a person can do to it, one thing after the other.
void misuse(Simulator &simulator, int round)
{
    Scenario &scenario = simulator.scenario();
    const std::int64_t now = simulator.state().second;
    switch (round % 6) {
    case 0:
        scenario.spikeFactor = 25;
        scenario.spikeFrom = now;
        scenario.spikeUntil = now + 600;
        break;
    case 1:
        scenario.llmOutageUntil = now + 400;
        break;
    case 2:
        scenario.toolOutageUntil.fill(now + 300);
        break;
    case 3:
        scenario.redisPressure = !scenario.redisPressure;
        break;
    case 4:
        simulator.setBounds(Component::LlmConsumer, 1, 1);
        break;
    default:
        simulator.forceBreaker(1, BreakerMode::ForcedOpen);
        break;
    }
}

} // namespace

class TestWorldInvariants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdAtEverySeed_data();
    void holdAtEverySeed();
    void countersOnlyGrow();
    void labelNamesNeverChange();
    void fixedSeriesAreAlwaysTheSame();
    void littlesLawHolds();
    void tokensFollowRequests();
    void timeNeverGoesBack();
};

void TestWorldInvariants::holdAtEverySeed_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<qint64>("start");
    for (const quint64 seed : {quint64(0), quint64(1), quint64(7), ~quint64(0)}) {
        for (const qint64 at : {qint64(3), qint64(10), qint64(20)}) {
            QTest::addRow("seed %llu at %lld h", static_cast<unsigned long long>(seed),
                          static_cast<long long>(at))
                << seed << qint64(monday + at * hour);
        }
    }
}

void TestWorldInvariants::holdAtEverySeed()
{
    QFETCH(const quint64, seed);
    QFETCH(const qint64, start);
    World world(seed, start);
    for (int round = 0; round < 24; ++round) {
        misuse(world.simulator, round);
        world.run(120);
        const Snapshot now = Snapshot::of(world.state());
        QCOMPARE(now.repeated, 0);
        for (const auto &[name, value] : now.values) {
            QVERIFY2(std::isfinite(value) && value >= 0, name.c_str());
        }
        for (const ComponentState &one : world.state().components) {
            QVERIFY(one.minReplicas >= 1 && one.minReplicas <= one.maxReplicas);
            QVERIFY(one.specReplicas >= one.minReplicas && one.specReplicas <= one.maxReplicas);
        }
        const RedisState &redis = world.state().redis;
        QVERIFY(redis.usedBytes <= redis.peakBytes + 1);
        QVERIFY(redis.usedBytes <= redisMaxBytes * 1.01);
    }
}

void TestWorldInvariants::countersOnlyGrow()
{
    World world(7, monday + 9 * hour);
    Snapshot before = Snapshot::of(world.state());
    int compared = 0;
    for (int round = 0; round < 40; ++round) {
        misuse(world.simulator, round);
        world.run(60);
        Snapshot now = Snapshot::of(world.state());
        for (const auto &[name, value] : now.values) {
            const auto old = before.values.find(name);
            if (now.kinds.at(name) == MetricKind::Counter && old != before.values.end()) {
                QVERIFY2(value >= old->second, name.c_str());
                ++compared;
            }
        }
        std::swap(before.values, now.values);
    }
    QVERIFY(compared > 1000);
}

void TestWorldInvariants::labelNamesNeverChange()
{
    // Two shapes of labels in one family would make two series of what should be one.
    World world(3, monday + 11 * hour);
    for (int round = 0; round < 12; ++round) {
        misuse(world.simulator, round);
        world.run(90);
        const Snapshot now = Snapshot::of(world.state());
        for (const auto &[family, shapes] : now.labelNames) {
            // Tags that a pod lacks are left out: that is what "untagged" is.
            if (family != "kube_pod_labels") {
                QVERIFY2(shapes.size() == 1, family.c_str());
            }
        }
    }
}

void TestWorldInvariants::fixedSeriesAreAlwaysTheSame()
{
    const auto namesOf = [](const WorldState &state) {
        Snapshot made;
        visitFixed(state, made);
        std::set<std::string> names;
        for (const auto &[name, kind] : made.kinds) {
            names.insert(name);
        }
        for (const auto &[name, bounds] : made.histograms) {
            names.insert(name + '#' + std::to_string(bounds));
        }
        return names;
    };
    World world(7, monday + 9 * hour);
    const std::set<std::string> first = namesOf(world.state());
    QVERIFY(first.size() > 60);
    for (int round = 0; round < 12; ++round) {
        misuse(world.simulator, round);
        world.run(60);
        QVERIFY(namesOf(world.state()) == first);
    }
}

void TestWorldInvariants::littlesLawHolds()
{
    // Messages being worked on = rate of finishing x time of one, over a steady hour.
    World world(7, monday + 10 * hour);
    double inFlight = 0;
    double seconds = 0;
    int samples = 0;
    const auto served = [&] {
        double sum = 0;
        for (const ModelState &model : world.state().models) {
            sum += model.responses[0];
        }
        return sum;
    };
    const double before = served();
    for (; samples < 720; ++samples) {
        world.simulator.step();
        inFlight += world.state().inFlight;
        seconds += world.state().generateSeconds;
    }
    const double rate = (served() - before) / (samples * static_cast<double>(stepSeconds));
    const double expected = rate * seconds / samples;
    const double found = inFlight / samples;
    QVERIFY2(found > expected * 0.3 && found < expected * 3,
             qPrintable(QStringLiteral("%1 in flight, %2 expected").arg(found).arg(expected)));
}

void TestWorldInvariants::tokensFollowRequests()
{
    World world(7, monday + 9 * hour);
    const auto before = world.state().models;
    world.run(hour);
    for (std::size_t i = 0; i < modelCount; ++i) {
        const ModelState &now = world.state().models[i];
        const double answered = now.responses[0] - before[i].responses[0];
        const double output = now.tokens[1] - before[i].tokens[1];
        if (answered > 0) {
            QVERIFY2(output / answered > 1 && output / answered < 5000,
                     std::string(modelNames[i]).c_str());
        } else {
            QCOMPARE(output, 0.0);
        }
    }
}

void TestWorldInvariants::timeNeverGoesBack()
{
    World world(7, monday);
    const std::int64_t now = world.state().second;
    world.simulator.advanceTo(now - hour);
    QCOMPARE(world.state().second, now);
    world.simulator.advanceTo(now + 12);
    QCOMPARE(world.state().second, now + 10);
    QCOMPARE(world.state().second % stepSeconds, std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestWorldInvariants)
#include "tst_worldinvariants.moc"
