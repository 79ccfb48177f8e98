// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/servicemodel.h"

#include "scaling/fitline.h"

#include <algorithm>

namespace spillway {

ColdStart::ColdStart(std::vector<double> samples)
    : m_sorted(std::move(samples))
{
    std::erase_if(m_sorted, [](double value) { return !std::isfinite(value) || value < 0; });
    std::sort(m_sorted.begin(), m_sorted.end());
}

double ColdStart::quantile(double q) const
{
    return m_sorted.empty() ? 0 : quantileOfSorted(m_sorted, q);
}

double ColdStart::ofPod(std::size_t ordinal) const
{
    // Multiples of the golden ratio fill 0..1 evenly whatever their number.
    constexpr double golden = 0.6180339887498949;
    const double place = 0.5 + static_cast<double>(ordinal) * golden;
    return quantile(place - std::floor(place));
}

double ServiceModel::capacity() const
{
    if (concurrency > 0 && unloadedSeconds > 0) {
        return concurrency / unloadedSeconds;
    }
    return requestsPerReplica;
}

double waitFactor(double rho, int replicas)
{
    constexpr double fullest = 0.97;
    if (replicas <= 0 || rho <= 0) {
        return 0;
    }
    const double cut = std::min(rho, fullest);
    const double c = replicas;
    return std::pow(cut, std::sqrt(2 * (c + 1)) - 1) / (c * (1 - cut));
}

double medianLatency(const ServiceModel &model, double rho, int replicas)
{
    return model.unloadedSeconds * (1 + model.burstiness * waitFactor(rho, replicas));
}

} // namespace spillway
