// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Type = PolicyType;
constexpr std::int64_t int32Max = std::numeric_limits<std::int32_t>::max();
/// More replicas than any cluster holds: a slip of the pen.
constexpr std::int64_t mostReplicas = 100'000;

constexpr std::array engineNames{"none"_L1, "hpa"_L1, "keda"_L1};
constexpr std::array metricTypeNames{"Utilization"_L1, "AverageValue"_L1, "Value"_L1};
constexpr std::array triggerTypeNames{"AverageValue"_L1, "Value"_L1};
constexpr std::array rabbitmqModeNames{"QueueLength"_L1, "MessageRate"_L1, "DeliverGetRate"_L1,
                                       "PublishedToDeliveredRatio"_L1,
                                       "ExpectedQueueConsumptionTime"_L1};
constexpr std::array offsetResetNames{"latest"_L1, "earliest"_L1};
constexpr std::array protocolNames{"auto"_L1, "amqp"_L1, "http"_L1};
constexpr std::array selectNames{"Max"_L1, "Min"_L1, "Disabled"_L1};
constexpr std::array ruleTypeNames{"Pods"_L1, "Percent"_L1};
constexpr std::array fallbackNames{"static"_L1, "currentReplicas"_L1, "currentReplicasIfHigher"_L1,
                                   "currentReplicasIfLower"_L1};
constexpr std::array countingNames{"admission-estimate"_L1, "post-charge"_L1};
constexpr std::array quotaWindowNames{"fixed-minute"_L1, "sliding"_L1, "token-bucket"_L1,
                                      "slices"_L1};
constexpr std::array degradationNames{"cached-answer"_L1, "human-handoff"_L1, "queue"_L1};
constexpr std::array breakerWindowNames{"count"_L1, "time"_L1};
constexpr std::array dayNames{"Mon"_L1, "Tue"_L1, "Wed"_L1, "Thu"_L1, "Fri"_L1, "Sat"_L1, "Sun"_L1};
constexpr std::array resourceNames{"cpu"_L1, "memory"_L1};
constexpr std::array authenticationKinds{"TriggerAuthentication"_L1,
                                         "ClusterTriggerAuthentication"_L1};
constexpr std::array monthNames{"cost"_L1};

using Row = PolicyFieldRow;

constexpr Row of(Type type, QLatin1String key, const char *help)
{
    return {.key = key, .type = type, .help = help};
}

constexpr Row text(QLatin1String key, const char *help)
{
    return of(Type::Text, key, help);
}

constexpr Row choice(QLatin1String key, const char *help, std::span<const QLatin1String> names)
{
    return {.key = key, .type = Type::Choice, .help = help, .choices = names};
}

constexpr Row integer(QLatin1String key, const char *help, std::int64_t min,
                      std::int64_t max = int32Max)
{
    return {.key = key, .type = Type::Integer, .help = help, .min = min, .max = max};
}

constexpr Row number(QLatin1String key, const char *help, std::int64_t min,
                     std::int64_t max = std::numeric_limits<std::int64_t>::max())
{
    return {.key = key, .type = Type::Number, .help = help, .min = min, .max = max};
}

constexpr Row map(QLatin1String key, const char *help, const PolicyShape &shape)
{
    return {.key = key, .type = Type::Map, .help = help, .shape = &shape};
}

constexpr Row listOf(Row row)
{
    row.list = true;
    return row;
}

constexpr Row maps(QLatin1String key, const char *help, const PolicyShape &shape)
{
    return listOf(map(key, help, shape));
}

/// Dates, or maps of the shape.
constexpr Row holidays(QLatin1String key, const char *help, const PolicyShape &shape)
{
    Row row = maps(key, help, shape);
    row.type = Type::Holiday;
    return row;
}

constexpr Row required(Row row)
{
    row.required = true;
    return row;
}

constexpr std::array authenticationRows{
    required(of(Type::Subdomain, "name"_L1, "Name of the TriggerAuthentication.")),
    choice("kind"_L1, "Its kind; TriggerAuthentication if left out.", authenticationKinds),
};
constexpr PolicyShape authenticationShape{"authentication"_L1, authenticationRows};

constexpr Row authenticationRow =
    map("authentication"_L1, "How KEDA signs in.", authenticationShape);
constexpr Row metricTypeRow =
    choice("metricType"_L1, "AverageValue divides by the pods, Value does not.", triggerTypeNames);
constexpr Row triggerNameRow = text("name"_L1, "Name of the trigger; unique in its component.");
constexpr Row selectorRow = of(Type::Texts, "selector"_L1, "Labels that the series must have.");
constexpr Row averageValueRow =
    of(Type::Quantity, "averageValue"_L1, "Target of the value divided by the number of pods.");
constexpr Row valueRow = of(Type::Quantity, "value"_L1, "Target of the value itself.");
constexpr Row utilizationRow =
    integer("averageUtilization"_L1, "Target in per cent of what the pods request.", 1);
constexpr Row containerRow =
    of(Type::Name, "container"_L1, "Only this container instead of the whole pod.");
constexpr Row resourceNameRow = required(choice("name"_L1, "cpu or memory.", resourceNames));
constexpr Row metricNameRow = required(text("name"_L1, "Name of the metric."));

constexpr std::array resourceRows{resourceNameRow, utilizationRow, averageValueRow};
constexpr PolicyShape resourceShape{"resource"_L1, resourceRows};

constexpr std::array containerResourceRows{
    resourceNameRow, required(of(Type::Name, "container"_L1, "The container that is measured.")),
    utilizationRow, averageValueRow};
constexpr PolicyShape containerResourceShape{"containerResource"_L1, containerResourceRows};

constexpr std::array shorthandRows{containerRow, utilizationRow, averageValueRow};
constexpr PolicyShape shorthandShape{"use"_L1, shorthandRows};

constexpr std::array podsRows{
    metricNameRow, selectorRow,
    required(of(Type::Quantity, "averageValue"_L1, "Target of the mean over the pods."))};
constexpr PolicyShape podsShape{"pods"_L1, podsRows};

constexpr std::array describedObjectRows{
    required(text("apiVersion"_L1, "Such as networking.k8s.io/v1.")),
    required(text("kind"_L1, "Such as Ingress.")),
    required(of(Type::Subdomain, "name"_L1, "Name of the object.")),
};
constexpr PolicyShape describedObjectShape{"describedObject"_L1, describedObjectRows};

constexpr std::array objectRows{
    metricNameRow,
    required(map("describedObject"_L1, "The object that has the metric.", describedObjectShape)),
    selectorRow, valueRow, averageValueRow};
constexpr PolicyShape objectShape{"object"_L1, objectRows};

constexpr std::array externalRows{metricNameRow, selectorRow, valueRow, averageValueRow};
constexpr PolicyShape externalShape{"external"_L1, externalRows};

constexpr std::array prometheusTriggerRows{
    triggerNameRow,
    required(text("query"_L1, "PromQL with one series as result.")),
    required(number("threshold"_L1, "Target of the value divided by the number of pods.", 0)),
    number("activationThreshold"_L1, "From zero replicas only above this value.", 0),
    text("serverAddress"_L1,
         "URL of Prometheus as KEDA sees it; spec.prometheus.serverAddress if left out."),
    metricTypeRow,
    of(Type::Boolean, "ignoreNullValues"_L1,
       "true: a query without result counts as 0, so a lost Prometheus scales in."),
    text("namespace"_L1, "Namespace of the query, for Thanos and others that ask for it."),
    of(Type::Texts, "customHeaders"_L1, "Headers such as X-Scope-OrgID; none with a secret."),
    of(Type::Texts, "queryParameters"_L1, "Added to each request."),
    of(Type::Boolean, "unsafeSsl"_L1, "true: the certificate is not checked."),
    of(Type::Duration, "timeout"_L1, "Of a request; that of the operator if left out."),
    authenticationRow,
};
constexpr PolicyShape prometheusTriggerShape{"prometheusTrigger"_L1, prometheusTriggerRows};

constexpr std::array rabbitmqRows{
    triggerNameRow,
    required(text("queue"_L1, "Name of the queue.")),
    text("vhost"_L1, "Virtual host."),
    choice("mode"_L1, "What is measured; QueueLength if left out.", rabbitmqModeNames),
    required(number("value"_L1, "Target, messages (or messages a second) a replica.", 0)),
    choice("metricType"_L1,
           "AverageValue divides by the pods, Value does not; what fits the mode if left out.",
           triggerTypeNames),
    number("activationValue"_L1, "From zero replicas only above this value.", 0),
    text("hostFromEnv"_L1, "Variable of the target's container that holds the URL; RABBITMQ_URL if "
                           "neither it nor authentication is given."),
    choice("protocol"_L1, "How KEDA talks to RabbitMQ.", protocolNames),
    of(Type::Boolean, "excludeUnacknowledged"_L1, "Count only messages that wait (http only)."),
    authenticationRow,
};
constexpr PolicyShape rabbitmqShape{"rabbitmq"_L1, rabbitmqRows};

constexpr std::array kafkaRows{
    triggerNameRow,
    required(text("bootstrapServers"_L1, "host:port, several with commas.")),
    required(text("consumerGroup"_L1, "The group whose lag counts.")),
    required(text("topic"_L1, "The topic.")),
    integer("lagThreshold"_L1, "Target, messages of lag a replica; 10 if left out.", 1),
    integer("activationLagThreshold"_L1, "From zero replicas only above this lag.", 0),
    of(Type::Boolean, "allowIdleConsumers"_L1, "More replicas than partitions."),
    of(Type::Boolean, "limitToPartitionsWithLag"_L1,
       "No more replicas than partitions that have a lag."),
    of(Type::Boolean, "excludePersistentLag"_L1,
       "Leave out partitions whose consumer stands still."),
    of(Type::Boolean, "ensureEvenDistributionOfPartitions"_L1,
       "Only numbers of replicas by which the partitions can be divided."),
    text("partitionLimitation"_L1, "Only these partitions: 1,2,10-20; all if left out."),
    of(Type::Boolean, "scaleToZeroOnInvalidOffset"_L1,
       "true: a partition without a committed offset counts as no lag instead of as one."),
    choice("offsetResetPolicy"_L1, "Where a group without offset begins; latest if left out.",
           offsetResetNames),
    text("version"_L1, "Version of the brokers, such as 2.5.0; KEDA's own if left out."),
    metricTypeRow,
    integer("partitions"_L1, "Partitions of the topic; for simulation and findings only.", 1),
    authenticationRow,
};
constexpr PolicyShape kafkaShape{"kafka"_L1, kafkaRows};

constexpr std::array cronRows{
    triggerNameRow,
    of(Type::Zone, "timezone"_L1, "IANA name; the policy's if left out."),
    required(of(Type::Cron, "start"_L1, "Five fields.")),
    required(of(Type::Cron, "end"_L1, "Five fields.")),
    required(integer("desiredReplicas"_L1,
                     "Floor between start and end, within the tolerance of the autoscaler.", 1,
                     mostReplicas)),
};
constexpr PolicyShape cronShape{"cron"_L1, cronRows};

constexpr std::array metricRows{
    map("resource"_L1, "Cpu or memory of the pods.", resourceShape),
    map("containerResource"_L1, "Cpu or memory of one container of the pods.",
        containerResourceShape),
    map("cpu"_L1, "Short for resource: {name: cpu}.", shorthandShape),
    map("memory"_L1, "Short for resource: {name: memory}.", shorthandShape),
    map("pods"_L1, "A metric that each pod has. Engine hpa.", podsShape),
    map("object"_L1, "A metric of another object. Engine hpa.", objectShape),
    map("external"_L1, "A metric of the external metrics API. Engine hpa.", externalShape),
    map("prometheus"_L1, "A query. Engine keda.", prometheusTriggerShape),
    map("rabbitmq"_L1, "A queue. Engine keda.", rabbitmqShape),
    map("kafka"_L1, "The lag of a consumer group. Engine keda.", kafkaShape),
    map("cron"_L1, "A floor by time, as a metric. Engine keda. Windows are exact, this is not.",
        cronShape),
};
constexpr PolicyShape metricShape{"metric"_L1, metricRows, true};

constexpr std::array rulePolicyRows{
    required(choice("type"_L1, "Pods or Percent.", ruleTypeNames)),
    required(integer("value"_L1, "Change allowed in a period.", 1)),
    required(integer("periodSeconds"_L1, "Length of the period.", 1, 1800)),
};
constexpr PolicyShape rulePolicyShape{"rulePolicy"_L1, rulePolicyRows};

constexpr std::array rulesRows{
    integer("stabilizationWindowSeconds"_L1, "How far back recommendations hold the number.", 0,
            3600),
    choice("selectPolicy"_L1, "Which of the policies counts; Max if left out.", selectNames),
    maps("policies"_L1, "How fast the number may change.", rulePolicyShape),
    number("tolerance"_L1, "Deviation that is ignored, 0.1 = 10 % (Kubernetes 1.35).", 0, 100),
};
constexpr PolicyShape rulesShape{"rules"_L1, rulesRows};

constexpr std::array behaviorRows{
    map("scaleUp"_L1, "On the way up.", rulesShape),
    map("scaleDown"_L1, "On the way down.", rulesShape),
};
constexpr PolicyShape behaviorShape{"behavior"_L1, behaviorRows};

constexpr std::array fallbackRows{
    required(integer("failureThreshold"_L1, "Failures in a row after which it holds.", 0)),
    required(integer("replicas"_L1, "Replicas while a source does not answer.", 0, mostReplicas)),
    choice("behavior"_L1, "What replicas means; static if left out.", fallbackNames),
};
constexpr PolicyShape fallbackShape{"fallback"_L1, fallbackRows};

constexpr std::array kedaRows{
    integer("pollingInterval"_L1, "Seconds between two looks while at zero; 30 if left out.", 1),
    integer("cooldownPeriod"_L1, "Seconds without activity before zero; 300 if left out.", 0),
    integer("initialCooldownPeriod"_L1, "Seconds after creation before zero.", 0),
    integer("idleReplicas"_L1, "Replicas while nothing is active; only 0 works.", 0, mostReplicas),
    map("fallback"_L1,
        "Replicas while a source does not answer; if left out, what there is, and at least the "
        "minimum.",
        fallbackShape),
};
constexpr PolicyShape kedaShape{"keda"_L1, kedaRows};

constexpr Row minRow = integer("min"_L1, "Floor: never fewer replicas.", 0, mostReplicas);
constexpr Row maxRow = integer("max"_L1, "Cap: never more replicas.", 1, mostReplicas);

constexpr std::array replicasRows{
    minRow, required(integer("max"_L1, "Cap: never more replicas.", 1, mostReplicas))};
constexpr PolicyShape replicasShape{"replicas"_L1, replicasRows};

constexpr std::array targetRows{
    text("apiVersion"_L1, "apps/v1 if left out."),
    text("kind"_L1, "Deployment if left out."),
    required(of(Type::Subdomain, "name"_L1, "Name of the workload.")),
};
constexpr PolicyShape targetShape{"target"_L1, targetRows};

constexpr std::array windowRows{
    required(text("name"_L1, "Shown as the reason.")),
    listOf(of(Type::Days, "days"_L1,
              "Mon, Tue, ... or ranges such as Mon-Fri; every day if left out.")),
    of(Type::Boolean, "holidays"_L1,
       "true: on holidays, above other windows, instead of on days of the week."),
    of(Type::Boolean, "otherwise"_L1, "true: whenever no other window holds."),
    of(Type::TimeOfDay, "from"_L1, "HH:MM; 00:00 if left out."),
    of(Type::TimeOfDay, "to"_L1, "HH:MM; 24:00 if left out; at or before from: on the next day."),
    minRow,
    maxRow,
};
constexpr PolicyShape windowShape{"window"_L1, windowRows};

constexpr std::array eventRows{
    required(text("name"_L1, "Shown as the reason.")),
    required(of(Type::LocalTime, "start"_L1, "2026-11-04T00:00, in the policy's time zone.")),
    required(of(Type::LocalTime, "end"_L1, "2026-11-12T02:00, in the policy's time zone.")),
    minRow,
    maxRow,
    of(Type::Duration, "rampIn"_L1, "The floor rises over this long before the start."),
    of(Type::Duration, "rampOut"_L1, "The floor falls over this long after the end."),
};
constexpr PolicyShape eventShape{"event"_L1, eventRows};

constexpr std::array coldStartRows{
    integer("warmReplicas"_L1, "No window or event lowers the floor below it.", 0, mostReplicas),
    of(Type::LeadTime, "leadTime"_L1, "Floors rise this much earlier: a duration, or measured."),
};
constexpr PolicyShape coldStartShape{"coldStart"_L1, coldStartRows};

constexpr std::array tokensRows{
    required(number("input"_L1, "Prompt, cached part included.", 0)),
    number("cached"_L1, "Part of the prompt read from the provider's cache.", 0),
    required(number("output"_L1, "Answer.", 0)),
    number("maxOutput"_L1, "max_tokens of the call.", 0),
};
constexpr PolicyShape tokensShape{"tokens"_L1, tokensRows};

constexpr std::array quotaRows{
    required(text("model"_L1, "Name of the model.")),
    number("rpm"_L1, "Requests a minute.", 1),
    number("tpm"_L1, "Tokens a minute, of both directions.", 1),
    number("inputTpm"_L1, "Prompt tokens a minute.", 1),
    number("outputTpm"_L1, "Answer tokens a minute.", 1),
    choice("counting"_L1, "When tokens are counted; post-charge if left out.", countingNames),
    choice("window"_L1, "How the minute is counted; fixed-minute if left out.", quotaWindowNames),
    of(Type::Boolean, "countInput"_L1, "Prompt tokens count."),
    of(Type::Boolean, "countOutput"_L1, "Answer tokens count."),
    of(Type::Boolean, "countCached"_L1, "Cached prompt tokens count."),
    of(Type::Duration, "burst"_L1, "token-bucket: how much is saved up."),
    of(Type::Duration, "slice"_L1, "slices: their length."),
    integer("concurrencyPerReplica"_L1, "Calls at once a replica; 1 if left out.", 1),
    map("tokensPerRequest"_L1, "Of a mean request; measured if left out.", tokensShape),
    of(Type::Duration, "latency"_L1, "p95 of a call; measured if left out."),
};
constexpr PolicyShape quotaShape{"quota"_L1, quotaRows};

constexpr std::array degradeRows{
    required(of(Type::Duration, "after"_L1, "Once an answer takes longer than this.")),
    required(choice("to"_L1, "What users get instead.", degradationNames)),
};
constexpr PolicyShape degradeShape{"degrade"_L1, degradeRows};

constexpr std::array meshRows{
    required(text("host"_L1, "Host of the DestinationRule; one breaker a host.")),
    integer("maxConnections"_L1, "connectionPool.tcp.maxConnections", 1),
    integer("maxPendingRequests"_L1, "connectionPool.http.http1MaxPendingRequests", 1),
    integer("maxRequests"_L1, "connectionPool.http.http2MaxRequests", 1),
    // Here 0 is what Istio takes for "not set", which is no limit, or 10 %.
    integer("maxRetries"_L1, "connectionPool.http.maxRetries", 1),
    integer("consecutive5xxErrors"_L1, "outlierDetection.consecutive5xxErrors; 0 switches it off.",
            0),
    of(Type::Duration, "interval"_L1, "outlierDetection.interval"),
    of(Type::Duration, "baseEjectionTime"_L1, "outlierDetection.baseEjectionTime"),
    integer("maxEjectionPercent"_L1, "outlierDetection.maxEjectionPercent", 1, 100),
};
constexpr PolicyShape meshShape{"mesh"_L1, meshRows};

constexpr std::array breakerRows{
    required(text("tool"_L1, "Name of the breaker.")),
    number("failureRateThreshold"_L1, "Per cent of failed calls that open it; 50 if left out.", 1,
           100),
    number("slowCallRateThreshold"_L1, "Per cent of slow calls that open it; 100 if left out.", 1,
           100),
    of(Type::Duration, "slowCallDuration"_L1, "From when on a call is slow; 60s if left out."),
    of(Type::Duration, "waitInOpen"_L1, "How long it stays open; 60s if left out."),
    integer("minimumCalls"_L1, "Calls before it judges; 100 if left out.", 1),
    choice("slidingWindow"_L1,
           "Whether it looks at the last calls or the last seconds; count if left out.",
           breakerWindowNames),
    integer("slidingWindowSize"_L1, "Calls or seconds; 100 if left out.", 1),
    integer("permittedInHalfOpen"_L1, "Calls that test whether it may close; 10 if left out.", 1),
    of(Type::Boolean, "automaticHalfOpen"_L1, "Becomes half open without a call."),
    map("mesh"_L1, "The same at mesh level, with Istio.", meshShape),
};
constexpr PolicyShape breakerShape{"breaker"_L1, breakerRows};

constexpr std::array costRows{
    of(Type::Texts, "tags"_L1,
       "Labels by which cost is divided: team, department, env, owner, app."),
    of(Type::Boolean, "labelPods"_L1, "Also on the pod template, which restarts the pods."),
    number("perReplicaHour"_L1, "Price of a replica in spec.currency, for assertions about cost.",
           0),
};
constexpr PolicyShape costShape{"cost"_L1, costRows};

constexpr std::array componentRows{
    required(of(Type::Name, "name"_L1, "Name of the component; unique.")),
    map("target"_L1, "The workload that is scaled.", targetShape),
    choice("engine"_L1, "Who scales it.", engineNames),
    map("replicas"_L1, "Bounds while no window or event says otherwise.", replicasShape),
    maps("metrics"_L1, "What it is scaled by; the greatest proposal wins.", metricShape),
    map("behavior"_L1, "As behavior of a HorizontalPodAutoscaler (autoscaling/v2).", behaviorShape),
    map("keda"_L1, "More settings of engine keda.", kedaShape),
    maps("windows"_L1, "Bounds that recur every week.", windowShape),
    maps("events"_L1, "Bounds on dates; above windows and holidays.", eventShape),
    map("coldStart"_L1, "For pods that take long to start.", coldStartShape),
    map("quota"_L1, "What the provider of the model allows.", quotaShape),
    map("degrade"_L1, "What users get when it takes too long.", degradeShape),
    maps("breakers"_L1, "Circuit breakers around what it calls.", breakerShape),
    map("cost"_L1, "Tags and price.", costShape),
};
constexpr PolicyShape componentShape{"component"_L1, componentRows};

constexpr std::array alertRows{
    required(text("name"_L1, "Name of the alert.")),
    required(text("expr"_L1, "PromQL.")),
    of(Type::Duration, "for"_L1, "How long it must hold."),
    of(Type::Duration, "keepFiringFor"_L1, "How long it stays after."),
    of(Type::Texts, "labels"_L1, "Labels, such as severity."),
    of(Type::Texts, "annotations"_L1, "Annotations, such as summary and runbook_url."),
};
constexpr PolicyShape alertShape{"alert"_L1, alertRows};

constexpr std::array assertionRows{
    text("at"_L1, "A moment: \"Mon 09:05\" (each week) or 2026-11-05T10:00."),
    text("event"_L1, "All through the event of this name."),
    choice("month"_L1, "The cost of 30 days from now.", monthNames),
    text("component"_L1, "Name of the component."),
    of(Type::Numbers, "given"_L1,
       "Load by metric: the sum over all pods, in the unit of the target."),
    integer("startReplicas"_L1, "Replicas when the load begins; the floor if left out.", 1,
            mostReplicas),
    of(Type::Duration, "after"_L1, "How long the load has lasted; 15m if left out."),
    required(text("expect"_L1, "\"replicas.max == 20\", \"replicas >= 10\", \"<= 9000 CNY\".")),
};
constexpr PolicyShape assertionShape{"assertion"_L1, assertionRows};

constexpr std::array prometheusRows{
    required(text("serverAddress"_L1, "URL of Prometheus as KEDA sees it.")),
    authenticationRow,
};
constexpr PolicyShape prometheusShape{"prometheus"_L1, prometheusRows};

constexpr std::array scheduleRows{
    text("image"_L1, "Image with sh, date and kubectl."),
    listOf(of(Type::Subdomain, "imagePullSecrets"_L1, "Secrets for the image.")),
    integer("everyMinutes"_L1, "How often bounds are applied besides at edges; 5 if left out.", 1,
            30),
    of(Type::Boolean, "forceConflicts"_L1,
       "true: the schedule wins over edits by hand; false: the job fails visibly."),
    of(Type::Texts, "nodeSelector"_L1, "Where the job may run."),
};
constexpr PolicyShape scheduleShape{"schedule"_L1, scheduleRows};

constexpr std::array calendarRows{
    required(text("calendar"_L1,
                  "iCalendar file beside the policy; each day of an event is a holiday.")),
};
constexpr PolicyShape calendarShape{"calendar"_L1, calendarRows};

constexpr std::array specRows{
    of(Type::Zone, "timezone"_L1, "IANA name, such as Asia/Shanghai; UTC if left out."),
    text("currency"_L1, "Of prices; the workspace's if left out."),
    holidays("holidays"_L1, "2026-10-01, 2026-10-01/2026-10-07, or {calendar: file.ics}.",
             calendarShape),
    map("prometheus"_L1, "Where KEDA asks.", prometheusShape),
    map("schedule"_L1, "The job that applies windows and events.", scheduleShape),
    required(maps("components"_L1, "The parts of the system.", componentShape)),
    maps("alerts"_L1, "Prometheus alerts.", alertShape),
    maps("assertions"_L1, "Unit tests of the policy.", assertionShape),
};
constexpr PolicyShape specShape{"spec"_L1, specRows};

constexpr std::array metadataRows{
    required(of(Type::Name, "name"_L1, "Name of the policy.")),
    required(of(Type::Name, "namespace"_L1, "Namespace of the workloads.")),
    of(Type::Texts, "labels"_L1, "Labels of every object written."),
};
constexpr PolicyShape metadataShape{"metadata"_L1, metadataRows};

constexpr std::array apiVersions{"spillway.dev/v1"_L1};
constexpr std::array kinds{"ScalingPolicy"_L1};

constexpr std::array documentRows{
    required(choice("apiVersion"_L1, "Version of the format.", apiVersions)),
    required(choice("kind"_L1, "Kind of the document.", kinds)),
    required(map("metadata"_L1, "What it is called.", metadataShape)),
    required(map("spec"_L1, "What it says.", specShape)),
};
constexpr PolicyShape documentShape{"policy"_L1, documentRows};

} // namespace

namespace policynames {
const std::span<const QLatin1String> engines{engineNames};
const std::span<const QLatin1String> metricTypes{metricTypeNames};
const std::span<const QLatin1String> rabbitmqModes{rabbitmqModeNames};
const std::span<const QLatin1String> offsetResets{offsetResetNames};
const std::span<const QLatin1String> selects{selectNames};
const std::span<const QLatin1String> ruleTypes{ruleTypeNames};
const std::span<const QLatin1String> fallbackBehaviors{fallbackNames};
const std::span<const QLatin1String> countings{countingNames};
const std::span<const QLatin1String> quotaWindows{quotaWindowNames};
const std::span<const QLatin1String> degradations{degradationNames};
const std::span<const QLatin1String> breakerWindows{breakerWindowNames};
const std::span<const QLatin1String> days{dayNames};
} // namespace policynames

const PolicyFieldRow *PolicyShape::find(QLatin1String key) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [key](const PolicyFieldRow &row) { return row.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

bool namesSecret(const QString &name)
{
    // Whole words only, as in api-key, API_KEY and apiKey; author and max_tokens are none.
    static const QRegularExpression humps(u"([a-z0-9])([A-Z])"_s);
    static const QRegularExpression secret(
        u"(^|[-_.])(auth|authorization|cookies?|((api|access|auth)[-_]?)?(key|token)|secret|"
        "passw(or)?d|pwd|credentials?)([-_.]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString words = name;
    words.replace(humps, u"\\1-\\2"_s);
    return secret.match(words).hasMatch();
}

const PolicyShape &policyShape()
{
    return documentShape;
}

} // namespace spillway
