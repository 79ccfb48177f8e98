// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubedecoder.h"
#include "support/resultmacros.h"
#include "wiredata.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

class TestKubeDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void horizontalPodAutoscaler()
    {
        const auto hpa = decodeObject<HorizontalPodAutoscaler>(wireBody(u"live.hpa.get"_s));
        QVERIFY_RESULT(hpa);
        QCOMPARE(hpa->meta.name, u"live"_s);
        QCOMPARE(hpa->meta.ns, u"kotaemon"_s);
        QCOMPARE(hpa->meta.resourceVersion, u"658"_s);
        QCOMPARE(hpa->meta.generation, 0);
        QCOMPARE(hpa->meta.labels.value(u"app"_s), u"live"_s);
        QCOMPARE(hpa->meta.created, parseTime("2026-11-22T15:03:58Z"));
        QCOMPARE(hpa->target, (ScaleTarget{u"apps/v1"_s, u"Deployment"_s, u"live"_s}));
        QCOMPARE(hpa->minReplicas, 3);
        QCOMPARE(hpa->maxReplicas, 6);
        QCOMPARE(hpa->metrics.size(), 1);
        QCOMPARE(hpa->metrics.first().name, u"cpu"_s);
        QCOMPARE(hpa->metrics.first().value.averageUtilization, 70);
        QCOMPARE(hpa->scaleUp->policies.size(), 2);
        QCOMPARE(hpa->scaleUp->stabilizationWindowSeconds, 0);
        QCOMPARE(hpa->scaleDown->stabilizationWindowSeconds, 300);
        QCOMPARE(hpa->scaleDown->policies.first(), (HpaScalingPolicy{u"Percent"_s, 50, 60}));
        QVERIFY(findCondition(hpa->conditions, "AbleToScale"_L1)->isTrue());
        QVERIFY(!findCondition(hpa->conditions, "ScalingActive"_L1)->isTrue());
        QCOMPARE(hpa->meta.managedFields.size(), 2);
        QVERIFY(hpa->meta.managedFields.first().isApply());
    }

    void scaledObjectsOfAList()
    {
        const auto page = decodeList<ScaledObject>(wireBody(u"lists.so"_s));
        QVERIFY_RESULT(page);
        QVERIFY(!page->items.empty());
        const ScaledObject &first = page->items.front();
        QCOMPARE(first.meta.name, u"chat-api"_s);
        QCOMPARE(first.minReplicas, 1);
        QCOMPARE(first.maxReplicas, 10);
        QCOMPARE(first.pollingInterval, 30);
        QCOMPARE(first.triggers.first().type, u"prometheus"_s);
        QCOMPARE(first.triggers.first().metadata.value(u"threshold"_s), u"100"_s);
        QVERIFY(!first.isPaused());
    }

    void pausedIsWhatTheOperatorReports()
    {
        const auto wished = decodeObject<ScaledObject>(
            R"({"metadata":{"name":"a","annotations":{"autoscaling.keda.sh/paused":"true"}}})");
        QVERIFY_RESULT(wished);
        QVERIFY(!wished->isPaused());
        const auto real = decodeObject<ScaledObject>(
            R"({"metadata":{"name":"a"},"status":{"pausedReplicaCount":0,"hpaName":"keda-hpa-a"}})");
        QVERIFY(real->isPaused());
        QCOMPARE(real->hpaName, u"keda-hpa-a"_s);
        const auto condition = decodeObject<ScaledObject>(
            R"({"metadata":{},"status":{"conditions":[{"type":"Paused","status":"True"}]}})");
        QVERIFY(condition->isPaused());
    }

    void deployment()
    {
        const auto found = decodeObject<Deployment>(wireBody(u"live.deploy.get"_s));
        QVERIFY_RESULT(found);
        QCOMPARE(found->meta.generation, 2);
        QCOMPARE(found->replicas, 3);
        QCOMPARE(found->selector.value(u"app"_s), u"live"_s);
        QCOMPARE(found->containers.first().image, u"example/chat:1"_s);
        QCOMPARE(found->containers.first().requests.value(u"cpu"_s), u"250m"_s);
        QVERIFY(!found->isSettled()); // no kubelet made the pods available
    }

    void podsAndTheirOwners()
    {
        const auto page = decodeList<Pod>(wireBody(u"live.pods"_s));
        QVERIFY_RESULT(page);
        QVERIFY(!page->items.empty());
        const Pod &pod = page->items.front();
        QCOMPARE(pod.phase, u"Pending"_s);
        QCOMPARE(pod.displayStatus(), u"Pending"_s);
        QCOMPARE(pod.meta.controller()->kind, u"ReplicaSet"_s);
        QVERIFY(pod.meta.managedFields.isEmpty());
        QVERIFY(!pod.isReady());
    }

    void podStartup()
    {
        const auto pod = decodeObject<Pod>(R"({"metadata":{"name":"p",
            "creationTimestamp":"2026-01-01T00:00:00Z"},"spec":{"nodeName":"n1"},
            "status":{"phase":"Running","podIP":"10.0.0.1","conditions":[
            {"type":"PodScheduled","status":"True","lastTransitionTime":"2026-01-01T00:00:01Z"},
            {"type":"Initialized","status":"True","lastTransitionTime":"2026-01-01T00:00:03Z"},
            {"type":"ContainersReady","status":"True","lastTransitionTime":"2026-01-01T00:00:40Z"},
            {"type":"Ready","status":"True","lastTransitionTime":"2026-01-01T00:00:42Z"}],
            "containerStatuses":[
            {"name":"a","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2026-01-01T00:00:05Z"}}},
            {"name":"b","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2026-01-01T00:00:09Z"}}}]}})");
        QVERIFY_RESULT(pod);
        const PodStartup startup = pod->startup();
        QCOMPARE(startup.scheduled, parseTime("2026-01-01T00:00:01Z"));
        QCOMPARE(startup.initialized, parseTime("2026-01-01T00:00:03Z"));
        QCOMPARE(startup.containersStarted, parseTime("2026-01-01T00:00:09Z"));
        QCOMPARE(startup.containersReady, parseTime("2026-01-01T00:00:40Z"));
        QCOMPARE(startup.coldStart(), std::chrono::milliseconds{42'000});
        QVERIFY(pod->isReady());

        Pod restarted = *pod;
        restarted.containers.first().restarts = 2;
        QVERIFY(!restarted.startup().coldStart());
        QCOMPARE(restarted.restarts(), 2);
    }

    void podStatusText_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("waiting")
            << QByteArray{R"({"metadata":{},"status":{"phase":"Pending","containerStatuses":[
               {"name":"a","state":{"waiting":{"reason":"ImagePullBackOff"}}}]}})"}
            << u"ImagePullBackOff"_s;
        QTest::newRow("deleted")
            << QByteArray{R"({"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"status":{"phase":"Running"}})"}
            << u"Terminating"_s;
        QTest::newRow("evicted")
            << QByteArray{R"({"metadata":{},"status":{"phase":"Failed","reason":"Evicted"}})"}
            << u"Evicted"_s;
    }
    void podStatusText()
    {
        QFETCH(QByteArray, json);
        const auto pod = decodeObject<Pod>(json);
        QVERIFY_RESULT(pod);
        QTEST(pod->displayStatus(), "text");
    }

    void otherKinds()
    {
        const auto cron = decodeObject<CronJob>(wireBody(u"live.cj.get"_s));
        QVERIFY_RESULT(cron);
        QCOMPARE(cron->schedule, u"* * * * *"_s);
        QCOMPARE(cron->timeZone, u"Europe/Berlin"_s);
        QCOMPARE(cron->images, QStringList{u"registry.k8s.io/kubectl:v1.36.2"_s});
        QVERIFY(cron->serviceAccount.startsWith("hpa-sch"_L1));
        const auto map = decodeObject<ConfigMap>(wireBody(u"cm.apply.create"_s));
        QCOMPARE(map->data.value(u"profile.json"_s), QStringLiteral(R"({"v":1})"));
        QVERIFY(decodeObject<ConfigMap>(wireBody(u"cm.immutable.set"_s))->immutable);
        QCOMPARE(decodeObject<ConfigMap>(wireBody(u"cm.binary"_s))->binaryKeys.size(), 1);
        const auto role = decodeObject<Role>(wireBody(u"rbac.role.apply"_s));
        QCOMPARE(role->rules.first().names, QStringList{u"chat-api"_s});
        const auto binding = decodeObject<RoleBinding>(wireBody(u"rbac.rolebinding.apply"_s));
        QCOMPARE(binding->roleName, u"hpa-schedule"_s);
        QCOMPARE(binding->subjects.first().kind, u"ServiceAccount"_s);
        QVERIFY_RESULT(decodeObject<ServiceAccount>(wireBody(u"rbac.sa.apply"_s)));
        const auto rule = decodeObject<DestinationRule>(wireBody(u"dr.apply.create"_s));
        QCOMPARE(rule->host, u"chat-api.kotaemon.svc.cluster.local"_s);
        QCOMPARE(rule->maxConnections, 100);
        QCOMPARE(rule->http1MaxPendingRequests, 50);
        QCOMPARE(rule->consecutive5xxErrors, 5);
        QCOMPARE(rule->baseEjectionTime, u"30s"_s);
        const auto alerts = decodeObject<PrometheusRule>(wireBody(u"pr.apply.create"_s));
        QCOMPARE(alerts->groups.first().rules.first().alert, u"ChatLatencyHigh"_s);
        QCOMPARE(alerts->groups.first().rules.first().duration, u"10m"_s);
        const auto scale = decodeObject<Scale>(wireBody(u"scale.put"_s));
        QCOMPARE(scale->replicas, 5);
        QCOMPARE(scale->current, 3);
        QCOMPARE(scale->selector, u"app=chat-api"_s);
    }

    void eventsOfBothApis()
    {
        const auto events = decodeList<Event>(wireBody(u"event.list"_s));
        QVERIFY_RESULT(events);
        const Event &one = events->items.front();
        QCOMPARE(one.reason, u"ConfigPushed"_s);
        QCOMPARE(one.note, u"maxReplicas 6 -> 9 by oncall"_s);
        QCOMPARE(one.regarding.kind, u"HorizontalPodAutoscaler"_s);
        QCOMPARE(one.firstSeen, parseTime("2026-11-22T14:00:00.000000Z"));
        const auto core = decodeList<Event>(wireBody(u"event.list.core"_s));
        QVERIFY_RESULT(core);
        QCOMPARE(core->items.front().note, one.note);
        QCOMPARE(core->items.front().regarding, one.regarding);
        QCOMPARE(core->items.front().controller, one.controller);
    }

    void pagesAndUntyped()
    {
        const auto page = decodeList<QJsonObject>(wireBody(u"list.page1"_s));
        QVERIFY_RESULT(page);
        QVERIFY(!page->continueToken.isEmpty());
        QVERIFY(page->remaining > 0);
        const auto typed = decodeList<ConfigMap>(wireBody(u"list.page1"_s));
        QCOMPARE(typed->items.size(), page->items.size());
        QCOMPARE(typed->continueToken, page->continueToken);
        QCOMPARE(typed->resourceVersion, page->resourceVersion);
        QVERIFY(decodeList<ConfigMap>(wireBody(u"list.page3"_s))->continueToken.isEmpty());
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *json, const QString &why) {
            QTest::newRow(name) << QByteArray{json} << why;
        };
        row("empty", "", u"empty"_s);
        row("cut", "{\"metadata\":{\"name\":\"a\"},\"spec\":{\"maxRep", u"JSON"_s);
        row("HTML", "<html></html>", u"JSON"_s);
        row("a list", "[1]", u"type"_s);
        row("null", "null", u"JSON"_s);
        row("no metadata", R"({"spec":{}})", u"metadata"_s);
        row("other kind", R"({"kind":"Pod","metadata":{}})", u"kind: \"Pod\""_s);
        row("text for a number", R"({"metadata":{},"spec":{"maxReplicas":"3"}})",
            u"spec: maxReplicas"_s);
        row("beyond 32 bits", R"({"metadata":{},"spec":{"maxReplicas":4294967302}})", u"32 bits"_s);
        row("label as a number", R"({"metadata":{"labels":{"a":1}}})", u"metadata.labels.a"_s);
        row("two documents", R"({"metadata":{}}{"metadata":{}})", u"behind the end"_s);
        row("broken UTF-8", "{\"metadata\":{\"name\":\"\xff\"}}", u"UTF-8"_s);
    }
    void badInput()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, why);
        const auto hpa = decodeObject<HorizontalPodAutoscaler>(json);
        QVERIFY_ERROR(hpa, ErrorCode::WrongContent);
        QVERIFY2(hpa.error().why.contains(why), qPrintable(hpa.error().why));
    }

    void badLists()
    {
        QVERIFY_ERROR(decodeList<Pod>(R"({"metadata":{}})"), ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeList<QJsonObject>(R"({"metadata":{}})"), ErrorCode::WrongContent);
        const auto cut = decodeList<Pod>(R"({"items":[{"metadata":{"name":3}}]})");
        QVERIFY_ERROR(cut, ErrorCode::WrongContent);
        QVERIFY(cut.error().why.contains("items"_L1));
        QVERIFY(decodeList<Pod>(R"({"metadata":{},"items":null})")->items.empty());
    }

    void specHashIgnoresOrder()
    {
        const QByteArray a = specHash(
            R"({"maxReplicas":3,"metrics":[{"type":"A"},{"type":"B","x":1}],"minReplicas":1})");
        const QByteArray b = specHash(
            R"({"minReplicas":1,"metrics":[{"x":1,"type":"B"},{"type":"A"}],"maxReplicas":3})");
        QCOMPARE(a, b);
        QVERIFY(a != specHash(R"({"minReplicas":2,"maxReplicas":3,"metrics":[]})"));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("epoch") << QByteArray{"1970-01-01T00:00:00Z"} << qint64{0};
        QTest::newRow("leap day") << QByteArray{"2024-02-29T12:00:00Z"} << qint64{1709208000000};
        QTest::newRow("micro") << QByteArray{"1970-01-01T00:00:01.234567Z"} << qint64{1234};
        QTest::newRow("one decimal") << QByteArray{"1970-01-01T00:00:01.5Z"} << qint64{1500};
        QTest::newRow("offset") << QByteArray{"1970-01-01T01:00:00+01:00"} << qint64{0};
        QTest::newRow("no such day") << QByteArray{"2023-02-29T00:00:00Z"} << qint64{-1};
        QTest::newRow("letters") << QByteArray{"2023-0x-01T00:00:00Z"} << qint64{-1};
        QTest::newRow("short") << QByteArray{"2023Z"} << qint64{-1};
        QTest::newRow("empty") << QByteArray{} << qint64{-1};
    }
    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ms);
        QCOMPARE(parseTime(text).value_or(-1), ms);
    }
};

QTEST_GUILESS_MAIN(TestKubeDecoder)
#include "tst_kubedecoder.moc"
