// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/resourcetype.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

enum Trait : unsigned {
    Cluster = 1U,    ///< without a namespace
    Status = 2U,     ///< subresource status
    Scale = 4U,      ///< subresource scale
    Generation = 8U, ///< counts changes of its spec
};

struct BuiltIn
{
    QLatin1String group;
    QLatin1String kind;
    QLatin1String plural;
    unsigned traits = 0;
    QLatin1String shortName;
    QLatin1String category;
    QLatin1String versions = "v1"_L1; ///< preferred first
};

constexpr auto admission = "admissionregistration.k8s.io"_L1;
constexpr auto flowControl = "flowcontrol.apiserver.k8s.io"_L1;
constexpr auto rbac = "rbac.authorization.k8s.io"_L1;
constexpr QLatin1String core;
constexpr QLatin1String none;

constexpr std::array builtIns{
    BuiltIn{core, "ConfigMap"_L1, "configmaps"_L1, 0, "cm"_L1},
    BuiltIn{core, "Endpoints"_L1, "endpoints"_L1, 0, "ep"_L1},
    BuiltIn{core, "Event"_L1, "events"_L1, 0, "ev"_L1},
    BuiltIn{core, "Namespace"_L1, "namespaces"_L1, Cluster | Status, "ns"_L1},
    BuiltIn{core, "Pod"_L1, "pods"_L1, Status | Generation, "po"_L1, "all"_L1},
    BuiltIn{core, "ResourceQuota"_L1, "resourcequotas"_L1, Status, "quota"_L1},
    BuiltIn{core, "Secret"_L1, "secrets"_L1},
    BuiltIn{core, "Service"_L1, "services"_L1, Status, "svc"_L1, "all"_L1},
    BuiltIn{core, "ServiceAccount"_L1, "serviceaccounts"_L1, 0, "sa"_L1},
    BuiltIn{"apps"_L1, "Deployment"_L1, "deployments"_L1, Status | Scale | Generation, "deploy"_L1,
            "all"_L1},
    BuiltIn{"apps"_L1, "ReplicaSet"_L1, "replicasets"_L1, Status | Scale | Generation, "rs"_L1,
            "all"_L1},
    BuiltIn{"apps"_L1, "StatefulSet"_L1, "statefulsets"_L1, Status | Scale | Generation, "sts"_L1,
            "all"_L1},
    BuiltIn{"autoscaling"_L1, "HorizontalPodAutoscaler"_L1, "horizontalpodautoscalers"_L1, Status,
            "hpa"_L1, "all"_L1, "v2,v1"_L1},
    BuiltIn{"batch"_L1, "CronJob"_L1, "cronjobs"_L1, Status | Generation, "cj"_L1, "all"_L1},
    BuiltIn{"batch"_L1, "Job"_L1, "jobs"_L1, Status | Generation, none, "all"_L1},
    BuiltIn{"coordination.k8s.io"_L1, "Lease"_L1, "leases"_L1},
    BuiltIn{"discovery.k8s.io"_L1, "EndpointSlice"_L1, "endpointslices"_L1, Generation},
    BuiltIn{"events.k8s.io"_L1, "Event"_L1, "events"_L1, 0, "ev"_L1},
    BuiltIn{"policy"_L1, "PodDisruptionBudget"_L1, "poddisruptionbudgets"_L1, Status | Generation,
            "pdb"_L1},
    BuiltIn{rbac, "ClusterRole"_L1, "clusterroles"_L1, Cluster},
    BuiltIn{rbac, "ClusterRoleBinding"_L1, "clusterrolebindings"_L1, Cluster},
    BuiltIn{rbac, "Role"_L1, "roles"_L1},
    BuiltIn{rbac, "RoleBinding"_L1, "rolebindings"_L1},
    BuiltIn{admission, "ValidatingAdmissionPolicy"_L1, "validatingadmissionpolicies"_L1,
            Cluster | Status | Generation},
    BuiltIn{admission, "ValidatingAdmissionPolicyBinding"_L1,
            "validatingadmissionpolicybindings"_L1, Cluster | Generation},
    BuiltIn{admission, "ValidatingWebhookConfiguration"_L1, "validatingwebhookconfigurations"_L1,
            Cluster | Generation, none, "api-extensions"_L1},
    BuiltIn{admission, "MutatingWebhookConfiguration"_L1, "mutatingwebhookconfigurations"_L1,
            Cluster | Generation, none, "api-extensions"_L1},
    BuiltIn{"apiregistration.k8s.io"_L1, "APIService"_L1, "apiservices"_L1, Cluster | Status, none,
            "api-extensions"_L1},
    BuiltIn{"apiextensions.k8s.io"_L1, "CustomResourceDefinition"_L1,
            "customresourcedefinitions"_L1, Cluster | Status | Generation, "crd"_L1,
            "api-extensions"_L1},
    BuiltIn{flowControl, "FlowSchema"_L1, "flowschemas"_L1, Cluster | Status | Generation},
    BuiltIn{flowControl, "PriorityLevelConfiguration"_L1, "prioritylevelconfigurations"_L1,
            Cluster | Status | Generation},
};

ResourceTypePtr makeType(const BuiltIn &row)
{
    auto type = std::make_shared<ResourceType>();
    type->group = row.group;
    type->versions = QString(row.versions).split(u',');
    type->storageVersion = type->versions.constFirst();
    type->kind = row.kind;
    type->listKind = type->kind + "List"_L1;
    type->plural = row.plural;
    type->singular = type->kind.toLower();
    const QString group = row.kind == "Event"_L1 ? QString() : type->group; // one store for both
    type->storageKey = group.isEmpty() ? type->plural : type->plural + u'.' + group;
    if (!row.shortName.isEmpty()) {
        type->shortNames = {row.shortName};
    }
    if (!row.category.isEmpty()) {
        type->categories = {row.category};
    }
    type->namespaced = (row.traits & Cluster) == 0;
    type->hasStatus = (row.traits & Status) != 0;
    type->hasScale = (row.traits & Scale) != 0;
    type->hasGeneration = (row.traits & Generation) != 0;
    for (const QString &version : std::as_const(type->versions)) {
        type->schemas[version] = OpenApiSchema::shipped().kind({type->group, version, type->kind});
    }
    return type;
}

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    for (const QJsonValue item : list.toArray()) {
        found.append(item.toString());
    }
    return found;
}

} // namespace

QString ResourceType::apiVersion(const QString &version) const
{
    return group.isEmpty() ? version : group + u'/' + version;
}

SchemaPtr ResourceType::schema(const QString &version) const
{
    const auto found = schemas.find(version);
    return found == schemas.end() ? nullptr : found->second;
}

const std::vector<ResourceTypePtr> &builtInTypes()
{
    static const std::vector<ResourceTypePtr> types = [] {
        std::vector<ResourceTypePtr> made;
        made.reserve(std::size(builtIns));
        for (const BuiltIn &row : builtIns) {
            made.push_back(makeType(row));
        }
        return made;
    }();
    return types;
}

ResourceTypePtr customType(const QJsonObject &crd)
{
    auto type = std::make_shared<ResourceType>();
    const QJsonObject spec = crd["spec"_L1].toObject();
    const QJsonObject names = spec["names"_L1].toObject();
    type->custom = true;
    type->crd = crd;
    type->group = spec["group"_L1].toString();
    type->kind = names["kind"_L1].toString();
    type->listKind = names["listKind"_L1].toString(type->kind + "List"_L1);
    type->plural = names["plural"_L1].toString();
    type->singular = names["singular"_L1].toString(type->kind.toLower());
    type->shortNames = texts(names["shortNames"_L1]);
    type->categories = texts(names["categories"_L1]);
    type->storageKey = type->plural + u'.' + type->group;
    type->namespaced = spec["scope"_L1].toString() == "Namespaced"_L1;
    type->hasGeneration = true;
    for (const QJsonValue value : spec["versions"_L1].toArray()) {
        const QJsonObject version = value.toObject();
        const QString name = version["name"_L1].toString();
        const Result<SchemaPtr> schema = schemaOfCrd(crd, name);
        if (!schema) {
            return nullptr;
        }
        type->schemas[name] = *schema;
        if (version["served"_L1].toBool()) {
            type->versions.append(name);
        }
        if (version["storage"_L1].toBool()) {
            type->storageVersion = name;
        }
        const QJsonObject subresources = version["subresources"_L1].toObject();
        type->hasStatus = type->hasStatus || subresources.contains("status"_L1);
        type->hasScale = type->hasScale || subresources.contains("scale"_L1);
    }
    return type->versions.isEmpty() ? nullptr : type;
}

ResourceTypePtr findBuiltIn(const QString &group, const QString &plural)
{
    for (const ResourceTypePtr &type : builtInTypes()) {
        if (type->group == group && type->plural == plural) {
            return type;
        }
    }
    return nullptr;
}

} // namespace spillway::demo
