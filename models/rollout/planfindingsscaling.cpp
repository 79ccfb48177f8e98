// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "kube/gitopsorigin.h"
#include "rollout/autoscalers.h"
#include "rollout/draftsteps.h"
#include "rollout/findingcollector.h"
#include "rollout/ownentry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;
using Engine = PolicyComponent::Engine;

/// An autoscaler of the namespace, read once for all components.
struct Autoscaler
{
    explicit Autoscaler(const LiveObject &object)
        : live(&object)
        , workload(workloadOf(object.object))
        , isHpa(object.ref.resource.kind == "HorizontalPodAutoscaler"_L1)
        , master(isHpa ? scaledObjectOf(object.object) : QString{})
    {}

    const LiveObject *live;
    QString workload;
    bool isHpa;
    QString master; ///< the ScaledObject that an HPA belongs to; empty: none
};

/// Looks at one component that is scaled.
class ComponentFindings
{
public:
    ComponentFindings(FindingCollector &list, const std::vector<Autoscaler> &autoscalers,
                      std::size_t index, const LiveTarget &target)
        : m_list(list)
        , m_autoscalers(autoscalers)
        , m_picture(list.picture())
        , m_index(index)
        , m_component(m_picture.input.reading.policy.components[index])
        , m_target(target)
    {}

    void run()
    {
        rivals();
        if (m_target.object) {
            requests();
            manifestReplicas();
            replicasNow();
        } else if (m_target.checked) {
            add("target-missing"_L1, Severity::Warning, u".target"_s,
                Text::tr("there is no %1 “%2” to scale")
                    .arg(m_component.target.kind, m_component.target.name),
                Text::tr("Check the name, or create it."));
        }
    }

private:
    void add(QLatin1String id, Severity severity, const QString &below, const QString &text,
             const QString &advice = {})
    {
        m_list.add(id, severity, aboutComponent(m_index, m_component, below), text, advice);
    }

    /// About an autoscaler of somebody else on the component's target.
    void addAbout(const LiveObject &rival, QLatin1String id, Severity severity, const QString &text,
                  const QString &advice)
    {
        auto about = aboutComponent(m_index, m_component, u".target"_s);
        about.object = rival.ref.toString();
        m_list.add(id, severity, about, text, advice);
    }

    [[nodiscard]] bool goes(const kube::ObjectRef &ref) const
    {
        const auto &steps = m_picture.plan.steps;
        return std::any_of(steps.begin(), steps.end(), [&ref](const PlanStep &step) {
            return step.action == PlanStep::Action::Delete && step.object == ref;
        });
    }

    /// Two autoscalers on a target: the newer Kubernetes stops both, the older lets them fight.
    void rivals()
    {
        const QString own = scalerName(m_picture.input.reading.policy, m_component);
        const bool keda = m_component.engine == Engine::Keda;
        const PolicyObject &target = m_component.target;
        const QString workload = workloadKey(target.kind, target.apiVersion, target.name);
        for (const Autoscaler &each : m_autoscalers) {
            const LiveObject &other = *each.live;
            if (other.ref.name == own && each.isHpa != keda) {
                if (!each.master.isEmpty()) {
                    add("keda-owned-hpa"_L1, Severity::Error, u".engine"_s,
                        Text::tr("the HorizontalPodAutoscaler “%1” belongs to KEDA's ScaledObject "
                                 "“%2”, which puts every change back")
                            .arg(own, each.master),
                        Text::tr("Write engine: keda, or remove the ScaledObject."));
                }
                continue;
            }
            // Of a ScaledObject and its HPA the former is told.
            if (each.workload != workload || !each.master.isEmpty()) {
                continue;
            }
            if (goes(other.ref)) {
                replaces(other);
                continue;
            }
            addAbout(other, "two-autoscalers"_L1, Severity::Error,
                     Text::tr("%1 scales %2 “%3” as well: with two autoscalers neither works")
                         .arg(other.ref.toString(), target.kind, target.name),
                     Text::tr("Take %1 over: the push then deletes it first. Or remove it, or this "
                              "component.")
                         .arg(other.ref.toString()));
        }
    }

    void replaces(const LiveObject &other)
    {
        if (m_picture.input.takeOver.contains(other.ref.toString())) {
            addAbout(
                other, "replaces-autoscaler"_L1, Severity::Warning,
                Text::tr("%1 is deleted, that of the policy takes its place")
                    .arg(other.ref.toString()),
                Text::tr("Take it out of the repository or chart it came from, too, or it comes "
                         "back. An undo makes it again."));
        }
    }

    void requests()
    {
        for (std::size_t i = 0; i < m_component.metrics.size(); ++i) {
            const auto *const metric = std::get_if<PolicyResourceMetric>(&m_component.metrics[i]);
            if (metric != nullptr) {
                requestsFor(*metric, u".metrics[%1]"_s.arg(i));
            }
        }
    }

    void requestsFor(const PolicyResourceMetric &metric, const QString &below)
    {
        QStringList without;
        QStringList names;
        const QJsonArray containers = templateContainers(*m_target.object);
        for (const QJsonValue container : containers) {
            const QString name = container["name"_L1].toString();
            names.append(name);
            const bool looked = metric.container.isEmpty() || metric.container == name;
            if (looked && container["resources"_L1]["requests"_L1][metric.name].isUndefined()) {
                without.append(name);
            }
        }
        if (!metric.container.isEmpty() && !names.contains(metric.container)) {
            add("container-missing"_L1, Severity::Warning, below,
                Text::tr("%1 “%2” has no container “%3”")
                    .arg(m_component.target.kind, m_component.target.name, metric.container),
                Text::tr("It has: %1.").arg(names.join(u", "_s)));
        } else if (metric.averageUtilization && !without.isEmpty() && !hasPodRequest(metric.name)) {
            add("missing-requests"_L1, Severity::Warning, below,
                Text::tr("a utilisation is per cent of what pods request, and %1 of “%2” requests "
                         "no %3: this metric is never known")
                    .arg(without.join(u", "_s), m_component.target.name, metric.name),
                Text::tr("Add resources.requests, or write averageValue. A LimitRange may also "
                         "give them."));
        }
    }

    /// Kubernetes 1.34 and newer: resources of the pod as a whole.
    [[nodiscard]] bool hasPodRequest(const QString &resource) const
    {
        return !m_target.object
                    ->object["spec"_L1]["template"_L1]["spec"_L1]["resources"_L1]["requests"_L1]
                            [resource]
                    .isUndefined();
    }

    /// A manifest with replicas in it sets them with every sync.
    void manifestReplicas()
    {
        const kube::FieldOwners owners = fieldOwnersOf(m_target.object->object);
        const QList<kube::FieldOwner> found = kube::ownersOf(owners, u".spec.replicas"_s);
        for (const kube::FieldOwner &owner : found) {
            const bool writes = owner.isApply() || kube::isGitOps(kube::writerKind(owner.manager));
            if (writes && owner.subresource.isEmpty()) {
                add("replicas-in-manifest"_L1, Severity::Warning, u".target"_s,
                    Text::tr("%1 has replicas of %2 “%3” in its manifest and sets them with every "
                             "apply")
                        .arg(owner.manager, m_component.target.kind, m_component.target.name),
                    Text::tr("Remove replicas there."));
            }
        }
    }

    /// What the new bounds do at once.
    void replicasNow()
    {
        const std::optional<Bounds> bounds = newBounds();
        const QJsonValue replicas = m_target.object->object["spec"_L1]["replicas"_L1];
        const bool isOff = replicas.isDouble() && replicas.toInt() == 0;
        if (isOff && m_component.engine == PolicyComponent::Engine::Hpa) {
            add("switched-off"_L1, Severity::Warning, u".replicas"_s,
                Text::tr("“%1” has 0 replicas: a HorizontalPodAutoscaler leaves it alone")
                    .arg(m_component.name),
                Text::tr("Scale it to 1 when it should run; the bounds hold from then on."));
        }
        if (!bounds || !replicas.isDouble()) {
            return;
        }
        const int now = replicas.toInt();
        if (now > bounds->max) {
            add("scales-down-now"_L1, Severity::Warning, u".replicas.max"_s,
                Text::tr("“%1” runs %2 replicas: with a maximum of %3 the others end at once")
                    .arg(m_component.name)
                    .arg(now)
                    .arg(bounds->max));
        } else if (now > 0 && now < bounds->min) {
            add("scales-up-now"_L1, Severity::Info, u".replicas.min"_s,
                Text::tr("“%1” runs %2 replicas: with a minimum of %3 it grows at once")
                    .arg(m_component.name)
                    .arg(now)
                    .arg(bounds->min));
        }
    }

    /// That a step of this plan sets.
    [[nodiscard]] std::optional<Bounds> newBounds() const
    {
        std::optional<Bounds> bounds;
        for (const PlanStep &step : m_picture.plan.steps) {
            const bool ours =
                step.component == m_component.name &&
                step.object.name == scalerName(m_picture.input.reading.policy, m_component);
            const bool sets = std::any_of(step.changes.begin(), step.changes.end(),
                                          [](const FieldChange &change) {
                                              return (change.path.startsWith(u".spec.min"_s) ||
                                                      change.path.startsWith(u".spec.max"_s)) &&
                                                     change.before != change.after;
                                          });
            if (ours && sets) {
                const auto stated = boundsOf(QJsonDocument::fromJson(step.body).object());
                bounds = stated ? stated : bounds;
            }
        }
        return bounds;
    }

    FindingCollector &m_list;
    const std::vector<Autoscaler> &m_autoscalers;
    const PlanPicture &m_picture;
    std::size_t m_index;
    const PolicyComponent &m_component;
    const LiveTarget &m_target;
};

} // namespace

QJsonArray templateContainers(const LiveObject &workload)
{
    return workload.object["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1].toArray();
}

std::optional<std::int64_t> podRequest(const LiveObject &workload, const QString &resource)
{
    std::int64_t sum = 0;
    const QJsonArray containers = templateContainers(workload);
    for (const QJsonValue container : containers) {
        const QJsonValue written = container["resources"_L1]["requests"_L1][resource];
        const Result<Quantity> one = parseQuantity(written.toString());
        if (!one) {
            return std::nullopt;
        }
        sum += one->milli;
    }
    return containers.isEmpty() ? std::nullopt : std::optional{sum};
}

void findAboutScaling(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    const auto &components = picture.input.reading.policy.components;
    const std::vector<Autoscaler> autoscalers(picture.live.autoscalers.begin(),
                                              picture.live.autoscalers.end());
    for (std::size_t i = 0; i < components.size(); ++i) {
        const auto target = std::find_if(
            picture.live.targets.begin(), picture.live.targets.end(),
            [&](const LiveTarget &one) { return one.component == components[i].name; });
        if (target != picture.live.targets.end()) {
            ComponentFindings(list, autoscalers, i, *target).run();
        }
    }
}

} // namespace spillway
