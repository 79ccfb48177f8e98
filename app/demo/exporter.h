// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/metricschema.h"

#include <QtGlobal>

#include <memory>
#include <vector>

namespace prometheus {
class Exposer;
struct MetricFamily;
} // namespace prometheus

namespace spillway::demo {

/// The metrics of one job in a state, as prometheus-cpp wants them.
[[nodiscard]] std::vector<prometheus::MetricFamily> collectJob(const WorldState &state, Job job);

/// Serves the latest published state on 127.0.0.1, one path "/metrics/<job>" a job. Scrapes are
/// answered on threads of its own; the members belong to one thread.
class Exporter
{
public:
    Exporter();
    Exporter(const Exporter &) = delete;
    Exporter &operator=(const Exporter &) = delete;
    ~Exporter();

    /// The port it got.
    Result<quint16> start();
    void stop();
    void publish(const WorldState &state);

private:
    struct Latest;
    class JobCollector;
    std::shared_ptr<Latest> m_latest;
    std::vector<std::shared_ptr<JobCollector>> m_collectors; // the exposer only holds weak pointers
    std::unique_ptr<prometheus::Exposer> m_exposer;
};

} // namespace spillway::demo
