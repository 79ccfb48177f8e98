// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpadecision.h"
#include "scaling/hpaspec.h"

#include <cstdint>
#include <vector>

namespace spillway {

/// A raw recommendation of an earlier sync.
struct HpaRecommendation
{
    std::int64_t time = 0; ///< seconds
    std::int32_t replicas = 0;
};

/// A change that was made, for the rate policies.
struct HpaScaleEvent
{
    std::int64_t time = 0;   ///< seconds
    std::int32_t change = 0; ///< positive in both lists
    bool outdated = false;
};

/// What the controller remembers about one HPA between two syncs.
struct HpaMemory
{
    std::vector<HpaRecommendation> recommendations; ///< in time order
    std::vector<HpaScaleEvent> ups;
    std::vector<HpaScaleEvent> downs;

    /// Forgets recommendations that no window can reach any more.
    void forgetBefore(std::int64_t time);
    /// The controller's odd rule (storeScaleEvent): a new event takes the place of the last
    /// outdated one.
    static void store(std::vector<HpaScaleEvent> &events, std::int64_t now, std::int32_t change,
                      std::int32_t longestPeriod);
};

/// Stabilises and limits decision.wanted into decision.stabilized and decision.desired, sets the
/// conditions AbleToScale and ScalingLimited, and remembers the recommendation.
void normalizeLegacy(HpaDecision &decision, HpaMemory &memory, std::int64_t now,
                     const HpaController &controller);
void normalizeWithBehavior(HpaDecision &decision, HpaMemory &memory, std::int64_t now,
                           const HpaBehavior &behavior);

} // namespace spillway
