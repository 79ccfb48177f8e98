// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/servicemodel.h"

#include <cstdint>
#include <vector>

namespace spillway {

/// The pods of one component over time. Times in seconds.
class ReplayPods
{
public:
    struct Pod
    {
        double created = 0;
        double ready = 0;
    };

    /// Starts with pods that have been ready for an hour.
    ReplayPods(ColdStart coldStart, int count, double now);

    /// Makes or removes pods; those that would be ready last go first.
    void scaleTo(int count, double now);
    [[nodiscard]] int count() const { return static_cast<int>(m_pods.size()); }
    [[nodiscard]] int ready(double now) const;
    /// Mean number of ready pods between two times.
    [[nodiscard]] double usable(double from, double to) const;
    /// In the order in which they get ready.
    [[nodiscard]] const std::vector<Pod> &pods() const { return m_pods; }

private:
    ColdStart m_coldStart;
    std::vector<Pod> m_pods;
    std::size_t m_made = 0;
};

} // namespace spillway
