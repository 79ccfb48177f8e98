// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plans of the same policy over its life in a cluster: made, repeated, changed, taken away.
#include "planworld.h"
#include "policy/compiler.h"

using namespace spillway;

namespace {

const QByteArray windows = "      windows:\n"
                           "        - {name: office, days: [Mon-Fri], from: \"09:00\", "
                           "to: \"18:00\", min: 4, max: 20}\n";

/// Everything that is written without custom resources.
const QByteArray scheduled = webWith(windows);
const QByteArray unscheduled = webWith({});

const QString web = u"horizontalpodautoscalers.autoscaling shop/demo.web"_s;
const QString schedule = u"spillway-schedule-demo"_s;

QStringList firstSteps()
{
    return {u"create "_s + web,
            u"attach "_s + web,
            u"update "_s + web,
            u"create serviceaccounts shop/"_s + schedule,
            u"create roles.rbac.authorization.k8s.io shop/"_s + schedule,
            u"create rolebindings.rbac.authorization.k8s.io shop/"_s + schedule,
            u"create configmaps shop/"_s + schedule,
            u"create cronjobs.batch shop/"_s + schedule};
}

QJsonObject boundsOf(const QJsonObject &hpa)
{
    const QJsonObject spec = hpa.value("spec"_L1).toObject();
    return {{u"min"_s, spec.value("minReplicas"_L1)}, {u"max"_s, spec.value("maxReplicas"_L1)}};
}

QJsonObject bounds(int min, int max)
{
    return {{u"min"_s, min}, {u"max"_s, max}};
}

} // namespace

#define VERIFY_PLAN(plan) QVERIFY_RESULT(plan)
#define VERIFY_PUSHED(world, plan)                                                                 \
    do {                                                                                           \
        const QString spillwayStopped = (world).push(plan);                                        \
        QVERIFY2(spillwayStopped.isEmpty(), qPrintable(spillwayStopped));                          \
    } while (false)

class TstPlanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstPlanCreates()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> plan = world.plan(scheduled);
        VERIFY_PLAN(plan);
        QCOMPARE(stepTexts(*plan), firstSteps());
        QVERIFY2(!plan->isBlocked(), qPrintable(findingsText(plan->findings)));
        QCOMPARE(plan->liveRevision, 0);
        QCOMPARE(plan->policy, u"demo"_s);
        QCOMPARE(plan->policyText, scheduled);
        QVERIFY(plan->target.server.startsWith("https://"_L1));
        QCOMPARE(plan->target.nameSpace, u"shop"_s);
        QVERIFY(!plan->target.user.isEmpty() && !plan->target.context.isEmpty());
        QCOMPARE(plan->hash, planHash(*plan));
        for (const PlanStep &step : plan->steps) {
            QCOMPARE(step.hash, stepHash(step));
            QVERIFY(step.uid.isEmpty()); // nothing is there
            QVERIFY(!step.changes.empty());
        }
        const PlanStep &first = plan->steps.front();
        QCOMPARE(first.component, u"web"_s);
        QVERIFY(first.before.isEmpty()); // undone by deleting
        const auto max =
            std::find_if(first.changes.begin(), first.changes.end(), [](const FieldChange &change) {
                return change.path == u".spec.maxReplicas";
            });
        QVERIFY(max != first.changes.end());
        QCOMPARE(max->after.toInt(), 10);
        QCOMPARE(max->source, u"spec.components[0].replicas.max"_s);
        QVERIFY(max->before.isUndefined());
    }

    void whatWasPushedIsUnchanged()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(scheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        constexpr EpochMs hour = 3600 * 1000;
        for (const EpochMs later : {0 * hour, 31 * hour, 24 * 90 * hour}) {
            const Result<Plan> again = world.plan(scheduled, sampleNow + later);
            VERIFY_PLAN(again);
            QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
            QCOMPARE(again->unchanged.size(), 6);
            QVERIFY2(!again->isBlocked(), qPrintable(findingsText(again->findings)));
        }
    }

    void theScheduleMovesBoundsAndNothingChanges()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(scheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        QVERIFY(world.server->client(u"spillway-schedule"_s)
                    .apply(PlanWorld::object(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s,
                                             u"demo.web"_s,
                                             {{u"minReplicas"_s, 4}, {u"maxReplicas"_s, 20}}))
                    .ok());
        QCOMPARE(boundsOf(world.live(world.hpa(u"demo.web"_s))), bounds(4, 20));
        const Result<Plan> again = world.plan(scheduled);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void aNewTimelineHoldsAtOnce()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(scheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        QByteArray wider = scheduled;
        wider.replace("replicas: {min: 2, max: 10}", "replicas: {min: 3, max: 12}");
        const Result<Plan> changed = world.plan(wider);
        VERIFY_PLAN(changed);
        QCOMPARE(stepTexts(*changed),
                 (QStringList{u"update configmaps shop/"_s + schedule, u"update "_s + web}));
        QCOMPARE(changed->steps.back().manager, u"spillway-schedule"_s);
        VERIFY_PUSHED(world, *changed);
        QCOMPARE(boundsOf(world.live(world.hpa(u"demo.web"_s))), bounds(3, 12));
        const Result<Plan> again = world.plan(wider);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void aScheduleIsAttachedLater()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(unscheduled);
        VERIFY_PLAN(first);
        QCOMPARE(stepTexts(*first), QStringList{u"create "_s + web});
        VERIFY_PUSHED(world, *first);
        const Result<Plan> attached = world.plan(scheduled);
        VERIFY_PLAN(attached);
        QCOMPARE(stepTexts(*attached).first(2),
                 (QStringList{u"attach "_s + web, u"update "_s + web}));
        const PlanStep &attach = attached->steps.front();
        QVERIFY(attach.body.contains(attach.uid.toUtf8()));
        QCOMPARE(attach.changes.front().owners, QStringList{u"spillway"_s});
        VERIFY_PUSHED(world, *attached);
        const Result<Plan> again = world.plan(scheduled);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void aScheduleIsTakenAway()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(scheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        QByteArray other = unscheduled;
        other.replace("replicas: {min: 2, max: 10}", "replicas: {min: 3, max: 12}");
        const Result<Plan> plan = world.plan(other);
        VERIFY_PLAN(plan);
        QCOMPARE(stepTexts(*plan),
                 (QStringList{u"delete cronjobs.batch shop/"_s + schedule, u"update "_s + web,
                              u"detach "_s + web, u"update "_s + web,
                              u"delete configmaps shop/"_s + schedule,
                              u"delete rolebindings.rbac.authorization.k8s.io shop/"_s + schedule,
                              u"delete roles.rbac.authorization.k8s.io shop/"_s + schedule,
                              u"delete serviceaccounts shop/"_s + schedule}));
        const PlanStep &last = plan->steps.back();
        QVERIFY(!last.uid.isEmpty());
        QCOMPARE(last.before.value("kind"_L1).toString(), u"ServiceAccount"_s);
        VERIFY_PUSHED(world, *plan);
        QCOMPARE(boundsOf(world.live(world.hpa(u"demo.web"_s))), bounds(3, 12));
        const Result<Plan> again = world.plan(other);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void undoingAChange()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(unscheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        QByteArray other = unscheduled;
        other.replace("max: 10}", "max: 12}");
        Result<Plan> change = world.plan(other);
        VERIFY_PLAN(change);
        QCOMPARE(stepTexts(*change), QStringList{u"update "_s + web});
        QCOMPARE(change->steps.front().changes.size(), 1);
        VERIFY_PUSHED(world, *change);
        PlanStep undo = change->steps.front();
        undo.body = contract::bytesOf(undo.before);
        change->steps = {undo};
        VERIFY_PUSHED(world, *change);
        const Result<Plan> again = world.plan(unscheduled);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void theRevisionsAreCounted()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const PlanInput input = PlanWorld::input(unscheduled);
        for (const int number : {1, 2, 11}) {
            const auto revision = revisionManifest(
                input.reading.policy,
                {number, unscheduled, u"me"_s, u"why"_s, u"2026-11-01T00:00:00Z"_s, {}});
            QVERIFY_RESULT(revision);
            QVERIFY(world.create(revision->object));
        }
        const Result<Plan> plan = world.plan(unscheduled);
        VERIFY_PLAN(plan);
        QCOMPARE(plan->liveRevision, 11);
        QCOMPARE(stepTexts(*plan), QStringList{u"create "_s + web}); // revisions are not leftovers
    }

    void engineChanges()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.install(kube::Kind::ScaledObject));
        const Result<Plan> first = world.plan(unscheduled);
        VERIFY_PLAN(first);
        VERIFY_PUSHED(world, *first);
        QByteArray keda = unscheduled;
        keda.replace("engine: hpa", "engine: keda");
        const Result<Plan> plan = world.plan(keda);
        VERIFY_PLAN(plan);
        QCOMPARE(stepTexts(*plan), (QStringList{u"delete "_s + web,
                                                u"create scaledobjects.keda.sh shop/demo.web"_s}));
        QVERIFY(findingOf(plan->findings, "not-previewed"_L1) != nullptr);
        QVERIFY2(!plan->isBlocked(), qPrintable(findingsText(plan->findings)));
        VERIFY_PUSHED(world, *plan);
        const Result<Plan> again = world.plan(keda);
        VERIFY_PLAN(again);
        QVERIFY2(again->isEmpty(), qPrintable(stepTexts(*again).join(u'\n')));
    }

    void aVersionThatIsNotKnownIsTold()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        demo::Fault fault;
        fault.kind = demo::Fault::Kind::Status;
        fault.status = 403;
        fault.path = u"/version"_s;
        world.server->faults().add(fault);
        const Result<Plan> plan = world.plan(unscheduled);
        VERIFY_PLAN(plan);
        const PlanFinding *const told = findingOf(plan->findings, "unchecked"_L1);
        QVERIFY(told != nullptr);
        QVERIFY2(told->text.contains("version of Kubernetes"_L1), qPrintable(told->text));
    }

    void problemsOfThePolicy()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        const Result<Plan> plan = world.plan("kind: Nonsense\n");
        QVERIFY_ERROR(plan, ErrorCode::InvalidDocument);
    }

    void deletingCancels()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        auto *const planner =
            new Planner(world.admin->client(), PlanWorld::input(unscheduled), nullptr);
        QSignalSpy spy(planner, &Planner::finished);
        QObject::connect(planner, &Planner::progress, planner, [planner] { delete planner; });
        QSignalSpy gone(planner, &QObject::destroyed);
        QVERIFY(gone.wait(60'000));
        QCOMPARE(spy.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TstPlanner)
#include "tst_planner.moc"
