// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufbody.h"

#include "kubeserver/protobufwire.h"

#include <QJsonArray>
#include <QLatin1String>

#include <algorithm>
#include <array>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

/// How a field becomes JSON. Fields that are no pointers in Go are always sent, also when they are
/// empty: then they are left out, as they are in JSON.
enum class Form {
    Ignored,   ///< what the server sets itself
    Text,      ///< left out if empty
    Texts,     ///< one more of a list; may be empty, as the core group is
    Number,    ///< sent only if set: 0 counts
    Count,     ///< left out if 0
    Flag,      ///< sent only if set
    Switch,    ///< left out if false
    Message,   ///< of `type`
    Messages,  ///< one more of a list
    TextMap,   ///< one more entry
    BytesMap,  ///< the same, base64 in JSON
    AmountMap, ///< the same, of quantities
    Port,      ///< a number or a name
};

struct Rule
{
    QLatin1String message;
    quint64 number;
    QLatin1String name;
    Form form;
    QLatin1String type = {};
};

// Numbers of k8s.io/api, which never change.
// https://github.com/kubernetes/api/blob/master/core/v1/generated.proto
constexpr std::array rules{
    Rule{"Meta"_L1, 1, "name"_L1, Form::Text},
    Rule{"Meta"_L1, 2, "generateName"_L1, Form::Text},
    Rule{"Meta"_L1, 3, "namespace"_L1, Form::Text},
    Rule{"Meta"_L1, 5, "uid"_L1, Form::Text},
    Rule{"Meta"_L1, 6, "resourceVersion"_L1, Form::Text},
    Rule{"Meta"_L1, 8, "creationTimestamp"_L1, Form::Ignored},
    Rule{"Meta"_L1, 11, "labels"_L1, Form::TextMap},
    Rule{"Meta"_L1, 12, "annotations"_L1, Form::TextMap},
    Rule{"Meta"_L1, 14, "finalizers"_L1, Form::Texts},

    Rule{"v1 ConfigMap"_L1, 2, "data"_L1, Form::TextMap},
    Rule{"v1 ConfigMap"_L1, 3, "binaryData"_L1, Form::BytesMap},
    Rule{"v1 ConfigMap"_L1, 4, "immutable"_L1, Form::Flag},
    Rule{"v1 Secret"_L1, 2, "data"_L1, Form::BytesMap},
    Rule{"v1 Secret"_L1, 3, "type"_L1, Form::Text},
    Rule{"v1 Secret"_L1, 4, "stringData"_L1, Form::TextMap},
    Rule{"v1 Secret"_L1, 5, "immutable"_L1, Form::Flag},
    Rule{"v1 ServiceAccount"_L1, 4, "automountServiceAccountToken"_L1, Form::Flag},
    Rule{"v1 Namespace"_L1, 2, "spec"_L1, Form::Ignored},
    Rule{"v1 Namespace"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"v1 ResourceQuota"_L1, 2, "spec"_L1, Form::Message, "Quota"_L1},
    Rule{"v1 ResourceQuota"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"Quota"_L1, 1, "hard"_L1, Form::AmountMap},
    Rule{"Quota"_L1, 2, "scopes"_L1, Form::Texts},

    Rule{"v1 Service"_L1, 2, "spec"_L1, Form::Message, "Service"_L1},
    Rule{"v1 Service"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"Service"_L1, 1, "ports"_L1, Form::Messages, "ServicePort"_L1},
    Rule{"Service"_L1, 2, "selector"_L1, Form::TextMap},
    Rule{"Service"_L1, 3, "clusterIP"_L1, Form::Text},
    Rule{"Service"_L1, 4, "type"_L1, Form::Text},
    Rule{"Service"_L1, 7, "sessionAffinity"_L1, Form::Text},
    Rule{"Service"_L1, 10, "externalName"_L1, Form::Text},
    Rule{"ServicePort"_L1, 1, "name"_L1, Form::Text},
    Rule{"ServicePort"_L1, 2, "protocol"_L1, Form::Text},
    Rule{"ServicePort"_L1, 3, "port"_L1, Form::Count},
    Rule{"ServicePort"_L1, 4, "targetPort"_L1, Form::Port},
    Rule{"ServicePort"_L1, 5, "nodePort"_L1, Form::Count},

    Rule{"rbac.authorization.k8s.io/v1 Role"_L1, 2, "rules"_L1, Form::Messages, "Right"_L1},
    Rule{"rbac.authorization.k8s.io/v1 ClusterRole"_L1, 2, "rules"_L1, Form::Messages, "Right"_L1},
    Rule{"Right"_L1, 1, "verbs"_L1, Form::Texts},
    Rule{"Right"_L1, 2, "apiGroups"_L1, Form::Texts},
    Rule{"Right"_L1, 3, "resources"_L1, Form::Texts},
    Rule{"Right"_L1, 4, "resourceNames"_L1, Form::Texts},
    Rule{"Right"_L1, 5, "nonResourceURLs"_L1, Form::Texts},
    Rule{"rbac.authorization.k8s.io/v1 RoleBinding"_L1, 2, "subjects"_L1, Form::Messages,
         "Subject"_L1},
    Rule{"rbac.authorization.k8s.io/v1 RoleBinding"_L1, 3, "roleRef"_L1, Form::Message,
         "RoleRef"_L1},
    Rule{"rbac.authorization.k8s.io/v1 ClusterRoleBinding"_L1, 2, "subjects"_L1, Form::Messages,
         "Subject"_L1},
    Rule{"rbac.authorization.k8s.io/v1 ClusterRoleBinding"_L1, 3, "roleRef"_L1, Form::Message,
         "RoleRef"_L1},
    Rule{"Subject"_L1, 1, "kind"_L1, Form::Text},
    Rule{"Subject"_L1, 2, "apiGroup"_L1, Form::Text},
    Rule{"Subject"_L1, 3, "name"_L1, Form::Text},
    Rule{"Subject"_L1, 4, "namespace"_L1, Form::Text},
    Rule{"RoleRef"_L1, 1, "apiGroup"_L1, Form::Text},
    Rule{"RoleRef"_L1, 2, "kind"_L1, Form::Text},
    Rule{"RoleRef"_L1, 3, "name"_L1, Form::Text},

    Rule{"apps/v1 Deployment"_L1, 2, "spec"_L1, Form::Message, "Deployment"_L1},
    Rule{"apps/v1 Deployment"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"Deployment"_L1, 1, "replicas"_L1, Form::Number},
    Rule{"Deployment"_L1, 2, "selector"_L1, Form::Message, "Selector"_L1},
    Rule{"Deployment"_L1, 3, "template"_L1, Form::Message, "Template"_L1},
    Rule{"Deployment"_L1, 4, "strategy"_L1, Form::Message, "Strategy"_L1},
    Rule{"Deployment"_L1, 5, "minReadySeconds"_L1, Form::Count},
    Rule{"Deployment"_L1, 6, "revisionHistoryLimit"_L1, Form::Number},
    Rule{"Deployment"_L1, 7, "paused"_L1, Form::Switch},
    Rule{"Deployment"_L1, 9, "progressDeadlineSeconds"_L1, Form::Number},
    Rule{"Selector"_L1, 1, "matchLabels"_L1, Form::TextMap},
    Rule{"Strategy"_L1, 1, "type"_L1, Form::Text},

    Rule{"batch/v1 Job"_L1, 2, "spec"_L1, Form::Message, "Job"_L1},
    Rule{"batch/v1 Job"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"Job"_L1, 1, "parallelism"_L1, Form::Number},
    Rule{"Job"_L1, 2, "completions"_L1, Form::Number},
    Rule{"Job"_L1, 3, "activeDeadlineSeconds"_L1, Form::Number},
    Rule{"Job"_L1, 6, "template"_L1, Form::Message, "Template"_L1},
    Rule{"Job"_L1, 7, "backoffLimit"_L1, Form::Number},
    Rule{"batch/v1 CronJob"_L1, 2, "spec"_L1, Form::Message, "CronJob"_L1},
    Rule{"batch/v1 CronJob"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"CronJob"_L1, 1, "schedule"_L1, Form::Text},
    Rule{"CronJob"_L1, 2, "startingDeadlineSeconds"_L1, Form::Number},
    Rule{"CronJob"_L1, 3, "concurrencyPolicy"_L1, Form::Text},
    Rule{"CronJob"_L1, 4, "suspend"_L1, Form::Flag},
    Rule{"CronJob"_L1, 5, "jobTemplate"_L1, Form::Message, "JobTemplate"_L1},
    Rule{"CronJob"_L1, 6, "successfulJobsHistoryLimit"_L1, Form::Number},
    Rule{"CronJob"_L1, 7, "failedJobsHistoryLimit"_L1, Form::Number},
    Rule{"CronJob"_L1, 8, "timeZone"_L1, Form::Text},
    Rule{"JobTemplate"_L1, 1, "metadata"_L1, Form::Message, "Meta"_L1},
    Rule{"JobTemplate"_L1, 2, "spec"_L1, Form::Message, "Job"_L1},

    Rule{"Template"_L1, 1, "metadata"_L1, Form::Message, "Meta"_L1},
    Rule{"Template"_L1, 2, "spec"_L1, Form::Message, "PodSpec"_L1},
    Rule{"PodSpec"_L1, 2, "containers"_L1, Form::Messages, "Container"_L1},
    Rule{"PodSpec"_L1, 3, "restartPolicy"_L1, Form::Text},
    Rule{"PodSpec"_L1, 4, "terminationGracePeriodSeconds"_L1, Form::Number},
    Rule{"PodSpec"_L1, 5, "activeDeadlineSeconds"_L1, Form::Number},
    Rule{"PodSpec"_L1, 6, "dnsPolicy"_L1, Form::Text},
    Rule{"PodSpec"_L1, 7, "nodeSelector"_L1, Form::TextMap},
    Rule{"PodSpec"_L1, 8, "serviceAccountName"_L1, Form::Text},
    Rule{"Container"_L1, 1, "name"_L1, Form::Text},
    Rule{"Container"_L1, 2, "image"_L1, Form::Text},
    Rule{"Container"_L1, 3, "command"_L1, Form::Texts},
    Rule{"Container"_L1, 4, "args"_L1, Form::Texts},
    Rule{"Container"_L1, 5, "workingDir"_L1, Form::Text},
    Rule{"Container"_L1, 6, "ports"_L1, Form::Messages, "ContainerPort"_L1},
    Rule{"Container"_L1, 7, "env"_L1, Form::Messages, "Variable"_L1},
    Rule{"Container"_L1, 8, "resources"_L1, Form::Message, "Resources"_L1},
    Rule{"Container"_L1, 14, "imagePullPolicy"_L1, Form::Text},
    Rule{"ContainerPort"_L1, 1, "name"_L1, Form::Text},
    Rule{"ContainerPort"_L1, 2, "hostPort"_L1, Form::Count},
    Rule{"ContainerPort"_L1, 3, "containerPort"_L1, Form::Count},
    Rule{"ContainerPort"_L1, 4, "protocol"_L1, Form::Text},
    Rule{"Variable"_L1, 1, "name"_L1, Form::Text},
    Rule{"Variable"_L1, 2, "value"_L1, Form::Text},
    Rule{"Resources"_L1, 1, "limits"_L1, Form::AmountMap},
    Rule{"Resources"_L1, 2, "requests"_L1, Form::AmountMap},

    Rule{"autoscaling/v1 HorizontalPodAutoscaler"_L1, 2, "spec"_L1, Form::Message, "Hpa"_L1},
    Rule{"autoscaling/v1 HorizontalPodAutoscaler"_L1, 3, "status"_L1, Form::Ignored},
    Rule{"Hpa"_L1, 1, "scaleTargetRef"_L1, Form::Message, "Target"_L1},
    Rule{"Hpa"_L1, 2, "minReplicas"_L1, Form::Number},
    Rule{"Hpa"_L1, 3, "maxReplicas"_L1, Form::Count},
    Rule{"Hpa"_L1, 4, "targetCPUUtilizationPercentage"_L1, Form::Number},
    Rule{"Target"_L1, 1, "kind"_L1, Form::Text},
    Rule{"Target"_L1, 2, "name"_L1, Form::Text},
    Rule{"Target"_L1, 3, "apiVersion"_L1, Form::Text},
};

const Rule *ruleOf(const QString &message, quint64 number)
{
    static constexpr Rule metadata{"Object"_L1, 1, "metadata"_L1, Form::Message, "Meta"_L1};
    if (number == metadata.number && message.contains(u' ')) {
        return &metadata;
    }
    const auto *const found = std::find_if(rules.begin(), rules.end(), [&](const Rule &rule) {
        return rule.message == message && rule.number == number;
    });
    return found == rules.end() ? nullptr : found;
}

/// A top-level object is one of which at least one field is known.
bool isKnown(const QString &message)
{
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Rule &rule) { return rule.message == message; });
}

QJsonValue portOf(const QList<ProtobufField> &fields)
{
    return protobufField(fields, 1).isZero()
               ? QJsonValue(qint64(protobufField(fields, 2).value))
               : QJsonValue(QString::fromUtf8(protobufField(fields, 3).bytes));
}

/// The value of one entry of a map.
std::optional<QString> entryValue(Form form, const QByteArray &bytes)
{
    if (form == Form::BytesMap) {
        return QString::fromLatin1(bytes.toBase64());
    }
    if (form == Form::TextMap) {
        return QString::fromUtf8(bytes);
    }
    const auto quantity = protobufFields(bytes);
    return quantity ? std::optional(QString::fromUtf8(protobufField(*quantity, 1).bytes))
                    : std::nullopt;
}

class Reader
{
public:
    [[nodiscard]] std::optional<QJsonObject> read(const QString &message, const QByteArray &bytes)
    {
        QJsonObject object;
        const auto fields = protobufFields(bytes);
        m_understood = m_understood && fields;
        for (const ProtobufField &field : fields.value_or(QList<ProtobufField>{})) {
            const Rule *const rule = ruleOf(message, field.number);
            if (rule != nullptr) {
                add(*rule, field, object);
            } else {
                m_understood = m_understood && field.isZero();
            }
        }
        return m_understood ? std::optional(object) : std::nullopt;
    }

private:
    void add(const Rule &rule, const ProtobufField &field, QJsonObject &object)
    {
        switch (rule.form) {
        case Form::Ignored:
            break;
        case Form::Number:
        case Form::Count:
            if (rule.form == Form::Number || !field.isZero()) {
                object.insert(rule.name, qint64(field.value));
            }
            break;
        case Form::Flag:
        case Form::Switch:
            if (rule.form == Form::Flag || !field.isZero()) {
                object.insert(rule.name, !field.isZero());
            }
            break;
        case Form::Text:
            if (!field.isZero()) {
                object.insert(rule.name, QString::fromUtf8(field.bytes));
            }
            break;
        case Form::Texts:
            append(object, rule.name, QString::fromUtf8(field.bytes));
            break;
        case Form::Message:
            object.insert(rule.name, read(rule.type, field.bytes).value_or(QJsonObject()));
            break;
        case Form::Messages:
            append(object, rule.name, read(rule.type, field.bytes).value_or(QJsonObject()));
            break;
        case Form::Port:
            object.insert(rule.name,
                          portOf(protobufFields(field.bytes).value_or(QList<ProtobufField>{})));
            break;
        case Form::TextMap:
        case Form::BytesMap:
        case Form::AmountMap:
            addEntry(rule, field.bytes, object);
            break;
        }
    }

    void addEntry(const Rule &rule, const QByteArray &bytes, QJsonObject &object)
    {
        const auto entry = protobufFields(bytes).value_or(QList<ProtobufField>{});
        const auto value = entryValue(rule.form, protobufField(entry, 2).bytes);
        m_understood = m_understood && value;
        QJsonObject map = object.value(rule.name).toObject();
        map.insert(QString::fromUtf8(protobufField(entry, 1).bytes), value.value_or(QString()));
        object.insert(rule.name, map);
    }

    static void append(QJsonObject &object, QLatin1String name, const QJsonValue &value)
    {
        QJsonArray array = object.value(name).toArray();
        array.append(value);
        object.insert(name, array);
    }

    bool m_understood = true;
};

} // namespace

std::optional<QJsonObject> objectFromProtobuf(const QByteArray &bytes)
{
    const auto envelope = protobufEnvelope(bytes);
    if (!envelope) {
        return std::nullopt;
    }
    const QString apiVersion = QString::fromUtf8(envelope->apiVersion);
    const QString kind = QString::fromUtf8(envelope->kind);
    const QString message = apiVersion + u' ' + kind;
    if (!isKnown(message)) {
        return std::nullopt;
    }
    auto object = Reader().read(message, envelope->object);
    if (object) {
        object->insert(u"apiVersion"_s, apiVersion);
        object->insert(u"kind"_s, kind);
    }
    return object;
}

} // namespace spillway::demo
