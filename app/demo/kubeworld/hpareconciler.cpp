// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/hpareconciler.h"

#include "kubeworld/clusterjson.h"
#include "scaling/hpajson.h"

#include <QSet>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("kube-controller-manager");
const QString reporter = QStringLiteral("horizontal-pod-autoscaler");

ObjectPlace placeOf(const QJsonObject &hpa)
{
    return {u"autoscaling"_s, u"horizontalpodautoscalers"_s, namespaceOf(hpa), nameOf(hpa), {}};
}

QString targetKey(const QJsonObject &hpa)
{
    const QJsonValue reference = hpa["spec"_L1]["scaleTargetRef"_L1];
    return namespaceOf(hpa) + u'/' + reference["kind"_L1].toString() + u'/' +
           reference["name"_L1].toString();
}

/// Nothing was changed, and why.
void refuse(ClusterPlan &plan, const QJsonObject &hpa, const QString &condition,
            const QString &reason, const QString &message, std::int64_t second)
{
    QJsonArray conditions = hpa["status"_L1]["conditions"_L1].toArray();
    setCondition(conditions, condition, false, reason, message, second);
    plan.tell(reporter, hpa, reason, message, true);
    plan.patchStatus(manager, placeOf(hpa), hpa,
                     {{u"currentReplicas"_s, hpa["status"_L1]["currentReplicas"_L1].toInt()},
                      {u"desiredReplicas"_s, hpa["status"_L1]["desiredReplicas"_L1].toInt()},
                      {u"conditions"_s, conditions}});
}

} // namespace

ClusterPlan HpaReconciler::step(const ClusterView &view, const ClusterLoad &load)
{
    ClusterPlan plan;
    QHash<QString, QStringList> byTarget;
    QSet<QString> present;
    for (const QJsonObject &hpa : view.autoscalers) {
        byTarget[targetKey(hpa)].append(keyOf(hpa));
        present.insert(uidOf(hpa));
    }
    m_known.removeIf([&present](const auto &entry) { return !present.contains(entry.key()); });
    for (const QJsonObject &hpa : view.autoscalers) {
        if (isBeingDeleted(hpa) || controllerKind(hpa) == "ScaledObject"_L1) {
            continue;
        }
        const QStringList rivals = byTarget.value(targetKey(hpa));
        if (rivals.size() > 1) {
            refuse(
                plan, hpa, u"ScalingActive"_s, u"AmbiguousSelector"_s,
                u"pods by selector of %1 are controlled by multiple HPAs: [%2]"_s.arg(
                    hpa["spec"_L1]["scaleTargetRef"_L1]["name"_L1].toString(), rivals.join(u' ')),
                view.second);
        } else {
            sync(plan, hpa, view, load);
        }
    }
    return plan;
}

HpaEngine &HpaReconciler::engineFor(const QString &uid, const HpaSpec &spec)
{
    std::shared_ptr<Known> &known = m_known[uid];
    // What is remembered of recommendations goes with the metrics that made them.
    if (!known || known->metrics != spec.metrics) {
        known = std::make_shared<Known>(Known{HpaEngine(spec, {}), spec.metrics});
    }
    known->engine.setBounds(spec.minReplicas, spec.maxReplicas);
    known->engine.setBehavior(spec.behavior);
    return known->engine;
}

void HpaReconciler::sync(ClusterPlan &plan, const QJsonObject &hpa, const ClusterView &view,
                         const ClusterLoad &load)
{
    const QJsonValue reference = hpa["spec"_L1]["scaleTargetRef"_L1];
    const auto target = ScaleTarget::find(view, namespaceOf(hpa), reference);
    if (!target) {
        refuse(plan, hpa, u"AbleToScale"_s, u"FailedGetScale"_s,
               u"the HPA controller was unable to get the target's current scale: "
               "%1 \"%2\" not found"_s.arg(reference["kind"_L1].toString(),
                                           reference["name"_L1].toString()),
               view.second);
        return;
    }
    const Result<HpaSpec> spec = hpaSpecFromJson(hpa["spec"_L1].toObject(), {});
    if (!spec) {
        refuse(plan, hpa, u"ScalingActive"_s, u"InvalidMetricSourceType"_s, spec.error().sentence(),
               view.second);
        return;
    }
    HpaSync now{.time = view.second, .scale = target->numbers(), .readings = {}};
    for (std::size_t i = 0; i < spec->metrics.size(); ++i) {
        const QJsonObject json = hpa["spec"_L1]["metrics"_L1][static_cast<qsizetype>(i)].toObject();
        now.readings.push_back(readMetric(spec->metrics[i], json, *target, load, view.second));
    }
    const HpaDecision decision = engineFor(uidOf(hpa), *spec).sync(now);
    if (decision.desired != decision.current) {
        target->setReplicas(plan, manager, decision.desired);
    }
    tellHpaEvents(plan, hpa, *spec, decision);
    plan.patchStatus(manager, placeOf(hpa), hpa,
                     hpaStatus(hpa, *spec, decision, now.readings, view.second));
}

} // namespace spillway::demo
