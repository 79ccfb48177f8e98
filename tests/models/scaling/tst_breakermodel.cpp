// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/breakermodel.h"

#include <QTest>

using namespace spillway;

namespace {

BreakerSpec small()
{
    BreakerSpec spec;
    spec.windowSize = 20;
    spec.minimumCalls = 20;
    spec.waitInOpenSeconds = 30;
    return spec;
}

/// Lets one step of 15 s through; returns what was permitted.
double step(BreakerModel &breaker, double wanted, double failing, double &now, double slow = 0)
{
    const double calls = breaker.permit(wanted, now);
    now += 15;
    breaker.record(calls, calls * failing, calls * slow, now);
    return calls;
}

} // namespace

class TestBreakerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAtTheThresholdAndProbes()
    {
        BreakerModel breaker(small());
        double now = 0;
        QCOMPARE(step(breaker, 19, 1, now), 19.0);
        QCOMPARE(breaker.mode(), BreakerMode::Closed); // too few calls to judge
        step(breaker, 5, 1, now);
        QCOMPARE(breaker.mode(), BreakerMode::Open);
        QCOMPARE(step(breaker, 50, 1, now), 0.0);
        QCOMPARE(step(breaker, 50, 1, now), 0.0);
        QCOMPARE(step(breaker, 50, 1, now), 10.0); // half open: ten probes
        QCOMPARE(breaker.mode(), BreakerMode::Open);
        step(breaker, 50, 0, now);
        step(breaker, 50, 0, now);
        QCOMPARE(step(breaker, 50, 0, now), 10.0);
        QCOMPARE(breaker.mode(), BreakerMode::Closed);
        QCOMPARE(step(breaker, 50, 0, now), 50.0);
    }

    void exactlyTheThresholdOpens()
    {
        BreakerModel breaker(small());
        double now = 0;
        step(breaker, 20, 0.5, now);
        QCOMPARE(breaker.mode(), BreakerMode::Open);
        BreakerModel other(small());
        step(other, 20, 0.49, now);
        QCOMPARE(other.mode(), BreakerMode::Closed);
    }

    void slowCallsOpenItToo()
    {
        BreakerSpec spec = small();
        spec.slowRateThreshold = 80;
        BreakerModel breaker(spec);
        double now = 0;
        step(breaker, 20, 0, now, 0.9);
        QCOMPARE(breaker.mode(), BreakerMode::Open);
    }

    void aCountWindowForgetsTheOldest()
    {
        BreakerModel breaker(small());
        double now = 0;
        step(breaker, 15, 0, now);
        step(breaker, 9, 1, now); // the last 20: 11 good, 9 bad
        QCOMPARE(breaker.mode(), BreakerMode::Closed);
        step(breaker, 2, 1, now); // 9 good, 11 bad
        QCOMPARE(breaker.mode(), BreakerMode::Open);
    }

    void aTimeWindowForgetsByAge()
    {
        BreakerSpec spec = small();
        spec.window = BreakerSpec::Window::Time;
        spec.windowSize = 60;
        BreakerModel breaker(spec);
        double now = 0;
        step(breaker, 100, 0, now);
        for (int i = 0; i < 3; ++i) {
            step(breaker, 10, 1, now);
        }
        QCOMPARE(breaker.mode(), BreakerMode::Closed); // 30 of 130
        step(breaker, 10, 1, now);                     // the 100 are out
        QCOMPARE(breaker.mode(), BreakerMode::Open);
    }

    void aCountWindowSmallerThanTheMinimumStillJudges()
    {
        BreakerSpec spec = small();
        spec.minimumCalls = 500;
        BreakerModel breaker(spec);
        double now = 0;
        step(breaker, 40, 1, now);
        QCOMPARE(breaker.mode(), BreakerMode::Open);
    }

    void withoutCallsItStaysOpenUnlessAutomatic()
    {
        BreakerModel breaker(small());
        double now = 0;
        step(breaker, 40, 1, now);
        now += 600;
        step(breaker, 0, 0, now);
        QCOMPARE(breaker.mode(), BreakerMode::Open);
        BreakerSpec spec = small();
        spec.automaticHalfOpen = true;
        BreakerModel automatic(spec);
        step(automatic, 40, 1, now);
        now += 600;
        step(automatic, 0, 0, now);
        QCOMPARE(automatic.mode(), BreakerMode::HalfOpen);
    }

    void forcedModesStay()
    {
        double now = 0;
        for (const BreakerMode mode :
             {BreakerMode::ForcedOpen, BreakerMode::Disabled, BreakerMode::MetricsOnly}) {
            BreakerSpec spec = small();
            spec.initialMode = mode;
            BreakerModel breaker(spec);
            for (int i = 0; i < 20; ++i) {
                QCOMPARE(step(breaker, 100, 1, now), mode == BreakerMode::ForcedOpen ? 0.0 : 100.0);
            }
            QCOMPARE(breaker.mode(), mode);
        }
    }
};

QTEST_APPLESS_MAIN(TestBreakerModel)
#include "tst_breakermodel.moc"
