// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/revisions.h"

#include "policy/compiler.h"
#include "policy/policyparser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

constexpr auto revisionLabel = "spillway.dev/revision"_L1;

/// What names the objects of a policy; of a text that cannot be read only what the plan knows.
Policy policyOf(const PushRecord &push)
{
    Policy policy;
    const PolicyReading reading = parsePolicy(push.policyText, {});
    if (reading.ok() && reading.policy.name == push.policy) {
        policy.labels = reading.policy.labels;
    }
    policy.name = push.policy;
    policy.nameSpace = push.target.nameSpace;
    return policy;
}

Error notARevision(const QString &name, const QString &why)
{
    return {.code = ErrorCode::WrongContent,
            .what = Text::tr("A revision cannot be read"),
            .where = name,
            .why = why};
}

std::vector<Revision>::const_iterator find(const std::vector<Revision> &revisions, int number)
{
    return std::find_if(revisions.begin(), revisions.end(),
                        [number](const Revision &each) { return each.number == number; });
}

/// Changes of one push after another, joined: the first value before, the last one after.
class JoinedChanges
{
public:
    void add(const PlanStep &step)
    {
        const QString key = step.object.toString();
        if (!m_objects.contains(key)) {
            m_objects.insert(key, {step.object, {}});
            m_order.append(key);
        }
        QMap<QString, FieldChange> &fields = m_objects[key].second;
        for (const FieldChange &change : step.changes) {
            FieldChange &joined = fields[change.path];
            const QJsonValue before = joined.path.isNull() ? change.before : joined.before;
            joined = change;
            joined.before = before;
        }
    }
    [[nodiscard]] std::vector<RevisionDiff::Object> taken(bool backwards) const
    {
        std::vector<RevisionDiff::Object> objects;
        for (const QString &key : m_order) {
            const auto &[object, fields] = *m_objects.constFind(key);
            std::vector<FieldChange> changes;
            for (FieldChange change : fields) {
                if (change.before == change.after) {
                    continue;
                }
                if (backwards) {
                    std::swap(change.before, change.after);
                }
                changes.push_back(std::move(change));
            }
            if (!changes.empty()) {
                objects.push_back({object, std::move(changes)});
            }
        }
        return objects;
    }

private:
    QMap<QString, std::pair<kube::ObjectRef, QMap<QString, FieldChange>>> m_objects;
    QStringList m_order;
};

/// The changes of objects, without the text.
RevisionDiff changesBetween(const std::vector<Revision> &revisions, int from, int to)
{
    RevisionDiff diff;
    JoinedChanges joined;
    for (int number = std::min(from, to) + 1; number <= std::max(from, to); ++number) {
        const auto revision = find(revisions, number);
        if (revision == revisions.end()) {
            diff.missing.push_back(number);
            continue;
        }
        if (revision->outcome != PushRecord::End::Complete) { // who undid it may have stopped it
            diff.unfinished.push_back(number);
        }
        for (const PlanStep &step : revision->steps) {
            joined.add(step);
        }
    }
    diff.objects = joined.taken(from > to);
    return diff;
}

QByteArray textDiff(const QByteArray &before, const Revision &after, int from)
{
    return unifiedDiff(before, after.policyText, Text::tr("revision %1").arg(from),
                       Text::tr("revision %1").arg(after.number));
}

} // namespace

QString Revision::toString() const
{
    const QString when =
        QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    return reason.isEmpty()
               ? Text::tr("revision %1, pushed by %2 at %3").arg(number).arg(author, when)
               : Text::tr("revision %1, pushed by %2 at %3: %4")
                     .arg(number)
                     .arg(author, when, reason);
}

PushRecord Revision::record() const
{
    PushRecord push;
    push.id = pushId;
    push.target.nameSpace = nameSpace;
    push.policy = policy;
    push.policyText = policyText;
    push.author = author;
    push.reason = reason;
    push.startedAt = time;
    push.revision = number;
    push.claim = PushedStep::State::Done;
    push.end = outcome;
    for (const PlanStep &step : steps) {
        push.steps.push_back({.step = step, .state = PushedStep::State::Sent});
    }
    return push;
}

kube::ListQuery revisionQuery(const QString &nameSpace, const QString &policy)
{
    QString selector = u"%1=spillway,%2"_s.arg(managedByLabel, revisionLabel);
    if (!policy.isEmpty()) {
        selector += u",%1=%2"_s.arg(policyLabel, policy);
    }
    return {.resource = kube::bestResource(kube::Kind::ConfigMap),
            .ns = nameSpace,
            .labelSelector = selector};
}

kube::ObjectRef revisionRef(const QString &nameSpace, const QString &policy, int number)
{
    Policy named;
    named.name = policy;
    return {kube::bestResource(kube::Kind::ConfigMap), nameSpace, revisionName(named, number)};
}

Result<Revision> readRevision(const kube::ConfigMap &map)
{
    Revision revision;
    revision.policy = map.meta.labels.value(policyLabel);
    revision.number = map.meta.labels.value(revisionLabel).toInt();
    revision.nameSpace = map.meta.ns;
    if (revision.policy.isEmpty() || revision.number <= 0 || !map.data.contains(u"policy.yaml"_s)) {
        return notARevision(map.meta.name, Text::tr("it is not one of Spillway"));
    }
    revision.uid = map.meta.uid;
    revision.policyText = map.data.value(u"policy.yaml"_s).toUtf8();
    revision.author = map.data.value(u"author"_s);
    revision.reason = map.data.value(u"reason"_s);
    revision.time =
        kube::parseTime(map.data.value(u"time"_s).toUtf8()).value_or(map.meta.created.value_or(0));
    revision.pushId = map.meta.annotations.value(pushIdAnnotation);
    revision.outcome = pushEndFromName(map.meta.annotations.value(outcomeAnnotation))
                           .value_or(PushRecord::End::None);
    const QByteArray changes = map.data.value(u"changes.json"_s).toUtf8();
    Result<std::vector<PlanStep>> steps = stepsOfChanges(QJsonDocument::fromJson(changes).object());
    if (!steps) {
        return notARevision(map.meta.name, steps.error().sentence());
    }
    revision.steps = std::move(*steps);
    return revision;
}

std::vector<Revision> readRevisions(const std::vector<kube::ConfigMap> &maps)
{
    std::vector<Revision> revisions;
    for (const kube::ConfigMap &map : maps) {
        if (Result<Revision> revision = readRevision(map)) {
            revisions.push_back(std::move(*revision));
        }
    }
    std::sort(revisions.begin(), revisions.end(), [](const Revision &a, const Revision &b) {
        return a.policy == b.policy ? a.number > b.number : a.policy < b.policy;
    });
    return revisions;
}

std::vector<kube::DeleteRequest> revisionsToPrune(const std::vector<kube::ConfigMap> &maps)
{
    std::vector<std::pair<int, kube::DeleteRequest>> numbered;
    for (const kube::ConfigMap &map : maps) {
        if (const int number = map.meta.labels.value(revisionLabel).toInt(); number > 0) {
            numbered.push_back(
                {number,
                 {.object = {kube::bestResource(kube::Kind::ConfigMap), map.meta.ns, map.meta.name},
                  .uid = map.meta.uid}});
        }
    }
    std::sort(numbered.begin(), numbered.end(),
              [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<kube::DeleteRequest> old;
    for (std::size_t i = keptRevisions; i < numbered.size(); ++i) {
        old.push_back(std::move(numbered[i].second));
    }
    return old;
}

Result<QByteArray> revisionBody(const PushRecord &push, EpochMs now)
{
    std::vector<PlanStep> steps;
    for (const PushedStep &each : push.steps) {
        steps.push_back(each.step);
        if (!each.last.isEmpty()) {
            steps.back().before = each.last; // without the journal an undo has nothing else
        }
    }
    const PolicyRevision revision{
        .number = push.revision,
        .policyText = push.policyText,
        .author = push.author,
        .reason = push.reason,
        .time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODate),
        .changes = changesOfSteps(steps)};
    const Result<Manifest> manifest = revisionManifest(policyOf(push), revision);
    if (!manifest) {
        return manifest.error();
    }
    QJsonObject object = manifest->object;
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("annotations"_L1, QJsonObject{{QString{pushIdAnnotation}, push.id}});
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

kube::ApplyRequest outcomeRequest(const kube::ObjectRef &revision, const QString &uid,
                                  PushRecord::End end)
{
    const QJsonObject meta{
        {"name"_L1, revision.name},
        {"namespace"_L1, revision.ns},
        {"uid"_L1, uid},
        {"annotations"_L1, QJsonObject{{QString{outcomeAnnotation}, QString{pushEndName(end)}}}}};
    const QJsonObject body{{"apiVersion"_L1, revision.resource.apiVersion()},
                           {"kind"_L1, revision.resource.kind},
                           {"metadata"_L1, meta}};
    return {.object = revision,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .fieldManager = consoleManager};
}

Result<RevisionDiff> diffRevisions(const std::vector<Revision> &revisions, int from, int to)
{
    const auto before = find(revisions, from);
    const auto after = find(revisions, to);
    if (before == revisions.end() || after == revisions.end()) {
        return Error{
            .code = ErrorCode::NotFound,
            .what = Text::tr("The revisions cannot be compared"),
            .why = Text::tr("there is no revision %1").arg(before == revisions.end() ? from : to),
            .advice = Text::tr("The last %1 are kept.").arg(keptRevisions)};
    }
    RevisionDiff diff = changesBetween(revisions, from, to);
    diff.text = textDiff(before->policyText, *after, from);
    return diff;
}

std::optional<RevisionDiff> pushedSince(const std::vector<Revision> &revisions, int from)
{
    const auto newest =
        std::max_element(revisions.begin(), revisions.end(),
                         [](const Revision &a, const Revision &b) { return a.number < b.number; });
    if (newest == revisions.end() || newest->number <= from) {
        return std::nullopt;
    }
    RevisionDiff diff = changesBetween(revisions, from, newest->number);
    const auto before = find(revisions, from);
    if (from == 0 || before != revisions.end()) {
        diff.text = textDiff(from == 0 ? QByteArray{} : before->policyText, *newest, from);
    }
    return diff;
}

} // namespace spillway
