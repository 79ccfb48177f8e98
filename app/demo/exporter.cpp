// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/exporter.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <prometheus/collectable.h>
#include <prometheus/exposer.h>
#include <prometheus/metric_family.h>

#include <cmath>
#include <exception>
#include <map>
#include <mutex>
#include <utility>

namespace spillway::demo {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::Exporter)
};

prometheus::MetricType typeOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Counter:
        return prometheus::MetricType::Counter;
    case MetricKind::Histogram:
        return prometheus::MetricType::Histogram;
    case MetricKind::Gauge:
        break;
    }
    return prometheus::MetricType::Gauge;
}

/// Collects what belongs to one job.
class CollectSink final : public MetricSink
{
public:
    explicit CollectSink(Job job)
        : m_job(job)
    {}

    void value(Job job, Family family, Labels labels, double value) override
    {
        if (job != m_job || std::isnan(value)) {
            return;
        }
        prometheus::ClientMetric &metric = add(family, labels);
        if (info(family).kind == MetricKind::Counter) {
            metric.counter.value = value;
        } else {
            metric.gauge.value = value;
        }
    }

    void histogram(Job job, Family family, Labels labels, const Distribution &distribution,
                   std::span<const double> bounds) override
    {
        if (job != m_job) {
            return;
        }
        prometheus::ClientMetric::Histogram &histogram = add(family, labels).histogram;
        histogram.sample_count = static_cast<std::uint64_t>(distribution.count);
        histogram.sample_sum = std::round(distribution.sum * 1000) / 1000;
        histogram.bucket.reserve(bounds.size());
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            prometheus::ClientMetric::Bucket bucket;
            bucket.cumulative_count = static_cast<std::uint64_t>(distribution.cumulative.at(i));
            bucket.upper_bound = bounds[i];
            histogram.bucket.push_back(bucket);
        }
    }

    [[nodiscard]] std::vector<prometheus::MetricFamily> take() { return std::move(m_families); }

private:
    prometheus::ClientMetric &add(Family family, Labels labels)
    {
        const auto [place, isNew] = m_places.try_emplace(family, m_families.size());
        if (isNew) {
            prometheus::MetricFamily made;
            made.name = info(family).name;
            made.help = info(family).help;
            made.type = typeOf(info(family).kind);
            m_families.push_back(std::move(made));
        }
        prometheus::ClientMetric &metric = m_families.at(place->second).metric.emplace_back();
        metric.label.reserve(labels.size());
        for (const Label &label : labels) {
            metric.label.push_back({std::string(label.first), std::string(label.second)});
        }
        return metric;
    }

    Job m_job;
    std::map<Family, std::size_t> m_places;
    std::vector<prometheus::MetricFamily> m_families;
};

} // namespace

std::vector<prometheus::MetricFamily> collectJob(const WorldState &state, Job job)
{
    CollectSink sink(job);
    visitFixed(state, sink);
    for (const Pod &pod : state.pods) {
        visitPod(state, pod, sink);
    }
    return sink.take();
}

struct Exporter::Latest
{
    std::mutex mutex;
    std::shared_ptr<const WorldState> state;
};

class Exporter::JobCollector final : public prometheus::Collectable
{
public:
    JobCollector(std::shared_ptr<Latest> latest, Job job)
        : m_latest(std::move(latest))
        , m_job(job)
    {}

    [[nodiscard]] std::vector<prometheus::MetricFamily> Collect() const override
    {
        std::shared_ptr<const WorldState> state;
        {
            const std::lock_guard lock(m_latest->mutex);
            state = m_latest->state;
        }
        return state ? collectJob(*state, m_job) : std::vector<prometheus::MetricFamily>{};
    }

private:
    std::shared_ptr<Latest> m_latest;
    Job m_job;
};

Exporter::Exporter()
    : m_latest(std::make_shared<Latest>())
{}

Exporter::~Exporter()
{
    stop();
}

Result<quint16> Exporter::start()
{
    try { // prometheus-cpp reports by exception
        m_exposer = std::make_unique<prometheus::Exposer>("127.0.0.1:0", 2);
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            m_collectors.push_back(std::make_shared<JobCollector>(m_latest, static_cast<Job>(i)));
            m_exposer->RegisterCollectable(m_collectors.back(),
                                           "/metrics/" + std::string(jobs.at(i).name));
        }
        return static_cast<quint16>(m_exposer->GetListeningPorts().at(0));
    } catch (const std::exception &error) {
        stop();
        return Error{.code = ErrorCode::Internal,
                     .what = Text::tr("Cannot start the exporter of the demo"),
                     .where = QStringLiteral("127.0.0.1"),
                     .why = QString::fromUtf8(error.what()),
                     .advice = {},
                     .position = {}};
    }
}

void Exporter::stop()
{
    if (m_exposer) {
        // The web server takes a second or two to end; nobody needs to wait for that but the
        // application's own end, which does.
        QThreadPool::globalInstance()->start(
            [exposer = std::shared_ptr<prometheus::Exposer>(std::move(m_exposer)),
             collectors = std::exchange(m_collectors, {})]() mutable {
                exposer.reset();
                collectors.clear();
            });
    }
}

void Exporter::publish(const WorldState &state)
{
    auto copy = std::make_shared<const WorldState>(state);
    const std::lock_guard lock(m_latest->mutex);
    m_latest->state = std::move(copy);
}

} // namespace spillway::demo
