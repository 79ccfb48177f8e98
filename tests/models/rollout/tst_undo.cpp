// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way back: the cluster is as it was before the push, with the same owners, and what others
// have done since is left alone and told.
#include "models/rollout/rolloutworld.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;

class TstUndo final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RolloutWorld> m_world;
    std::unique_ptr<Console> m_console;
    QTemporaryDir m_folder;
    QString m_ns;
    Plan m_plan;
    QJsonObject m_before;

    [[nodiscard]] PushInput input() const
    {
        return {
            .reason = u"sale"_s, .author = u"oncall"_s, .journalFolder = m_folder.filePath(m_ns)};
    }
    [[nodiscard]] kube::ObjectRef map(const QString &name) const
    {
        return refTo(kube::Kind::ConfigMap, m_ns, name);
    }
    [[nodiscard]] kube::ObjectRef hpa(const QString &name) const
    {
        return refTo(kube::Kind::HorizontalPodAutoscaler, m_ns, name);
    }
    [[nodiscard]] PushRecord pushed()
    {
        const auto push = m_console->push(m_plan, input());
        const Result<PushRecord> record = readJournal(push->journalFile());
        return record ? *record : PushRecord{};
    }
    /// Undoes it and says what the cluster is then.
    QJsonObject undone(const PushRecord &record, const QSet<QString> &takeOver = {})
    {
        const Result<Plan> plan = m_console->undo(record, takeOver);
        if (!plan || plan->isBlocked()) {
            return {{u"plan"_s, plan ? u"blocked"_s : plan.error().sentence()}};
        }
        const auto push = m_console->push(*plan, input());
        return push->result() ? m_world->snapshot(m_ns)
                              : QJsonObject{{u"push"_s, push->result().error().sentence()}};
    }
    [[nodiscard]] static QStringList findings(const Result<Plan> &plan)
    {
        QStringList ids;
        if (plan) {
            for (const PlanFinding &finding : plan->findings) {
                ids.append(finding.id);
            }
        }
        return ids;
    }
    [[nodiscard]] bool change(const kube::ObjectRef &ref, const char *patch,
                              const QString &manager = u"kubectl"_s)
    {
        return m_world->patch(ref, QJsonDocument::fromJson(patch).object(), manager).ok();
    }
    [[nodiscard]] QJsonValue at(const kube::ObjectRef &ref, const QStringList &path)
    {
        QJsonValue value = m_world->object(ref);
        for (const QString &key : path) {
            value = value.toObject().value(key);
        }
        return value;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<RolloutWorld>();
        QVERIFY(m_world->works());
    }
    void init()
    {
        m_world->clearFaults();
        m_console = Console::open(m_world->kubeconfig());
        m_ns = m_world->newNamespace();
        QVERIFY(m_console && m_world->settle(m_ns));
        m_before = m_world->snapshot(m_ns);
        m_plan = m_world->plan(*m_console, m_ns);
    }

    void everythingIsAsBefore_data();
    void everythingIsAsBefore();
    void aStoppedPush_data();
    void aStoppedPush();
    void isAPushOfItsOwn();
    void twiceIsNothing();
    void canBeUndone();
    void othersAreLeftAlone_data();
    void othersAreLeftAlone();
    void takesOverIfAsked();
    void whatIsPutBackAlready();
    void boundsThatTheScheduleMoved();
    void objectsOfOthers_data();
    void objectsOfOthers();
    void foreignFieldsOfADeletedObject();
    void afterALaterPush();
    void withoutTheWholeObject();
    void ofAnotherCluster();
    void troubleOfTheCluster();
    void whatCannotBeTried();
    void whatCanBeTriedInPart();
    void whatWasMadeInSeveralStepsAndCannotBeTried();
    void ofAnUnfinishedPush();
    void withoutAnyStep();
    void leavesDeletesOfOthers();
    void aNamespaceThatGoesAway();
};

void TstUndo::everythingIsAsBefore_data()
{
    QTest::addColumn<bool>("byJournal");
    QTest::newRow("by the journal") << true;
    QTest::newRow("by the revision, on another machine") << false;
}

void TstUndo::everythingIsAsBefore()
{
    QFETCH(bool, byJournal);
    PushRecord record = pushed();
    QCOMPARE(record.end, PushRecord::End::Complete);
    QVERIFY(m_world->snapshot(m_ns) != m_before);
    if (!byJournal) {
        record = m_console->revisions(m_ns).front().record();
    }
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), QStringList{});
    QVERIFY(!plan->isBlocked());
    QCOMPARE(undone(record), m_before);
}

void TstUndo::aStoppedPush_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *const fault :
         {"webhook-refusal verb=patch path=*/timeline", "webhook-refusal verb=patch path=*/dialog",
          "webhook-refusal verb=delete path=*/leftover", "webhook-refusal verb=delete path=*/llm",
          "cut-before verb=patch path=*/rag", "cut-before verb=patch path=*/runner",
          "cut-before verb=delete path=*/llm"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TstUndo::aStoppedPush()
{
    QFETCH(QString, fault);
    m_world->fault(fault);
    const PushRecord record = pushed();
    QCOMPARE(record.end, PushRecord::End::Stopped);
    m_world->clearFaults();
    QCOMPARE(undone(record), m_before);
}

void TstUndo::isAPushOfItsOwn()
{
    const PushRecord record = pushed();
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(plan->liveRevision, 1);
    QVERIFY(plan->policyText.isEmpty()); // there was none before
    QCOMPARE(plan->hash, planHash(*plan));
    QCOMPARE(plan->target.context, m_console->contextName());
    PushInput given = input();
    given.undoes = 1;
    const JournalList journals = listJournals(given.journalFolder);
    Result<std::unique_ptr<Journal>> held = Journal::open(journals.entries.front().file);
    QVERIFY_RESULT(held);
    given.undoneJournal = std::move(*held);
    const auto push = m_console->push(*plan, given);
    given.undoneJournal.reset();
    QVERIFY_RESULT(push->result());
    const std::vector<Revision> revisions = m_console->revisions(m_ns);
    QCOMPARE(revisions.size(), 2U);
    QCOMPARE(revisions[0].outcome, PushRecord::End::Complete);
    QCOMPARE(revisions[1].outcome, PushRecord::End::Undone);
    QCOMPARE(readJournal(journals.entries.front().file)->end, PushRecord::End::Undone);
}

void TstUndo::twiceIsNothing()
{
    const PushRecord record = pushed();
    QCOMPARE(undone(record), m_before);
    const Result<Plan> again = m_console->undo(record);
    QVERIFY_RESULT(again);
    // What is created again is another object to the journal.
    QCOMPARE(again->steps.size(), 0U);
    QVERIFY(findings(again).contains(u"undo-later-push"_s));
}

void TstUndo::canBeUndone()
{
    const PushRecord record = pushed();
    const QJsonObject after = m_world->snapshot(m_ns);
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    const auto push = m_console->push(*plan, input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(m_world->snapshot(m_ns), m_before);
    const Result<PushRecord> undo = readJournal(push->journalFile());
    QVERIFY_RESULT(undo);
    QCOMPARE(undone(*undo), after);
}

void TstUndo::othersAreLeftAlone_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("told"); // empty: it does not touch what was pushed
    QTest::newRow("a value") << u"settings"_s << QByteArray{R"({"data":{"value":"theirs"}})"}
                             << u".data.value (kubectl)"_s;
    QTest::newRow("a list that is owned whole")
        << u"rag"_s
        << QByteArray{R"({"spec":{"metrics":[{"type":"Resource","resource":{"name":"memory",
            "target":{"type":"Utilization","averageUtilization":90}}}]}})"}
        << u".spec.metrics (kubectl)"_s;
    QTest::newRow("a created object")
        << u"timeline"_s << QByteArray{R"({"data":{"value":"theirs"}})"}
        << u".data.value (kubectl)"_s;
    QTest::newRow("something of their own")
        << u"settings"_s << QByteArray{R"({"metadata":{"annotations":{"a":"b"}}})"} << QString{};
}

void TstUndo::othersAreLeftAlone()
{
    QFETCH(QString, object);
    QFETCH(QByteArray, patch);
    QFETCH(QString, told);
    const PushRecord record = pushed();
    const kube::ObjectRef ref = object == u"rag"_s ? hpa(object) : map(object);
    QVERIFY(change(ref, patch.constData()));
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), told.isEmpty() ? QStringList{} : QStringList{u"undo-changed-since"_s});
    if (!told.isEmpty()) {
        QVERIFY2(plan->findings[0].text.contains(told), qPrintable(plan->findings[0].text));
        QCOMPARE(plan->findings[0].object, ref.toString());
    }
    const QJsonObject theirs = m_world->snapshot(m_ns);
    const QString key =
        (object == u"rag"_s ? u"horizontalpodautoscalers/"_s : u"configmaps/"_s) + object;
    const QJsonObject after = undone(record);
    QJsonObject others = after;
    QJsonObject wanted = m_before;
    others.remove(key);
    wanted.remove(key);
    QCOMPARE(others, wanted);
    const auto part = object == u"rag"_s ? u"spec"_s : u"data"_s;
    if (object == u"rag"_s) {
        QCOMPARE(at(ref, {part, u"metrics"_s}),
                 theirs.value(key).toObject().value(part).toObject().value("metrics"_L1));
        QCOMPARE(at(ref, {part, u"maxReplicas"_s}).toInt(), 10);
    } else {
        QCOMPARE(at(ref, {part, u"value"_s}).toString(), told.isEmpty() ? u"old"_s : u"theirs"_s);
    }
}

void TstUndo::takesOverIfAsked()
{
    const PushRecord record = pushed();
    QVERIFY(change(map(u"settings"_s), R"({"data":{"value":"theirs"}})"));
    QVERIFY(change(map(u"timeline"_s), R"({"data":{"value":"theirs"}})"));
    const QSet<QString> both{map(u"settings"_s).toString(), map(u"timeline"_s).toString()};
    const Result<Plan> plan = m_console->undo(record, both);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan).size(), 2); // told all the same
    const QJsonObject after = undone(record, both);
    QCOMPARE(at(map(u"settings"_s), {u"data"_s, u"value"_s}).toString(), u"old"_s);
    QVERIFY(!after.contains(u"configmaps/timeline"_s));
}

/// By whoever reverts: there is nothing to do and nothing to tell.
void TstUndo::whatIsPutBackAlready()
{
    const PushRecord record = pushed();
    QVERIFY(change(map(u"settings"_s), R"({"data":{"value":"old"}})", u"flux"_s));
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), QStringList{});
    undone(record);
    QCOMPARE(at(map(u"settings"_s), {u"data"_s, u"value"_s}).toString(), u"old"_s);
}

void TstUndo::boundsThatTheScheduleMoved()
{
    const PushRecord record = pushed();
    QVERIFY(m_console->apply(hpa(u"rag"_s),
                             R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
                                 "metadata":{"name":"rag"},
                                 "spec":{"minReplicas":5,"maxReplicas":20}})",
                             u"spillway-schedule"_s));
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), QStringList{});
    QCOMPARE(undone(record), m_before);
}

void TstUndo::objectsOfOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("body"); // empty: gone
    QTest::addColumn<QString>("finding");
    QTest::newRow("created, gone") << u"timeline"_s << QString{} << QString{};
    QTest::newRow("created, made anew") << u"timeline"_s << u"x"_s << u"undo-replaced"_s;
    QTest::newRow("changed, gone") << u"settings"_s << QString{} << u"undo-gone"_s;
    QTest::newRow("changed, made anew") << u"settings"_s << u"x"_s << u"undo-replaced"_s;
    QTest::newRow("deleted, made anew") << u"leftover"_s << u"x"_s << u"undo-replaced"_s;
}

void TstUndo::objectsOfOthers()
{
    QFETCH(QString, name);
    QFETCH(QString, body);
    QFETCH(QString, finding);
    const PushRecord record = pushed();
    QVERIFY(name == u"leftover"_s || m_world->remove(map(name)).ok());
    QVERIFY(body.isEmpty() || m_console->apply(map(name), mapBody(name, body), u"kubectl"_s));
    const QJsonObject theirs = m_world->object(map(name));
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), finding.isEmpty() ? QStringList{} : QStringList{finding});
    undone(record);
    QCOMPARE(m_world->object(map(name)), theirs);
}

void TstUndo::foreignFieldsOfADeletedObject()
{
    QVERIFY(change(map(u"leftover"_s), R"({"metadata":{"annotations":{"a":"b"}}})"));
    const PushRecord record = pushed();
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), QStringList{u"undo-foreign-fields"_s});
    QVERIFY(plan->findings[0].text.contains(u"kubectl"_s));
    QCOMPARE(undone(record), m_before);
}

void TstUndo::afterALaterPush()
{
    const PushRecord first = pushed();
    const Plan later =
        planOf(*m_console, m_ns,
               {stepTo(*m_world, map(u"settings"_s), mapBody(u"settings"_s, u"later"_s))}, 1);
    QVERIFY_RESULT(m_console->push(later, input())->result().ok() ? Result<void>{}
                                                                  : Result<void>{Error{}});
    const Result<Plan> plan = m_console->undo(first);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), (QStringList{u"undo-later-push"_s, u"undo-changed-since"_s}));
    QVERIFY(plan->findings[1].text.contains(u".data.value (spillway)"_s));
    QCOMPARE(plan->liveRevision, 2);
    undone(first);
    QCOMPARE(at(map(u"settings"_s), {u"data"_s, u"value"_s}).toString(), u"later"_s);
    QVERIFY(m_world->object(map(u"timeline"_s)).isEmpty());
}

void TstUndo::withoutTheWholeObject()
{
    PushRecord record = pushed();
    record.steps[6].last = {};
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QCOMPARE(findings(plan), QStringList{u"undo-unknown-object"_s});
    QCOMPARE(undone(record), m_before);
}

void TstUndo::ofAnotherCluster()
{
    const PushRecord record = pushed();
    PushRecord theirs = record;
    theirs.target.context = u"staging"_s;
    QVERIFY_ERROR(m_console->undo(theirs), ErrorCode::Conflict);
    theirs = record;
    theirs.target.server = u"https://10.0.0.1:6443"_s;
    const Result<Plan> refused = m_console->undo(theirs);
    QVERIFY_ERROR(refused, ErrorCode::Conflict);
    QVERIFY(refused.error().why.contains(u"10.0.0.1"_s));
    theirs.target.server = QString{m_console->server()}.replace(u"//"_s, u"//me:secret@"_s);
    const Result<Plan> plan = m_console->undo(theirs);
    QVERIFY_RESULT(plan);
    QCOMPARE(plan->target.server, m_console->server());
}

void TstUndo::troubleOfTheCluster()
{
    const PushRecord record = pushed();
    const QJsonObject after = m_world->snapshot(m_ns);
    m_world->fault(u"status 401"_s);
    QVERIFY_ERROR(m_console->undo(record), ErrorCode::Unauthorized);
    m_world->clearFaults();
    m_world->fault(u"status 401 verb=get"_s);
    QVERIFY_ERROR(m_console->undo(record), ErrorCode::Unauthorized);
    m_world->clearFaults();
    m_world->fault(u"status 500 verb=patch path=*/settings"_s);
    QVERIFY(!m_console->undo(record).ok());
    m_world->clearFaults();
    QCOMPARE(m_world->snapshot(m_ns), after);
}

/// Without the dry runs nobody knows what others changed: then nothing is written over theirs.
void TstUndo::whatCannotBeTried()
{
    const PushRecord record = pushed();
    QVERIFY(change(map(u"settings"_s), R"({"data":{"value":"theirs"}})"));
    // One was changed, the others were made.
    for (const kube::ObjectRef &ref :
         {map(u"settings"_s), map(u"timeline"_s), hpa(u"dialog"_s), hpa(u"rag"_s)}) {
        m_world->fault(u"webhook-refusal verb=patch path=*/%1"_s.arg(ref.name));
        const Result<Plan> plan = m_console->undo(record);
        QVERIFY_RESULT(plan);
        QVERIFY(!plan->isBlocked());
        QVERIFY(findings(plan).contains(u"undo-unchecked"_s));
        const auto touches = [&](const PlanStep &step) { return step.object == ref; };
        QVERIFY(std::none_of(plan->steps.begin(), plan->steps.end(), touches));
        const Result<Plan> taken = m_console->undo(record, {ref.toString()});
        QVERIFY_RESULT(taken);
        QVERIFY(findings(taken).contains(u"undo-unchecked"_s));
        QVERIFY(std::any_of(taken->steps.begin(), taken->steps.end(), touches));
        m_world->clearFaults();
    }
}

/// One answered dry run of an object does not stand for the others, nor one object for another.
void TstUndo::whatCanBeTriedInPart()
{
    const PushRecord record = pushed();
    const auto touches = [](const Result<Plan> &plan, const kube::ObjectRef &ref) {
        return plan && std::any_of(plan->steps.begin(), plan->steps.end(),
                                   [&ref](const PlanStep &step) { return step.object == ref; });
    };
    for (const kube::ObjectRef &ref : {map(u"settings"_s), hpa(u"rag"_s)}) {
        m_world->fault(u"webhook-refusal verb=patch path=*/%1 count=1"_s.arg(ref.name));
        const Result<Plan> plan = m_console->undo(record);
        QVERIFY_RESULT(plan);
        QCOMPARE(findings(plan), QStringList{u"undo-unchecked"_s});
        QVERIFY(!touches(plan, ref));
        QVERIFY(touches(plan, ref == map(u"settings"_s) ? hpa(u"rag"_s) : map(u"settings"_s)));
        m_world->clearFaults();
    }
}

/// Made in three steps, as the schedule comes to own bounds. To delete it would lose what others
/// did to it, and that is not known.
void TstUndo::whatWasMadeInSeveralStepsAndCannotBeTried()
{
    const QJsonObject two{{u"minReplicas"_s, 2}, {u"maxReplicas"_s, 10}};
    const auto later = [this](PlanStep::Action action, const QString &manager, QJsonObject body) {
        PlanStep step = stepTo(*m_world, hpa(u"fresh"_s), hpaBody(u"fresh"_s, 60, {}), manager);
        step.action = action;
        body.insert(u"apiVersion"_s, u"autoscaling/v2"_s);
        body.insert(u"kind"_s, u"HorizontalPodAutoscaler"_s);
        step.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        step.hash = stepHash(step);
        return step;
    };
    const QJsonObject named{{u"metadata"_s, QJsonObject{{u"name"_s, u"fresh"_s}}}};
    QJsonObject bounds = named;
    bounds.insert(u"spec"_s, two);
    m_plan = planOf(*m_console, m_ns,
                    {stepTo(*m_world, hpa(u"fresh"_s), hpaBody(u"fresh"_s, 60, two)),
                     later(PlanStep::Action::Attach, u"spillway-schedule"_s, bounds),
                     later(PlanStep::Action::Update, u"spillway"_s,
                           QJsonDocument::fromJson(hpaBody(u"fresh"_s, 60, {})).object())});
    const PushRecord record = pushed();
    QCOMPARE(record.end, PushRecord::End::Complete);
    QVERIFY(change(hpa(u"fresh"_s), R"({"metadata":{"annotations":{"theirs":"yes"}}})"));
    QVERIFY(change(hpa(u"fresh"_s), R"({"spec":{"metrics":null}})"));
    const auto deletes = [this](const Result<Plan> &plan) {
        return plan && !plan->steps.empty() &&
               plan->steps.front().action == PlanStep::Action::Delete;
    };
    QVERIFY(!deletes(m_console->undo(record))); // they changed it
    m_world->fault(u"webhook-refusal verb=patch path=*/fresh"_s);
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    QVERIFY2(findings(plan).contains(u"undo-unchecked"_s), qPrintable(findings(plan).join(u' ')));
    QVERIFY(!deletes(plan));
    QVERIFY(deletes(m_console->undo(record, {hpa(u"fresh"_s).toString()})));
}

void TstUndo::ofAnUnfinishedPush()
{
    QCOMPARE(pushed().end, PushRecord::End::Complete);
    const QJsonObject annotations{{QString{outcomeAnnotation}, QJsonValue::Null}};
    const QJsonObject unmarked{{u"metadata"_s, QJsonObject{{u"annotations"_s, annotations}}}};
    QVERIFY(m_world->patch(revisionRef(m_ns, u"shop"_s, 1), unmarked, u"spillway"_s).ok());
    PushRecord record = m_console->revisions(m_ns).front().record();
    QCOMPARE(record.end, PushRecord::End::None);
    QCOMPARE(findings(m_console->undo(record)), QStringList{u"undo-unfinished"_s});
    record.end = PushRecord::End::Stopped; // so says the journal
    QCOMPARE(findings(m_console->undo(record)), QStringList{});
}

/// Nothing is left to take back, but it must not be offered for ever.
void TstUndo::withoutAnyStep()
{
    const auto first = m_console->push(m_plan, input());
    const QString file = first->journalFile();
    const Result<PushRecord> record = readJournal(file);
    QVERIFY_RESULT(record);
    QCOMPARE(undone(*record), m_before); // by somebody who did not have the journal
    Result<Plan> plan = m_console->undo(*record);
    QVERIFY_RESULT(plan);
    QVERIFY(plan->isEmpty());
    const auto close = [&](const Plan &empty) {
        PushInput given = input();
        given.undoes = 1;
        Result<std::unique_ptr<Journal>> held = Journal::open(file);
        given.undoneJournal = held ? std::move(*held) : nullptr;
        return m_console->push(empty, given)->result();
    };
    Plan unchecked = *plan;
    unchecked.findings.push_back({.id = u"undo-unchecked"_s});
    QVERIFY_RESULT(close(unchecked));
    QCOMPARE(m_console->revisions(m_ns).back().outcome, PushRecord::End::Complete);
    const Result<int> closed = close(*plan);
    QVERIFY_RESULT(closed);
    QCOMPARE(*closed, 2);
    QCOMPARE(m_console->revisions(m_ns).size(), 2U);
    QCOMPARE(m_console->revisions(m_ns).back().outcome, PushRecord::End::Undone);
    QCOMPARE(readJournal(file)->end, PushRecord::End::Undone);
}

void TstUndo::leavesDeletesOfOthers()
{
    Push push(m_console->client(), m_console->ticket(), m_plan, input());
    connect(&push, &Push::stepChanged, this, [&](int step) {
        if (step == 5 && push.steps()[5].state == StepResult::State::Done) {
            QVERIFY(m_world->remove(map(u"leftover"_s)).ok());
        }
    });
    QVERIFY(Console::run(push));
    QVERIFY_RESULT(push.result());
    QCOMPARE(push.steps()[6].state, StepResult::State::Unchanged);
    const Result<PushRecord> record = readJournal(push.journalFile());
    QVERIFY_RESULT(record);
    QJsonObject wanted = m_before;
    wanted.remove(u"configmaps/leftover"_s);
    QCOMPARE(undone(*record), wanted);
}

/// Nothing new can be made in it: told before anything is done.
void TstUndo::aNamespaceThatGoesAway()
{
    const PushRecord record = pushed();
    QVERIFY(change(map(u"settings"_s), R"({"metadata":{"finalizers":["example.com/hold"]}})"));
    const kube::ObjectRef space{{{}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false}, {}, m_ns};
    QVERIFY(m_world->remove(space).ok());
    const Result<Plan> plan = m_console->undo(record);
    QVERIFY_RESULT(plan);
    if (!plan->isEmpty()) {
        const auto push = m_console->push(*plan, input());
        QVERIFY(!push->result().ok());
    }
    QVERIFY(!m_world->snapshot(m_ns).contains(u"configmaps/leftover"_s));
    QVERIFY(change(map(u"settings"_s), R"({"metadata":{"finalizers":null}})"));
}

QTEST_GUILESS_MAIN(TstUndo)
#include "tst_undo.moc"
