// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/manifest.h"
#include "rollout/autoscalers.h"
#include "rollout/importdraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Labels by which OpenCost divides unless it is told otherwise.
const QStringList costTags{u"team"_s, u"department"_s, u"env"_s, u"owner"_s, u"app"_s};

/// What machines write down for themselves; nothing is lost without it.
bool isBookkeeping(const QString &annotation)
{
    static const QStringList known{u"kubectl.kubernetes.io/last-applied-configuration"_s,
                                   u"deployment.kubernetes.io/revision"_s};
    static const QStringList prefixes{u"autoscaling.alpha.kubernetes.io/"_s, u"meta.helm.sh/"_s,
                                      u"argocd.argoproj.io/"_s, u"kustomize.toolkit.fluxcd.io/"_s};
    return known.contains(annotation) ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString &prefix) { return annotation.startsWith(prefix); });
}

/// Annotations by which people steer KEDA.
bool steersKeda(const QString &annotation)
{
    return annotation.startsWith(u"autoscaling.keda.sh/"_s) ||
           annotation.startsWith(u"scaledobject.keda.sh/"_s) ||
           annotation.startsWith(u"validations.keda.sh/"_s);
}

QJsonObject labelsOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject().value("labels"_L1).toObject();
}

bool isSpillways(const QString &label)
{
    return label == managedByLabel || label.startsWith(u"spillway.dev/"_s);
}

/// Without those that Spillway gives.
PolicyTexts plainLabels(const QJsonObject &object)
{
    PolicyTexts labels;
    const QJsonObject all = labelsOf(object);
    for (auto label = all.constBegin(); label != all.constEnd(); ++label) {
        if (!isSpillways(label.key())) {
            labels.insert(label.key(), label.value().toString());
        }
    }
    return labels;
}

void keepCommon(std::optional<PolicyTexts> &common, const PolicyTexts &labels)
{
    if (!common) {
        common = labels;
        return;
    }
    for (const QString &label : common->keys()) {
        if (labels.value(label) != common->value(label)) {
            common->remove(label);
        }
    }
}

QJsonObject inner(QJsonObject map, std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        map = map.value(key).toObject();
    }
    return map;
}

} // namespace

PolicyTexts importCostTags(const QJsonObject &labels)
{
    PolicyTexts tags;
    for (const QString &tag : costTags) {
        if (const QString value = labels.value(tag).toString(); !value.isEmpty()) {
            tags.insert(tag, value);
        }
    }
    return tags;
}

void noteMetadata(const QJsonObject &object, const QStringList &taken, const ImportScope &scope)
{
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    QStringList labels;
    for (const QString &label : labelsOf(object).keys()) {
        if (!isSpillways(label) && !taken.contains(label)) {
            labels << label;
        }
    }
    if (!labels.isEmpty()) {
        scope.note("omitted"_L1, u"metadata.labels"_s,
                   Text::tr("Labels that are not taken over: %1.").arg(labels.join(u", "_s)));
    }
    QStringList annotations;
    for (const QString &annotation : metadata.value("annotations"_L1).toObject().keys()) {
        if (steersKeda(annotation)) {
            scope.note("omitted"_L1, u"metadata.annotations[\"%1\"]"_s.arg(annotation),
                       Text::tr("It steers KEDA as long as it is there; a policy does not set "
                                "it."));
        } else if (!isBookkeeping(annotation)) {
            annotations << annotation;
        }
    }
    if (!annotations.isEmpty()) {
        scope.note(
            "omitted"_L1, u"metadata.annotations"_s,
            Text::tr("Annotations that are not taken over: %1.").arg(annotations.join(u", "_s)));
    }
}

/// Labels of the policy: what all of its objects carry. If there are autoscalers only, tags of cost
/// are those of the components.
PolicyTexts ImportDraft::commonLabels() const
{
    std::optional<PolicyTexts> whole;
    std::optional<PolicyTexts> scalers;
    for (const QJsonObject &object : m_input.objects) {
        if (!isOurs(object) || labelsOf(object).contains("spillway.dev/revision"_L1)) {
            continue;
        }
        const QString kind = object.value("kind"_L1).toString();
        const bool scales = isAutoscaler(kind);
        keepCommon(scales ? scalers : whole, plainLabels(object));
    }
    if (whole) {
        return *whole;
    }
    PolicyTexts common = scalers.value_or(PolicyTexts{});
    for (const QString &tag : costTags) {
        common.remove(tag);
    }
    return common;
}

/// The tags are on the pod template, and it was Spillway that put them there.
bool ImportDraft::labelsPods(const PolicyComponent &component) const
{
    const QJsonObject *const workload = workloadOf(component);
    if (workload == nullptr || component.cost.tags.isEmpty()) {
        return false;
    }
    const QJsonObject metadata = workload->value("metadata"_L1).toObject();
    for (const QJsonValue each : metadata.value("managedFields"_L1).toArray()) {
        const QJsonObject entry = each.toObject();
        const QJsonObject owned = inner(
            entry, {"fieldsV1"_L1, "f:spec"_L1, "f:template"_L1, "f:metadata"_L1, "f:labels"_L1});
        const QStringList tags = component.cost.tags.keys();
        if (entry.value("manager"_L1).toString() == consoleManager &&
            std::all_of(tags.begin(), tags.end(),
                        [&](const QString &tag) { return owned.contains(u"f:"_s + tag); })) {
            return true;
        }
    }
    return false;
}

void ImportDraft::takeLabels()
{
    m_policy.labels = commonLabels();
    for (ImportedComponent &imported : m_components) {
        const QJsonObject *const scaler = scalerOf(imported);
        if (scaler == nullptr) {
            continue;
        }
        PolicyTexts &tags = imported.component.cost.tags;
        const PolicyTexts labels = plainLabels(*scaler);
        if (imported.ours) {
            tags = labels;
            for (const QString &label : m_policy.labels.keys()) {
                tags.remove(label);
            }
            imported.component.cost.labelPods = labelsPods(imported.component);
        } else {
            tags = importCostTags(labelsOf(*scaler));
            const QJsonObject *const workload = workloadOf(imported.component);
            if (tags.isEmpty() && workload != nullptr) {
                tags = importCostTags(
                    inner(*workload, {"spec"_L1, "template"_L1, "metadata"_L1, "labels"_L1}));
            }
        }
        noteMetadata(*scaler, imported.ours ? labels.keys() : tags.keys(), scopeOf(*scaler));
    }
}

const QJsonObject *ImportDraft::workloadOf(const PolicyComponent &component) const
{
    const QString name = component.target.kind + u' ' + component.target.name;
    const auto found =
        std::find_if(m_input.objects.begin(), m_input.objects.end(),
                     [&](const QJsonObject &object) { return importedName(object) == name; });
    return found == m_input.objects.end() ? nullptr : &*found;
}

const QJsonObject *ImportDraft::scalerOf(const ImportedComponent &imported) const
{
    const auto found = std::find_if(
        m_input.objects.begin(), m_input.objects.end(),
        [&](const QJsonObject &object) { return importedName(object) == imported.object; });
    return found == m_input.objects.end() || imported.object.isEmpty() ? nullptr : &*found;
}

} // namespace spillway
