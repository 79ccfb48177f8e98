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

constexpr EpochMs start = 1'700'000'000'000 / 15'000 * 15'000;

Error failure(ErrorCode code)
{
    Error error;
    error.code = code;
    error.what = u"no"_s;
    return error;
}

QuerySpec spec(const QString &id, const QString &expr)
{
    return {id, expr, {}, false, 0ms};
}

PanelRequest lastHour(std::vector<QuerySpec> queries)
{
    PanelRequest request;
    request.queries = std::move(queries);
    request.time = TimeSelection::last(1h);
    request.maxPoints = 240;
    return request;
}

/// A ready connection to a fake that answers with ramps, and one visible feed.
struct World
{
    ManualClock clock{start};
    FakeQuerySource *source = new FakeQuerySource; // owned by the connection
    Connection connection{Workspace{}, std::unique_ptr<QuerySource>(source), nullptr, &clock};
    PanelFeed *feed = connection.createFeed(nullptr);

    World()
    {
        source->handler = [](const SourceQuery &query) { return FakeQuerySource::ramp(query); };
        connection.setRefreshInterval(0ms);
        feed->setVisible(true);
    }

    [[nodiscard]] bool open()
    {
        QSignalSpy spy(&connection, &Connection::catalogChanged);
        connection.start();
        return connection.hasCatalog() || spy.wait(60'000);
    }
    /// Moves the clock and refreshes as the timer would.
    void tick(std::chrono::milliseconds by)
    {
        clock.advance(by);
        connection.refreshAll();
    }
    [[nodiscard]] PanelState state() const { return feed->snapshot().state; }
    [[nodiscard]] SeriesPtr series(std::size_t query = 0) const
    {
        return feed->snapshot().answers[query].result->series.front();
    }
};

} // namespace

class TestPanelFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveAfterTheFirstAnswer()
    {
        World world;
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QCOMPARE(world.state(), PanelState::Refreshing);
        QVERIFY(!world.feed->isSettled());
        QCOMPARE(world.source->asked.size(), 0);
        QVERIFY(world.open());
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        const PanelSnapshot &snapshot = world.feed->snapshot();
        QCOMPARE(snapshot.range, (TimeRange{start - 3'600'000, start}));
        QCOMPARE(snapshot.step, 15s);
        QCOMPARE(snapshot.dataTime, start);
        QCOMPARE(world.series()->size(), 241U);
        QCOMPARE(snapshot.answers[0].expr, u"up"_s);
        QVERIFY(!snapshot.refreshing);
        QVERIFY(world.feed->isSettled());
    }

    void hiddenFeedsAskNothing()
    {
        World world;
        world.feed->setVisible(false);
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QVERIFY(world.open());
        world.tick(15s);
        world.tick(15s);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), 0);
        QVERIFY(world.feed->isSettled());
        world.feed->setVisible(true);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
    }

    void refreshAsksOnlyForWhatIsNew()
    {
        World world;
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        world.tick(30s);
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().dataTime, start + 30'000, 60'000);
        QCOMPARE(world.source->asked.last().range, (TimeRange{start - 60'000, start + 30'000}));
        QCOMPARE(world.series()->size(), 241U);
        QCOMPARE(world.series()->times.back(), start + 30'000);
        QCOMPARE(world.series()->times.front(), start - 3'600'000 + 30'000);
    }

    void nothingIsAskedBeforeTheNextStep()
    {
        World world;
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        const auto asked = world.source->asked.size();
        world.tick(5s);
        world.tick(5s);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), asked);
        world.feed->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), asked + 1, 60'000);
    }

    void neverTwoOfTheSameInFlight()
    {
        World world;
        QVERIFY(world.open());
        world.source->held = true;
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), 1, 60'000);
        for (int i = 0; i < 5; ++i) {
            world.tick(15s);
            world.feed->refresh();
        }
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), 1);
        world.source->releaseAll();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
    }

    void oldDataIsKeptWithItsAge()
    {
        World world;
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        world.source->handler = [](const SourceQuery &) { return failure(ErrorCode::ServerError); };
        world.tick(30s);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Kept, 60'000);
        const PanelSnapshot &snapshot = world.feed->snapshot();
        QCOMPARE(snapshot.error->code, ErrorCode::ServerError);
        QCOMPARE(snapshot.dataTime, start);
        QCOMPARE(world.series()->times.back(), start);
        world.source->handler = [](const SourceQuery &q) { return FakeQuerySource::ramp(q); };
        world.tick(30s);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QVERIFY(!world.feed->snapshot().error);
        QCOMPARE(world.series()->size(), 241U);
    }

    void failedWithoutData()
    {
        World world;
        world.source->handler = [](const SourceQuery &) { return failure(ErrorCode::BadRequest); };
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up("_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Failed, 60'000);
        QCOMPARE(world.feed->snapshot().error->code, ErrorCode::BadRequest);
        QVERIFY(world.feed->isSettled());
    }

    void unreachableIsSaidAtOnce()
    {
        World world;
        world.source->facts = failure(ErrorCode::Unreachable);
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        world.connection.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Failed, 60'000);
        QCOMPARE(world.feed->snapshot().error->code, ErrorCode::Unreachable);
        QVERIFY(world.feed->isSettled());
        QCOMPARE(world.source->asked.size(), 0);
        world.source->facts = BackendFacts{};
        world.connection.reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
    }

    void oneBrokenQueryAmongMany()
    {
        World world;
        world.source->handler = [](const SourceQuery &query) -> Result<QueryResult> {
            if (query.expr == u"broken"_s) {
                return failure(ErrorCode::TooExpensive);
            }
            return FakeQuerySource::ramp(query);
        };
        QVERIFY(world.open());
        world.feed->setRequest(
            lastHour({spec(u"A"_s, u"a"_s), spec(u"B"_s, u"broken"_s), spec(u"C"_s, u"c"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Partial, 60'000);
        const PanelSnapshot &snapshot = world.feed->snapshot();
        QVERIFY(snapshot.reason.contains(u"1 of 3"_s));
        QVERIFY(snapshot.answers[0].result && snapshot.answers[2].result);
        QVERIFY(!snapshot.answers[1].result && snapshot.answers[1].error);
    }

    void emptyAndWhy()
    {
        World world;
        world.source->handler = [](const SourceQuery &) { return QueryResult{}; };
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"sum(gone)"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->snapshot().reason.contains(u"gone is not scraped"_s),
                                 60'000);
        QCOMPARE(world.state(), PanelState::Empty);
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->isSettled(), 60'000);
        const auto asked = world.source->asked.size();
        world.tick(15s); // the reason is not looked for again at once
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), asked + 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->isSettled(), 60'000);
        QVERIFY(world.feed->snapshot().reason.contains(u"gone is not scraped"_s));
    }

    void partialAndTruncated()
    {
        World world;
        DataNotes notes;
        notes.partial = true;
        world.source->handler = [&notes](const SourceQuery &query) {
            QueryResult result = FakeQuerySource::ramp(query);
            result.notes = notes;
            return result;
        };
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Partial, 60'000);
        notes = {};
        notes.truncated = true;
        world.feed->reload();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Truncated, 60'000);
        notes = {};
        world.feed->reload();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
    }

    void lateAnswersOfOldRequestsAreDropped()
    {
        World world;
        QVERIFY(world.open());
        world.source->held = true;
        world.feed->setRequest(lastHour({spec(u"A"_s, u"old"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.source->openCount(), 1, 60'000);
        world.feed->setRequest(lastHour({spec(u"A"_s, u"new"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), 2, 60'000);
        QCOMPARE(world.source->openCount(), 1); // the old one was cancelled
        world.source->releaseAll();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.feed->snapshot().answers[0].expr, u"new"_s);
    }

    void zoomKeepsTheOldPictureMeanwhile()
    {
        World world;
        QVERIFY(world.open());
        PanelRequest request = lastHour({spec(u"A"_s, u"up"_s)});
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        world.source->held = true;
        const TimeRange range{start - 600'000, start - 300'000};
        request.time = TimeSelection::between(range);
        request.minStep = 5s;
        world.feed->setRequest(request);
        QCOMPARE(world.state(), PanelState::Refreshing);
        QVERIFY(world.feed->snapshot().hasData());
        QCOMPARE(world.feed->snapshot().step, 15s); // else each old sample would stand alone
        QTRY_COMPARE_WITH_TIMEOUT(world.source->openCount(), 1, 60'000);
        world.source->releaseAll();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.feed->snapshot().step, 5s);
        QCOMPARE(world.series()->times.front(), range.from);
        QCOMPARE(world.series()->times.back(), range.to);
        // An absolute range does not move, so there is nothing to refresh.
        const auto asked = world.source->asked.size();
        world.tick(60s);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), asked);
    }

    void relativeRangesMoveWithEachRefresh_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("days"); // until the refresh
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const auto at = [](const char *text) {
            return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
        };
        constexpr EpochMs hour = 3'600'000;
        constexpr EpochMs day = 24 * hour; // it is 2023-11-14T22:13:15Z
        const EpochMs next = start + day;
        QTest::newRow("an hour a day ago")
            << u"now-25h to now-24h"_s << u"UTC"_s << 1 << next - 25 * hour << next - day;
        QTest::newRow("today so far")
            << u"now/d to now"_s << u"UTC"_s << 1 << at("2023-11-15T00:00:00Z") << next;
        QTest::newRow("today so far, in the east")
            << u"now/d to now"_s << u"Asia/Shanghai"_s << 1 << at("2023-11-15T16:00:00Z") << next;
        QTest::newRow("yesterday") << u"now-1d/d to now/d"_s << u"UTC"_s << 1
                                   << at("2023-11-14T00:00:00Z") << at("2023-11-15T00:00:00Z");
        QTest::newRow("month so far")
            << u"now/M to now"_s << u"UTC"_s << 1 << at("2023-11-01T00:00:00Z") << next;
        QTest::newRow("another month") << u"now/M to now"_s << u"UTC"_s << 20
                                       << at("2023-12-01T00:00:00Z") << start + 20 * day;
        QTest::newRow("since a day") << u"2023-11-14T00:00:00Z to now"_s << u"UTC"_s << 1
                                     << at("2023-11-14T00:00:00Z") << next;
    }

    void relativeRangesMoveWithEachRefresh()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, zone);
        QFETCH(const int, days);
        World world;
        QVERIFY(world.open());
        PanelRequest request = lastHour({spec(u"A"_s, u"up"_s)});
        request.zone = QTimeZone(zone.toLatin1());
        const auto selection = parseTimeSelection(text, request.zone);
        QVERIFY(selection.ok());
        request.time = *selection;
        request.maxPoints = 11'000;
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        world.tick(days * 24h);
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->isSettled() &&
                                     world.feed->snapshot().dataTime == world.clock.now(),
                                 60'000);
        // Steps are at most minutes here: both ends lie on one.
        const auto step = world.feed->snapshot().step.count();
        QFETCH(const qint64, from);
        QFETCH(const qint64, to);
        QCOMPARE(world.feed->snapshot().range, (TimeRange{from / step * step, to / step * step}));
        QCOMPARE(world.series()->times.front(), from / step * step);
        QCOMPARE(world.series()->times.back(), to / step * step);
    }

    void growingRangesAskOnlyForWhatIsNew()
    {
        World world;
        QVERIFY(world.open());
        PanelRequest request = lastHour({spec(u"A"_s, u"sum_over_time(up[$__range_s:])"_s)});
        request.time = {.from = {.rounding = TimePoint::Rounding::Day}, .to = {}};
        request.minStep = 10min;
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.source->asked.size(), 1);
        world.tick(61s); // no step has passed
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), 1);
        world.tick(10min);
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.size(), 2, 60'000);
    }

    void rangesThatEndInTheFutureGoOn()
    {
        World world;
        QVERIFY(world.open());
        world.source->handler = [&world](const SourceQuery &query) {
            SourceQuery past = query; // no backend knows the future
            past.range.to = std::min(query.range.to, world.clock.now());
            return FakeQuerySource::ramp(past);
        };
        PanelRequest request = lastHour({spec(u"A"_s, u"up"_s)});
        request.time = TimeSelection::between({start - 600'000, start + 600'000});
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.series()->times.back(), start);
        for (const EpochMs minute : {2, 10, 12}) {
            world.clock.set(start + minute * 60'000);
            world.connection.refreshAll();
            QTRY_COMPARE_WITH_TIMEOUT(world.series()->times.back(),
                                      std::min(world.clock.now(), start + 600'000), 60'000);
            const auto samples = (world.series()->times.back() - start + 600'000) / 15'000 + 1;
            QCOMPARE(qint64(world.series()->size()), samples); // nothing is left out
        }
        const auto asked = world.source->asked.size();
        world.tick(60s);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), asked);
    }

    void equalRequestDoesNothing()
    {
        World world;
        QVERIFY(world.open());
        const PanelRequest request = lastHour({spec(u"A"_s, u"up"_s)});
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QSignalSpy changed(world.feed, &PanelFeed::changed);
        world.feed->setRequest(request);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(world.source->asked.size(), 1);
    }

    void lastWeekIsMovedIntoTheRange()
    {
        World world;
        QVERIFY(world.open());
        QuerySpec past = spec(u"B"_s, u"up"_s);
        past.offset = 7 * 24h;
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s), past}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.source->asked[1].range, world.source->asked[0].range.shifted(-7 * 24h));
        QCOMPARE(world.series(1)->times, world.series(0)->times);
        QCOMPARE(world.series(1)->values.front(), world.series(0)->values.front() - 604'800.0);
        QCOMPARE(world.feed->snapshot().answers[1].offset, 7 * 24h);
        world.tick(15s);
        QTRY_COMPARE_WITH_TIMEOUT(world.series(1)->times.back(), start + 15'000, 60'000);
        QCOMPARE(world.series(1)->size(), 241U);
    }

    void panelsShareEqualQueries()
    {
        World world;
        PanelFeed *other = world.connection.createFeed(nullptr);
        other->setVisible(true);
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        other->setRequest(lastHour({spec(u"Q"_s, u"up"_s)}));
        QVERIFY(world.open());
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->isSettled() && other->isSettled(), 60'000);
        QCOMPARE(world.source->asked.size(), 1);
        QCOMPARE(world.feed->snapshot().answers[0].result, other->snapshot().answers[0].result);
    }

    void variablesOfTheFeed()
    {
        World world;
        world.source->facts = BackendFacts{{}, {}, {}, 0ms, 30s, 5min};
        world.source->names = MetricCatalog{{"llm_token_usage_tokens_total"}, {}};
        world.feed->setRequest(lastHour(
            {spec(u"A"_s, u"sum(rate($metric(llm_token_usage)[$__rate_interval])) > $__range_s"_s),
             spec(u"B"_s, u"x[$__interval]"_s)}));
        QVERIFY(world.open());
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.source->asked[0].expr,
                 u"sum(rate(llm_token_usage_tokens_total[2m])) > 3600"_s);
        QCOMPARE(world.source->asked[1].expr, u"x[30s]"_s);
        QCOMPARE(world.source->asked[0].step, 30s);
    }

    void pointsStayUnderTheServersLimit()
    {
        World world;
        QVERIFY(world.open());
        PanelRequest request = lastHour({spec(u"A"_s, u"up"_s)});
        request.time = TimeSelection::last(90 * 24h);
        request.maxPoints = 100'000;
        world.feed->setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        const SourceQuery &asked = world.source->asked.last();
        QVERIFY((asked.range.to - asked.range.from) / asked.step.count() <= 11'000);
        QCOMPARE(asked.range.from % asked.step.count(), 0);
    }

    void instantQueries()
    {
        World world;
        QVERIFY(world.open());
        QuerySpec one = spec(u"A"_s, u"up"_s);
        one.instant = true;
        world.feed->setRequest(lastHour({one}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QVERIFY(world.source->asked.last().instant);
        QCOMPARE(world.source->asked.last().range.to, start);
        world.tick(5'400ms);
        QTRY_COMPARE_WITH_TIMEOUT(world.source->asked.last().range.to, start + 5'000, 60'000);
    }

    void panelWithoutQueries()
    {
        World world;
        QVERIFY(world.open());
        world.feed->setRequest(lastHour({}));
        QCOMPARE(world.state(), PanelState::Empty);
        QVERIFY(world.feed->isSettled());
    }

    void newStepAfterTheProbe()
    {
        World world;
        world.source->facts = BackendFacts{{}, {}, {}, 90s, 60s, 5min};
        world.feed->setRequest(lastHour({spec(u"A"_s, u"up"_s)}));
        QVERIFY(world.open());
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), PanelState::Live, 60'000);
        QCOMPARE(world.source->asked.size(), 1);
        QCOMPARE(world.feed->snapshot().step, 60s);
        QCOMPARE(world.feed->snapshot().dataTime, start + 90'000); // the server's clock
    }
};

QTEST_GUILESS_MAIN(TestPanelFeed)
#include "tst_panelfeed.moc"
