// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/metricresolver.h"

#include <QRegularExpression>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

MetricCatalog catalogOf(const QStringList &names)
{
    MetricCatalog catalog;
    for (const QString &name : names) {
        catalog.names.push_back(name.toStdString());
    }
    std::sort(catalog.names.begin(), catalog.names.end());
    return catalog;
}

QStringList histogram(const QString &name)
{
    return {name + u"_bucket"_s, name + u"_sum"_s, name + u"_count"_s};
}

constexpr auto Gauge = MetricShape::Gauge;
constexpr auto Counter = MetricShape::Counter;
constexpr auto Classic = MetricShape::ClassicHistogram;
constexpr auto Native = MetricShape::NativeHistogram;

} // namespace

Q_DECLARE_METATYPE(spillway::MetricShape)

class TestMetricResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfDurations_data()
    {
        columns();
        const QString rag = u"rag_request_duration_seconds"_s;
        row("rag as written", rag, histogram(rag), rag, Classic);
        row("rag without unit", rag, histogram(u"rag_request_duration"_s),
            u"rag_request_duration"_s, Classic);
        row("rag in ms", rag, histogram(u"rag_request_duration_seconds_milliseconds"_s),
            u"rag_request_duration_seconds_milliseconds"_s, Classic, 1e-3);
        row("rag named in ms", rag, histogram(u"rag_request_duration_milliseconds"_s),
            u"rag_request_duration_milliseconds"_s, Classic, 1e-3);
        row("rag dotted with suffix", rag, histogram(u"rag.request.duration_seconds"_s),
            u"rag.request.duration_seconds"_s, Classic);
        row("rag dotted native", rag, {u"rag.request.duration"_s}, u"rag.request.duration"_s,
            Native);
        row("rag native", rag, {rag}, rag, Native);
        row("rag twice", rag, histogram(rag) + histogram(u"rag.request.duration_seconds"_s), rag,
            Classic, 1, {u"rag.request.duration_seconds"_s});
        row("rag classic beside native", rag, histogram(rag) + QStringList{rag}, rag, Classic);
    }

    void namesOfDurations() { checkName(); }

    void namesOfTokens_data()
    {
        columns();
        const QString tokens = u"llm_token_usage"_s;
        row("tokens as written", tokens, {tokens}, tokens, Counter);
        row("tokens total", tokens, {u"llm_token_usage_total"_s}, u"llm_token_usage_total"_s,
            Counter);
        row("tokens with unit", tokens, {u"llm_token_usage_tokens_total"_s},
            u"llm_token_usage_tokens_total"_s, Counter);
        row("tokens dotted", tokens, {u"llm.token.usage_total"_s}, u"llm.token.usage_total"_s,
            Counter);
        row("tokens by GenAI conventions", tokens, histogram(u"gen_ai_client_token_usage"_s),
            u"gen_ai_client_token_usage"_s, Classic);
        row("tokens both", tokens,
            histogram(u"gen_ai_client_token_usage"_s) + QStringList{u"llm_token_usage_total"_s},
            u"llm_token_usage_total"_s, Counter, 1, {u"gen_ai_client_token_usage"_s});
        row("tokens ambiguous", tokens,
            {u"llm_token_usage_total"_s, u"llm_token_usage_tokens_total"_s},
            u"llm_token_usage_total"_s, Counter, 1, {u"llm_token_usage_tokens_total"_s});
    }

    void namesOfTokens() { checkName(); }

    void namesOfRatesAndUnits_data()
    {
        columns();
        const QString rate = u"tool_call_failure_rate"_s;
        row("failure rate", rate, {rate}, rate, Gauge);
        row("failure ratio", rate, {u"tool_call_failure_rate_ratio"_s},
            u"tool_call_failure_rate_ratio"_s, Gauge);
        row("failure percent", rate, {u"tool_call_failure_rate_percent"_s},
            u"tool_call_failure_rate_percent"_s, Gauge, 0.01);
        row("failure rate twice", rate, {rate, u"tool_call_failure_rate_percent"_s}, rate, Gauge, 1,
            {u"tool_call_failure_rate_percent"_s});
        row("bytes in MiB", u"redis_memory_used_bytes"_s, {u"redis_memory_used_mebibytes"_s},
            u"redis_memory_used_mebibytes"_s, Gauge, 1048576.0);
        row("not in the table, gauge", u"my_queue"_s, {u"my_queue_ratio"_s}, u"my_queue_ratio"_s,
            Gauge);
    }

    void namesOfRatesAndUnits() { checkName(); }

    void namesOfCounters_data()
    {
        columns();
        const QString turns = u"dialog_turn_count"_s;
        row("turns", turns, {turns}, turns, Counter);
        row("turns total", turns, {u"dialog_turn_count_total"_s}, u"dialog_turn_count_total"_s,
            Counter);
        row("turns as a ratio", turns, {u"dialog_turn_count_ratio"_s}, u"dialog_turn_count_ratio"_s,
            Gauge);
        row("turns histogram", turns, histogram(turns), turns, Classic);
        row("turns part of a histogram", turns, histogram(u"dialog_turn"_s), turns, Counter);

        row("requests", u"http_requests_total"_s, {u"http_requests_total"_s},
            u"http_requests_total"_s, Counter);
        row("requests counted by durations", u"http_requests_total"_s,
            histogram(u"http_server_request_duration_seconds"_s),
            u"http_server_request_duration_seconds"_s, Classic);
        row("calls beside durations", u"tool_calls_total"_s,
            histogram(u"tool_call_duration_seconds"_s) + QStringList{u"tool_calls_total"_s},
            u"tool_calls_total"_s, Counter);
        row("not in the table, counter", u"my_jobs_total"_s, {u"my.jobs"_s}, u"my.jobs"_s, Counter);
    }

    void namesOfCounters() { checkName(); }

    void unknownNamesStay()
    {
        const auto missing = resolveMetric(u"llm_token_usage"_s, catalogOf({u"up"_s}));
        QVERIFY(!missing.found);
        QCOMPARE(missing.name, u"llm_token_usage"_s);
        QVERIFY(!missing.why.isEmpty());
    }

    void metadataDecides()
    {
        MetricCatalog catalog = catalogOf({u"rag.request.duration"_s});
        catalog.metadata["rag.request.duration"] = {MetricType::Histogram, "ms"};
        auto found = resolveMetric(u"rag_request_duration_seconds"_s, catalog);
        QCOMPARE(found.shape, Native);
        QCOMPARE(found.scale, 1e-3);
        catalog.metadata["rag.request.duration"] = {MetricType::Gauge, "s"};
        found = resolveMetric(u"rag_request_duration_seconds"_s, catalog);
        QCOMPARE(found.shape, Gauge);
        QCOMPARE(found.scale, 1.0);
        catalog = catalogOf({u"tool_call_failure_rate"_s});
        catalog.metadata["tool_call_failure_rate"] = {MetricType::Gauge, "%"};
        QCOMPARE(resolveMetric(u"tool_call_failure_rate"_s, catalog).scale, 0.01);
        catalog = catalogOf({u"llm_token_usage_total"_s, u"llm_token_usage"_s});
        catalog.metadata["llm_token_usage"] = {MetricType::Gauge, ""};
        QCOMPARE(resolveMetric(u"llm_token_usage"_s, catalog).name, u"llm_token_usage_total"_s);
    }

    void bindingsWin()
    {
        const auto catalog = catalogOf({u"llm_token_usage_total"_s, u"tok_used"_s});
        auto found =
            resolveMetric(u"llm_token_usage"_s, catalog, {{u"llm_token_usage"_s, u"tok_used"_s}});
        QVERIFY(found.found);
        QCOMPARE(found.name, u"tok_used"_s);
        QVERIFY(found.ambiguous.isEmpty());
        found = resolveMetric(u"llm_token_usage"_s, catalog, {{u"llm_token_usage"_s, u"gone"_s}});
        QVERIFY(!found.found);
        QCOMPARE(found.name, u"gone"_s);
        QVERIFY(found.why.contains(u"gone"_s));
        found = resolveMetric(u"rag_request_duration_seconds"_s,
                              catalogOf(histogram(u"lat_milliseconds"_s)),
                              {{u"rag_request_duration_seconds"_s, u"lat_milliseconds"_s}});
        QCOMPARE(found.shape, Classic);
        QCOMPARE(found.scale, 1e-3);
    }

    void everyLogicalMetricResolvesToItself()
    {
        const QStringList all = logicalMetrics();
        QVERIFY(all.size() > 15);
        for (const QString &name : all) {
            const auto found = resolveMetric(name, catalogOf(QStringList{name} + histogram(name)));
            QVERIFY2(found.found && found.name == name, qPrintable(name));
        }
    }

    void everyLogicalMetricResolvesAsExportersNameIt()
    {
        for (const QString &name : logicalMetrics()) {
            for (const QStringList &names : exported(name)) {
                const QString title = name + u" as "_s + names.join(u", "_s);
                const auto found = resolveMetric(name, catalogOf(names));
                QVERIFY2(found.found, qPrintable(title));
                QVERIFY2(QStringList(names).filter(found.name).contains(names.first()),
                         qPrintable(title));
                const auto expansion =
                    expandMetrics(u"sum(rate($metric(%1){a=\"b\"}[5m]))"_s.arg(name),
                                  catalogOf(names + QStringList{u"up"_s}));
                QVERIFY2(expansion.notFound.isEmpty() && !expansion.expr.contains(u'$'),
                         qPrintable(title));
                QVERIFY2(expansion.expr.contains(u"a=\"b\""_s), qPrintable(expansion.expr));
            }
        }
    }

    void namesOfBacklogs_data()
    {
        columns();
        const QString backlog = u"queue_backlog"_s;
        const QString ready = u"rabbitmq_queue_messages_ready"_s;
        const QString detailed = u"rabbitmq_detailed_queue_messages_ready"_s;
        const QString lag = u"kafka_consumergroup_lag"_s;
        row("as written", backlog, {backlog}, backlog, Gauge);
        row("RabbitMQ, and the demo", backlog, {ready, u"rabbitmq_queue_consumers"_s}, ready,
            Gauge);
        row("RabbitMQ by queue", backlog, {ready, detailed}, detailed, Gauge, 1, {ready});
        row("kafka_exporter", backlog, {lag, lag + u"_sum"_s}, lag, Gauge); // the same, added up
        row("kafka_exporter's sum alone", backlog, {lag + u"_sum"_s}, lag + u"_sum"_s, Gauge);
        row("OpenTelemetry", backlog, {u"kafka_consumer_group_lag"_s},
            u"kafka_consumer_group_lag"_s, Gauge);
        row("OpenTelemetry, dotted", backlog, {u"kafka.consumer_group.lag"_s},
            u"kafka.consumer_group.lag"_s, Gauge);
        row("KMinion", backlog, {u"kminion_kafka_consumer_group_topic_lag"_s},
            u"kminion_kafka_consumer_group_topic_lag"_s, Gauge);
        row("both", backlog, {lag, lag + u"_sum"_s, ready}, ready, Gauge, 1, {lag});
        row("consumers by queue", u"rabbitmq_queue_consumers"_s,
            {u"rabbitmq_detailed_queue_consumers"_s}, u"rabbitmq_detailed_queue_consumers"_s,
            Gauge);
        row("consumers of a group", u"rabbitmq_queue_consumers"_s,
            {u"kafka_consumergroup_members"_s}, u"kafka_consumergroup_members"_s, Gauge);
    }

    void namesOfBacklogs() { checkName(); }

    void expansions_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("expected");
        const QStringList ms = histogram(u"rag_request_duration_milliseconds"_s);
        const QStringList dotted = histogram(u"rag.request.duration_seconds"_s);
        const QStringList native{u"rag_request_duration_seconds"_s};
        const QStringList classic = histogram(native[0]);
        const auto row = [](const char *title, const QString &expr, const QStringList &names,
                            const QString &expected) {
            QTest::newRow(title) << expr << names << expected;
        };
        row("nothing to do", u"sum(up)"_s, {}, u"sum(up)"_s);
        const QString p95 =
            u"histogram_quantile(0.95, sum by (le) "
            "(rate($metric(rag_request_duration_seconds,bucket){stage=\"total\"}[5m])))"_s;
        row("quantile", p95, classic,
            u"histogram_quantile(0.95, sum by (le) "
            "(rate(rag_request_duration_seconds_bucket{stage=\"total\"}[5m])))"_s);
        row("quantile in ms", p95, ms,
            u"(histogram_quantile(0.95, sum by (le) "
            "(rate(rag_request_duration_milliseconds_bucket{stage=\"total\"}[5m]))) * 0.001)"_s);
        row("quantile dotted", p95, dotted,
            u"histogram_quantile(0.95, sum by (le) "
            "(rate({\"rag.request.duration_seconds_bucket\",stage=\"total\"}[5m])))"_s);
        row("quantile native", p95, native,
            u"histogram_quantile(0.95, sum by (le) "
            "(rate(rag_request_duration_seconds{stage=\"total\"}[5m])))"_s);
        const QString mean = u"sum(rate($metric(rag_request_duration_seconds, sum)[5m])) / "
                             "sum(rate($metric(rag_request_duration_seconds, count)[5m]))"_s;
        row("mean", mean, classic,
            u"sum(rate(rag_request_duration_seconds_sum[5m])) / "
            "sum(rate(rag_request_duration_seconds_count[5m]))"_s);
        row("mean in ms", mean, ms,
            u"sum((rate(rag_request_duration_milliseconds_sum[5m]) * 0.001)) / "
            "sum(rate(rag_request_duration_milliseconds_count[5m]))"_s);
        row("mean native", mean, native,
            u"sum(histogram_sum(rate(rag_request_duration_seconds[5m]))) / "
            "sum(histogram_count(rate(rag_request_duration_seconds[5m])))"_s);
        row("tokens", u"sum(rate($metric(llm_token_usage){model=\"a)b\"}[1m] offset 1w))"_s,
            {u"llm_token_usage_tokens_total"_s},
            u"sum(rate(llm_token_usage_tokens_total{model=\"a)b\"}[1m] offset 1w))"_s);
        row("tokens from a histogram", u"sum(rate($metric(llm_token_usage)[1m]))"_s,
            histogram(u"gen_ai_client_token_usage"_s),
            u"sum(rate(gen_ai_client_token_usage_sum[1m]))"_s);
        row("percent", u"max by (tool) ($metric(tool_call_failure_rate) offset 5m) > 0.5"_s,
            {u"tool_call_failure_rate_percent"_s},
            u"max by (tool) ((tool_call_failure_rate_percent offset 5m * 0.01)) > 0.5"_s);
        row("computed", u"max($metric(tool_call_failure_rate){tool=\"x\"})"_s,
            {u"tool_calls_total"_s, u"tool_call_failures_total"_s},
            u"max((rate(tool_call_failures_total{tool=\"x\"}[$__rate_interval]) / "
            "rate(tool_calls_total{tool=\"x\"}[$__rate_interval])))"_s);
        row("missing", u"rate($metric(llm_token_usage)[1m])"_s, {}, u"rate(llm_token_usage[1m])"_s);
        row("missing part", u"rate($metric(rag_request_duration_seconds,sum)[1m])"_s, {},
            u"rate(rag_request_duration_seconds_sum[1m])"_s);
        row("quoted name alone", u"$metric(my_queue)"_s, {u"my.queue"_s}, u"{\"my.queue\"}"_s);
        row("never closed", u"$metric(llm_token_usage"_s, {}, u"llm_token_usage"_s);
    }

    void expansions()
    {
        QFETCH(const QString, expr);
        QFETCH(const QStringList, names);
        const MetricExpansion expansion = expandMetrics(expr, catalogOf(names));
        QTEST(expansion.expr, "expected");
    }

    void aRateIsComputedFromItsCounter()
    {
        const auto expansion = expandMetrics(u"sum($metric(http_requests_per_second){job=\"x\"})"_s,
                                             catalogOf({u"http.requests_total"_s}));
        QCOMPARE(expansion.expr,
                 u"sum(rate({\"http.requests_total\",job=\"x\"}[$__rate_interval]))"_s);
    }

    void expansionTellsWhatWasUsed()
    {
        const auto expansion =
            expandMetrics(u"$metric(llm_token_usage) / $metric(llm_token_usage) / $metric(none)"_s,
                          catalogOf({u"llm_token_usage_total"_s}));
        QCOMPARE(expansion.used.size(), 2U);
        QCOMPARE(expansion.notFound, QStringList{u"none"_s});
        QVERIFY(expansion.problems.isEmpty());
    }

    void problemsAreSaid_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::newRow("part of a counter") << u"$metric(llm_token_usage,bucket)"_s;
        QTest::newRow("unknown part") << u"$metric(llm_token_usage,half)"_s;
        QTest::newRow("buckets that cannot be scaled")
            << u"rate($metric(rag_request_duration_seconds,bucket)[5m])"_s;
    }

    void problemsAreSaid()
    {
        QFETCH(const QString, expr);
        const auto expansion =
            expandMetrics(expr, catalogOf(QStringList{u"llm_token_usage_total"_s} +
                                          histogram(u"rag_request_duration_milliseconds"_s)));
        QCOMPARE(expansion.problems.size(), 1);
    }

    void anythingInTerminates()
    {
        // Broken expressions are the server's to refuse; here they must neither hang nor crash.
        const QString whole = u"sum by (le) (rate($metric(a,sum){x=\"}\",y='\\''}[5m] @ end() "
                              "offset 5m)) / `$` $metric(b"_s;
        const auto catalog = catalogOf(histogram(u"a_milliseconds"_s));
        for (qsizetype i = 0; i <= whole.size(); ++i) {
            QVERIFY(!expandMetrics(whole.first(i), catalog).expr.contains(u"$metric("_s));
            QVERIFY(!expandMetrics(whole.sliced(i), catalog).expr.contains(u"$metric("_s));
        }
    }

    void intervals()
    {
        const IntervalValues values{30s, 15s, 3h};
        QCOMPARE(expandIntervals(u"rate(a[$__rate_interval]) $__interval ${__interval_ms} $__range "
                                 "$__range_s $__range_ms $other"_s,
                                 values),
                 u"rate(a[1m]) 30s 30000 3h 10800 10800000 $other"_s);
        QCOMPARE(IntervalValues({5min, 15s, 3h}).rateInterval(), 315s);
        QCOMPARE(IntervalValues({15s, 60s, 3h}).rateInterval(), 240s);
    }

private:
    /// Catalogs of backends that have the metric in the forms of reference 3.9.
    static QList<QStringList> exported(const QString &name)
    {
        const auto dotted = [](const QString &text) { return QString(text).replace(u'_', u'.'); };
        QList<QStringList> all{{name}, {dotted(name)}};
        QString stem = name;
        if (name.endsWith(u"_total"_s) || name == u"llm_token_usage"_s ||
            name == u"dialog_turn_count"_s) {
            stem.remove(QRegularExpression(u"_total$"_s));
            all << QStringList{stem} << QStringList{stem + u"_total"_s}
                << QStringList{dotted(stem) + u"_total"_s};
        } else if (name.endsWith(u"_duration_seconds"_s)) {
            stem.chop(8);
            all << histogram(name) << histogram(stem) << histogram(stem + u"_milliseconds"_s)
                << histogram(name + u"_milliseconds"_s) << histogram(dotted(stem) + u"_seconds"_s)
                << QStringList{dotted(stem)};
        } else if (!name.endsWith(u"_bytes"_s)) { // a gauge of unit 1
            all << QStringList{name + u"_ratio"_s} << QStringList{dotted(name) + u"_ratio"_s};
        }
        return all;
    }

    static void columns()
    {
        QTest::addColumn<QString>("logical");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("name");
        QTest::addColumn<MetricShape>("shape");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QStringList>("ambiguous");
    }

    static void row(const char *title, const QString &logical, const QStringList &names,
                    const QString &name, MetricShape shape, double scale = 1,
                    const QStringList &ambiguous = {})
    {
        QTest::newRow(title) << logical << names << name << shape << scale << ambiguous;
    }

    static void checkName()
    {
        QFETCH(const QString, logical);
        QFETCH(const QStringList, names);
        const MetricResolution found = resolveMetric(logical, catalogOf(names));
        QVERIFY(found.found);
        QTEST(found.name, "name");
        QTEST(found.shape, "shape");
        QTEST(found.scale, "scale");
        QTEST(found.ambiguous, "ambiguous");
        QVERIFY(!found.why.isEmpty());
        QCOMPARE(found.why.contains(u"Not used: "_s), !found.ambiguous.isEmpty());
        for (const QString &other : found.ambiguous) {
            QVERIFY2(found.why.contains(other), qPrintable(found.why));
        }
    }
};

QTEST_GUILESS_MAIN(TestMetricResolver)
#include "tst_metricresolver.moc"
