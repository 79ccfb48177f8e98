// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/selfmetrics.h"

#include <QCoreApplication>
#include <QFile>

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SelfMetrics)
};

struct Definition
{
    const char *name;
    const char *help;
    double SelfCounts::*value;
    bool counter;
};

constexpr std::array definitions{
    Definition{"spillway_http_requests_total", "HTTP requests sent", &SelfCounts::requests, true},
    Definition{"spillway_http_failures_total", "HTTP requests that failed", &SelfCounts::failures,
               true},
    Definition{"spillway_http_received_bytes_total", "Bytes received, after decompression",
               &SelfCounts::receivedBytes, true},
    Definition{"spillway_queries_asked_total", "Queries asked by panels", &SelfCounts::queriesAsked,
               true},
    Definition{"spillway_queries_shared_total", "Queries answered by a request under way anyway",
               &SelfCounts::queriesShared, true},
    Definition{"spillway_queries_sent_total", "Queries sent to the backend",
               &SelfCounts::queriesSent, true},
    Definition{"spillway_frames_total", "Frames painted", &SelfCounts::frames, true},
    Definition{"spillway_frame_seconds_total", "Time spent on painting", &SelfCounts::frameSeconds,
               true},
    Definition{"spillway_frame_seconds_max", "Longest frame since the start",
               &SelfCounts::longestFrameSeconds, false},
    Definition{"spillway_gui_stall_seconds_max", "Longest stall of the GUI thread since the start",
               &SelfCounts::longestStallSeconds, false},
    Definition{"spillway_gui_stalls_total", "Stalls of the GUI thread above 50 ms",
               &SelfCounts::stalls, true},
    Definition{"spillway_gui_busy_seconds_total", "Time the GUI thread spent on events",
               &SelfCounts::busySeconds, true},
};

} // namespace

class SelfMetrics::Private
{
public:
    Source source;
    std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
    std::array<prometheus::Counter *, definitions.size()> counters{};
    std::array<prometheus::Gauge *, definitions.size()> gauges{};
    prometheus::Gauge *resident = nullptr;
    std::unique_ptr<prometheus::Exposer> exposer;
    QTimer timer;
};

SelfMetrics::SelfMetrics(Source source, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->source = std::move(source);
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const Definition &one = definitions.at(i);
        if (one.counter) {
            d->counters.at(i) = &prometheus::BuildCounter()
                                     .Name(one.name)
                                     .Help(one.help)
                                     .Register(*d->registry)
                                     .Add({});
        } else {
            d->gauges.at(i) = &prometheus::BuildGauge()
                                   .Name(one.name)
                                   .Help(one.help)
                                   .Register(*d->registry)
                                   .Add({});
        }
    }
    d->resident = &prometheus::BuildGauge()
                       .Name("process_resident_memory_bytes")
                       .Help("Resident memory")
                       .Register(*d->registry)
                       .Add({});
    d->timer.setInterval(std::chrono::seconds{1});
    connect(&d->timer, &QTimer::timeout, this, &SelfMetrics::update);
}

SelfMetrics::~SelfMetrics() = default;

Result<void> SelfMetrics::listen(const QString &address)
{
    update();
    try {
        d->exposer = std::make_unique<prometheus::Exposer>(address.toStdString(), 1);
        d->exposer->RegisterCollectable(d->registry);
    } catch (const std::exception &error) {
        d->exposer.reset();
        Error failure;
        failure.code = ErrorCode::Unreachable;
        failure.what = Text::tr("The console's own metrics cannot be served");
        failure.where = address;
        failure.why = QString::fromLocal8Bit(error.what());
        failure.advice = Text::tr("Choose a port that is free.");
        return failure;
    }
    d->timer.start();
    return {};
}

int SelfMetrics::port() const
{
    const auto ports = d->exposer ? d->exposer->GetListeningPorts() : std::vector<int>{};
    return ports.empty() ? 0 : ports.front();
}

qint64 SelfMetrics::residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

void SelfMetrics::update()
{
    const SelfCounts counts = d->source ? d->source() : SelfCounts{};
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const double value = counts.*(definitions.at(i).value);
        if (d->counters.at(i) != nullptr) {
            d->counters.at(i)->Increment(std::max(0.0, value - d->counters.at(i)->Value()));
        } else {
            d->gauges.at(i)->Set(value);
        }
    }
    d->resident->Set(static_cast<double>(residentBytes()));
}

} // namespace spillway
