// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubedecoder.h"
#include "models/rollout/pushsamples.h"
#include "rollout/revisions.h"
#include "support/resultmacros.h"

#include <QJsonDocument>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs now = 1'793'923'200'000;

/// The revision of a push as the cluster has it.
kube::ConfigMap stored(const PushRecord &push, const QString &outcome = {})
{
    QJsonObject object = QJsonDocument::fromJson(*revisionBody(push, now)).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("uid"_L1, u"uid-%1"_s.arg(push.revision));
    QJsonObject annotations = meta.value("annotations"_L1).toObject();
    if (!outcome.isEmpty()) {
        annotations.insert(outcomeAnnotation, outcome);
    }
    meta.insert("annotations"_L1, annotations);
    object.insert("metadata"_L1, meta);
    return *kube::decodeObject<kube::ConfigMap>(QJsonDocument(object).toJson());
}

PushRecord changing(int revision, const QJsonValue &before, const QJsonValue &after)
{
    PushRecord push = samplePush(1, revision);
    push.policyText = "line 1\nvalue: " + after.toVariant().toByteArray() + "\nline 3\n";
    push.steps[0].step.changes = {{u".data.value"_s, before, after, {u"spillway"_s}, {}}};
    return push;
}

std::vector<Revision> chain()
{
    return readRevisions({stored(changing(1, QJsonValue::Undefined, u"a"_s), u"complete"_s),
                          stored(changing(2, u"a"_s, u"b"_s), u"stopped"_s),
                          stored(changing(3, u"b"_s, u"c"_s), u"complete"_s),
                          stored(changing(4, u"c"_s, u"a"_s), u"complete"_s)});
}

} // namespace

class TstRevisions final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatWasPushed();
    void keepsWhatADeleteTakesAway();
    void packsManySteps();
    void refusesWhatDoesNotFit();
    void outcomes_data();
    void outcomes();
    void othersAreNotRevisions_data();
    void othersAreNotRevisions();
    void askedForByLabels();
    void theNewestFirst();
    void prunesTheOldest();
    void marksOnlyTheOutcome();
    void textDiffs_data();
    void textDiffs();
    void differences_data();
    void differences();
    void noSuchRevision();
    void whatWasUndone();
    void whatIsNotKept();
    void whatWasPushedSince();
};

void TstRevisions::isWhatWasPushed()
{
    const PushRecord push = samplePush(3, 5);
    const Result<Revision> read = readRevision(stored(push));
    QVERIFY_RESULT(read);
    QCOMPARE(read->number, 5);
    QCOMPARE(read->policy, u"shop"_s);
    QCOMPARE(read->nameSpace, u"shop"_s);
    QCOMPARE(read->uid, u"uid-5"_s);
    QCOMPARE(read->policyText, push.policyText);
    QCOMPARE(read->author, u"oncall"_s);
    QCOMPARE(read->reason, u"sale"_s);
    QCOMPARE(read->time, now);
    QCOMPARE(read->pushId, push.id);
    QCOMPARE(read->steps.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(stepToJson(read->steps[i]), stepToJson(push.steps[i].step));
    }
    QCOMPARE(read->toString(), u"revision 5, pushed by oncall at 2026-11-06 00:00 UTC: sale"_s);
    const PushRecord record = read->record();
    QCOMPARE(record.revision, 5);
    QCOMPARE(record.steps[0].state, PushedStep::State::Sent);
    QCOMPARE(revisionRef(u"shop"_s, u"shop"_s, 5).name, u"spillway-revision-shop-5"_s);
}

void TstRevisions::keepsWhatADeleteTakesAway()
{
    PushRecord push = samplePush(2);
    push.steps[1].last = {{u"kind"_s, u"ConfigMap"_s}, {u"data"_s, QJsonObject{{u"a"_s, u"1"_s}}}};
    const Result<Revision> read = readRevision(stored(push));
    QVERIFY_RESULT(read);
    QCOMPARE(read->steps[1].before, push.steps[1].last);
    QCOMPARE(read->steps[0].before, push.steps[0].step.before);
}

void TstRevisions::packsManySteps()
{
    PushRecord push = samplePush(100);
    for (PushedStep &each : push.steps) {
        each.step.before.insert(u"filler"_s, QString(20'000, u'x'));
    }
    const kube::ConfigMap map = stored(push);
    QVERIFY(map.data.value(u"changes.json"_s).size() < 200'000);
    const Result<Revision> read = readRevision(map);
    QVERIFY_RESULT(read);
    QCOMPARE(read->steps.size(), 100U);
    QCOMPARE(read->steps[99].before, push.steps[99].step.before);
}

void TstRevisions::refusesWhatDoesNotFit()
{
    PushRecord push = samplePush(1);
    push.policyText = QByteArray(1'100'000, 'x');
    QVERIFY_ERROR(revisionBody(push, now), ErrorCode::TooLarge);
}

void TstRevisions::outcomes_data()
{
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<PushRecord::End>("end");
    QTest::newRow("none") << QString{} << PushRecord::End::None;
    QTest::newRow("complete") << u"complete"_s << PushRecord::End::Complete;
    QTest::newRow("stopped") << u"stopped"_s << PushRecord::End::Stopped;
    QTest::newRow("undone") << u"undone"_s << PushRecord::End::Undone;
    QTest::newRow("of a later version") << u"paused"_s << PushRecord::End::None;
}

void TstRevisions::outcomes()
{
    QFETCH(QString, annotation);
    const Result<Revision> read = readRevision(stored(samplePush(1), annotation));
    QVERIFY_RESULT(read);
    QTEST(read->outcome, "end");
    QCOMPARE(read->record().end, read->outcome);
}

void TstRevisions::othersAreNotRevisions_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("data");
    QTest::newRow("no number") << u"spillway.dev/revision"_s << QString{};
    QTest::newRow("no policy") << u"spillway.dev/policy"_s << QString{};
    QTest::newRow("no text") << QString{} << u"policy.yaml"_s;
    QTest::newRow("no changes") << QString{} << u"changes.json"_s;
}

void TstRevisions::othersAreNotRevisions()
{
    QFETCH(QString, label);
    QFETCH(QString, data);
    kube::ConfigMap map = stored(samplePush(1));
    map.meta.labels.remove(label);
    map.data.remove(data);
    QVERIFY_ERROR(readRevision(map), ErrorCode::WrongContent);
    QVERIFY(readRevisions({map}).empty());
}

void TstRevisions::askedForByLabels()
{
    QCOMPARE(
        revisionQuery(u"shop"_s, u"p"_s).labelSelector,
        u"app.kubernetes.io/managed-by=spillway,spillway.dev/revision,spillway.dev/policy=p"_s);
    QCOMPARE(revisionQuery(u"shop"_s, {}).labelSelector,
             u"app.kubernetes.io/managed-by=spillway,spillway.dev/revision"_s);
    QCOMPARE(revisionQuery(u"shop"_s, {}).ns, u"shop"_s);
}

void TstRevisions::theNewestFirst()
{
    PushRecord other = samplePush(1, 1);
    other.policy = u"alpha"_s;
    const std::vector<Revision> read =
        readRevisions({stored(samplePush(1, 9)), stored(samplePush(1, 10)), stored(other)});
    QCOMPARE(read.size(), 3U);
    QCOMPARE(read[0].policy, u"alpha"_s);
    QCOMPARE(read[1].number, 10);
    QCOMPARE(read[2].number, 9);
}

void TstRevisions::prunesTheOldest()
{
    std::vector<kube::ConfigMap> maps;
    for (int number = 1; number <= 23; ++number) {
        maps.push_back(stored(samplePush(0, number)));
    }
    maps[1].data.clear(); // what cannot be read goes too
    const std::vector<kube::DeleteRequest> old = revisionsToPrune(maps);
    QStringList names;
    for (const kube::DeleteRequest &each : old) {
        names.append(each.object.name + u' ' + each.uid);
    }
    names.sort();
    QCOMPARE(names,
             (QStringList{u"spillway-revision-shop-1 uid-1"_s, u"spillway-revision-shop-2 uid-2"_s,
                          u"spillway-revision-shop-3 uid-3"_s}));
    maps.resize(20);
    QVERIFY(revisionsToPrune(maps).empty());
}

void TstRevisions::marksOnlyTheOutcome()
{
    const kube::ApplyRequest request =
        outcomeRequest(revisionRef(u"shop"_s, u"shop"_s, 3), u"u"_s, PushRecord::End::Complete);
    QCOMPARE(request.body,
             R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"annotations":)"
             R"({"spillway.dev/outcome":"complete"},"name":"spillway-revision-shop-3",)"
             R"("namespace":"shop","uid":"u"}})");
    QVERIFY(!request.force);
}

void TstRevisions::textDiffs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("diff");
    QTest::newRow("equal") << QByteArray{"a\n"} << QByteArray{"a\n"} << QByteArray{};
    QTest::newRow("changed") << QByteArray{"a\nb\nc\n"} << QByteArray{"a\nx\nc\n"}
                             << QByteArray{"--- A\n+++ B\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"};
    QTest::newRow("from nothing") << QByteArray{} << QByteArray{"a\n"}
                                  << QByteArray{"--- A\n+++ B\n@@ -0,0 +1 @@\n+a\n"};
    QTest::newRow("last line without an end")
        << QByteArray{"a\n"} << QByteArray{"a"}
        << QByteArray{"--- A\n+++ B\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"};
}

void TstRevisions::textDiffs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(unifiedDiff(before, after, u"A"_s, u"B"_s), "diff");
}

void TstRevisions::differences_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QJsonValue>("before");
    QTest::addColumn<QJsonValue>("after");
    QTest::newRow("one push") << 2 << 3 << QJsonValue{u"b"_s} << QJsonValue{u"c"_s};
    QTest::newRow("several") << 1 << 3 << QJsonValue{u"a"_s} << QJsonValue{u"c"_s};
    QTest::newRow("back") << 3 << 1 << QJsonValue{u"c"_s} << QJsonValue{u"a"_s};
    QTest::newRow("there and back") << 1 << 4 << QJsonValue{} << QJsonValue{};
}

void TstRevisions::differences()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QJsonValue, before);
    QFETCH(QJsonValue, after);
    const Result<RevisionDiff> diff = diffRevisions(chain(), from, to);
    QVERIFY_RESULT(diff);
    QVERIFY(diff->missing.empty());
    QCOMPARE(diff->unfinished.empty(), from == 2);
    if (before.isNull()) {
        QVERIFY(diff->objects.empty());
        QVERIFY(diff->text.isEmpty());
        return;
    }
    QCOMPARE(diff->objects.size(), 1U);
    QCOMPARE(diff->objects[0].object.name, u"map-0"_s);
    QCOMPARE(diff->objects[0].changes.size(), 1U);
    QCOMPARE(diff->objects[0].changes[0].before, before);
    QCOMPARE(diff->objects[0].changes[0].after, after);
    QVERIFY(diff->text.contains(QByteArray{"\n-value: " + before.toString().toUtf8() + '\n'}));
    QVERIFY(diff->text.contains(QByteArray{"\n+value: " + after.toString().toUtf8() + '\n'}));
}

void TstRevisions::noSuchRevision()
{
    const Result<RevisionDiff> diff = diffRevisions(chain(), 1, 9);
    QVERIFY_ERROR(diff, ErrorCode::NotFound);
    QVERIFY(diff.error().why.contains(u'9'));
}

/// The push of one that was undone may have been stopped before.
void TstRevisions::whatWasUndone()
{
    std::vector<Revision> revisions = chain();
    const auto third = std::find_if(revisions.begin(), revisions.end(),
                                    [](const Revision &each) { return each.number == 3; });
    third->outcome = PushRecord::End::Undone;
    const Result<RevisionDiff> diff = diffRevisions(revisions, 2, 4);
    QVERIFY_RESULT(diff);
    QCOMPARE(diff->unfinished, std::vector<int>{3});
}

void TstRevisions::whatIsNotKept()
{
    std::vector<Revision> revisions = chain();
    std::erase_if(revisions, [](const Revision &each) { return each.number == 3; });
    const Result<RevisionDiff> diff = diffRevisions(revisions, 2, 4);
    QVERIFY_RESULT(diff);
    QCOMPARE(diff->missing, std::vector<int>{3});
}

void TstRevisions::whatWasPushedSince()
{
    std::vector<Revision> revisions = chain();
    QVERIFY(!pushedSince(revisions, 4));
    QVERIFY(!pushedSince({}, 0));
    const std::optional<RevisionDiff> last = pushedSince(revisions, 2);
    QVERIFY(last);
    QVERIFY_RESULT(diffRevisions(revisions, 2, 4));
    QCOMPARE(last->text, diffRevisions(revisions, 2, 4)->text);
    QCOMPARE(last->objects.size(), 1U);
    QCOMPARE(last->unfinished, diffRevisions(revisions, 2, 4)->unfinished);
    // Of the first one all of the text is new; of one that is not kept nothing can be compared.
    const std::optional<RevisionDiff> all = pushedSince(revisions, 0);
    QVERIFY(all && all->text.contains("\n+value: ") && !all->text.contains("\n-value: "));
    std::erase_if(revisions, [](const Revision &each) { return each.number <= 2; });
    const std::optional<RevisionDiff> part = pushedSince(revisions, 1);
    QVERIFY(part && part->text.isEmpty());
    QCOMPARE(part->missing, std::vector<int>{2});
}

QTEST_APPLESS_MAIN(TstRevisions)
#include "tst_revisions.moc"
