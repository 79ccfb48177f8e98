// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/importdraft.h"

#include "policy/manifest.h"
#include "policy/policychecker.h"
#include "policy/policyparser.h"
#include "policy/policywriter.h"
#include "rollout/autoscalers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr QLatin1String revisionLabel{"spillway.dev/revision"};
constexpr QLatin1String hpaKind{"HorizontalPodAutoscaler"};
constexpr QLatin1String kedaKind{"ScaledObject"};
constexpr QLatin1String meshKind{"DestinationRule"};
constexpr QLatin1String ruleKind{"PrometheusRule"};
constexpr QLatin1String mapKind{"ConfigMap"};
constexpr QLatin1String cronKind{"CronJob"};

QJsonObject metadataOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject();
}

QJsonObject labelsOf(const QJsonObject &object)
{
    return metadataOf(object).value("labels"_L1).toObject();
}

QString nameOf(const QJsonObject &object)
{
    return metadataOf(object).value("name"_L1).toString();
}

QString label(const QJsonObject &object, QLatin1String key)
{
    return labelsOf(object).value(key).toString();
}

} // namespace

QString importOwner(const QJsonObject &object)
{
    return label(object, managedByLabel) == u"spillway" ? label(object, policyLabel) : QString{};
}

ImportDraft::ImportDraft(const ImportInput &input, const QString &name)
    : m_input(input)
{
    m_policy.name = name;
    m_policy.nameSpace = input.nameSpace;
}

bool ImportDraft::isOurs(const QJsonObject &object) const
{
    return importOwner(object) == m_policy.name;
}

bool ImportDraft::isOfAnother(const QJsonObject &object) const
{
    const QString owner = importOwner(object);
    return !owner.isEmpty() && owner != m_policy.name;
}

std::vector<const QJsonObject *> ImportDraft::ofKind(QLatin1String kind) const
{
    std::vector<const QJsonObject *> found;
    for (const QJsonObject &object : m_input.objects) {
        if (object.value("kind"_L1).toString() == kind) {
            found.push_back(&object);
        }
    }
    return found;
}

ImportScope ImportDraft::scopeOf(const QJsonObject &object)
{
    return {importedName(object), m_result.notes};
}

bool ImportDraft::takeRevision()
{
    const QJsonObject *last = nullptr;
    int number = 0;
    for (const QJsonObject *const object : ofKind(mapKind)) {
        const int revision = label(*object, revisionLabel).toInt();
        if (isOurs(*object) && revision > number) {
            number = revision;
            last = object;
        }
    }
    if (last == nullptr) {
        return false;
    }
    const QJsonObject data = last->value("data"_L1).toObject();
    const QByteArray text = data.value("policy.yaml"_L1).toString().toUtf8();
    const ImportScope scope = scopeOf(*last);
    PolicyReading reading = parsePolicy(text, importedName(*last));
    if (!reading.ok()) {
        scope.note(
            "omitted"_L1, u"data.policy.yaml"_s,
            Text::tr("The policy in it cannot be read: %1. The objects are imported instead.")
                .arg(reading.problems.front().why));
        return false;
    }
    m_policy = std::move(reading.policy);
    m_result.text = text;
    m_result.revision = number;
    scope.note(
        "revision"_L1, {},
        Text::tr("The text is that of revision %1, pushed by %2 at %3. What was changed since "
                 "then without a push is not in it; a plan shows it.")
            .arg(number)
            .arg(data.value("author"_L1).toString(), data.value("time"_L1).toString()));
    for (const PolicyCalendar &calendar : m_policy.calendars) {
        scope.note("omitted"_L1, u"data.policy.yaml"_s,
                   Text::tr("The iCalendar file %1 is not in the cluster.").arg(calendar.file));
    }
    noteStrangers();
    return true;
}

/// What is beside the policy, in a namespace of which the revision is imported.
void ImportDraft::noteStrangers()
{
    for (const QLatin1String kind : {hpaKind, kedaKind, meshKind}) {
        for (const QJsonObject *const object : ofKind(kind)) {
            if (!isOurs(*object) && scaledObjectOf(*object).isEmpty()) {
                scopeOf(*object).note(
                    "not-ours"_L1, {},
                    Text::tr("The policy %1 did not write it.").arg(m_policy.name));
            }
        }
    }
    noteCronJobs();
}

void ImportDraft::takeObjects()
{
    noteOrphans();
    takeSettings();
    takeAutoscalers(true);
    takeAutoscalers(false);
    takeMeshes();
    takeAlerts();
    takeTimeline();
    takeLabels();
    noteCronJobs();
}

ImportedComponent &ImportDraft::componentNamed(const QString &name)
{
    const auto found =
        std::find_if(m_components.begin(), m_components.end(),
                     [&](const ImportedComponent &one) { return one.component.name == name; });
    if (found != m_components.end()) {
        return *found;
    }
    m_components.emplace_back();
    m_components.back().component.name = name;
    return m_components.back();
}

/// A component's name made of that of something else, which nothing that scales has yet.
QString ImportDraft::freeName(const QString &wish) const
{
    static const QRegularExpression strange(u"[^a-z0-9-]+"_s);
    static const QRegularExpression edges(u"^-+|-+$"_s);
    constexpr qsizetype room = longestLabelName - 4;
    QString base = wish.toLower().replace(strange, u"-"_s).left(room).remove(edges);
    base = base.isEmpty() ? u"workload"_s : base;
    QString name = base;
    const auto isTaken = [&](const ImportedComponent &one) {
        return one.component.name == name && one.component.engine != PolicyComponent::Engine::None;
    };
    for (int i = 2; std::any_of(m_components.begin(), m_components.end(), isTaken); ++i) {
        name = u"%1-%2"_s.arg(base).arg(i);
    }
    return name;
}

void ImportDraft::takeSettings()
{
    for (const QJsonObject *const object : ofKind(mapKind)) {
        if (isOurs(*object) && nameOf(*object) == settingsName(m_policy)) {
            for (PolicyComponent &service : importSettings(*object, scopeOf(*object))) {
                ImportedComponent &imported = componentNamed(service.name);
                imported.component = std::move(service);
                imported.ours = true;
            }
        }
    }
}

/// An HPA that KEDA made is imported with its ScaledObject, if that could be read.
void ImportDraft::noteOrphans()
{
    const std::vector<const QJsonObject *> scaled = ofKind(kedaKind);
    for (const QJsonObject *const object : ofKind(hpaKind)) {
        const QString owner = scaledObjectOf(*object);
        const bool isThere = std::any_of(scaled.begin(), scaled.end(), [&](const QJsonObject *one) {
            return nameOf(*one) == owner;
        });
        if (!owner.isEmpty() && !isThere) {
            scopeOf(*object).note(
                "omitted"_L1, u"metadata.ownerReferences"_s,
                Text::tr("KEDA made it for the ScaledObject %1, which was not read.").arg(owner));
        }
    }
}

void ImportDraft::takeAutoscalers(bool ours)
{
    for (const QLatin1String kind : {kedaKind, hpaKind}) {
        for (const QJsonObject *const object : ofKind(kind)) {
            if (!scaledObjectOf(*object).isEmpty() || isOurs(*object) != ours) {
                continue;
            }
            const ImportScope scope = scopeOf(*object);
            if (isOfAnother(*object)) {
                scope.note("not-ours"_L1, {},
                           Text::tr("It belongs to the policy %1.").arg(importOwner(*object)));
                continue;
            }
            takeAutoscaler(*object,
                           kind == kedaKind ? importScaledObject(*object, scope)
                                            : importAutoscaler(*object, scope),
                           scope);
        }
    }
}

void ImportDraft::takeAutoscaler(const QJsonObject &object,
                                 std::optional<ImportedComponent> imported,
                                 const ImportScope &scope)
{
    if (!imported) {
        return;
    }
    const PolicyObject &target = imported->component.target;
    const auto other =
        std::find_if(m_components.begin(), m_components.end(),
                     [&](const ImportedComponent &one) { return one.component.target == target; });
    if (other != m_components.end()) {
        scope.note(
            "omitted"_L1, u"spec.scaleTargetRef"_s,
            Text::tr("%1 %2 has an autoscaler already, %3. A policy has one a workload, and so "
                     "should the cluster.")
                .arg(target.kind, target.name, other->object));
        return;
    }
    imported->ours = isOurs(object);
    const QString given = label(object, componentLabel);
    const QString name = imported->ours && !given.isEmpty() ? given : freeName(target.name);
    ImportedComponent &to = componentNamed(name);
    // What the settings say of it stays.
    PolicyComponent whole = std::move(imported->component);
    whole.name = name;
    whole.quota = std::move(to.component.quota);
    whole.degrade = to.component.degrade;
    whole.breakers = std::move(to.component.breakers);
    to = *std::move(imported);
    to.component = std::move(whole);
}

void ImportDraft::takeMeshes()
{
    for (const QJsonObject *const object : ofKind(meshKind)) {
        const ImportScope scope = scopeOf(*object);
        if (isOfAnother(*object)) {
            scope.note("not-ours"_L1, {},
                       Text::tr("It belongs to the policy %1.").arg(importOwner(*object)));
            continue;
        }
        if (!isOurs(*object) && !breaksCircuits(*object)) {
            scope.note("not-ours"_L1, {}, Text::tr("There is no circuit breaker in it."));
            continue;
        }
        std::vector<ImportNote> lost;
        const PolicyMesh mesh = importMesh(*object, ImportScope(importedName(*object), lost));
        if (!lost.empty() && !isOurs(*object)) {
            // A push would write one of its own, of which Istio would use this or that.
            scope.note("not-ours"_L1, {},
                       Text::tr("It says more than a circuit breaker does, and Istio uses only one "
                                "DestinationRule a host: it stays as it is."));
        } else if (hasMesh(mesh.host)) {
            scope.note("omitted"_L1, u"spec.host"_s,
                       Text::tr("There is another one for %1, and Istio uses only one a host.")
                           .arg(mesh.host));
        } else {
            takeMesh(*object, mesh, scope);
        }
        m_result.notes.insert(m_result.notes.end(), lost.begin(), lost.end());
    }
}

bool ImportDraft::hasMesh(const QString &host) const
{
    const auto isFor = [&](const PolicyBreaker &one) { return one.mesh && one.mesh->host == host; };
    return std::any_of(m_components.begin(), m_components.end(), [&](const auto &imported) {
        const std::vector<PolicyBreaker> &breakers = imported.component.breakers;
        return std::any_of(breakers.begin(), breakers.end(), isFor);
    });
}

void ImportDraft::takeMesh(const QJsonObject &object, const PolicyMesh &mesh,
                           const ImportScope &scope)
{
    const bool ours = isOurs(object);
    const QString owner = ours ? label(object, componentLabel) : u"mesh"_s;
    ImportedComponent &imported = componentNamed(owner.isEmpty() ? u"mesh"_s : owner);
    std::vector<PolicyBreaker> &breakers = imported.component.breakers;
    const auto nameFor = [&](const QString &tool) {
        return spillway::objectName({m_policy.name, imported.component.name, tool}, longestName);
    };
    const auto written =
        std::find_if(breakers.begin(), breakers.end(), [&](const PolicyBreaker &one) {
            return nameFor(one.spec.name) == nameOf(object);
        });
    if (ours && written != breakers.end()) {
        written->mesh = mesh;
        return;
    }
    PolicyBreaker breaker;
    breaker.mesh = mesh;
    breaker.spec.name = nameOf(object);
    breakers.push_back(breaker);
    scope.note(
        "assumed"_L1, {},
        Text::tr("Who calls %1 is not known: the breaker is in the component “%2”. Move it to "
                 "the one that calls, and see to its thresholds, which are usual ones.")
            .arg(mesh.host, imported.component.name));
    if (!ours) {
        scope.note(
            "pushed-beside"_L1, u"metadata.name"_s,
            Text::tr("A push writes %1. Delete %2 then: Istio uses only one DestinationRule a "
                     "host.")
                .arg(nameFor(breaker.spec.name), nameOf(object)));
        noteMetadata(object, {}, scope);
    }
}

void ImportDraft::takeAlerts()
{
    for (const QJsonObject *const object : ofKind(ruleKind)) {
        const ImportScope scope = scopeOf(*object);
        if (!isOurs(*object)) {
            scope.note("not-ours"_L1, {}, Text::tr("Rules of others stay as they are."));
            continue;
        }
        for (PolicyAlert &alert : importAlerts(*object, scope)) {
            m_policy.alerts.push_back(std::move(alert));
        }
    }
}

void ImportDraft::takeTimeline()
{
    const QString name = scheduleName(m_policy);
    const QJsonObject *timeline = nullptr;
    for (const QJsonObject *const object : ofKind(mapKind)) {
        timeline = isOurs(*object) && nameOf(*object) == name ? object : timeline;
    }
    if (timeline == nullptr) {
        return;
    }
    const QMap<QString, ScheduleBounds> base = importBaseBounds(*timeline);
    for (ImportedComponent &imported : m_components) {
        const auto bounds = base.constFind(imported.component.name);
        if (imported.ours && bounds != base.constEnd()) {
            imported.component.minReplicas = bounds->floor.value_or(1);
            imported.component.maxReplicas = bounds->cap.value_or(1);
            scopeOf(*timeline).note(
                "schedule-lost"_L1, u"data[\"timeline.%1\"]"_s.arg(imported.component.name),
                Text::tr(
                    "Its windows and events cannot be read back from a timeline, and there is no "
                    "revision. The bounds are those outside of them."));
        }
    }
    for (const QJsonObject *const object : ofKind(cronKind)) {
        if (isOurs(*object) && nameOf(*object) == name) {
            m_policy.schedule = importScheduleSettings(*object, *timeline);
        }
    }
}

void ImportDraft::noteCronJobs()
{
    for (const QJsonObject *const object : ofKind(cronKind)) {
        const QString why = importOwner(*object).isEmpty() ? scheduleLikeness(*object) : QString{};
        if (!why.isEmpty()) {
            const QJsonObject spec = object->value("spec"_L1).toObject();
            scopeOf(*object).note(
                "other-schedule"_L1, u"spec.schedule"_s,
                Text::tr("At “%1” %2. It is not in the policy: put what it does into windows and "
                         "remove it, or the two will work against each other.")
                    .arg(u"%1 %2"_s
                             .arg(spec.value("schedule"_L1).toString(),
                                  spec.value("timeZone"_L1).toString())
                             .trimmed(),
                         why));
        }
    }
}

bool ImportDraft::settle()
{
    sharePrometheus(m_policy, m_components);
    importCronTriggers(m_policy, m_components, m_input.now, m_result.notes);
    if (!keepReadable(m_policy, m_components, m_result.notes)) {
        return false;
    }
    notePushedBeside();
    m_result.text = writePolicy(m_policy);
    return true;
}

void ImportDraft::notePushedBeside()
{
    for (const ImportedComponent &imported : m_components) {
        const QString name = imported.object.section(u' ', 1);
        const QString written = scalerName(m_policy, imported.component);
        if (!name.isEmpty() && name != written) {
            m_result.notes.push_back(
                {u"pushed-beside"_s, imported.object, u"metadata.name"_s,
                 Text::tr(
                     "A push writes %1. Delete %2 in the same go: two autoscalers of a workload "
                     "stop each other.")
                     .arg(written, name)});
        }
    }
}

ImportedPolicy ImportDraft::takeResult()
{
    return std::move(m_result);
}

} // namespace spillway
