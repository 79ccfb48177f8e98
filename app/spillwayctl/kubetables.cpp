// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/kubetables.h"

#include "core/duration.h"
#include "kube/kubedecoder.h"
#include "rollout/ownentry.h"
#include "spillwayctl/timeargument.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QString ageText(const std::optional<EpochMs> &since, EpochMs now)
{
    return since ? humanDuration(std::chrono::milliseconds{std::max<qint64>(0, now - *since)})
                 : u"-"_s;
}

QString number(qint64 value)
{
    return QString::number(value);
}

QString optionalNumber(const std::optional<qint32> &value)
{
    return value ? QString::number(*value) : u"-"_s;
}

QString targetText(const kube::ScaleTarget &target)
{
    return (target.kind.isEmpty() ? u"Deployment"_s : target.kind) + u'/' + target.name;
}

/// The columns between name and age.
QStringList columns(const kube::Deployment &one)
{
    return {number(one.ready) + u'/' + number(one.replicas), number(one.updated),
            number(one.available)};
}
QStringList columns(const kube::StatefulSet &one)
{
    return {number(one.ready) + u'/' + number(one.replicas)};
}
QStringList columns(const kube::Pod &one)
{
    const auto cold = one.startup().coldStart();
    return {one.displayStatus(), one.isReady() ? u"yes"_s : u"no"_s, number(one.restarts()),
            cold ? humanDuration(*cold) : u"-"_s, one.node.isEmpty() ? u"-"_s : one.node};
}
QStringList columns(const kube::HorizontalPodAutoscaler &one)
{
    return {targetText(one.target), optionalNumber(one.minReplicas), number(one.maxReplicas),
            number(one.current), number(one.desired)};
}
QStringList columns(const kube::ScaledObject &one)
{
    return {targetText(one.target), optionalNumber(one.minReplicas),
            optionalNumber(one.maxReplicas), one.isPaused() ? u"yes"_s : u"no"_s};
}
QStringList columns(const kube::CronJob &one)
{
    return {one.schedule, one.timeZone.isEmpty() ? u"-"_s : one.timeZone,
            one.suspended ? u"yes"_s : u"no"_s};
}

template<typename T>
Result<QStringList> cellsOf(const QJsonObject &object)
{
    const Result<T> read =
        kube::decodeObject<T>(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return read ? Result<QStringList>{columns(*read)} : Result<QStringList>{read.error()};
}

struct View
{
    kube::Kind kind;
    QStringList head;
    Result<QStringList> (*cells)(const QJsonObject &);
};

const QList<View> &views()
{
    static const QList<View> all{
        {kube::Kind::Deployment,
         {u"READY"_s, u"UP-TO-DATE"_s, u"AVAILABLE"_s},
         &cellsOf<kube::Deployment>},
        {kube::Kind::StatefulSet, {u"READY"_s}, &cellsOf<kube::StatefulSet>},
        {kube::Kind::Pod,
         {u"STATUS"_s, u"READY"_s, u"RESTARTS"_s, u"COLD-START"_s, u"NODE"_s},
         &cellsOf<kube::Pod>},
        {kube::Kind::HorizontalPodAutoscaler,
         {u"TARGET"_s, u"MIN"_s, u"MAX"_s, u"CURRENT"_s, u"DESIRED"_s},
         &cellsOf<kube::HorizontalPodAutoscaler>},
        {kube::Kind::ScaledObject,
         {u"TARGET"_s, u"MIN"_s, u"MAX"_s, u"PAUSED"_s},
         &cellsOf<kube::ScaledObject>},
        {kube::Kind::CronJob, {u"SCHEDULE"_s, u"ZONE"_s, u"SUSPENDED"_s}, &cellsOf<kube::CronJob>},
    };
    return all;
}

const View *viewOf(const kube::Resource &resource)
{
    const auto found =
        std::find_if(views().cbegin(), views().cend(), [&resource](const View &view) {
            const kube::KindFacts &facts = kube::factsOf(view.kind);
            return facts.group == resource.group && facts.name == resource.kind;
        });
    return found == views().cend() ? nullptr : &*found;
}

QString isoTime(const std::optional<EpochMs> &time)
{
    return time ? utcText(*time) : QString{};
}

std::optional<EpochMs> timeOf(const kube::Event &event)
{
    const std::optional<EpochMs> seen = event.lastSeen ? event.lastSeen : event.firstSeen;
    return seen ? seen : event.meta.created;
}

} // namespace

Result<QList<QStringList>> objectRows(const kube::Resource &resource,
                                      const std::vector<QJsonObject> &objects, bool withNamespace,
                                      EpochMs now)
{
    const View *const view = viewOf(resource);
    QStringList head{u"NAME"_s};
    head += view != nullptr ? view->head : QStringList{};
    head.append(u"AGE"_s);
    if (withNamespace) {
        head.prepend(u"NAMESPACE"_s);
    }
    QList<QStringList> rows{head};
    for (const QJsonObject &object : objects) {
        const QJsonObject meta = object.value("metadata"_L1).toObject();
        QStringList row{meta.value("name"_L1).toString()};
        if (view != nullptr) {
            const Result<QStringList> cells = view->cells(object);
            if (!cells) {
                return cells.error();
            }
            row += *cells;
        }
        row.append(ageText(
            kube::parseTime(meta.value("creationTimestamp"_L1).toString().toLatin1()), now));
        if (withNamespace) {
            row.prepend(meta.value("namespace"_L1).toString());
        }
        rows.append(row);
    }
    return rows;
}

QList<QStringList> ownerRows(const QJsonObject &object, EpochMs now)
{
    QList<QStringList> rows{{u"FIELD"_s, u"MANAGER"_s, u"OPERATION"_s, u"AGE"_s}};
    const kube::FieldOwners owners = fieldOwnersOf(object);
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        for (const kube::FieldOwner &owner : *it) {
            const QString operation = owner.subresource.isEmpty()
                                          ? owner.operation
                                          : QString{owner.operation + u'/' + owner.subresource};
            rows.append({it.key(), owner.manager, operation, ageText(owner.time, now)});
        }
    }
    return rows;
}

QJsonArray ownerJson(const QJsonObject &object)
{
    QJsonArray list;
    const kube::FieldOwners owners = fieldOwnersOf(object);
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        for (const kube::FieldOwner &owner : *it) {
            list.append(QJsonObject{{"field"_L1, it.key()},
                                    {"manager"_L1, owner.manager},
                                    {"operation"_L1, owner.operation},
                                    {"subresource"_L1, owner.subresource},
                                    {"apiVersion"_L1, owner.apiVersion},
                                    {"time"_L1, isoTime(owner.time)}});
        }
    }
    return list;
}

QList<QStringList> eventRows(std::vector<kube::Event> events, EpochMs now)
{
    std::stable_sort(events.begin(), events.end(), [](const kube::Event &a, const kube::Event &b) {
        return timeOf(a).value_or(0) < timeOf(b).value_or(0);
    });
    QList<QStringList> rows{{u"AGE"_s, u"TYPE"_s, u"REASON"_s, u"OBJECT"_s, u"COUNT"_s, u"NOTE"_s}};
    for (const kube::Event &event : events) {
        rows.append({ageText(timeOf(event), now), event.type, event.reason,
                     event.regarding.kind + u'/' + event.regarding.name, number(event.count),
                     event.note.simplified()});
    }
    return rows;
}

QJsonArray eventJson(const std::vector<kube::Event> &events)
{
    QJsonArray list;
    for (const kube::Event &event : events) {
        list.append(QJsonObject{{"time"_L1, isoTime(timeOf(event))},
                                {"type"_L1, event.type},
                                {"reason"_L1, event.reason},
                                {"action"_L1, event.action},
                                {"kind"_L1, event.regarding.kind},
                                {"namespace"_L1, event.regarding.ns},
                                {"name"_L1, event.regarding.name},
                                {"count"_L1, event.count},
                                {"controller"_L1, event.controller},
                                {"note"_L1, event.note}});
    }
    return list;
}

} // namespace spillway
