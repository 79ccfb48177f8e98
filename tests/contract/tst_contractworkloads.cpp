// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done to objects that exist: scaled, deleted, spoken of in events, reached through the
// proxy of the API server.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "kube/managedfields.h"

using namespace spillway;
using namespace spillway::contract;
using kube::ConfigMap;
using kube::Deployment;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;
using kube::Scale;
using Method = HttpRequest::Method;

class TestContractWorkloads : public ContractTest
{
    Q_OBJECT

    [[nodiscard]] Answer<Scale> scaleOf(const ObjectRef &object)
    {
        return answerOf<Scale>(admin().client().scale(object, nullptr));
    }
    [[nodiscard]] ObjectRef deployment(const QString &name)
    {
        const ObjectRef object = cluster().ref(Kind::Deployment, name);
        const WriteOutcome made = admin().apply({object, bytesOf(pausedDeployment(name))});
        return made.state == WriteOutcome::State::Done ? object : ObjectRef{};
    }
    [[nodiscard]] WriteOutcome store(const ObjectRef &object, const QJsonObject &meta)
    {
        return admin().apply({object, bytesOf(configMap(meta, {{"a"_L1, "1"_L1}}))});
    }
    [[nodiscard]] Answer<HttpResponse> make(const QString &plural, const QJsonObject &object)
    {
        return admin().send(
            foreignRequest(Method::Post, u"/api/v1/namespaces/%1/%2"_s.arg(ns(), plural),
                           bytesOf(object), "application/json", u"spillway-contract"_s));
    }
    [[nodiscard]] Answer<HttpResponse> throughProxy(const kube::ServiceProxy &proxy)
    {
        const QUrl url = kube::serviceProxyUrl(QUrl(u"https://x"_s), proxy);
        return admin().send(kube::rawRequest(url.path(QUrl::FullyEncoded)));
    }

private Q_SLOTS:
    void scales()
    {
        const ObjectRef object = deployment(u"scaled"_s);
        QCOMPARE(object.name, u"scaled"_s);
        const auto before = scaleOf(object);
        QVERIFY_RESULT(before.result);
        QCOMPARE(before.result->replicas, 1);
        QVERIFY2(before.result->selector.contains(u"app=scaled"_s),
                 qPrintable(before.result->selector));
        VERIFY_DONE(admin().scale({object, 3, 1, {}}));
        QCOMPARE(scaleOf(object).result->replicas, 3);
        const WriteOutcome same = admin().scale({object, 3, {}, {}});
        VERIFY_DONE(same);
        QVERIFY(same.unchanged);

        const auto live = admin().get<Deployment>(object);
        QVERIFY_RESULT(live.result);
        QCOMPARE(live.result->replicas, 3);
        // Our manifest says nothing of replicas: applying it again leaves them alone.
        VERIFY_DONE(admin().scale({object, 0, 3, {}}));
        VERIFY_DONE(admin().apply({object, bytesOf(pausedDeployment(object.name))}));
        QCOMPARE(scaleOf(object).result->replicas, 0);
    }

    void whoOwnsReplicasAfterAScale()
    {
        const ObjectRef object = cluster().ref(Kind::Deployment, u"owned"_s);
        const auto withReplicas = [&object](int replicas) {
            const QJsonObject manifest = pausedDeployment(object.name);
            const QJsonObject spec = manifest.value("spec"_L1).toObject();
            return bytesOf(with(manifest, u"spec"_s, with(spec, u"replicas"_s, replicas)));
        };
        VERIFY_DONE(admin().apply({object, withReplicas(1), u"helm-like"_s}));
        VERIFY_DONE(admin().scale({object, 3, 1, {}})); // takes it over without asking
        const auto read = admin().get<Deployment>(object);
        QVERIFY_RESULT(read.result);
        const auto owners =
            kube::ownersOf(kube::fieldOwners(read.result->meta.managedFields), u".spec.replicas"_s);
        QCOMPARE(owners.size(), 1);
        QCOMPARE(owners.first().manager, u"spillway"_s);
        QCOMPARE(owners.first().subresource, u"scale"_s);
        QVERIFY(!owners.first().isApply());
        // That is another owner than whoever applies, also under the same name.
        for (const QString &manager : {u"helm-like"_s, u"spillway"_s}) {
            const WriteOutcome refused = admin().apply({object, withReplicas(5), manager});
            VERIFY_REFUSED(refused, Refusal::OwnedByOthers, ErrorCode::Conflict);
            QCOMPARE(refused.detail.conflicts.size(), 1);
            QCOMPARE(refused.detail.conflicts.first().field, u".spec.replicas"_s);
            QCOMPARE(refused.detail.conflicts.first().manager, u"spillway"_s);
            QCOMPARE(refused.detail.conflicts.first().subresource, u"scale"_s);
        }
        QCOMPARE(scaleOf(object).result->replicas, 3);
        VERIFY_DONE(admin().apply({object, withReplicas(5), u"helm-like"_s, true}));
        const auto taken = admin().get<Deployment>(object);
        QVERIFY_RESULT(taken.result);
        QCOMPARE(taken.result->replicas, 5);
        QCOMPARE(
            kube::ownersOf(kube::fieldOwners(taken.result->meta.managedFields), u".spec.replicas"_s)
                .first()
                .manager,
            u"helm-like"_s);
        VERIFY_DONE(admin().scale({object, 2, 5, {}})); // and back: scaling asks nobody
        QCOMPARE(scaleOf(object).result->replicas, 2);
    }

    void scalesOnlyWhatWasSeen()
    {
        const ObjectRef object = deployment(u"guarded"_s);
        VERIFY_REFUSED(admin().scale({object, 5, 4, {}}), Refusal::Stale, ErrorCode::Conflict);
        VERIFY_REFUSED(admin().scale({object, 5, {}, u"1"_s}), Refusal::Stale, ErrorCode::Conflict);
        QCOMPARE(scaleOf(object).result->replicas, 1);
        // The controller of a real cluster writes the status now and then: look again.
        WriteOutcome scaled;
        const auto right = [&] {
            const auto seen = scaleOf(object);
            if (!seen.result) {
                return false;
            }
            scaled = admin().scale({object, 2, {}, seen.result->meta.resourceVersion});
            return scaled.state == WriteOutcome::State::Done;
        };
        QTRY_VERIFY_WITH_TIMEOUT(right(), static_cast<int>(limit.count()));
        QCOMPARE(scaleOf(object).result->replicas, 2);
    }

    void whatCannotBeScaled()
    {
        const ObjectRef missing = cluster().ref(Kind::Deployment, u"missing"_s);
        VERIFY_REFUSED(admin().scale({missing, 1, {}, {}}), Refusal::ObjectMissing,
                       ErrorCode::NotFound);
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"no-scale"_s);
        VERIFY_DONE(admin().apply(
            {object, bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 6)))}));
        VERIFY_REFUSED(admin().scale({object, 1, {}, {}}), Refusal::KindMissing,
                       ErrorCode::Unsupported);
        VERIFY_REFUSED(admin().scale({missing, -1, {}, {}}), Refusal::Other,
                       ErrorCode::InvalidInput);
    }

    void deletesOnlyWhatWasSeen()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"deleted"_s);
        const WriteOutcome made = store(object, named(object.name));
        VERIFY_DONE(made);
        VERIFY_REFUSED(admin().remove({object, u"00000000-0000-4000-8000-000000000000"_s}),
                       Refusal::PreconditionFailed, ErrorCode::Conflict);
        VERIFY_REFUSED(admin().remove({object, made.uid(), u"1"_s}), Refusal::PreconditionFailed,
                       ErrorCode::Conflict);
        QVERIFY_RESULT(admin().get<ConfigMap>(object).result);
        const WriteOutcome gone = admin().remove({object, made.uid(), made.resourceVersion()});
        VERIFY_DONE(gone);
        QVERIFY(gone.object.isEmpty());
        QVERIFY(!gone.answerLost);
        QCOMPARE(admin().get<ConfigMap>(object).detail.refusal, Refusal::ObjectMissing);
        VERIFY_REFUSED(admin().remove({object}), Refusal::ObjectMissing, ErrorCode::NotFound);
    }

    void aFinalizerHoldsWhatIsDeleted()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"held"_s);
        VERIFY_DONE(store(object, with(named(object.name), u"finalizers"_s,
                                       QJsonArray{u"contract.spillway.dev/hold"_s})));
        const WriteOutcome asked = admin().remove({object});
        VERIFY_DONE(asked);
        QVERIFY(!asked.object.isEmpty()); // it is still there, and being deleted
        const auto held = admin().get<ConfigMap>(object);
        QVERIFY_RESULT(held.result);
        QVERIFY(held.result->meta.deleted);
        const auto released = admin().send(
            foreignRequest(Method::Patch, kube::resourcePath(object.resource, ns(), object.name),
                           R"({"metadata":{"finalizers":null}})", "application/merge-patch+json",
                           u"controller"_s));
        QVERIFY_RESULT(released.result);
        QCOMPARE(admin().get<ConfigMap>(object).detail.refusal, Refusal::ObjectMissing);
    }

    void deletesWithItsOwnPropagation()
    {
        const ObjectRef object = deployment(u"propagated"_s);
        VERIFY_DONE(admin().remove({object, {}, {}, u"Background"_s}));
        QCOMPARE(admin().get<Deployment>(object).detail.refusal, Refusal::ObjectMissing);
    }

    void events()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"spoken-of"_s);
        const WriteOutcome made = store(object, named(object.name));
        VERIFY_DONE(made);
        const kube::EventNote note{
            .regarding = {u"v1"_s, u"ConfigMap"_s, ns(), object.name, made.uid()},
            .reason = u"ConfigPushed"_s,
            .action = u"Push"_s,
            .note = QString(2'000, u'n'), // cut to what an event may hold
            .warning = true,
            .time = admin().clock().now()};
        const auto written = answerOf<QJsonObject>(
            admin().writer().createEvent(*admin().window().open(), note, nullptr));
        QVERIFY_RESULT(written.result);
        const auto page = admin().list<kube::Event>(
            {kube::bestResource(Kind::Event), ns(), {}, u"regarding.name=spoken-of"_s, 500});
        QVERIFY_RESULT(page.result);
        QCOMPARE(page.result->items.size(), 1U);
        const kube::Event &event = page.result->items.front();
        QCOMPARE(event.reason, u"ConfigPushed"_s);
        QCOMPARE(event.action, u"Push"_s);
        QCOMPARE(event.type, u"Warning"_s);
        QCOMPARE(event.note.size(), 1'024);
        QCOMPARE(event.controller, u"spillway/console"_s);
        QCOMPARE(event.regarding.uid, made.uid());
        QVERIFY(event.firstSeen || event.lastSeen);
    }

    void servicesThatDoNotAnswer()
    {
        const auto missing = throughProxy({ns(), u"nowhere"_s, u"9090"_s, {}, u"api/v1"_s});
        QVERIFY_ERROR(missing.result, ErrorCode::NotFound);
        QCOMPARE(missing.detail.refusal, Refusal::ObjectMissing);
        const QJsonObject port{{"name"_L1, "web"_L1}, {"port"_L1, 9090}};
        QVERIFY_RESULT(make(u"services"_s, withSpec("v1", "Service", u"prometheus"_s,
                                                    {{"ports"_L1, QJsonArray{port}}}))
                           .result);
        const auto endpoints = make(u"endpoints"_s, {{"apiVersion"_L1, "v1"_L1},
                                                     {"kind"_L1, "Endpoints"_L1},
                                                     {"metadata"_L1, named(u"prometheus"_s)}});
        QVERIFY_RESULT(endpoints.result);
        QVERIFY(!endpoints.warnings.isEmpty()); // Endpoints are deprecated: we are told
        const auto empty = throughProxy({ns(), u"prometheus"_s, u"web"_s, {}, u"api/v1"_s});
        QVERIFY_ERROR(empty.result, ErrorCode::ServerUnavailable);
        QCOMPARE(empty.detail.refusal, Refusal::BackendUnavailable);
        QVERIFY(empty.detail.retryable);
    }
};

QTEST_GUILESS_MAIN(TestContractWorkloads)
#include "tst_contractworkloads.moc"
