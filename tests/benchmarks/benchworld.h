// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "support/faultserver.h"
#include "support/serverprocess.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace spillway {

/// What bench_startup and bench_memory run against: a real Prometheus that has an hour of 96 series
/// and scrapes them on, and a console that shows them as 12 panels of 8. All on loopback, in a
/// folder of its own.
class BenchWorld
{
public:
    [[nodiscard]] static Result<std::unique_ptr<BenchWorld>> start();

    [[nodiscard]] QUrl prometheusUrl() const;
    /// {"prometheus", "panels", "series", "range", "step"} for the peer.
    [[nodiscard]] QByteArray description() const;

    /// Starts the console on the dashboard; the time runs from here.
    [[nodiscard]] std::unique_ptr<QProcess> startConsole(const QString &program) const;
    /// Waits for its line "ready"; milliseconds since the start, or an error with what it printed.
    [[nodiscard]] static Result<double> waitUntilReady(QProcess &console,
                                                       const QElapsedTimer &since);

private:
    BenchWorld();
    [[nodiscard]] Result<void> launch();
    [[nodiscard]] QByteArray scrape() const;
    [[nodiscard]] QByteArray history() const;
    void writeFiles() const;

    QTemporaryDir m_folder;
    FaultServer m_exporter;
    quint16 m_port;
    QProcess m_prometheus;
};

} // namespace spillway
