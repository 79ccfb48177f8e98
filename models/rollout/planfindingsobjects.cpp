// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/findingcollector.h"
#include "rollout/ownentry.h"

#include <QSet>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;
using Part = UncheckedPart::Part;

/// Kinds of the policy that are not served. Without the operator alerts can be loaded another way,
/// and breakers of a mesh are an addition; an autoscaler is what the policy is for.
void findMissingKinds(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    const Policy &policy = picture.input.reading.policy;
    const auto missing = [&picture](const QString &apiVersion, const QString &kind) {
        return !picture.live.discovery.find(apiVersion, kind).ok();
    };
    const bool noHpa = missing(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s);
    const bool noKeda = missing(u"keda.sh/v1alpha1"_s, u"ScaledObject"_s);
    const bool noMesh = missing(u"networking.istio.io/v1"_s, u"DestinationRule"_s);
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        const PolicyComponent &component = policy.components[i];
        const auto about = aboutComponent(i, component, u".engine"_s);
        if (component.engine == PolicyComponent::Engine::Keda && noKeda) {
            list.add("missing-kind"_L1, Severity::Error, about,
                     Text::tr("the cluster does not serve ScaledObject keda.sh/v1alpha1: nothing "
                              "would scale “%1”")
                         .arg(component.name),
                     Text::tr("Install KEDA, or write engine: hpa."));
        } else if (component.engine == PolicyComponent::Engine::Hpa && noHpa) {
            list.add("missing-kind"_L1, Severity::Error, about,
                     Text::tr("the cluster does not serve HorizontalPodAutoscaler autoscaling/v2: "
                              "nothing would scale “%1”")
                         .arg(component.name),
                     Text::tr("It needs Kubernetes 1.23 or newer."));
        }
        for (std::size_t j = 0; j < component.breakers.size(); ++j) {
            if (component.breakers[j].mesh && noMesh) {
                list.add("missing-kind"_L1, Severity::Warning,
                         aboutComponent(i, component, u".breakers[%1].mesh"_s.arg(j)),
                         Text::tr("the cluster does not serve DestinationRule "
                                  "networking.istio.io/v1: the mesh breaker of “%1” is left out")
                             .arg(component.breakers[j].spec.name),
                         Text::tr("Install Istio, or remove mesh."));
            }
        }
    }
    if (!policy.alerts.empty() && missing(u"monitoring.coreos.com/v1"_s, u"PrometheusRule"_s)) {
        list.add("missing-kind"_L1, Severity::Warning, {{}, {}, u"spec.alerts"_s},
                 Text::tr("the cluster does not serve PrometheusRule: the alerts are left out"),
                 Text::tr("Load them into Prometheus as a rule file."));
    }
}

void findNamespace(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    const QString name = picture.input.reading.policy.nameSpace;
    const FindingCollector::About about{{}, {}, u"metadata.namespace"_s};
    if (picture.live.nameSpace == LiveState::Namespace::Missing) {
        list.add("namespace-missing"_L1, Severity::Error, about,
                 Text::tr("there is no namespace “%1”").arg(name),
                 Text::tr("Check the name, or create it first."));
    } else if (picture.live.nameSpace == LiveState::Namespace::Terminating) {
        list.add("namespace-terminating"_L1, Severity::Error, about,
                 Text::tr("the namespace “%1” is being deleted; nothing can be created in it")
                     .arg(name));
    }
}

Severity severityOf(const kube::AccessQuestion &question)
{
    if (question.resource == "events"_L1) {
        return Severity::Info; // a push notes what it did, if it may
    }
    return question.verb == "watch"_L1 || question.verb == "list"_L1 ? Severity::Info
                                                                     : Severity::Error;
}

/// What the reviews said, and what the dry runs met that no review was asked about.
void findPermissions(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    QSet<QString> told;
    for (const MissingPermission &missing : picture.live.missing) {
        told.insert(missing.role);
        list.add("missing-permission"_L1, severityOf(missing.question), {},
                 Text::tr("you may not %1").arg(missing.question.toString()), missing.role);
    }
    const AnsweredDraft &answered = picture.answered;
    for (std::size_t i = 0; i < answered.answers.size(); ++i) {
        const auto &answer = answered.answers[i];
        if (answer && !answer->detail.neededRole.isEmpty() &&
            !told.contains(answer->detail.neededRole)) {
            told.insert(answer->detail.neededRole);
            const PlanStep &step = answered.draft.steps[i].step;
            list.add("missing-permission"_L1, Severity::Error,
                     {step.object.toString(), step.component, {}}, answer->preview.error().why,
                     answer->detail.neededRole);
        }
    }
}

void findPreviews(FindingCollector &list)
{
    const AnsweredDraft &answered = list.picture().answered;
    for (std::size_t i = 0; i < answered.draft.steps.size(); ++i) {
        const DraftStep &draft = answered.draft.steps[i];
        const auto &answer = answered.answers[i];
        const FindingCollector::About about{draft.step.object.toString(), draft.step.component, {}};
        if (answer && answer->preview && answer->preview->serverBug) {
            list.add("preview-not-trusted"_L1, Severity::Error, about,
                     Text::tr("the server shows metrics twice, a bug of Kubernetes before 1.28: "
                              "what it would do cannot be seen"),
                     Text::tr("Update the cluster."));
        } else if (answer && answer->detail.refusal == kube::Refusal::CannotPreview) {
            list.add("not-previewed"_L1, Severity::Warning, about,
                     Text::tr("a webhook of the cluster takes no dry runs: what it makes of this "
                              "object cannot be seen before"));
        } else if (!answer && draft.live.isEmpty() &&
                   draft.step.action == PlanStep::Action::Create) {
            list.add("not-previewed"_L1, Severity::Info, about,
                     Text::tr("it can only be tried once the autoscaler that is in its way is "
                              "gone"));
        }
    }
}

QString nameOfPart(Part part)
{
    switch (part) {
    case Part::Identity:
        return Text::tr("whom the cluster takes us for");
    case Part::Autoscalers:
        return Text::tr("whether others scale the same targets");
    case Part::Leftovers:
        return Text::tr("what the policy no longer has");
    case Part::Targets:
        return Text::tr("a target");
    case Part::DisruptionBudgets:
        return Text::tr("disruption budgets");
    case Part::Quotas:
        return Text::tr("resource quotas");
    case Part::Rights:
        return Text::tr("whether you may do all of this");
    case Part::Version:
        return Text::tr("which version of Kubernetes it is");
    }
    return {};
}

void findUnchecked(FindingCollector &list)
{
    for (const UncheckedPart &unchecked : list.picture().live.unchecked) {
        const bool grave = unchecked.part == Part::Autoscalers || unchecked.part == Part::Leftovers;
        list.add("unchecked"_L1, grave ? Severity::Warning : Severity::Info, {},
                 Text::tr("could not be checked: %1 (%2)")
                     .arg(nameOfPart(unchecked.part), unchecked.error.sentence()));
    }
}

void findStrays(FindingCollector &list)
{
    for (const kube::ObjectRef &stray : list.picture().answered.draft.strays) {
        list.add("stray-object"_L1, Severity::Warning, {stray.toString(), {}, {}},
                 Text::tr("%1 has the labels of this policy, which does not have it, but Spillway "
                          "did not make it; it stays")
                     .arg(stray.toString()),
                 Text::tr("Remove it or its labels."));
    }
}

/// What people switched off in the cluster.
void findStopped(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    for (const LiveObject &object : picture.live.objects) {
        const QString kind = object.ref.resource.kind;
        const FindingCollector::About about{
            object.ref.toString(), object.label(componentLabel), {}};
        if (kind == "CronJob"_L1 && object.object["spec"_L1]["suspend"_L1].toBool()) {
            list.add("schedule-suspended"_L1, Severity::Warning, about,
                     Text::tr("somebody suspended the job of the schedule: bounds stay as they "
                              "are, whatever the timeline says"),
                     Text::tr("Set suspend to false once the reason is gone."));
        }
        if (object.object["metadata"_L1].toObject().contains("deletionTimestamp"_L1)) {
            list.add("being-deleted"_L1, Severity::Warning, about,
                     Text::tr("%1 is being deleted: what is applied to it goes with it")
                         .arg(object.ref.toString()),
                     Text::tr("Push again once it is gone."));
        }
        const kube::Texts marks =
            kind == "ScaledObject"_L1 ? object.meta().annotations : kube::Texts{};
        const QStringList keys = marks.keys();
        const bool paused = std::any_of(keys.cbegin(), keys.cend(), [&marks](const QString &key) {
            return key.startsWith("autoscaling.keda.sh/paused"_L1) &&
                   marks.value(key) != "false"_L1;
        });
        if (paused) {
            list.add("autoscaler-paused"_L1, Severity::Warning, about,
                     Text::tr("somebody paused %1: it does not scale").arg(object.ref.toString()),
                     Text::tr("Remove the annotations autoscaling.keda.sh/paused…"));
        }
    }
}

} // namespace

void findAboutObjects(FindingCollector &list)
{
    findNamespace(list);
    findMissingKinds(list);
    findPermissions(list);
    findPreviews(list);
    findStrays(list);
    findStopped(list);
    findUnchecked(list);
}

} // namespace spillway
