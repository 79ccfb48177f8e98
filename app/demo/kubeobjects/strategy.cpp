// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/strategy.h"

#include "kubeobjects/goobject.h"
#include "kubeobjects/jsontools.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

void resetStatus(const ResourceType &type, QJsonObject &object)
{
    if (type.custom) {
        object.remove("status"_L1);
        return;
    }
    const SchemaPtr schema = type.schema(type.storageVersion);
    const SchemaPtr status = schema ? schema->field(u"status"_s) : nullptr;
    if (!status) {
        return;
    }
    object["status"_L1] = status->kind == SchemaNode::Kind::Struct
                              ? decodeTyped(*status, {}, DecodeMode::Unstructured).object
                              : QJsonObject();
}

/// Guaranteed, Burstable or BestEffort.
QString qosClass(const QJsonObject &spec)
{
    bool any = false;
    bool all = true;
    for (const QJsonValue container : spec.value("containers"_L1).toArray()) {
        const QJsonObject requests = container["resources"_L1]["requests"_L1].toObject();
        const QJsonObject limits = container["resources"_L1]["limits"_L1].toObject();
        any = any || !requests.isEmpty() || !limits.isEmpty();
        for (const QLatin1String key : {"cpu"_L1, "memory"_L1}) {
            const bool equal = requests[key].isUndefined() || requests[key] == limits[key];
            all = all && limits.contains(key) && equal;
        }
    }
    return !any ? u"BestEffort"_s : (all ? u"Guaranteed"_s : u"Burstable"_s);
}

void fillPod(QJsonObject &object)
{
    QJsonObject spec = object.value("spec"_L1).toObject();
    object["status"_L1] = QJsonObject{{"phase"_L1, "Pending"_L1}, {"qosClass"_L1, qosClass(spec)}};
    // What the admission plug-ins Priority and DefaultTolerationSeconds add.
    QJsonArray tolerations = spec.value("tolerations"_L1).toArray();
    for (const QLatin1String key :
         {"node.kubernetes.io/not-ready"_L1, "node.kubernetes.io/unreachable"_L1}) {
        tolerations.append(QJsonObject{{"key"_L1, key},
                                       {"operator"_L1, "Exists"_L1},
                                       {"effect"_L1, "NoExecute"_L1},
                                       {"tolerationSeconds"_L1, 300}});
    }
    spec["tolerations"_L1] = tolerations;
    setDefault(spec, "priority"_L1, 0);
    setDefault(spec, "preemptionPolicy"_L1, "PreemptLowerPriority"_L1);
    object["spec"_L1] = spec;
}

void fillService(QJsonObject &object)
{
    QJsonObject spec = object.value("spec"_L1).toObject();
    if (spec.value("type"_L1).toString() == "ExternalName"_L1) {
        return;
    }
    const size_t spread = qHash(textAt(object, {u"metadata"_s, u"uid"_s})) % 250;
    setDefault(spec, "clusterIP"_L1, u"10.0.0.%1"_s.arg(spread + 2));
    setDefault(spec, "clusterIPs"_L1, QJsonArray{spec["clusterIP"_L1]});
    setDefault(spec, "ipFamilies"_L1, QJsonArray{"IPv4"_L1});
    setDefault(spec, "ipFamilyPolicy"_L1, "SingleStack"_L1);
    object["spec"_L1] = spec;
}

void fillNamespace(QJsonObject &object)
{
    setAt(object, {u"spec"_s, u"finalizers"_s}, QJsonArray{"kubernetes"_L1});
    object["status"_L1] = QJsonObject{{"phase"_L1, "Active"_L1}};
}

/// The labels and the selector by which a Job finds its pods.
void fillJob(QJsonObject &object)
{
    if (valueAt(object, {u"spec"_s, u"manualSelector"_s}).toBool()) {
        return;
    }
    const QString uid = textAt(object, {u"metadata"_s, u"uid"_s});
    const QString name = textAt(object, {u"metadata"_s, u"name"_s});
    const QStringList path{u"spec"_s, u"template"_s, u"metadata"_s, u"labels"_s};
    QJsonObject labels = objectAt(object, path);
    labels["batch.kubernetes.io/controller-uid"_L1] = uid;
    labels["batch.kubernetes.io/job-name"_L1] = name;
    labels["controller-uid"_L1] = uid;
    labels["job-name"_L1] = name;
    setAt(object, path, labels);
    setAt(object, {u"spec"_s, u"selector"_s},
          QJsonObject{
              {"matchLabels"_L1, QJsonObject{{"batch.kubernetes.io/controller-uid"_L1, uid}}}});
}

/// What counts as a change of the spec: for kinds without one, all but metadata and status.
QJsonObject counted(const ResourceType &type, QJsonObject object)
{
    if (!type.custom && object.contains("spec"_L1)) {
        return object.value("spec"_L1).toObject();
    }
    object.remove("metadata"_L1);
    object.remove("status"_L1);
    object.remove("apiVersion"_L1);
    return object;
}

void keep(QJsonObject &object, const QJsonObject &old, QLatin1String key)
{
    if (old.contains(key)) {
        object[key] = old[key];
    } else {
        object.remove(key);
    }
}

/// A write to /status keeps everything but the status, and metadata as far as the kind wants.
void keepAllButStatus(const ResourceType &type, QJsonObject &object, const QJsonObject &old)
{
    keep(object, old, "spec"_L1);
    QJsonObject meta = object.value("metadata"_L1).toObject();
    const QJsonObject oldMeta = old["metadata"_L1].toObject();
    if (type.custom) {
        const QJsonValue managed = meta.value("managedFields"_L1);
        const QJsonValue version = meta.value("resourceVersion"_L1);
        meta = oldMeta;
        meta["managedFields"_L1] = managed;
        meta["resourceVersion"_L1] = version;
    } else if (type.kind == "Deployment"_L1) {
        keep(meta, oldMeta, "labels"_L1);
    } else if (type.kind == "Pod"_L1) {
        keep(meta, oldMeta, "ownerReferences"_L1);
    }
    object["metadata"_L1] = meta;
}

} // namespace

FieldSet ignoredFields(const ResourceType &type, const QString &subresource)
{
    FieldSet fields;
    if (subresource.isEmpty()) {
        if (type.hasStatus) {
            fields.insert({PathStep::field(u"status"_s)});
        }
        return fields;
    }
    if (subresource != "status"_L1) {
        return fields;
    }
    fields.insert({PathStep::field(u"spec"_s)});
    if (type.custom) {
        fields.insert({PathStep::field(u"metadata"_s)});
    } else if (type.kind == "Deployment"_L1) {
        fields.insert({PathStep::field(u"metadata"_s), PathStep::field(u"labels"_s)});
    } else if (type.kind == "Pod"_L1) {
        fields.insert({PathStep::field(u"metadata"_s), PathStep::field(u"ownerReferences"_s)});
    }
    return fields;
}

void prepareForCreate(const ResourceType &type, QJsonObject &object, const WriteContext &)
{
    if (type.hasStatus) {
        resetStatus(type, object);
    }
    static const QHash<QString, void (*)(QJsonObject &)> fillers{{u"Pod"_s, fillPod},
                                                                 {u"Service"_s, fillService},
                                                                 {u"Namespace"_s, fillNamespace},
                                                                 {u"Job"_s, fillJob}};
    if (const auto fill = fillers.value(type.kind); fill && !type.custom) {
        fill(object);
    }
    if (type.hasGeneration) {
        setAt(object, {u"metadata"_s, u"generation"_s}, 1);
    } else {
        removeAt(object, {u"metadata"_s, u"generation"_s});
    }
}

void prepareForUpdate(const ResourceType &type, const QString &subresource, QJsonObject &object,
                      const QJsonObject &old)
{
    const QStringList generation{u"metadata"_s, u"generation"_s};
    if (subresource == "status"_L1) {
        keepAllButStatus(type, object, old);
    } else if (type.hasStatus && !(type.custom && subresource == "scale"_L1)) {
        keep(object, old, "status"_L1);
    }
    setAt(object, generation, valueAt(old, generation));
    if (type.hasGeneration && subresource != "status"_L1 &&
        counted(type, object) != counted(type, old)) {
        setAt(object, generation, valueAt(old, generation).toInteger() + 1);
    }
}

bool createsOnUpdate(const ResourceType &type)
{
    return type.group == "rbac.authorization.k8s.io"_L1 || type.kind == "Lease"_L1 ||
           type.kind == "Event"_L1 || type.kind == "Endpoints"_L1;
}

bool updatesUnconditionally(const ResourceType &type)
{
    return !type.custom && type.kind != "CustomResourceDefinition"_L1 &&
           type.kind != "APIService"_L1 && type.kind != "Lease"_L1;
}

} // namespace spillway::demo
