// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace spillway::demo {

/// What a demo world is made of. The defaults are those of `spillway --demo`.
struct DemoOptions
{
    quint64 seed = 7;                            ///< the same seed shows the same world
    std::chrono::seconds history{8 * 24 * 3600}; ///< back-filled past; 0 = none
    quint16 prometheusPort = 0;                  ///< of the proxied URL; 0 = any free port
    std::chrono::milliseconds scrapeInterval{15000};
    bool cluster = false; ///< with a Kubernetes API server, in which the system runs
    /// The demo's time runs that much faster than ours; for tests. Rates in Prometheus are higher
    /// by it.
    int speed = 1;
    QString cacheFolder; ///< empty: XDG_CACHE_HOME/spillway/demo
};

/// How the world is doing now, for `spillwayctl demo` and the demo menu.
struct DemoStatus
{
    double turnsPerSecond = 0;
    double spikeFactor = 1;
    int pods = 0;
    double backlog = 0; ///< messages ready in the generation queue
    bool llmOutage = false;
    bool redisPressure = false;
    bool prometheusRunning = false;
    std::chrono::milliseconds prometheusDelay{0};
};

/// A complete Kotaemon-like system to look at: simulator, exporter and a real Prometheus with a
/// past, all on 127.0.0.1. An asynchronous state machine: every call returns at once, history is
/// computed on a worker thread. Create and use it on the main thread only (its children die with
/// the thread that started them). Children and temporary folders never outlive it.
class DemoWorld : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, BuildingHistory, StartingPrometheus, Ready, Failed };
    Q_ENUM(State)

    explicit DemoWorld(DemoOptions options = {}, QObject *parent = nullptr);
    ~DemoWorld() override;

    /// Ends in exactly one of ready() or failed(), unless stop() comes first.
    void start();
    /// Ends everything, at once; start() may be called again.
    void stop();

    [[nodiscard]] State state() const;
    /// What a console should talk to: goes through the proxy that can be made slow. Valid once
    /// ready.
    [[nodiscard]] QUrl prometheusUrl() const;
    /// The Prometheus itself, without the proxy. Valid once ready.
    [[nodiscard]] QUrl directPrometheusUrl() const;
    /// Where the exporter is; one path "/metrics/<job>" a job. Valid once ready.
    [[nodiscard]] QUrl exporterUrl() const;
    /// Of the Kubernetes API server; empty if there is none.
    [[nodiscard]] QUrl clusterUrl() const;
    /// For kubectl and Spillway, with a context of the administrator and one of a reader. Only its
    /// owner can read it. NotFound if there is no cluster.
    [[nodiscard]] Result<void> writeKubeconfig(const QString &path) const;
    /// A workspace file (YAML) that describes this world: URL, components, prices, budget, and the
    /// cluster if there is one.
    [[nodiscard]] QByteArray workspaceYaml() const;
    [[nodiscard]] DemoStatus status() const;

    // Controls. Each may be used at any time; those of the workload act from the next step (5 s).
    /// Traffic x factor (0..100) for the duration; replaces an earlier spike.
    void spike(double factor, std::chrono::seconds duration);
    /// The LLM provider answers 500, slowly.
    void llmOutage(std::chrono::seconds duration);
    /// One tool's backend fails. InvalidInput if there is no such tool.
    Result<void> toolOutage(const QString &tool, std::chrono::seconds duration);
    void setRedisPressure(bool on);
    /// Every request through the proxy waits that long first; 0 = not.
    void setPrometheusDelay(std::chrono::milliseconds delay);
    /// Prometheus is gone: its port refuses connections. Its data are kept.
    void stopPrometheus();
    void startPrometheus();
    /// Ends spike, outages, pressure and delay.
    void calm();

Q_SIGNALS:
    void ready();
    void failed(const spillway::Error &error);
    /// One plain line for people, translated.
    void log(const QString &line);
    /// Of the start, 0..1.
    void progress(double fraction, const QString &what);
    void stateChanged(spillway::demo::DemoWorld::State state);
    /// After stopPrometheus() and startPrometheus().
    void prometheusRunningChanged(bool running);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway::demo
