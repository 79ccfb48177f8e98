// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/podkeeper.h"

#include "kubeworld/clusterjson.h"

#include <QSet>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString kubelet = QStringLiteral("kubelet");
const QString scheduler = QStringLiteral("kube-scheduler");
constexpr qsizetype podsOnNodes = 40; // more need a new node, which takes its time
constexpr int nodes = 4;
constexpr std::int64_t endingSeconds = 5; // containers end on SIGTERM, well within their grace
constexpr double usualStartup = 8;
constexpr double jobStartup = 1; // its image is a small one and has been here before

/// 0..1, the same for the same name.
double draw(std::uint64_t seed, const QString &name, const char *what)
{
    constexpr double most = 1U << 24U;
    const std::uint64_t hash =
        hashOfText(QByteArray::number(static_cast<qulonglong>(seed)) + what + name.toUtf8());
    return static_cast<double>(hash >> 40U) / most;
}

QString nodeOf(std::uint64_t seed, const QString &name)
{
    return u"node-%1"_s.arg(1 + static_cast<int>(draw(seed, name, "node") * nodes));
}

QString addressOf(const QString &uid)
{
    const std::uint64_t hash = hashOfText(uid.toUtf8());
    return u"10.244.%1.%2"_s.arg(hash % 4).arg(2 + hash / 4 % 250);
}

QJsonArray containerStatuses(const QJsonObject &pod, const PodTimes &times, std::int64_t second)
{
    const bool running = second >= times.running;
    QJsonArray statuses;
    for (const QJsonValue container : pod["spec"_L1]["containers"_L1].toArray()) {
        QJsonObject state{{u"waiting"_s, QJsonObject{{u"reason"_s, u"ContainerCreating"_s}}}};
        if (running) {
            state = {{u"running"_s, QJsonObject{{u"startedAt"_s, timeText(times.running)}}}};
        }
        statuses.append(QJsonObject{{u"name"_s, container["name"_L1]},
                                    {u"image"_s, container["image"_L1]},
                                    {u"imageID"_s, QString()},
                                    {u"ready"_s, second >= times.ready},
                                    {u"started"_s, running},
                                    {u"restartCount"_s, 0},
                                    {u"state"_s, state}});
    }
    return statuses;
}

void tellProgress(ClusterPlan &plan, const QJsonObject &pod, const PodTimes &times,
                  std::int64_t second)
{
    const QString image = pod["spec"_L1]["containers"_L1][0]["image"_L1].toString();
    if (second < times.running) {
        plan.tell(kubelet, pod, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(image));
        return;
    }
    if (second < times.ready || pod["status"_L1]["phase"_L1].toString() != "Running"_L1) {
        plan.tell(kubelet, pod, u"Pulled"_s,
                  u"Successfully pulled image \"%1\" in %2s"_s.arg(image).arg(times.running -
                                                                              times.scheduled));
        plan.tell(kubelet, pod, u"Started"_s, u"Started container"_s);
    }
}

} // namespace

PodTimes podTimes(std::uint64_t seed, const QString &name, std::int64_t created,
                  double startupSeconds, bool waitsForNode)
{
    const double wait = draw(seed, name, "schedule");
    const double starting = startupSeconds * (0.8 + 0.6 * draw(seed, name, "start"));
    constexpr double pullShare = 0.25;
    PodTimes times{.created = created};
    times.scheduled =
        created + static_cast<std::int64_t>(1 + 3 * wait + (waitsForNode ? 45 + 30 * wait : 0));
    times.running = times.scheduled + static_cast<std::int64_t>(starting * pullShare);
    times.ready = times.scheduled + static_cast<std::int64_t>(starting);
    return times;
}

QJsonObject podStatus(const QJsonObject &pod, const PodTimes &times, std::int64_t second)
{
    const bool scheduled = second >= times.scheduled;
    const bool running = second >= times.running;
    const bool ready = second >= times.ready;
    QJsonArray conditions = pod["status"_L1]["conditions"_L1].toArray();
    const QString unready = ready ? QString() : u"ContainersNotReady"_s;
    setCondition(conditions, u"PodScheduled"_s, scheduled,
                 scheduled ? QString() : u"Unschedulable"_s,
                 scheduled ? QString() : u"0/4 nodes are available: 4 Insufficient cpu."_s,
                 scheduled ? times.scheduled : times.created);
    if (!scheduled) {
        return {{u"phase"_s, u"Pending"_s}, {u"conditions"_s, conditions}};
    }
    setCondition(conditions, u"PodReadyToStartContainers"_s, running, {}, {},
                 running ? times.running : times.scheduled);
    setCondition(conditions, u"Initialized"_s, true, {}, {}, times.scheduled);
    setCondition(conditions, u"ContainersReady"_s, ready, unready, {},
                 ready ? times.ready : times.scheduled);
    setCondition(conditions, u"Ready"_s, ready, unready, {}, ready ? times.ready : times.scheduled);
    QJsonObject status{{u"phase"_s, running ? u"Running"_s : u"Pending"_s},
                       {u"conditions"_s, conditions},
                       {u"containerStatuses"_s, containerStatuses(pod, times, second)},
                       {u"startTime"_s, timeText(times.scheduled)},
                       {u"qosClass"_s, u"Burstable"_s}};
    if (running) {
        status.insert(u"podIP"_s, addressOf(uidOf(pod)));
        status.insert(u"podIPs"_s, QJsonArray{QJsonObject{{u"ip"_s, addressOf(uidOf(pod))}}});
    }
    return status;
}

std::optional<PodTimes> PodKeeper::timesOf(const QString &uid) const
{
    const auto found = m_times.constFind(uid);
    return found == m_times.constEnd() ? std::nullopt : std::optional(*found);
}

ClusterPlan PodKeeper::step(const ClusterView &view)
{
    ClusterPlan plan;
    QSet<QString> present;
    for (const QJsonObject &pod : view.pods) {
        present.insert(uidOf(pod));
        if (isBeingDeleted(pod)) {
            end(plan, pod, view.second);
        } else if (!isFinishedPod(pod)) {
            meet(pod, view.second, view.pods.size() > podsOnNodes);
            start(plan, pod, view.second);
        }
    }
    const auto gone = [&present](const auto &entry) { return !present.contains(entry.key()); };
    m_times.removeIf(gone);
    m_ending.removeIf(gone);
    return plan;
}

void PodKeeper::meet(const QJsonObject &pod, std::int64_t second, bool isFull)
{
    if (m_times.contains(uidOf(pod))) {
        return;
    }
    // The server's clock may be a few seconds before ours, which moves in steps.
    constexpr std::int64_t lead = 10;
    const std::int64_t stamped =
        secondOf(pod["metadata"_L1]["creationTimestamp"_L1]).value_or(second);
    const std::int64_t created = stamped > second && stamped - second < lead ? stamped : second;
    bool isNumber = false;
    double startup =
        pod["metadata"_L1]["annotations"_L1][startupAnnotation].toString().toDouble(&isNumber);
    if (!isNumber || startup < 0) {
        startup = controllerKind(pod) == "Job"_L1 ? jobStartup : usualStartup;
    }
    m_times.insert(uidOf(pod), podTimes(m_seed, nameOf(pod), created, startup, isFull));
}

void PodKeeper::start(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second)
{
    const ObjectPlace place{{}, u"pods"_s, namespaceOf(pod), nameOf(pod), {}};
    const PodTimes times = m_times.value(uidOf(pod));
    if (second >= times.scheduled && pod["spec"_L1]["nodeName"_L1].toString().isEmpty()) {
        const QString node = nodeOf(m_seed, nameOf(pod));
        plan.patch(scheduler, place, {{u"spec"_s, QJsonObject{{u"nodeName"_s, node}}}});
        plan.tell(u"default-scheduler"_s, pod, u"Scheduled"_s,
                  u"Successfully assigned %1 to %2"_s.arg(keyOf(pod), node));
    }
    const std::size_t before = plan.changes.size();
    plan.patchStatus(kubelet, place, pod, podStatus(pod, times, second));
    if (plan.changes.size() > before && second >= times.scheduled) {
        tellProgress(plan, pod, times, second);
    }
}

void PodKeeper::end(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second)
{
    const ObjectPlace place{{}, u"pods"_s, namespaceOf(pod), nameOf(pod), {}};
    const auto since = m_ending.constFind(uidOf(pod));
    if (since == m_ending.constEnd()) {
        m_ending.insert(uidOf(pod), second);
        plan.tell(kubelet, pod, u"Killing"_s, u"Stopping container"_s);
        QJsonArray conditions = pod["status"_L1]["conditions"_L1].toArray();
        setCondition(conditions, u"Ready"_s, false, u"PodTerminating"_s, {}, second);
        plan.patchStatus(kubelet, place, pod, {{u"conditions"_s, conditions}});
    } else if (second - *since >= endingSeconds) {
        plan.changes.push_back({ClusterPlan::Change::Kind::RemoveNow, kubelet, place, {}});
    }
}

} // namespace spillway::demo
