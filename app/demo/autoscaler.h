// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldtypes.h"

#include <array>
#include <cstdint>

namespace spillway::demo {

/// What an autoscaler may look at.
struct AutoscalerInput
{
    int specReplicas = 1;
    int readyReplicas = 1;
    int minReplicas = 1;
    int maxReplicas = 1;
    double ratio = 1; ///< measured / target of the metric that asks for most
    std::int64_t second = 0;
};

/// What it must remember: its proposals of the last five minutes.
struct AutoscalerMemory
{
    static constexpr std::size_t length = 20; ///< 300 s of stabilization at 15 s
    std::array<std::int32_t, length> proposals{};
    friend bool operator==(const AutoscalerMemory &, const AutoscalerMemory &) = default;
};

/// Who decides how many replicas a deployment has. The demo's own formula now; a cluster's
/// autoscaler can take its place without a change of the model.
class ReplicaController
{
public:
    ReplicaController() = default;
    ReplicaController(const ReplicaController &) = delete;
    ReplicaController &operator=(const ReplicaController &) = delete;
    virtual ~ReplicaController();
    static constexpr std::int64_t periodSeconds = 15; ///< how often it is asked
    [[nodiscard]] virtual int replicas(Component component, const AutoscalerInput &input,
                                       AutoscalerMemory &memory) const = 0;
};

/// ceil(replicas x ratio) with 10 % tolerance, five minutes of scale-down stabilization and the
/// default scale-up limit (double, or four more, a period).
/// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
class HpaFormula final : public ReplicaController
{
public:
    [[nodiscard]] int replicas(Component component, const AutoscalerInput &input,
                               AutoscalerMemory &memory) const override;
};

} // namespace spillway::demo
