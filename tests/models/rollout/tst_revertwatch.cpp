// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/rolloutworld.h"
#include "rollout/revertwatch.h"
#include "support/manualclock.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

/// "a" pushed max 20 instead of 10 at 10:00:00.
WatchedObject watched()
{
    return {.object = {kube::bestResource(kube::Kind::HorizontalPodAutoscaler), u"shop"_s, u"a"_s},
            .manager = u"spillway"_s,
            .pushed = json(R"({"metadata":{"uid":"u1","managedFields":[
                {"manager":"spillway","operation":"Apply","time":"2026-03-09T10:00:00Z",
                 "fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:metrics":{}}}}]},
                "spec":{"maxReplicas":20,"metrics":[1]}})"),
            .before = {{u".spec.maxReplicas"_s, 10}}};
}

constexpr EpochMs pushedAt = 1'773'050'400'500; // 10:00:00.5

} // namespace

class TstRevertWatch final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comparisons_data();
    void comparisons();
    void sentences_data();
    void sentences();
    void seesWhatIsPutBack();
    void endsByItself();
    void goesOnAfterTrouble();
    void neverTakesBlindnessForPeace();
    void looksOnceMoreAtTheEnd();
    void canBeStopped();
    void canBeDeletedInItsSignals();
};

void TstRevertWatch::comparisons_data()
{
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<QString>("said"); // empty: nothing
    const auto row = [](const char *name, const QByteArray &live, const char *said) {
        QTest::newRow(name) << live << QString::fromLatin1(said);
    };
    const QByteArray ours = R"({"manager":"spillway","operation":"Apply",
        "time":"2026-03-09T10:00:00Z","fieldsV1":{"f:spec":{"f:metrics":{}}}})";
    const auto hpa = [](const QByteArray &entries, int max) {
        return QByteArray{R"({"metadata":{"uid":"u1","managedFields":[)" + entries +
                          R"(]},"spec":{"maxReplicas":)" + QByteArray::number(max) +
                          R"(,"metrics":[1]}})"};
    };
    const auto by = [](const char *manager, const char *operation, const char *time) {
        return QByteArray{R"({"manager":")" + QByteArray{manager} + R"(","operation":")" +
                          operation + R"(","time":"2026-03-09T)" + time +
                          R"(Z","fieldsV1":{"f:spec":{"f:maxReplicas":{}}}})"};
    };
    row("as pushed", QJsonDocument(watched().pushed).toJson(), "");
    row("put back", hpa(ours + "," + by("flux", "Apply", "10:00:40"), 10),
        "spec.maxReplicas of horizontalpodautoscalers.autoscaling shop/a was put back to 10 by "
        "flux 40s after the push");
    row("changed", hpa(ours + "," + by("kubectl", "Update", "10:01:00"), 7),
        "spec.maxReplicas of horizontalpodautoscalers.autoscaling shop/a was set to 7 by kubectl "
        "1m after the push");
    row("taken by nobody", hpa(ours, 10),
        "spec.maxReplicas of horizontalpodautoscalers.autoscaling shop/a was put back to 10 by "
        "somebody 2m after the push");
    row("the same value by somebody else", hpa(ours + "," + by("flux", "Apply", "10:00:40"), 20),
        "");
    row("gone", "{}",
        "horizontalpodautoscalers.autoscaling shop/a was deleted or made anew 2m after the push");
    row("made anew", R"({"metadata":{"uid":"u2"},"spec":{"maxReplicas":20}})",
        "horizontalpodautoscalers.autoscaling shop/a was deleted or made anew 2m after the push");
    row("a later push of ours",
        hpa(R"({"manager":"spillway","operation":"Apply","time":"2026-03-09T10:01:00Z",
                "fieldsV1":{"f:spec":{"f:metrics":{}}}})",
            10),
        "");
    row("owners wiped", R"({"metadata":{"uid":"u1"},"spec":{"maxReplicas":20,"metrics":[1]}})", "");
}

void TstRevertWatch::comparisons()
{
    QFETCH(QByteArray, live);
    const EpochMs now = pushedAt + std::chrono::milliseconds{2min}.count();
    const std::vector<Reversion> found =
        reversionsOf(watched(), QJsonDocument::fromJson(live).object(), pushedAt, now);
    QTEST(found.empty() ? QString{} : found.front().toString(), "said");
    QVERIFY(found.size() <= 1U);
}

void TstRevertWatch::sentences_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("putBack");
    QTest::addColumn<QString>("said");
    QTest::newRow("number") << QJsonValue{5} << true << u"put back to 5"_s;
    QTest::newRow("text") << QJsonValue{u"x"_s} << false << u"set to x"_s;
    QTest::newRow("list") << QJsonValue{QJsonArray{1, u"a"_s}} << false << u"set to [1,\"a\"]"_s;
    QTest::newRow("nothing") << QJsonValue{QJsonValue::Undefined} << true << u"taken away"_s;
}

void TstRevertWatch::sentences()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, putBack);
    QFETCH(QString, said);
    Reversion one{.object = watched().object, .field = u".spec.x"_s, .putBack = putBack};
    one.value = value;
    QVERIFY2(one.toString().contains(said), qPrintable(one.toString()));
}

void TstRevertWatch::seesWhatIsPutBack()
{
    RolloutWorld world;
    QVERIFY(world.works());
    const auto console = Console::open(world.kubeconfig());
    const QString ns = world.newNamespace();
    QVERIFY(world.settle(ns));
    const Plan plan = world.plan(*console, ns);
    QTemporaryDir folder;
    const auto push = console->push(
        plan, {.reason = {}, .author = u"me"_s, .journalFolder = folder.filePath(u"j"_s)});
    QVERIFY_RESULT(push->result());
    const std::vector<WatchedObject> objects = watchedObjects(plan, push->steps());
    QCOMPARE(objects.size(), 6U); // "rag" by both managers; what was deleted is not watched

    ManualClock clock;
    RevertWatch watch(console->client(), objects, clock);
    watch.setInterval(1ms);
    QSignalSpy looked(&watch, &RevertWatch::looked);
    QSignalSpy reverted(&watch, &RevertWatch::reverted);
    QTRY_VERIFY_WITH_TIMEOUT(looked.count() >= 2, 60'000);
    QCOMPARE(reverted.count(), 0);

    QVERIFY(world
                .patch(refTo(kube::Kind::ConfigMap, ns, u"settings"_s),
                       json(R"({"data":{"value":"old"}})"), u"flux"_s)
                .ok());
    QVERIFY(world.remove(refTo(kube::Kind::ConfigMap, ns, u"timeline"_s)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(reverted.count() >= 2, 60'000);
    const qsizetype seen = looked.count();
    QTRY_VERIFY_WITH_TIMEOUT(looked.count() >= seen + 2, 60'000);
    QCOMPARE(reverted.count(), 2); // each once
    const Reversion *back = nullptr;
    for (const Reversion &each : watch.reversions()) {
        back = each.field.isEmpty() ? back : &each;
    }
    QVERIFY(back != nullptr);
    QCOMPARE(back->field, u".data.value"_s);
    QCOMPARE(back->manager, u"flux"_s);
    QVERIFY(back->putBack && !back->applied && back->at);
    clock.advance(11min);
    QSignalSpy finished(&watch, &RevertWatch::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
}

void TstRevertWatch::endsByItself()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    ManualClock clock;
    RevertWatch watch(console->client(), {}, clock);
    QCOMPARE(watch.endsAt(), clock.now() + 600'000);
    watch.setInterval(1ms);
    QSignalSpy looked(&watch, &RevertWatch::looked);
    QSignalSpy finished(&watch, &RevertWatch::finished);
    clock.advance(10min - 1ms);
    QTRY_VERIFY_WITH_TIMEOUT(looked.count() >= 1, 60'000);
    QVERIFY(watch.isActive());
    QCOMPARE(finished.count(), 0);
    clock.advance(1ms);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY(!watch.isActive());
}

void TstRevertWatch::goesOnAfterTrouble()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    const QString ns = world.newNamespace();
    QVERIFY(world.settle(ns));
    const kube::ObjectRef settings = refTo(kube::Kind::ConfigMap, ns, u"settings"_s);
    ManualClock clock;
    RevertWatch watch(
        console->client(),
        {{.object = settings, .manager = u"spillway"_s, .pushed = world.object(settings)}}, clock);
    watch.setInterval(1ms);
    QSignalSpy looked(&watch, &RevertWatch::looked);
    world.fault(u"status 403 verb=get"_s);
    QTRY_VERIFY_WITH_TIMEOUT(watch.trouble().has_value(), 60'000);
    QVERIFY(watch.reversions().empty());
    world.clearFaults();
    QTRY_VERIFY_WITH_TIMEOUT(!watch.trouble().has_value(), 60'000);
    QVERIFY(watch.isActive());
}

/// One of two objects may not be read: what it has become is not known, however long one looks.
void TstRevertWatch::neverTakesBlindnessForPeace()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    const QString ns = world.newNamespace();
    QVERIFY(world.settle(ns));
    std::vector<WatchedObject> objects;
    for (const QString &name : {u"settings"_s, u"leftover"_s}) {
        const kube::ObjectRef ref = refTo(kube::Kind::ConfigMap, ns, name);
        objects.push_back({.object = ref, .manager = u"spillway"_s, .pushed = world.object(ref)});
    }
    ManualClock clock;
    RevertWatch watch(console->client(), objects, clock);
    watch.setInterval(1ms);
    QSignalSpy looked(&watch, &RevertWatch::looked);
    QSignalSpy finished(&watch, &RevertWatch::finished);
    QTRY_VERIFY_WITH_TIMEOUT(watch.seenAt() == clock.now(), 60'000);
    QVERIFY2(watch.toString().contains(u"another 10 min"), qPrintable(watch.toString()));

    world.fault(u"status 403 verb=get path=*/settings"_s);
    clock.advance(2min);
    QTRY_VERIFY_WITH_TIMEOUT(watch.trouble().has_value(), 60'000);
    QVERIFY2(watch.toString().contains(u"cannot be seen now"), qPrintable(watch.toString()));
    clock.advance(8min);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY(watch.reversions().empty());
    const QString said = watch.toString();
    QVERIFY2(said.contains(u"not known whether it stayed") && said.contains(u"settings"),
             qPrintable(said));
    QVERIFY2(!said.contains(u"has stayed"), qPrintable(said));
}

void TstRevertWatch::looksOnceMoreAtTheEnd()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    const SystemClock clock;
    RevertWatch watch(console->client(), {}, clock, 1ms); // its pauses are longer
    QSignalSpy looked(&watch, &RevertWatch::looked);
    QSignalSpy finished(&watch, &RevertWatch::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY(looked.count() >= 1 && watch.seenAt());
    QVERIFY2(watch.toString().startsWith(u"It has stayed for"), qPrintable(watch.toString()));
}

void TstRevertWatch::canBeStopped()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    ManualClock clock;
    RevertWatch watch(console->client(), {watched()}, clock);
    watch.setInterval(1ms);
    watch.stop();
    QVERIFY(!watch.isActive());
    QCOMPARE(watch.toString(), u"It has not been seen since the push."_s);
}

void TstRevertWatch::canBeDeletedInItsSignals()
{
    RolloutWorld world;
    const auto console = Console::open(world.kubeconfig());
    ManualClock clock;
    auto watch = std::make_unique<RevertWatch>(
        console->client(), std::vector<WatchedObject>{watched(), watched()}, clock);
    watch->setInterval(1ms);
    connect(watch.get(), &RevertWatch::reverted, this, [&watch] { watch.reset(); });
    QTRY_VERIFY_WITH_TIMEOUT(!watch, 60'000);
}

QTEST_GUILESS_MAIN(TstRevertWatch)
#include "tst_revertwatch.moc"
