// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/apidecoder.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ApiAnswer success(const QByteArray &data, const QByteArray &more = {})
{
    ApiAnswer answer;
    answer.body = "{\"status\":\"success\",\"data\":" + data + more + '}';
    answer.contentType = "application/json";
    return answer;
}

} // namespace

class TestApiDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void series()
    {
        const auto result =
            decodeSeries(success("[{\"__name__\":\"up\",\"job\":\"b\"},{}]",
                                 ",\"warnings\":[\"results truncated due to limit\"]"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->series.size(), std::size_t{2});
        QCOMPARE(result->series.front().toString(), std::string("up{job=\"b\"}"));
        QVERIFY(result->notes.truncated);
    }

    void names()
    {
        const auto result = decodeNames(success("[\"a\",\"h\\u00e9\\n\"]"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->names, (QStringList{u"a"_s, u"h\u00e9\n"_s}));
        QVERIFY(decodeNames(success("null"))->names.isEmpty());
    }

    void metadata()
    {
        const auto result =
            decodeMetadata(success("{\"m\":[{\"type\":\"counter\",\"help\":\"h\",\"unit\":\"s\"},{"
                                   "\"type\":\"gauge\",\"help\":\"\",\"unit\":\"\"}],\"n\":[]}"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->size(), std::size_t{2});
        QCOMPARE(result->front().metric, u"m"_s);
        QCOMPARE(result->front().unit, u"s"_s);
        QCOMPARE(result->back().type, u"gauge"_s);
    }

    void rulesWithTheirAlerts()
    {
        const auto result = decodeRules(
            success("{\"groups\":[{\"name\":\"g\",\"file\":\"f.yml\",\"interval\":15,\"rules\":["
                    "{\"state\":\"firing\",\"name\":\"Slow\",\"query\":\"x > "
                    "1\",\"duration\":300,\"labels\":{\"severity\":\"page\"},"
                    "\"annotations\":{\"summary\":\"s\"},\"alerts\":[{\"labels\":{\"a\":\"b\"},"
                    "\"annotations\":{},\"state\":\"firing\","
                    "\"activeAt\":\"2026-01-02T03:04:05.678901234Z\",\"value\":\"1e+00\"}],"
                    "\"health\":\"ok\","
                    "\"lastEvaluation\":\"2026-01-02T03:04:05Z\",\"evaluationTime\":0.1,\"type\":"
                    "\"alerting\"},"
                    "{\"name\":\"r\",\"query\":\"y\",\"health\":\"err\",\"lastError\":\"bad\","
                    "\"type\":\"recording\","
                    "\"lastEvaluation\":\"0001-01-01T00:00:00Z\"}]}]}"));
        QVERIFY_RESULT(result);
        const RuleGroup &group = result->front();
        QCOMPARE(group.interval, 15000ms);
        const Rule &slow = group.rules.front();
        QVERIFY(slow.alerting);
        QCOMPARE(slow.duration, 300000ms);
        QCOMPARE(slow.state, u"firing"_s);
        QCOMPARE(slow.alerts.front().value, 1.0);
        QCOMPARE(slow.alerts.front().activeAt, qint64{1767323045679});
        QVERIFY(!group.rules.back().alerting);
        QCOMPARE(group.rules.back().lastError, u"bad"_s);
        QCOMPARE(group.rules.back().lastEvaluation, qint64{0});
    }

    void alerts()
    {
        const auto result = decodeAlerts(success("{\"alerts\":[{\"labels\":{\"alertname\":\"A\"},"
                                                 "\"state\":\"pending\",\"value\":\"+Inf\"}]}"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->front().state, u"pending"_s);
        QVERIFY(qIsInf(result->front().value));
    }

    void targets()
    {
        const auto result = decodeTargets(
            success("{\"activeTargets\":[{\"discoveredLabels\":{\"x\":\"y\"},\"labels\":{\"job\":"
                    "\"a\"},\"scrapePool\":\"p\",\"scrapeUrl\":\"http://h/\","
                    "\"lastError\":\"\",\"lastScrape\":\"2026-01-02T03:04:05.5+08:00\","
                    "\"lastScrapeDuration\":0.25,\"health\":\"up\","
                    "\"scrapeInterval\":\"1m30s\",\"scrapeTimeout\":\"10s\"},{\"labels\":{\"job\":"
                    "\"old\"}}],\"droppedTargets\":[]}"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->size(), std::size_t{2});
        QCOMPARE(result->front().scrapeInterval, 90000ms);
        QCOMPARE(result->front().lastScrapeDuration, 250ms);
        QCOMPARE(result->front().lastScrape, qint64{1767294245500});
        QCOMPARE(result->back().scrapeInterval, 0ms);
    }

    void statusValues()
    {
        const auto build = decodeBuildInfo(success(
            "{\"application\":\"Grafana Mimir\",\"version\":\"2.10\",\"features\":{\"a\":\"b\"}}"));
        QVERIFY_RESULT(build);
        QCOMPARE(build->application, u"Grafana Mimir"_s);
        const auto flags = decodeFlags(success("{\"query.lookback-delta\":\"5m\"}"));
        QVERIFY_RESULT(flags);
        QCOMPARE(flags->value(u"query.lookback-delta"_s), u"5m"_s);
        const auto runtime =
            decodeRuntimeInfo(success("{\"startTime\":\"2026-01-02T03:04:05Z\",\"serverTime\":"
                                      "\"2026-01-02T03:04:06.5Z\",\"timeSeriesCount\":7}"));
        QVERIFY_RESULT(runtime);
        QCOMPARE(runtime->serverTime - runtime->startTime, qint64{1500});
        QCOMPARE(runtime->timeSeriesCount, qint64{7});
    }

    void exemplars()
    {
        const auto result = decodeExemplars(success(
            "[{\"seriesLabels\":{\"a\":\"b\"},\"exemplars\":[{\"labels\":{\"trace_id\":\"t\"},"
            "\"value\":\"6\",\"timestamp\":1600096945.479}]}]"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->front().exemplars.front().time, qint64{1600096945479});
        QCOMPARE(result->front().exemplars.front().value, 6.0);
        ApiAnswer nothing;
        nothing.status = 204;
        QVERIFY(decodeExemplars(nothing)->empty());
    }

    void wrongShapesAreErrors()
    {
        QVERIFY_ERROR(decodeSeries(success("{}")), ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeNames(success("[1]")), ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeRules(success("[]")), ErrorCode::WrongContent);
        QVERIFY_ERROR(
            decodeTargets(success("{\"activeTargets\":[{\"lastScrapeDuration\":\"x\"}]}")),
            ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeFlags(success("{\"a\":1}")), ErrorCode::WrongContent);
    }
};

QTEST_GUILESS_MAIN(TestApiDecoder)
#include "tst_apidecoder.moc"
