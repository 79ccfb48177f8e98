// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/kedaoperator.h"

#include "kubeworld/clusterjson.h"
#include "kubeworld/kedaobject.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("keda");
const QString reporter = QStringLiteral("keda-operator");
const QString hpaManager = QStringLiteral("kube-controller-manager");

ObjectPlace placeOf(const QJsonObject &object)
{
    return {u"keda.sh"_s, u"scaledobjects"_s, namespaceOf(object), nameOf(object), {}};
}

ObjectPlace hpaPlace(const QJsonObject &object)
{
    return {u"autoscaling"_s,
            u"horizontalpodautoscalers"_s,
            namespaceOf(object),
            hpaNameOf(object),
            {}};
}

/// The definition has no times in its conditions.
QJsonObject condition(const QString &type, bool status, const QString &reason,
                      const QString &message)
{
    return {{u"type"_s, type},
            {u"status"_s, status ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

void refuse(ClusterPlan &plan, const QJsonObject &object, const QString &why)
{
    plan.tell(reporter, object, u"ScaledObjectCheckFailed"_s, why, true);
    plan.patchStatus(manager, placeOf(object), object,
                     {{u"conditions"_s,
                       QJsonArray{condition(u"Ready"_s, false, u"ScaledObjectCheckFailed"_s, why),
                                  condition(u"Active"_s, false, u"UnknownState"_s, {}),
                                  condition(u"Fallback"_s, false, u"UnknownState"_s, {})}}});
}

/// Somebody else's autoscaler on the same workload; empty: none.
QString rivalOf(const QJsonObject &object, const ClusterView &view)
{
    const QString name = object["spec"_L1]["scaleTargetRef"_L1]["name"_L1].toString();
    for (const QJsonObject &hpa : view.autoscalers) {
        if (namespaceOf(hpa) == namespaceOf(object) && controllerUid(hpa) != uidOf(object) &&
            hpa["spec"_L1]["scaleTargetRef"_L1]["name"_L1].toString() == name) {
            return nameOf(hpa);
        }
    }
    return {};
}

/// Makes the HPA what it should be; returns it as it is, empty if it is only made now.
QJsonObject keepHpa(ClusterPlan &plan, const QJsonObject &object, const KedaSpec &spec,
                    const ClusterView &view)
{
    const QJsonObject wanted = hpaOfScaledObject(object, spec);
    const auto found = view.autoscalers.constFind(keyOf(wanted));
    const bool exists = found != view.autoscalers.constEnd();
    if (spec.annotations.paused) {
        if (exists) {
            plan.remove(manager, hpaPlace(object));
        }
        return {};
    }
    if (!exists) {
        plan.create(manager, wanted);
        plan.tell(reporter, object, u"KEDAScalersStarted"_s, u"Started scalers watch"_s);
        plan.tell(reporter, object, u"ScaledObjectReady"_s, u"ScaledObject is ready for scaling"_s);
        return {};
    }
    if (!saysSame((*found)["spec"_L1], wanted["spec"_L1])) {
        plan.patch(manager, hpaPlace(object), {{u"spec"_s, wanted["spec"_L1]}});
    }
    return *found;
}

QJsonArray conditionsOf(const KedaSpec &spec, const KedaDecision &decision)
{
    const bool fallback = std::any_of(decision.fallback.begin(), decision.fallback.end(),
                                      [](bool each) { return each; });
    const bool paused = spec.annotations.paused;
    return {
        condition(u"Ready"_s, true, u"ScaledObjectReady"_s,
                  u"ScaledObject is defined correctly and is ready for scaling"_s),
        condition(u"Active"_s, decision.active,
                  decision.active ? u"ScalerActive"_s : u"ScalerNotActive"_s,
                  decision.active ? u"Scaling is performed because triggers are active"_s
                                  : u"Scaling is not performed because triggers are not active"_s),
        condition(u"Fallback"_s, fallback, fallback ? u"FallbackExists"_s : u"NoFallbackFound"_s,
                  fallback ? u"At least one trigger is falling back on this scaled object"_s
                           : u"No fallbacks are active on this scaled object"_s),
        condition(u"Paused"_s, paused, paused ? u"ScaledObjectPaused"_s : u"ScaledObjectUnpaused"_s,
                  paused ? u"ScaledObject is paused"_s : u"pause annotation removed"_s)};
}

QJsonObject statusOf(const QJsonObject &object, const KedaSpec &spec, const KedaDecision &decision,
                     const ScaleTarget &target, std::int64_t second)
{
    const QString kind = target.object["kind"_L1].toString();
    const QJsonObject resource{{u"group"_s, u"apps"_s},
                               {u"version"_s, u"v1"_s},
                               {u"kind"_s, kind},
                               {u"resource"_s, target.scale.plural}};
    QJsonObject status{
        {u"conditions"_s, conditionsOf(spec, decision)},
        {u"hpaName"_s, spec.annotations.paused ? QString() : hpaNameOf(object)},
        {u"externalMetricNames"_s, QJsonArray::fromStringList(metricNamesOf(object))},
        {u"scaleTargetKind"_s, QString(u"apps/v1."_s + kind)},
        {u"scaleTargetGVKR"_s, resource},
        {u"originalReplicaCount"_s,
         object["status"_L1]["originalReplicaCount"_L1].toInt(target.numbers().current)}};
    if (decision.active) {
        status.insert(u"lastActiveTime"_s, timeText(second));
    }
    if (spec.annotations.pausedReplicas) {
        status.insert(u"pausedReplicaCount"_s, *spec.annotations.pausedReplicas);
    }
    return status;
}

/// Fills in the readings of the triggers; returns them as its HPA sees them.
std::vector<HpaReading> readAll(ClusterPlan &plan, const QJsonObject &object, const KedaSpec &spec,
                                const ScaleTarget &target, const ClusterLoad &load, KedaSync &now)
{
    constexpr double milli = 1000;
    const QJsonArray triggers = object["spec"_L1]["triggers"_L1].toArray();
    std::vector<HpaReading> shown;
    for (std::size_t i = 0; i < spec.triggers.size(); ++i) {
        const KedaTrigger &trigger = spec.triggers[i];
        KedaReading reading = readTrigger(triggers[static_cast<qsizetype>(i)].toObject(), load);
        const bool failed = reading.kind == KedaReading::Kind::Error;
        if (trigger.kind == KedaTrigger::Kind::Resource) {
            reading.kind = KedaReading::Kind::Value;
            reading.resource = readMetric(*trigger.resource, {}, target, load, now.time);
            shown.push_back(reading.resource);
        } else {
            shown.push_back({.error = failed,
                             .seriesMilli = {std::llround(reading.value * milli)},
                             .pods = {}});
        }
        if (failed && trigger.kind == KedaTrigger::Kind::External) {
            plan.tell(
                reporter, object, u"KEDAScalerFailed"_s,
                u"error getting metric %1: nothing in the demo answers it"_s.arg(trigger.name),
                true);
        }
        now.readings.push_back(std::move(reading));
    }
    return shown;
}

} // namespace

ClusterPlan KedaOperator::step(const ClusterView &view, const ClusterLoad &load)
{
    ClusterPlan plan;
    QSet<QString> present;
    for (const QJsonObject &object : view.scaledObjects) {
        present.insert(uidOf(object));
        if (!isBeingDeleted(object)) {
            sync(plan, object, view, load);
        }
    }
    m_known.removeIf([&present](const auto &entry) { return !present.contains(entry.key()); });
    return plan;
}

KedaEngine &KedaOperator::engineFor(const QJsonObject &object, const KedaSpec &spec,
                                    std::int64_t second)
{
    QJsonObject shape = object["spec"_L1].toObject();
    shape.remove(u"minReplicaCount"_s);
    shape.remove(u"maxReplicaCount"_s);
    std::shared_ptr<Known> &known = m_known[uidOf(object)];
    if (!known || known->shape != shape) {
        known = std::make_shared<Known>(Known{shape, KedaEngine(spec, {}, second)});
    }
    known->engine.setBounds(spec.minReplicas, spec.maxReplicas);
    known->engine.setAnnotations(spec.annotations);
    return known->engine;
}

void KedaOperator::sync(ClusterPlan &plan, const QJsonObject &object, const ClusterView &view,
                        const ClusterLoad &load)
{
    const Result<KedaSpec> spec = kedaSpecFromJson(object);
    const auto target =
        ScaleTarget::find(view, namespaceOf(object), object["spec"_L1]["scaleTargetRef"_L1]);
    const QString rival = rivalOf(object, view);
    if (!spec) {
        refuse(plan, object, spec.error().sentence());
    } else if (!target) {
        refuse(plan, object, u"ScaledObject doesn't have correct scaleTargetRef specification"_s);
    } else if (!rival.isEmpty()) {
        refuse(plan, object,
               u"the workload '%1' is already managed by the hpa '%2'"_s.arg(nameOf(target->object),
                                                                             rival));
    } else {
        scale(plan, object, *spec, *target, view, load);
    }
}

void KedaOperator::scale(ClusterPlan &plan, const QJsonObject &object, const KedaSpec &spec,
                         const ScaleTarget &target, const ClusterView &view,
                         const ClusterLoad &load)
{
    const QJsonObject hpa = keepHpa(plan, object, spec, view);
    KedaSync now{.time = view.second, .scale = target.numbers(), .readings = {}};
    const std::vector<HpaReading> shown = readAll(plan, object, spec, target, load, now);
    const KedaDecision decision = engineFor(object, spec, view.second).step(now);
    if (decision.desired != now.scale.current) {
        target.setReplicas(plan, decision.byOperator ? manager : hpaManager, decision.desired);
    }
    if (decision.hpa && !hpa.isEmpty()) {
        const HpaSpec hpaSpec = hpaOfKeda(spec);
        tellHpaEvents(plan, hpa, hpaSpec, *decision.hpa);
        plan.patchStatus(hpaManager, hpaPlace(object), hpa,
                         hpaStatus(hpa, hpaSpec, *decision.hpa, shown, view.second));
    }
    plan.patchStatus(manager, placeOf(object), object,
                     statusOf(object, spec, decision, target, view.second));
}

} // namespace spillway::demo
