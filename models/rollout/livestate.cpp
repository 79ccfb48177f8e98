// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/livestate.h"

#include "kube/kubedecoder.h"
#include "policy/manifest.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Engine = PolicyComponent::Engine;

QJsonObject metadataOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject();
}

void addScheduleObjects(const Policy &policy, std::vector<WantedObject> &wanted)
{
    const QString name = scheduleName(policy);
    const QString rbac = u"rbac.authorization.k8s.io/v1"_s;
    wanted.push_back({u"v1"_s, u"ServiceAccount"_s, name});
    wanted.push_back({rbac, u"Role"_s, name});
    wanted.push_back({rbac, u"RoleBinding"_s, name});
    wanted.push_back({u"v1"_s, u"ConfigMap"_s, name});
    wanted.push_back({u"batch/v1"_s, u"CronJob"_s, name});
}

bool hasSettings(const PolicyComponent &component)
{
    return component.quota || component.degrade || !component.breakers.empty();
}

void addMeshObjects(const Policy &policy, std::vector<WantedObject> &wanted)
{
    for (const PolicyComponent &component : policy.components) {
        for (const PolicyBreaker &breaker : component.breakers) {
            if (breaker.mesh) {
                wanted.push_back({u"networking.istio.io/v1"_s, u"DestinationRule"_s,
                                  meshName(policy, component, breaker)});
            }
        }
    }
}

void addLabelledWorkloads(const Policy &policy, std::vector<WantedObject> &wanted)
{
    for (const PolicyComponent &component : policy.components) {
        if (component.cost.labelPods && !component.cost.tags.isEmpty() &&
            !component.target.name.isEmpty()) {
            wanted.push_back(
                {component.target.apiVersion, component.target.kind, component.target.name});
        }
    }
}

} // namespace

QString LiveObject::uid() const
{
    return metadataOf(object).value("uid"_L1).toString();
}

QString LiveObject::resourceVersion() const
{
    return metadataOf(object).value("resourceVersion"_L1).toString();
}

QString LiveObject::label(QLatin1String key) const
{
    return metadataOf(object).value("labels"_L1).toObject().value(key).toString();
}

kube::ObjectMeta LiveObject::meta() const
{
    // A kind that is nothing but metadata.
    const QJsonObject only{{"metadata"_L1, object.value("metadata"_L1)}};
    const Result<kube::ServiceAccount> read = kube::decodeObject<kube::ServiceAccount>(
        QJsonDocument(only).toJson(QJsonDocument::Compact));
    return read ? read->meta : kube::ObjectMeta{};
}

std::vector<WantedObject> wantedObjects(const Policy &policy)
{
    std::vector<WantedObject> wanted;
    bool scheduled = false;
    bool settings = false;
    for (const PolicyComponent &component : policy.components) {
        scheduled = scheduled || component.isScheduled();
        settings = settings || hasSettings(component);
        if (component.engine == Engine::Hpa) {
            wanted.push_back(
                {u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, scalerName(policy, component)});
        } else if (component.engine == Engine::Keda) {
            wanted.push_back(
                {u"keda.sh/v1alpha1"_s, u"ScaledObject"_s, scalerName(policy, component)});
        }
    }
    if (scheduled) {
        addScheduleObjects(policy, wanted);
    }
    if (settings) {
        wanted.push_back({u"v1"_s, u"ConfigMap"_s, settingsName(policy)});
    }
    addMeshObjects(policy, wanted);
    if (!policy.alerts.empty()) {
        wanted.push_back({u"monitoring.coreos.com/v1"_s, u"PrometheusRule"_s, alertsName(policy)});
    }
    addLabelledWorkloads(policy, wanted);
    return wanted;
}

const LiveObject *LiveState::find(const kube::ObjectRef &ref) const
{
    const auto found = std::find_if(objects.begin(), objects.end(),
                                    [&ref](const LiveObject &one) { return one.ref == ref; });
    return found == objects.end() ? nullptr : &*found;
}

Result<kube::ObjectRef> LiveState::refOf(const Manifest &manifest) const
{
    const Result<kube::ServedResource> served =
        discovery.find(manifest.object.value("apiVersion"_L1).toString(), manifest.kind());
    if (!served) {
        return served.error();
    }
    return kube::ObjectRef{served->resource,
                           served->resource.namespaced ? manifest.nameSpace() : QString{},
                           manifest.name()};
}

} // namespace spillway
