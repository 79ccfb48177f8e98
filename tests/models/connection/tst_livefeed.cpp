// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/panelfeed.h"
#include "connection/prometheussource.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "support/fakesecretstore.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"
#include "support/tcprelay.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 scrape = 15;

/// Two hours of a gauge, a counter and a classic histogram in ms, up to now.
QByteArray history(EpochMs now)
{
    const qint64 end = now / 1000 / scrape * scrape;
    QByteArray level = "# TYPE level gauge\n";
    QByteArray tokens = "# TYPE llm_token_usage_tokens counter\n";
    for (qint64 time = end - 7'200; time <= end; time += scrape) {
        const QByteArray at = ' ' + QByteArray::number(time) + '\n';
        level += "level{job=\"a\"} " + QByteArray::number(time % 977) + at;
        level += "level{job=\"b\"} " + QByteArray::number(time % 13) + at;
        tokens += "llm_token_usage_tokens_total{model=\"m\"} " +
                  QByteArray::number(time - end + 7'200) + at;
    }
    return level + tokens + "# EOF\n";
}

PanelRequest lastHour(const QString &expr)
{
    PanelRequest request;
    request.queries = {{u"A"_s, expr, {}, false, 0ms}};
    request.time = TimeSelection::last(1h);
    request.maxPoints = 240;
    return request;
}

} // namespace

/// Feeds against a real Prometheus and a real VictoriaMetrics.
class TestLiveFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto server = ServerProcess::start(ServerProcess::Kind::Prometheus, text());
        QVERIFY_RESULT(server);
        m_server = std::move(*server);
        m_relay = std::make_unique<TcpRelay>(static_cast<quint16>(m_server->url().port()));
        m_connection =
            openConnection(workspaceForUrl(u"live"_s, m_relay->url()), m_http, m_secrets, m_logins);
        m_connection->setRefreshInterval(0ms);
        m_connection->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_connection->hasCatalog(), 20'000);
        QCOMPARE(m_connection->state(), ConnectionState::Ready);
    }

    void cleanupTestCase()
    {
        m_connection.reset();
        m_server.reset();
    }

    void knowsWhoAnswers()
    {
        QCOMPARE(m_connection->backend().product, u"Prometheus"_s);
        QVERIFY(m_connection->backend().version.startsWith(u"2."_s) ||
                m_connection->backend().version.startsWith(u"3."_s));
        QVERIFY(std::chrono::abs(m_connection->backend().clockOffset) < 2s);
        const auto tokens = m_connection->resolve(u"llm_token_usage"_s);
        QVERIFY(tokens.found);
        QCOMPARE(tokens.name, u"llm_token_usage_tokens_total"_s);
    }

    void liveNumbers()
    {
        PanelFeed *feed = show(u"level"_s);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 60'000);
        const QueryResult &result = *feed->snapshot().answers[0].result;
        QCOMPARE(result.series.size(), 2U);
        const Series &first = *result.series[0];
        QVERIFY(first.size() > 200);
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (first.times[i] % 15'000 == 0 && first.times[i] / 1000 <= m_end) {
                QCOMPARE(first.values[i], static_cast<double>(first.times[i] / 1000 % 977));
            }
        }
        delete feed;
    }

    void logicalNamesAndRates()
    {
        PanelFeed *feed =
            show(u"sum(rate($metric(llm_token_usage){model=\"m\"}[$__rate_interval]))"_s);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 60'000);
        QCOMPARE(feed->snapshot().answers[0].expr,
                 u"sum(rate(llm_token_usage_tokens_total{model=\"m\"}[1m]))"_s);
        const Series &rate = *feed->snapshot().answers[0].result->series[0];
        QCOMPARE(rate.values[rate.size() / 2], 1.0);
        delete feed;
    }

    void labelValuesForVariables()
    {
        const EpochMs now = m_connection->clock().now();
        const std::unique_ptr<LabelValuesAnswer> answer(
            m_connection->labelValues(u"job"_s, u"level"_s, {now - 3'600'000, now}, nullptr));
        QSignalSpy spy(answer.get(), &SourceReply::finished);
        QVERIFY(answer->isFinished() || spy.wait(60'000));
        const auto values = answer->takeResult();
        QVERIFY_RESULT(values);
        QCOMPARE(*values, (QStringList{u"a"_s, u"b"_s}));
    }

    void emptyAndWhy_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("part");
        QTest::newRow("not scraped") << u"rate(nowhere[5m])"_s << u"nowhere is not scraped"_s;
        QTest::newRow("label") << u"level{job=\"z\"}"_s << u"has the label job=\"z\""_s;
        QTest::newRow("filtered") << u"level > 5000"_s << u"comparison"_s;
    }

    void emptyAndWhy()
    {
        QFETCH(const QString, expr);
        QFETCH(const QString, part);
        PanelFeed *feed = show(expr);
        QTRY_VERIFY2_WITH_TIMEOUT(feed->snapshot().reason.contains(part),
                                  qPrintable(feed->snapshot().reason), 60'000);
        QCOMPARE(feed->snapshot().state, PanelState::Empty);
        delete feed;
    }

    void failedAndWhy()
    {
        PanelFeed *feed = show(u"sum(level"_s);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Failed, 60'000);
        QCOMPARE(errorCodeName(feed->snapshot().error->code), errorCodeName(ErrorCode::BadRequest));
        QVERIFY(feed->snapshot().reason.contains(u"parse error"_s));
        delete feed;
    }

    void deltaEqualsFull()
    {
        PanelFeed *feed = show(u"sum by (job) (level)"_s);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 60'000);
        const auto asked = m_connection->governor().counts();
        feed->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->governor().counts().sent, asked.sent + 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(feed->isSettled(), 60'000);
        const PanelSnapshot merged = feed->snapshot();
        QVERIFY(merged.answers[0].result->bytes < 2'000); // only the end was asked for
        feed->reload();
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->governor().counts().sent, asked.sent + 2, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(feed->isSettled(), 60'000);
        const PanelSnapshot full = feed->snapshot();
        QVERIFY(full.answers[0].result->bytes > 5'000);
        if (full.range == merged.range) {
            for (std::size_t i = 0; i < full.answers[0].result->series.size(); ++i) {
                QVERIFY(full.answers[0].result->series[i]->sameData(
                    *merged.answers[0].result->series[i]));
            }
        }
        delete feed;
    }

    void killedAndBack()
    {
        PanelFeed *feed = show(u"level"_s);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 60'000);
        const EpochMs dataTime = feed->snapshot().dataTime;
        m_server.reset(); // killed
        feed->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Kept, 30'000);
        QVERIFY(feed->snapshot().hasData());
        QCOMPARE(feed->snapshot().dataTime, dataTime);
        QVERIFY(feed->snapshot().error.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ConnectionState::Unreachable, 30'000);
        QVERIFY(m_connection->error().has_value());

        auto server = ServerProcess::start(ServerProcess::Kind::Prometheus, text());
        QVERIFY_RESULT(server);
        m_server = std::move(*server);
        m_relay->setTarget(static_cast<quint16>(m_server->url().port()));
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ConnectionState::Ready, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 30'000);
        QVERIFY(feed->snapshot().dataTime > dataTime);
        delete feed;
    }

    void victoriaMetrics()
    {
        const auto server = ServerProcess::start(ServerProcess::Kind::VictoriaMetrics, text());
        QVERIFY_RESULT(server);
        const auto connection =
            openConnection(workspaceForUrl(u"vm"_s, (*server)->url()), m_http, m_secrets, m_logins);
        connection->setRefreshInterval(0ms);
        connection->start();
        QTRY_VERIFY_WITH_TIMEOUT(connection->hasCatalog(), 20'000);
        QCOMPARE(connection->backend().product, u"VictoriaMetrics"_s);
        PanelFeed *feed = connection->createFeed(nullptr);
        feed->setVisible(true);
        feed->setRequest(lastHour(u"level{job=\"a\"}"_s));
        QTRY_COMPARE_WITH_TIMEOUT(feed->snapshot().state, PanelState::Live, 60'000);
        QVERIFY(feed->snapshot().answers[0].result->series[0]->size() > 200);
        feed->setRequest(lastHour(u"level{job=\"z\"}"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(feed->snapshot().reason.contains(u"has the label job=\"z\""_s),
                                  qPrintable(feed->snapshot().reason), 60'000);
    }

private:
    PanelFeed *show(const QString &expr)
    {
        PanelFeed *feed = m_connection->createFeed(this);
        feed->setVisible(true);
        feed->setRequest(lastHour(expr));
        return feed;
    }

    QByteArray text()
    {
        const EpochMs now = SystemClock().now();
        m_end = now / 1000 / scrape * scrape;
        return history(now);
    }

    qint64 m_end = 0;
    HttpClient m_http;
    FakeSecretStore m_secrets;
    SystemClock m_clock;
    ExecLogins m_logins{ExecSetup{}, m_clock};
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<TcpRelay> m_relay;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestLiveFeed)
#include "tst_livefeed.moc"
