// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/quota.h"

#include <QTest>

#include <cmath>

using namespace spillway;

namespace {

constexpr TokenUse use{.input = 700, .cached = 200, .output = 200, .maxOutput = 1000};

QuotaSpec tokens(double perMinute, QuotaSpec::Counting counting, QuotaSpec::Window window)
{
    QuotaSpec quota;
    quota.tokensPerMinute = perMinute;
    quota.counting = counting;
    quota.window = window;
    return quota;
}

/// Mean admitted requests a minute when many more are wanted.
double admittedPerMinute(QuotaMeter meter, double wantedPerStep, int minutes)
{
    double sum = 0;
    for (int step = 0; step < minutes * 4; ++step) {
        sum += meter.admit(wantedPerStep, step * 15'000);
    }
    return sum / minutes;
}

} // namespace

class TestQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countedTokensFollowTheProvider()
    {
        QuotaSpec quota;
        QCOMPARE(countedTokens(quota, use), 900.0);
        quota.counting = QuotaSpec::Counting::AdmissionEstimate;
        QCOMPARE(countedTokens(quota, use), 1700.0);
        quota.countsCached = false;
        QCOMPARE(countedTokens(quota, use), 1500.0);
        quota.countsOutput = false;
        QCOMPARE(countedTokens(quota, use), 500.0);
        quota.countsInput = false;
        QCOMPARE(countedTokens(quota, use), 0.0);
    }

    void usefulReplicas()
    {
        QuotaSpec quota;
        quota.requestsPerMinute = 3500;
        quota.tokensPerMinute = 90'000;
        const QuotaReach reach = quotaReach(quota, use, 3.6, 4, 80);
        QCOMPARE(reach.limit, QuotaReach::Limit::Tokens);
        QCOMPARE(reach.requestsPerMinute, 100.0);
        QCOMPARE(reach.inFlight, 6.0);
        QCOMPARE(reach.usefulReplicas, std::optional<int>(2)); // 6 in flight, 4 a replica
        QVERIFY(std::abs(reach.headroom - 0.2) < 1e-12);
        QVERIFY(quotaReach(quota, use, 3.6, 4, 150).headroom < 0);
    }

    void requestsCanBeTheLimit()
    {
        QuotaSpec quota;
        quota.requestsPerMinute = 60;
        quota.tokensPerMinute = 1e9;
        const QuotaReach reach = quotaReach(quota, use, 2, 0, 0);
        QCOMPARE(reach.limit, QuotaReach::Limit::Requests);
        QCOMPARE(reach.usefulReplicas, std::optional<int>(2));
        QCOMPARE(reach.headroom, 1.0);
    }

    void eachDirectionHasALimitOfItsOwn_data()
    {
        using Limit = QuotaReach::Limit;
        QTest::addColumn<double>("input");
        QTest::addColumn<double>("output");
        QTest::addColumn<bool>("cached");
        QTest::addColumn<int>("limit");
        QTest::addColumn<double>("admitted");
        QTest::newRow("input is short")
            << 70'000.0 << 40'000.0 << true << int(Limit::InputTokens) << 100.0;
        QTest::newRow("cache reads are free")
            << 70'000.0 << 40'000.0 << false << int(Limit::InputTokens) << 140.0;
        QTest::newRow("output is short")
            << 70'000.0 << 10'000.0 << true << int(Limit::OutputTokens) << 50.0;
        QTest::newRow("output alone")
            << 0.0 << 20'000.0 << true << int(Limit::OutputTokens) << 100.0;
    }

    /// As Anthropic counts: three limits, each on its own.
    void eachDirectionHasALimitOfItsOwn()
    {
        QFETCH(double, input);
        QFETCH(double, output);
        QFETCH(bool, cached);
        QFETCH(double, admitted);
        QuotaSpec quota;
        quota.requestsPerMinute = 1000;
        quota.inputTokensPerMinute = input;
        quota.outputTokensPerMinute = output;
        quota.countsCached = cached;
        const QuotaReach reach = quotaReach(quota, use, 3.6, 4, 80);
        QTEST(int(reach.limit), "limit");
        QVERIFY(std::abs(reach.requestsPerMinute - admitted) < 1e-9);
        const double rate = admittedPerMinute(QuotaMeter(quota, use, 15, 0), 500, 50);
        QVERIFY2(std::abs(rate - admitted) < 1e-6, qPrintable(QString::number(rate)));
    }

    void withoutLimitScalingAlwaysHelps()
    {
        const QuotaReach reach = quotaReach({}, use, 2, 4, 1e6);
        QCOMPARE(reach.limit, QuotaReach::Limit::None);
        QVERIFY(!reach.usefulReplicas);
        QVERIFY(std::isinf(reach.requestsPerMinute));
        QuotaMeter meter({}, use, 15, 2);
        QCOMPARE(meter.admit(1e6, 0), 1e6);
    }

    void longRunRateIsTheQuota_data()
    {
        QTest::addColumn<int>("window");
        QTest::newRow("fixed minute") << int(QuotaSpec::Window::FixedMinute);
        QTest::newRow("sliding") << int(QuotaSpec::Window::Sliding);
        QTest::newRow("bucket") << int(QuotaSpec::Window::TokenBucket);
    }
    void longRunRateIsTheQuota()
    {
        QFETCH(int, window);
        const QuotaSpec quota = tokens(90'000, QuotaSpec::Counting::AdmissionEstimate,
                                       static_cast<QuotaSpec::Window>(window));
        const double rate = admittedPerMinute(QuotaMeter(quota, use, 15, 2), 500, 100);
        QVERIFY2(std::abs(rate / (90'000.0 / 1700) - 1) < 0.02, qPrintable(QString::number(rate)));
    }

    void chargedAfterwardsMoreGetsThrough()
    {
        const QuotaSpec quota =
            tokens(90'000, QuotaSpec::Counting::PostCharge, QuotaSpec::Window::FixedMinute);
        const double quick = admittedPerMinute(QuotaMeter(quota, use, 15, 0), 500, 50);
        QVERIFY(std::abs(quick - 100) < 1e-6);
        // Calls that run when the counter fills up are not cut: an overshoot.
        const double slow = admittedPerMinute(QuotaMeter(quota, use, 15, 6), 500, 50);
        QVERIFY(slow > 110 && slow < 500);
    }

    void aFixedMinuteIsEatenAtItsStart()
    {
        QuotaSpec quota;
        quota.requestsPerMinute = 60;
        QuotaMeter meter(quota, use, 15, 0);
        QCOMPARE(meter.admit(100, 60'000), 60.0);
        QCOMPARE(meter.admit(100, 75'000), 0.0);
        QCOMPARE(meter.admit(100, 120'000), 60.0);
    }

    void slicesRejectBurstsBelowTheMean()
    {
        QuotaSpec quota;
        quota.requestsPerMinute = 600;
        quota.window = QuotaSpec::Window::Slices;
        quota.sliceSeconds = 1;
        QuotaMeter meter(quota, use, 15, 0);
        const double calm = meter.admit(30, 0); // 2 a second, 10 allowed
        QVERIFY(calm > 29.9);
        const double near = meter.admit(135, 15'000); // 9 a second on the mean: bursts are cut
        QVERIFY(near < 130 && near > 110);
        const double above = meter.admit(1500, 30'000);
        QVERIFY(std::abs(above - 150) < 1);
    }

    void nothingIsEverNegative()
    {
        QuotaSpec quota;
        quota.requestsPerMinute = 1;
        QuotaMeter meter(quota, use, 15, 0);
        QCOMPARE(meter.admit(-5, 0), 0.0);
        QCOMPARE(meter.admit(0, 15'000), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestQuota)
#include "tst_quota.moc"
