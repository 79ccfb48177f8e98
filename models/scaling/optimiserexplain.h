// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/optimiser.h"

#include <QStringList>

namespace spillway {

/// What a point of the front gives for what, against a neighbour: own value minus the other's.
struct FrontTrade
{
    std::size_t against = 0; ///< index in the front
    double cost = 0;
    double p95Seconds = 0;
    double share429 = 0;
};

/// Why a point is on the front.
struct FrontReason
{
    bool cheapest = false; ///< of those that hold (of all, if none holds)
    bool fastest = false;  ///< lowest p95 of all
    bool fewest429 = false;
    bool nearestMiss = false;
    std::vector<SloTerm> broken;         ///< by this point
    std::optional<FrontTrade> cheaper;   ///< against the next cheaper point
    std::optional<FrontTrade> dearer;    ///< against the next dearer point
    std::optional<SloTerm> binding;      ///< what its cheaper neighbours on the grid break
    double margin = 0;                   ///< to the limit of binding, as a share of the limit
    std::vector<std::size_t> atRangeEnd; ///< axes whose first or last value it has
    QStringList sentences;               ///< all of this, translated
};

/// One reason a point of result.front. `currency` is the ISO 4217 code of the costs.
[[nodiscard]] std::vector<FrontReason> explainFront(const OptimiserProblem &problem,
                                                    const OptimiserResult &result,
                                                    const QString &currency);

/// One sentence for the whole: what is best, or that nothing holds and what comes nearest.
[[nodiscard]] QString summariseSearch(const OptimiserProblem &problem,
                                      const OptimiserResult &result, const QString &currency);

} // namespace spillway
