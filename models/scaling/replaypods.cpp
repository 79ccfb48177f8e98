// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaypods.h"

#include <algorithm>

namespace spillway {

ReplayPods::ReplayPods(ColdStart coldStart, int count, double now)
    : m_coldStart(std::move(coldStart))
{
    constexpr double age = 3600;
    m_pods.assign(static_cast<std::size_t>(std::max(0, count)), Pod{now - age, now - age});
}

void ReplayPods::scaleTo(int count, double now)
{
    const auto wanted = static_cast<std::size_t>(std::max(0, count));
    if (m_pods.size() > wanted) {
        m_pods.resize(wanted);
    }
    while (m_pods.size() < wanted) {
        const Pod pod{now, now + m_coldStart.ofPod(m_made++)};
        const auto place =
            std::upper_bound(m_pods.begin(), m_pods.end(), pod,
                             [](const Pod &a, const Pod &b) { return a.ready < b.ready; });
        m_pods.insert(place, pod);
    }
}

int ReplayPods::ready(double now) const
{
    auto end = m_pods.end();
    while (end != m_pods.begin() && std::prev(end)->ready > now) {
        --end;
    }
    return static_cast<int>(end - m_pods.begin());
}

double ReplayPods::usable(double from, double to) const
{
    auto sum = static_cast<double>(m_pods.size());
    for (auto pod = m_pods.rbegin(); pod != m_pods.rend() && pod->ready > from; ++pod) {
        sum -= std::min(1.0, (pod->ready - from) / (to - from));
    }
    return sum;
}

} // namespace spillway
