// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/tablecells.h"

#include "kubeobjects/jsontools.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// What the cell functions read: the object, the moment, and cells that most kinds have.
struct Row
{
    const QJsonObject &object;
    const QDateTime &now;

    [[nodiscard]] QJsonObject spec() const { return object["spec"_L1].toObject(); }
    [[nodiscard]] QJsonObject status() const { return object["status"_L1].toObject(); }
    [[nodiscard]] QString name() const { return textAt(object, {u"metadata"_s, u"name"_s}); }
    [[nodiscard]] QString created() const
    {
        return textAt(object, {u"metadata"_s, u"creationTimestamp"_s});
    }
    [[nodiscard]] QString age() const { return ageSince(created(), now); }
};

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

QString labelsText(const QJsonObject &labels)
{
    QStringList parts;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        parts.append(it.key() + u'=' + it.value().toString());
    }
    return orNone(parts.join(u','));
}

QString containerTexts(const QJsonObject &podSpec, QLatin1String key)
{
    QStringList texts;
    for (const QJsonValue container : podSpec["containers"_L1].toArray()) {
        texts.append(container[key].toString());
    }
    return texts.join(u',');
}

void appendTemplate(QJsonArray &cells, const QJsonObject &podSpec)
{
    cells.append(containerTexts(podSpec, "name"_L1));
    cells.append(containerTexts(podSpec, "image"_L1));
}

QJsonArray deployment(const Row &row)
{
    const QJsonObject spec = row.spec();
    const QJsonObject status = row.status();
    QJsonArray cells{
        row.name(),
        u"%1/%2"_s.arg(status["readyReplicas"_L1].toInteger()).arg(spec["replicas"_L1].toInteger()),
        status["updatedReplicas"_L1].toInteger(), status["availableReplicas"_L1].toInteger(),
        row.age()};
    appendTemplate(cells, objectAt(spec, {u"template"_s, u"spec"_s}));
    cells.append(labelsText(objectAt(spec, {u"selector"_s, u"matchLabels"_s})));
    return cells;
}

QJsonArray statefulSet(const Row &row)
{
    const QJsonObject spec = row.spec();
    QJsonArray cells{row.name(),
                     u"%1/%2"_s.arg(row.status()["readyReplicas"_L1].toInteger())
                         .arg(spec["replicas"_L1].toInteger()),
                     row.age()};
    appendTemplate(cells, objectAt(spec, {u"template"_s, u"spec"_s}));
    return cells;
}

QJsonArray replicaSet(const Row &row)
{
    const QJsonObject spec = row.spec();
    const QJsonObject status = row.status();
    QJsonArray cells{row.name(), spec["replicas"_L1].toInteger(), status["replicas"_L1].toInteger(),
                     status["readyReplicas"_L1].toInteger(), row.age()};
    appendTemplate(cells, objectAt(spec, {u"template"_s, u"spec"_s}));
    cells.append(labelsText(objectAt(spec, {u"selector"_s, u"matchLabels"_s})));
    return cells;
}

QString metricTarget(const QJsonObject &metric, const QJsonObject &current)
{
    for (const QLatin1String source :
         {"resource"_L1, "containerResource"_L1, "pods"_L1, "object"_L1, "external"_L1}) {
        if (!metric.contains(source)) {
            continue;
        }
        const QJsonValue target = metric[source]["target"_L1];
        const QJsonValue now = current[source]["current"_L1];
        const QString prefix = source == "resource"_L1 || source == "containerResource"_L1
                                   ? metric[source]["name"_L1].toString() + ": "_L1
                                   : QString();
        if (target["averageUtilization"_L1].isDouble()) {
            const QJsonValue used = now["averageUtilization"_L1];
            return u"%1%2/%3%"_s
                .arg(prefix, used.isDouble() ? u"%1%"_s.arg(used.toInteger()) : u"<unknown>"_s)
                .arg(target["averageUtilization"_L1].toInteger());
        }
        const bool average = target["averageValue"_L1].isString();
        const auto key = average ? "averageValue"_L1 : "value"_L1;
        const bool marked = average && source != "resource"_L1 &&
                            source != "containerResource"_L1 && source != "pods"_L1;
        return prefix + now[key].toString(u"<unknown>"_s) + u'/' + target[key].toString() +
               (marked ? " (avg)"_L1 : ""_L1);
    }
    return u"<unknown type>"_s;
}

QString metricTargets(const QJsonArray &metrics, const QJsonArray &current)
{
    if (metrics.isEmpty()) {
        return u"<none>"_s;
    }
    QStringList shown;
    for (qsizetype i = 0; i < metrics.size() && i < 2; ++i) {
        shown.append(metricTarget(metrics[i].toObject(), current.at(i).toObject()));
    }
    const QString rest =
        metrics.size() > 2 ? u" + %1 more..."_s.arg(metrics.size() - 2) : QString();
    return shown.join(u", "_s) + rest;
}

QJsonArray hpa(const Row &row)
{
    const QJsonObject spec = row.spec();
    const QJsonObject status = row.status();
    const QJsonValue target = spec["scaleTargetRef"_L1];
    const QJsonValue min = spec["minReplicas"_L1];
    return {row.name(),
            u"%1/%2"_s.arg(target["kind"_L1].toString(), target["name"_L1].toString()),
            metricTargets(spec["metrics"_L1].toArray(), status["currentMetrics"_L1].toArray()),
            min.isDouble() ? QString::number(min.toInteger()) : u"<unset>"_s,
            spec["maxReplicas"_L1].toInteger(),
            status["currentReplicas"_L1].toInteger(),
            row.age()};
}

QJsonArray cronJob(const Row &row)
{
    const QJsonObject spec = row.spec();
    const QString last = row.status()["lastScheduleTime"_L1].toString();
    QJsonArray cells{row.name(),
                     spec["schedule"_L1].toString(),
                     orNone(spec["timeZone"_L1].toString()),
                     spec["suspend"_L1].toBool() ? u"True"_s : u"False"_s,
                     row.status()["active"_L1].toArray().size(),
                     last.isEmpty() ? u"<none>"_s : ageSince(last, row.now),
                     row.age()};
    appendTemplate(cells, objectAt(spec, {u"jobTemplate"_s, u"spec"_s, u"template"_s, u"spec"_s}));
    cells.append(
        labelsText(objectAt(spec, {u"jobTemplate"_s, u"spec"_s, u"selector"_s, u"matchLabels"_s})));
    return cells;
}

QJsonArray job(const Row &row)
{
    const QJsonObject spec = row.spec();
    const QJsonObject status = row.status();
    QString state = u"Running"_s;
    for (const QJsonValue condition : status["conditions"_L1].toArray()) {
        if (condition["status"_L1].toString() == "True"_L1) {
            state = condition["type"_L1].toString();
        }
    }
    const QString start = status["startTime"_L1].toString();
    const QDateTime end =
        QDateTime::fromString(status["completionTime"_L1].toString(), Qt::ISODate);
    QJsonArray cells{
        row.name(), state,
        u"%1/%2"_s.arg(status["succeeded"_L1].toInteger()).arg(spec["completions"_L1].toInteger(1)),
        start.isEmpty() ? QString() : ageSince(start, end.isValid() ? end : row.now), row.age()};
    appendTemplate(cells, objectAt(spec, {u"template"_s, u"spec"_s}));
    cells.append(labelsText(objectAt(spec, {u"selector"_s, u"matchLabels"_s})));
    return cells;
}

/// What `kubectl get pods` shows as the state: the most telling reason of phase and containers.
struct PodState
{
    QString text;
    qint64 ready = 0;
    qint64 restarts = 0;
    QString lastRestart;
};

PodState podState(const QJsonObject &object)
{
    const QJsonObject status = object["status"_L1].toObject();
    PodState state{.text = status["reason"_L1].toString(status["phase"_L1].toString())};
    for (const QJsonValue container : status["containerStatuses"_L1].toArray()) {
        state.restarts += container["restartCount"_L1].toInteger();
        state.ready += container["ready"_L1].toBool() ? 1 : 0;
        const QString ended =
            container["lastState"_L1]["terminated"_L1]["finishedAt"_L1].toString();
        state.lastRestart = std::max(state.lastRestart, ended);
        for (const QLatin1String key : {"waiting"_L1, "terminated"_L1}) {
            const QString reason = container["state"_L1][key]["reason"_L1].toString();
            if (!reason.isEmpty()) {
                state.text = reason;
            }
        }
    }
    if (object["metadata"_L1]["deletionTimestamp"_L1].isString()) {
        state.text = u"Terminating"_s;
    }
    return state;
}

QJsonArray pod(const Row &row)
{
    const PodState state = podState(row.object);
    const qsizetype all = row.spec()["containers"_L1].toArray().size();
    QString restarts = QString::number(state.restarts);
    if (state.restarts > 0 && !state.lastRestart.isEmpty()) {
        restarts += u" (%1 ago)"_s.arg(ageSince(state.lastRestart, row.now));
    }
    return {row.name(),
            u"%1/%2"_s.arg(state.ready).arg(all),
            state.text,
            restarts,
            row.age(),
            orNone(row.status()["podIP"_L1].toString()),
            orNone(row.spec()["nodeName"_L1].toString()),
            orNone(row.status()["nominatedNodeName"_L1].toString()),
            u"<none>"_s};
}

QJsonArray event(const Row &row)
{
    const QJsonObject &object = row.object;
    const QJsonObject about = object["involvedObject"_L1].toObject();
    const QString time = object["eventTime"_L1].toString();
    const QString first = object["firstTimestamp"_L1].toString(time);
    const QString last = object["series"_L1]["lastObservedTime"_L1].toString(
        object["lastTimestamp"_L1].toString(first));
    QStringList source{
        object["source"_L1]["component"_L1].toString(object["reportingComponent"_L1].toString())};
    source.append(
        object["source"_L1]["host"_L1].toString(object["reportingInstance"_L1].toString()));
    source.removeAll(QString());
    return {ageSince(last, row.now),
            object["type"_L1].toString(),
            object["reason"_L1].toString(),
            u"%1/%2"_s.arg(about["kind"_L1].toString().toLower(), about["name"_L1].toString()),
            about["fieldPath"_L1].toString(),
            source.join(u", "_s),
            object["message"_L1].toString().trimmed(),
            ageSince(first, row.now),
            object["series"_L1]["count"_L1].toInteger(object["count"_L1].toInteger(1)),
            row.name()};
}

QJsonArray configMap(const Row &row)
{
    const qsizetype entries =
        row.object["data"_L1].toObject().size() + row.object["binaryData"_L1].toObject().size();
    return {row.name(), entries, row.age()};
}

QJsonArray secret(const Row &row)
{
    return {row.name(), row.object["type"_L1].toString(), row.object["data"_L1].toObject().size(),
            row.age()};
}

QJsonArray service(const Row &row)
{
    const QJsonObject spec = row.spec();
    QStringList ports;
    for (const QJsonValue port : spec["ports"_L1].toArray()) {
        ports.append(
            u"%1/%2"_s.arg(port["port"_L1].toInteger()).arg(port["protocol"_L1].toString()));
    }
    return {row.name(),
            spec["type"_L1].toString(),
            orNone(spec["clusterIP"_L1].toString()),
            u"<none>"_s,
            orNone(ports.join(u',')),
            row.age(),
            labelsText(spec["selector"_L1].toObject())};
}

QJsonArray endpoints(const Row &row)
{
    QStringList texts;
    for (const QJsonValue subset : row.object["subsets"_L1].toArray()) {
        for (const QJsonValue address : subset["addresses"_L1].toArray()) {
            for (const QJsonValue port : subset["ports"_L1].toArray()) {
                texts.append(
                    u"%1:%2"_s.arg(address["ip"_L1].toString()).arg(port["port"_L1].toInteger()));
            }
        }
    }
    return {row.name(), orNone(texts.join(u',')), row.age()};
}

QJsonArray nameSpace(const Row &row)
{
    return {row.name(), row.status()["phase"_L1].toString(), row.age()};
}

QJsonArray role(const Row &row)
{
    return {row.name(), row.created()};
}

QJsonArray roleBinding(const Row &row)
{
    const QJsonValue ref = row.object["roleRef"_L1];
    return {row.name(), u"%1/%2"_s.arg(ref["kind"_L1].toString(), ref["name"_L1].toString()),
            row.age()};
}

QJsonArray budget(const Row &row)
{
    const auto bound = [&row](QLatin1String key) {
        const QJsonValue value = row.spec()[key];
        return value.isUndefined() ? u"N/A"_s : value.toVariant().toString();
    };
    return {row.name(), bound("minAvailable"_L1), bound("maxUnavailable"_L1),
            row.status()["disruptionsAllowed"_L1].toInteger(), row.age()};
}

QJsonArray lease(const Row &row)
{
    return {row.name(), row.spec()["holderIdentity"_L1].toString(), row.age()};
}

QJsonArray quota(const Row &row)
{
    QStringList requests;
    const QJsonObject hard = row.status()["hard"_L1].toObject();
    for (auto it = hard.begin(); it != hard.end(); ++it) {
        requests.append(u"%1: %2/%3"_s.arg(it.key(), row.status()["used"_L1][it.key()].toString(),
                                           it.value().toString()));
    }
    return {row.name(), requests.join(u", "_s), QString(), row.age()};
}

QString spanText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    const auto two = [](qint64 large, QChar unit, qint64 small, QChar smallUnit) {
        return small == 0 ? u"%1%2"_s.arg(large).arg(unit)
                          : u"%1%2%3%4"_s.arg(large).arg(unit).arg(small).arg(smallUnit);
    };
    if (seconds < 120) {
        return u"%1s"_s.arg(std::max<qint64>(seconds, 0));
    }
    if (minutes < 10) {
        return two(minutes, u'm', seconds % 60, u's');
    }
    if (hours < 3) {
        return u"%1m"_s.arg(minutes);
    }
    if (hours < 8) {
        return two(hours, u'h', minutes % 60, u'm');
    }
    if (hours < 48) {
        return u"%1h"_s.arg(hours);
    }
    if (days < 8) {
        return two(days, u'd', hours % 24, u'h');
    }
    if (days < qint64{365} * 2) {
        return u"%1d"_s.arg(days);
    }
    return days < qint64{365} * 8 ? two(days / 365, u'y', days % 365, u'd')
                                  : u"%1y"_s.arg(days / 365);
}

} // namespace

QString ageSince(const QString &time, const QDateTime &now)
{
    const QDateTime since = QDateTime::fromString(time, Qt::ISODateWithMs);
    return since.isValid() ? spanText(since.secsTo(now)) : u"<unknown>"_s;
}

QJsonArray builtInCells(const QString &kind, const QJsonObject &object, const QDateTime &now)
{
    static const QHash<QString, QJsonArray (*)(const Row &)> byKind{
        {u"Deployment"_s, deployment},
        {u"StatefulSet"_s, statefulSet},
        {u"ReplicaSet"_s, replicaSet},
        {u"HorizontalPodAutoscaler"_s, hpa},
        {u"CronJob"_s, cronJob},
        {u"Job"_s, job},
        {u"Pod"_s, pod},
        {u"Event"_s, event},
        {u"ConfigMap"_s, configMap},
        {u"Secret"_s, secret},
        {u"Service"_s, service},
        {u"Endpoints"_s, endpoints},
        {u"Namespace"_s, nameSpace},
        {u"Role"_s, role},
        {u"ClusterRole"_s, role},
        {u"CustomResourceDefinition"_s, role},
        {u"RoleBinding"_s, roleBinding},
        {u"ClusterRoleBinding"_s, roleBinding},
        {u"PodDisruptionBudget"_s, budget},
        {u"Lease"_s, lease},
        {u"ResourceQuota"_s, quota},
    };
    const Row row{object, now};
    const auto cells = byKind.value(kind);
    return cells ? cells(row) : QJsonArray{row.name(), row.age()};
}

} // namespace spillway::demo
