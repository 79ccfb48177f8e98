// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/scalinghistory.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestScalingHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAQueueRequestsArrive()
    {
        ComponentHistory one;
        one.service.requests = {1, unknown, 3};
        const GridColumn arrivals = one.arrivals({.from = 0, .count = 3});
        QCOMPARE(arrivals.at(0), 1.0);
        QVERIFY(std::isnan(arrivals.at(1)));
    }

    void whatAQueueGrowsByHasArrived()
    {
        // 2 a second are answered; the queue grows by 30 a step of 15 s: 4 a second arrive.
        const TimeGrid grid{.from = 0, .count = 400};
        ComponentHistory one;
        one.service.requests.assign(grid.count, 9); // attempts: most are refused
        one.answered.assign(grid.count, 2);
        for (std::size_t i = 0; i < grid.count; ++i) {
            one.backlog.push_back(30.0 * static_cast<double>(i));
        }
        const GridColumn arrivals = one.arrivals(grid);
        QCOMPARE(arrivals.size(), grid.count);
        QCOMPARE(arrivals.at(200), 4.0);
    }

    void whatIsNotKnownStaysSo()
    {
        const TimeGrid grid{.from = 0, .count = 200};
        ComponentHistory one;
        one.answered.assign(grid.count, 2);
        one.backlog.assign(grid.count, 0);
        for (std::size_t i = 80; i < 120; ++i) {
            one.answered[i] = unknown;
        }
        const GridColumn arrivals = one.arrivals(grid);
        QVERIFY(std::isnan(arrivals.at(100)));
        QCOMPARE(arrivals.at(10), 2.0);
        QVERIFY(knownShare(arrivals) <= 0.8);
    }

    void componentsAreFoundByName()
    {
        ScalingHistory history;
        history.components.emplace_back().name = u"rag-worker"_s;
        QVERIFY(history.find(u"rag-worker"_s) != nullptr);
        QVERIFY(std::as_const(history).find(u"redis"_s) == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestScalingHistory)
#include "tst_scalinghistory.moc"
