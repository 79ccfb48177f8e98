// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpaengine.h"
#include "scaling/kedaspec.h"

#include <optional>
#include <vector>

namespace spillway {

/// What one trigger's source answered.
struct KedaReading
{
    enum class Kind { Value, Null, Error };
    Kind kind = Kind::Value;
    double value = 0;
    HpaReading resource; ///< of a Resource trigger
};

/// One moment of the operator and of the HPA it made. Call every 15 s, the HPA's rhythm.
struct KedaSync
{
    std::int64_t time = 0; ///< seconds since the epoch (cron triggers look at the calendar)
    HpaScale scale;
    std::vector<KedaReading> readings; ///< one a trigger; of cron triggers not looked at
};

struct KedaDecision
{
    std::int32_t desired = 0;
    bool active = false; ///< some trigger is above its activation threshold (as of the last poll)
    bool byOperator =
        false; ///< the operator set the number itself (0 <-> 1, idle, pause), not the HPA
    std::vector<bool> fallback;     ///< by trigger: its value is the fallback's
    std::optional<HpaDecision> hpa; ///< none while there is no HPA or it is at zero
};

/// The KEDA operator of 2.20 over the HPA engine: activation and cooldown at the polling interval,
/// everything from 1 up by the HPA. Deterministic, no I/O. Any one thread.
/// pkg/scaling/executor/scale_scaledobjects.go and pkg/fallback/fallback.go of kedacore/keda
class KedaEngine
{
public:
    /// createdAt: when the ScaledObject was made, for initialCooldownPeriod; seconds.
    KedaEngine(KedaSpec spec, HpaController controller, std::int64_t createdAt);

    void setBounds(std::int32_t minReplicas, std::int32_t maxReplicas);
    /// As kubectl annotate does. A pause throws away the HPA and what it remembered.
    void setAnnotations(const KedaAnnotations &annotations);
    [[nodiscard]] KedaDecision step(const KedaSync &sync);

private:
    /// What a trigger's source gives; none: an error.
    struct Value
    {
        std::optional<double> measured;       ///< activation looks at this
        std::optional<std::int64_t> reported; ///< thousandths, as the HPA gets it
        bool fallback = false;                ///< reported is the fallback's
    };

    [[nodiscard]] Value valueOf(std::size_t trigger, const KedaSync &sync) const;
    [[nodiscard]] double cronValue(const KedaTrigger &trigger, std::int64_t time) const;
    [[nodiscard]] std::vector<Value> readAll(const KedaSync &sync) const;
    void addFallbacks(std::vector<Value> &values, const HpaScale &scale);
    [[nodiscard]] std::optional<std::int64_t> fallbackOf(std::size_t trigger,
                                                         const HpaScale &scale) const;
    [[nodiscard]] std::optional<double> compositeValue(const std::vector<Value> &values) const;
    [[nodiscard]] HpaReading compositeReading(const std::vector<Value> &values) const;
    [[nodiscard]] bool anyError(const std::vector<Value> &values) const;
    [[nodiscard]] bool isActive(const std::vector<Value> &values) const;
    [[nodiscard]] std::optional<std::int32_t> poll(const std::vector<Value> &values,
                                                   const KedaSync &sync);
    [[nodiscard]] std::optional<std::int32_t> whenActive(bool anyError, const KedaSync &sync);
    [[nodiscard]] std::optional<std::int32_t> whenInactive(bool anyError,
                                                           const KedaSync &sync) const;
    [[nodiscard]] KedaDecision whilePaused(const KedaSync &sync);
    [[nodiscard]] HpaDecision runHpa(std::vector<Value> &values, const KedaSync &sync);

    KedaSpec m_spec;
    HpaController m_controller;
    HpaEngine m_hpa;
    std::vector<int> m_failures; ///< by trigger: times in a row that the HPA asked in vain
    std::int64_t m_createdAt;
    std::int64_t m_nextPoll;
    std::optional<std::int64_t> m_lastActive;
    bool m_active = false;
};

} // namespace spillway
