// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchworld.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int panels = 12;
constexpr int seriesPerPanel = 8;
constexpr int scrapeSeconds = 5;
constexpr int historySeconds = 3700;

/// A daily curve with some noise, the same for history and live.
double valueAt(int panel, int series, qint64 seconds)
{
    const double phase = static_cast<double>(seconds) / 600.0 + panel + series * 0.7;
    const double noise = std::sin(static_cast<double>(seconds % 977) * 12.9898 + series) * 0.1;
    return 100 * (panel + 1) * (1.5 + std::sin(phase) + noise);
}

QByteArray sampleName(int panel, int series)
{
    return "bench_metric{panel=\"" + QByteArray::number(panel) + "\",series=\"" +
           QByteArray::number(series) + "\"} ";
}

void writeFile(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

Error failure(const QString &why)
{
    return Error{.code = ErrorCode::Internal, .what = u"The bench cannot run"_s, .why = why};
}

} // namespace

BenchWorld::BenchWorld()
    : m_exporter([this](QTcpSocket &socket, const QByteArray &) {
        socket.write(FaultServer::response("200 OK", scrape(),
                                           "Content-Type: text/plain; version=0.0.4\r\n"));
    })
    , m_port(freeLoopbackPort())
{}

QUrl BenchWorld::prometheusUrl() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

QByteArray BenchWorld::scrape() const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QByteArray text = "# TYPE bench_metric gauge\n";
    for (int panel = 0; panel < panels; ++panel) {
        for (int series = 0; series < seriesPerPanel; ++series) {
            text += sampleName(panel, series) +
                    QByteArray::number(valueAt(panel, series, now), 'g', 12) + '\n';
        }
    }
    return text;
}

QByteArray BenchWorld::history() const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch() / scrapeSeconds * scrapeSeconds;
    const QByteArray instance =
        ",instance=\"127.0.0.1:" + QByteArray::number(m_exporter.port()) + "\",job=\"bench\"} ";
    QByteArray text = "# TYPE bench_metric gauge\n";
    for (int panel = 0; panel < panels; ++panel) {
        for (int series = 0; series < seriesPerPanel; ++series) {
            const QByteArray name = sampleName(panel, series).chopped(2) + instance;
            for (qint64 time = now - historySeconds; time < now; time += scrapeSeconds) {
                text += name + QByteArray::number(valueAt(panel, series, time), 'g', 12) + ' ' +
                        QByteArray::number(time) + '\n';
            }
        }
    }
    return text + "# EOF\n";
}

void BenchWorld::writeFiles() const
{
    writeFile(m_folder.filePath(u"prometheus.yml"_s),
              "global: {scrape_interval: " + QByteArray::number(scrapeSeconds) +
                  "s}\nscrape_configs:\n  - job_name: bench\n    static_configs: [{targets: "
                  "['127.0.0.1:" +
                  QByteArray::number(m_exporter.port()) + "']}]\n");
    writeFile(m_folder.filePath(u"history.txt"_s), history());
    writeFile(m_folder.filePath(u"workspace.yaml"_s),
              "apiVersion: spillway.dev/v1\nkind: Workspace\nname: bench\n"
              "prometheus: {url: \"" +
                  prometheusUrl().toEncoded() + "\"}\n");
    QByteArray dashboard = "apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: "
                           "1\nmetadata: {id: bench, title: "
                           "Bench}\nspec:\n  panels:\n";
    for (int panel = 0; panel < panels; ++panel) {
        const QByteArray number = QByteArray::number(panel);
        dashboard +=
            "    - id: p" + number + "\n      title: Panel " + number +
            "\n      kind: time-series\n      place: {column: " + QByteArray::number(panel % 4 * 6) +
            ", row: " + QByteArray::number(panel / 4 * 7) +
            ", columns: 6, rows: 7}\n      queries:\n        - {id: A, expr: "
            "'bench_metric{panel=\"" +
            number + "\"}', legend: \"{{series}}\"}\n";
    }
    writeFile(m_folder.filePath(u"config/spillway/dashboards/bench.yaml"_s), dashboard);
}

Result<void> BenchWorld::launch()
{
    writeFiles();
    QProcess promtool;
    promtool.start(u"promtool"_s,
                   {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s,
                    m_folder.filePath(u"history.txt"_s), m_folder.filePath(u"data"_s)});
    if (!promtool.waitForFinished(60'000) || promtool.exitCode() != 0) {
        return failure(QString::fromUtf8(promtool.readAllStandardError()));
    }
    dieWithParent(m_prometheus);
    m_prometheus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_prometheus.start(u"prometheus"_s,
                       {"--config.file="_L1 + m_folder.filePath(u"prometheus.yml"_s),
                        "--storage.tsdb.path="_L1 + m_folder.filePath(u"data"_s),
                        u"--log.level=error"_s,
                        u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)});
    QUrl ready = prometheusUrl();
    ready.setPath(u"/-/ready"_s);
    const bool up = QTest::qWaitFor([&] { return plainRequest(ready).status == 200; }, 30'000);
    return up ? Result<void>{} : Result<void>{failure(u"Prometheus is not ready"_s)};
}

Result<std::unique_ptr<BenchWorld>> BenchWorld::start()
{
    std::unique_ptr<BenchWorld> world(new BenchWorld);
    const Result<void> launched = world->launch();
    if (!launched.ok()) {
        return launched.error();
    }
    return world;
}

QByteArray BenchWorld::description() const
{
    const QJsonObject json{{u"prometheus"_s, prometheusUrl().toString()},
                           {u"panels"_s, panels},
                           {u"series"_s, seriesPerPanel},
                           {u"rangeSeconds"_s, 3600},
                           {u"stepSeconds"_s, scrapeSeconds}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::unique_ptr<QProcess> BenchWorld::startConsole(const QString &program) const
{
    auto console = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const char *kind : {"CONFIG", "DATA", "CACHE"}) {
        const QString name = QString::fromLatin1(kind);
        environment.insert(u"XDG_%1_HOME"_s.arg(name), m_folder.filePath(name.toLower()));
    }
    console->setProcessEnvironment(environment);
    console->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    dieWithParent(*console);
    console->start(program, {u"--workspace"_s, m_folder.filePath(u"workspace.yaml"_s), u"--page"_s,
                             u"dashboard-bench"_s, u"--range"_s, u"now-1h"_s, u"--refresh"_s,
                             u"5s"_s, u"--size"_s, u"1680x1000"_s, u"--print-ready"_s});
    return console;
}

Result<double> BenchWorld::waitUntilReady(QProcess &console, const QElapsedTimer &since)
{
    QByteArray output;
    double elapsed = -1;
    const bool ended = QTest::qWaitFor(
        [&] {
            output += console.readAllStandardOutput();
            if (elapsed < 0 && output.contains("ready\n")) {
                elapsed = static_cast<double>(since.nsecsElapsed()) / 1e6;
            }
            return elapsed >= 0 || console.state() == QProcess::NotRunning;
        },
        60'000);
    if (!ended || elapsed < 0) {
        return failure(u"the console is not ready: %1"_s.arg(QString::fromUtf8(output)));
    }
    return elapsed;
}

} // namespace spillway
