// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serverprocess.h"

#include "net/httpclient.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <arpa/inet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Error failure(const QString &what, const QString &why)
{
    Error error;
    error.code = ErrorCode::Internal;
    error.what = what;
    error.why = why.trimmed();
    return error;
}

/// OpenMetrics has seconds, the classic text format that VictoriaMetrics imports milliseconds, and
/// it knows no "# EOF" and no "# TYPE x counter" without _total.
QByteArray classicText(const QByteArray &openMetrics)
{
    QByteArray text;
    for (const QByteArray &line : openMetrics.split('\n')) {
        const qsizetype space = line.lastIndexOf(' ');
        if (line.isEmpty() || line.startsWith('#') || space < 0) {
            continue;
        }
        const double seconds = line.mid(space + 1).toDouble();
        text += line.left(space + 1) + QByteArray::number(qRound64(seconds * 1000)) + '\n';
    }
    return text;
}

Result<QByteArray> runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    dieWithParent(tool);
    tool.start(program, arguments);
    if (!tool.waitForFinished(60'000) || tool.exitStatus() != QProcess::NormalExit ||
        tool.exitCode() != 0) {
        return failure(program + u' ' + arguments.join(u' '),
                       QString::fromUtf8(tool.readAllStandardError()) + tool.errorString());
    }
    return tool.readAllStandardOutput();
}

} // namespace

void dieWithParent(QProcess &process)
{
    const pid_t parent = getpid();
    process.setChildProcessModifier([parent] {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) {
            _exit(1); // it was too late: the parent is already gone
        }
    });
}

quint16 freeLoopbackPort()
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    const bool bound = bind(handle, plain, size) == 0 && getsockname(handle, plain, &size) == 0;
    close(handle);
    return bound ? ntohs(address.sin_port) : quint16{0};
}

PlainAnswer plainRequest(const QUrl &url, const QByteArray &post)
{
    HttpClient client;
    HttpRequest request;
    request.url = url;
    request.method = post.isEmpty() ? HttpRequest::Method::Get : HttpRequest::Method::Post;
    request.body = post;
    const std::unique_ptr<HttpReply> reply(client.send(request, nullptr));
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    if ((!reply->isFinished() && !finished.wait(35'000)) || !reply->result().ok()) {
        return {};
    }
    return {.status = reply->result()->status, .body = reply->result()->body};
}

ServerProcess::ServerProcess(Kind kind, const QUrl &url)
    : m_kind(kind)
    , m_url(url)
{}

ServerProcess::~ServerProcess()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
}

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(Kind kind,
                                                            const QByteArray &openMetrics)
{
    // Somebody may take the port before the server does.
    constexpr int mostTries = 3;
    for (int tried = 1;; ++tried) {
        auto server = startOnce(kind, openMetrics);
        if (server || tried == mostTries ||
            !server.error().why.contains(u"address already in use"_s)) {
            return server;
        }
    }
}

Result<std::unique_ptr<ServerProcess>> ServerProcess::startOnce(Kind kind,
                                                                const QByteArray &openMetrics)
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(freeLoopbackPort());
    std::unique_ptr<ServerProcess> server(new ServerProcess(kind, url));
    Result<void> done = kind == Kind::Prometheus ? server->backfill(openMetrics) : Result<void>{};
    if (done) {
        done = server->launch();
    }
    if (done && kind == Kind::VictoriaMetrics) {
        done = server->import(openMetrics);
    }
    if (!done) {
        return done.error();
    }
    return server;
}

QString ServerProcess::program() const
{
    return m_kind == Kind::Prometheus ? u"prometheus"_s : u"victoria-metrics"_s;
}

QStringList ServerProcess::arguments() const
{
    const QString address = u"127.0.0.1:%1"_s.arg(m_url.port());
    if (m_kind == Kind::Prometheus) {
        return {"--config.file="_L1 + m_folder.filePath(u"prometheus.yml"_s),
                "--storage.tsdb.path="_L1 + m_folder.filePath(u"data"_s),
                u"--storage.tsdb.retention.time=10y"_s,
                u"--enable-feature=exemplar-storage"_s,
                u"--query.lookback-delta=4m"_s,
                u"--log.level=error"_s,
                "--web.listen-address="_L1 + address};
    }
    return {"-storageDataPath="_L1 + m_folder.filePath(u"data"_s), u"-retentionPeriod=100y"_s,
            u"-loggerLevel=ERROR"_s, u"-search.disableCache=true"_s,
            "-httpListenAddr="_L1 + address};
}

Result<void> ServerProcess::backfill(const QByteArray &openMetrics) const
{
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const QByteArray address = m_url.authority().toLatin1();
    const QByteArray config =
        "global: {scrape_interval: 5s}\n"
        "rule_files: [rules.yml]\n"
        "scrape_configs:\n"
        "  - {job_name: self, scrape_interval: 2s, static_configs: [{targets: ['" +
        address + "']}]}\n";
    const QByteArray rules = "groups:\n"
                             "  - name: test\n"
                             "    interval: 1s\n"
                             "    rules:\n"
                             "      - {record: 'test:one', expr: vector(1)}\n"
                             "      - {alert: Always, expr: vector(1), labels: {severity: page}}\n";
    if (!write(u"prometheus.yml"_s, config) || !write(u"rules.yml"_s, rules) ||
        !write(u"past.om"_s, openMetrics)) {
        return failure(u"Cannot write into the temporary folder"_s, m_folder.errorString());
    }
    if (openMetrics.isEmpty()) {
        return {};
    }
    const auto made =
        runTool(u"promtool"_s, {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s,
                                m_folder.filePath(u"past.om"_s), m_folder.filePath(u"data"_s)});
    return made ? Result<void>{} : Result<void>{made.error()};
}

Result<void> ServerProcess::import(const QByteArray &openMetrics) const
{
    if (openMetrics.isEmpty()) {
        return {};
    }
    QUrl url = m_url;
    url.setPath(u"/api/v1/import/prometheus"_s);
    const PlainAnswer answer = plainRequest(url, classicText(openMetrics));
    if (answer.status != 204) {
        return failure(u"Cannot import into VictoriaMetrics"_s, QString::fromUtf8(answer.body));
    }
    url.setPath(u"/internal/force_flush"_s); // makes the samples visible to queries at once
    return plainRequest(url).status == 200 ? Result<void>{}
                                           : Result<void>{failure(u"Cannot flush"_s, {})};
}

Result<void> ServerProcess::launch()
{
    dieWithParent(m_process);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), arguments());
    QUrl ready = m_url;
    ready.setPath(m_kind == Kind::Prometheus ? u"/-/ready"_s : u"/health"_s);
    const bool up = QTest::qWaitFor(
        [&] {
            return m_process.state() == QProcess::NotRunning || plainRequest(ready).status == 200;
        },
        30'000);
    if (!up || m_process.state() != QProcess::Running) {
        return failure(program() + " did not start"_L1,
                       QString::fromUtf8(m_process.readAll()) + m_process.errorString());
    }
    return {};
}

Result<QByteArray> ServerProcess::promtoolQueryRange(const QString &expr, qint64 startSeconds,
                                                     qint64 endSeconds, int stepSeconds) const
{
    return runTool(u"promtool"_s, {u"query"_s, u"range"_s, u"-o"_s, u"json"_s,
                                   u"--start=%1"_s.arg(startSeconds), u"--end=%1"_s.arg(endSeconds),
                                   u"--step=%1s"_s.arg(stepSeconds), m_url.toString(), expr});
}

} // namespace spillway
