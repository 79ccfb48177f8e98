// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/clusterpicture.h"

#include "kube/autoscalers.h"
#include "kube/plainkinds.h"
#include "kube/pod.h"
#include "kube/workloads.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

struct ClusterPicture::Workload
{
    QString kind;
    kube::ObjectMeta meta;
    qint32 desired = 0;
    qint32 current = 0;
    qint32 ready = 0;
    QList<kube::Condition> conditions;
};

namespace {

constexpr std::size_t mostPastStarts = 200; ///< of a workload

QString workloadKey(const QString &kind, const QString &ns, const QString &name)
{
    return kind + u'/' + ns + u'/' + name;
}

QString targetKey(const kube::ScaleTarget &target, const QString &ns)
{
    return workloadKey(target.kind.isEmpty() ? u"Deployment"_s : target.kind, ns, target.name);
}

QString withoutLastPart(const QString &name)
{
    return name.section(u'-', 0, -2);
}

/// The workload that made a pod. A ReplicaSet of a Deployment is called "NAME-HASH", and its pods
/// carry the hash as a label.
QString workloadOfPod(const kube::ObjectMeta &pod)
{
    const kube::OwnerReference *owner = pod.controller();
    if (owner == nullptr) {
        return {};
    }
    if (owner->kind != "ReplicaSet"_L1) {
        return workloadKey(owner->kind, pod.ns, owner->name);
    }
    const QString suffix = u'-' + pod.labels.value(u"pod-template-hash"_s);
    const bool known = suffix.size() > 1 && owner->name.endsWith(suffix);
    return workloadKey(u"Deployment"_s, pod.ns,
                       known ? owner->name.chopped(suffix.size()) : withoutLastPart(owner->name));
}

PodRow podRow(const kube::Pod &pod)
{
    PodRow row{.workload = workloadOfPod(pod.meta),
               .ns = pod.meta.ns,
               .name = pod.meta.name,
               .status = pod.displayStatus(),
               .ready = pod.isReady(),
               .restarts = pod.restarts(),
               .node = pod.node,
               .created = pod.meta.created,
               .phases = podPhases(pod.startup())};
    row.owner = row.workload.section(u'/', 2);
    row.ended = pod.meta.deleted || pod.phase == "Succeeded"_L1 || pod.phase == "Failed"_L1;
    for (const kube::ContainerState &container : pod.containers) {
        if (container.state != "running"_L1 && !container.message.isEmpty()) {
            row.detail = container.name + u": "_s + container.message;
        }
    }
    const kube::Condition *scheduled = kube::findCondition(pod.conditions, "PodScheduled"_L1);
    if (row.detail.isEmpty() && scheduled != nullptr && !scheduled->isTrue()) {
        row.detail = scheduled->message; // such as "0/3 nodes are available"
    }
    return row;
}

/// The value of a condition that somebody has to know of; the reason empty = any.
struct WrongRow
{
    QLatin1String type;
    QLatin1String status;
    QLatin1String reason;
};
constexpr std::array wrongConditions{
    WrongRow{"Available"_L1, "False"_L1, {}},
    WrongRow{"Progressing"_L1, "False"_L1, {}},
    WrongRow{"ReplicaFailure"_L1, "True"_L1, {}},
    WrongRow{"AbleToScale"_L1, "False"_L1, {}},
    WrongRow{"ScalingActive"_L1, "False"_L1, {}},
    // It wants more than the upper bound lets it have. "TooFewReplicas" is an idle system.
    WrongRow{"ScalingLimited"_L1, "True"_L1, "TooManyReplicas"_L1},
    WrongRow{"Ready"_L1, "False"_L1, {}},
    WrongRow{"Fallback"_L1, "True"_L1, {}},
    WrongRow{"Paused"_L1, "True"_L1, {}},
};

bool isWrong(const kube::Condition &condition)
{
    return std::any_of(wrongConditions.begin(), wrongConditions.end(),
                       [&condition](const WrongRow &row) {
                           return condition.type == row.type && condition.status == row.status &&
                                  (row.reason.isEmpty() || condition.reason == row.reason);
                       });
}

void appendConditions(const QString &object, const QString &ns,
                      const QList<kube::Condition> &conditions, bool onlyWrong,
                      std::vector<ConditionRow> *rows)
{
    for (const kube::Condition &condition : conditions) {
        const bool wrong = isWrong(condition);
        if (wrong || !onlyWrong) {
            rows->push_back({.key = ns + u'/' + object + u'/' + condition.type,
                             .object = object,
                             .type = condition.type,
                             .status = condition.status,
                             .wrong = wrong,
                             .reason = condition.reason,
                             .message = condition.message,
                             .since = condition.since});
        }
    }
}

EventRow eventRow(const QString &key, const kube::Event &event)
{
    return {.key = key,
            .object = event.regarding.kind + u'/' + event.regarding.name,
            .warning = event.type == "Warning"_L1,
            .reason = event.reason,
            .note = event.note.simplified(),
            .count = event.count,
            .lastSeen = event.lastSeen ? event.lastSeen
                                       : (event.firstSeen ? event.firstSeen : event.meta.created),
            .controller = event.controller};
}

void move(QHash<QString, QSet<QString>> *index, const QString &key, const QString &from,
          const QString &to)
{
    if (from == to) {
        return;
    }
    if (const auto found = index->find(from); found != index->end()) {
        found->remove(key);
        if (found->isEmpty()) {
            index->erase(found);
        }
    }
    if (!to.isEmpty()) {
        (*index)[to].insert(key);
    }
}

} // namespace

ClusterPicture::ClusterPicture(std::vector<WorkspaceComponent> components)
    : m_components(std::move(components))
{}

ClusterPicture::~ClusterPicture() = default;

template<typename T>
void ClusterPicture::setWorkload(const QString &kind, const QString &key,
                                 const std::shared_ptr<const T> &object)
{
    const QString row = kind + u'/' + key;
    m_stale.insert(row);
    if (object == nullptr) {
        m_workloads.remove(row);
        return;
    }
    m_workloads.insert(row, std::make_shared<const Workload>(
                                Workload{kind, object->meta, object->replicas, object->current,
                                         object->ready, object->conditions}));
}

void ClusterPicture::set(const QString &key, const std::shared_ptr<const kube::Deployment> &object)
{
    setWorkload(u"Deployment"_s, key, object);
}

void ClusterPicture::set(const QString &key, const std::shared_ptr<const kube::StatefulSet> &object)
{
    setWorkload(u"StatefulSet"_s, key, object);
}

template<typename T>
void ClusterPicture::setScaler(Scalers<T> *all, const QString &key,
                               const std::shared_ptr<const T> &object)
{
    const std::shared_ptr<const T> before = all->objects.value(key);
    const QString from = before ? targetKey(before->target, before->meta.ns) : QString{};
    const QString to = object ? targetKey(object->target, object->meta.ns) : QString{};
    move(&all->ofTarget, key, from, to);
    m_stale.insert(from);
    m_stale.insert(to);
    if (object) {
        all->objects.insert(key, object);
    } else {
        all->objects.remove(key);
    }
}

void ClusterPicture::set(const QString &key,
                         const std::shared_ptr<const kube::HorizontalPodAutoscaler> &object)
{
    setScaler(&m_hpas, key, object);
}

void ClusterPicture::set(const QString &key,
                         const std::shared_ptr<const kube::ScaledObject> &object)
{
    setScaler(&m_scaledObjects, key, object);
}

void ClusterPicture::set(const QString &key, const std::shared_ptr<const kube::Pod> &object)
{
    const PodEntry before = m_pods.value(key);
    PodEntry entry;
    if (object) {
        entry.row = podRow(*object);
        entry.row.key = key;
        if (!entry.row.ended && entry.row.phases.total) {
            entry.start = entry.row.phases;
        }
    }
    if (before.start && object && before.row.created == entry.row.created) {
        entry.start = before.start;
    } else if (before.start) {
        remember(key, before);
    }
    move(&m_podsOf, key, before.row.workload, entry.row.workload);
    m_staleStarts.insert(before.row.workload);
    m_staleStarts.insert(entry.row.workload);
    if (object) {
        m_pods.insert(key, entry);
    } else {
        m_pods.remove(key);
        m_pulls.remove(key);
    }
    m_changed = true;
}

void ClusterPicture::remember(const QString &key, const PodEntry &pod)
{
    if (!m_workloads.contains(pod.row.workload)) {
        return; // each run of a CronJob is a workload of its own
    }
    std::vector<PodPhases> &past = m_pastStarts[pod.row.workload];
    if (past.size() >= mostPastStarts) {
        past.erase(past.begin());
    }
    past.push_back(*pod.start);
    if (const auto pull = m_pulls.constFind(key); pull != m_pulls.constEnd()) {
        past.back().image = *pull;
    }
}

void ClusterPicture::set(const QString &key, const std::shared_ptr<const kube::Event> &object)
{
    const std::shared_ptr<const kube::Event> before = m_events.value(key);
    if (object) {
        m_events.insert(key, object);
    } else {
        m_events.remove(key);
    }
    if (const auto &event = object ? object : before; event && event->reason == "Pulled"_L1) {
        const QString pod = event->meta.ns + u'/' + event->regarding.name;
        if (object && before == nullptr) {
            notePull(pod, *object);
        } else if (object == nullptr && !m_pods.contains(pod)) {
            m_pulls.remove(pod);
        }
    }
    m_changed = true;
}

/// Containers are pulled one after the other.
void ClusterPicture::notePull(const QString &key, const kube::Event &event)
{
    if (const PodPhases::Length pull = imagePull(event.note)) {
        m_pulls[key] += *pull;
        m_staleStarts.insert(m_pods.value(key).row.workload);
    }
}

bool ClusterPicture::settle()
{
    for (const QString &key : std::exchange(m_stale, {})) {
        makeRow(key);
        m_staleStarts.remove(key);
        m_changed = true;
    }
    for (const QString &key : std::exchange(m_staleStarts, {})) {
        if (const auto row = m_rows.find(key); row != m_rows.end()) {
            countStarts(&*row);
        }
    }
    return std::exchange(m_changed, false);
}

WorkloadScalers ClusterPicture::scalersOf(const QString &key) const
{
    WorkloadScalers scalers;
    for (const QString &hpa : m_hpas.ofTarget.value(key)) {
        scalers.hpas.append(m_hpas.objects.value(hpa).get());
    }
    for (const QString &scaled : m_scaledObjects.ofTarget.value(key)) {
        scalers.scaledObjects.append(m_scaledObjects.objects.value(scaled).get());
    }
    const auto byName = [](const auto *a, const auto *b) { return a->meta.name < b->meta.name; };
    std::sort(scalers.hpas.begin(), scalers.hpas.end(), byName);
    std::sort(scalers.scaledObjects.begin(), scalers.scaledObjects.end(), byName);
    return scalers;
}

void ClusterPicture::makeRow(const QString &key)
{
    const std::shared_ptr<const Workload> workload = m_workloads.value(key);
    if (workload == nullptr) {
        m_rows.remove(key);
        m_pastStarts.remove(key);
        return;
    }
    const WorkloadScalers scalers = scalersOf(key);
    WorkloadRow row{.key = key,
                    .kind = workload->kind,
                    .ns = workload->meta.ns,
                    .name = workload->meta.name,
                    .desired = workload->desired,
                    .current = workload->current,
                    .ready = workload->ready,
                    .owner = replicaOwner(workload->meta, workload->desired, scalers)};
    row.component = componentOf(row);
    // KEDA's HPA has the bounds of its ScaledObject, with KEDA's defaults filled in.
    if (!scalers.hpas.isEmpty()) {
        row.min = scalers.hpas.first()->minReplicas;
        row.max = scalers.hpas.first()->maxReplicas;
        row.bounds = lastWriter(scalers.hpas.first()->meta, u".spec.maxReplicas"_s);
    }
    if (!scalers.scaledObjects.isEmpty()) {
        const kube::ScaledObject &scaled = *scalers.scaledObjects.first();
        row.min = scaled.minReplicas ? scaled.minReplicas : row.min;
        row.max = scaled.maxReplicas ? scaled.maxReplicas : row.max;
        row.bounds = lastWriter(scaled.meta, u".spec.maxReplicaCount"_s);
    }
    countStarts(&row);
    m_rows.insert(key, row);
}

void ClusterPicture::countStarts(WorkloadRow *row) const
{
    const std::vector<PodPhases> starts = startsOf(row->key);
    std::vector<std::chrono::milliseconds> totals;
    totals.reserve(starts.size());
    for (const PodPhases &start : starts) {
        totals.push_back(*start.total);
    }
    row->coldStart = podStarts(std::move(totals));
}

std::vector<PodPhases> ClusterPicture::startsOf(const QString &workload) const
{
    std::vector<PodPhases> starts = m_pastStarts.value(workload);
    const QSet<QString> pods = m_podsOf.value(workload);
    starts.reserve(starts.size() + static_cast<std::size_t>(pods.size()));
    for (const QString &key : pods) {
        const auto pod = m_pods.constFind(key);
        if (!pod->start) {
            continue;
        }
        starts.push_back(*pod->start);
        if (const auto pull = m_pulls.constFind(key); pull != m_pulls.constEnd()) {
            starts.back().image = *pull;
        }
    }
    return starts;
}

StartSummary ClusterPicture::starts(const QString &workload) const
{
    return startSummary(startsOf(workload));
}

QString ClusterPicture::componentOf(const WorkloadRow &row) const
{
    const auto found = std::find_if(
        m_components.begin(), m_components.end(), [&row](const WorkspaceComponent &component) {
            const QString &name =
                component.workload.isEmpty() ? component.name : component.workload;
            return name == row.name && component.kind == row.kind &&
                   (component.ns.isEmpty() || component.ns == row.ns);
        });
    return found == m_components.end() ? QString{} : found->name;
}

std::vector<PodRow> ClusterPicture::pods(const QString &workload) const
{
    std::vector<PodRow> rows;
    if (workload.isEmpty()) {
        rows.reserve(static_cast<std::size_t>(m_pods.size()));
        for (const PodEntry &entry : m_pods) {
            rows.push_back(entry.row);
        }
        return rows;
    }
    for (const QString &key : m_podsOf.value(workload)) {
        rows.push_back(m_pods.value(key).row);
    }
    return rows;
}

QString ClusterPicture::workloadOf(const kube::Event &event) const
{
    const QString &kind = event.regarding.kind;
    const QString &ns = event.regarding.ns.isEmpty() ? event.meta.ns : event.regarding.ns;
    const QString &name = event.regarding.name;
    const QString key = ns + u'/' + name;
    if (kind == "HorizontalPodAutoscaler"_L1) {
        const auto hpa = m_hpas.objects.value(key);
        return hpa ? targetKey(hpa->target, ns) : QString{};
    }
    if (kind == "ScaledObject"_L1) {
        const auto scaled = m_scaledObjects.objects.value(key);
        return scaled ? targetKey(scaled->target, ns) : QString{};
    }
    if (kind == "ReplicaSet"_L1) {
        return workloadKey(u"Deployment"_s, ns, withoutLastPart(name));
    }
    if (kind != "Pod"_L1) {
        return workloadKey(kind, ns, name);
    }
    if (const auto pod = m_pods.constFind(key); pod != m_pods.constEnd()) {
        return pod->row.workload;
    }
    // The pod is gone, and its name is all that is left of it.
    const QString deployment =
        workloadKey(u"Deployment"_s, ns, withoutLastPart(withoutLastPart(name)));
    return m_rows.contains(deployment) ? deployment
                                       : workloadKey(u"StatefulSet"_s, ns, withoutLastPart(name));
}

std::vector<EventRow> ClusterPicture::events(const QString &workload) const
{
    std::vector<EventRow> rows;
    for (auto it = m_events.cbegin(); it != m_events.cend(); ++it) {
        const QString about = workloadOf(**it);
        if (workload.isEmpty() || about == workload) {
            rows.push_back(eventRow(it.key(), **it));
            rows.back().workload = m_rows.contains(about) ? about : QString{};
        }
    }
    return rows;
}

void ClusterPicture::addConditions(const QString &workload, bool onlyWrong,
                                   std::vector<ConditionRow> *rows) const
{
    if (const auto object = m_workloads.value(workload)) {
        appendConditions(object->kind + u' ' + object->meta.name, object->meta.ns,
                         object->conditions, onlyWrong, rows);
    }
    const WorkloadScalers scalers = scalersOf(workload);
    for (const kube::HorizontalPodAutoscaler *hpa : scalers.hpas) {
        appendConditions(u"HPA "_s + hpa->meta.name, hpa->meta.ns, hpa->conditions, onlyWrong,
                         rows);
    }
    for (const kube::ScaledObject *scaled : scalers.scaledObjects) {
        appendConditions(u"ScaledObject "_s + scaled->meta.name, scaled->meta.ns,
                         scaled->conditions, onlyWrong, rows);
    }
}

std::vector<ConditionRow> ClusterPicture::conditions(const QString &workload) const
{
    std::vector<ConditionRow> rows;
    if (!workload.isEmpty()) {
        addConditions(workload, false, &rows);
        return rows;
    }
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        addConditions(it.key(), true, &rows);
    }
    return rows;
}

const WorkloadRow *ClusterPicture::ofComponent(const QString &component) const
{
    const auto row =
        std::find_if(m_rows.cbegin(), m_rows.cend(),
                     [&component](const WorkloadRow &one) { return one.component == component; });
    return row == m_rows.cend() || component.isEmpty() ? nullptr : &*row;
}

} // namespace spillway
