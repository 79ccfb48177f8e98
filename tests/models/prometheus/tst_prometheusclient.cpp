// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "net/httpclient.h"
#include "prometheus/capabilityprobe.h"
#include "prometheus/prometheusclient.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int historySteps = 600;
constexpr int historyStep = 15;

/// Two and a half hours of random gauges and a counter that resets.
QByteArray history(qint64 startSeconds)
{
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> unit(0, 1);
    QByteArray gauges = "# TYPE gauge gauge\n";
    QByteArray counters = "# TYPE jobs counter\n";
    for (const QByteArray &pod : {QByteArray("a"), QByteArray("b"), QByteArray("c")}) {
        double total = 0;
        for (int at = 0; at < historySteps; ++at) {
            const QByteArray time =
                ' ' + QByteArray::number(startSeconds + at * historyStep) + '\n';
            gauges += "gauge{pod=\"" + pod + "\"} " +
                      QByteArray::number(unit(random) * std::pow(10, at % 12 - 6), 'g', 17) + time;
            total = at % 200 == 199 ? 0 : total + std::floor(unit(random) * 50);
            counters += "jobs_total{pod=\"" + pod + "\"} " + QByteArray::number(total) + time;
        }
    }
    return gauges + counters + "# EOF\n";
}

/// Series and samples as text and bits, in an order that does not depend on the server.
using Samples = std::map<std::string, std::vector<std::pair<EpochMs, std::uint64_t>>>;

Samples samplesOf(const QueryResult &result)
{
    Samples samples;
    for (const SeriesPtr &series : result.series) {
        auto &list = samples[series->labels.toString()];
        for (std::size_t at = 0; at < series->size(); ++at) {
            list.emplace_back(series->times[at], std::bit_cast<std::uint64_t>(series->values[at]));
        }
    }
    return samples;
}

/// A value as the C library reads it; every NaN is the same one.
double valueOf(const QString &text)
{
    const double value = std::strtod(text.toLatin1().constData(), nullptr);
    return std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value;
}

/// promtool's JSON, read by Qt and the C library: another client, other parsers.
Samples samplesOf(const QByteArray &promtool)
{
    Samples samples;
    const QJsonArray all = QJsonDocument::fromJson(promtool).array();
    for (const QJsonValue &one : all) {
        std::vector<LabelSet::Pair> labels;
        const QJsonObject metric = one[u"metric"_s].toObject();
        for (auto at = metric.begin(); at != metric.end(); ++at) {
            labels.emplace_back(at.key().toStdString(), at.value().toString().toStdString());
        }
        auto &list = samples[LabelSet{std::move(labels)}.toString()];
        for (const QJsonValue &pair : one[u"values"_s].toArray()) {
            list.emplace_back(qRound64(pair[0].toDouble() * 1000),
                              std::bit_cast<std::uint64_t>(valueOf(pair[1].toString())));
        }
    }
    return samples;
}

/// Gives a token that the server no longer takes, then another one.
class ExpiringAccess final : public EndpointAccess
{
public:
    void settings(QObject *, std::function<void(Result<HttpSettingsPtr>)> done) override
    {
        if (broken) {
            done(Error{.code = ErrorCode::Unauthorized, .what = u"no credentials"_s});
            return;
        }
        HttpSettings settings;
        settings.auth.kind = HttpAuth::Kind::Bearer;
        settings.auth.secret = u"token%1"_s.arg(renewals);
        done(HttpSettingsPtr{std::make_shared<const HttpSettings>(settings)});
    }
    void refused() override { ++renewals; }
    [[nodiscard]] std::optional<Error> refusal(const ApiAnswer &answer) const override
    {
        return answer.body == "front" ? std::optional{Error{.code = ErrorCode::Unauthorized,
                                                            .what = u"refused in front"_s}}
                                      : std::nullopt;
    }

    int renewals = 0;
    bool broken = false;
};

} // namespace

class TestPrometheusClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_prometheus;
    std::unique_ptr<ServerProcess> m_victoria;
    HttpClient m_http;
    SystemClock m_clock;
    qint64 m_start = 0;

    [[nodiscard]] TimeRange range() const
    {
        return {m_start * 1000, (m_start + qint64{historySteps} * historyStep) * 1000};
    }

    [[nodiscard]] PrometheusClient client(const QString &server)
    {
        const ServerProcess &process = server == "prometheus"_L1 ? *m_prometheus : *m_victoria;
        return {m_http, {.url = process.url()}};
    }

    static void addServers()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("prometheus") << u"prometheus"_s;
        QTest::newRow("victoria-metrics") << u"victoria-metrics"_s;
    }

    template<typename Reply>
    static auto wait(Reply *reply)
    {
        QSignalSpy finished(reply, &ApiReply::finished);
        if (!reply->isFinished()) {
            finished.wait(30'000);
        }
        auto result = reply->takeResult();
        delete reply;
        return result;
    }

private Q_SLOTS:
    void credentialsInFrontAreRenewedOnce_data()
    {
        QTest::addColumn<QByteArray>("token"); // that the server takes
        QTest::addColumn<int>("requests");
        QTest::addColumn<QString>("error");
        QTest::newRow("at once") << QByteArray("token0") << 1 << QString{};
        QTest::newRow("renewed") << QByteArray("token1") << 2 << QString{};
        QTest::newRow("never") << QByteArray("token2") << 2 << u"refused in front"_s;
    }
    void credentialsInFrontAreRenewedOnce()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, error);
        FaultServer server([token](QTcpSocket &socket, const QByteArray &request) {
            socket.write(
                request.contains(QByteArray("Bearer " + token))
                    ? FaultServer::response(
                          "200 OK",
                          QByteArray(
                              "{'status':'success','data':{'resultType':'vector','result':[]}}")
                              .replace('\'', '"'),
                          "Content-Type: application/json\r\n")
                    : FaultServer::response("401 Unauthorized", "front"));
        });
        const auto access = std::make_shared<ExpiringAccess>();
        PrometheusClient ours(m_http, {.url = server.url(QString{}), .access = access});
        const auto result = wait(ours.query({.expr = u"up"_s}, this));
        QCOMPARE(result.ok() ? QString{} : result.error().what, error);
        QTEST(static_cast<int>(server.requests().size()), "requests");
        access->broken = true;
        QVERIFY_ERROR(wait(ours.query({.expr = u"up"_s}, this)), ErrorCode::Unauthorized);
        QTEST(static_cast<int>(server.requests().size()), "requests");
    }

    void initTestCase()
    {
        m_start = (m_clock.now() / 1000 - 4 * 3600) / 60 * 60;
        auto prometheus = ServerProcess::start(ServerProcess::Kind::Prometheus, history(m_start));
        QVERIFY_RESULT(prometheus);
        m_prometheus = std::move(prometheus).value();
        auto victoria =
            ServerProcess::start(ServerProcess::Kind::VictoriaMetrics, history(m_start));
        QVERIFY_RESULT(victoria);
        m_victoria = std::move(victoria).value();
        // Discovery hands the targets over some seconds after the server is ready.
        PrometheusClient ours = client(u"prometheus"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!wait(ours.targets(this))->empty(), 30'000);
    }

    void rangesEqualPromtool_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("expr");
        QTest::addColumn<int>("step");
        for (const QString &server : {u"prometheus"_s, u"victoria-metrics"_s}) {
            for (const QString &expr :
                 {u"gauge"_s, u"rate(jobs_total[2m])"_s,
                  u"sum by (pod) (increase(jobs_total[5m])) / 0"_s,
                  u"(0 - gauge) * 1e300 * 1e300"_s, u"sum(jobs_total)"_s, u"nothing_here"_s}) {
                for (const int step : {15, 60, 300}) {
                    QTest::addRow("%s %s %d", qPrintable(server), qPrintable(expr), step)
                        << server << expr << step;
                }
            }
        }
    }
    void rangesEqualPromtool()
    {
        QFETCH(QString, server);
        QFETCH(QString, expr);
        QFETCH(int, step);
        const std::chrono::seconds width{step};
        const TimeRange aligned = alignToStep(range(), width);
        PrometheusClient ours = client(server);
        const auto result =
            wait(ours.queryRange({.expr = expr, .range = aligned, .step = width}, this));
        QVERIFY_RESULT(result);
        QCOMPARE(result->step, std::chrono::milliseconds{width});
        const ServerProcess &process = server == "prometheus"_L1 ? *m_prometheus : *m_victoria;
        const auto theirs =
            process.promtoolQueryRange(expr, aligned.from / 1000, aligned.to / 1000, step);
        QVERIFY_RESULT(theirs);
        const Samples expected = samplesOf(*theirs);
        QCOMPARE(expected.empty(), expr == "nothing_here"_L1);
        QVERIFY(samplesOf(*result) == expected);
    }

    void instantQueries_data() { addServers(); }
    void instantQueries()
    {
        QFETCH(QString, server);
        PrometheusClient ours = client(server);
        const auto vector =
            wait(ours.query({.expr = u"gauge"_s, .time = (m_start + 60) * 1000}, this));
        QVERIFY_RESULT(vector);
        QCOMPARE(vector->type, QueryResult::Type::Vector);
        QCOMPARE(vector->series.size(), std::size_t{3});
        const auto window =
            wait(ours.query({.expr = u"gauge[2m]"_s, .time = (m_start + 600) * 1000}, this));
        QVERIFY_RESULT(window);
        QCOMPARE(window->type, QueryResult::Type::Matrix);
    }

    void namesAndSeries_data() { addServers(); }
    void namesAndSeries()
    {
        QFETCH(QString, server);
        PrometheusClient ours = client(server);
        const auto series =
            wait(ours.series({.matchers = {u"gauge"_s, u"{pod=\"a\"}"_s}, .range = range()}, this));
        QVERIFY_RESULT(series);
        QCOMPARE(series->series.size(), std::size_t{4});
        const auto labels = wait(ours.labels({.matchers = {u"gauge"_s}, .range = range()}, this));
        QVERIFY_RESULT(labels);
        QCOMPARE(labels->names, (QStringList{u"__name__"_s, u"pod"_s}));
        const auto values =
            wait(ours.labelValues(u"pod"_s, {.matchers = {u"gauge"_s}, .range = range()}, this));
        QVERIFY_RESULT(values);
        QCOMPARE(values->names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        const QString longSelector = "gauge{pod!=\""_L1 + QString(3000, u'x') + "\"}"_L1;
        const auto wayRound =
            wait(ours.labelValues(u"pod"_s, {.matchers = {longSelector}, .range = range()}, this));
        QVERIFY_RESULT(wayRound);
        QCOMPARE(wayRound->names, values->names);
    }

    void statusEndpointsOfPrometheus()
    {
        PrometheusClient ours = client(u"prometheus"_s);
        const auto build = wait(ours.buildInfo(this));
        QVERIFY_RESULT(build);
        QVERIFY(!build->version.isEmpty());
        const auto flags = wait(ours.flags(this));
        QVERIFY_RESULT(flags);
        QCOMPARE(flags->value(u"query.lookback-delta"_s), u"4m"_s);
        const auto runtime = wait(ours.runtimeInfo(this));
        QVERIFY_RESULT(runtime);
        QVERIFY(runtime->startTime > 0);
        const auto targets = wait(ours.targets(this));
        QVERIFY_RESULT(targets);
        QCOMPARE(targets->front().scrapeInterval, 2000ms);
        QVERIFY_RESULT(wait(ours.metadata({}, this)));
        QVERIFY_RESULT(wait(ours.metadata(u"up"_s, this)));
        QVERIFY_RESULT(wait(ours.exemplars(u"gauge"_s, range(), this)));
        QVERIFY_RESULT(wait(ours.exemplars(u"1"_s, range(), this)));
    }

    void rulesAndAlertsOfPrometheus()
    {
        PrometheusClient ours = client(u"prometheus"_s);
        const auto rules = wait(ours.rules(this));
        QVERIFY_RESULT(rules);
        QCOMPARE(rules->front().rules.size(), std::size_t{2});
        QCOMPARE(rules->front().interval, 1000ms);
        QTRY_VERIFY_WITH_TIMEOUT(!wait(ours.alerts(this))->empty(), 30'000);
        const auto alerts = wait(ours.alerts(this));
        QCOMPARE(alerts->front().state, u"firing"_s);
        QCOMPARE(alerts->front().value, 1.0);
    }

    void placeholdersOfVictoriaMetrics()
    {
        PrometheusClient ours = client(u"victoria-metrics"_s);
        const auto build = wait(ours.buildInfo(this));
        QVERIFY_RESULT(build);
        QVERIFY(build->version.isEmpty() || build->version == u"2.24.0"_s); // never its own
        const auto rules = wait(ours.rules(this));
        QVERIFY_RESULT(rules);
        QVERIFY(rules->empty());
        QVERIFY_RESULT(wait(ours.alerts(this)));
        QVERIFY_RESULT(wait(ours.targets(this)));
        const auto exemplars = wait(ours.exemplars(u"gauge"_s, range(), this));
        QVERIFY_RESULT(exemplars);
        QVERIFY(exemplars->empty());
    }

    void badQueriesAreExplained_data() { addServers(); }
    void badQueriesAreExplained()
    {
        QFETCH(QString, server);
        PrometheusClient ours = client(server);
        const auto broken = wait(ours.query({.expr = u"sum(("_s}, this));
        QVERIFY_ERROR(broken, ErrorCode::BadRequest);
        QVERIFY(!broken.error().why.isEmpty());
        QVERIFY(broken.error().httpStatus == 400 || broken.error().httpStatus == 422);
        const auto points =
            wait(ours.queryRange({.expr = u"gauge"_s, .range = {0, 40'000'000}, .step = 1s}, this));
        QVERIFY_ERROR(points, ErrorCode::TooExpensive);
        QVERIFY(!points.error().advice.isEmpty());
    }

    void executionErrorIs422()
    {
        PrometheusClient ours = client(u"prometheus"_s);
        const auto result = wait(
            ours.query({.expr = u"gauge * on() gauge"_s, .time = (m_start + 60) * 1000}, this));
        QVERIFY_ERROR(result, ErrorCode::BadRequest);
        QCOMPARE(result.error().httpStatus, 422);
    }

    void wrongPathAndNoServer()
    {
        PrometheusClient lost(m_http,
                              {.url = QUrl(m_prometheus->url().toString() + u"/elsewhere"_s)});
        QVERIFY_ERROR(wait(lost.query({.expr = u"1"_s}, this)), ErrorCode::NotFound);
        QUrl nobody(u"http://127.0.0.1"_s);
        nobody.setPort(freeLoopbackPort());
        PrometheusClient gone(m_http, {.url = nobody});
        QVERIFY_ERROR(wait(gone.query({.expr = u"1"_s}, this)), ErrorCode::Unreachable);
    }

    void pathPrefixIsKept()
    {
        PrometheusClient prefixed(m_http,
                                  {.url = QUrl(m_victoria->url().toString() + u"/prometheus/"_s)});
        QVERIFY_RESULT(wait(prefixed.query({.expr = u"1"_s}, this)));
    }

    void largeAnswersAreDecodedAndLateOnesDropped()
    {
        PrometheusClient ours = client(u"prometheus"_s);
        // 3 x 9,000 points: far above the size that goes to the pool.
        const RangeQuery large{
            .expr = u"gauge"_s, .range = {m_start * 1000, (m_start + 9000) * 1000}, .step = 1s};
        const auto result = wait(ours.queryRange(large, this));
        QVERIFY_RESULT(result);
        QVERIFY(result->bytes > 256 * 1024);
        QVERIFY(result->sampleCount() > 26'000);
        for (int round = 0; round < 20; ++round) {
            QueryReply *const reply = ours.queryRange(large, this);
            QueryReply *const other = ours.queryRange(large, this);
            QSignalSpy finished(other, &ApiReply::finished);
            if (round % 2 == 0) {
                delete reply;
            } else {
                connect(reply, &ApiReply::finished, this, [reply] { delete reply; });
            }
            QVERIFY(finished.wait(30'000));
            QCOMPARE(finished.size(), 1);
            delete other;
        }
    }

    void probeKnowsPrometheus()
    {
        PrometheusClient ours = client(u"prometheus"_s);
        CapabilityProbe probe(ours, m_clock, nullptr);
        QSignalSpy finished(&probe, &CapabilityProbe::finished);
        QVERIFY(finished.wait(30'000));
        QVERIFY_RESULT(probe.result());
        const Capabilities &found = *probe.result();
        QCOMPARE(found.backend, Backend::Prometheus);
        QVERIFY(found.title().startsWith(u"Prometheus "_s));
        QVERIFY(found.rules && found.exemplars && found.targets && found.notes);
        QCOMPARE(found.lookbackDelta, std::chrono::milliseconds{4min});
        QCOMPARE(found.scrapeIntervals.overall.value_or(0ms), 2000ms);
        QCOMPARE(found.scrapeIntervals.byJob.value(u"self"_s), 2000ms);
        QVERIFY(found.clockOffset.has_value());
        // The same machine: zero must be inside the interval.
        QVERIFY(std::chrono::abs(found.clockOffset->offset) <= found.clockOffset->uncertainty);
        QCOMPARE(finished.size(), 1);
    }

    void probeKnowsVictoriaMetrics()
    {
        PrometheusClient ours = client(u"victoria-metrics"_s);
        CapabilityProbe probe(ours, m_clock, nullptr);
        QSignalSpy finished(&probe, &CapabilityProbe::finished);
        QVERIFY(finished.wait(30'000));
        QVERIFY_RESULT(probe.result());
        const Capabilities &found = *probe.result();
        QCOMPARE(found.backend, Backend::VictoriaMetrics);
        QCOMPARE(found.title(), u"VictoriaMetrics"_s);
        QVERIFY(!found.rules && !found.exemplars && !found.notes && found.dropsNan);
        QVERIFY(found.limitations().size() >= 5);
        QVERIFY(found.clockOffset.has_value());
        QVERIFY(std::chrono::abs(found.clockOffset->offset) <= found.clockOffset->uncertainty);
    }

    void probeOfNothingFailsWithTheReason()
    {
        QUrl nobody(u"http://127.0.0.1"_s);
        nobody.setPort(freeLoopbackPort());
        PrometheusClient gone(m_http, {.url = nobody});
        CapabilityProbe probe(gone, m_clock, nullptr);
        QSignalSpy finished(&probe, &CapabilityProbe::finished);
        QVERIFY(finished.wait(30'000));
        QVERIFY_ERROR(probe.result(), ErrorCode::Unreachable);
    }
};

QTEST_GUILESS_MAIN(TestPrometheusClient)
#include "tst_prometheusclient.moc"
