// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policysimulation.h"

#include <vector>

namespace spillway {

/// What the components with one value of a cost tag cost together.
struct TagShare
{
    QString value; ///< empty: those without the tag
    QStringList components;
    /// Served is that of the whole system, so that the costs of 1,000 answers add up.
    ComponentCost cost;
};

/// The cost of a replay, divided by the values of one tag. All shares together are the whole.
struct TagCost
{
    QString tag;
    std::vector<TagShare> shares; ///< the dearest first, those without the tag last
};

/// By each tag that a component has (cost.tags) or all objects have (metadata.labels): OpenCost's
/// team, department, env, owner and app first, then others of cost.tags. Pure.
[[nodiscard]] std::vector<TagCost> tagCosts(const Policy &policy, const SimulatedPolicy &simulated);

} // namespace spillway
