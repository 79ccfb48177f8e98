// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace spillway {

/// Counts of the console itself, gathered once a second on the GUI thread.
struct SelfCounts
{
    double requests = 0; ///< HTTP, sent
    double failures = 0;
    double receivedBytes = 0;
    double queriesAsked = 0; ///< by panels
    double queriesShared = 0;
    double queriesSent = 0;
    double frames = 0;
    double frameSeconds = 0; ///< sum
    double longestFrameSeconds = 0;
    double longestStallSeconds = 0;
    double stalls = 0;
    double busySeconds = 0; ///< of the GUI thread, handling events
};

/// Serves the console's own metrics to a Prometheus of its user, on request only and on loopback
/// only. https://prometheus.io/docs/instrumenting/exposition_formats/
class SelfMetrics : public QObject
{
    Q_OBJECT

public:
    using Source = std::function<SelfCounts()>;
    explicit SelfMetrics(Source source, QObject *parent = nullptr);
    ~SelfMetrics() override;

    /// "127.0.0.1:9464"; port 0 takes any.
    Result<void> listen(const QString &address);
    [[nodiscard]] int port() const;
    /// Of this process, in bytes; 0 if the system does not tell.
    [[nodiscard]] static qint64 residentBytes();

private:
    void update();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
