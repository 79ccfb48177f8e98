// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The longest stall of the GUI thread, under load and faults: the whole console, offscreen, against
// a server that misbehaves. Design section 8 allows 50 ms.
//   bench_stalls [SECONDS]    of each case, default 8; prints one JSON object a case:
//   {"name":"stall-cut","longest_ms":...,"longest_cpu_ms":...,"stalls":...,"busy":...,"queries":...}
// longest_cpu_ms is the most processor time that one event took: on a machine that others use too
// it says more than the time on the clock. busy is the share of the time that the GUI thread spent
// on events.
#include "benchapplication.h"
#include "connection/connection.h"
#include "spillway/applicationcontroller.h"
#include "stallserver.h"
#include "support/fakesecretstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <utility>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int panels = 12;

void writeFile(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

/// Twelve panels, of each kind that draws data.
QByteArray dashboard()
{
    static constexpr std::array kinds{"time-series", "time-series",   "time-series",
                                      "stat",        "heatmap",       "table",
                                      "gauge",       "state-timeline"};
    QByteArray text = "apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 1\n"
                      "metadata: {id: stalls, title: Stalls}\nspec:\n  panels:\n";
    for (int panel = 0; panel < panels; ++panel) {
        const QByteArray number = QByteArray::number(panel);
        text += "    - id: p" + number + "\n      title: Panel " + number +
                "\n      kind: " + kinds.at(static_cast<std::size_t>(panel) % kinds.size()) +
                "\n      place: {column: " + QByteArray::number(panel % 4 * 6) +
                ", row: " + QByteArray::number(panel / 4 * 7) +
                ", columns: 6, rows: 7}\n      queries:\n        - {id: A, expr: 'metric_" +
                number + "', legend: \"{{series}}\"}\n";
    }
    return text;
}

struct Bench
{
    BenchApplication &application;
    QTemporaryDir folder;
    StallServer server;
    FakeSecretStore secrets;
    std::unique_ptr<SettingsStore> settings;
    std::unique_ptr<WorkspaceFolder> workspaces;
    std::unique_ptr<ApplicationController> controller;
    std::chrono::milliseconds length{8s};

    explicit Bench(BenchApplication &shell)
        : application(shell)
    {
        for (const char *kind : {"CONFIG", "DATA", "CACHE"}) {
            const QByteArray name = "XDG_" + QByteArray(kind) + "_HOME";
            qputenv(name.constData(),
                    folder.filePath(QString::fromLatin1(kind).toLower()).toLocal8Bit());
        }
        writeFile(folder.filePath(u"config/spillway/dashboards/stalls.yaml"_s), dashboard());
        writeFile(folder.filePath(u"stalls.yaml"_s),
                  "apiVersion: spillway.dev/v1\nkind: Workspace\nname: stalls\n"
                  "prometheus: {url: \"" +
                      server.url().toEncoded() + "\", timeout: 5s}\n");
        settings = std::make_unique<SettingsStore>();
        workspaces = std::make_unique<WorkspaceFolder>();
        controller =
            std::make_unique<ApplicationController>(shell, *settings, *workspaces, secrets);
    }

    [[nodiscard]] bool open()
    {
        Options options;
        options.workspaceFile = folder.filePath(u"stalls.yaml"_s);
        options.page = u"dashboard-stalls"_s;
        options.size = QSize(1680, 1000);
        options.refresh = 1s;
        controller->start(options);
        return QTest::qWaitFor([this] { return isSettled(); }, 30'000);
    }

    [[nodiscard]] bool isSettled() const
    {
        const Page *page = controller->window().currentPage();
        return page != nullptr && page->isSettled();
    }

    /// Does something to the window and lets the console run.
    template<typename Action>
    void run(const char *name, StallServer::Mode mode, Action &&action)
    {
        server.setMode(mode);
        StallWatch &watch = controller->stalls();
        watch.reset();
        (void)application.takeLongest();
        const int before = server.queries();
        QElapsedTimer since;
        since.start();
        // As a click does it: from an event, so that it is measured.
        QMetaObject::invokeMethod(&controller->window(), action, Qt::QueuedConnection);
        (void)QTest::qWaitFor([&] { return since.elapsed() >= length.count(); },
                              static_cast<int>(2 * length.count()));
        const auto ms = [](std::chrono::nanoseconds time) {
            return std::chrono::duration<double, std::milli>(time).count();
        };
        std::printf("{\"name\":\"stall-%s\",\"longest_ms\":%.1f,\"longest_cpu_ms\":%.1f,\"stalls\":"
                    "%lld,\"busy\":%.3f,"
                    "\"queries\":%d}\n",
                    name, ms(watch.longest()), ms(application.takeLongest()),
                    static_cast<long long>(watch.stalls()),
                    ms(watch.busy()) / static_cast<double>(since.elapsed()),
                    server.queries() - before);
        std::fflush(stdout);
        server.setMode(StallServer::Mode::Good);
        controller->connection()->reconnect();
        (void)QTest::qWaitFor([this] { return isSettled(); }, 20'000);
    }

    void faults()
    {
        using Mode = StallServer::Mode;
        static constexpr std::array cases{
            std::pair{"good", Mode::Good}, std::pair{"million", Mode::Million},
            std::pair{"huge", Mode::Huge}, std::pair{"many-series", Mode::ManySeries},
            std::pair{"slow", Mode::Slow}, std::pair{"cut", Mode::Cut},
            std::pair{"html", Mode::Html}, std::pair{"refused", Mode::Refused}};
        for (const auto &[name, mode] : cases) {
            run(name, mode, [this] { controller->connection()->refreshAll(); });
        }
    }

    void window()
    {
        using Mode = StallServer::Mode;
        MainWindow &main = controller->window();
        run("wall", Mode::Good, [&] {
            main.resize(2560, 1440);
            main.setWallMode(true);
        });
        run("zoom", Mode::Good, [&] {
            PageView view = main.view();
            view.time = TimeSelection::last(24h);
            main.setView(view);
        });
        run("compare", Mode::Good, [&] {
            PageView view = main.view();
            view.compareLastWeek = true;
            main.setView(view);
        });
        for (const QString &page :
             {u"overview"_s, u"cost"_s, u"component-rag-worker"_s, u"component-llm-consumer"_s,
              u"component-dialog-manager"_s, u"component-tool-router"_s, u"component-redis"_s,
              u"component-queue"_s, u"connection"_s}) {
            run(qPrintable(u"open-"_s + page), Mode::Good, [&] { main.openPage(page); });
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    BenchApplication application(argc, argv);
    QApplication::setApplicationName(u"spillway"_s);
    Bench bench(application);
    if (const int seconds = QApplication::arguments().value(1).toInt(); seconds > 0) {
        bench.length = std::chrono::seconds{seconds};
    }
    if (!bench.open()) {
        std::fprintf(stderr, "the console did not show the dashboard\n");
        return 1;
    }
    bench.faults();
    bench.window();
    return 0;
}
