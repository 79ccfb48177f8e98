// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/orders.h"
#include "demo/servicesettings.h"
#include "demo/worldstate.h"
#include "policy/overrides.h"

#include <QJsonObject>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace spillway::demo {

/// The consumers of the ConfigMap `spillway-overrides`: each pod reads it every half minute at a
/// moment of its own and when it starts, and obeys the last set that it understood. The model has
/// one breaker a tool and one queue, so a service does what most of its ready pods obey. Ends are
/// judged here, by the world's clock. The contract is in docs/policy.md. No I/O, any one thread.
class OverrideFollower
{
public:
    static constexpr std::int64_t readEvery = 30; ///< seconds

    /// The data of the ConfigMap at the state's second; nothing if there is none. `settings` are
    /// those that overrides tune.
    [[nodiscard]] Orders step(const std::optional<QJsonObject> &data, const WorldState &state,
                              const ToolSettings &settings = {});
    /// Why the present ConfigMap is not obeyed.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    using Set = std::shared_ptr<const OverrideSet>;

    void read(const std::optional<QJsonObject> &data);
    void updatePods(const WorldState &state);
    [[nodiscard]] Set setOf(const WorldState &state, Component component) const;

    std::optional<QJsonObject> m_data;
    std::optional<Error> m_problem;
    Set m_latest = std::make_shared<const OverrideSet>(); ///< what a pod gets that reads now
    std::map<std::string, Set> m_pods; ///< what each ready pod obeys, by its name
};

} // namespace spillway::demo
