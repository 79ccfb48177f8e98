// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/capabilities.h"
#include "prometheus/requests.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

PrometheusEndpoint endpoint(const QString &url)
{
    return {.url = QUrl(url), .timeout = 10s, .queryParameters = {{u"dedup"_s, u"true"_s}}};
}

Target target(const char *job, std::chrono::milliseconds interval)
{
    Target made;
    made.labels = LabelSet{{"job", job}};
    made.scrapeInterval = interval;
    return made;
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queriesArePostedForms()
    {
        const HttpRequest request =
            queryRangeRequest(endpoint(u"http://h:9090"_s), {.expr = u"rate(x[5m]) + 1 & 2"_s,
                                                             .range = {1500, 60'000},
                                                             .step = 500ms,
                                                             .limit = 7,
                                                             .lookbackDelta = 1min});
        QCOMPARE(request.method, HttpRequest::Method::Post);
        QCOMPARE(request.url.toString(), u"http://h:9090/api/v1/query_range"_s);
        const QList<QByteArray> fields = request.body.split('&');
        for (const char *field : {"start=1.5", "end=60", "step=0.5", "limit=7", "lookback_delta=60",
                                  "timeout=9", "dedup=true"}) {
            QVERIFY2(fields.contains(field), request.body.constData());
        }
        QVERIFY(request.body.contains("%2B"));
        QVERIFY(request.body.contains("%26"));
        QCOMPARE(request.totalTimeout, 10'000ms);
        QCOMPARE(request.retry.maxAttempts, 1);
    }

    void ownTimeoutWins()
    {
        const HttpRequest request =
            queryRequest(endpoint(u"http://h"_s), {.expr = u"1"_s, .timeout = 60s});
        QCOMPARE(request.totalTimeout, 60'000ms);
        QVERIFY(request.body.split('&').contains("timeout=58"));
    }

    void prefixes_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << u"http://h"_s << u"http://h/api/v1/targets"_s;
        QTest::newRow("slash") << u"http://h/"_s << u"http://h/api/v1/targets"_s;
        QTest::newRow("Mimir") << u"http://h/prometheus"_s
                               << u"http://h/prometheus/api/v1/targets"_s;
        QTest::newRow("VictoriaMetrics cluster")
            << u"http://h/select/0/prometheus/"_s
            << u"http://h/select/0/prometheus/api/v1/targets"_s;
        QTest::newRow("query and fragment")
            << u"http://h/p?x=1#y"_s << u"http://h/p/api/v1/targets"_s;
    }
    void prefixes()
    {
        QFETCH(QString, base);
        QFETCH(QString, expected);
        QCOMPARE(getRequest(endpoint(base), u"targets"_s).url.toString(), expected);
    }

    void labelNames_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"job"_s << u"job"_s;
        QTest::newRow("dots") << u"http.status_code"_s << u"U__http_2e_status__code"_s;
        QTest::newRow("slash") << u"a/b"_s << u"U__a_2f_b"_s;
        QTest::newRow("looks escaped") << u"U__x"_s << u"U__U____x"_s;
        QTest::newRow("letters of the world") << u"\u00e9\U0001F600"_s << u"U___e9__1f600_"_s;
        QTest::newRow("digit first") << u"1a"_s << u"U__1a"_s;
    }
    void labelNames()
    {
        QFETCH(QString, label);
        QFETCH(QString, expected);
        QCOMPARE(escapedLabelName(label), expected);
    }

    void labelValuesIsAGet()
    {
        const HttpRequest request = labelValuesRequest(
            endpoint(u"http://h"_s), u"job"_s,
            {.matchers = {u"a{b=\"c+d\"}"_s}, .range = TimeRange{0, 1000}, .limit = 5});
        QCOMPARE(request.method, HttpRequest::Method::Get);
        const QByteArray url = request.url.toEncoded();
        QVERIFY2(url.startsWith("http://h/api/v1/label/job/values?"), url.constData());
        QVERIFY2(url.contains("c%2Bd"), url.constData());
        QVERIFY2(url.contains("start=0") && url.contains("end=1&"), url.constData());
        QCOMPARE(request.retry.maxAttempts, RetryPolicy::forReads().maxAttempts);
    }

    void seconds()
    {
        QCOMPARE(secondsText(0), u"0"_s);
        QCOMPARE(secondsText(1435781451781), u"1435781451.781"_s);
        QCOMPARE(secondsText(1050), u"1.05"_s);
        QCOMPARE(secondsText(-500), u"-0.5"_s);
        QCOMPARE(secondsText(std::numeric_limits<qint64>::min()), u"-9223372036854775.808"_s);
    }

    void clockOffsets()
    {
        QCOMPARE(clockOffset(1000, 1100, 1050, 0ms), (ClockOffset{0ms, 50ms}));
        QCOMPARE(clockOffset(1000, 1000, 4000, 1s), (ClockOffset{3500ms, 500ms}));
        QCOMPARE(clockOffset(10'000, 10'020, 5'010, 0ms), (ClockOffset{-5000ms, 10ms}));
    }

    void intervalsOfTargets()
    {
        const ScrapeIntervals found =
            scrapeIntervals({target("a", 15s), target("a", 30s), target("b", 60s), target("c", 15s),
                             target("d", 0ms)});
        QCOMPARE(found.overall.value_or(0ms), 15'000ms);
        QCOMPARE(found.byJob.value(u"a"_s), 30'000ms);
        QVERIFY(!found.byJob.contains(u"d"_s));
        QCOMPARE(scrapeIntervals({target("a", 15s), target("b", 30s)}).overall.value_or(0ms),
                 30'000ms);
        QVERIFY(scrapeIntervals({}).byJob.isEmpty());
    }

    void backends_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("application");
        QTest::addColumn<bool>("metricsQl");
        QTest::addColumn<QString>("title");
        QTest::newRow("Prometheus 2")
            << u"2.42.0"_s << QString() << false << u"Prometheus 2.42.0"_s;
        QTest::newRow("Prometheus 3") << u"3.5.0"_s << QString() << false << u"Prometheus 3.5.0"_s;
        QTest::newRow("Thanos") << u"0.36.1"_s << QString() << false << u"Thanos 0.36.1"_s;
        QTest::newRow("Mimir") << u"2.14.0"_s << u"Grafana Mimir"_s << false << u"Mimir 2.14.0"_s;
        QTest::newRow("VictoriaMetrics")
            << u"2.24.0"_s << QString() << true << u"VictoriaMetrics"_s;
        QTest::newRow("unknown") << u"main"_s << QString() << false << u"Prometheus API main"_s;
    }
    void backends()
    {
        QFETCH(QString, version);
        QFETCH(QString, application);
        QFETCH(bool, metricsQl);
        QFETCH(QString, title);
        ProbeFacts facts;
        facts.buildInfo = BuildInfo{.version = version, .revision = {}, .application = application};
        facts.understandsMetricsQl = metricsQl;
        const Capabilities found = capabilitiesFrom(facts);
        QCOMPARE(found.title(), title);
        QCOMPARE(found.limitParameter, version == u"3.5.0"_s);
        QCOMPARE(found.queryParameters().isEmpty(), found.backend != Backend::Thanos);
    }

    void nothingAnsweredMeansUnknown()
    {
        const Capabilities found = capabilitiesFrom({});
        QCOMPARE(found.backend, Backend::Unknown);
        QCOMPARE(found.title(), u"Prometheus API"_s);
        QCOMPARE(found.lookbackDelta, std::chrono::milliseconds{5min});
        QVERIFY(!found.clockOffset);
        QVERIFY(found.limitations().size() >= 5);
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
