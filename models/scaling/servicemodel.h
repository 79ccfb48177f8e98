// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace spillway {

/// How long a pod takes from created to ready, as it was measured.
class ColdStart
{
public:
    ColdStart() = default;
    /// Seconds; those that are not finite or negative are left out.
    explicit ColdStart(std::vector<double> samples);

    [[nodiscard]] bool isKnown() const { return !m_sorted.empty(); }
    [[nodiscard]] std::size_t sampleCount() const { return m_sorted.size(); }
    /// Seconds; 0 if nothing is known.
    [[nodiscard]] double quantile(double q) const;
    /// The nth pod's own time: evenly spread over the measured distribution, the same in every run.
    [[nodiscard]] double ofPod(std::size_t ordinal) const;

private:
    std::vector<double> m_sorted;
};

/// What one replica of a component can do, and what it costs in time and processor. Latency follows
/// Sakasegawa's approximation of M/M/c: base x (1 + burstiness x rho^(sqrt(2(c+1))-1) /
/// (c(1-rho))). H. Sakasegawa, An approximation formula Lq = alpha rho^beta / (1 - rho), 1977.
struct ServiceModel
{
    double requestsPerReplica = 100; ///< requests a second at utilisation 1
    double unloadedSeconds = 0.05;   ///< p50 on an idle replica
    double burstiness = 1;           ///< 1: Poisson arrivals and exponential service
    double latencySpread = 0.5;      ///< standard deviation of ln(latency)
    double coresPerRequest = 0.005;  ///< core seconds a request
    double idleCores = 0;            ///< of a ready replica without requests
    double startingCores = 0;        ///< of a replica that is not ready yet
    double requestedCores = 0.5;     ///< resources.requests.cpu
    int concurrency =
        0; ///< requests at once a replica (a queue worker); 0: bound by requestsPerReplica
    ColdStart coldStart;

    /// Requests a second of one replica, concurrency considered.
    [[nodiscard]] double capacity() const;
};

/// The waiting term of the latency curve. rho is cut at 0.97: above that a backlog tells the rest.
[[nodiscard]] double waitFactor(double rho, int replicas);
/// p50 in seconds at a utilisation, without backlog.
[[nodiscard]] double medianLatency(const ServiceModel &model, double rho, int replicas);
/// p95 / p50 of a log-normal distribution.
[[nodiscard]] inline double tailRatio(double spread)
{
    constexpr double z95 = 1.6448536269514722;
    return std::exp(z95 * spread);
}

} // namespace spillway
