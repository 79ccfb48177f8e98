// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/panelfeed.h"
#include "support/fakequerysource.h"
#include "support/manualclock.h"

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

/// A connection to a fake, whose parts stay reachable.
struct World
{
    ManualClock clock;
    FakeQuerySource *source = new FakeQuerySource; // owned by the connection
    Connection connection{workspaceNamed(), std::unique_ptr<QuerySource>(source), nullptr, &clock};

    static Workspace workspaceNamed()
    {
        Workspace workspace;
        workspace.name = u"test"_s;
        return workspace;
    }
};

SourceQuery instant()
{
    return {u"up"_s, true, {0, 0}, 0ms};
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probesThenOpens()
    {
        World world;
        world.source->facts = BackendFacts{u"Prometheus"_s, u"2.42.0"_s, {}, 5s, 30s, 5min};
        world.source->names = MetricCatalog{{"llm_token_usage_total"}, {}};
        QSignalSpy opened(&world.connection, &Connection::opened);
        QCOMPARE(world.connection.state(), ConnectionState::Connecting);
        QVERIFY(!world.connection.governor().isOpen());
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
        QCOMPARE(world.connection.backend().product, u"Prometheus"_s);
        QCOMPARE(world.connection.scrapeInterval(), 30s);
        QCOMPARE(world.connection.clock().now(), world.clock.now() + 5'000);
        QCOMPARE(world.connection.lastAnswerTime(), world.connection.clock().now());
        QTRY_VERIFY_WITH_TIMEOUT(world.connection.hasCatalog(), 60'000);
        QCOMPARE(world.connection.resolve(u"llm_token_usage"_s).name, u"llm_token_usage_total"_s);
        world.connection.start();
        QCOMPARE(world.source->probes, 1);
    }

    void unreachableIsTriedAgain()
    {
        World world;
        world.source->facts = failure(ErrorCode::Unreachable);
        QSignalSpy opened(&world.connection, &Connection::opened);
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Unreachable, 60'000);
        QCOMPARE(world.connection.error()->code, ErrorCode::Unreachable);
        QTRY_COMPARE_WITH_TIMEOUT(world.source->probes, 2, 20'000);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(world.source->tries, 0);
        world.source->facts = BackendFacts{};
        world.connection.reconnect();
        QCOMPARE(world.source->tries, 1);
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
        QCOMPARE(opened.count(), 1);
        QVERIFY(!world.connection.error());
    }

    void labelValuesAreAskedOfASelector_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("selector");
        const auto row = [](const QString &metric, const QString &selector) {
            QTest::newRow(qPrintable(metric)) << metric << selector;
        };
        row({}, {});
        row(u"up{job=\"a\"}"_s, u"up{job=\"a\"}"_s);
        row(u"$metric(http_requests_total)"_s, u"http_requests_total"_s);
        row(u"$metric(http_requests_per_second){job=\"a\"}"_s, u"http_requests_total{job=\"a\"}"_s);
        row(u"$metric(redis_memory_used_bytes)"_s, u"redis_memory_used_mebibytes"_s);
        row(u"$metric(my_queue)"_s, u"{\"my.queue\"}"_s);
        row(u"$metric(rag_request_duration_seconds,count)"_s, u"rag_request_duration_seconds"_s);
    }

    void labelValuesAreAskedOfASelector()
    {
        QFETCH(const QString, metric);
        World world;
        world.source->names =
            MetricCatalog{{"http_requests_total", "my.queue", "rag_request_duration_seconds",
                           "redis_memory_used_mebibytes"},
                          {}};
        world.connection.start();
        QTRY_VERIFY_WITH_TIMEOUT(world.connection.hasCatalog(), 60'000);
        QObject owner;
        (void)world.connection.labelValues(u"pod"_s, metric, {0, 1}, &owner);
        QCOMPARE(world.source->selectors.size(), 1);
        QTEST(world.source->selectors.first(), "selector");
    }

    void catalogThatFailsHoldsNothingUp()
    {
        World world;
        world.source->names = failure(ErrorCode::Forbidden);
        world.connection.start();
        QTRY_VERIFY_WITH_TIMEOUT(world.connection.hasCatalog(), 60'000);
        QVERIFY(world.connection.catalog().names.empty());
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
    }

    void troubleDegradesAndSuccessHeals()
    {
        World world;
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
        world.source->handler = [](const SourceQuery &) { return failure(ErrorCode::ServerError); };
        QObject owner;
        (void)world.connection.governor().submit(instant(), QueryGovernor::Priority::Visible,
                                                 &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Degraded, 60'000);
        QCOMPARE(world.source->probes, 1);
        world.source->handler = [](const SourceQuery &) { return QueryResult{}; };
        (void)world.connection.governor().submit(instant(), QueryGovernor::Priority::Visible,
                                                 &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
    }

    void wrongQueriesAreNotTheBackendsFault()
    {
        World world;
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
        world.source->handler = [](const SourceQuery &) { return failure(ErrorCode::BadRequest); };
        QSignalSpy ended(&world.connection.governor(), &QueryGovernor::requestEnded);
        QObject owner;
        (void)world.connection.governor().submit(instant(), QueryGovernor::Priority::Visible,
                                                 &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        QCOMPARE(world.connection.state(), ConnectionState::Ready);
    }

    void lostBackendIsNoticedByAQuery()
    {
        World world;
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Ready, 60'000);
        world.source->facts = failure(ErrorCode::Unreachable);
        world.source->handler = [](const SourceQuery &) { return failure(ErrorCode::Interrupted); };
        QObject owner;
        (void)world.connection.governor().submit(instant(), QueryGovernor::Priority::Visible,
                                                 &owner, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(world.connection.state(), ConnectionState::Unreachable, 60'000);
        QVERIFY(!world.connection.governor().isOpen());
    }

    void refreshesInItsRhythm()
    {
        World world;
        QSignalSpy due(&world.connection, &Connection::refreshDue);
        world.connection.setRefreshInterval(20ms);
        world.connection.start();
        QTRY_VERIFY_WITH_TIMEOUT(due.count() >= 3, 60'000);
        world.connection.setPaused(true);
        QVERIFY(world.connection.isPaused());
        const auto before = due.count();
        world.connection.setPaused(false);
        QCOMPARE(due.count(), before + 1);
        world.connection.setRefreshInterval(0ms);
        const auto byHand = due.count();
        world.connection.refreshAll();
        QCOMPARE(due.count(), byHand + 1);
        QCOMPARE(due.last().first().value<EpochMs>(), world.connection.clock().now());
    }

    void feedsGoWithTheConnection()
    {
        QObject page;
        QPointer<PanelFeed> feed;
        {
            World world;
            feed = world.connection.createFeed(&page);
            PanelFeed *other = world.connection.createFeed(&page);
            delete other;
        }
        QVERIFY(feed.isNull());
    }

    void everyStateHasNameAndTitle()
    {
        for (int i = 0; i <= static_cast<int>(ConnectionState::Unreachable); ++i) {
            QVERIFY(connectionStateName(static_cast<ConnectionState>(i)).size() > 0);
            QVERIFY(!connectionStateTitle(static_cast<ConnectionState>(i)).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
