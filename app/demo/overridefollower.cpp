// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/overridefollower.h"

#include <QTimeZone>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

using Mode = PolicyOverride::Mode;

bool isFor(const PolicyOverride &one, Component component)
{
    return one.service.toStdString() == componentNames.at(index(component));
}

BreakerOrder orderOf(const PolicyOverride &one)
{
    BreakerOrder order;
    order.mode = one.mode == Mode::Disabled      ? BreakerMode::Disabled
                 : one.mode == Mode::MetricsOnly ? BreakerMode::MetricsOnly
                                                 : BreakerMode::ForcedOpen;
    // Without a word about it, a breaker that let nothing through tries a few calls first.
    const bool carefully =
        one.then.isEmpty() ? one.mode == Mode::ForcedOpen : one.then == "HALF_OPEN"_L1;
    order.then = carefully ? BreakerMode::HalfOpen : BreakerMode::Closed;
    return order;
}

void addBreaker(const PolicyOverride &one, Orders &orders)
{
    const std::optional<std::size_t> tool = toolNamed(one.breaker);
    if (!tool) {
        return;
    }
    if (one.mode == Mode::Tune) {
        orders.settings.at(*tool) =
            tuned(orders.settings.at(*tool).value_or(BreakerSettings{}), one.tune);
    } else {
        orders.breakers.at(*tool) = orderOf(one);
    }
}

Fallback fallbackOf(const QString &name)
{
    return name == "cached-answer"_L1   ? Fallback::CachedAnswer
           : name == "human-handoff"_L1 ? Fallback::HumanHandoff
           : name == "queue"_L1         ? Fallback::Queue
                                        : Fallback::None;
}

/// What one override asks of a component; nothing if it is another's.
void add(const PolicyOverride &one, Component component, Orders &orders)
{
    if (!isFor(one, component)) {
        return;
    }
    switch (one.mode) {
    case Mode::ForcedOpen:
    case Mode::Disabled:
    case Mode::MetricsOnly:
    case Mode::Tune:
        if (component == Component::ToolRouter) {
            addBreaker(one, orders);
        }
        return;
    case Mode::RateLimit:
        if (component == Component::LlmConsumer) {
            orders.requestsPerMinute = one.rpm;
            orders.tokensPerMinute = one.tpm;
        }
        return;
    case Mode::Degrade:
        if (component == Component::LlmConsumer) {
            orders.consumers = fallbackOf(one.degradeTo);
        } else if (component == Component::DialogManager) {
            orders.dialogs = fallbackOf(one.degradeTo);
        }
        return;
    }
}

/// Whether a pod looks at its ConfigMap at this second. Neighbours do so one step apart.
bool readsAt(const Pod &pod, std::int64_t second)
{
    return (second / stepSeconds + pod.ordinal) % (OverrideFollower::readEvery / stepSeconds) == 0;
}

} // namespace

Orders OverrideFollower::step(const std::optional<QJsonObject> &data, const WorldState &state,
                              const ToolSettings &settings)
{
    read(data);
    updatePods(state);
    Orders orders;
    orders.settings = settings;
    for (const auto &[name, set] : m_pods) {
        orders.generations.emplace(name, set->generation);
    }
    const QDateTime now = QDateTime::fromSecsSinceEpoch(state.second, QTimeZone::utc());
    for (const Component component :
         {Component::ToolRouter, Component::LlmConsumer, Component::DialogManager}) {
        const OverrideSet holding = withoutExpired(*setOf(state, component), now);
        for (const PolicyOverride &one : holding.overrides) {
            add(one, component, orders);
        }
    }
    return orders;
}

void OverrideFollower::read(const std::optional<QJsonObject> &data)
{
    if (data == m_data) {
        return;
    }
    m_data = data;
    m_problem.reset();
    Result<OverrideSet> set = data ? parseOverrides(*data) : OverrideSet{};
    if (set) {
        for (const PolicyOverride &one : set->overrides) {
            const std::vector<Error> problems = validateOverride(one);
            if (!problems.empty()) {
                set = problems.front();
                break;
            }
        }
    }
    if (!set) {
        m_problem = set.error(); // everybody stays with the last one that was understood
    } else if (*set != *m_latest) {
        m_latest = std::make_shared<const OverrideSet>(std::move(*set));
    }
}

void OverrideFollower::updatePods(const WorldState &state)
{
    std::map<std::string, Set> pods;
    for (const Pod &pod : state.pods) {
        if (!readsOverrides(pod.component) || !pod.isReady(state.second)) {
            continue;
        }
        const std::string name = nameOfPod(state.seed, pod);
        const auto known = m_pods.find(name);
        const bool reads = known == m_pods.end() || readsAt(pod, state.second);
        pods.emplace(name, reads ? m_latest : known->second);
    }
    m_pods = std::move(pods);
}

OverrideFollower::Set OverrideFollower::setOf(const WorldState &state, Component component) const
{
    std::map<Set, int> votes;
    for (const Pod &pod : state.pods) {
        const auto known = m_pods.find(nameOfPod(state.seed, pod));
        if (pod.component == component && known != m_pods.end()) {
            ++votes[known->second];
        }
    }
    Set most = m_latest; // of equally many it is the newest
    int best = votes[m_latest];
    for (const auto &[set, count] : votes) {
        if (count > best) {
            most = set;
            best = count;
        }
    }
    return most;
}

} // namespace spillway::demo
