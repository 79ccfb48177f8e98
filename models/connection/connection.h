// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/clock.h"
#include "core/error.h"
#include "metrics/timerange.h"
#include "prometheus/metricresolver.h"
#include "prometheus/querygovernor.h"
#include "prometheus/querysource.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <random>

namespace spillway {

class PanelFeed;

enum class ConnectionState {
    Connecting, ///< the first probe is on its way
    Ready,      ///< the backend answers
    Degraded, ///< it answers, but slowly, with errors, or lacks something that we need; see error()
    Unreachable, ///< it does not answer; tried again with back-off
};

/// Stable name for JSON: "connecting", "ready", "degraded", "unreachable".
[[nodiscard]] QLatin1String connectionStateName(ConnectionState state);
/// For people, translated.
[[nodiscard]] QString connectionStateTitle(ConnectionState state);

/// One watched environment: source of numbers, governor, the server's clock, what the backend can
/// do, and the rhythm of refreshing. GUI thread.
class Connection final : public QObject
{
    Q_OBJECT
public:
    /// `base` is the local clock and must outlive the connection; null = the system's.
    Connection(Workspace workspace, std::unique_ptr<QuerySource> source, QObject *parent = nullptr,
               const Clock *base = nullptr);
    ~Connection() override;

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] ConnectionState state() const { return m_state; }
    /// Why Degraded or Unreachable.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const BackendFacts &backend() const { return m_facts; }
    /// The server's clock. "Now" everywhere.
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// The most common one.
    [[nodiscard]] std::chrono::milliseconds scrapeInterval() const;
    /// Of the jobs that an expression names (job="x"), the longest; else the most common one.
    [[nodiscard]] std::chrono::milliseconds scrapeInterval(const QString &expr) const;
    /// Server time of the last answer of the backend to anything; 0 = none yet.
    [[nodiscard]] EpochMs lastAnswerTime() const { return m_lastAnswer; }

    /// Names known on the backend; empty until loaded.
    [[nodiscard]] const MetricCatalog &catalog() const { return m_catalog; }
    [[nodiscard]] bool hasCatalog() const { return m_hasCatalog; }
    /// Grows with each change of catalog().
    [[nodiscard]] int catalogGeneration() const { return m_catalogGeneration; }
    [[nodiscard]] MetricResolution resolve(const QString &logicalName) const;

    /// The feed is deleted with its parent or with the connection, whichever goes first.
    [[nodiscard]] PanelFeed *createFeed(QObject *parent);
    /// For variables of a dashboard.
    [[nodiscard]] LabelValuesAnswer *labelValues(const QString &label, const QString &selector,
                                                 const TimeRange &range, QObject *parent);
    [[nodiscard]] QueryGovernor &governor() { return m_governor; }

    /// Begins: probes the backend, then loads the names, then lets the feeds ask.
    void start();
    /// Probes again now, whatever the back-off says ("Try again").
    void reconnect();

    /// How often visible feeds refresh; 0 = only by hand. Default 15 s.
    void setRefreshInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds refreshInterval() const { return m_refreshInterval; }
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Refreshes all visible feeds now.
    void refreshAll();

Q_SIGNALS:
    /// state(), error() or backend() changed.
    void stateChanged();
    /// catalog() changed.
    void catalogChanged();
    /// Feeds refresh now; `now` is one server time for all, so that equal queries are shared.
    void refreshDue(spillway::EpochMs now);
    /// The backend may be asked (first probe done, or reconnected).
    void opened();

private:
    void probe();
    void probed(const Result<BackendFacts> &result);
    void loadCatalog();
    void queryEnded(const std::optional<Error> &error);
    void setState(ConnectionState state, std::optional<Error> error);
    void scheduleProbe();
    void armRefresh();

    Workspace m_workspace;
    std::unique_ptr<QuerySource> m_source;
    const Clock &m_base;
    OffsetClock m_clock;
    QueryGovernor m_governor;
    ConnectionState m_state = ConnectionState::Connecting;
    std::optional<Error> m_error;
    BackendFacts m_facts;
    MetricCatalog m_catalog;
    bool m_hasCatalog = false;
    int m_catalogGeneration = 0;
    EpochMs m_lastAnswer = 0;
    int m_failures = 0;
    EpochMs m_probeTime = 0; ///< when the last probe began, local clock
    std::unique_ptr<ProbeAnswer> m_probe;
    std::unique_ptr<CatalogAnswer> m_catalogAnswer;
    QTimer m_probeTimer;
    QTimer m_refreshTimer;
    std::chrono::milliseconds m_refreshInterval{15'000};
    bool m_paused = false;
    bool m_started = false;
    bool m_byHand = false; ///< the probe in flight was asked for by reconnect()
    QList<PanelFeed *> m_feeds;
    std::minstd_rand m_random;
};

} // namespace spillway
