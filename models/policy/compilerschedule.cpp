// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/compilerparts.h"

#include <QFile>

#include <algorithm>
#include <set>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Engine = PolicyComponent::Engine;

/// A ConfigMap holds 1 MiB; the rest is for the script, the names and the object itself.
constexpr qsizetype timelineBytes = 900 * 1024;

/// Before the component's name, in the settings.
constexpr auto leadTimeKey = "leadTime."_L1;

QString scheduleScript()
{
    QFile file(u":/schedule/schedule.sh"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // compiled in
    return QString::fromUtf8(file.readAll());
}

/// Reasons are for people who look at the ConfigMap; the script does not read them.
QString rowText(const TimelineRow &row)
{
    constexpr EpochMs second = 1000;
    return u"%1 %2 %3 %4 %5\n"_s.arg(row.from / second)
        .arg(row.to / second)
        .arg(row.min)
        .arg(row.max)
        .arg(row.why.join(u", "_s).simplified());
}

QString rowsText(const std::vector<TimelineRow> &rows, EpochMs until)
{
    QString text;
    for (TimelineRow row : rows) {
        if (row.from < until) {
            row.to = std::min(row.to, until);
            text += rowText(row);
        }
    }
    return text;
}

/// Until when all timelines fit into one ConfigMap: the end, or a half, a quarter... of the way.
EpochMs fittingEnd(const std::vector<CompiledTimeline> &timelines)
{
    const EpochMs begin = timelines.front().rows.front().from;
    EpochMs span = timelines.front().rows.back().to - begin;
    for (;; span /= 2) {
        qsizetype bytes = 0;
        for (const CompiledTimeline &timeline : timelines) {
            bytes += rowsText(timeline.rows, begin + span).toUtf8().size();
        }
        if (bytes <= timelineBytes) {
            return begin + span;
        }
    }
}

QString kindOf(const PolicyComponent &component)
{
    return component.engine == Engine::Keda ? u"ScaledObject"_s : u"HorizontalPodAutoscaler"_s;
}

/// For the console alone, the script does not read them: where the timeline starts, and the lead
/// times that it was made with, so that the next plan makes the same.
QString settingsText(const Policy &policy, const std::vector<CompiledTimeline> &timelines)
{
    QString text = u"namespace=%1\npolicy=%2\nforce=%3\nstart=%4\n"_s.arg(
        policy.nameSpace, policy.name, policy.schedule.forceConflicts ? u"yes"_s : u""_s,
        QString::number(timelines.front().rows.front().from / 1000));
    for (const CompiledTimeline &timeline : timelines) {
        const PolicyComponent &component = policy.components[timeline.component];
        if (component.coldStart.leadTimeMeasured) {
            text += u"%1%2=%3\n"_s.arg(leadTimeKey, component.name).arg(timeline.leadTime.count());
        }
    }
    return text;
}

QStringList settingLines(const QJsonObject &configMap)
{
    return configMap.value("data"_L1).toObject().value("settings"_L1).toString().split(u'\n');
}

Manifest timelineManifest(const Policy &policy, const std::vector<CompiledTimeline> &timelines)
{
    Manifest manifest = newManifest(policy, u"v1"_s, u"ConfigMap"_s, scheduleName(policy));
    const EpochMs until = fittingEnd(timelines);
    QString targets;
    QJsonObject data;
    for (const CompiledTimeline &timeline : timelines) {
        const PolicyComponent &component = policy.components[timeline.component];
        const int floor =
            std::max(component.minReplicas, component.coldStart.warmReplicas.value_or(0));
        targets += u"%1 %2 %3 %4 %5\n"_s
                       .arg(component.name, kindOf(component), scalerName(policy, component))
                       .arg(floor)
                       .arg(component.maxReplicas);
        const QString key = u"timeline."_s + component.name;
        data.insert(key, rowsText(timeline.rows, until));
        manifest.sources.insert(u"data."_s + key, componentPath(timeline.component));
    }
    data.insert(u"targets"_s, targets);
    data.insert(u"settings"_s, settingsText(policy, timelines));
    data.insert(u"schedule.sh"_s, scheduleScript());
    manifest.object.insert(u"data"_s, data);
    return manifest;
}

QJsonObject nameRule(const QString &group, const QString &resource, const QJsonArray &names)
{
    return {{u"apiGroups"_s, QJsonArray{group}},
            {u"resources"_s, QJsonArray{resource}},
            {u"resourceNames"_s, names},
            {u"verbs"_s, QJsonArray{u"patch"_s}}};
}

/// Patch of exactly the objects of the timeline, and events, whose names cannot be limited.
Manifest roleManifest(const Policy &policy, const std::vector<CompiledTimeline> &timelines)
{
    QJsonArray hpas;
    QJsonArray scaledObjects;
    for (const CompiledTimeline &timeline : timelines) {
        const PolicyComponent &component = policy.components[timeline.component];
        QJsonArray &names = component.engine == Engine::Keda ? scaledObjects : hpas;
        names.append(scalerName(policy, component));
    }
    QJsonArray rules;
    if (!hpas.isEmpty()) {
        rules.append(nameRule(u"autoscaling"_s, u"horizontalpodautoscalers"_s, hpas));
    }
    if (!scaledObjects.isEmpty()) {
        rules.append(nameRule(u"keda.sh"_s, u"scaledobjects"_s, scaledObjects));
    }
    rules.append(QJsonObject{{u"apiGroups"_s, QJsonArray{u"events.k8s.io"_s}},
                             {u"resources"_s, QJsonArray{u"events"_s}},
                             {u"verbs"_s, QJsonArray{u"create"_s}}});
    Manifest manifest =
        newManifest(policy, u"rbac.authorization.k8s.io/v1"_s, u"Role"_s, scheduleName(policy));
    manifest.object.insert(u"rules"_s, rules);
    return manifest;
}

Manifest roleBindingManifest(const Policy &policy)
{
    const QString name = scheduleName(policy);
    Manifest manifest =
        newManifest(policy, u"rbac.authorization.k8s.io/v1"_s, u"RoleBinding"_s, name);
    manifest.object.insert(u"roleRef"_s,
                           QJsonObject{{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                       {u"kind"_s, u"Role"_s},
                                       {u"name"_s, name}});
    manifest.object.insert(u"subjects"_s,
                           QJsonArray{QJsonObject{{u"kind"_s, u"ServiceAccount"_s},
                                                  {u"name"_s, name},
                                                  {u"namespace"_s, policy.nameSpace}}});
    return manifest;
}

Manifest serviceAccountManifest(const Policy &policy)
{
    Manifest manifest = newManifest(policy, u"v1"_s, u"ServiceAccount"_s, scheduleName(policy));
    manifest.object.insert(u"automountServiceAccountToken"_s, false);
    return manifest;
}

/// Every few minutes and at each edge, and once more a minute after it, should the clock of the
/// node be behind.
QString cronOf(const PolicyScheduleSettings &settings,
               const std::vector<CompiledTimeline> &timelines)
{
    constexpr int hour = 60;
    constexpr EpochMs minuteMs = 60'000;
    std::set<int> edges;
    for (const CompiledTimeline &timeline : timelines) {
        for (const TimelineRow &row : timeline.rows) {
            const auto minute = static_cast<int>((row.from + minuteMs - 1) / minuteMs % hour);
            edges.insert({minute, (minute + 1) % hour});
        }
    }
    std::set<int> minutes;
    for (int minute = 0; minute < hour; minute += settings.everyMinutes) {
        minutes.insert(minute);
    }
    minutes.insert(edges.begin(), edges.end());
    constexpr std::size_t many = 30;
    if (minutes.size() > many) {
        return u"* * * * *"_s;
    }
    QStringList list;
    std::transform(minutes.begin(), minutes.end(), std::back_inserter(list),
                   [](int minute) { return QString::number(minute); });
    return list.join(u',') + u" * * * *"_s;
}

QJsonObject containerJson(const Policy &policy)
{
    const QJsonObject security{{u"allowPrivilegeEscalation"_s, false},
                               {u"readOnlyRootFilesystem"_s, true},
                               {u"capabilities"_s, QJsonObject{{u"drop"_s, QJsonArray{u"ALL"_s}}}}};
    const QJsonObject resources{
        {u"requests"_s, QJsonObject{{u"cpu"_s, u"10m"_s}, {u"memory"_s, u"64Mi"_s}}},
        {u"limits"_s, QJsonObject{{u"memory"_s, u"256Mi"_s}}}};
    return {{u"name"_s, u"schedule"_s},
            {u"image"_s, policy.schedule.image},
            {u"command"_s, QJsonArray{u"sh"_s, u"/spillway/schedule.sh"_s}},
            {u"env"_s, QJsonArray{QJsonObject{{u"name"_s, u"HOME"_s}, {u"value"_s, u"/tmp"_s}}}},
            {u"securityContext"_s, security},
            {u"resources"_s, resources},
            {u"volumeMounts"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"schedule"_s},
                                    {u"mountPath"_s, u"/spillway"_s},
                                    {u"readOnly"_s, true}},
                        QJsonObject{{u"name"_s, u"tmp"_s}, {u"mountPath"_s, u"/tmp"_s}}}}};
}

QJsonObject podSpec(const Policy &policy)
{
    const QString name = scheduleName(policy);
    constexpr int nobody = 65532;
    QJsonObject spec{
        {u"serviceAccountName"_s, name},
        {u"automountServiceAccountToken"_s, true},
        {u"restartPolicy"_s, u"Never"_s},
        {u"securityContext"_s,
         QJsonObject{{u"runAsNonRoot"_s, true},
                     {u"runAsUser"_s, nobody},
                     {u"seccompProfile"_s, QJsonObject{{u"type"_s, u"RuntimeDefault"_s}}}}},
        {u"containers"_s, QJsonArray{containerJson(policy)}},
        {u"volumes"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"schedule"_s},
                                {u"configMap"_s, QJsonObject{{u"name"_s, name}}}},
                    QJsonObject{{u"name"_s, u"tmp"_s}, {u"emptyDir"_s, QJsonObject{}}}}}};
    QJsonArray secrets;
    for (const QString &secret : policy.schedule.imagePullSecrets) {
        secrets.append(QJsonObject{{u"name"_s, secret}});
    }
    if (!secrets.isEmpty()) {
        spec.insert(u"imagePullSecrets"_s, secrets);
    }
    if (!policy.schedule.nodeSelector.isEmpty()) {
        spec.insert(u"nodeSelector"_s, jsonOf(policy.schedule.nodeSelector));
    }
    return spec;
}

Manifest cronJobManifest(const Policy &policy, const std::vector<CompiledTimeline> &timelines)
{
    Manifest manifest = newManifest(policy, u"batch/v1"_s, u"CronJob"_s, scheduleName(policy));
    const QJsonObject labels =
        manifest.object.value("metadata"_L1).toObject().value("labels"_L1).toObject();
    const QJsonObject pod{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                          {u"spec"_s, podSpec(policy)}};
    // A run that hangs must be over before the next but one; missed runs are not made up for.
    const QJsonObject job{{u"backoffLimit"_s, 0},
                          {u"activeDeadlineSeconds"_s, 240},
                          {u"ttlSecondsAfterFinished"_s, 3600},
                          {u"template"_s, pod}};
    manifest.object.insert(u"spec"_s,
                           QJsonObject{{u"schedule"_s, cronOf(policy.schedule, timelines)},
                                       {u"timeZone"_s, u"Etc/UTC"_s},
                                       {u"concurrencyPolicy"_s, u"Replace"_s},
                                       {u"startingDeadlineSeconds"_s, 200},
                                       {u"successfulJobsHistoryLimit"_s, 1},
                                       {u"failedJobsHistoryLimit"_s, 3},
                                       {u"jobTemplate"_s, QJsonObject{{u"spec"_s, job}}}});
    manifest.sources.insert({}, u"spec.schedule"_s);
    manifest.sources.insert(u"spec.schedule"_s, u"spec.schedule.everyMinutes"_s);
    const QString pods = u"spec.jobTemplate.spec.template.spec."_s;
    manifest.sources.insert(pods + u"containers[0].image"_s, u"spec.schedule.image"_s);
    manifest.sources.insert(pods + u"imagePullSecrets"_s, u"spec.schedule.imagePullSecrets"_s);
    manifest.sources.insert(pods + u"nodeSelector"_s, u"spec.schedule.nodeSelector"_s);
    return manifest;
}

} // namespace

std::optional<EpochMs> timelineStartOf(const QJsonObject &configMap)
{
    const QStringList lines = settingLines(configMap);
    for (const QString &line : lines) {
        bool ok = false;
        const qint64 seconds = line.startsWith(u"start="_s) ? line.sliced(6).toLongLong(&ok) : 0;
        if (ok && seconds > 0) {
            return seconds * 1000;
        }
    }
    return std::nullopt;
}

QMap<QString, std::chrono::seconds> timelineLeadTimesOf(const QJsonObject &configMap)
{
    QMap<QString, std::chrono::seconds> times;
    const QStringList lines = settingLines(configMap);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (!line.startsWith(leadTimeKey) || equals < 0) {
            continue;
        }
        bool ok = false;
        const int seconds = line.sliced(equals + 1).toInt(&ok);
        if (ok && seconds >= 0) {
            times.insert(line.sliced(leadTimeKey.size(), equals - leadTimeKey.size()),
                         std::chrono::seconds{seconds});
        }
    }
    return times;
}

std::vector<Manifest> scheduleManifests(const Policy &policy,
                                        const std::vector<CompiledTimeline> &timelines)
{
    if (timelines.empty()) {
        return {};
    }
    std::vector<Manifest> manifests{serviceAccountManifest(policy), roleManifest(policy, timelines),
                                    roleBindingManifest(policy),
                                    timelineManifest(policy, timelines),
                                    cronJobManifest(policy, timelines)};
    for (Manifest &manifest : manifests) {
        if (manifest.sources.value(QString{}) == u"metadata") {
            manifest.sources.insert({}, u"spec.schedule"_s);
        }
    }
    return manifests;
}

} // namespace spillway
