// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfindings.h"

#include "policy/policyassertions.h"
#include "policy/sharedquotas.h"
#include "scaling/kubernetesversion.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Engine = PolicyComponent::Engine;
using Severity = PolicyFinding::Severity;

/// Looks at one component.
class ComponentLint
{
public:
    ComponentLint(const Policy &policy, std::size_t index, const PolicyPositions &positions,
                  const PolicyContext &context, std::vector<PolicyFinding> &findings)
        : m_policy(policy)
        , m_component(policy.components[index])
        , m_path(u"spec.components[%1]"_s.arg(index))
        , m_positions(positions)
        , m_context(context)
        , m_findings(findings)
    {}

    void run(EpochMs now)
    {
        if (m_component.engine != Engine::None) {
            schedule(now);
            bounds();
            tolerances();
            metrics();
        }
        if (m_component.quota) {
            quota(*m_component.quota);
        }
        mesh();
        if (m_component.cost.labelPods && !m_component.cost.tags.isEmpty()) {
            add("pods-restart"_L1, Severity::Warning, u".cost.labelPods"_s,
                Text::tr("cost tags on the pod template restart all pods of “%1” when they change")
                    .arg(m_component.name));
        }
    }

private:
    void add(QLatin1String id, Severity severity, const QString &below, const QString &text,
             const QString &advice = {})
    {
        m_findings.push_back({id, severity, m_component.name, text, advice, std::nullopt,
                              m_positions.of(m_path + below)});
    }

    [[nodiscard]] std::vector<MetricFloor> metricFloors() const
    {
        std::vector<MetricFloor> floors;
        const KedaSpec keda = kedaSpecOf(m_policy, m_component, m_context.controller);
        for (std::size_t i = 0; i < keda.triggers.size(); ++i) {
            const KedaTrigger &trigger = keda.triggers[i];
            if (trigger.kind == KedaTrigger::Kind::Cron && trigger.cron) {
                const QString path = u"%1.metrics[%2]"_s.arg(m_path).arg(i);
                floors.push_back({trigger.name.isEmpty() ? Text::tr("cron trigger") : trigger.name,
                                  trigger.cron->desiredReplicas, trigger.cron,
                                  m_positions.of(path)});
            }
        }
        return floors;
    }

    void schedule(EpochMs now)
    {
        Schedule schedule = scheduleOf(m_policy, m_component, m_context);
        schedule.basePosition = m_positions.of(m_path + u".replicas"_s);
        const bool keda = m_component.engine == Engine::Keda;
        const ScheduleLintInput input{
            std::move(schedule), keda ? metricFloors() : std::vector<MetricFloor>{},
            m_context.controller, behaviorOf(m_component, m_context.controller), now};
        for (const ScheduleFinding &found : lintSchedule(input)) {
            m_findings.push_back({found.id, found.severity, m_component.name, found.text,
                                  found.advice, found.at, found.position});
        }
        const bool measured = m_component.coldStart.leadTimeMeasured;
        if (measured && !m_context.measuredLeadTimes.contains(m_component.name)) {
            add("assumed-lead-time"_L1, Severity::Info, u".coldStart.leadTime"_s,
                Text::tr("nobody measured how long pods of “%1” take to be ready; %2 s are taken")
                    .arg(m_component.name)
                    .arg(assumedLeadTime.count()));
        }
        hardEnds();
    }

    /// A floor that falls by a minimum falls at once: the stabilization window knows metrics only.
    void hardEnds()
    {
        for (std::size_t i = 0; i < m_component.events.size(); ++i) {
            const ScheduleEvent &event = m_component.events[i];
            const int floor = event.bounds.floor.value_or(0);
            if (event.rampOut.count() == 0 && floor > 2 * std::max(1, m_component.minReplicas)) {
                add("event-hard-end"_L1, Severity::Info, u".events[%1]"_s.arg(i),
                    Text::tr("the floor of %1 ends at once with “%2”: pods above what load needs "
                             "go in one step")
                        .arg(floor)
                        .arg(event.name),
                    Text::tr("Add rampOut."));
            }
        }
    }

    void bounds()
    {
        if (m_component.minReplicas == m_component.maxReplicas && !m_component.isScheduled()) {
            add("fixed-replicas"_L1, Severity::Info, u".replicas"_s,
                Text::tr("minimum and maximum of “%1” are the same, its metrics decide nothing")
                    .arg(m_component.name));
        }
        if (m_component.keda.idleReplicas.value_or(0) > 0) {
            add("idle-replicas"_L1, Severity::Warning, u".keda.idleReplicas"_s,
                Text::tr("KEDA only works with idleReplicas 0"), Text::tr("Write 0."));
        }
        const bool onlyResources = std::all_of(
            m_component.metrics.begin(), m_component.metrics.end(), [](const PolicyMetric &metric) {
                return std::holds_alternative<PolicyResourceMetric>(metric);
            });
        if (m_component.engine == Engine::Keda && m_component.minReplicas == 0 && onlyResources) {
            add("cpu-at-zero"_L1, Severity::Error, u".replicas"_s,
                Text::tr("“%1” would never leave zero: cpu and memory of no pod cannot be measured")
                    .arg(m_component.name),
                Text::tr("Write a minimum of 1, or add another trigger."));
        }
    }

    /// Before the feature gate was on, servers drop the field or do not look at it.
    void tolerances()
    {
        const PolicyBehavior &behavior = m_component.behavior;
        const bool any = (behavior.scaleUp && behavior.scaleUp->tolerance) ||
                         (behavior.scaleDown && behavior.scaleDown->tolerance);
        const HpaController &controller = m_context.controller;
        if (any && controller.kubernetesMinor < toleranceKubernetesMinor) {
            add("tolerance-ignored"_L1, Severity::Warning, u".behavior"_s,
                Text::tr("Kubernetes 1.%1 does not look at the tolerance of “%2”: %3 holds for all "
                         "autoscalers of the cluster")
                    .arg(QString::number(controller.kubernetesMinor), m_component.name,
                         QString::number(controller.tolerance)),
                Text::tr("It counts from Kubernetes 1.%1 on.").arg(toleranceKubernetesMinor));
        }
    }

    void metrics()
    {
        for (std::size_t i = 0; i < m_component.metrics.size(); ++i) {
            const QString below = u".metrics[%1]"_s.arg(i);
            const PolicyMetric &metric = m_component.metrics[i];
            if (const auto *prometheus = std::get_if<PolicyPrometheusTrigger>(&metric)) {
                prometheusTrigger(*prometheus, below);
            } else if (const auto *rabbitmq = std::get_if<PolicyRabbitmqTrigger>(&metric)) {
                rabbitmqTrigger(*rabbitmq, below);
            } else if (const auto *kafka = std::get_if<PolicyKafkaTrigger>(&metric)) {
                kafkaTrigger(*kafka, below);
            }
        }
    }

    void prometheusTrigger(const PolicyPrometheusTrigger &trigger, const QString &below)
    {
        if (trigger.ignoreNullValues) {
            add("null-counts-as-zero"_L1, Severity::Warning, below + u".prometheus"_s,
                Text::tr("with ignoreNullValues a lost Prometheus looks like no load and scales "
                         "in"),
                Text::tr("Remove it; the fallback then holds the replicas."));
        }
        if (trigger.unsafeSsl) {
            add("unsafe-tls"_L1, Severity::Warning, below + u".prometheus.unsafeSsl"_s,
                Text::tr("the certificate of Prometheus is not checked, so anybody in between can "
                         "scale “%1”")
                    .arg(m_component.name),
                Text::tr("Remove it, and name the authority in a TriggerAuthentication."));
        }
        if (trigger.serverAddress.isEmpty() && m_policy.prometheus.serverAddress.isEmpty()) {
            add("assumed-prometheus"_L1, Severity::Info, below + u".prometheus"_s,
                Text::tr("no address of Prometheus is given; that of the operator is taken"),
                Text::tr("Write spec.prometheus.serverAddress."));
        }
    }

    void rabbitmqTrigger(const PolicyRabbitmqTrigger &trigger, const QString &below)
    {
        if (trigger.hostFromEnv.isEmpty() && trigger.authentication.name.isEmpty()) {
            add("assumed-rabbitmq"_L1, Severity::Info, below + u".rabbitmq"_s,
                Text::tr("the URL of RabbitMQ is taken from the variable RABBITMQ_URL of the "
                         "target's container"),
                Text::tr("Write hostFromEnv or authentication."));
        }
        if (trigger.metricType && trigger.usualType() == HpaMetric::TargetType::Value &&
            *trigger.metricType != trigger.usualType()) {
            add("divided-metric"_L1, Severity::Warning, below + u".rabbitmq.metricType"_s,
                Text::tr("a rate, ratio or time of the queue is the same however many replicas "
                         "there are; divided by them it says nothing"),
                Text::tr("Remove it, so that Value is written."));
        }
    }

    void kafkaTrigger(const PolicyKafkaTrigger &trigger, const QString &below)
    {
        const int most = m_component.highestCap();
        if (trigger.partitions && trigger.partitionLimitation.isEmpty() &&
            !trigger.allowIdleConsumers && most > *trigger.partitions) {
            add("partitions-useless-maximum"_L1, Severity::Warning, below + u".kafka"_s,
                Text::tr("“%1” may grow to %2 replicas, but the topic has %3 partitions")
                    .arg(m_component.name)
                    .arg(most)
                    .arg(*trigger.partitions),
                Text::tr("Lower the maximum or add partitions."));
        }
    }

    /// What is written but changes nothing.
    void idleQuotaFields(const QuotaSpec &spec)
    {
        using Window = QuotaSpec::Window;
        const QuotaSpec usual;
        if (spec.tokensPerMinute > 0 && !spec.countsInput && !spec.countsOutput) {
            add("quota-counts-nothing"_L1, Severity::Warning, u".quota.tpm"_s,
                Text::tr("the tokens of %1 are limited, but neither those of the prompt nor those "
                         "of the answer count")
                    .arg(spec.model),
                Text::tr("Remove countInput or countOutput."));
        }
        if (spec.burstSeconds != usual.burstSeconds && spec.window != Window::TokenBucket) {
            add("quota-idle-field"_L1, Severity::Info, u".quota.burst"_s,
                Text::tr("burst is only looked at with the window %1").arg(u"token-bucket"_s),
                Text::tr("Remove it, or write that window."));
        }
        if (spec.sliceSeconds != usual.sliceSeconds && spec.window != Window::Slices) {
            add("quota-idle-field"_L1, Severity::Info, u".quota.slice"_s,
                Text::tr("slice is only looked at with the window %1").arg(u"slices"_s),
                Text::tr("Remove it, or write that window."));
        }
    }

    void quota(const PolicyQuota &quota)
    {
        idleQuotaFields(quota.spec);
        if (!quota.canBeJudged()) {
            add("quota-unknown"_L1, Severity::Info, u".quota"_s,
                Text::tr("how many replicas the quota of %1 can use is judged with measured tokens "
                         "and latency only")
                    .arg(quota.spec.model),
                Text::tr("Write tokensPerRequest and latency."));
            return;
        }
        const double latency = std::chrono::duration<double>(*quota.latency).count();
        const QuotaReach reach = quotaReach(quota.spec, quota.tokensPerRequest.value_or(TokenUse{}),
                                            latency, quota.concurrencyPerReplica, 0);
        const int most = m_component.highestCap();
        if (m_component.engine != Engine::None && reach.usefulReplicas &&
            most > *reach.usefulReplicas) {
            add("quota-useless-maximum"_L1, Severity::Warning, u".quota"_s,
                Text::tr("“%1” may grow to %2 replicas, but the quota of %3 keeps only %4 busy; "
                         "more get 429")
                    .arg(m_component.name)
                    .arg(most)
                    .arg(quota.spec.model)
                    .arg(*reach.usefulReplicas),
                Text::tr("Lower the maximum to %1.").arg(*reach.usefulReplicas));
        }
    }

    void mesh()
    {
        for (std::size_t i = 0; i < m_component.breakers.size(); ++i) {
            const std::optional<PolicyMesh> &mesh = m_component.breakers[i].mesh;
            PolicyMesh empty;
            empty.host = mesh ? mesh->host : QString{};
            if (mesh && *mesh == empty) {
                add("empty-mesh"_L1, Severity::Warning, u".breakers[%1].mesh"_s.arg(i),
                    Text::tr("the mesh breaker of “%1” limits nothing")
                        .arg(m_component.breakers[i].spec.name),
                    Text::tr("Write at least one of its limits, or remove it."));
            }
        }
    }

    const Policy &m_policy;
    const PolicyComponent &m_component;
    QString m_path;
    const PolicyPositions &m_positions;
    const PolicyContext &m_context;
    std::vector<PolicyFinding> &m_findings;
};

/// What an assertion speaks of that is not there.
class AssertionLint
{
public:
    AssertionLint(const Policy &policy, const PolicyPositions &positions,
                  std::vector<PolicyFinding> &findings)
        : m_policy(policy)
        , m_positions(positions)
        , m_findings(findings)
    {}

    void run()
    {
        for (std::size_t i = 0; i < m_policy.assertions.size(); ++i) {
            m_path = u"spec.assertions[%1]"_s.arg(i);
            look(m_policy.assertions[i]);
        }
    }

private:
    void add(QLatin1String id, const QString &below, const QString &component, const QString &text,
             const QString &wanted, const QStringList &known)
    {
        const QString nearest = nearestName(wanted, known);
        m_findings.push_back({id, Severity::Error, component, text,
                              nearest.isEmpty()
                                  ? Text::tr("Known here: %1.").arg(known.join(u", "_s))
                                  : Text::tr("Did you mean “%1”?").arg(nearest),
                              std::nullopt, m_positions.of(m_path + below)});
    }

    void look(const PolicyAssertion &assertion)
    {
        QStringList names;
        for (const PolicyComponent &component : m_policy.components) {
            names << component.name;
        }
        if (!assertion.component.isEmpty() && !names.contains(assertion.component)) {
            add("unknown-component"_L1, u".component"_s, {},
                Text::tr("there is no component “%1”").arg(assertion.component),
                assertion.component, names);
            return;
        }
        if (!assertion.unit.isEmpty() && !m_policy.currency.isEmpty() &&
            assertion.unit != m_policy.currency.toUpper()) {
            add("currency"_L1, u".expect"_s, {},
                Text::tr("prices are in %1, not in %2").arg(m_policy.currency, assertion.unit),
                assertion.unit, {m_policy.currency});
        }
        if (const PolicyComponent *const component = m_policy.find(assertion.component)) {
            lookInside(assertion, *component);
        }
    }

    void lookInside(const PolicyAssertion &assertion, const PolicyComponent &component)
    {
        QStringList events;
        for (const ScheduleEvent &event : component.events) {
            events << event.name;
        }
        if (!assertion.event.isEmpty() && !events.contains(assertion.event)) {
            add("unknown-event"_L1, u".event"_s, component.name,
                Text::tr("“%1” has no event “%2”").arg(component.name, assertion.event),
                assertion.event, events);
        }
        QStringList metrics;
        for (const PolicyMetric &metric : component.metrics) {
            metrics << metricKey(metric);
        }
        metrics.removeAll(QString{});
        for (auto load = assertion.given.begin(); load != assertion.given.end(); ++load) {
            if (!metrics.contains(load.key())) {
                add("unknown-metric"_L1, u".given."_s + load.key(), component.name,
                    Text::tr("“%1” is not scaled by “%2”").arg(component.name, load.key()),
                    load.key(), metrics);
            }
        }
    }

    const Policy &m_policy;
    const PolicyPositions &m_positions;
    std::vector<PolicyFinding> &m_findings;
    QString m_path;
};

} // namespace

std::vector<PolicyFinding> findInPolicy(const Policy &policy, const PolicyPositions &positions,
                                        const PolicyContext &context, EpochMs now)
{
    std::vector<PolicyFinding> findings;
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        ComponentLint(policy, i, positions, context, findings).run(now);
    }
    findSharedQuotas(policy, positions, findings);
    AssertionLint(policy, positions, findings).run();
    std::stable_sort(findings.begin(), findings.end(),
                     [](const PolicyFinding &a, const PolicyFinding &b) {
                         if (a.severity != b.severity) {
                             return a.severity > b.severity;
                         }
                         return std::pair(a.position.line, a.position.column) <
                                std::pair(b.position.line, b.position.column);
                     });
    return findings;
}

} // namespace spillway
