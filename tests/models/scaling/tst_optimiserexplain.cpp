// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiserexplain.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Values = OptimiserProblem::Values;

/// Each replica costs 10 and shortens the p95; from five on the provider answers 429.
OptimiserProblem replicas()
{
    OptimiserProblem problem;
    problem.axes = {{u"rag-worker.max"_s, u"maximum of rag-worker"_s, {1, 2, 3, 4, 5, 6}}};
    problem.evaluate = [](const Values &values, const std::stop_token &) {
        const double count = values[0];
        return Result<PolicyOutcome>(
            PolicyOutcome{10 * count, 6 / count, count > 4 ? (count - 4) / 100 : 0, 60 / count});
    };
    problem.slo.p95Seconds = 2.5;
    return problem;
}

OptimiserResult solve(const OptimiserProblem &problem)
{
    return optimise(problem, {}).value();
}

} // namespace

class TestOptimiserExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPointSaysWhyItIsThere()
    {
        const OptimiserProblem problem = replicas();
        const OptimiserResult result = solve(problem);
        QCOMPARE(result.front.size(), std::size_t{6});
        const std::vector<FrontReason> reasons = explainFront(problem, result, u"EUR"_s);
        QCOMPARE(reasons.size(), std::size_t{6});

        QVERIFY(reasons[1].broken == std::vector<SloTerm>{SloTerm::P95});
        QVERIFY(!reasons[1].cheapest && !reasons[1].binding);

        const FrontReason &best = reasons[2];
        QCOMPARE(result.best, std::optional<std::size_t>(2));
        QVERIFY(best.cheapest && !best.fastest && best.broken.empty() && !best.nearestMiss);
        QVERIFY(best.binding == SloTerm::P95);
        QCOMPARE(best.margin, 0.2);
        QCOMPARE(best.cheaper->against, std::size_t{1});
        QCOMPARE(best.cheaper->cost, 10.0);
        QCOMPARE(best.cheaper->p95Seconds, -1.0);
        QCOMPARE(best.dearer->cost, -10.0);
        QCOMPARE(best.dearer->p95Seconds, 0.5);
        QVERIFY(best.atRangeEnd.empty());

        QVERIFY(reasons[5].fastest);
        QVERIFY(!reasons[5].dearer);
        QCOMPARE(reasons[5].atRangeEnd, std::vector<std::size_t>{0});
        QVERIFY(reasons[0].fewest429);
    }

    void sentences()
    {
        const OptimiserProblem problem = replicas();
        const OptimiserResult result = solve(problem);
        const std::vector<FrontReason> reasons = explainFront(problem, result, u"EUR"_s);
        QString text = reasons[2].sentences.join(u'\n');
        text.replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
        QCOMPARE(text,
                 u"It is the cheapest policy that holds the objective.\n"
                 "For €10.00 more than the next cheaper one its p95 is 1 s shorter.\n"
                 "It saves €10.00 against the next dearer one for a p95 that is 500 ms longer.\n"
                 "Anything cheaper beside it breaks the p95 limit, to which 20 % is left."_s);
        for (const FrontReason &reason : reasons) {
            QVERIFY(!reason.sentences.isEmpty());
            for (const QString &sentence : reason.sentences) {
                QVERIFY2(!sentence.contains(u'%' + QString::number(1)), qPrintable(sentence));
            }
        }
        QVERIFY(reasons[5].sentences.last().contains(u"maximum of rag-worker"_s));
    }

    void eachLimitMayBind_data()
    {
        QTest::addColumn<int>("term");
        QTest::addColumn<double>("p95");
        QTest::addColumn<double>("backlog");
        QTest::newRow("latency") << static_cast<int>(SloTerm::P95) << 2.5 << 1000.0;
        QTest::newRow("backlog") << static_cast<int>(SloTerm::BacklogAge) << 1000.0 << 25.0;
    }

    void eachLimitMayBind()
    {
        QFETCH(int, term);
        QFETCH(double, p95);
        QFETCH(double, backlog);
        OptimiserProblem problem = replicas();
        problem.slo = {p95, {}, backlog};
        const OptimiserResult result = solve(problem);
        const std::vector<FrontReason> reasons = explainFront(problem, result, u"EUR"_s);
        QVERIFY(result.best.has_value());
        QVERIFY(reasons[*result.best].binding == static_cast<SloTerm>(term));
    }

    void nothingHolds()
    {
        OptimiserProblem problem = replicas();
        problem.slo = {0.5, 0.001, 2};
        const OptimiserResult result = solve(problem);
        QVERIFY(!result.best && result.nearestMiss.has_value());
        const std::vector<FrontReason> reasons = explainFront(problem, result, u"EUR"_s);
        const FrontReason &nearest = reasons[*result.nearestMiss];
        QVERIFY(nearest.nearestMiss && !nearest.broken.empty());
        const QString summary = summariseSearch(problem, result, u"EUR"_s);
        QVERIFY(summary.startsWith(u"No policy that was tried holds the objective."_s));
        QVERIFY(summary.contains(u"p95"_s));
    }

    void summaryComparesWithToday()
    {
        OptimiserProblem problem = replicas();
        problem.today = Values{5};
        const OptimiserResult result = solve(problem);
        QString text = summariseSearch(problem, result, u"EUR"_s);
        text.replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
        QCOMPARE(text,
                 u"The cheapest policy that holds the objective costs €30.00, €20.00 less than "
                 "today's."_s);
        QCOMPARE(summariseSearch(problem, {}, u"EUR"_s), u"No policy could be judged."_s);
    }
};

QTEST_APPLESS_MAIN(TestOptimiserExplain)
#include "tst_optimiserexplain.moc"
