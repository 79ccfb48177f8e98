// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "prometheus/querysource.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <random>
#include <vector>

namespace spillway {

using SharedResult = std::shared_ptr<const QueryResult>;

/// One asker's part in a query; several may share one request. Deleting it withdraws: a request
/// that nobody waits for any more is cancelled.
class GovernedQuery final : public Answer<SharedResult>
{
public:
    using Answer<SharedResult>::Answer;
};

/// How much may be asked of a backend at once.
struct GovernorLimits
{
    int concurrency = 6; ///< Prometheus lets 20 queries run, for everybody
    qint64 bytesInFlight =
        64 * 1024 * 1024; ///< sum of what the running queries are expected to send
    std::chrono::milliseconds firstBackOff{1'000};
    std::chrono::milliseconds longestBackOff{60'000};
};

/// Counts for the console's own metrics and the status bar.
struct GovernorCounts
{
    qint64 asked = 0;  ///< by panels
    qint64 shared = 0; ///< of these, answered by a request that was under way anyway
    qint64 sent = 0;   ///< to the backend
    qint64 failed = 0;
    qint64 cancelled = 0; ///< withdrawn before the answer
    qint64 bytes = 0;     ///< received
    int running = 0;
    int waiting = 0;
};

/// Decides which query goes out when, so that the console is never the cause of an outage: equal
/// queries share one request, at most so many run, higher priority first and fair among owners,
/// silence after 429, 503 and timeouts. GUI thread.
class QueryGovernor final : public QObject
{
    Q_OBJECT
public:
    /// `source` and `clock` must outlive the governor.
    QueryGovernor(QuerySource &source, const Clock &clock, GovernorLimits limits = {},
                  QObject *parent = nullptr);
    ~QueryGovernor() override;

    enum class Priority {
        Background, ///< not needed for what is on the screen: the reason why a panel is empty
        Visible,
        Interactive, ///< a person waits
    };

    /// `owner` tells askers apart for fairness only and is never dereferenced.
    [[nodiscard]] GovernedQuery *submit(const SourceQuery &query, Priority priority,
                                        const void *owner, QObject *parent);

    /// While closed nothing goes out; what is asked waits.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Everything that waits fails with this; running requests go on.
    void failWaiting(const Error &error);

    /// When the back-off ends, on `clock`; 0 = none.
    [[nodiscard]] EpochMs silentUntil() const { return m_silentUntil; }
    /// Goes on at once ("Try again").
    void endBackOff();
    [[nodiscard]] GovernorCounts counts() const;

Q_SIGNALS:
    /// A request to the backend ended; error is empty if it worked.
    void requestEnded(const std::optional<spillway::Error> &error);

private:
    struct Job;
    void pump();
    [[nodiscard]] Job *next() const;
    void start(Job &job);
    void ended(Job &job);
    void withdraw(Job *job, GovernedQuery *asker);
    void backOff(const Error &error);

    QuerySource &m_source;
    const Clock &m_clock;
    GovernorLimits m_limits;
    std::vector<std::unique_ptr<Job>> m_jobs;
    GovernorCounts m_counts;
    QTimer m_wake; ///< the end of the back-off
    QTimer m_pump; ///< the next turn of the event loop
    EpochMs m_silentUntil = 0;
    int m_failures = 0;
    bool m_open = true;
    std::minstd_rand m_random;
};

} // namespace spillway
