// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/cronschedule.h"
#include "scaling/hpaspec.h"

#include <QMap>
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
        Resource, ///< cpu or memory: handed to the HPA as it is. Takes no part in activation, but
                  ///< a workload with no other triggers is always active
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
    /// Kafka without allowIdleConsumers: lag beyond partitions x threshold does not scale. For
    /// activation all of it counts.
    std::optional<int> partitions;
    std::optional<Cron> cron;
    std::optional<HpaMetric> resource;
};

/// What is reported for a trigger that fails. Behaviour scalingModifiers (2.20) is not here: it
/// needs a formula with ??.
struct KedaFallback
{
    enum class Behavior {
        Static,
        CurrentReplicas,
        CurrentReplicasIfHigher,
        CurrentReplicasIfLower
    };
    int failureThreshold = 3; ///< used once the HPA asked in vain more often than this in a row
    int replicas = 1;
    Behavior behavior = Behavior::Static;
};

/// The form of scalingModifiers that can be computed without an expression language, for
/// ScaledObjects of others: policies write caps as maxReplicaCount instead, which is exact and
/// holds for cpu and memory too. The largest of load / threshold over the named
/// triggers, cut to the value of the cap trigger while that is above zero. Its fallback needs a
/// whole number as target; with another one KEDA does without it and does not say so.
struct KedaComposite
{
    std::vector<std::size_t> loads; ///< indices of External or Cron triggers
    std::optional<std::size_t> cap;
    std::int64_t targetMilli = 1000;
    double activation = 0;
};

/// What people ask for with annotations of the ScaledObject.
/// https://keda.sh/docs/2.20/concepts/scaling-deployments/#pausing-autoscaling
struct KedaAnnotations
{
    bool paused = false; ///< no loop and no HPA: the number stays, or is pausedReplicas
    std::optional<std::int32_t> pausedReplicas;
    bool scaleInPaused = false; ///< bounds still act: an HPA above its maximum is cut
    bool scaleOutPaused = false;
    bool forceActivation = false; ///< as if a trigger were active

    /// A value that is no boolean counts as true, as it does for the operator. InvalidInput:
    /// paused-replicas is no whole number from 0; the operator then reports an error and goes on
    /// scaling.
    [[nodiscard]] static Result<KedaAnnotations> read(const QMap<QString, QString> &annotations);
    friend bool operator==(const KedaAnnotations &, const KedaAnnotations &) = default;
};

struct KedaSpec
{
    std::int64_t pollingInterval = 30;
    std::int64_t cooldownPeriod = 300;
    std::int64_t initialCooldownPeriod = 0;
    /// While nothing is active. Only 0 works: the HPA raises any other number to its minimum
    /// (keda#2314).
    std::optional<std::int32_t> idleReplicas;
    std::int32_t minReplicas = 0;
    std::int32_t maxReplicas = 100;
    std::optional<KedaFallback> fallback;
    std::vector<KedaTrigger> triggers;
    std::optional<KedaComposite> composite;
    std::optional<HpaBehavior> behavior;
    KedaAnnotations annotations;
};

/// The HPA that KEDA makes of it: minimum at least 1, External metrics (or one composite), cpu and
/// memory beside.
[[nodiscard]] HpaSpec hpaOfKeda(const KedaSpec &spec, const HpaController &controller = {});

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
