// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/autoscaler.h"

#include <algorithm>
#include <cmath>

namespace spillway::demo {

ReplicaController::~ReplicaController() = default;

int HpaFormula::replicas(Component /*component*/, const AutoscalerInput &input,
                         AutoscalerMemory &memory) const
{
    constexpr double tolerance = 0.1;
    constexpr double mostReplicas = 1000; // keeps the cast defined whatever the metric says
    int proposal = input.specReplicas;
    if (std::abs(input.ratio - 1) > tolerance) {
        const double wanted = std::ceil(std::max(1, input.readyReplicas) * input.ratio);
        proposal = static_cast<int>(std::clamp(wanted, 0.0, mostReplicas));
    }
    const auto slot =
        static_cast<std::size_t>(input.second / periodSeconds) % AutoscalerMemory::length;
    memory.proposals.at(slot) = proposal;
    if (proposal < input.specReplicas) {
        const int highest = *std::max_element(memory.proposals.begin(), memory.proposals.end());
        proposal = std::min(input.specReplicas, highest);
    }
    const int fastest = std::max(input.specReplicas * 2, input.specReplicas + 4);
    return std::clamp(std::min(proposal, fastest), input.minReplicas, input.maxReplicas);
}

} // namespace spillway::demo
