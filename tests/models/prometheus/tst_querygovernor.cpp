// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querygovernor.h"
#include "support/fakequerysource.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Priority = QueryGovernor::Priority;

namespace {

SourceQuery query(const QString &expr, qint64 points = 10)
{
    return {expr, false, {0, 15'000 * points}, 15s};
}

Error failure(ErrorCode code, std::optional<std::chrono::milliseconds> retryAfter = {})
{
    Error error;
    error.code = code;
    error.what = u"no"_s;
    error.retryAfter = retryAfter;
    return error;
}

QStringList expressions(const QList<SourceQuery> &queries)
{
    QStringList list;
    for (const SourceQuery &one : queries) {
        list.append(one.expr);
    }
    return list;
}

} // namespace

class TestQueryGovernor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalQueriesShareOneRequest()
    {
        FakeQuerySource source;
        ManualClock clock;
        QueryGovernor governor(source, clock);
        source.handler = [](const SourceQuery &q) { return FakeQuerySource::ramp(q); };
        GovernedQuery *a = governor.submit(query(u"up"_s), Priority::Visible, &a, this);
        GovernedQuery *b = governor.submit(query(u"up"_s), Priority::Visible, &b, this);
        QSignalSpy spyA(a, &SourceReply::finished);
        QSignalSpy spyB(b, &SourceReply::finished);
        QTRY_COMPARE_WITH_TIMEOUT(spyB.count(), 1, 60'000);
        QCOMPARE(spyA.count(), 1);
        QCOMPARE(source.asked.size(), 1);
        const auto one = a->takeResult();
        const auto two = b->takeResult();
        QVERIFY(one.ok() && two.ok());
        QCOMPARE(one->get(), two->get());
        QCOMPARE(governor.counts().shared, 1);
        QCOMPARE(governor.counts().running, 0);
        delete a;
        delete b;
    }

    void aQueryInFlightIsNotSentAgain()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QueryGovernor governor(source, clock);
        QObject owner;
        (void)governor.submit(query(u"up"_s), Priority::Visible, &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), 1, 60'000);
        GovernedQuery *late = governor.submit(query(u"up"_s), Priority::Visible, &owner, &owner);
        QSignalSpy spy(late, &SourceReply::finished);
        source.releaseAll();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(source.asked.size(), 1);
    }

    void concurrencyIsBounded()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QueryGovernor governor(source, clock, {.concurrency = 3});
        QObject owner;
        int ended = 0;
        for (int i = 0; i < 10; ++i) {
            const GovernedQuery *one =
                governor.submit(query(QString::number(i)), Priority::Visible, &owner, &owner);
            connect(one, &SourceReply::finished, &owner, [&ended] { ++ended; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), 3, 60'000);
        while (ended < 10) {
            QVERIFY(source.openCount() <= 3);
            source.release();
            QTRY_VERIFY_WITH_TIMEOUT(ended == 10 || source.openCount() > 0, 60'000);
        }
        QCOMPARE(source.asked.size(), 10);
    }

    void bytesAreBoundedButOneAlwaysGoes()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QueryGovernor governor(source, clock, {.concurrency = 6, .bytesInFlight = 1'000'000});
        QObject owner;
        (void)governor.submit(query(u"huge"_s, 11'000), Priority::Interactive, &owner, &owner);
        (void)governor.submit(query(u"small"_s), Priority::Visible, &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(expressions(source.asked), (QStringList{u"huge"_s}), 60'000);
        source.release();
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), 2, 60'000);
    }

    void visibleFirstAndFair()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QueryGovernor governor(source, clock, {.concurrency = 2});
        QObject greedy;
        QObject modest;
        (void)governor.submit(query(u"why"_s), Priority::Background, &modest, &modest);
        (void)governor.submit(query(u"g1"_s), Priority::Visible, &greedy, &greedy);
        (void)governor.submit(query(u"g2"_s), Priority::Visible, &greedy, &greedy);
        (void)governor.submit(query(u"g3"_s), Priority::Visible, &greedy, &greedy);
        (void)governor.submit(query(u"m1"_s), Priority::Visible, &modest, &modest);
        (void)governor.submit(query(u"now"_s), Priority::Interactive, &greedy, &greedy);
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), 2, 60'000);
        while (source.asked.size() < 6) {
            source.release();
            QTRY_VERIFY_WITH_TIMEOUT(source.asked.size() == 6 || source.openCount() == 2, 60'000);
        }
        QCOMPARE(expressions(source.asked),
                 (QStringList{u"now"_s, u"m1"_s, u"g1"_s, u"g2"_s, u"g3"_s, u"why"_s}));
    }

    void withdrawnQueriesAreCancelled()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QueryGovernor governor(source, clock, {.concurrency = 1});
        auto *running = governor.submit(query(u"a"_s), Priority::Visible, this, this);
        auto *shared = governor.submit(query(u"a"_s), Priority::Visible, this, this);
        auto *waiting = governor.submit(query(u"b"_s), Priority::Visible, this, this);
        QTRY_COMPARE_WITH_TIMEOUT(source.openCount(), 1, 60'000);
        delete running;
        QCOMPARE(source.openCount(), 1);
        delete waiting;
        QCOMPARE(governor.counts().waiting, 0);
        delete shared;
        QCOMPARE(source.openCount(), 0);
        QCOMPARE(governor.counts().running, 0);
        QCOMPARE(governor.counts().cancelled, 2);
        QCOMPARE(source.asked.size(), 1);
    }

    void silenceAfterOverload_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        const auto row = [](const char *name, ErrorCode code, int retryAfter, qint64 least,
                            qint64 most) {
            QTest::newRow(name) << static_cast<int>(code) << retryAfter << least << most;
        };
        row("429", ErrorCode::RateLimited, 0, 500, 1'000);
        row("429 with Retry-After", ErrorCode::RateLimited, 10'000, 10'000, 10'000);
        row("429 with an hour", ErrorCode::RateLimited, 3'600'000, 300'000, 300'000);
        row("503", ErrorCode::ServerUnavailable, 0, 500, 1'000);
        row("timeout", ErrorCode::Timeout, 0, 500, 1'000);
        row("400", ErrorCode::BadRequest, 0, 0, 0);
        row("422", ErrorCode::TooExpensive, 0, 0, 0);
    }

    void silenceAfterOverload()
    {
        QFETCH(const int, code);
        QFETCH(const int, retryAfter);
        QFETCH(const qint64, least);
        QFETCH(const qint64, most);
        FakeQuerySource source;
        source.handler = [&](const SourceQuery &) {
            return failure(static_cast<ErrorCode>(code),
                           retryAfter > 0 ? std::optional(std::chrono::milliseconds{retryAfter})
                                          : std::nullopt);
        };
        ManualClock clock;
        QueryGovernor governor(source, clock);
        QObject owner;
        QSignalSpy ended(&governor, &QueryGovernor::requestEnded);
        (void)governor.submit(query(u"a"_s), Priority::Visible, &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        const qint64 wait = governor.silentUntil() == 0 ? 0 : governor.silentUntil() - clock.now();
        QVERIFY2(wait >= least && wait <= most, qPrintable(QString::number(wait)));
    }

    void backOffGrowsAndEndsWithSuccess()
    {
        FakeQuerySource source;
        bool broken = true;
        source.handler = [&broken](const SourceQuery &) -> Result<QueryResult> {
            if (broken) {
                return failure(ErrorCode::ServerUnavailable);
            }
            return QueryResult{};
        };
        ManualClock clock;
        QueryGovernor governor(source, clock,
                               {.concurrency = 4, .firstBackOff = 8ms, .longestBackOff = 64ms});
        QSignalSpy ended(&governor, &QueryGovernor::requestEnded);
        QObject owner;
        qint64 longest = 0;
        for (int i = 0; i < 8; ++i) {
            (void)governor.submit(query(QString::number(i)), Priority::Visible, &owner, &owner);
            clock.set(std::max(clock.now(), governor.silentUntil()));
            QTRY_COMPARE_WITH_TIMEOUT(ended.count(), i + 1, 60'000);
            const qint64 wait = governor.silentUntil() - clock.now();
            QVERIFY(wait > 0 && wait <= 64);
            longest = std::max(longest, wait);
        }
        QVERIFY(longest >= 32);
        // During the silence nothing goes out.
        broken = false;
        const auto sent = source.asked.size();
        (void)governor.submit(query(u"later"_s), Priority::Visible, &owner, &owner);
        QCoreApplication::processEvents();
        QCOMPARE(source.asked.size(), sent);
        clock.set(governor.silentUntil());
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), sent + 1, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(governor.counts().running, 0, 60'000);
    }

    void afterAFailureOneRequestFindsOut()
    {
        FakeQuerySource source;
        source.handler = [](const SourceQuery &) { return failure(ErrorCode::Timeout); };
        ManualClock clock;
        QueryGovernor governor(source, clock, {.concurrency = 4});
        QSignalSpy ended(&governor, &QueryGovernor::requestEnded);
        QObject owner;
        (void)governor.submit(query(u"first"_s), Priority::Visible, &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        source.held = true;
        for (int i = 0; i < 4; ++i) {
            (void)governor.submit(query(QString::number(i)), Priority::Visible, &owner, &owner);
        }
        QCoreApplication::processEvents();
        QCOMPARE(source.asked.size(), 1);
        clock.set(governor.silentUntil());
        QTRY_COMPARE_WITH_TIMEOUT(source.openCount(), 1, 60'000);
        source.handler = [](const SourceQuery &) { return QueryResult{}; };
        source.release();
        QTRY_COMPARE_WITH_TIMEOUT(source.openCount(), 3, 60'000);
    }

    void tryAgainEndsTheSilence()
    {
        FakeQuerySource source;
        source.handler = [](const SourceQuery &) {
            return failure(ErrorCode::RateLimited, 60'000ms);
        };
        ManualClock clock;
        QueryGovernor governor(source, clock);
        QSignalSpy ended(&governor, &QueryGovernor::requestEnded);
        QObject owner;
        (void)governor.submit(query(u"a"_s), Priority::Visible, &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        (void)governor.submit(query(u"b"_s), Priority::Visible, &owner, &owner);
        QCoreApplication::processEvents();
        QCOMPARE(source.asked.size(), 1);
        governor.endBackOff();
        QTRY_COMPARE_WITH_TIMEOUT(source.asked.size(), 2, 60'000);
    }

    void closedGovernorHoldsBack()
    {
        FakeQuerySource source;
        ManualClock clock;
        QueryGovernor governor(source, clock);
        governor.setOpen(false);
        GovernedQuery *one = governor.submit(query(u"a"_s), Priority::Visible, this, this);
        QSignalSpy spy(one, &SourceReply::finished);
        QCoreApplication::processEvents();
        QCOMPARE(source.asked.size(), 0);
        governor.failWaiting(failure(ErrorCode::Unreachable));
        QCOMPARE(spy.count(), 1);
        QVERIFY(!one->takeResult().ok());
        delete one;
        GovernedQuery *two = governor.submit(query(u"b"_s), Priority::Visible, this, this);
        QSignalSpy spyTwo(two, &SourceReply::finished);
        governor.setOpen(true);
        QTRY_COMPARE_WITH_TIMEOUT(spyTwo.count(), 1, 60'000);
        delete two;
    }

    void askersMayAskAgainFromTheirSlot()
    {
        FakeQuerySource source;
        ManualClock clock;
        QueryGovernor governor(source, clock);
        QObject owner;
        int rounds = 0;
        std::function<void()> ask = [&] {
            GovernedQuery *one = governor.submit(query(u"a"_s), Priority::Visible, &owner, &owner);
            connect(one, &SourceReply::finished, &owner, [&, one] {
                one->deleteLater();
                if (++rounds < 3) {
                    ask();
                }
            });
        };
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(rounds, 3, 60'000);
        QCOMPARE(source.asked.size(), 3);
    }

    void askersOutliveTheGovernor()
    {
        FakeQuerySource source;
        source.held = true;
        ManualClock clock;
        QObject owner;
        {
            QueryGovernor governor(source, clock);
            (void)governor.submit(query(u"a"_s), Priority::Visible, &owner, &owner);
            QTRY_COMPARE_WITH_TIMEOUT(source.openCount(), 1, 60'000);
        }
        QCOMPARE(source.openCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestQueryGovernor)
#include "tst_querygovernor.moc"
