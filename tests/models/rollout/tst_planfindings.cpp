// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livepicture.h"

using namespace spillway;
using kube::Kind;
using Severity = PlanFinding::Severity;

namespace {

const QByteArray web = webWith({});

QByteArray hpaOn(const QByteArray &name, const QByteArray &target, const QByteArray &meta = {})
{
    return R"({"metadata":{"name":")" + name + "\"" + meta +
           R"(},"spec":{"maxReplicas":3,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":")" +
           target + "\"}}}";
}

/// Fails with all findings if the text of the one does not say all of these.
void verifySays(const LivePicture &picture, QLatin1String id, Severity severity,
                const QStringList &words)
{
    const PlanFinding finding = picture.finding(id);
    for (const QString &word : words) {
        const QString all = finding.text + u' ' + finding.advice;
        QVERIFY2(all.contains(word), qPrintable(word + u" is not in: "_s + all));
    }
    QVERIFY2(finding.severity == severity, qPrintable(finding.text));
}

} // namespace

class TstPlanFindings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToSay()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 3, {{u"cpu"_s, u"500m"_s}});
        picture.run();
        QCOMPARE(picture.ids(), QStringList{u"cost"_s}); // no price, but it will cost something
    }

    void missingKinds()
    {
        QByteArray keda = web;
        keda.replace("engine: hpa", "engine: keda");
        LivePicture picture(keda + "      breakers:\n        - {tool: x, mesh: {host: x, "
                                   "maxConnections: 3}}\n"
                                   "  alerts:\n    - {name: Slow, expr: 'x > 1'}\n");
        QVERIFY_RESULT(picture.input.reading.problems.empty()
                           ? Result<void>{}
                           : picture.input.reading.problems.front());
        picture.forget(Kind::ScaledObject);
        picture.forget(Kind::DestinationRule);
        picture.forget(Kind::PrometheusRule);
        picture.run();
        QCOMPARE(picture.ids().count(u"missing-kind"_s), 3);
        verifySays(picture, "missing-kind"_L1, Severity::Error, {u"ScaledObject"_s, u"KEDA"_s});
        QVERIFY(picture.plan.isBlocked());
        for (const PlanStep &step : picture.plan.steps) {
            QCOMPARE(step.object.resource.kind, u"ConfigMap"_s); // what can be written is planned
        }
        LivePicture old(web);
        old.forget(Kind::HorizontalPodAutoscaler);
        old.run();
        verifySays(old, "missing-kind"_L1, Severity::Error, {u"autoscaling/v2"_s});
    }

    void namespaces()
    {
        LivePicture picture(web);
        picture.live.nameSpace = LiveState::Namespace::Terminating;
        picture.run();
        verifySays(picture, "namespace-terminating"_L1, Severity::Error, {u"shop"_s});
        QVERIFY(picture.finding("namespace-terminating"_L1).position.line > 0);
        picture.live.nameSpace = LiveState::Namespace::Missing;
        picture.run();
        verifySays(picture, "namespace-missing"_L1, Severity::Error, {u"shop"_s});
    }

    void permissions()
    {
        LivePicture picture(web);
        const kube::AccessQuestion patch{
            u"patch"_s, u"autoscaling"_s, u"horizontalpodautoscalers"_s,
            {},         u"shop"_s,        u"demo.web"_s};
        picture.live.missing = {{patch, u"kind: Role\n"_s},
                                {{u"create"_s, u"events.k8s.io"_s, u"events"_s, {}, u"shop"_s, {}},
                                 u"kind: Role # events\n"_s}};
        picture.run();
        QCOMPARE(picture.ids().count(u"missing-permission"_s), 2);
        verifySays(picture, "missing-permission"_L1, Severity::Error,
                   {u"patch horizontalpodautoscalers.autoscaling demo.web"_s, u"kind: Role"_s});
        QVERIFY(picture.plan.findings.back().severity == Severity::Info);
    }

    void whatCouldNotBeChecked()
    {
        LivePicture picture(web);
        picture.live.unchecked = {
            {UncheckedPart::Part::Quotas, Error{.what = u"Cannot list quotas"_s}},
            {UncheckedPart::Part::Autoscalers, Error{.what = u"Cannot list HPAs"_s}}};
        picture.run();
        verifySays(picture, "unchecked"_L1, Severity::Warning,
                   {u"same targets"_s, u"Cannot list HPAs"_s});
        QCOMPARE(picture.ids().count(u"unchecked"_s), 2);
    }

    void whatIsStopped()
    {
        LivePicture picture(web);
        picture.live.objects = {
            LivePicture::object(Kind::CronJob,
                                R"({"metadata":{"name":"s"},"spec":{"suspend":true}})"),
            LivePicture::object(
                Kind::ScaledObject,
                R"({"metadata":{"name":"x","annotations":{"autoscaling.keda.sh/paused":"true"}}})")};
        picture.run();
        verifySays(picture, "schedule-suspended"_L1, Severity::Warning, {u"job"_s});
        verifySays(picture, "autoscaler-paused"_L1, Severity::Warning, {u"scaledobjects"_s});
        picture.live.objects = {LivePicture::object(
            Kind::ScaledObject,
            R"({"metadata":{"name":"x","deletionTimestamp":"2026-11-01T00:00:00Z"}})")};
        picture.run();
        verifySays(picture, "being-deleted"_L1, Severity::Warning, {u"scaledobjects"_s});
    }

    void twoAutoscalers()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 3, {{u"cpu"_s, u"1"_s}});
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("other", "else"));
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("demo.web", "web"));
        picture.run();
        QVERIFY(!picture.ids().contains(u"two-autoscalers"_s));
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("old", "web"));
        picture.run();
        verifySays(picture, "two-autoscalers"_L1, Severity::Error, {u"shop/old"_s, u"web"_s});
        QCOMPARE(picture.finding("two-autoscalers"_L1).component, u"web"_s);
        QCOMPARE(picture.finding("two-autoscalers"_L1).object,
                 picture.live.autoscalers.back().ref.toString());
        picture.input.takeOver = {picture.live.autoscalers.back().ref.toString()};
        picture.run();
        QVERIFY(!picture.ids().contains(u"two-autoscalers"_s));
        verifySays(picture, "replaces-autoscaler"_L1, Severity::Warning, {u"shop/old"_s});
    }

    void anHpaOfKeda()
    {
        LivePicture picture(web);
        const QByteArray owner =
            R"(,"ownerReferences":[{"kind":"ScaledObject","name":"web-so","controller":true}])";
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("demo.web", "web", owner));
        picture.addAutoscaler(Kind::ScaledObject,
                              R"({"metadata":{"name":"web-so"},
                                  "spec":{"scaleTargetRef":{"name":"web"}}})");
        picture.run();
        verifySays(picture, "keda-owned-hpa"_L1, Severity::Error, {u"web-so"_s});
        // Of a ScaledObject and its HPA the former is told.
        QCOMPARE(picture.ids().count(u"two-autoscalers"_s), 1);
        verifySays(picture, "two-autoscalers"_L1, Severity::Error, {u"scaledobjects"_s});
    }

    void targets()
    {
        LivePicture picture(web);
        picture.run();
        verifySays(picture, "target-missing"_L1, Severity::Warning, {u"Deployment “web”"_s});
        picture.live.targets.front().checked = false;
        picture.run();
        QVERIFY(!picture.ids().contains(u"target-missing"_s));
        picture.setTarget(u"web"_s, 3, {{u"memory"_s, u"1Gi"_s}});
        picture.run();
        verifySays(picture, "missing-requests"_L1, Severity::Warning, {u"app"_s, u"cpu"_s});
        QCOMPARE(picture.finding("missing-requests"_L1).position.path,
                 u"spec.components[0].metrics[0]"_s);
        QByteArray named = web;
        named.replace("cpu: {", "cpu: {container: sidecar, ");
        LivePicture container(named);
        container.setTarget(u"web"_s, 3);
        container.run();
        verifySays(container, "container-missing"_L1, Severity::Warning, {u"sidecar"_s, u"app"_s});
    }

    void replicasInAManifest()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 3, {{u"cpu"_s, u"1"_s}});
        QJsonObject &object = picture.live.targets.front().object->object;
        const auto own = [&object](const QByteArray &entry) {
            QJsonObject meta = object.value("metadata"_L1).toObject();
            meta.insert(u"managedFields"_s, QJsonArray{QJsonDocument::fromJson(entry).object()});
            object.insert(u"metadata"_s, meta);
        };
        own(R"({"manager":"kube-controller-manager","operation":"Update","subresource":"scale",
                "fieldsV1":{"f:spec":{"f:replicas":{}}}})");
        picture.run();
        QVERIFY(!picture.ids().contains(u"replicas-in-manifest"_s));
        own(R"({"manager":"argocd-controller","operation":"Apply",
                "fieldsV1":{"f:spec":{"f:replicas":{}}}})");
        picture.run();
        verifySays(picture, "replicas-in-manifest"_L1, Severity::Warning,
                   {u"argocd-controller"_s, u"web"_s});
    }

    void scalesNow()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 14, {{u"cpu"_s, u"1"_s}});
        picture.run();
        verifySays(picture, "scales-down-now"_L1, Severity::Warning, {u"14"_s, u"10"_s});
        picture.setTarget(u"web"_s, 1, {{u"cpu"_s, u"1"_s}});
        picture.run();
        verifySays(picture, "scales-up-now"_L1, Severity::Info, {u"1 replicas"_s, u"of 2"_s});
        picture.setTarget(u"web"_s, 0, {{u"cpu"_s, u"1"_s}}); // switched off
        picture.run();
        QVERIFY(!picture.ids().contains(u"scales-up-now"_s));
    }

    void switchedOff()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 0, {{u"cpu"_s, u"1"_s}});
        picture.run();
        verifySays(picture, "switched-off"_L1, Severity::Warning, {u"web"_s, u"0 replicas"_s});
        picture.setTarget(u"web"_s, 1, {{u"cpu"_s, u"1"_s}});
        picture.run();
        QVERIFY(!picture.ids().contains(u"switched-off"_s));
        QByteArray keda = web; // does not mind
        keda.replace("engine: hpa", "engine: keda");
        LivePicture other(keda);
        other.setTarget(u"web"_s, 0, {{u"cpu"_s, u"1"_s}});
        other.run();
        QVERIFY(!other.ids().contains(u"switched-off"_s));
    }

    void disruptionBudgets_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("inTheWay");
        const auto row = [](const char *name, const char *spec, bool inTheWay) {
            QTest::newRow(name) << QByteArray{spec} << inTheWay;
        };
        row("keeps all", R"({"minAvailable":2,"selector":{"matchLabels":{"app":"web"}}})", true);
        row("lets one go", R"({"minAvailable":1,"selector":{"matchLabels":{"app":"web"}}})", false);
        row("in per cent", R"({"minAvailable":"51%","selector":{"matchLabels":{"app":"web"}}})",
            true);
        row("half", R"({"minAvailable":"50%","selector":{"matchLabels":{"app":"web"}}})", false);
        row("none may go", R"({"maxUnavailable":0,"selector":{"matchLabels":{"app":"web"}}})",
            true);
        row("some may", R"({"maxUnavailable":"10%","selector":{"matchLabels":{"app":"web"}}})",
            false);
        row("of others", R"({"minAvailable":9,"selector":{"matchLabels":{"app":"api"}}})", false);
        row("by expression",
            R"({"minAvailable":9,"selector":{"matchExpressions":[
                {"key":"app","operator":"In","values":["web"]},
                {"key":"x","operator":"DoesNotExist"}]}})",
            true);
        row("by another expression",
            R"({"minAvailable":9,"selector":{"matchExpressions":[
                {"key":"app","operator":"NotIn","values":["web"]}]}})",
            false);
    }
    void disruptionBudgets()
    {
        QFETCH(QByteArray, spec);
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 3, {{u"cpu"_s, u"1"_s}});
        const kube::Resource kind{u"policy"_s, u"v1"_s, u"PodDisruptionBudget"_s,
                                  u"poddisruptionbudgets"_s, true};
        picture.live.disruptionBudgets = {LivePicture::object(
            kind,
            QJsonDocument::fromJson("{\"metadata\":{\"name\":\"keep\"},\"spec\":" + spec + "}")
                .object())};
        picture.run();
        QTEST(picture.ids().contains(u"disruption-budget"_s), "inTheWay");
    }

    void quotas()
    {
        LivePicture picture(web);
        picture.setTarget(u"web"_s, 4, {{u"cpu"_s, u"500m"_s}, {u"memory"_s, u"1Gi"_s}});
        const kube::Resource kind{{}, u"v1"_s, u"ResourceQuota"_s, u"resourcequotas"_s, true};
        const auto quota = [&](const QByteArray &spec) {
            picture.live.quotas = {LivePicture::object(
                kind, QJsonDocument::fromJson(R"({"metadata":{"name":"small"},"spec":)" + spec +
                                              R"(,"status":{"used":{"requests.cpu":"2","pods":"4",
                                                 "requests.memory":"4Gi"}}})")
                          .object())};
            picture.run();
        };
        quota(R"({"hard":{"requests.cpu":"5","requests.memory":"10Gi","pods":"10"}})");
        QVERIFY(!picture.ids().contains(u"resource-quota"_s));
        quota(R"({"hard":{"requests.cpu":"4","requests.memory":"9Gi","pods":"9"}})");
        QCOMPARE(picture.ids().count(u"resource-quota"_s), 3);
        verifySays(picture, "resource-quota"_L1, Severity::Warning,
                   {u"5 cores"_s, u"4 cores"_s, u"small"_s});
        quota(R"({"hard":{"requests.cpu":"1"},"scopes":["Terminating"]})");
        QVERIFY(!picture.ids().contains(u"resource-quota"_s));
    }

    void cost()
    {
        LivePicture picture(webWith("      cost: {perReplicaHour: 0.5}\n"));
        picture.setTarget(u"web"_s, 3, {{u"cpu"_s, u"1"_s}});
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info,
                   {u"720.00"_s, u"3600.00"_s, u"now 1080.00"_s}); // three, whom nobody scales
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler,
                              R"({"metadata":{"name":"demo.web"},
                                  "spec":{"minReplicas":2,"maxReplicas":10}})");
        picture.run();
        QVERIFY(!picture.ids().contains(u"cost"_s));
        picture.live.autoscalers.clear();
        picture.live.targets.front().object.reset();
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info, {u"now 0.00"_s});
        LivePicture unpriced(web);
        unpriced.setTarget(u"web"_s, 3, {{u"cpu"_s, u"250m"_s}});
        unpriced.run();
        verifySays(unpriced, "cost"_L1, Severity::Info, {u"360 to 1800 core hours"_s});
    }

    /// What the cluster runs now is what scales the workload now, whoever wrote it.
    void costWithAutoscalersOfOthers()
    {
        LivePicture picture(webWith("      cost: {perReplicaHour: 1}\n"));
        picture.setTarget(u"web"_s, 3);
        picture.addAutoscaler(Kind::ScaledObject, R"({"metadata":{"name":"old"},
            "spec":{"scaleTargetRef":{"name":"web"},"minReplicaCount":5}})");
        picture.addAutoscaler(
            Kind::HorizontalPodAutoscaler,
            hpaOn("keda-hpa-old", "web",
                  R"(,"ownerReferences":[{"kind":"ScaledObject","name":"old"}])"));
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info,
                   {u"cannot be compared"_s, u"shop/old stays and scales it too"_s});
        picture.input.takeOver = {picture.live.autoscalers.front().ref.toString()};
        picture.run();
        verifySays(
            picture, "cost"_L1, Severity::Info,
            {u"1440.00 at the floors (now 3600.00)"_s, u"7200.00 at the caps (now 72000.00)"_s});

        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("demo.web", "web"));
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info,
                   {u"cannot be compared"_s, u"shop/old, "_s, u"shop/demo.web scale it at once"_s});
        picture.live.autoscalers.clear();
        picture.live.unchecked.push_back({UncheckedPart::Part::Autoscalers, Error{}});
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info, {u"could not be read"_s});
    }

    /// The base bounds hold behind the end of a timeline.
    void costAfterATimeline()
    {
        LivePicture picture(webWith("      cost: {perReplicaHour: 1}\n"));
        picture.addAutoscaler(Kind::HorizontalPodAutoscaler, hpaOn("demo.web", "web"));
        const QByteArray now = QByteArray::number(sampleNow / 1000);
        const QByteArray end = QByteArray::number(sampleNow / 1000 + 3600 * 20);
        picture.live.objects = {
            LivePicture::object(Kind::ConfigMap,
                                R"({"metadata":{"name":"spillway-schedule-demo"},"data":{
                "targets":"web HorizontalPodAutoscaler demo.web 1 4\n",
                "timeline.web":")" + now +
                                    " " + end + R"( 6 8 sale\n"}})")};
        picture.run();
        verifySays(picture, "cost"_L1, Severity::Info, {u"now 820.00"_s, u"now 2960.00"_s});
    }

    void timelines()
    {
        const QByteArray scheduled = webWith(
            "      windows:\n        - {name: office, days: [Mon-Fri], from: \"09:00\", to: "
            "\"18:00\", min: 4}\n");
        LivePicture picture(scheduled);
        picture.run();
        QVERIFY(!picture.ids().contains(u"timeline-ended"_s));
        picture.live.objects = {
            LivePicture::object(Kind::ConfigMap,
                                R"({"metadata":{"name":"spillway-schedule-demo"},"data":{
                "settings":"start=1700000000\n",
                "timeline.web":"1700000000 1700003600 2 10 \n1700003600 1710000000 4 10 office\n"}})")};
        picture.run();
        verifySays(picture, "timeline-ended"_L1, Severity::Warning, {u"2024-03-09 16:00"_s});
    }

    void unfinishedRevisions()
    {
        LivePicture picture(web);
        picture.run();
        QVERIFY(!picture.ids().contains(u"unfinished-revision"_s)); // there is no revision
        picture.live.newestRevision = 7;
        for (const PushRecord::End end : {PushRecord::End::Complete, PushRecord::End::Undone}) {
            picture.live.newestEnd = end;
            picture.run();
            QVERIFY(!picture.ids().contains(u"unfinished-revision"_s));
        }
        picture.live.newestEnd = PushRecord::End::None;
        picture.run();
        verifySays(picture, "unfinished-revision"_L1, Severity::Warning,
                   {u"revision 7 is not complete"_s});
        picture.live.newestEnd = PushRecord::End::Stopped;
        picture.run();
        verifySays(picture, "unfinished-revision"_L1, Severity::Warning,
                   {u"revision 7 was stopped"_s});
        Revision revision;
        revision.author = u"oncall"_s;
        revision.time = 1'793'523'600'000;
        revision.reason = u"sale"_s;
        picture.live.unfinished = revision;
        picture.run();
        verifySays(picture, "unfinished-revision"_L1, Severity::Warning,
                   {u"(by oncall at 2026-11-01T09:00:00Z: sale)"_s});
    }

    void policyFindings()
    {
        QByteArray text = web + "  assertions:\n"
                                "    - {at: \"Mon 09:05\", component: web, expect: "
                                "\"replicas.max == 20\"}\n"
                                "    - {month: cost, component: web, expect: \"<= 9000\"}\n";
        const LivePicture picture(text);
        QVERIFY(picture.input.reading.ok());
        const std::vector<PlanFinding> found =
            sortedFindings(findInPlannedPolicy(picture.input, {}));
        QCOMPARE(found.front().id, u"assertion-failed"_s);
        QVERIFY(found.front().severity == Severity::Error && found.front().position.line > 0);
        QVERIFY(std::any_of(found.begin(), found.end(), [](const PlanFinding &one) {
            return one.id == "assertion-undecided"_L1 && one.severity == Severity::Info;
        }));
    }

    void theRulesAreThoseOfTheServer()
    {
        const LivePicture picture(web + "      behavior: {scaleUp: {tolerance: 0.05}}\n");
        const auto ids = [&picture](const kube::ServerVersion &version) {
            QStringList found;
            for (const PlanFinding &one : findInPlannedPolicy(picture.input, version)) {
                found << one.id;
            }
            return found;
        };
        QVERIFY(picture.input.reading.ok());
        QVERIFY(
            ids({.text = u"v1.32.4"_s, .major = 1, .minor = 32}).contains("tolerance-ignored"_L1));
        QVERIFY(
            !ids({.text = u"v1.36.2"_s, .major = 1, .minor = 36}).contains("tolerance-ignored"_L1));
        QVERIFY(!ids({}).contains("tolerance-ignored"_L1)); // not known: the newest
    }

    void sorted()
    {
        const PlanFinding info{.id = u"a"_s, .severity = Severity::Info};
        const PlanFinding error{.id = u"b"_s, .severity = Severity::Error};
        const auto found = sortedFindings({info, error, info});
        QCOMPARE(found.size(), std::size_t{2});
        QVERIFY(found.front() == error);
    }
};

QTEST_APPLESS_MAIN(TstPlanFindings)
#include "tst_planfindings.moc"
