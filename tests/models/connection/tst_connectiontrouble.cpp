// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/panelfeed.h"
#include "support/fakequerysource.h"
#include "support/manualclock.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Error failure(ErrorCode code)
{
    Error error;
    error.code = code;
    error.what = u"no"_s;
    return error;
}

/// A connection to a fake whose queries fail or not, as the test says.
struct World
{
    ManualClock clock;
    FakeQuerySource *source = new FakeQuerySource; // owned by the connection
    Connection connection{Workspace{}, std::unique_ptr<QuerySource>(source), nullptr, &clock};
    QObject owner;
    int queries = 0;

    [[nodiscard]] bool open()
    {
        connection.setRefreshInterval(0ms);
        QSignalSpy spy(&connection, &Connection::opened);
        connection.start();
        return spy.count() > 0 || spy.wait(60'000);
    }
    void failWith(ErrorCode code)
    {
        source->handler = [code](const SourceQuery &) { return failure(code); };
    }
    void succeed()
    {
        source->handler = [](const SourceQuery &) { return QueryResult{}; };
    }
    /// Asks and waits for the end; the governor's back-off does not hold it up.
    [[nodiscard]] bool ask()
    {
        connection.governor().endBackOff();
        QSignalSpy ended(&connection.governor(), &QueryGovernor::requestEnded);
        const SourceQuery query{u"up + %1"_s.arg(++queries), true, {0, 0}, 0ms};
        (void)connection.governor().submit(query, QueryGovernor::Priority::Interactive, &owner,
                                           &owner);
        return ended.count() > 0 || ended.wait(60'000);
    }
    /// Lets a probe that is in flight end.
    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
};

BackendFacts factsWithJobs()
{
    BackendFacts facts;
    facts.scrapeInterval = 15s;
    facts.jobIntervals = {{u"slow"_s, 60s}, {u"fast"_s, 5s}, {u"zero"_s, 0s}};
    return facts;
}

} // namespace

class TestConnectionTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsDecideTheState_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("probes");
        const auto row = [](const char *name, ErrorCode code, const QString &state, int probes) {
            QTest::newRow(name) << static_cast<int>(code) << state << probes;
        };
        row("timeout", ErrorCode::Timeout, u"degraded"_s, 2);
        row("unreachable", ErrorCode::Unreachable, u"degraded"_s, 2);
        row("cut", ErrorCode::Interrupted, u"degraded"_s, 2);
        row("tls", ErrorCode::Tls, u"degraded"_s, 2);
        row("proxy", ErrorCode::Proxy, u"degraded"_s, 2);
        row("not http", ErrorCode::Protocol, u"degraded"_s, 2);
        row("login page", ErrorCode::WrongContent, u"degraded"_s, 2);
        row("401", ErrorCode::Unauthorized, u"degraded"_s, 2);
        row("403", ErrorCode::Forbidden, u"degraded"_s, 2);
        row("429", ErrorCode::RateLimited, u"degraded"_s, 1);
        row("500", ErrorCode::ServerError, u"degraded"_s, 1);
        row("503", ErrorCode::ServerUnavailable, u"degraded"_s, 1);
        row("400 is the query's fault", ErrorCode::BadRequest, u"ready"_s, 1);
    }

    void errorsDecideTheState()
    {
        QFETCH(const int, code);
        QFETCH(const QString, state);
        QFETCH(const int, probes);
        World world;
        QVERIFY(world.open());
        world.failWith(static_cast<ErrorCode>(code));
        QVERIFY(world.ask());
        World::settle();
        QCOMPARE(QString{connectionStateName(world.connection.state())}, state);
        QCOMPARE(world.source->probes, probes);
        QCOMPARE(world.connection.error().has_value(), state == u"degraded"_s);
    }

    void refusedQueriesDoNotFlicker()
    {
        World world;
        QVERIFY(world.open());
        world.failWith(ErrorCode::Unauthorized);
        QSignalSpy states(&world.connection, &Connection::stateChanged);
        for (int i = 0; i < 12; ++i) {
            QVERIFY(world.ask());
            World::settle(); // the probe succeeds each time
            QCOMPARE(world.connection.state(), ConnectionState::Degraded);
            QCOMPARE(world.connection.error()->code, ErrorCode::Unauthorized);
        }
        QCOMPARE(states.count(), 1);
        QCOMPARE(world.source->probes, 2);
        world.succeed();
        QVERIFY(world.ask());
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
        QVERIFY(!world.connection.error());
        QCOMPARE(states.count(), 2);
    }

    void lastingTroubleIsLookedIntoNowAndThen()
    {
        World world;
        QVERIFY(world.open());
        world.failWith(ErrorCode::Timeout);
        for (int i = 0; i < 60; ++i) { // a failing query every second
            QVERIFY(world.ask());
            World::settle();
            world.clock.advance(1s);
        }
        QVERIFY2(world.source->probes >= 4 && world.source->probes <= 6,
                 qPrintable(QString::number(world.source->probes)));
        world.failWith(ErrorCode::Tls); // news
        const int before = world.source->probes;
        world.clock.advance(-10s);
        QVERIFY(world.ask());
        QCOMPARE(world.source->probes, before + 1);
    }

    void wrongQueriesHealNothingTheyDoNotKnow()
    {
        World world;
        QVERIFY(world.open());
        world.failWith(ErrorCode::ServerError);
        QVERIFY(world.ask());
        QCOMPARE(world.connection.state(), ConnectionState::Degraded);
        world.failWith(ErrorCode::BadRequest); // the backend answers with sense again
        QVERIFY(world.ask());
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
    }

    void degradedGoesToUnreachableWhenTheProbeFails()
    {
        World world;
        QVERIFY(world.open());
        world.failWith(ErrorCode::Unauthorized);
        QVERIFY(world.ask());
        World::settle();
        QCOMPARE(world.connection.state(), ConnectionState::Degraded);
        world.source->facts = failure(ErrorCode::Unreachable);
        world.failWith(ErrorCode::Interrupted);
        QVERIFY(world.ask());
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Unreachable, 60'000);
        QCOMPARE(world.connection.error()->code, ErrorCode::Unreachable);
    }

    void tryAgainAsksOnceAtOnce()
    {
        World world;
        QVERIFY(world.open());
        world.failWith(ErrorCode::Unauthorized);
        QVERIFY(world.ask());
        World::settle();
        QSignalSpy due(&world.connection, &Connection::refreshDue);
        world.connection.reconnect();
        QCOMPARE(due.count(), 0); // not before the secret was read again
        QTRY_COMPARE_WITH_TIMEOUT(due.count(), 1, 60'000);
        World::settle();
        QCOMPARE(due.count(), 1);
        QCOMPARE(world.connection.state(), ConnectionState::Degraded);
        world.succeed();
        QVERIFY(world.ask());
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
    }

    void tryAgainDropsAProbeInFlight()
    {
        World world;
        world.source->facts = failure(ErrorCode::Unreachable);
        world.connection.start();
        world.source->facts = BackendFacts{};
        world.connection.reconnect();
        world.connection.reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
        World::settle();
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
        QCOMPARE(world.source->probes, 3);
    }

    void deletingFromItsOwnSignals_data()
    {
        QTest::addColumn<QString>("signal");
        QTest::newRow("opened") << u"opened"_s;
        QTest::newRow("refreshDue") << u"refreshDue"_s;
        QTest::newRow("catalogChanged") << u"catalogChanged"_s;
    }

    void deletingFromItsOwnSignals()
    {
        QFETCH(const QString, signal);
        ManualClock clock;
        auto *connection =
            new Connection(Workspace{}, std::make_unique<FakeQuerySource>(), nullptr, &clock);
        const QPointer<Connection> alive(connection);
        const auto end = [connection] { connection->deleteLater(); };
        if (signal == "opened"_L1) {
            connect(connection, &Connection::opened, connection, end);
        } else if (signal == "refreshDue"_L1) {
            connect(connection, &Connection::refreshDue, connection, end);
        } else {
            connect(connection, &Connection::catalogChanged, connection, end);
        }
        connection->start();
        QTRY_VERIFY_WITH_TIMEOUT(alive.isNull(), 60'000);
    }

    void clockFollowsTheServer_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::newRow("same") << qint64{0};
        QTest::newRow("ahead") << qint64{90'000};
        QTest::newRow("behind by years") << qint64{-100'000'000'000};
    }

    void clockFollowsTheServer()
    {
        QFETCH(const qint64, offset);
        World world;
        BackendFacts facts;
        facts.clockOffset = std::chrono::milliseconds{offset};
        world.source->facts = facts;
        QVERIFY(world.open());
        QCOMPARE(world.connection.clock().now(), world.clock.now() + offset);
        QSignalSpy due(&world.connection, &Connection::refreshDue);
        world.connection.refreshAll();
        QCOMPARE(due.first().first().value<EpochMs>(), world.clock.now() + offset);
    }

    void scrapeIntervals_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const QString &expr, qint64 seconds) {
            QTest::newRow(qPrintable(expr)) << expr << seconds;
        };
        row(u"up"_s, 15);
        row(u"up{job=\"slow\"}"_s, 60);
        row(u"up{ job = \"slow\" }"_s, 60);
        row(u"up{job='fast'}"_s, 5);
        row(u"up{job=`fast`,pod=\"a\"}"_s, 5);
        row(u"up{job=\"unknown\"}"_s, 15);
        row(u"up{job=\"zero\"}"_s, 15);
        row(u"up{job=~\"slow\"}"_s, 15);
        row(u"up{job!=\"slow\"}"_s, 15);
        row(u"up{otherjob=\"slow\"}"_s, 15);
        row(u"sum(rate(a{job=\"fast\"}[5m])) / sum(rate(b{job=\"slow\"}[5m]))"_s, 60);
        row(u"a{job=\"fast\"} + b"_s, 15);
        row(u"1 + 1"_s, 15);
        row(u""_s, 15);
        row(u"up{job=\"slow"_s, 15);
    }

    void scrapeIntervals()
    {
        QFETCH(const QString, expr);
        QFETCH(const qint64, seconds);
        World world;
        world.source->facts = factsWithJobs();
        QVERIFY(world.open());
        QCOMPARE(world.connection.scrapeInterval(expr), std::chrono::seconds{seconds});
        QCOMPARE(world.connection.scrapeInterval(), 15s);
    }

    void rateWindowFollowsTheJob()
    {
        World world;
        world.source->facts = factsWithJobs();
        PanelFeed *feed = world.connection.createFeed(&world.owner);
        PanelRequest request;
        request.queries = {{u"A"_s, u"rate(x{job=\"slow\"}[$__rate_interval])"_s, {}, false, 0ms},
                           {u"B"_s, u"rate(x{job=\"fast\"}[$__rate_interval])"_s, {}, false, 0ms}};
        request.time = TimeSelection::last(1h);
        request.maxPoints = 240;
        feed->setVisible(true);
        feed->setRequest(request);
        QVERIFY(world.open());
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), 2, 60'000);
        QVERIFY2(world.source->asked[0].expr.contains("[4m]"_L1),
                 qPrintable(world.source->asked[0].expr));
        QVERIFY2(world.source->asked[1].expr.contains("[20s]"_L1),
                 qPrintable(world.source->asked[1].expr));
    }

    void retriesBackOff()
    {
        // The delay itself is random: its bounds are looked at, not the wall clock.
        World world;
        world.source->facts = failure(ErrorCode::Unreachable);
        QSignalSpy states(&world.connection, &Connection::stateChanged);
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Unreachable, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(world.source->probes, 3, 20'000);
        QCOMPARE(states.count(), 1); // the same error again is no news
        QVERIFY(!world.connection.governor().isOpen());
        world.source->facts = failure(ErrorCode::Tls);
        world.connection.reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.error()->code, ErrorCode::Tls, 60'000);
        QCOMPARE(states.count(), 2);
    }

    void waitingQueriesFailWhenTheBackendIsGone()
    {
        World world;
        world.source->facts = failure(ErrorCode::Unreachable);
        GovernedQuery *waiting = world.connection.governor().submit(
            {u"up"_s, true, {0, 0}, 0ms}, QueryGovernor::Priority::Visible, &world.owner,
            &world.owner);
        QSignalSpy finished(waiting, &GovernedQuery::finished);
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        const auto result = waiting->takeResult();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        QCOMPARE(world.source->asked.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTrouble)
#include "tst_connectiontrouble.moc"
