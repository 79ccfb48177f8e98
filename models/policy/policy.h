// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/breakermodel.h"
#include "scaling/hpaspec.h"
#include "scaling/kedaspec.h"
#include "scaling/quota.h"
#include "scaling/schedule.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace spillway {

/// The values of a policy file (apiVersion spillway.dev/v1, kind ScalingPolicy), as they stand in
/// it: nothing is filled in but what every reader would. docs/policy.md describes the format;
/// policyparser.h reads it, policyscaling.h turns parts into what models/scaling computes with.
/// Where a value came from is not kept here but looked up by its field path (PolicyPositions).

/// A Kubernetes quantity, as written and in thousandths.
struct PolicyQuantity
{
    QString text;
    std::int64_t milli = 0;
    friend bool operator==(const PolicyQuantity &, const PolicyQuantity &) = default;
};

/// A reference to an object of the same namespace.
struct PolicyObject
{
    QString apiVersion;
    QString kind;
    QString name;
    friend bool operator==(const PolicyObject &, const PolicyObject &) = default;
};

using PolicyTexts = QMap<QString, QString>;

/// resource, containerResource, cpu, memory: use of cpu or memory by the component's own pods.
struct PolicyResourceMetric
{
    QString name;                          ///< cpu or memory
    QString container;                     ///< empty: the whole pod
    std::optional<int> averageUtilization; ///< per cent of the request
    std::optional<PolicyQuantity> averageValue;
    friend bool operator==(const PolicyResourceMetric &, const PolicyResourceMetric &) = default;
};

/// pods: a metric that each pod has, averaged.
struct PolicyPodsMetric
{
    QString name;
    PolicyTexts selector; ///< labels of the series
    PolicyQuantity averageValue;
    friend bool operator==(const PolicyPodsMetric &, const PolicyPodsMetric &) = default;
};

/// object: a metric of another object, such as an Ingress.
struct PolicyObjectMetric
{
    QString name;
    PolicyObject object;
    PolicyTexts selector;
    std::optional<PolicyQuantity> value; ///< one of the two
    std::optional<PolicyQuantity> averageValue;
    friend bool operator==(const PolicyObjectMetric &, const PolicyObjectMetric &) = default;
};

/// external: a metric of no object in the cluster.
struct PolicyExternalMetric
{
    QString name;
    PolicyTexts selector;
    std::optional<PolicyQuantity> value; ///< one of the two
    std::optional<PolicyQuantity> averageValue;
    friend bool operator==(const PolicyExternalMetric &, const PolicyExternalMetric &) = default;
};

/// A (Cluster)TriggerAuthentication.
struct PolicyAuthentication
{
    QString name; ///< empty: none
    QString kind = QStringLiteral("TriggerAuthentication");
    friend bool operator==(const PolicyAuthentication &, const PolicyAuthentication &) = default;
};

/// prometheus: a KEDA trigger.
struct PolicyPrometheusTrigger
{
    QString name; ///< empty: KEDA numbers it
    QString query;
    double threshold = 0;
    std::optional<double> activationThreshold;
    QString serverAddress; ///< empty: spec.prometheus.serverAddress
    HpaMetric::TargetType metricType = HpaMetric::TargetType::AverageValue;
    bool ignoreNullValues = false; ///< true: a lost Prometheus looks like no load
    PolicyAuthentication authentication;
    QString nameSpace;           ///< of namespaced queries, as Thanos has them
    PolicyTexts customHeaders;   ///< none with a secret: those come from the authentication
    PolicyTexts queryParameters; ///< added to each request
    bool unsafeSsl = false;      ///< the certificate is not checked
    std::optional<std::chrono::milliseconds> timeout; ///< none: the operator's
    friend bool operator==(const PolicyPrometheusTrigger &,
                           const PolicyPrometheusTrigger &) = default;
};

/// rabbitmq: a KEDA trigger.
struct PolicyRabbitmqTrigger
{
    enum class Mode : std::uint8_t {
        QueueLength,
        MessageRate,
        DeliverGetRate,
        PublishedToDeliveredRatio,
        ExpectedQueueConsumptionTime
    };
    QString name;
    QString queue;
    QString vhost;
    Mode mode = Mode::QueueLength;
    double value = 0;
    std::optional<double> activationValue;
    QString hostFromEnv; ///< variable of the target's container; empty: RABBITMQ_URL, unless
                         ///< authentication gives the host
    QString protocol;    ///< auto, amqp or http; empty: KEDA decides
    bool excludeUnacknowledged = false;
    PolicyAuthentication authentication;
    std::optional<HpaMetric::TargetType> metricType; ///< none: usualType()

    /// Ratios, times and rates of consumption do not become smaller by dividing them by the
    /// replicas, so KEDA wants Value for them.
    [[nodiscard]] HpaMetric::TargetType usualType() const
    {
        return mode == Mode::QueueLength || mode == Mode::MessageRate
                   ? HpaMetric::TargetType::AverageValue
                   : HpaMetric::TargetType::Value;
    }
    friend bool operator==(const PolicyRabbitmqTrigger &, const PolicyRabbitmqTrigger &) = default;
};

/// kafka: a KEDA trigger.
struct PolicyKafkaTrigger
{
    enum class OffsetReset : std::uint8_t { Latest, Earliest };
    QString name;
    QString bootstrapServers;
    QString consumerGroup;
    QString topic;
    std::int64_t lagThreshold = 10;
    std::optional<std::int64_t> activationLagThreshold;
    bool allowIdleConsumers = false;
    bool limitToPartitionsWithLag = false;
    bool excludePersistentLag = false;
    std::optional<int> partitions; ///< of the topic: only for simulation and findings
    PolicyAuthentication authentication;
    HpaMetric::TargetType metricType = HpaMetric::TargetType::AverageValue;
    bool ensureEvenDistribution = false; ///< only numbers of replicas that divide the partitions
    QString partitionLimitation;         ///< such as 1,2,10-20; empty: all
    bool scaleToZeroOnInvalidOffset = false;
    OffsetReset offsetReset = OffsetReset::Latest;
    QString version; ///< of the brokers' protocol; empty: KEDA's
    friend bool operator==(const PolicyKafkaTrigger &, const PolicyKafkaTrigger &) = default;
};

/// cron: a KEDA trigger; a floor by metric. Windows are exact, this is not.
struct PolicyCronTrigger
{
    QString name;
    QString timezone; ///< empty: the policy's
    QString start;    ///< five fields
    QString end;
    int desiredReplicas = 1;
    friend bool operator==(const PolicyCronTrigger &, const PolicyCronTrigger &) = default;
};

using PolicyMetric = std::variant<PolicyResourceMetric, PolicyPodsMetric, PolicyObjectMetric,
                                  PolicyExternalMetric, PolicyPrometheusTrigger,
                                  PolicyRabbitmqTrigger, PolicyKafkaTrigger, PolicyCronTrigger>;

/// One direction of behavior, as written; behaviorOf() fills in the rest.
struct PolicyRules
{
    std::optional<int> stabilizationWindowSeconds;
    std::optional<HpaRules::Select> selectPolicy;
    std::vector<HpaPolicy> policies; ///< empty: the API server's defaults
    std::optional<double> tolerance;
    friend bool operator==(const PolicyRules &, const PolicyRules &) = default;
};

struct PolicyBehavior
{
    std::optional<PolicyRules> scaleUp;
    std::optional<PolicyRules> scaleDown;
    friend bool operator==(const PolicyBehavior &, const PolicyBehavior &) = default;
};

/// Only with engine keda.
struct PolicyKeda
{
    std::optional<int> pollingInterval; ///< seconds, as all of these
    std::optional<int> cooldownPeriod;
    std::optional<int> initialCooldownPeriod;
    std::optional<int> idleReplicas;
    std::optional<KedaFallback> fallback; ///< none: replicas.min after three failures, never fewer
                                          ///< than there are
};

/// How a component deals with pods that take long to start.
struct PolicyColdStart
{
    std::optional<int> warmReplicas; ///< floors never go below it, whatever windows say
    bool leadTimeMeasured = false;   ///< p95 of pod scheduled -> ready, given from outside
    std::optional<std::chrono::milliseconds> leadTime;
    friend bool operator==(const PolicyColdStart &, const PolicyColdStart &) = default;
};

/// What the provider of a model allows.
struct PolicyQuota
{
    QuotaSpec spec;
    int concurrencyPerReplica = 1;
    std::optional<TokenUse> tokensPerRequest;         ///< none: measured
    std::optional<std::chrono::milliseconds> latency; ///< p95 of a call; none: measured

    /// The policy itself says enough to tell how many replicas it keeps busy.
    [[nodiscard]] bool canBeJudged() const
    {
        return latency && (tokensPerRequest || !spec.limitsTokens());
    }
    friend bool operator==(const PolicyQuota &, const PolicyQuota &) = default;
};

/// What users get once an answer takes too long.
struct PolicyDegrade
{
    enum class To : std::uint8_t { CachedAnswer, HumanHandoff, Queue };
    std::chrono::milliseconds after{0};
    To to = To::CachedAnswer;
    friend bool operator==(const PolicyDegrade &, const PolicyDegrade &) = default;
};

/// A breaker at mesh level: one Istio DestinationRule. None of the numbers has a default of ours.
struct PolicyMesh
{
    QString host;
    std::optional<int> maxConnections;
    std::optional<int> maxPendingRequests;
    std::optional<int> maxRequests;
    std::optional<int> maxRetries;
    std::optional<int> consecutive5xxErrors;
    std::optional<std::chrono::milliseconds> interval;
    std::optional<std::chrono::milliseconds> baseEjectionTime;
    std::optional<int> maxEjectionPercent;
    friend bool operator==(const PolicyMesh &, const PolicyMesh &) = default;
};

/// A breaker around an external API. spec.name is the tool.
struct PolicyBreaker
{
    BreakerSpec spec;
    std::optional<PolicyMesh> mesh;
    friend bool operator==(const PolicyBreaker &, const PolicyBreaker &) = default;
};

struct PolicyCost
{
    PolicyTexts tags;                     ///< become labels: team, department, env, owner, app, ...
    bool labelPods = false;               ///< on the pod template too; rolls the pods
    std::optional<double> perReplicaHour; ///< in Policy::currency; none: from the workspace
    friend bool operator==(const PolicyCost &, const PolicyCost &) = default;
};

struct PolicyComponent
{
    enum class Engine : std::uint8_t { None, Hpa, Keda };

    QString name;
    PolicyObject target; ///< name empty: the component is not scaled
    Engine engine = Engine::None;
    int minReplicas = 1;
    int maxReplicas = 1;
    std::vector<PolicyMetric> metrics;
    PolicyBehavior behavior;
    PolicyKeda keda;
    std::vector<ScheduleWindow> windows;
    std::vector<ScheduleEvent> events;
    PolicyColdStart coldStart;
    std::optional<PolicyQuota> quota;
    std::optional<PolicyDegrade> degrade;
    std::vector<PolicyBreaker> breakers;
    PolicyCost cost;

    /// The highest maximum that base, windows and events ever give it.
    [[nodiscard]] int highestCap() const;
    /// Its bounds change over time, so a timeline is attached.
    [[nodiscard]] bool isScheduled() const
    {
        return engine != Engine::None && (!windows.empty() || !events.empty());
    }
};

struct PolicyAlert
{
    QString name;
    QString expr;                                     ///< PromQL
    std::optional<std::chrono::milliseconds> holdFor; ///< "for"
    std::optional<std::chrono::milliseconds> keepFiringFor;
    PolicyTexts labels;
    PolicyTexts annotations;
    friend bool operator==(const PolicyAlert &, const PolicyAlert &) = default;
};

/// A unit test of the policy.
struct PolicyAssertion
{
    enum class Kind : std::uint8_t {
        At,     ///< at a moment: "Mon 09:05" or "2026-11-05T10:00", in the policy's zone
        Event,  ///< all through an event
        Always, ///< over the whole horizon
        Cost,   ///< a month's cost
    };
    enum class Subject : std::uint8_t { MinReplicas, MaxReplicas, Replicas, Cost };
    enum class Comparison : std::uint8_t {
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual
    };

    Kind kind = Kind::Always;
    QString at;        ///< of At, as written
    QString event;     ///< of Event
    QString component; ///< empty with Cost: all
    /// Load under which Replicas is looked at, by metric: the sum over all pods, in the unit of the
    /// target (per cent of one pod's request for a utilisation).
    QMap<QString, double> given;
    std::optional<int> startReplicas;                ///< none: the floor
    std::chrono::milliseconds after{15 * 60 * 1000}; ///< how long the load has lasted
    QString expect;                                  ///< as written
    Subject subject = Subject::MinReplicas;
    Comparison comparison = Comparison::Equal;
    double value = 0;
    QString unit; ///< a currency with Cost
    friend bool operator==(const PolicyAssertion &, const PolicyAssertion &) = default;
};

/// The CronJob that applies the timeline.
struct PolicyScheduleSettings
{
    QString image = QStringLiteral("docker.io/alpine/k8s:1.32.0");
    QStringList imagePullSecrets;
    int everyMinutes = 5;
    bool forceConflicts = false; ///< wins over edits by hand instead of failing visibly
    PolicyTexts nodeSelector;
    friend bool operator==(const PolicyScheduleSettings &,
                           const PolicyScheduleSettings &) = default;
};

/// Where KEDA's prometheus triggers ask unless they say.
struct PolicyPrometheus
{
    QString serverAddress;
    PolicyAuthentication authentication;
    friend bool operator==(const PolicyPrometheus &, const PolicyPrometheus &) = default;
};

/// An iCalendar file whose events are holidays; the name is relative to the policy file.
struct PolicyCalendar
{
    QString file;
    friend bool operator==(const PolicyCalendar &, const PolicyCalendar &) = default;
};

struct Policy
{
    QString name;
    QString nameSpace;
    PolicyTexts labels; ///< of every object that is written
    QString timezone = QStringLiteral("UTC");
    QTimeZone zone = QTimeZone::utc();
    QString currency;               ///< of prices; empty: the workspace's
    std::vector<DateSpan> holidays; ///< those written in the file
    std::vector<PolicyCalendar> calendars;
    PolicyPrometheus prometheus;
    PolicyScheduleSettings schedule;
    std::vector<PolicyComponent> components;
    std::vector<PolicyAlert> alerts;
    std::vector<PolicyAssertion> assertions;

    /// Null if there is none of that name.
    [[nodiscard]] const PolicyComponent *find(const QString &component) const;
};

/// "hpa", "keda" or "none": stable.
[[nodiscard]] QLatin1String engineName(PolicyComponent::Engine engine);

} // namespace spillway
