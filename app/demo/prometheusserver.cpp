// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/prometheusserver.h"

#include "core/duration.h"
#include "demo/childprocess.h"
#include "demo/metricschema.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAttempts = 5;
constexpr std::chrono::milliseconds probeInterval{100};
constexpr std::chrono::seconds longestStart{60};
constexpr std::chrono::seconds longestStop{10};
constexpr qsizetype keptOutput = 4000;

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

QByteArray prometheusConfig(quint16 exporterPort, std::chrono::milliseconds scrapeInterval)
{
    const QByteArray interval = formatDuration(scrapeInterval).toUtf8();
    const QByteArray address = "127.0.0.1:" + QByteArray::number(exporterPort);
    QByteArray text = "global:\n  scrape_interval: " + interval +
                      "\n  scrape_timeout: " + interval +
                      "\n  evaluation_interval: 15s\nrule_files: [rules.yml]\nscrape_configs:\n";
    for (const JobInfo &job : jobs) {
        const QByteArray name = bytes(job.name);
        // The instance is a label here: the real address changes with each run, and the series
        // must go on where history ends.
        text += "  - job_name: " + name + "\n    metrics_path: /metrics/" + name +
                "\n    honor_labels: true\n    static_configs:\n      - targets: ['" + address +
                "']\n        labels: {instance: '" + bytes(job.instance) +
                "', namespace: " + bytes(kubeNamespace) +
                "}\n    metric_relabel_configs:\n"
                "      - {source_labels: [__name__], regex: 'exposer_.*', action: drop}\n";
    }
    return text;
}

QByteArray prometheusRules()
{
    return "groups:\n"
           "  - name: kotaemon\n"
           "    rules:\n"
           "      - alert: RagWorkerSlow\n"
           "        expr: histogram_quantile(0.95, sum by (le) "
           "(rate(rag_request_duration_seconds_bucket"
           "{stage=\"total\"}[5m]))) > 8\n"
           "        for: 5m\n"
           "        labels: {severity: warning, component: rag-worker}\n"
           "        annotations: {summary: 'RAG answers are slow'}\n"
           "      - alert: LlmQuotaExhausted\n"
           "        expr: sum by (model) (rate(llm_requests_total{code=\"429\"}[2m])) > 0.2\n"
           "        for: 1m\n"
           "        labels: {severity: warning, component: llm-consumer}\n"
           "        annotations: {summary: 'The provider refuses requests of {{ $labels.model "
           "}}'}\n"
           "      - alert: GenerationBacklog\n"
           "        expr: rabbitmq_queue_messages_ready{queue=\"generation\"} > 200\n"
           "        for: 2m\n"
           "        labels: {severity: critical, component: llm-consumer}\n"
           "        annotations: {summary: 'The generation queue grows'}\n"
           "      - alert: BreakerOpen\n"
           "        expr: breaker_state == 1 or breaker_state == 3\n"
           "        for: 30s\n"
           "        labels: {severity: warning, component: tool-router}\n"
           "        annotations: {summary: 'The breaker of {{ $labels.tool }} is open'}\n"
           "      - alert: RedisMemoryHigh\n"
           "        expr: redis_memory_used_bytes / redis_memory_max_bytes > 0.9\n"
           "        for: 1m\n"
           "        labels: {severity: critical, component: dialog-manager}\n"
           "        annotations: {summary: 'The session store is nearly full'}\n";
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

PrometheusServer::PrometheusServer(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_probeTimer.setInterval(probeInterval);
    connect(&m_probeTimer, &QTimer::timeout, this, &PrometheusServer::probe);
}

PrometheusServer::~PrometheusServer()
{
    kill();
}

Result<void> PrometheusServer::writeConfig(quint16 exporterPort,
                                           std::chrono::milliseconds scrapeInterval)
{
    const bool written = QDir().mkpath(dataFolder()) &&
                         writeFile(m_folder + u"/prometheus.yml"_s,
                                   prometheusConfig(exporterPort, scrapeInterval)) &&
                         writeFile(m_folder + u"/rules.yml"_s, prometheusRules());
    if (written) {
        return {};
    }
    return Error{.code = ErrorCode::File,
                 .what = tr("Cannot write the configuration of the demo's Prometheus"),
                 .where = m_folder,
                 .why = tr("The folder cannot be written."),
                 .advice = tr("Check the permissions and the free space."),
                 .position = {}};
}

void PrometheusServer::start()
{
    m_attempts = 0;
    m_isStopping = false;
    launch();
}

void PrometheusServer::launch()
{
    const QString program = QStandardPaths::findExecutable(u"prometheus"_s);
    if (program.isEmpty()) {
        fail(tr("The program prometheus is not installed."));
        return;
    }
    ++m_attempts;
    m_output.clear();
    m_isReady = false;
    m_port = freePort();
    m_process = std::make_unique<QProcess>();
    bindToParent(*m_process);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setProgram(program);
    // Equal block durations switch compaction off: the blocks of the past are final.
    m_process->setArguments({u"--config.file="_s + m_folder + u"/prometheus.yml"_s,
                             u"--storage.tsdb.path="_s + dataFolder(),
                             u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port),
                             u"--storage.tsdb.retention.time=30d"_s,
                             u"--storage.tsdb.min-block-duration=2h"_s,
                             u"--storage.tsdb.max-block-duration=2h"_s, u"--log.level=warn"_s});
    QProcess *process = m_process.get();
    connect(process, &QProcess::readyRead, this, [this, process] {
        m_output += process->readAll();
        m_output = m_output.right(keptOutput);
    });
    connect(process, &QProcess::finished, this, &PrometheusServer::ended);
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(m_process->errorString());
        }
    });
    m_sinceLaunch.start();
    process->start();
    m_probeTimer.start();
}

void PrometheusServer::probe()
{
    if (std::chrono::milliseconds(m_sinceLaunch.elapsed()) > longestStart) {
        kill();
        fail(tr("It does not become ready."));
        return;
    }
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/-/ready"_s.arg(m_port)));
    request.setTransferTimeout(2000);
    QNetworkReply *reply = m_network->get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, process = m_process.get()] {
        reply->deleteLater();
        const bool isCurrent = process == m_process.get() && m_probeTimer.isActive();
        if (isCurrent && reply->error() == QNetworkReply::NoError) {
            m_probeTimer.stop();
            m_isReady = true;
            Q_EMIT started();
        }
    });
}

bool PrometheusServer::isBusy() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void PrometheusServer::stop()
{
    if (!isBusy()) {
        return;
    }
    m_isStopping = true;
    m_isReady = false;
    m_probeTimer.stop();
    m_process->terminate();
    QTimer::singleShot(longestStop, m_process.get(), &QProcess::kill);
}

void PrometheusServer::kill()
{
    m_probeTimer.stop();
    m_isReady = false;
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(2000); // SIGKILL: returns within milliseconds
        m_process.reset();
    }
}

void PrometheusServer::ended()
{
    const bool wasReady = std::exchange(m_isReady, false);
    m_probeTimer.stop();
    if (m_isStopping) {
        Q_EMIT stopped();
        return;
    }
    m_output += m_process->readAll();
    // Between freePort() and Prometheus' own bind another process may have taken the port.
    if (!wasReady && m_attempts < mostAttempts && m_output.contains("address already in use")) {
        QTimer::singleShot(std::chrono::milliseconds(0), this, &PrometheusServer::launch);
        return;
    }
    fail(m_output.trimmed().isEmpty() ? tr("It ended by itself.")
                                      : QString::fromUtf8(m_output.trimmed()));
}

void PrometheusServer::fail(const QString &why)
{
    m_probeTimer.stop();
    m_isReady = false;
    Q_EMIT failed(Error{.code = ErrorCode::Internal,
                        .what = tr("Cannot run the demo's Prometheus"),
                        .where = u"prometheus"_s,
                        .why = why,
                        .advice = tr("Install the package prometheus."),
                        .position = {}});
}

} // namespace spillway::demo
