// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiser.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <random>

Q_DECLARE_METATYPE(spillway::OptimiserProblem)

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Values = OptimiserProblem::Values;

OptimiserAxis axis(const QString &id, double from, double to, double step)
{
    OptimiserAxis one{id, id, {}};
    for (double value = from; value <= to + step / 2; value += step) {
        one.values.push_back(value);
    }
    return one;
}

/// min, max, target and window of one component: fewer or busier replicas are cheaper and slower;
/// too many of them run into the quota.
PolicyOutcome component(const Values &values)
{
    const double floor = values[0];
    const double cap = values[1];
    const double target = values[2];
    const double window = values[3];
    const double wanted = std::clamp(1200 / target, floor, cap);
    const double load = std::min(0.99, 12.0 / wanted);
    PolicyOutcome outcome;
    outcome.cost = 10 * wanted + 2 * floor + window / 60;
    outcome.p95Seconds = 0.3 + 0.1 / (1 - load) + 4 / (floor + 1) + 20 / (window + 30);
    outcome.share429 = std::max(0.0, (wanted - 22) * 0.01);
    outcome.backlogAgeSeconds = 300 / (floor + cap);
    return outcome;
}

/// Two valleys, the narrow one deeper.
PolicyOutcome valleys(const Values &values)
{
    const double wide = std::hypot(values[0] - 5, values[1] - 5) / 4;
    const double narrow = std::hypot(values[0] - 24, values[1] - 22) - 4;
    return {10 + std::min(wide, narrow), std::abs(values[2] - 7), 0, 0};
}

/// A valley along a diagonal: no step along one axis helps.
PolicyOutcome diagonal(const Values &values)
{
    const double off = std::abs(values[0] - values[1]);
    return {100 + off * 10 - values[0], 1, std::abs(values[2] - 3) / 100, 0};
}

OptimiserProblem componentProblem()
{
    OptimiserProblem problem;
    problem.axes = {axis(u"min"_s, 1, 12, 1), axis(u"max"_s, 4, 40, 2),
                    axis(u"target"_s, 40, 90, 5), axis(u"window"_s, 0, 600, 60)};
    problem.allowed = [](const Values &values) { return values[0] <= values[1]; };
    problem.evaluate = [](const Values &values, const std::stop_token &) {
        return Result<PolicyOutcome>(component(values));
    };
    problem.slo = {1.6, 0.01, 20};
    return problem;
}

/// The whole grid, the simple way.
std::vector<EvaluatedPolicy> bruteForce(const OptimiserProblem &problem)
{
    std::vector<EvaluatedPolicy> all;
    std::vector<Values> open{{}};
    for (const OptimiserAxis &one : problem.axes) {
        std::vector<Values> longer;
        for (const Values &prefix : open) {
            for (const double value : one.values) {
                longer.push_back(prefix);
                longer.back().push_back(value);
            }
        }
        open = std::move(longer);
    }
    for (const Values &values : open) {
        if (problem.allowed && !problem.allowed(values)) {
            continue;
        }
        const PolicyOutcome outcome = problem.evaluate(values, {}).value();
        const double violation = sloViolation(outcome, problem.slo);
        all.push_back({values, outcome, violation <= 0, violation});
    }
    return all;
}

double cheapestThatHolds(const std::vector<EvaluatedPolicy> &all)
{
    double cost = std::numeric_limits<double>::infinity();
    for (const EvaluatedPolicy &one : all) {
        if (one.holds) {
            cost = std::min(cost, one.outcome.cost);
        }
    }
    return cost;
}

} // namespace

class TestOptimiser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheOptimum_data()
    {
        QTest::addColumn<OptimiserProblem>("problem");
        QTest::addColumn<int>("budget");
        QTest::newRow("component") << componentProblem() << 500;
        OptimiserProblem loose = componentProblem();
        loose.slo = {3.0, {}, {}};
        QTest::newRow("component, latency only") << loose << 500;
        OptimiserProblem two;
        two.axes = {axis(u"a"_s, 0, 30, 1), axis(u"b"_s, 0, 30, 1), axis(u"c"_s, 0, 15, 1)};
        two.evaluate = [](const Values &values, const std::stop_token &) {
            return Result<PolicyOutcome>(valleys(values));
        };
        two.slo.p95Seconds = 1;
        QTest::newRow("two valleys") << two << 1500;
        OptimiserProblem slope = two;
        slope.evaluate = [](const Values &values, const std::stop_token &) {
            return Result<PolicyOutcome>(diagonal(values));
        };
        slope.slo = {{}, 0.01, {}};
        QTest::newRow("diagonal valley") << slope << 1500;
        OptimiserProblem small = componentProblem();
        small.axes[1].values = {10, 20, 30};
        small.axes[2].values = {60, 70};
        QTest::newRow("small enough for all") << small << 1000;
    }

    void findsTheOptimum()
    {
        QFETCH(OptimiserProblem, problem);
        QFETCH(int, budget);
        const std::vector<EvaluatedPolicy> all = bruteForce(problem);
        for (const std::uint64_t seed : {1ULL, 2ULL, 42ULL}) {
            OptimiserOptions options;
            options.budget = budget;
            options.seed = seed;
            const Result<OptimiserResult> result = optimise(problem, options);
            QVERIFY(result.ok());
            QVERIFY(result->best.has_value());
            QVERIFY(!result->nearestMiss.has_value());
            QVERIFY(result->evaluated.size() <= static_cast<std::size_t>(budget));
            QCOMPARE(result->front[*result->best].outcome.cost, cheapestThatHolds(all));
            QCOMPARE(result->exhaustive, all.size() <= static_cast<std::size_t>(budget));
            if (result->exhaustive) {
                QVERIFY(result->front == paretoFront(all));
            }
        }
    }

    void sameResultWithAnyNumberOfThreads()
    {
        OptimiserProblem problem = componentProblem();
        problem.today = Values{3, 20, 72, 300};
        OptimiserOptions options;
        options.budget = 300;
        options.threads = 1;
        const Result<OptimiserResult> alone = optimise(problem, options);
        QVERIFY(alone.ok());
        for (const int threads : {2, 3, 8}) {
            options.threads = threads;
            const Result<OptimiserResult> together = optimise(problem, options);
            QVERIFY(together.ok());
            QVERIFY(together->evaluated == alone->evaluated);
            QVERIFY(together->front == alone->front);
            QCOMPARE(together->best, alone->best);
            QVERIFY(together->today == alone->today);
        }
        options.seed = 99;
        QVERIFY(optimise(problem, options)->evaluated != alone->evaluated);
    }

    void todayIsJudgedAsItIs()
    {
        OptimiserProblem problem = componentProblem();
        problem.today = Values{3, 21, 72.5, 300};
        OptimiserOptions options;
        options.budget = 60;
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok() && result->today.has_value());
        QCOMPARE(result->today->values, *problem.today);
        QCOMPARE(result->today->outcome, component(*problem.today));
        QVERIFY(result->evaluated.size() <= 60);
    }

    /// On random outcomes: nothing on the front is dominated, and everything else is covered by it.
    void frontIsNotDominated()
    {
        std::mt19937 random(11); // NOLINT: the same cases at each run
        const auto number = [&random](unsigned bound) {
            return static_cast<double>(random() % bound);
        };
        for (int round = 0; round < 60; ++round) {
            const PolicySlo slo{number(12), number(12),
                                round % 2 == 0 ? std::optional<double>()
                                               : std::optional<double>(number(12))};
            std::vector<EvaluatedPolicy> all;
            for (int i = 0; i < 120; ++i) {
                const PolicyOutcome outcome{number(12), number(12), number(12), number(12)};
                const double violation = sloViolation(outcome, slo);
                all.push_back({{static_cast<double>(i)}, outcome, violation <= 0, violation});
            }
            const std::vector<EvaluatedPolicy> front = paretoFront(all);
            QVERIFY(!front.empty());
            for (const EvaluatedPolicy &one : all) {
                bool onFront = false;
                bool covered = false;
                for (const EvaluatedPolicy &kept : front) {
                    onFront = onFront || kept == one;
                    covered = covered || dominates(kept, one) ||
                              (kept.outcome.cost == one.outcome.cost &&
                               kept.outcome.p95Seconds == one.outcome.p95Seconds &&
                               kept.outcome.share429 == one.outcome.share429 &&
                               kept.violation == one.violation);
                    QVERIFY(!dominates(one, kept));
                }
                QVERIFY(onFront || covered);
            }
            QVERIFY(std::is_sorted(front.begin(), front.end(),
                                   [](const EvaluatedPolicy &a, const EvaluatedPolicy &b) {
                                       return a.outcome.cost < b.outcome.cost;
                                   }));
        }
    }

    void breakingTheObjectiveNeverWins()
    {
        const EvaluatedPolicy holds{{1}, {10, 1, 0, 0}, true, 0};
        const EvaluatedPolicy breaks{{2}, {5, 0.5, 0, 90}, false, 2};
        QVERIFY(!dominates(breaks, holds));
        QVERIFY(!dominates(holds, breaks));
        QVERIFY(!dominates(holds, holds));
        QVERIFY(dominates(EvaluatedPolicy{{3}, {5, 0.5, 0, 0}, true, 0}, holds));
    }

    void infeasibleSaysSoAndGivesTheNearest()
    {
        OptimiserProblem problem = componentProblem();
        problem.slo = {0.1, {}, {}};
        OptimiserOptions options;
        options.budget = 500;
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QVERIFY(!result->best.has_value());
        QVERIFY(result->nearestMiss.has_value());
        double least = std::numeric_limits<double>::infinity();
        for (const EvaluatedPolicy &one : bruteForce(problem)) {
            least = std::min(least, one.violation);
        }
        QCOMPARE(result->front[*result->nearestMiss].violation, least);
    }

    void progressNeverGoesBack()
    {
        const OptimiserProblem problem = componentProblem();
        std::vector<OptimiserProgress> seen;
        OptimiserOptions options;
        options.budget = 200;
        options.threads = 4;
        options.progress = [&seen](const OptimiserProgress &now) { seen.push_back(now); };
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QCOMPARE(seen.size(), result->evaluated.size());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            QCOMPARE(seen[i].evaluated, static_cast<int>(i) + 1);
            QVERIFY(seen[i].evaluated <= seen[i].planned);
            if (i > 0 && seen[i - 1].bestCost) {
                QVERIFY(seen[i].bestCost && *seen[i].bestCost <= *seen[i - 1].bestCost);
            }
        }
        QCOMPARE(*seen.back().bestCost, result->front[*result->best].outcome.cost);
    }

    void cancelKeepsWhatWasFound()
    {
        std::stop_source stop;
        OptimiserProblem problem = componentProblem();
        std::atomic<int> calls{0};
        problem.evaluate = [&](const Values &values, const std::stop_token &token) {
            if (++calls == 30) {
                stop.request_stop();
            }
            if (token.stop_requested()) {
                return Result<PolicyOutcome>(Error{.code = ErrorCode::Cancelled});
            }
            return Result<PolicyOutcome>(component(values));
        };
        OptimiserOptions options;
        options.budget = 100'000;
        options.threads = 4;
        options.stop = stop.get_token();
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QVERIFY(result->cancelled);
        QVERIFY(!result->exhaustive);
        // Only those that were under way when it was cancelled were begun after it.
        QVERIFY(calls < 30 + options.threads);
        QVERIFY(!result->front.empty());
        QVERIFY(result->evaluated.size() < 30);
        QCOMPARE(result->failed, 0);
    }

    void cancelledBeforeItBegan()
    {
        std::stop_source stop;
        stop.request_stop();
        OptimiserProblem problem = componentProblem();
        problem.evaluate = [](const Values &, const std::stop_token &) {
            return Result<PolicyOutcome>(Error{});
        };
        OptimiserOptions options;
        options.stop = stop.get_token();
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QVERIFY(result->cancelled && result->front.empty() && result->failed == 0);
    }

    void failuresAreLeftOut()
    {
        OptimiserProblem problem = componentProblem();
        problem.evaluate = [](const Values &values, const std::stop_token &) {
            if (values[0] > 6) {
                return Result<PolicyOutcome>(Error{.code = ErrorCode::Internal, .what = u"no"_s});
            }
            PolicyOutcome outcome = component(values);
            if (values[2] > 80) {
                outcome.p95Seconds = std::numeric_limits<double>::quiet_NaN();
            }
            return Result<PolicyOutcome>(outcome);
        };
        OptimiserOptions options;
        options.budget = 300;
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(result.ok());
        QVERIFY(result->failed > 0);
        QVERIFY(!result->failures.empty() && result->failures.size() <= 5);
        for (const EvaluatedPolicy &one : result->evaluated) {
            QVERIFY(one.values[0] <= 6 && one.values[2] <= 80);
        }
    }

    void impossibleProblems_data()
    {
        QTest::addColumn<OptimiserProblem>("problem");
        QTest::addColumn<int>("budget");
        QTest::newRow("nothing at all") << OptimiserProblem{} << 10;
        OptimiserProblem problem = componentProblem();
        QTest::newRow("no budget") << problem << 0;
        problem.axes.clear();
        QTest::newRow("no axes") << problem << 10;
        problem = componentProblem();
        problem.axes[1].values.clear();
        QTest::newRow("axis without values") << problem << 10;
        problem.axes[1].values = {3, 2};
        QTest::newRow("descending") << problem << 10;
        problem.axes[1].values = {2, std::numeric_limits<double>::quiet_NaN()};
        QTest::newRow("NaN") << problem << 10;
        problem = componentProblem();
        problem.today = Values{1, 2};
        QTest::newRow("today does not fit") << problem << 10;
        problem = componentProblem();
        problem.allowed = [](const Values &) { return false; };
        QTest::newRow("nothing allowed") << problem << 10;
        problem.axes.push_back(axis(u"wide"_s, 0, 100'000, 1));
        QTest::newRow("nothing allowed in a large grid") << problem << 10;
    }

    void impossibleProblems()
    {
        QFETCH(OptimiserProblem, problem);
        QFETCH(int, budget);
        OptimiserOptions options;
        options.budget = budget;
        const Result<OptimiserResult> result = optimise(problem, options);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QVERIFY(!result.error().why.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestOptimiser)
#include "tst_optimiser.moc"
