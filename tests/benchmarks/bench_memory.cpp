// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Resident memory of the console with one dashboard that refreshes every 5 seconds.
//   bench_memory [MINUTES]   prints
//   {"name":"memory-ours","start_bytes":...,"end_bytes":...,"growth_bytes":...}
// The start is taken after the first minute, when caches and fonts are loaded. Default: 60 minutes.
#include "benchworld.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// VmRSS of /proc/PID/status in bytes; 0 if the process is gone.
qint64 residentBytes(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int minutes = std::max(2, arguments.size() > 1 ? arguments.at(1).toInt() : 60);
    const auto world = BenchWorld::start();
    if (!world.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(world.error().sentence()));
        return 1;
    }
    QElapsedTimer since;
    since.start();
    const auto console =
        (*world)->startConsole(QCoreApplication::applicationDirPath() + u"/spillway"_s);
    const Result<double> ready = BenchWorld::waitUntilReady(*console, since);
    if (!ready.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(ready.error().sentence()));
        return 1;
    }
    const auto at = [&](int minute) {
        (void)QTest::qWaitFor([&] { return since.elapsed() >= minute * 60'000LL; },
                        minute * 60'000 + 60'000);
        return residentBytes(console->processId());
    };
    const qint64 start = at(1);
    const qint64 end = at(minutes);
    console->kill();
    console->waitForFinished();
    std::printf("{\"name\":\"memory-ours\",\"minutes\":%d,\"start_bytes\":%lld,\"end_bytes\":%lld,"
                "\"growth_bytes\":%lld}\n",
                minutes, static_cast<long long>(start), static_cast<long long>(end),
                static_cast<long long>(end - start));
    return start > 0 && end > 0 ? 0 : 1;
}
