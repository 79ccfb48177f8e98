// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/hpatrajectory.h"

#include "core/quantity.h"
#include "scaling/hpaexplain.h"
#include "scaling/hpajson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

std::int32_t int32At(const QJsonObject &json, const QString &key, std::int32_t otherwise = 0)
{
    return static_cast<std::int32_t>(json.value(key).toInteger(otherwise));
}

std::optional<std::int32_t> maybeInt32(const QJsonObject &json, const QString &key)
{
    return json.contains(key) ? std::optional{int32At(json, key)} : std::nullopt;
}

/// A quantity is a string, or a bare number, as the API takes it too.
std::int64_t milliOf(const QJsonValue &value)
{
    const auto parsed =
        parseQuantity(value.isDouble() ? value.toVariant().toString() : value.toString());
    return parsed.ok() ? parsed->milli : 0;
}

HpaPod::Phase phaseOf(const QString &name)
{
    return name == u"Pending"     ? HpaPod::Phase::Pending
           : name == u"Failed"    ? HpaPod::Phase::Failed
           : name == u"Succeeded" ? HpaPod::Phase::Succeeded
                                  : HpaPod::Phase::Running;
}

HpaPod readPod(const QJsonObject &json)
{
    HpaPod pod;
    if (json.contains(u"usageMilli"_s)) {
        pod.usageMilli = json.value(u"usageMilli"_s).toInteger();
    }
    if (json.contains(u"requestMilli"_s)) {
        pod.requestMilli = json.value(u"requestMilli"_s).toInteger();
    }
    pod.readySecondsAgo = json.value(u"readySecondsAgo"_s).toInteger(pod.readySecondsAgo);
    pod.startedSecondsAgo = json.value(u"startedSecondsAgo"_s).toInteger(pod.startedSecondsAgo);
    pod.sampleSecondsAgo = json.value(u"sampleSecondsAgo"_s).toInteger(pod.sampleSecondsAgo);
    pod.windowSeconds = json.value(u"windowSeconds"_s).toInteger(pod.windowSeconds);
    pod.phase = phaseOf(json.value(u"phase"_s).toString());
    pod.ready = json.value(u"ready"_s).toBool(true);
    pod.deleted = json.value(u"deleted"_s).toBool();
    pod.hasReadyCondition = !json.value(u"noReadyCondition"_s).toBool();
    pod.hasStartTime = !json.value(u"noStartTime"_s).toBool();
    pod.gone = json.value(u"gone"_s).toBool();
    return pod;
}

HpaReading readReading(const QJsonObject &json)
{
    HpaReading reading;
    reading.error = json.contains(u"error"_s);
    reading.valueMilli = milliOf(json.value(u"value"_s));
    for (const QJsonValue value : json.value(u"series"_s).toArray()) {
        reading.seriesMilli.push_back(milliOf(value));
    }
    for (const QJsonValue pod : json.value(u"pods"_s).toArray()) {
        reading.pods.push_back(readPod(pod.toObject()));
    }
    return reading;
}

HpaStep readStep(const QJsonObject &json)
{
    HpaStep step;
    const QJsonObject patch = json.value(u"patch"_s).toObject();
    step.patchMin = maybeInt32(patch, u"minReplicas"_s);
    step.patchMax = maybeInt32(patch, u"maxReplicas"_s);
    step.setReplicas = maybeInt32(json, u"setReplicas"_s);
    step.sync.time = json.value(u"t"_s).toInteger();
    step.sync.scale.statusReplicas = int32At(json, u"statusReplicas"_s);
    step.sync.scale.podCount = int32At(json, u"podCount"_s);
    step.sync.scale.readyPods = int32At(json, u"readyPods"_s);
    for (const QJsonValue metric : json.value(u"metrics"_s).toArray()) {
        step.sync.readings.push_back(readReading(metric.toObject()));
    }
    const QJsonObject expect = json.value(u"expect"_s).toObject();
    step.expect = {int32At(expect, u"desiredReplicas"_s),
                   expect.value(u"ableToScale"_s).toString(),
                   expect.value(u"scalingActive"_s).toString(),
                   expect.value(u"scalingActiveStatus"_s).toString(),
                   expect.value(u"scalingLimited"_s).toString(),
                   expect.value(u"scaledToZero"_s).toString()};
    return step;
}

Result<HpaController> readController(const QJsonObject &json)
{
    HpaController controller;
    const QJsonValue tolerance = json.value(u"tolerance"_s);
    controller.tolerance = tolerance.isString() ? tolerance.toString().toDouble()
                                                : tolerance.toDouble(controller.tolerance);
    controller.downscaleStabilizationSeconds =
        json.value(u"downscaleStabilizationSeconds"_s).toInteger(300);
    controller.cpuInitializationPeriodSeconds =
        json.value(u"cpuInitializationPeriodSeconds"_s).toInteger(300);
    controller.initialReadinessDelaySeconds =
        json.value(u"initialReadinessDelaySeconds"_s).toInteger(30);
    controller.scaleToZero =
        json.value(u"featureGates"_s).toObject().value(u"HPAScaleToZero"_s).toBool();
    return controller;
}

QString statusText(bool status)
{
    return status ? u"True"_s : u"False"_s;
}

HpaExpectation seenIn(const HpaDecision &decision)
{
    return {decision.desired,
            QString{decision.ableToScale},
            QString{decision.scalingActive},
            decision.scalingActive.isEmpty() ? QString{} : statusText(decision.scalingActiveStatus),
            QString{decision.scalingLimited},
            decision.scaledToZero ? statusText(*decision.scaledToZero) : QString{}};
}

QString describe(const HpaExpectation &expectation)
{
    return u"%1 AbleToScale=%2 ScalingActive=%3/%4 ScalingLimited=%5 ScaledToZero=%6"_s.arg(
        QString::number(expectation.desiredReplicas), expectation.ableToScale,
        expectation.scalingActive, expectation.scalingActiveStatus, expectation.scalingLimited,
        expectation.scaledToZero);
}

} // namespace

Result<HpaTrajectory> readHpaTrajectory(const QByteArray &line)
{
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(line, &parseError).object();
    if (parseError.error != QJsonParseError::NoError) {
        return Error{.code = ErrorCode::InvalidDocument,
                     .what = u"The trajectory cannot be read"_s,
                     .why = parseError.errorString()};
    }
    const auto controller = readController(json.value(u"controller"_s).toObject());
    const QJsonObject spec = json.value(u"hpa"_s).toObject().value(u"spec"_s).toObject();
    auto read = hpaSpecFromJson(spec, *controller);
    if (!read.ok()) {
        return read.error();
    }
    HpaTrajectory trajectory;
    trajectory.id = json.value(u"id"_s).toString();
    trajectory.controller = *controller;
    trajectory.spec = *read;
    trajectory.initialReplicas = int32At(json, u"initialReplicas"_s);
    for (const QJsonValue step : json.value(u"steps"_s).toArray()) {
        trajectory.steps.push_back(readStep(step.toObject()));
    }
    return trajectory;
}

QString firstDifference(const HpaTrajectory &trajectory)
{
    HpaEngine engine(trajectory.spec, trajectory.controller);
    std::int32_t replicas = trajectory.initialReplicas;
    for (const HpaStep &step : trajectory.steps) {
        engine.setBounds(step.patchMin.value_or(engine.spec().minReplicas),
                         step.patchMax.value_or(engine.spec().maxReplicas));
        HpaSync sync = step.sync;
        sync.scale.current = step.setReplicas.value_or(replicas);
        const HpaDecision decision = engine.sync(sync);
        const HpaExpectation seen = seenIn(decision);
        if (!(seen == step.expect)) {
            return u"%1 t=%2 current=%3\n  expected %4\n  got      %5\n  %6"_s.arg(
                trajectory.id, QString::number(sync.time), QString::number(sync.scale.current),
                describe(step.expect), describe(seen),
                explainHpaDecision(decision, engine.spec(), sync.time).join(u' '));
        }
        replicas = decision.desired;
    }
    return {};
}

} // namespace spillway
