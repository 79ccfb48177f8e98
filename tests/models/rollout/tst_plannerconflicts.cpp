// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plans in clusters where others are at work, or where something is missing.
#include "planworld.h"

using namespace spillway;

namespace {

using Severity = PlanFinding::Severity;

const QByteArray policy = webWith({});
const QString web = u"horizontalpodautoscalers.autoscaling shop/demo.web"_s;

QJsonObject targetOf(const QString &name)
{
    return {{u"apiVersion"_s, u"apps/v1"_s}, {u"kind"_s, u"Deployment"_s}, {u"name"_s, name}};
}

QJsonObject foreignHpa(const QString &name, int max, const QString &target = u"web"_s)
{
    return PlanWorld::object(
        u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, name,
        {{u"minReplicas"_s, 2}, {u"maxReplicas"_s, max}, {u"scaleTargetRef"_s, targetOf(target)}});
}

QJsonObject labelled(QJsonObject object, const QJsonObject &labels)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert(u"labels"_s, labels);
    object.insert(u"metadata"_s, meta);
    return object;
}

QJsonObject ourLabels()
{
    return {{u"app.kubernetes.io/managed-by"_s, u"spillway"_s},
            {u"spillway.dev/policy"_s, u"demo"_s}};
}

} // namespace

#define VERIFY_EMPTY(plan)                                                                         \
    do {                                                                                           \
        QVERIFY_RESULT(plan);                                                                      \
        QVERIFY2((plan)->isEmpty(), qPrintable(stepTexts(*(plan)).join(u'\n')));                   \
    } while (false)

class TstPlannerConflicts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForeignOwnerBlocks()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.create(foreignHpa(u"demo.web"_s, 7), u"helm"_s));
        const Result<Plan> plan = world.plan(policy);
        QVERIFY_RESULT(plan);
        QCOMPARE(stepTexts(*plan), QStringList{u"update "_s + web});
        QVERIFY(plan->isBlocked());
        const PlanStep &step = plan->steps.front();
        QVERIFY(step.refused);
        QCOMPARE(errorCodeName(step.refused->code), errorCodeName(ErrorCode::Conflict));
        QVERIFY(step.refused->position && step.refused->position->line > 0);
        QVERIFY(!step.before.isEmpty()); // it was there: not undone by deleting
        QVERIFY(!step.force);
        const PlanFinding *const finding = findingOf(plan->findings, "foreign-owner"_L1);
        QVERIFY(finding != nullptr);
        QVERIFY(finding->severity == Severity::Error);
        QCOMPARE(finding->object, web);
        QVERIFY2(finding->text.contains("helm"_L1) && finding->text.contains("maxReplicas"_L1) &&
                     finding->text.contains("upgrade"_L1),
                 qPrintable(finding->text));
        QVERIFY(findingOf(plan->findings, "shared-owner"_L1) != nullptr); // minReplicas
    }

    void takingOver()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.create(foreignHpa(u"demo.web"_s, 7), u"helm"_s));
        PlanInput input = PlanWorld::input(policy);
        input.takeOver = {web};
        Result<Plan> plan = PlanWorld::planWith(*world.admin, input);
        QVERIFY_RESULT(plan);
        QVERIFY2(!plan->isBlocked(), qPrintable(findingsText(plan->findings)));
        PlanStep &step = plan->steps.front();
        QVERIFY(step.force);
        QCOMPARE(step.hash, stepHash(step));
        QCOMPARE(step.before["spec"_L1]["maxReplicas"_L1].toInt(), 7); // to put back
        const PlanFinding *const finding = findingOf(plan->findings, "foreign-owner"_L1);
        QVERIFY(finding != nullptr && finding->severity == Severity::Warning);
        QCOMPARE(world.push(*plan), QString{});
        VERIFY_EMPTY(world.plan(policy));
        // What was taken is put back by the undo.
        step.body = contract::bytesOf(step.before);
        step.force = false;
        QCOMPARE(world.push(*plan), QString{});
        QCOMPARE(world.live(world.hpa(u"demo.web"_s))["spec"_L1]["maxReplicas"_L1].toInt(), 7);
    }

    void aHandTakesABoundFromTheSchedule()
    {
        const PlanWorld world;
        const QByteArray scheduled =
            webWith("      windows:\n        - {name: office, days: "
                    "[Mon-Fri], from: \"09:00\", to: \"18:00\", min: 4}\n");
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(scheduled);
        QVERIFY_RESULT(first);
        QCOMPARE(world.push(*first), QString{});
        QVERIFY(world.server->client(u"kubectl-edit"_s)
                    .mergePatch(world.hpa(u"demo.web"_s),
                                {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, 50}}}})
                    .ok());
        PlanInput input = PlanWorld::input(scheduled);
        const Result<Plan> blocked = PlanWorld::planWith(*world.admin, input);
        QVERIFY_RESULT(blocked);
        QVERIFY(blocked->isBlocked());
        QCOMPARE(stepTexts(*blocked), QStringList{u"attach "_s + web});
        const PlanFinding *const finding = findingOf(blocked->findings, "foreign-owner"_L1);
        QVERIFY(finding != nullptr && finding->text.contains("by hand"_L1));
        input.takeOver = {web};
        const Result<Plan> taken = PlanWorld::planWith(*world.admin, input);
        QVERIFY_RESULT(taken);
        QVERIFY2(!taken->isBlocked(), qPrintable(findingsText(taken->findings)));
        QCOMPARE(world.push(*taken), QString{});
        QCOMPARE(world.live(world.hpa(u"demo.web"_s))["spec"_L1]["maxReplicas"_L1].toInt(), 10);
        VERIFY_EMPTY(world.plan(scheduled));
    }

    void onlyOursIsPruned()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const QByteArray two = policy + "    - name: api\n      target: {name: api}\n"
                                        "      engine: hpa\n      replicas: {min: 1, max: 3}\n"
                                        "      metrics: [{cpu: {averageUtilization: 60}}]\n";
        const Result<Plan> first = world.plan(two);
        QVERIFY_RESULT(first);
        QCOMPARE(world.push(*first), QString{});
        const QJsonObject copy = PlanWorld::object(u"v1"_s, u"ConfigMap"_s, u"copied"_s);
        QVERIFY(world.create(labelled(copy, ourLabels()), u"argocd-controller"_s));
        QJsonObject keda = labelled(foreignHpa(u"keda-hpa-x"_s, 3, u"x"_s), ourLabels());
        QJsonObject meta = keda.value("metadata"_L1).toObject();
        meta.insert(u"ownerReferences"_s,
                    QJsonArray{QJsonObject{{u"apiVersion"_s, u"keda.sh/v1alpha1"_s},
                                           {u"kind"_s, u"ScaledObject"_s},
                                           {u"name"_s, u"x"_s},
                                           {u"uid"_s, u"1"_s},
                                           {u"controller"_s, true}}});
        keda.insert(u"metadata"_s, meta);
        QVERIFY(world.create(keda, u"keda"_s));
        const Result<Plan> plan = world.plan(policy);
        QVERIFY_RESULT(plan);
        QCOMPARE(stepTexts(*plan),
                 QStringList{u"delete horizontalpodautoscalers.autoscaling shop/demo.api"_s});
        const PlanFinding *const stray = findingOf(plan->findings, "stray-object"_L1);
        QVERIFY(stray != nullptr);
        QCOMPARE(stray->object, u"configmaps shop/copied"_s);
        QCOMPARE(world.push(*plan), QString{});
        VERIFY_EMPTY(world.plan(policy));
    }

    void missingKinds()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        QByteArray keda = policy;
        keda.replace("engine: hpa", "engine: keda");
        const Result<Plan> plan =
            world.plan(keda + "  alerts:\n    - {name: Slow, expr: 'x > 1'}\n");
        QVERIFY_RESULT(plan);
        QVERIFY(plan->isEmpty() && plan->isBlocked());
        QVERIFY(plan->findings.front().id == "missing-kind"_L1 &&
                plan->findings.front().severity == Severity::Error);
        QCOMPARE(plan->findings.front().component, u"web"_s);
        QVERIFY(plan->findings.front().position.line > 0);
    }

    void noRights()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const auto oncall = world.session(u"oncall"_s);
        const Result<Plan> plan = PlanWorld::planWith(*oncall, PlanWorld::input(policy));
        QVERIFY_ERROR(plan, ErrorCode::Forbidden);
        QVERIFY(plan.error().advice.contains("configmaps"_L1));
        QVERIFY(plan.error().advice.contains("kind: Role"_L1));
    }

    void onlyReading()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.allow({PlanWorld::rule({u"*"_s}, {u"*"_s}, {u"get"_s, u"list"_s})}));
        const auto oncall = world.session(u"oncall"_s);
        const Result<Plan> plan = PlanWorld::planWith(*oncall, PlanWorld::input(policy));
        QVERIFY_RESULT(plan);
        QVERIFY(plan->isBlocked());
        QCOMPARE(plan->target.user, u"oncall"_s);
        QVERIFY(plan->steps.front().refused);
        const PlanFinding *const finding = findingOf(plan->findings, "missing-permission"_L1);
        QVERIFY(finding != nullptr);
        QVERIFY(finding->severity == Severity::Error);
        QVERIFY2(finding->advice.contains("kind: Role"_L1), qPrintable(finding->advice));
    }

    void namespaces()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        QByteArray elsewhere = policy;
        elsewhere.replace("namespace: shop", "namespace: nowhere");
        const Result<Plan> missing = world.plan(elsewhere);
        QVERIFY_RESULT(missing);
        QVERIFY(missing->isBlocked());
        QVERIFY(findingOf(missing->findings, "namespace-missing"_L1) != nullptr);
        QVERIFY(
            world.server->client(u"test"_s).remove({{}, u"namespaces"_s, {}, u"shop"_s, {}}).ok());
        const Result<Plan> ending = world.plan(policy);
        QVERIFY_RESULT(ending);
        QVERIFY(ending->isBlocked());
        QVERIFY2(findingOf(ending->findings, "namespace-terminating"_L1) != nullptr,
                 qPrintable(findingsText(ending->findings)));
        QVERIFY(ending->steps.front().refused);
    }

    void changedMeanwhile()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const Result<Plan> first = world.plan(policy);
        QVERIFY_RESULT(first);
        QCOMPARE(world.push(*first), QString{});
        QByteArray other = policy;
        other.replace("max: 10}", "max: 12}");
        const Result<Plan> plan = world.plan(other);
        QVERIFY_RESULT(plan);
        const demo::ClusterClient kubectl = world.server->client(u"kubectl"_s);
        QVERIFY(kubectl
                    .mergePatch(world.hpa(u"demo.web"_s),
                                {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, 9}}}})
                    .ok());
        QVERIFY(world.push(*plan).contains("kubectl"_L1)); // nothing of his is lost
        QVERIFY(kubectl.remove(world.hpa(u"demo.web"_s)).ok());
        QVERIFY(!world.push(*plan).isEmpty()); // and it is not made anew
        QCOMPARE(world.live(world.hpa(u"demo.web"_s))["code"_L1].toInt(), 404);
    }

    void aServerThatFails()
    {
        const PlanWorld world;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3));
        const auto fault = demo::Fault::parse(u"status 500 verb=list path=/apis/autoscaling/*"_s);
        QVERIFY_RESULT(fault);
        world.server->faults().add(*fault);
        QVERIFY_ERROR(world.plan(policy), ErrorCode::ServerError);
        world.server->faults().clear();
        const auto advice = demo::Fault::parse(u"status 500 path=/apis/policy/*"_s);
        QVERIFY_RESULT(advice);
        world.server->faults().add(*advice);
        const Result<Plan> plan = world.plan(policy);
        QVERIFY_RESULT(plan);
        const PlanFinding *const unchecked = findingOf(plan->findings, "unchecked"_L1);
        QVERIFY(unchecked != nullptr && unchecked->text.contains("disruption budgets"_L1));
        QVERIFY(!plan->isBlocked());
    }
};

QTEST_GUILESS_MAIN(TstPlannerConflicts)
#include "tst_plannerconflicts.moc"
