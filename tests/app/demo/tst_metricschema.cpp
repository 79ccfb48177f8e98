// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/exporter.h"
#include "demo/historywriter.h"
#include "demo/simulator.h"
#include "prometheus/metricresolver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace spillway::demo;

namespace {

constexpr std::int64_t start = 1795435200;
constexpr std::int64_t hour = 3600;

/// The catalogue as agreed with the dashboards: job, metric, type, label keys.
struct Row
{
    Job job;
    const char *name;
    prometheus::MetricType type;
    std::set<std::string> keys;
};

std::vector<Row> catalogueOfServices()
{
    using enum Job;
    using enum prometheus::MetricType;
    return {
        {DialogManager, "http_requests_total", Counter, {"code"}},
        {RagWorker, "http_requests_total", Counter, {"code"}},
        {LlmConsumer, "http_requests_total", Counter, {"code"}},
        {ToolRouter, "http_requests_total", Counter, {"code"}},
        {RagWorker, "http_requests_per_second", Gauge, {}},
        {ToolRouter, "http_request_duration_seconds", Histogram, {}},
        {RagWorker, "rag_request_duration_seconds", Histogram, {"stage"}},
        {ToolRouter, "tool_calls_total", Counter, {"tool"}},
        {ToolRouter, "tool_call_failures_total", Counter, {"tool"}},
        {ToolRouter, "tool_call_failure_rate", Gauge, {"tool"}},
        {ToolRouter, "tool_call_duration_seconds", Histogram, {"tool"}},
        {LlmConsumer, "llm_token_usage_total", Counter, {"model", "direction"}},
        {LlmConsumer, "llm_requests_total", Counter, {"model", "code"}},
        {LlmConsumer, "llm_quota_tokens_per_minute", Gauge, {"model"}},
        {LlmConsumer, "llm_quota_requests_per_minute", Gauge, {"model"}},
        {DialogManager, "dialog_turn_count_total", Counter, {}},
        {DialogManager, "dialog_active_sessions", Gauge, {}},
        {Redis, "redis_up", Gauge, {}},
        {Redis, "redis_memory_used_bytes", Gauge, {}},
        {Redis, "redis_memory_used_peak_bytes", Gauge, {}},
        {Redis, "redis_memory_max_bytes", Gauge, {}},
        {Redis, "redis_evicted_keys_total", Counter, {}},
        {Redis, "redis_connected_clients", Gauge, {}},
        {Redis, "redis_commands_processed_total", Counter, {}},
        {Redis, "redis_keyspace_hits_total", Counter, {}},
        {Redis, "redis_keyspace_misses_total", Counter, {}},
        {RabbitMq, "rabbitmq_queue_messages_ready", Gauge, {"queue"}},
        {RabbitMq, "rabbitmq_queue_messages_unacked", Gauge, {"queue"}},
        {RabbitMq, "rabbitmq_queue_consumers", Gauge, {"queue"}},
        {ToolRouter, "breaker_state", Gauge, {"tool"}},
        {ToolRouter, "breaker_override_generation", Gauge, {"pod"}},
        {LlmConsumer, "breaker_override_generation", Gauge, {"pod"}},
        {DialogManager, "breaker_override_generation", Gauge, {"pod"}},
    };
}

std::vector<Row> catalogueOfTheCluster()
{
    using enum Job;
    using enum prometheus::MetricType;
    return {
        {CAdvisor, "container_cpu_usage_seconds_total", Counter, {"namespace", "pod", "container"}},
        {CAdvisor, "container_memory_working_set_bytes", Gauge, {"namespace", "pod", "container"}},
        {KubeStateMetrics,
         "kube_pod_container_resource_requests",
         Gauge,
         {"namespace", "pod", "container", "resource", "unit"}},
        {KubeStateMetrics,
         "kube_pod_container_resource_limits",
         Gauge,
         {"namespace", "pod", "container", "resource", "unit"}},
        {KubeStateMetrics, "kube_deployment_spec_replicas", Gauge, {"namespace", "deployment"}},
        {KubeStateMetrics, "kube_deployment_status_replicas", Gauge, {"namespace", "deployment"}},
        {KubeStateMetrics,
         "kube_deployment_status_replicas_available",
         Gauge,
         {"namespace", "deployment"}},
        {KubeStateMetrics,
         "kube_horizontalpodautoscaler_spec_min_replicas",
         Gauge,
         {"namespace", "horizontalpodautoscaler"}},
        {KubeStateMetrics,
         "kube_horizontalpodautoscaler_spec_max_replicas",
         Gauge,
         {"namespace", "horizontalpodautoscaler"}},
        {KubeStateMetrics,
         "kube_horizontalpodautoscaler_status_current_replicas",
         Gauge,
         {"namespace", "horizontalpodautoscaler"}},
        {KubeStateMetrics,
         "kube_horizontalpodautoscaler_status_desired_replicas",
         Gauge,
         {"namespace", "horizontalpodautoscaler"}},
        {KubeStateMetrics, "kube_pod_created", Gauge, {"namespace", "pod"}},
        {KubeStateMetrics, "kube_pod_status_scheduled_time", Gauge, {"namespace", "pod"}},
        {KubeStateMetrics, "kube_pod_status_ready_time", Gauge, {"namespace", "pod"}},
        {KubeStateMetrics, "kube_pod_status_phase", Gauge, {"namespace", "pod", "phase"}},
        {KubeStateMetrics,
         "kube_pod_owner",
         Gauge,
         {"namespace", "pod", "owner_kind", "owner_name"}},
    };
}

std::vector<Row> catalogue()
{
    std::vector<Row> rows = catalogueOfServices();
    const std::vector<Row> cluster = catalogueOfTheCluster();
    rows.insert(rows.end(), cluster.begin(), cluster.end());
    return rows;
}

const prometheus::MetricFamily *find(const std::vector<prometheus::MetricFamily> &families,
                                     const std::string &name)
{
    for (const prometheus::MetricFamily &family : families) {
        if (family.name == name) {
            return &family;
        }
    }
    return nullptr;
}

std::set<std::string> keysOf(const prometheus::ClientMetric &metric)
{
    std::set<std::string> keys;
    for (const prometheus::ClientMetric::Label &label : metric.label) {
        keys.insert(label.name);
    }
    return keys;
}

QSet<QString> seriesOf(const QByteArray &text)
{
    QSet<QString> series;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !line.startsWith('#')) {
            series.insert(QString::fromUtf8(line.left(line.lastIndexOf('}') + 1)));
        }
    }
    return series;
}

QByteArray written(const HistoryWriter &writer, const QString &path)
{
    const std::atomic_bool cancelled = false;
    if (!writer.write(path, cancelled)) {
        return {};
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMetricSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exporterCoversTheCatalogue();
    void nothingOutsideTheCatalogue();
    void everyLogicalMetricIsFound();
    void podLabelsShowAnUntaggedTeam();
    void absentSeriesAreLeftOut();
    void everyLabelSetIsUnique();
    void historyHasTheLabelsOfTheExporter();
    void historyIsInOrderAndDense();
    void writingCanBeCancelled();
    void promtoolTakesIt();
    void numbersAreShort();
};

void TestMetricSchema::exporterCoversTheCatalogue()
{
    const WorldState state = Simulator::settledAt(7, start);
    for (const Row &row : catalogue()) {
        const auto families = collectJob(state, row.job);
        const prometheus::MetricFamily *family = find(families, row.name);
        QVERIFY2(family, row.name);
        QVERIFY2(family->type == row.type, row.name);
        QVERIFY2(!family->help.empty(), row.name);
        QVERIFY2(!family->metric.empty(), row.name);
        for (const prometheus::ClientMetric &metric : family->metric) {
            QVERIFY2(keysOf(metric) == row.keys, row.name);
        }
    }
}

void TestMetricSchema::nothingOutsideTheCatalogue()
{
    QSet<QString> names{QStringLiteral("kube_pod_labels")};
    for (const Row &row : catalogue()) {
        names.insert(QString::fromLatin1(row.name));
    }
    QCOMPARE(names.size(), qsizetype(familyCount));
    for (std::size_t family = 0; family < familyCount; ++family) {
        const std::string name(info(static_cast<Family>(family)).name);
        QVERIFY2(names.contains(QString::fromStdString(name)), name.c_str());
    }
}

/// Dashboards find each of their metrics here, whatever they call it.
void TestMetricSchema::everyLogicalMetricIsFound()
{
    spillway::MetricCatalog catalog;
    for (std::size_t i = 0; i < familyCount; ++i) {
        const FamilyInfo &family = info(static_cast<Family>(i));
        const std::string name(family.name);
        if (family.kind == MetricKind::Histogram) {
            for (const char *part : {"_bucket", "_count", "_sum"}) {
                catalog.names.push_back(name + part);
            }
        } else {
            catalog.names.push_back(name);
        }
    }
    std::sort(catalog.names.begin(), catalog.names.end());
    for (const QString &name : spillway::logicalMetrics()) {
        const spillway::MetricResolution found = spillway::resolveMetric(name, catalog);
        const bool kafka =
            name == QStringLiteral("kafka_consumergroup_lag"); // the demo has RabbitMQ
        QVERIFY2(found.found != kafka, qPrintable(name));
        QVERIFY2(found.ambiguous.isEmpty(), qPrintable(name));
    }
    QCOMPARE(spillway::resolveMetric(QStringLiteral("queue_backlog"), catalog).name,
             QStringLiteral("rabbitmq_queue_messages_ready"));
}

void TestMetricSchema::podLabelsShowAnUntaggedTeam()
{
    const auto families = collectJob(Simulator::settledAt(7, start), Job::KubeStateMetrics);
    const prometheus::MetricFamily *labels = find(families, "kube_pod_labels");
    QVERIFY(labels);
    int untagged = 0;
    for (const prometheus::ClientMetric &metric : labels->metric) {
        const std::set<std::string> keys = keysOf(metric);
        for (const char *key : {"label_app", "label_department", "label_env", "label_owner"}) {
            QVERIFY(keys.contains(key));
        }
        untagged += keys.contains("label_team") ? 0 : 1;
    }
    QCOMPARE(untagged, 2); // the pods of tool-router
}

void TestMetricSchema::absentSeriesAreLeftOut()
{
    WorldState state = Simulator::settledAt(7, start);
    state.pods.resize(1);
    state.pods[0].scheduled = state.second + 60;
    state.pods[0].ready = state.second + 120;
    const auto kube = collectJob(state, Job::KubeStateMetrics);
    QVERIFY(find(kube, "kube_pod_created"));
    QVERIFY(!find(kube, "kube_pod_status_scheduled_time"));
    QVERIFY(!find(kube, "kube_pod_status_ready_time"));
    QVERIFY(!find(collectJob(state, Job::CAdvisor), "container_cpu_usage_seconds_total"));
}

void TestMetricSchema::everyLabelSetIsUnique()
{
    const WorldState state = Simulator::settledAt(7, start);
    for (std::size_t job = 0; job < jobs.size(); ++job) {
        std::ostringstream text;
        prometheus::TextSerializer().Serialize(text, collectJob(state, static_cast<Job>(job)));
        std::set<std::string> seen;
        std::istringstream lines(text.str());
        for (std::string line; std::getline(lines, line);) {
            if (line.front() != '#') {
                QVERIFY2(seen.insert(line.substr(0, line.rfind(' '))).second, line.c_str());
            }
        }
        QVERIFY(!seen.empty());
    }
}

void TestMetricSchema::historyHasTheLabelsOfTheExporter()
{
    const WorldState state = Simulator::settledAt(7, start);
    HistoryWriter writer(start, start + 30);
    writer.add(state);
    const QTemporaryDir dir;
    QSet<QString> history;
    const QSet<QString> lines = seriesOf(written(writer, dir.filePath(QStringLiteral("h.txt"))));
    // Sorted labels without those that Prometheus adds to a target.
    const auto normal = [](const QString &name, QStringList labels) -> QString {
        labels.removeIf([](const QString &l) {
            return l.startsWith(QStringLiteral("job=")) ||
                   l.startsWith(QStringLiteral("instance=")) ||
                   l.startsWith(QStringLiteral("namespace="));
        });
        labels.sort();
        return name + u'{' + labels.join(u',') + u'}';
    };
    for (const QString &line : lines) {
        const qsizetype brace = line.indexOf(u'{');
        if (!line.startsWith(QStringLiteral("up{"))) {
            history.insert(
                normal(line.left(brace), line.mid(brace + 1, line.size() - brace - 2).split(u',')));
        }
    }
    QSet<QString> live;
    for (std::size_t job = 0; job < jobs.size(); ++job) {
        std::ostringstream text;
        prometheus::TextSerializer().Serialize(text, collectJob(state, static_cast<Job>(job)));
        const QStringList all = QString::fromStdString(text.str()).split(u'\n');
        for (const QString &line : all) {
            if (line.isEmpty() || line.startsWith(u'#')) {
                continue;
            }
            const QString series = line.left(line.lastIndexOf(u' '));
            const qsizetype brace = series.indexOf(u'{');
            live.insert(brace < 0
                            ? normal(series, {})
                            : normal(series.left(brace),
                                     series.mid(brace + 1, series.size() - brace - 2).split(u',')));
        }
    }
    QCOMPARE(QStringList(QSet<QString>(history).subtract(live).values()), QStringList());
    QCOMPARE(QStringList(QSet<QString>(live).subtract(history).values()), QStringList());
}

void TestMetricSchema::historyIsInOrderAndDense()
{
    const HpaFormula formula;
    Simulator simulator(Simulator::settledAt(7, start), formula);
    HistoryWriter writer(start, start + hour + 7 * stepSeconds, HistoryWriter::End::Sampled);
    writer.add(simulator.state());
    while (simulator.state().second < start + hour + 7 * stepSeconds) {
        simulator.step();
        writer.add(simulator.state());
    }
    const QTemporaryDir dir;
    const QByteArray text = written(writer, dir.filePath(QStringLiteral("h.txt")));
    QVERIFY(text.endsWith("# EOF\n"));
    std::map<QByteArray, qint64> last;
    std::map<QByteArray, double> value;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        const qsizetype brace = line.lastIndexOf('}');
        const QByteArray series = line.left(brace + 1);
        const QList<QByteArray> rest = line.mid(brace + 2).split(' ');
        const qint64 time = rest.at(1).toLongLong();
        const bool seen = last.contains(series);
        const bool isCounter = series.contains("_total{") || series.contains("_bucket{");
        QVERIFY2(!seen || time > last[series], series.constData());
        QVERIFY2(!seen || time - last[series] <= (isCounter ? 30 : 240), series.constData());
        QVERIFY2(!seen || !isCounter || rest.at(0).toDouble() >= value[series], series.constData());
        last[series] = time;
        value[series] = rest.at(0).toDouble();
    }
    QCOMPARE(last["redis_up{job=\"redis\",instance=\"redis:9121\",namespace=\"kotaemon\"}"],
             qint64(start + hour + 7 * stepSeconds));
}

void TestMetricSchema::writingCanBeCancelled()
{
    HistoryWriter writer(start, start + 30);
    writer.add(Simulator::settledAt(7, start));
    const QTemporaryDir dir;
    const std::atomic_bool cancelled = true;
    const auto result = writer.write(dir.filePath(QStringLiteral("h.txt")), cancelled);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, spillway::ErrorCode::Cancelled);
    const std::atomic_bool going = false;
    QCOMPARE(writer.write(QStringLiteral("/nonexistent/h.txt"), going).error().code,
             spillway::ErrorCode::File);
}

void TestMetricSchema::promtoolTakesIt()
{
    HistoryWriter writer(start, start + 60, HistoryWriter::End::Sampled);
    const HpaFormula formula;
    Simulator simulator(Simulator::settledAt(7, start), formula);
    while (simulator.state().second <= start + 60) {
        writer.add(simulator.state());
        simulator.step();
    }
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("h.txt"));
    QVERIFY(!written(writer, path).isEmpty());
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(QStringLiteral("promtool"),
                   {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                    QStringLiteral("openmetrics"), path, dir.path()});
    QVERIFY(promtool.waitForFinished(60'000));
    const QByteArray said = promtool.readAll();
    QVERIFY2(promtool.exitCode() == 0, said.constData());
}

void TestMetricSchema::numbersAreShort()
{
    QCOMPARE(numberText(0.1), std::string("0.1"));
    QCOMPARE(numberText(10), std::string("10"));
    QCOMPARE(numberText(2.5), std::string("2.5"));
    QCOMPARE(numberText(HUGE_VAL), std::string("+Inf"));
    QCOMPARE(numberText(-HUGE_VAL), std::string("-Inf"));
}

QTEST_GUILESS_MAIN(TestMetricSchema)
#include "tst_metricschema.moc"
