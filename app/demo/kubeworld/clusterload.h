// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace spillway::demo {

/// What the metrics APIs of the cluster would answer at one moment. A value; the demo's simulator
/// fills it.
struct ClusterLoad
{
    struct PodLoad
    {
        double cores = 0;
        double memoryBytes = 0;
        QHash<QString, double> metrics; ///< custom metrics of the pod, by name
    };

    QHash<QString, PodLoad> pods; ///< by "namespace/pod"
    QHash<QString, double> known; ///< by "name{label=value}", such as those below

    /// The rate of requests of one job: `http_requests_total{job=rag-worker}`.
    [[nodiscard]] static QString requestsOf(const QString &job);
    /// The length of a queue: `rabbitmq_queue_messages_ready{queue=generation}`.
    [[nodiscard]] static QString lengthOf(const QString &queue);

    /// A query as people write them: the sum of a rate of one job's requests, or one queue's
    /// length. None: of another form, or of something that is not there.
    [[nodiscard]] std::optional<double> answer(const QString &promql) const;
    [[nodiscard]] std::optional<double> signal(const QString &name) const;
};

} // namespace spillway::demo
