// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/pipeline.h"

#include <vector>

namespace spillway {

/// What one step did to one component. Flows a second.
struct StageResult
{
    double served = 0;
    double rejected = 0; ///< 429s of the provider, each attempt counted
    double lost = 0;     ///< turned away, timed out, given up
    double utilisation = 0;
    double p50 = 0;     ///< seconds
    double p95 = 0;     ///< seconds
    double backlog = 0; ///< requests that wait at the end
};

/// A component as a queue in front of equal replicas: fluid above saturation, Sakasegawa's waiting
/// time below. With a quota it is the rate-limited stage with its retries.
class ReplayStage
{
public:
    ReplayStage(const PipelineComponent &component, double stepSeconds);

    /// offered: requests a second; usable: replicas that were ready, on the mean.
    [[nodiscard]] StageResult serve(double offered, double usable, EpochMs time);

private:
    /// One model's quota and who waits for it.
    struct Pool
    {
        double share = 1;
        QuotaMeter meter;
        double fresh = 0;             ///< never tried
        std::vector<double> retrying; ///< by the number of attempts made, from 1
    };

    [[nodiscard]] StageResult serveStation(double offered, double usable);
    [[nodiscard]] StageResult serveLlm(double offered, double usable, EpochMs time);
    struct Attempts
    {
        double admitted = 0;
        double rejected = 0;
        double lost = 0;
    };
    [[nodiscard]] double eligible(const Pool &pool) const;
    [[nodiscard]] Attempts attempt(Pool &pool, double allowed, EpochMs time);
    void addLatency(StageResult &result, double usable, double rate) const;

    ServiceModel m_service;
    double m_capacity; ///< of one replica
    double m_tail;     ///< p95 / p50
    bool m_queued;
    double m_timeout;
    double m_queueLimit;
    double m_step;
    double m_backlog = 0;
    std::vector<Pool> m_pools;
    std::vector<double> m_release; ///< share of those in back-off that may try again in a step
};

} // namespace spillway
