// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/defaults.h"

#include "kubeobjects/jsontools.h"

#include <QJsonArray>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Change = std::function<void(QJsonObject &)>;

/// Changes the object at the path; does nothing if there is none.
void editAt(QJsonObject &object, const QStringList &path, const Change &change)
{
    const QJsonValue value = valueAt(object, path);
    if (value.isObject()) {
        QJsonObject child = value.toObject();
        change(child);
        setAt(object, path, child);
    }
}

void editItems(QJsonObject &object, QLatin1String key, const Change &change)
{
    if (!object.value(key).isArray()) {
        return;
    }
    QJsonArray list;
    for (const QJsonValue item : object.value(key).toArray()) {
        QJsonObject child = item.toObject();
        change(child);
        list.append(child);
    }
    object[key] = list;
}

void defaultRules(QJsonObject &rules, bool up)
{
    QJsonArray policies;
    if (up) {
        setDefault(rules, "stabilizationWindowSeconds"_L1, 0);
        policies.append(
            QJsonObject{{"type"_L1, "Pods"_L1}, {"value"_L1, 4}, {"periodSeconds"_L1, 15}});
    }
    policies.append(
        QJsonObject{{"type"_L1, "Percent"_L1}, {"value"_L1, 100}, {"periodSeconds"_L1, 15}});
    setDefault(rules, "selectPolicy"_L1, "Max"_L1);
    setDefault(rules, "policies"_L1, policies);
}

void hpaV2(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "minReplicas"_L1, 1);
        if (spec.value("metrics"_L1).toArray().isEmpty()) {
            const QJsonObject target{{"type"_L1, "Utilization"_L1}, {"averageUtilization"_L1, 80}};
            spec["metrics"_L1] = QJsonArray{QJsonObject{
                {"type"_L1, "Resource"_L1},
                {"resource"_L1, QJsonObject{{"name"_L1, "cpu"_L1}, {"target"_L1, target}}}}};
        }
        editAt(spec, {u"behavior"_s}, [](QJsonObject &behavior) {
            for (const bool up : {true, false}) {
                const auto key = up ? "scaleUp"_L1 : "scaleDown"_L1;
                QJsonObject rules = behavior.value(key).toObject();
                defaultRules(rules, up);
                behavior[key] = rules;
            }
        });
    });
}

void hpaV1(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) { setDefault(spec, "minReplicas"_L1, 1); });
}

void podTemplate(QJsonObject &spec)
{
    editAt(spec, {u"template"_s, u"spec"_s}, applyPodDefaults);
}

void deployment(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "replicas"_L1, 1);
        setDefault(spec, "revisionHistoryLimit"_L1, 10);
        setDefault(spec, "progressDeadlineSeconds"_L1, 600);
        QJsonObject strategy = spec.value("strategy"_L1).toObject();
        setDefault(strategy, "type"_L1, "RollingUpdate"_L1);
        if (strategy.value("type"_L1).toString() == "RollingUpdate"_L1) {
            QJsonObject rolling = strategy.value("rollingUpdate"_L1).toObject();
            setDefault(rolling, "maxUnavailable"_L1, "25%"_L1);
            setDefault(rolling, "maxSurge"_L1, "25%"_L1);
            strategy["rollingUpdate"_L1] = rolling;
        }
        spec["strategy"_L1] = strategy;
        podTemplate(spec);
    });
}

void statefulSet(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "replicas"_L1, 1);
        setDefault(spec, "revisionHistoryLimit"_L1, 10);
        setDefault(spec, "podManagementPolicy"_L1, "OrderedReady"_L1);
        QJsonObject strategy = spec.value("updateStrategy"_L1).toObject();
        setDefault(strategy, "type"_L1, "RollingUpdate"_L1);
        if (strategy.value("type"_L1).toString() == "RollingUpdate"_L1) {
            QJsonObject rolling = strategy.value("rollingUpdate"_L1).toObject();
            setDefault(rolling, "partition"_L1, 0);
            strategy["rollingUpdate"_L1] = rolling;
        }
        spec["updateStrategy"_L1] = strategy;
        QJsonObject retention = spec.value("persistentVolumeClaimRetentionPolicy"_L1).toObject();
        setDefault(retention, "whenDeleted"_L1, "Retain"_L1);
        setDefault(retention, "whenScaled"_L1, "Retain"_L1);
        spec["persistentVolumeClaimRetentionPolicy"_L1] = retention;
        podTemplate(spec);
    });
}

void replicaSet(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "replicas"_L1, 1);
        podTemplate(spec);
    });
}

void cronJob(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "concurrencyPolicy"_L1, "Allow"_L1);
        setDefault(spec, "suspend"_L1, false);
        setDefault(spec, "successfulJobsHistoryLimit"_L1, 3);
        setDefault(spec, "failedJobsHistoryLimit"_L1, 1);
        editAt(spec, {u"jobTemplate"_s, u"spec"_s}, podTemplate);
    });
}

void job(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        if (!spec.contains("completions"_L1) && !spec.contains("parallelism"_L1)) {
            spec["completions"_L1] = 1;
        }
        setDefault(spec, "parallelism"_L1, 1);
        setDefault(spec, "backoffLimit"_L1, 6);
        setDefault(spec, "completionMode"_L1, "NonIndexed"_L1);
        setDefault(spec, "suspend"_L1, false);
        setDefault(spec, "podReplacementPolicy"_L1, "TerminatingOrFailed"_L1);
        podTemplate(spec);
    });
}

void pod(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "enableServiceLinks"_L1, true);
        applyPodDefaults(spec);
    });
    editAt(object, {u"status"_s}, [](QJsonObject &status) {
        const QString ip = status.value("podIP"_L1).toString();
        if (!ip.isEmpty() && !status.contains("podIPs"_L1)) {
            status["podIPs"_L1] = QJsonArray{QJsonObject{{"ip"_L1, ip}}};
        }
    });
}

void service(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "type"_L1, "ClusterIP"_L1);
        setDefault(spec, "sessionAffinity"_L1, "None"_L1);
        if (spec.value("type"_L1).toString() != "ExternalName"_L1) {
            setDefault(spec, "internalTrafficPolicy"_L1, "Cluster"_L1);
        }
        editItems(spec, "ports"_L1, [](QJsonObject &port) {
            setDefault(port, "protocol"_L1, "TCP"_L1);
            const QJsonValue target = port.value("targetPort"_L1);
            if (target.isUndefined() || target == QJsonValue(0) || target == QJsonValue(""_L1)) {
                port["targetPort"_L1] = port.value("port"_L1);
            }
        });
    });
}

void endpointPorts(QJsonObject &object)
{
    editItems(object, "subsets"_L1, [](QJsonObject &subset) {
        editItems(subset, "ports"_L1,
                  [](QJsonObject &port) { setDefault(port, "protocol"_L1, "TCP"_L1); });
    });
}

void endpointSlice(QJsonObject &object)
{
    editItems(object, "ports"_L1, [](QJsonObject &port) {
        setDefault(port, "name"_L1, ""_L1);
        setDefault(port, "protocol"_L1, "TCP"_L1);
    });
}

void nameSpace(QJsonObject &object)
{
    const QString name = textAt(object, {u"metadata"_s, u"name"_s});
    if (!name.isEmpty()) {
        setAt(object, {u"metadata"_s, u"labels"_s, u"kubernetes.io/metadata.name"_s}, name);
    }
}

void roleBinding(QJsonObject &object)
{
    constexpr auto group = "rbac.authorization.k8s.io"_L1;
    editAt(object, {u"roleRef"_s}, [group](QJsonObject &ref) {
        if (ref.value("apiGroup"_L1).toString().isEmpty()) {
            ref["apiGroup"_L1] = group;
        }
    });
    editItems(object, "subjects"_L1, [group](QJsonObject &subject) {
        if (subject.value("kind"_L1).toString() != "ServiceAccount"_L1) {
            setDefault(subject, "apiGroup"_L1, group);
        }
    });
}

void matchResources(QJsonObject &match)
{
    setDefault(match, "namespaceSelector"_L1, QJsonObject());
    setDefault(match, "objectSelector"_L1, QJsonObject());
    setDefault(match, "matchPolicy"_L1, "Equivalent"_L1);
    for (const QLatin1String key : {"resourceRules"_L1, "excludeResourceRules"_L1}) {
        editItems(match, key, [](QJsonObject &rule) { setDefault(rule, "scope"_L1, "*"_L1); });
    }
}

void admissionPolicy(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        setDefault(spec, "failurePolicy"_L1, "Fail"_L1);
        editAt(spec, {u"matchConstraints"_s}, matchResources);
    });
}

void policyBinding(QJsonObject &object)
{
    editAt(object, {u"spec"_s, u"matchResources"_s}, matchResources);
}

void webhooks(QJsonObject &object)
{
    editItems(object, "webhooks"_L1, [](QJsonObject &hook) {
        setDefault(hook, "failurePolicy"_L1, "Fail"_L1);
        setDefault(hook, "matchPolicy"_L1, "Equivalent"_L1);
        setDefault(hook, "namespaceSelector"_L1, QJsonObject());
        setDefault(hook, "objectSelector"_L1, QJsonObject());
        setDefault(hook, "timeoutSeconds"_L1, 10);
        editItems(hook, "rules"_L1,
                  [](QJsonObject &rule) { setDefault(rule, "scope"_L1, "*"_L1); });
        editAt(hook, {u"clientConfig"_s, u"service"_s},
               [](QJsonObject &target) { setDefault(target, "port"_L1, 443); });
    });
}

void apiService(QJsonObject &object)
{
    editAt(object, {u"spec"_s, u"service"_s},
           [](QJsonObject &target) { setDefault(target, "port"_L1, 443); });
}

void customDefinition(QJsonObject &object)
{
    editAt(object, {u"spec"_s}, [](QJsonObject &spec) {
        editAt(spec, {u"names"_s}, [](QJsonObject &names) {
            const QString kind = names.value("kind"_L1).toString();
            setDefault(names, "singular"_L1, kind.toLower());
            setDefault(names, "listKind"_L1, QString(kind + "List"_L1));
        });
        setDefault(spec, "conversion"_L1, QJsonObject{{"strategy"_L1, "None"_L1}});
    });
}

const std::map<QString, void (*)(QJsonObject &)> &defaulters()
{
    static const std::map<QString, void (*)(QJsonObject &)> byKind{
        {u"CronJob"_s, cronJob},
        {u"Job"_s, job},
        {u"Deployment"_s, deployment},
        {u"StatefulSet"_s, statefulSet},
        {u"ReplicaSet"_s, replicaSet},
        {u"Pod"_s, pod},
        {u"Service"_s, service},
        {u"Endpoints"_s, endpointPorts},
        {u"EndpointSlice"_s, endpointSlice},
        {u"Namespace"_s, nameSpace},
        {u"RoleBinding"_s, roleBinding},
        {u"ClusterRoleBinding"_s, roleBinding},
        {u"ValidatingAdmissionPolicy"_s, admissionPolicy},
        {u"ValidatingAdmissionPolicyBinding"_s, policyBinding},
        {u"ValidatingWebhookConfiguration"_s, webhooks},
        {u"MutatingWebhookConfiguration"_s, webhooks},
        {u"APIService"_s, apiService},
        {u"CustomResourceDefinition"_s, customDefinition},
    };
    return byKind;
}

} // namespace

void applyDefaults(const ResourceType &type, const QString &version, QJsonObject &object)
{
    if (type.custom) {
        return;
    }
    if (type.kind == "HorizontalPodAutoscaler"_L1) {
        version == "v1"_L1 ? hpaV1(object) : hpaV2(object);
        return;
    }
    const auto found = defaulters().find(type.kind);
    if (found != defaulters().end()) {
        found->second(object);
    }
}

} // namespace spillway::demo
