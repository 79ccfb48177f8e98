// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterplan.h"

#include "kubeserver/serverstate.h"
#include "kubeworld/clusterjson.h"

#include <QDateTime>
#include <QLoggingCategory>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "spillway.demo.kubeworld")

constexpr std::int64_t eventLife = 3600; // --event-ttl of the API server
constexpr int overtaken = 409;
constexpr int gone = 404;

QString eventKey(const ClusterPlan::Event &event)
{
    return uidOf(event.about) + u'|' + event.reason + u'|' + event.message;
}

QJsonObject eventDocument(const ClusterPlan::Event &event, std::int64_t second,
                          std::uint64_t number)
{
    const QString time = timeText(second);
    const QString name = u"%1.%2%3"_s.arg(nameOf(event.about))
                             .arg(static_cast<quint64>(second), 0, 16)
                             .arg(static_cast<quint64>(number), 8, 16, QLatin1Char('0'));
    const QJsonObject involved{{u"apiVersion"_s, event.about["apiVersion"_L1]},
                               {u"kind"_s, event.about["kind"_L1]},
                               {u"namespace"_s, namespaceOf(event.about)},
                               {u"name"_s, nameOf(event.about)},
                               {u"uid"_s, uidOf(event.about)}};
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Event"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, namespaceOf(event.about)}}},
        {u"involvedObject"_s, involved},
        {u"reason"_s, event.reason},
        {u"message"_s, event.message},
        {u"type"_s, event.warning ? u"Warning"_s : u"Normal"_s},
        {u"source"_s, QJsonObject{{u"component"_s, event.component}}},
        {u"reportingComponent"_s, event.component},
        {u"firstTimestamp"_s, time},
        {u"lastTimestamp"_s, time},
        {u"count"_s, 1}};
}

} // namespace

void ClusterPlan::create(const QString &manager, const QJsonObject &object)
{
    changes.push_back({Change::Kind::Create, manager, {}, object});
}

void ClusterPlan::patch(const QString &manager, const ObjectPlace &place, const QJsonObject &patch)
{
    changes.push_back({Change::Kind::Patch, manager, place, patch});
}

void ClusterPlan::patchStatus(const QString &manager, const ObjectPlace &place,
                              const QJsonObject &object, const QJsonObject &status)
{
    if (!saysSame(object["status"_L1].toObject(), status)) {
        ObjectPlace at = place;
        at.subresource = u"status"_s;
        patch(manager, at, {{u"status"_s, status}});
    }
}

void ClusterPlan::remove(const QString &manager, const ObjectPlace &place)
{
    changes.push_back({Change::Kind::Remove, manager, place, {}});
}

void ClusterPlan::tell(const QString &component, const QJsonObject &about, const QString &reason,
                       const QString &message, bool warning)
{
    events.push_back({about, component, reason, message, warning});
}

ClusterWriter::ClusterWriter(ServerState &state)
    : m_state(state)
{}

ClusterClient &ClusterWriter::client(const QString &manager)
{
    std::shared_ptr<ClusterClient> &found = m_clients[manager];
    if (!found) {
        found = std::make_shared<ClusterClient>(m_state, manager);
    }
    return *found;
}

QJsonObject ClusterWriter::carryOut(const ClusterPlan::Change &change)
{
    using Kind = ClusterPlan::Change::Kind;
    const ClusterClient &by = client(change.manager);
    CallResult result;
    switch (change.kind) {
    case Kind::Create:
        result = by.create(change.document);
        break;
    case Kind::Patch:
        result = by.mergePatch(change.place, change.document);
        break;
    case Kind::Remove:
        result = by.remove(change.place, u"Background"_s);
        break;
    case Kind::RemoveNow:
        result = by.removeNow(change.place);
        break;
    }
    if (!result.ok() && result.status != overtaken && result.status != gone) {
        qCWarning(log).noquote() << change.manager << change.place.plural << change.place.name
                                 << nameOf(change.document) << "was refused:" << result.message();
    }
    return result.ok() ? result.document : QJsonObject();
}

void ClusterWriter::carryOut(const ClusterPlan &plan, std::int64_t second)
{
    for (const ClusterPlan::Change &change : plan.changes) {
        carryOut(change);
    }
    for (const ClusterPlan::Event &event : plan.events) {
        record(event, second);
    }
}

void ClusterWriter::record(const ClusterPlan::Event &event, std::int64_t second)
{
    Recorded &recorded = m_events[eventKey(event)];
    recorded.last = second;
    if (++recorded.count > 1) {
        const QJsonObject patched =
            carryOut({ClusterPlan::Change::Kind::Patch,
                      event.component,
                      recorded.place,
                      {{u"count"_s, recorded.count}, {u"lastTimestamp"_s, timeText(second)}}});
        if (!patched.isEmpty()) {
            return;
        }
        recorded.count = 1; // somebody deleted it
    }
    const QJsonObject made = carryOut({ClusterPlan::Change::Kind::Create,
                                       event.component,
                                       {},
                                       eventDocument(event, second, ++m_eventNumber)});
    recorded.place = {{}, u"events"_s, namespaceOf(made), nameOf(made), {}};
}

void ClusterWriter::forgetOldEvents(std::int64_t second)
{
    for (auto event = m_events.begin(); event != m_events.end();) {
        if (event->last + eventLife > second) {
            ++event;
            continue;
        }
        carryOut({ClusterPlan::Change::Kind::RemoveNow, u"kube-apiserver"_s, event->place, {}});
        event = m_events.erase(event);
    }
}

} // namespace spillway::demo
