// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livepicture.h"
#include "rollout/draftsteps.h"
#include "rollout/ownentry.h"

using namespace spillway;
using kube::Kind;

namespace {

QStringList textsOf(const PlanDraft &draft)
{
    QStringList texts;
    for (const DraftStep &step : draft.steps) {
        texts.append(planActionName(step.step.action) + u' ' + step.step.object.name +
                     (step.preview ? QString{} : u" blind"_s));
    }
    return texts;
}

/// A manifest as if its manager had applied it; others may own more.
QJsonObject asApplied(QJsonObject object, const QByteArray &entries)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert(u"uid"_s, u"7-7"_s);
    meta.insert(u"resourceVersion"_s, u"5"_s);
    meta.insert(u"managedFields"_s, QJsonDocument::fromJson("[" + entries + "]").array());
    object.insert(u"metadata"_s, meta);
    return object;
}

const QByteArray scheduled =
    webWith("      windows:\n        - {name: office, days: [Mon-Fri], from: \"09:00\", to: "
            "\"18:00\", min: 4}\n");

} // namespace

class TstPlanDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The reader asks for what the compiler writes.
    void wantedIsWhatIsCompiled_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("every field") << bytesOf(policyData(u"full.yaml"_s));
        QTest::newRow("example") << bytesOf(policyData(u"example.yaml"_s));
        QTest::newRow("smallest") << webWith({});
    }
    void wantedIsWhatIsCompiled()
    {
        QFETCH(QByteArray, policy);
        const PolicyReading reading = parsePolicy(policy, u"x"_s);
        QVERIFY(reading.ok());
        CompileOptions options;
        options.now = sampleNow;
        QStringList compiled;
        for (const Manifest &one : compilePolicy(reading.policy, options).manifests) {
            compiled.append(one.object.value("apiVersion"_L1).toString() + u' ' + one.kind() +
                            u' ' + one.name());
        }
        QStringList wanted;
        for (const WantedObject &one : wantedObjects(reading.policy)) {
            wanted.append(one.apiVersion + u' ' + one.kind + u' ' + one.name);
        }
        QCOMPARE(wanted, compiled);
    }

    void bytesAreLockedToWhatWasSeen()
    {
        LivePicture picture(webWith({}));
        picture.live.objects = {LivePicture::object(
            Kind::HorizontalPodAutoscaler,
            R"({"metadata":{"name":"demo.web","uid":"7-7","resourceVersion":"5"},
                "spec":{"maxReplicas":3}})")};
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(draft);
        QCOMPARE(textsOf(*draft), QStringList{u"update demo.web"_s});
        const PlanStep &step = draft->steps.front().step;
        const QJsonObject body = QJsonDocument::fromJson(step.body).object();
        QCOMPARE(body["metadata"_L1]["uid"_L1].toString(), u"7-7"_s);
        QVERIFY(body["metadata"_L1]["resourceVersion"_L1].isUndefined()); // status moves it
        QCOMPARE(step.resourceVersion, u"5"_s);
        QCOMPARE(step.hash, stepHash(step));
        QCOMPARE(step.before.value("kind"_L1).toString(), u"HorizontalPodAutoscaler"_s);
        QVERIFY(!step.before.contains("spec"_L1)); // we owned nothing
    }

    /// KEDA takes a Deployment where nothing is said. Blind: admission refuses two.
    void anAutoscalerOfOthersIsReplacedIfTheUserSaysSo()
    {
        LivePicture picture(webWith({}));
        const QByteArray rival = R"({"metadata":{"name":"old","uid":"8-8","generation":3,
            "labels":{"from":"chart"},"managedFields":[{"manager":"helm"}]},
            "spec":{"scaleTargetRef":{"name":"web"},"maxReplicaCount":9},"status":{"x":1}})";
        picture.addAutoscaler(Kind::ScaledObject, rival);
        const QString name = picture.live.autoscalers.front().ref.toString();
        const Result<PlanDraft> left = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(left);
        QCOMPARE(textsOf(*left), QStringList{u"create demo.web"_s});
        picture.input.takeOver = {name, u"horizontalpodautoscalers.autoscaling shop/none"_s};
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(draft);
        QCOMPARE(textsOf(*draft), (QStringList{u"delete old blind"_s, u"create demo.web blind"_s}));
        const PlanStep &gone = draft->steps.front().step;
        QCOMPARE(gone.uid, u"8-8"_s);
        QCOMPARE(gone.before, QJsonDocument::fromJson(R"({"apiVersion":"keda.sh/v1alpha1",
            "kind":"ScaledObject","metadata":{"name":"old","labels":{"from":"chart"}},
            "spec":{"scaleTargetRef":{"name":"web"},"maxReplicaCount":9}})")
                                  .object());
        QCOMPARE(gone.changes.front().owners, QStringList{u"helm"_s}); // not ours
    }

    /// The same workload by an older version of its group.
    void anAutoscalerOfAnOlderVersionIsInTheWayToo()
    {
        LivePicture picture(webWith({}));
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler,
                              R"({"metadata":{"name":"old","uid":"8-8"},"spec":{"scaleTargetRef":
            {"apiVersion":"apps/v1beta2","kind":"Deployment","name":"web"},"maxReplicas":9}})");
        picture.input.takeOver = {picture.live.autoscalers.front().ref.toString()};
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(draft);
        QCOMPARE(textsOf(*draft), (QStringList{u"delete old blind"_s, u"create demo.web blind"_s}));
    }

    void attachments_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<QStringList>("steps");
        const auto row = [](const char *name, const QByteArray &policy, const QByteArray &entries,
                            const QStringList &steps) {
            QTest::newRow(name) << policy << entries << steps;
        };
        const QByteArray unscheduled = webWith({});
        const QByteArray byUs = R"({"manager":"spillway","operation":"Apply",
            "fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:minReplicas":{}}}})";
        const QByteArray bySchedule = R"({"manager":"spillway-schedule","operation":"Apply",
            "fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:minReplicas":{}}}})";
        const QByteArray half = R"({"manager":"spillway-schedule","operation":"Apply",
            "fieldsV1":{"f:spec":{"f:minReplicas":{}}}})";
        const QByteArray hand = R"({"manager":"kubectl-edit","operation":"Update",
            "fieldsV1":{"f:spec":{"f:maxReplicas":{}}}})";
        row("nothing scheduled", unscheduled, byUs, {u"update"_s});
        row("attach", scheduled, byUs, {u"update"_s, u"attach blind"_s, u"update blind"_s});
        // The last one is the schedule's: there is no timeline yet, so it is new.
        row("attached", scheduled, bySchedule, {u"update"_s, u"update"_s});
        row("shared: the console lets go", scheduled, byUs + "," + bySchedule,
            {u"update"_s, u"update"_s});
        row("half attached", scheduled, half + "," + byUs,
            {u"update"_s, u"attach blind"_s, u"update blind"_s});
        row("a hand took one", scheduled, half + "," + hand, {u"attach"_s, u"update"_s});
        row("detach", unscheduled, bySchedule, {u"update"_s, u"detach blind"_s, u"update blind"_s});
        row("detach what is half attached", unscheduled, half + "," + byUs,
            {u"update"_s, u"detach blind"_s, u"update blind"_s});
    }
    void attachments()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, entries);
        LivePicture picture(policy);
        picture.live.objects = {LivePicture::object(
            Kind::HorizontalPodAutoscaler,
            QJsonDocument(
                asApplied({{u"metadata"_s, QJsonObject{{u"name"_s, u"demo.web"_s}}},
                           {u"spec"_s, QJsonObject{{u"minReplicas"_s, 3}, {u"maxReplicas"_s, 9}}}},
                          entries))
                .toJson())};
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(draft);
        QStringList ofScaler;
        for (const QString &text : textsOf(*draft)) {
            if (text.contains(u" demo.web"_s) && !text.startsWith("create"_L1)) {
                ofScaler.append(QString(text).remove(u" demo.web"_s));
            }
        }
        QTEST(ofScaler, "steps");
    }

    void boundsAreNeverLeftAlone()
    {
        // What leaves the bounds out comes only after the schedule has them.
        LivePicture picture(scheduled);
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_RESULT(draft);
        bool attached = false;
        for (const DraftStep &one : draft->steps) {
            if (one.step.object.resource.kind != "HorizontalPodAutoscaler"_L1) {
                continue;
            }
            attached = attached || one.step.action == PlanStep::Action::Attach;
            const QJsonObject body = QJsonDocument::fromJson(one.step.body).object();
            QCOMPARE(boundsOf(body).has_value(),
                     !attached || one.step.action == PlanStep::Action::Attach);
        }
        QVERIFY(attached);
    }

    void aSuspendedJobIsNotDoneTheWorkOf()
    {
        const QByteArray bySchedule = R"({"manager":"spillway-schedule","operation":"Apply",
            "fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:minReplicas":{}}}})";
        LivePicture picture(scheduled);
        const LiveObject hpa = LivePicture::object(
            Kind::HorizontalPodAutoscaler,
            QJsonDocument(
                asApplied({{u"metadata"_s, QJsonObject{{u"name"_s, u"demo.web"_s}}},
                           {u"spec"_s, QJsonObject{{u"minReplicas"_s, 3}, {u"maxReplicas"_s, 9}}}},
                          bySchedule))
                .toJson());
        const auto movers = [&picture] {
            const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
            return draft ? std::count_if(draft->steps.begin(), draft->steps.end(),
                                         [](const DraftStep &one) {
                                             return one.step.manager == scheduleManager;
                                         })
                         : -1;
        };
        picture.live.objects = {hpa};
        QCOMPARE(movers(), 1);
        picture.live.objects = {
            hpa,
            LivePicture::object(Kind::CronJob, R"({"metadata":{"name":"spillway-schedule-demo"},
                                        "spec":{"suspend":true}})")};
        QCOMPARE(movers(), 0);
    }

    void aScheduleThatContradictsItself()
    {
        LivePicture picture(webWith("      events:\n        - {name: sale, start: "
                                    "2026-11-27T00:00, end: 2026-11-28T00:00, min: 30}\n"));
        const Result<PlanDraft> draft = draftPlan(picture.input, picture.live);
        QVERIFY_ERROR(draft, ErrorCode::InvalidDocument);
        QVERIFY(draft.error().position && draft.error().position->line > 0);
    }
};

QTEST_APPLESS_MAIN(TstPlanDraft)
#include "tst_plandraft.moc"
