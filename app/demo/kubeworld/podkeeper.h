// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace spillway::demo {

/// When what happens to a pod; seconds since the epoch.
struct PodTimes
{
    std::int64_t created = 0;
    std::int64_t scheduled = 0; ///< it has a node
    std::int64_t running = 0;   ///< images are there, its containers run
    std::int64_t ready = 0;
    friend bool operator==(const PodTimes &, const PodTimes &) = default;
};

/// Annotation of a pod that says how long it takes from its node to ready.
inline constexpr QLatin1String startupAnnotation{"demo.spillway.dev/startup-seconds"};

/// The same pod always starts as fast: drawn from seed and name. A full cluster waits for a node.
[[nodiscard]] PodTimes podTimes(std::uint64_t seed, const QString &name, std::int64_t created,
                                double startupSeconds, bool waitsForNode);
/// Its status at that second, with the conditions from which cold starts are measured.
[[nodiscard]] QJsonObject podStatus(const QJsonObject &pod, const PodTimes &times,
                                    std::int64_t second);

/// Scheduler and kubelets: gives pods their nodes, lets them start in their own time, ends what is
/// deleted. Remembers the times of each pod; any one thread.
class PodKeeper
{
public:
    explicit PodKeeper(std::uint64_t seed)
        : m_seed(seed)
    {}

    /// For a pod that has been there before.
    void adopt(const QString &uid, const PodTimes &times) { m_times.insert(uid, times); }
    [[nodiscard]] ClusterPlan step(const ClusterView &view);
    /// None: not seen yet.
    [[nodiscard]] std::optional<PodTimes> timesOf(const QString &uid) const;

private:
    void meet(const QJsonObject &pod, std::int64_t second, bool isFull);
    void start(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second);
    void end(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second);

    std::uint64_t m_seed;
    QHash<QString, PodTimes> m_times;      ///< by uid
    QHash<QString, std::int64_t> m_ending; ///< by uid: since when
};

} // namespace spillway::demo
