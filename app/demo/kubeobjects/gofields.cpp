// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/gofields.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// Optional texts that are pointers: "" is a value of theirs.
const QSet<QString> &pointerTexts()
{
    static const QSet<QString> keys{
        u"timeZone"_s,         u"storageClassName"_s,  u"appProtocol"_s,
        u"preemptionPolicy"_s, u"loadBalancerClass"_s, u"holderIdentity"_s,
        u"selectPolicy"_s,     u"runtimeClassName"_s,  u"unhealthyPodEvictionPolicy"_s};
    return keys;
}

/// Optional numbers and flags that are plain values.
const QSet<QString> &plainValues()
{
    static const QSet<QString> keys{u"minReadySeconds"_s,
                                    u"observedGeneration"_s,
                                    u"replicas"_s,
                                    u"updatedReplicas"_s,
                                    u"readyReplicas"_s,
                                    u"availableReplicas"_s,
                                    u"unavailableReplicas"_s,
                                    u"currentReplicas"_s,
                                    u"fullyLabeledReplicas"_s,
                                    u"hostPort"_s,
                                    u"nodePort"_s,
                                    u"initialDelaySeconds"_s,
                                    u"timeoutSeconds"_s,
                                    u"periodSeconds"_s,
                                    u"successThreshold"_s,
                                    u"failureThreshold"_s,
                                    u"generation"_s,
                                    u"count"_s,
                                    u"active"_s,
                                    u"succeeded"_s,
                                    u"failed"_s,
                                    u"paused"_s,
                                    u"hostNetwork"_s,
                                    u"hostPID"_s,
                                    u"hostIPC"_s,
                                    u"stdin"_s,
                                    u"stdinOnce"_s,
                                    u"tty"_s,
                                    u"readOnly"_s,
                                    u"publishNotReadyAddresses"_s,
                                    u"healthCheckNodePort"_s,
                                    u"allocateLoadBalancer"_s};
    return keys;
}

/// Types in which a field of that name is a pointer after all.
const QSet<QString> &pointerFields()
{
    static const QSet<QString> fields{
        u"DeploymentSpec.replicas"_s, u"StatefulSetSpec.replicas"_s, u"ReplicaSetSpec.replicas"_s,
        u"HorizontalPodAutoscalerStatus.observedGeneration"_s, u"HPAScalingPolicy.periodSeconds"_s};
    return fields;
}

const QSet<QString> &nullFields()
{
    static const QSet<QString> fields{
        u"HorizontalPodAutoscalerStatus.currentMetrics"_s,
        u"CustomResourceDefinitionStatus.conditions"_s,
        u"CustomResourceDefinitionStatus.storedVersions"_s,
        u"Event.firstTimestamp"_s,
        u"Event.lastTimestamp"_s,
        u"Event.eventTime"_s,
        u"Event.deprecatedFirstTimestamp"_s,
        u"Event.deprecatedLastTimestamp"_s,
        u"PodCondition.lastProbeTime"_s,
        u"PodCondition.lastTransitionTime"_s,
        u"DeploymentCondition.lastUpdateTime"_s,
        u"DeploymentCondition.lastTransitionTime"_s,
        u"HorizontalPodAutoscalerCondition.lastTransitionTime"_s,
        u"ReplicaSetCondition.lastTransitionTime"_s,
        u"StatefulSetCondition.lastTransitionTime"_s,
        u"NamespaceCondition.lastTransitionTime"_s,
        u"Condition.lastTransitionTime"_s,
        u"CustomResourceDefinitionCondition.lastTransitionTime"_s,
        u"JobCondition.lastProbeTime"_s,
        u"JobCondition.lastTransitionTime"_s,
    };
    return fields;
}

} // namespace

bool isZero(const QJsonValue &value)
{
    return (value.isString() && value.toString().isEmpty()) ||
           (value.isDouble() && value.toDouble() == 0) || (value.isBool() && !value.toBool());
}

bool isOmittedWhenZero(const QString &name, const QString &key, const SchemaNode &field)
{
    if (!field.fallback.isUndefined() || pointerFields().contains(name + u'.' + key)) {
        return false;
    }
    if (field.kind == SchemaNode::Kind::String) {
        return !pointerTexts().contains(key);
    }
    const bool plain =
        field.kind == SchemaNode::Kind::Integer || field.kind == SchemaNode::Kind::Boolean;
    return plain && plainValues().contains(key);
}

bool isAlwaysWritten(const QString &name, const QString &key)
{
    return nullFields().contains(name + u'.' + key);
}

} // namespace spillway::demo
