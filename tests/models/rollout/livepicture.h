// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../policy/policysamples.h"
#include "rollout/fielddiff.h"
#include "rollout/planfindings.h"
#include "support/resultmacros.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway {

using namespace Qt::StringLiterals;

/// A cluster as values: what serves every kind that we write, and has what a test puts into it.
class LivePicture
{
public:
    explicit LivePicture(const QByteArray &policy, EpochMs now = sampleNow)
    {
        input.reading = parsePolicy(policy, u"policy.yaml"_s);
        input.text = policy;
        input.now = now;
        for (const kube::KindFacts &facts : kube::allKindFacts()) {
            live.discovery.resources.append({kube::bestResource(facts.kind), {}, {}});
            live.discovery.groups.append({facts.group, {facts.versions.front()}});
        }
        live.nameSpace = LiveState::Namespace::Active;
        for (const PolicyComponent &component : input.reading.policy.components) {
            if (component.engine != PolicyComponent::Engine::None) {
                live.targets.push_back({component.name, {}, true});
            }
        }
    }

    /// A kind that is not served.
    void forget(kube::Kind kind)
    {
        live.discovery.resources.removeIf([kind](const kube::ServedResource &one) {
            return one.resource == kube::bestResource(kind);
        });
    }

    [[nodiscard]] static LiveObject object(const kube::Resource &kind, QJsonObject json)
    {
        json.insert(u"apiVersion"_s, kind.apiVersion());
        json.insert(u"kind"_s, kind.kind);
        return {{kind, u"shop"_s, json["metadata"_L1]["name"_L1].toString()}, json};
    }
    [[nodiscard]] static LiveObject object(kube::Kind kind, const QByteArray &json)
    {
        return object(kube::bestResource(kind), QJsonDocument::fromJson(json).object());
    }

    /// The target of a component: a Deployment with one container "app".
    void setTarget(const QString &component, int replicas, const QJsonObject &requests = {})
    {
        const QJsonObject container{{u"name"_s, u"app"_s},
                                    {u"resources"_s, QJsonObject{{u"requests"_s, requests}}}};
        const QJsonObject made{
            {u"metadata"_s, QJsonObject{{u"name"_s, component}}},
            {u"spec"_s,
             QJsonObject{
                 {u"replicas"_s, replicas},
                 {u"template"_s,
                  QJsonObject{
                      {u"metadata"_s,
                       QJsonObject{{u"labels"_s, QJsonObject{{u"app"_s, component}}}}},
                      {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}}}}}};
        for (LiveTarget &target : live.targets) {
            if (target.component == component) {
                target.object = object(kube::bestResource(kube::Kind::Deployment), made);
            }
        }
    }
    void addAutoscaler(kube::Kind kind, const QByteArray &json)
    {
        live.autoscalers.push_back(object(kind, json));
    }

    /// Draft, the answers of a server that agrees with everything, and findings.
    void run()
    {
        const Result<PlanDraft> draft = draftPlan(input, live);
        QVERIFY_RESULT(draft);
        answered.draft = *draft;
        answered.answers.clear();
        for (const DraftStep &step : answered.draft.steps) {
            DryRun agreed;
            agreed.preview =
                ApplyPreview{overlaid(step.live, step.manifest.object), false, false, {}};
            answered.answers.push_back(step.preview ? std::optional{agreed} : std::nullopt);
        }
        finish();
    }
    void finish()
    {
        plan = settledPlan(answered, input, live);
        plan.findings = sortedFindings(findInPlan({input, live, answered, plan}));
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList found;
        for (const PlanFinding &finding : plan.findings) {
            found.append(finding.id);
        }
        return found;
    }
    [[nodiscard]] PlanFinding finding(QLatin1String id) const
    {
        for (const PlanFinding &one : plan.findings) {
            if (one.id == id) {
                return one;
            }
        }
        return {.text = u"(no finding "_s + id + u" among "_s + ids().join(u' ') + u')'};
    }

    PlanInput input;
    LiveState live;
    AnsweredDraft answered;
    Plan plan;
};

} // namespace spillway
