// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the start of the process to the first dashboard painted with data of a local Prometheus.
//   bench_startup            prints {"name":"startup-ours","median_ms":...,"runs":[...]}
//   bench_startup --serve    prints where its Prometheus is and serves it until standard input ends
//   (for the peer)
#include "benchworld.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

int serve(const BenchWorld &world)
{
    std::printf("%s\n", world.description().constData());
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [] {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0) {
            QCoreApplication::quit();
        }
    });
    return QCoreApplication::exec();
}

int measure(const BenchWorld &world)
{
    constexpr int warmUps = 1;
    constexpr int runs = 7;
    std::vector<double> times;
    for (int run = -warmUps; run < runs; ++run) {
        QElapsedTimer since;
        since.start();
        const auto console =
            world.startConsole(QCoreApplication::applicationDirPath() + u"/spillway"_s);
        const Result<double> elapsed = BenchWorld::waitUntilReady(*console, since);
        console->kill();
        console->waitForFinished();
        if (!elapsed.ok()) {
            std::fprintf(stderr, "%s\n", qPrintable(elapsed.error().sentence()));
            return 1;
        }
        if (run >= 0) {
            times.push_back(*elapsed);
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("{\"name\":\"startup-ours\",\"median_ms\":%.1f,\"min_ms\":%.1f,\"max_ms\":%.1f,"
                "\"runs\":%d}\n",
                times[times.size() / 2], times.front(), times.back(), runs);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto world = BenchWorld::start();
    if (!world.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(world.error().sentence()));
        return 1;
    }
    return application.arguments().contains(u"--serve"_s) ? serve(**world) : measure(**world);
}
