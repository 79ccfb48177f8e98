// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"

#include "connection/panelfeed.h"
#include "connection/promqlselectors.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace spillway {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Between probes of a backend that does not answer.
constexpr std::chrono::milliseconds firstRetry = 1s;
constexpr std::chrono::milliseconds longestRetry = 30s;
/// Names come and go with deployments; the clock drifts.
constexpr std::chrono::milliseconds probeAgain = 5min;
/// Queries that keep failing make us look at the backend this often.
constexpr std::chrono::milliseconds probeAgainInTrouble = 15s;

struct StateRow
{
    QLatin1String name;
    const char *title;
};

constexpr std::array stateRows{
    StateRow{"connecting"_L1, QT_TRANSLATE_NOOP("spillway::Connection", "Connecting")},
    StateRow{"ready"_L1, QT_TRANSLATE_NOOP("spillway::Connection", "Connected")},
    StateRow{"degraded"_L1, QT_TRANSLATE_NOOP("spillway::Connection", "Degraded")},
    StateRow{"unreachable"_L1, QT_TRANSLATE_NOOP("spillway::Connection", "Not reachable")},
};

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

/// The backend may be gone; a probe will tell.
bool suspectsBackend(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Timeout:
    case ErrorCode::Unreachable:
    case ErrorCode::Interrupted:
    case ErrorCode::Tls:
    case ErrorCode::Proxy:
    case ErrorCode::Protocol:
    case ErrorCode::WrongContent:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
        return true;
    default:
        return false;
    }
}

/// The backend is there, but has trouble that is not the query's.
bool isTrouble(ErrorCode code)
{
    return code == ErrorCode::RateLimited || code == ErrorCode::ServerError ||
           code == ErrorCode::ServerUnavailable;
}

/// The value of a matcher job="x"; empty without one.
QString jobOf(const PromqlSelector &selector)
{
    static const QRegularExpression pattern(u"^job\\s*=\\s*([\"'`])([^\\\\]*)\\1$"_s);
    for (const QString &matcher : selector.matchers) {
        if (const auto match = pattern.match(matcher.trimmed()); match.hasMatch()) {
            return match.captured(2);
        }
    }
    return {};
}

} // namespace

QLatin1String connectionStateName(ConnectionState state)
{
    return stateRows.at(static_cast<std::size_t>(state)).name;
}

QString connectionStateTitle(ConnectionState state)
{
    return Connection::tr(stateRows.at(static_cast<std::size_t>(state)).title);
}

Connection::Connection(Workspace workspace, std::unique_ptr<QuerySource> source, QObject *parent,
                       const Clock *base)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_source(std::move(source))
    , m_base(base ? *base : systemClock())
    , m_clock(m_base)
    , m_governor(*m_source, m_base)
    , m_random(std::random_device{}())
{
    m_governor.setOpen(false);
    m_probeTimer.setSingleShot(true);
    m_refreshTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, &Connection::probe);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        armRefresh();
        refreshAll();
    });
    connect(&m_governor, &QueryGovernor::requestEnded, this, &Connection::queryEnded);
}

Connection::~Connection()
{
    // Feeds whose parent is elsewhere hold a reference to this.
    const QList<PanelFeed *> feeds = m_feeds;
    qDeleteAll(feeds);
}

std::chrono::milliseconds Connection::scrapeInterval() const
{
    return std::max<std::chrono::milliseconds>(1s, m_facts.scrapeInterval);
}

std::chrono::milliseconds Connection::scrapeInterval(const QString &expr) const
{
    if (m_facts.jobIntervals.isEmpty()) {
        return scrapeInterval();
    }
    std::chrono::milliseconds longest{0};
    for (const PromqlSelector &selector : promqlSelectors(expr)) {
        longest = std::max(longest, m_facts.jobIntervals.value(jobOf(selector), scrapeInterval()));
    }
    return longest > 0ms ? std::max<std::chrono::milliseconds>(1s, longest) : scrapeInterval();
}

MetricResolution Connection::resolve(const QString &logicalName) const
{
    return resolveMetric(logicalName, m_catalog, m_workspace.metrics);
}

PanelFeed *Connection::createFeed(QObject *parent)
{
    auto *feed = new PanelFeed(*this, parent);
    m_feeds.append(feed);
    connect(feed, &QObject::destroyed, this, [this, feed] { m_feeds.removeOne(feed); });
    return feed;
}

LabelValuesAnswer *Connection::labelValues(const QString &label, const QString &selector,
                                           const TimeRange &range, QObject *parent)
{
    // A metric that is scaled, computed or read through a function is an expression by now.
    const QString expr = expandMetrics(selector, m_catalog, m_workspace.metrics).expr;
    const std::vector<PromqlSelector> found = promqlSelectors(expr);
    return m_source->labelValues(label, found.empty() ? expr : found.front().text(), range, parent);
}

void Connection::start()
{
    if (!m_started) {
        m_started = true;
        probe();
        armRefresh();
    }
}

void Connection::reconnect()
{
    m_started = true;
    m_failures = 0;
    m_governor.endBackOff();
    m_probe.reset();
    m_byHand = true;
    m_source->tryAgain();
    probe();
}

void Connection::probe()
{
    if (m_probe) {
        return;
    }
    m_probeTimer.stop();
    m_probeTime = m_base.now();
    m_probe.reset(m_source->probe(nullptr));
    connect(m_probe.get(), &SourceReply::finished, this, [this] {
        const Result<BackendFacts> result = m_probe->takeResult();
        m_probe.release()->deleteLater(); // it is emitting
        probed(result);
    });
}

void Connection::probed(const Result<BackendFacts> &result)
{
    if (!result) {
        ++m_failures;
        m_governor.setOpen(false);
        setState(ConnectionState::Unreachable, result.error());
        m_governor.failWaiting(result.error());
        scheduleProbe();
        return;
    }
    const bool wasOpen = m_governor.isOpen();
    const bool byHand = std::exchange(m_byHand, false);
    const bool changed = m_facts != *result;
    m_failures = 0;
    m_facts = *result;
    m_clock.setOffset(m_facts.clockOffset);
    m_lastAnswer = m_clock.now();
    // A backend can answer a probe and still refuse queries: only a query proves that they work.
    if (m_state != ConnectionState::Degraded) {
        setState(ConnectionState::Ready, std::nullopt);
    }
    if (changed) {
        Q_EMIT stateChanged();
    }
    loadCatalog();
    scheduleProbe();
    if (!wasOpen) {
        m_governor.endBackOff();
        m_governor.setOpen(true);
        Q_EMIT opened();
    }
    if (!wasOpen || byHand) {
        refreshAll(); // what failed gets its chance at once
    }
}

void Connection::loadCatalog()
{
    if (m_catalogAnswer) {
        return;
    }
    m_catalogAnswer.reset(m_source->catalog(nullptr));
    connect(m_catalogAnswer.get(), &SourceReply::finished, this, [this] {
        const Result<MetricCatalog> result = m_catalogAnswer->takeResult();
        m_catalogAnswer.release()->deleteLater(); // it is emitting
        // Without names logical metrics stay as they are written, which is right on most systems.
        const bool changed = !m_hasCatalog || (result.ok() && *result != m_catalog);
        m_hasCatalog = true;
        if (result) {
            m_catalog = *result;
        }
        if (changed) {
            ++m_catalogGeneration;
            Q_EMIT catalogChanged();
        }
    });
}

void Connection::queryEnded(const std::optional<Error> &error)
{
    if (!error || (!suspectsBackend(error->code) && !isTrouble(error->code))) {
        m_lastAnswer = m_clock.now();
        if (m_state == ConnectionState::Degraded) {
            setState(ConnectionState::Ready, std::nullopt);
        }
        return;
    }
    if (m_state == ConnectionState::Ready || m_state == ConnectionState::Degraded) {
        // Known trouble is not looked into again for each of its queries.
        const bool news = !m_error || m_error->code != error->code ||
                          m_base.now() - m_probeTime >= probeAgainInTrouble.count();
        setState(ConnectionState::Degraded, error);
        if (suspectsBackend(error->code) && news) {
            probe();
        }
    }
}

void Connection::setState(ConnectionState state, std::optional<Error> error)
{
    if (state != m_state || error != m_error) {
        m_state = state;
        m_error = std::move(error);
        Q_EMIT stateChanged();
    }
}

void Connection::scheduleProbe()
{
    if (m_state != ConnectionState::Unreachable) {
        m_probeTimer.start(probeAgain);
        return;
    }
    const qint64 grown =
        std::min(longestRetry.count(), firstRetry.count() << std::min(m_failures - 1, 16));
    std::uniform_int_distribution<qint64> jitter(grown / 2, grown);
    m_probeTimer.start(std::chrono::milliseconds{jitter(m_random)});
}

void Connection::setRefreshInterval(std::chrono::milliseconds interval)
{
    if (interval != m_refreshInterval) {
        m_refreshInterval = interval;
        armRefresh();
    }
}

void Connection::setPaused(bool paused)
{
    if (paused != m_paused) {
        m_paused = paused;
        armRefresh();
        if (!paused) {
            refreshAll();
        }
    }
}

void Connection::armRefresh()
{
    if (!m_started || m_paused || m_refreshInterval <= 0ms) {
        m_refreshTimer.stop();
        return;
    }
    m_refreshTimer.start(m_refreshInterval);
}

void Connection::refreshAll()
{
    Q_EMIT refreshDue(m_clock.now());
}

} // namespace spillway
