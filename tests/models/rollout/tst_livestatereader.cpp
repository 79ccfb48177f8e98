// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planworld.h"
#include "policy/compiler.h"
#include "rollout/accesscheck.h"
#include "rollout/livestatereader.h"
#include "rollout/revisions.h"

using namespace spillway;

namespace {

const QByteArray windows = "      windows:\n        - {name: office, days: [Mon-Fri], from: "
                           "\"09:00\", to: \"18:00\", min: 4}\n";

Result<LiveState> read(contract::Session &asker, const QByteArray &policy)
{
    LiveStateReader reader(asker.client(), parsePolicy(policy, u"x"_s).policy);
    if (!contract::finished(reader)) {
        return Error{.what = u"reading did not end"_s};
    }
    return reader.takeResult();
}

QStringList namesOf(const std::vector<LiveObject> &objects)
{
    QStringList names;
    for (const LiveObject &one : objects) {
        names.append(one.ref.resource.kind + u' ' + one.ref.name);
    }
    names.sort();
    return names;
}

QList<UncheckedPart::Part> partsOf(const LiveState &state)
{
    QList<UncheckedPart::Part> parts;
    for (const UncheckedPart &one : state.unchecked) {
        parts.append(one.part);
    }
    return parts;
}

QJsonObject plain(const QString &apiVersion, const QString &kind, const QString &name,
                  const QJsonObject &labels = {})
{
    QJsonObject object = PlanWorld::object(apiVersion, kind, name);
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert(u"labels"_s, labels);
    object.insert(u"metadata"_s, meta);
    return object;
}

} // namespace

class TstLiveStateReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllOfIt()
    {
        const PlanWorld world;
        const QJsonObject ours{{u"app.kubernetes.io/managed-by"_s, u"spillway"_s},
                               {u"spillway.dev/policy"_s, u"demo"_s}};
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.create(plain(u"v1"_s, u"ConfigMap"_s, u"left"_s, ours)) &&
                world.create(plain(u"v1"_s, u"ConfigMap"_s, u"other"_s)) &&
                world.create(plain(u"v1"_s, u"ServiceAccount"_s, u"spillway-schedule-demo"_s)) &&
                world.create(PlanWorld::object(
                    u"policy/v1"_s, u"PodDisruptionBudget"_s, u"keep"_s,
                    {{u"minAvailable"_s, 1},
                     {u"selector"_s,
                      QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"web"_s}}}}}})) &&
                world.create(PlanWorld::object(u"v1"_s, u"ResourceQuota"_s, u"small"_s,
                                               {{u"hard"_s, QJsonObject{{u"pods"_s, u"9"_s}}}})));
        const Result<LiveState> state = read(*world.admin, webWith(windows));
        QVERIFY_RESULT(state);
        QVERIFY2(state->unchecked.empty(),
                 state->unchecked.empty() ? "" : qPrintable(state->unchecked[0].error.sentence()));
        QVERIFY(state->nameSpace == LiveState::Namespace::Active);
        QVERIFY(!state->identity.user.isEmpty());
        // With our labels, or of a name that the policy wants.
        QCOMPARE(namesOf(state->objects),
                 (QStringList{u"ConfigMap left"_s, u"ServiceAccount spillway-schedule-demo"_s}));
        QVERIFY(!state->objects.front().uid().isEmpty());
        QCOMPARE(state->objects.front().object.value("kind"_L1).toString(),
                 state->objects.front().ref.resource.kind);
        QCOMPARE(namesOf(state->disruptionBudgets), QStringList{u"PodDisruptionBudget keep"_s});
        QCOMPARE(namesOf(state->quotas), QStringList{u"ResourceQuota small"_s});
        QCOMPARE(state->targets.size(), std::size_t{1});
        QVERIFY(state->targets[0].checked && state->targets[0].object);
        QCOMPARE(state->targets[0].object->object["spec"_L1]["replicas"_L1].toInt(), 3);
        QCOMPARE(state->newestRevision, 0);
    }

    /// The hash of a plan must not hang on it.
    void answersInAnotherOrder()
    {
        const PlanWorld world;
        const QJsonObject ours{{u"app.kubernetes.io/managed-by"_s, u"spillway"_s},
                               {u"spillway.dev/policy"_s, u"demo"_s}};
        QVERIFY(world.works && world.create(plain(u"v1"_s, u"ServiceAccount"_s, u"one"_s, ours)) &&
                world.create(plain(u"rbac.authorization.k8s.io/v1"_s, u"Role"_s, u"two"_s, ours)));
        for (const QString &late : {u"roles"_s, u"serviceaccounts"_s}) {
            const auto fault = demo::Fault::parse(u"latency 300ms verb=list path=*/"_s + late);
            QVERIFY_RESULT(fault);
            world.server->faults().add(*fault);
            const Result<LiveState> state = read(*world.admin, webWith({}));
            QVERIFY_RESULT(state);
            QCOMPARE(state->objects.size(), std::size_t{2});
            QCOMPARE(state->objects[0].ref.name, u"one"_s);
            QCOMPARE(state->objects[1].ref.name, u"two"_s);
            world.server->faults().clear();
        }
    }

    void howTheNewestPushEnded()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        const auto revision = [](int number, const QString &outcome) {
            QJsonObject map =
                plain(u"v1"_s, u"ConfigMap"_s, u"spillway-revision-demo-%1"_s.arg(number),
                      {{u"app.kubernetes.io/managed-by"_s, u"spillway"_s},
                       {u"spillway.dev/policy"_s, u"demo"_s},
                       {u"spillway.dev/revision"_s, QString::number(number)}});
            QJsonObject meta = map.value("metadata"_L1).toObject();
            meta.insert(u"annotations"_s, QJsonObject{{outcomeAnnotation, outcome}});
            map.insert(u"metadata"_s, meta);
            return map;
        };
        QVERIFY(world.create(revision(9, u"complete"_s)) &&
                world.create(revision(10, u"stopped"_s)));
        Result<LiveState> state = read(*world.admin, webWith({}));
        QVERIFY_RESULT(state);
        QCOMPARE(state->newestRevision, 10);
        QCOMPARE(state->newestEnd, PushRecord::End::Stopped);
        QVERIFY(world.create(revision(11, u"?"_s)));
        state = read(*world.admin, webWith({}));
        QVERIFY_RESULT(state);
        QCOMPARE(state->newestRevision, 11);
        QCOMPARE(state->newestEnd, PushRecord::End::None);
        QVERIFY(!state->unfinished); // it holds no policy
    }

    void whoPushes()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        PushRecord push;
        push.id = u"12ab"_s;
        push.target.nameSpace = u"shop"_s;
        push.policy = u"demo"_s;
        push.policyText = webWith({});
        push.author = u"oncall"_s;
        push.reason = u"sale"_s;
        push.revision = 3;
        const auto body = revisionBody(push, 1'793'523'600'000);
        QVERIFY_RESULT(body);
        QVERIFY(world.create(QJsonDocument::fromJson(*body).object()));
        const Result<LiveState> state = read(*world.admin, webWith({}));
        QVERIFY_RESULT(state);
        QCOMPARE(state->newestRevision, 3);
        QVERIFY(state->unfinished);
        QCOMPARE(state->unfinished->author, u"oncall"_s);
        QCOMPARE(state->unfinished->reason, u"sale"_s);
        QCOMPARE(state->unfinished->time, 1'793'523'600'000);
    }

    void manyTargetsAreListed()
    {
        const PlanWorld world;
        QVERIFY(world.works);
        QByteArray policy = policyWith("  components:\n");
        for (int i = 0; i < 6; ++i) {
            const QByteArray name = "c" + QByteArray::number(i);
            policy += "    - name: " + name + "\n      target: {name: " + name +
                      "}\n      engine: hpa\n      replicas: {min: 1, max: 3}\n"
                      "      metrics: [{cpu: {averageUtilization: 60}}]\n";
            QVERIFY(i == 4 || world.addDeployment(QString::fromLatin1(name), i));
        }
        const Result<LiveState> state = read(*world.admin, policy);
        QVERIFY_RESULT(state);
        for (int i = 0; i < 6; ++i) {
            const LiveTarget &target = state->targets[static_cast<std::size_t>(i)];
            QVERIFY(target.checked);
            QCOMPARE(target.object.has_value(), i != 4);
        }
    }

    /// A Role with names: reading works, what needs lists is told.
    void onlyNamedObjects()
    {
        const PlanWorld world;
        const QString schedule = u"spillway-schedule-demo"_s;
        QVERIFY(world.works && world.addDeployment(u"web"_s, 3) &&
                world.allow({PlanWorld::rule({u"*"_s}, {u"*"_s}, {u"get"_s},
                                             {u"demo.web"_s, schedule, u"web"_s}),
                             PlanWorld::rule({QString{}}, {u"configmaps"_s}, {u"list"_s})}));
        QVERIFY(world.create(
            PlanWorld::object(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, u"demo.web"_s,
                              {{u"maxReplicas"_s, 3},
                               {u"scaleTargetRef"_s, QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                                 {u"kind"_s, u"Deployment"_s},
                                                                 {u"name"_s, u"web"_s}}}})));
        const auto oncall = world.session(u"oncall"_s);
        const Result<LiveState> state = read(*oncall, webWith(windows));
        QVERIFY_RESULT(state);
        QCOMPARE(namesOf(state->objects), QStringList{u"HorizontalPodAutoscaler demo.web"_s});
        QVERIFY(state->targets[0].object);
        using Part = UncheckedPart::Part;
        for (const Part part :
             {Part::Autoscalers, Part::Leftovers, Part::DisruptionBudgets, Part::Quotas}) {
            QVERIFY(partsOf(*state).contains(part));
        }
        QVERIFY(!partsOf(*state).contains(Part::Targets));
        QVERIFY(state->nameSpace == LiveState::Namespace::Unknown);
    }

    void rightsByName()
    {
        const PlanWorld world;
        QVERIFY(world.works &&
                world.allow({PlanWorld::rule({u"autoscaling"_s}, {u"horizontalpodautoscalers"_s},
                                             {u"patch"_s}, {u"mine"_s})}));
        const auto oncall = world.session(u"oncall"_s);
        const QString hpas = u"horizontalpodautoscalers"_s;
        const auto patch = [&](const QString &name) {
            return kube::AccessQuestion{u"patch"_s, u"autoscaling"_s, hpas, {}, u"shop"_s, name};
        };
        AccessCheck check(oncall->client(), {patch(u"mine"_s), patch(u"others"_s)});
        QVERIFY(contract::finished(check));
        QVERIFY(!check.problem());
        QCOMPARE(check.missing().size(), std::size_t{1});
        QCOMPARE(check.missing()[0].question, patch(u"others"_s));
        QVERIFY(check.missing()[0].role.contains("others"_L1));
        AccessCheck nothing(oncall->client(), {});
        QVERIFY(contract::finished(nothing));
        QVERIFY(nothing.missing().empty());
        AccessCheck all(world.admin->client(), {patch(u"mine"_s), patch(u"others"_s)});
        QVERIFY(contract::finished(all));
        QVERIFY(all.missing().empty());
    }

    void whatAPushAsksFor()
    {
        const kube::ObjectRef hpa{kube::bestResource(kube::Kind::HorizontalPodAutoscaler),
                                  u"shop"_s, u"a"_s};
        const kube::ObjectRef role{kube::bestResource(kube::Kind::Role), u"shop"_s, u"b"_s};
        const auto questions = planQuestions({hpa}, {role}, u"shop"_s);
        QStringList texts;
        for (const kube::AccessQuestion &one : questions) {
            texts.append(one.toString());
            QVERIFY(one.subresource.isEmpty()); // a push does not scale
        }
        for (const char *wanted :
             {"patch horizontalpodautoscalers.autoscaling a in shop",
              "delete roles.rbac.authorization.k8s.io b in shop", "create configmaps in shop",
              "create events.events.k8s.io in shop"}) {
            QVERIFY2(texts.contains(QString::fromLatin1(wanted)), wanted);
        }
    }
};

QTEST_GUILESS_MAIN(TstLiveStateReader)
#include "tst_livestatereader.moc"
