// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/cronschedule.h"
#include "scaling/hpaspec.h"

#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// A trigger of a ScaledObject, as far as it decides.
/// https://keda.sh/docs/2.20/reference/scaledobject-spec/
struct KedaTrigger
{
    enum class Kind {
        External, ///< prometheus, rabbitmq, kafka, ...: one number
        Cron,
        Resource, ///< cpu or memory: handed to the HPA as it is, takes no part in activation of
                  ///< formulas
    };

    /// A cron trigger's window: desiredReplicas inside, 0 outside.
    struct Cron
    {
        CronSchedule start;
        CronSchedule end;
        QTimeZone zone = QTimeZone::utc();
        int desiredReplicas = 1;
    };

    Kind kind = Kind::External;
    QString name;
    HpaMetric::TargetType metricType = HpaMetric::TargetType::AverageValue;
    std::int64_t targetMilli = 1000; ///< threshold; 1 for cron
    double activation = 0;           ///< active if the value is above it
    bool nullIsZero = true; ///< ignoreNullValues: no value counts as 0 instead of as an error
    std::optional<int>
        partitions; ///< Kafka without allowIdleConsumers: lag beyond partitions x threshold is cut
    std::optional<Cron> cron;
    std::optional<HpaMetric> resource;
};

struct KedaFallback
{
    enum class Behavior {
        Static,
        CurrentReplicas,
        CurrentReplicasIfHigher,
        CurrentReplicasIfLower
    };
    int failureThreshold = 3; ///< used once more consecutive failures than this happened
    int replicas = 1;
    Behavior behavior = Behavior::Static;
};

/// The one formula that policies compile to: the largest of load / threshold over the named
/// triggers, cut to the value of the cap trigger while that is above zero.
struct KedaComposite
{
    std::vector<std::size_t> loads; ///< indices of External or Cron triggers
    std::optional<std::size_t> cap;
    std::int64_t targetMilli = 1000;
    double activation = 0;
};

enum class KedaPause { None, Paused, ScaleIn, ScaleOut };

struct KedaSpec
{
    std::int64_t pollingInterval = 30;
    std::int64_t cooldownPeriod = 300;
    std::int64_t initialCooldownPeriod = 0;
    std::optional<std::int32_t> idleReplicas;
    std::int32_t minReplicas = 0;
    std::int32_t maxReplicas = 100;
    std::optional<KedaFallback> fallback;
    std::vector<KedaTrigger> triggers;
    std::optional<KedaComposite> composite;
    std::optional<HpaBehavior> behavior;
    KedaPause pause = KedaPause::None;
    std::optional<std::int32_t> pausedReplicas;
};

/// The HPA that KEDA makes of it: minimum at least 1, External metrics (or one composite), cpu and
/// memory beside.
[[nodiscard]] HpaSpec hpaOfKeda(const KedaSpec &spec);

/// Counts at which the HPA rests although the metric asks for another one: a floor of 89 by a
/// metric leaves 81..88 alone, because 89/88 is inside the tolerance.
struct StuckRange
{
    std::int32_t from = 0;
    std::int32_t to = 0; ///< included
    friend bool operator==(const StuckRange &, const StuckRange &) = default;
};
[[nodiscard]] std::vector<StuckRange> stuckAround(std::int32_t desired,
                                                  const HpaController &controller,
                                                  const std::optional<HpaBehavior> &behavior);

} // namespace spillway
