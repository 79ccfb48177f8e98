// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cluster page with 10,000 pods and 500 HPAs: the whole console, offscreen, against the demo's
// API server in a process of its own.
//   bench_cluster [SECONDS]    of each case, default 5; prints one JSON object a case:
//   {"name":"cluster-list","first_byte_to_painted_ms":...,"last_byte_to_painted_ms":...,
//    "list_mb":...,"pods":...,"rss_mb":...,"grown_mb":...,"peak_mb":...,
//    "longest_ms":...,"longest_cpu_ms":...,"stalls":...,"busy":...}
// The budgets: painted 2,000 ms after the bytes, 300 MB, 50 ms. longest_cpu_ms is the most
// processor time that one event took: on a machine that others use too it says more than the time
// on the clock.
#include "benchapplication.h"
#include "clusterserver.h"
#include "connection/kubeconnection.h"
#include "controls/rowtable.h"
#include "controls/searchfield.h"
#include "itemmodels/podmodel.h"
#include "pages/clusterdetail.h"
#include "pages/clusterpage.h"
#include "spillway/applicationcontroller.h"
#include "support/fakesecretstore.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pods = 10'000;
constexpr int patience = 60'000;

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

qint64 monotonicNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// "VmRSS" (now) or "VmHWM" (the most) of this process in MB.
double memoryMb(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray{name + ':'})) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    return 0;
}

/// The API server as a child of this program.
class Server
{
public:
    [[nodiscard]] bool start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
        const QByteArray line = readLine();
        m_kubeconfig = QString::fromUtf8(line.mid(qsizetype{6}));
        return line.startsWith("ready ");
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Server() = default;
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] const QString &kubeconfig() const { return m_kubeconfig; }
    /// Does not wait for the answer.
    void tell(const QByteArray &question)
    {
        m_process.write(question + '\n');
        ++m_open;
    }
    [[nodiscard]] QByteArray ask(const QByteArray &question)
    {
        tell(question);
        QByteArray line;
        for (; m_open > 0; --m_open) {
            line = readLine();
        }
        return line;
    }

private:
    [[nodiscard]] QByteArray readLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
    QString m_kubeconfig;
    int m_open = 0; ///< answers that have not been read
};

struct Bench
{
    BenchApplication &application;
    Server server;
    QTemporaryDir folder;
    FakeSecretStore secrets;
    std::unique_ptr<SettingsStore> settings;
    std::unique_ptr<WorkspaceFolder> workspaces;
    std::unique_ptr<ApplicationController> controller;
    std::chrono::milliseconds length{5s};
    QEventLoop loop;
    QEventLoop painted; ///< ends with the first picture of all pods
    qint64 paintedAt = 0;
    double memoryBefore = 0;

    explicit Bench(BenchApplication &shell)
        : application(shell)
    {
        for (const char *kind : {"CONFIG", "DATA", "CACHE"}) {
            const QByteArray name = "XDG_" + QByteArray(kind) + "_HOME";
            qputenv(name.constData(),
                    folder.filePath(QString::fromLatin1(kind).toLower()).toLocal8Bit());
        }
    }

    [[nodiscard]] bool open()
    {
        if (!server.start()) {
            return false;
        }
        QFile file(folder.filePath(u"bench.yaml"_s));
        const QByteArray text = "apiVersion: spillway.dev/v1\nkind: Workspace\nname: bench\n"
                                "prometheus: {url: \"http://127.0.0.1:9\"}\nkube: {config: \"" +
                                server.kubeconfig().toUtf8() +
                                "\", context: admin@spillway-demo}\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            return false;
        }
        file.close();
        settings = std::make_unique<SettingsStore>();
        workspaces = std::make_unique<WorkspaceFolder>();
        controller =
            std::make_unique<ApplicationController>(application, *settings, *workspaces, secrets);
        Options options;
        options.workspaceFile = file.fileName();
        options.page = u"connection"_s;
        options.size = QSize(1680, 1000);
        controller->start(options);
        // What there is before anybody looks at the cluster.
        waitFor(2s);
        return controller->window().currentPage() != nullptr;
    }

    /// In an event loop as the console has it; QTest's sleeps between its looks.
    void waitFor(std::chrono::milliseconds time)
    {
        QTimer::singleShot(time, &loop, &QEventLoop::quit);
        loop.exec();
    }
    [[nodiscard]] ClusterPage *page() const
    {
        return qobject_cast<ClusterPage *>(controller->window().currentPage());
    }
    [[nodiscard]] RowTable *podTable() const
    {
        return page()->detail()->table(ClusterDetail::Pods);
    }
    [[nodiscard]] bool showsAll() const
    {
        const ClusterPage *shown = page();
        return shown != nullptr && shown->showsTables() && podTable()->shownRows() == pods;
    }

    void begin()
    {
        paintedAt = 0;
        application.setAfterFrame([this] {
            if (paintedAt == 0 && showsAll()) {
                paintedAt = monotonicNs();
                painted.quit();
            }
        });
        (void)server.ask("report");
        memoryBefore = memoryMb("VmRSS");
        controller->stalls().reset();
        (void)application.takeLongest();
    }

    void report(const char *name, std::chrono::milliseconds took)
    {
        StallWatch &watch = controller->stalls();
        std::printf("{\"name\":\"cluster-%s\",\"rss_mb\":%.1f,\"grown_mb\":%.1f,\"peak_mb\":%.1f,"
                    "\"longest_ms\":%.1f,\"longest_cpu_ms\":%.1f,\"stalls\":%lld,\"busy\":%.3f",
                    name, memoryMb("VmRSS"), memoryMb("VmRSS") - memoryBefore, memoryMb("VmHWM"),
                    milliseconds(watch.longest()), milliseconds(application.takeLongest()),
                    static_cast<long long>(watch.stalls()),
                    milliseconds(watch.busy()) / static_cast<double>(took.count()));
        const QJsonObject bytes = QJsonDocument::fromJson(server.ask("report")).object();
        if (paintedAt != 0 && bytes.value("first_ns"_L1).toDouble() > 0) {
            const auto since = [&](QLatin1String mark) {
                return (static_cast<double>(paintedAt) - bytes.value(mark).toDouble()) / 1e6;
            };
            std::printf(",\"pods\":%d,\"list_mb\":%.1f,\"first_byte_to_painted_ms\":%.0f,"
                        "\"last_byte_to_painted_ms\":%.0f",
                        podTable()->shownRows(), bytes.value("mb"_L1).toDouble(),
                        since("first_ns"_L1), since("last_ns"_L1));
        }
        std::printf("}\n");
        std::fflush(stdout);
    }

    [[nodiscard]] bool list(const char *name, const std::function<void()> &action)
    {
        begin();
        QElapsedTimer since;
        since.start();
        QMetaObject::invokeMethod(&controller->window(), action, Qt::QueuedConnection);
        QTimer::singleShot(patience, &painted, &QEventLoop::quit);
        painted.exec();
        waitFor(1s); // what follows the first picture belongs to it
        report(name, std::chrono::milliseconds{since.elapsed()});
        return paintedAt != 0;
    }

    /// Does something and lets the console run.
    void run(const char *name, const std::function<void()> &action)
    {
        begin();
        QMetaObject::invokeMethod(&controller->window(), action, Qt::QueuedConnection);
        waitFor(length);
        paintedAt = 0;
        report(name, length);
    }

    void use()
    {
        run("idle", [] {});
        run("sort-status",
            [this] { podTable()->sortByColumn(PodModel::Status, Qt::DescendingOrder); });
        run("sort-name", [this] { podTable()->sortByColumn(PodModel::Name, Qt::DescendingOrder); });
        run("filter", [this] { page()->filter()->setText(u"service-12"_s); });
        run("filter-off", [this] { page()->filter()->clear(); });
        run("one-workload", [this] { page()->showItem(u"Deployment/kotaemon/service-7"_s); });
        run("all-workloads", [this] { page()->workloads()->clearSelection(); });
        run("churn", [this] { server.tell("churn 2000"); });
        run("resize", [this] { controller->window().resize(2560, 1440); });
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArray(argv[1]) == "--serve") {
        const QCoreApplication application(argc, argv);
        return serveCluster();
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    BenchApplication application(argc, argv);
    QApplication::setApplicationName(u"spillway"_s);
    Bench bench(application);
    if (const int seconds = QApplication::arguments().value(1).toInt(); seconds > 0) {
        bench.length = std::chrono::seconds{seconds};
    }
    if (!bench.open()) {
        std::fprintf(stderr, "the console does not start\n");
        return 1;
    }
    if (!bench.list("list", [&] { bench.controller->window().openPage(u"cluster"_s); })) {
        std::fprintf(stderr, "the cluster page does not show all pods\n");
        return 1;
    }
    bench.use();
    return 0;
}
