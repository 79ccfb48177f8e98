// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworld.h"

#include "core/clock.h"
#include "core/duration.h"
#include "demo/democluster.h"
#include "demo/demoworkspace.h"
#include "demo/exporter.h"
#include "demo/historybuilder.h"
#include "demo/historycache.h"
#include "demo/prometheusserver.h"
#include "demo/rundirectory.h"
#include "demo/simulator.h"
#include "demo/slowproxy.h"

#include <QDateTime>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr double historyShare = 0.9; // of the start, for the progress bar
constexpr std::chrono::milliseconds tick{500};
constexpr double mostSpike = 100;

std::int64_t nowSecond()
{
    return QDateTime::currentSecsSinceEpoch() / stepSeconds * stepSeconds;
}

QString loopback(quint16 port)
{
    return u"http://127.0.0.1:%1"_s.arg(port);
}

} // namespace

class DemoWorld::Private
{
public:
    Private(DemoWorld &world, DemoOptions given)
        : q(world)
        , options(std::move(given))
    {}

    [[nodiscard]] QString cacheRoot() const
    {
        return options.cacheFolder.isEmpty()
                   ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                         u"/spillway/demo"_s
                   : options.cacheFolder;
    }
    void setState(State next)
    {
        if (state != next) {
            state = next;
            Q_EMIT q.stateChanged(next);
        }
    }
    Result<void> prepare();
    void buildHistory();
    void goLive(WorldState last);
    void advance();
    [[nodiscard]] std::int64_t worldSecond() const;
    void startCluster();
    void clusterStarted(Result<std::unique_ptr<DemoCluster>> started);
    void beginSteps();
    [[nodiscard]] QString kubeconfig() const { return folder->path() + u"/kubeconfig"_s; }
    void launchPrometheus();
    void prometheusStarted();
    void prometheusFailed(const Error &error);
    void fail(const Error &error);
    void clear();

    DemoWorld &q;
    DemoOptions options;
    State state = State::Stopped;
    SystemClock clock;
    HpaFormula controller;
    std::unique_ptr<RunDirectory> folder;
    std::unique_ptr<HistoryCache> cache;
    std::unique_ptr<HistoryBuilder> builder;
    std::unique_ptr<Simulator> simulator;
    std::unique_ptr<DemoCluster> cluster;
    std::int64_t liveSince = 0;
    std::unique_ptr<Exporter> exporter;
    std::unique_ptr<PrometheusServer> prometheus;
    std::unique_ptr<SlowProxy> proxy;
    QTimer ticker;
    quint16 exporterPort = 0;
    quint16 proxyPort = 0;
    bool wantsPrometheus = true;
    int generation = 0; ///< of the start; what arrives late from an earlier one is dropped
    std::chrono::milliseconds delay{0};
};

/// Everything that fails early: folders, exporter, configuration.
Result<void> DemoWorld::Private::prepare()
{
    const QString runs = cacheRoot() + u"/run"_s;
    RunDirectory::removeLeftovers(runs);
    Result<std::unique_ptr<RunDirectory>> made = RunDirectory::create(runs);
    if (!made) {
        return made.error();
    }
    folder = std::move(made).value();
    exporter = std::make_unique<Exporter>();
    const Result<quint16> port = exporter->start();
    if (!port) {
        return port.error();
    }
    exporterPort = *port;
    prometheus = std::make_unique<PrometheusServer>(folder->path());
    return prometheus->writeConfig(exporterPort, options.scrapeInterval);
}

void DemoWorld::Private::buildHistory()
{
    const std::int64_t now = nowSecond();
    if (options.history.count() <= 0) {
        goLive(Simulator::settledAt(options.seed, now));
        return;
    }
    setState(State::BuildingHistory);
    Q_EMIT q.log(DemoWorld::tr("Preparing %1 of history").arg(humanDuration(options.history)));
    constexpr std::int64_t cut = std::int64_t{2} * 3600;
    const std::int64_t from = (now - options.history.count()) / cut * cut;
    cache = std::make_unique<HistoryCache>(cacheRoot(), options.seed, options.history);
    builder =
        std::make_unique<HistoryBuilder>(*cache, clock, folder->path(), prometheus->dataFolder());
    QObject::connect(builder.get(), &HistoryBuilder::progress, &q, [this](double fraction) {
        Q_EMIT q.progress(historyShare * fraction, DemoWorld::tr("Preparing history"));
    });
    QObject::connect(builder.get(), &HistoryBuilder::failed, &q,
                     [this](const Error &error) { fail(error); });
    QObject::connect(
        builder.get(), &HistoryBuilder::finished, &q,
        [this, started = generation](const WorldState &last) {
            if (started == generation) {
                goLive(last);
            }
        },
        Qt::QueuedConnection);
    builder->start(options.seed, from);
}

void DemoWorld::Private::goLive(WorldState last)
{
    builder.reset();
    cache.reset(); // lets another demo use it
    simulator = std::make_unique<Simulator>(std::move(last), controller);
    liveSince = nowSecond();
    simulator->advanceTo(liveSince);
    if (options.cluster) {
        startCluster();
    } else {
        beginSteps();
    }
}

void DemoWorld::Private::beginSteps()
{
    advance();
    QObject::connect(&ticker, &QTimer::timeout, &q, [this] { advance(); });
    ticker.start(tick);
    launchPrometheus();
}

void DemoWorld::Private::advance()
{
    if (cluster) {
        cluster->advanceTo(*simulator, worldSecond());
    } else {
        simulator->advanceTo(worldSecond());
    }
    exporter->publish(simulator->state());
}

/// Not on the main thread: keys are made and a server is filled.
void DemoWorld::Private::startCluster()
{
    Q_EMIT q.log(DemoWorld::tr("Starting the cluster"));
    Q_EMIT q.progress(historyShare, DemoWorld::tr("Starting the cluster"));
    using Started = std::shared_ptr<Result<std::unique_ptr<DemoCluster>>>;
    QtConcurrent::run([last = simulator->state(), path = folder->path()]() -> Started {
        return std::make_shared<Started::element_type>(DemoCluster::start(last, path));
    }).then(&q, [this, started = generation](const Started &made) {
        if (started == generation) {
            clusterStarted(std::move(*made));
        }
    });
}

void DemoWorld::Private::clusterStarted(Result<std::unique_ptr<DemoCluster>> started)
{
    if (!started) {
        fail(started.error());
        return;
    }
    cluster = std::move(started).value();
    if (const Result<void> written = cluster->writeKubeconfig(kubeconfig()); !written) {
        fail(written.error());
        return;
    }
    cluster->follow(*simulator);
    beginSteps();
}

std::int64_t DemoWorld::Private::worldSecond() const
{
    return liveSince + (nowSecond() - liveSince) * options.speed;
}

void DemoWorld::Private::launchPrometheus()
{
    setState(State::StartingPrometheus);
    Q_EMIT q.log(DemoWorld::tr("Starting Prometheus"));
    Q_EMIT q.progress(historyShare, DemoWorld::tr("Starting Prometheus"));
    QObject::connect(prometheus.get(), &PrometheusServer::started, &q,
                     [this] { prometheusStarted(); });
    QObject::connect(prometheus.get(), &PrometheusServer::failed, &q,
                     [this](const Error &error) { prometheusFailed(error); });
    // Queued, because the process that has ended must not be replaced within its own signal.
    QObject::connect(
        prometheus.get(), &PrometheusServer::stopped, &q,
        [this, started = generation] {
            if (started == generation && wantsPrometheus && !prometheus->isBusy()) {
                prometheus->start();
            }
        },
        Qt::QueuedConnection);
    prometheus->start();
}

void DemoWorld::Private::prometheusStarted()
{
    if (!proxy) {
        proxy = std::make_unique<SlowProxy>();
        const Result<quint16> port = proxy->listen(options.prometheusPort);
        if (!port) {
            fail(port.error());
            return;
        }
        proxyPort = *port;
    }
    if (!wantsPrometheus) {
        prometheus->stop(); // it was sent away while it was starting
        return;
    }
    proxy->setTarget(prometheus->port());
    if (cluster) {
        cluster->setPrometheusPort(proxyPort);
    }
    proxy->setDelay(delay);
    proxy->setGone(false);
    if (state == State::Ready) {
        Q_EMIT q.log(DemoWorld::tr("Prometheus is back"));
        Q_EMIT q.prometheusRunningChanged(true);
        return;
    }
    setState(State::Ready);
    Q_EMIT q.progress(1, DemoWorld::tr("Ready"));
    Q_EMIT q.log(DemoWorld::tr("Prometheus is ready at %1").arg(loopback(proxyPort)));
    Q_EMIT q.ready();
}

void DemoWorld::Private::prometheusFailed(const Error &error)
{
    if (state != State::Ready) {
        fail(error);
        return;
    }
    proxy->setGone(true);
    Q_EMIT q.log(error.sentence());
    Q_EMIT q.prometheusRunningChanged(false);
}

void DemoWorld::Private::fail(const Error &error)
{
    // Later, because the caller may be a signal of what is deleted here.
    QTimer::singleShot(std::chrono::milliseconds(0), &q, [this, error, started = generation] {
        if (started != generation) {
            return;
        }
        clear();
        setState(State::Failed);
        Q_EMIT q.failed(error);
    });
}

void DemoWorld::Private::clear()
{
    ++generation;
    ticker.stop();
    ticker.disconnect(&q);
    proxy.reset();
    builder.reset();
    cache.reset();
    prometheus.reset();
    exporter.reset();
    cluster.reset();
    simulator.reset();
    folder.reset();
    delay = std::chrono::milliseconds(0);
}

DemoWorld::DemoWorld(DemoOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{}

DemoWorld::~DemoWorld()
{
    d->clear();
}

void DemoWorld::start()
{
    if (d->state != State::Stopped && d->state != State::Failed) {
        return;
    }
    d->wantsPrometheus = true;
    d->setState(State::BuildingHistory);
    const Result<void> prepared = d->prepare();
    if (!prepared) {
        d->fail(prepared.error());
        return;
    }
    d->buildHistory();
}

void DemoWorld::stop()
{
    d->clear();
    d->setState(State::Stopped);
}

DemoWorld::State DemoWorld::state() const
{
    return d->state;
}

QUrl DemoWorld::prometheusUrl() const
{
    return d->state == State::Ready ? QUrl(loopback(d->proxyPort)) : QUrl();
}

QUrl DemoWorld::directPrometheusUrl() const
{
    return d->state == State::Ready ? QUrl(loopback(d->prometheus->port())) : QUrl();
}

QUrl DemoWorld::exporterUrl() const
{
    return d->exporter ? QUrl(loopback(d->exporterPort)) : QUrl();
}

QUrl DemoWorld::clusterUrl() const
{
    return d->cluster ? QUrl(d->cluster->url()) : QUrl();
}

Result<void> DemoWorld::writeKubeconfig(const QString &path) const
{
    if (!d->cluster) {
        return Error{.code = ErrorCode::NotFound,
                     .what = tr("There is no cluster in this demo"),
                     .where = {},
                     .why = {},
                     .advice = {},
                     .position = {}};
    }
    return d->cluster->writeKubeconfig(path);
}

QByteArray DemoWorld::workspaceYaml() const
{
    const QString kubeconfig = d->cluster ? d->kubeconfig() : QString();
    return writeWorkspace(demoWorkspace(prometheusUrl(), kubeconfig));
}

DemoStatus DemoWorld::status() const
{
    DemoStatus status;
    status.prometheusDelay = d->delay;
    status.prometheusRunning = d->prometheus && d->prometheus->isRunning();
    if (d->simulator) {
        const WorldState &state = d->simulator->state();
        const Scenario &scenario = d->simulator->scenario();
        status.turnsPerSecond = state.turnsPerSecond;
        status.spikeFactor = scenario.spike(state.second);
        status.pods = static_cast<int>(state.pods.size());
        status.backlog = state.queueReady;
        status.llmOutage = scenario.llmOutage(state.second);
        status.redisPressure = scenario.redisPressure;
    }
    return status;
}

void DemoWorld::spike(double factor, std::chrono::seconds duration)
{
    if (d->simulator) {
        Scenario &scenario = d->simulator->scenario();
        scenario.spikeFactor = std::clamp(factor, 0.0, mostSpike);
        scenario.spikeFrom = d->simulator->state().second;
        scenario.spikeUntil = scenario.spikeFrom + duration.count();
        Q_EMIT log(
            tr("Traffic x %1 for %2").arg(scenario.spikeFactor).arg(humanDuration(duration)));
    }
}

void DemoWorld::llmOutage(std::chrono::seconds duration)
{
    if (d->simulator) {
        d->simulator->scenario().llmOutageUntil = d->simulator->state().second + duration.count();
        Q_EMIT log(tr("The LLM provider is down for %1").arg(humanDuration(duration)));
    }
}

Result<void> DemoWorld::toolOutage(const QString &tool, std::chrono::seconds duration)
{
    QStringList known;
    for (std::size_t i = 0; i < toolCount; ++i) {
        known << QString::fromLatin1(toolNames.at(i).data(),
                                     static_cast<qsizetype>(toolNames.at(i).size()));
    }
    const qsizetype number = known.indexOf(tool);
    if (number < 0) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = tr("There is no such tool"),
                     .where = tool,
                     .why = tr("The demo's tools are: %1").arg(known.join(u", "_s)),
                     .advice = {},
                     .position = {}};
    }
    if (d->simulator) {
        d->simulator->scenario().toolOutageUntil.at(static_cast<std::size_t>(number)) =
            d->simulator->state().second + duration.count();
        Q_EMIT log(tr("The tool %1 fails for %2").arg(tool, humanDuration(duration)));
    }
    return {};
}

void DemoWorld::setRedisPressure(bool on)
{
    if (d->simulator) {
        d->simulator->scenario().redisPressure = on;
        Q_EMIT log(on ? tr("Redis fills up") : tr("Redis is relieved"));
    }
}

void DemoWorld::setPrometheusDelay(std::chrono::milliseconds delay)
{
    d->delay = std::max(delay, std::chrono::milliseconds(0));
    if (d->proxy) {
        d->proxy->setDelay(d->delay);
        Q_EMIT log(d->delay.count() > 0
                       ? tr("Prometheus answers after %1").arg(formatDuration(d->delay))
                       : tr("Prometheus answers at once"));
    }
}

void DemoWorld::stopPrometheus()
{
    if (d->state == State::Ready && std::exchange(d->wantsPrometheus, false)) {
        d->proxy->setGone(true);
        d->prometheus->stop();
        Q_EMIT log(tr("Prometheus is gone"));
        Q_EMIT prometheusRunningChanged(false);
    }
}

void DemoWorld::startPrometheus()
{
    if (d->state != State::Ready) {
        return;
    }
    d->wantsPrometheus = true;
    // While it is still ending, its end starts it again.
    if (!d->prometheus->isBusy()) {
        d->prometheus->start();
    }
}

void DemoWorld::calm()
{
    if (d->simulator) {
        d->simulator->scenario() = Scenario();
    }
    setPrometheusDelay(std::chrono::milliseconds(0));
}

} // namespace spillway::demo
