// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Server-side apply: what is previewed is what is written, who owns what, and no write that
// overwrites what nobody has seen.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "kube/managedfields.h"

using namespace spillway;
using namespace spillway::contract;
using kube::ApplyRequest;
using kube::ConfigMap;
using kube::HorizontalPodAutoscaler;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;
using Method = HttpRequest::Method;

namespace {

constexpr auto mergeType = "application/merge-patch+json";

QString versionOf(const QJsonObject &object)
{
    return valueAt(object, {u"metadata"_s, u"resourceVersion"_s}).toString();
}

QStringList managersOf(const QList<kube::FieldOwner> &owners)
{
    QStringList managers;
    for (const kube::FieldOwner &owner : owners) {
        managers.append(owner.manager);
    }
    managers.sort();
    return managers;
}

} // namespace

class TestContractApply : public ContractTest
{
    Q_OBJECT

    [[nodiscard]] ObjectRef map(const QString &name)
    {
        return cluster().ref(Kind::ConfigMap, name);
    }
    [[nodiscard]] ApplyRequest mapRequest(const QString &name, const QJsonObject &data,
                                          const QString &manager = u"spillway"_s)
    {
        return {map(name), bytesOf(configMap(named(name), data)), manager};
    }
    [[nodiscard]] WriteOutcome put(const QString &name, const QJsonObject &data,
                                   const QString &manager = u"spillway"_s)
    {
        return admin().apply(mapRequest(name, data, manager));
    }
    [[nodiscard]] kube::Texts dataOf(const QString &name)
    {
        const auto answer = admin().get<ConfigMap>(map(name));
        return answer.result ? answer.result->data : kube::Texts{};
    }
    [[nodiscard]] QList<kube::ManagedFieldsEntry> managed(const QString &name)
    {
        const auto answer = admin().get<ConfigMap>(map(name));
        return answer.result ? answer.result->meta.managedFields
                             : QList<kube::ManagedFieldsEntry>{};
    }
    /// As `kubectl patch --type=merge` does it.
    void patch(const QString &name, const QJsonObject &data, const QString &manager)
    {
        const auto done = admin().send(
            foreignRequest(Method::Patch, kube::resourcePath(map(name).resource, ns(), name),
                           bytesOf({{"data"_L1, data}}), mergeType, manager));
        QVERIFY_RESULT(done.result);
    }

private Q_SLOTS:
    void createsChangesAndLeavesAlone()
    {
        const WriteOutcome made = put(u"life"_s, {{"a"_L1, "1"_L1}});
        VERIFY_DONE(made);
        QVERIFY(made.created);
        QVERIFY(!made.changedSince);
        QVERIFY(!made.uid().isEmpty());
        QCOMPARE(valueAt(made.object, {u"data"_s, u"a"_s}).toString(), u"1"_s);
        const WriteOutcome changed = put(u"life"_s, {{"a"_L1, "2"_L1}});
        VERIFY_DONE(changed);
        QVERIFY(!changed.created);
        QCOMPARE(changed.uid(), made.uid());
        QVERIFY(changed.resourceVersion() != made.resourceVersion());
        ApplyRequest same = mapRequest(u"life"_s, {{"a"_L1, "2"_L1}});
        same.body = *kube::withLock(same.body, changed.uid(), changed.resourceVersion());
        const WriteOutcome unchanged = admin().apply(same);
        VERIFY_DONE(unchanged);
        QVERIFY(unchanged.unchanged);
        QCOMPARE(unchanged.resourceVersion(), changed.resourceVersion());
    }

    void createsOnlyWhatIsNotThere()
    {
        const kube::CreateRequest request{
            map(u"revision-1"_s),
            bytesOf(configMap(named(u"revision-1"_s), {{"text"_L1, "a"_L1}}))};
        const WriteOutcome made = admin().create(request);
        VERIFY_DONE(made);
        QVERIFY(made.created);
        QVERIFY(!made.changedSince);
        QCOMPARE(valueAt(made.object, {u"data"_s, u"text"_s}).toString(), u"a"_s);
        kube::CreateRequest second = request;
        second.body = bytesOf(configMap(named(u"revision-1"_s), {{"text"_L1, "b"_L1}}));
        const WriteOutcome refused = admin().create(second); // somebody was first
        VERIFY_REFUSED(refused, Refusal::AlreadyExists, ErrorCode::Conflict);
        QCOMPARE(dataOf(u"revision-1"_s).value(u"text"_s), u"a"_s);
        const auto owners =
            kube::ownersOf(kube::fieldOwners(managed(u"revision-1"_s)), u".data.text"_s);
        QCOMPARE(managersOf(owners), QStringList{u"spillway"_s});
        QVERIFY(!owners.first().isApply());
    }

    void aTrialShowsWhatACreationMade()
    {
        // What settles a lost answer: the same bytes under another name, kept by nobody.
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"trial"_s);
        const kube::CreateRequest request{
            object, bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 6)))};
        const WriteOutcome made = admin().create(request);
        VERIFY_DONE(made);
        const auto trial = kube::trialRequest(request);
        QVERIFY_RESULT(trial);
        const auto answer = admin().send(*trial);
        QVERIFY_RESULT(answer.result);
        QCOMPARE(jsonOf(answer).value("spec"_L1), made.object.value("spec"_L1));
        const QString name = valueAt(jsonOf(answer), {u"metadata"_s, u"name"_s}).toString();
        QVERIFY2(name.startsWith(u"trial-"_s), qPrintable(name));
        QCOMPARE(admin().get<QJsonObject>({object.resource, ns(), name}).detail.refusal,
                 Refusal::ObjectMissing);
    }

    void anyTextArrives()
    {
        const QString text = u"Ü \"quoted\" \\ back\ttab\nline \u4e2d\u6587 \U0001F6A6 #: {}"_s;
        VERIFY_DONE(put(u"text"_s, {{"a"_L1, text}}));
        QCOMPARE(dataOf(u"text"_s).value(u"a"_s), text);
    }

    void aPreviewLeavesNothing()
    {
        const ApplyRequest request = mapRequest(u"preview"_s, {{"a"_L1, "1"_L1}});
        const auto creation = admin().preview(request);
        QVERIFY_RESULT(creation.result);
        QVERIFY(creation.result->creates);
        QVERIFY(!creation.result->serverBug);
        QCOMPARE(admin().get<ConfigMap>(request.object).detail.refusal, Refusal::ObjectMissing);
        const WriteOutcome made = admin().apply(request);
        VERIFY_DONE(made);
        QCOMPARE(made.hash, creation.result->hash);

        const auto change = admin().preview(mapRequest(u"preview"_s, {{"a"_L1, "2"_L1}}));
        QVERIFY_RESULT(change.result);
        QVERIFY(!change.result->creates);
        QCOMPARE(valueAt(change.result->object, {u"data"_s, u"a"_s}).toString(), u"2"_s);
        QCOMPARE(versionOf(change.result->object), made.resourceVersion());
        const auto live = admin().get<ConfigMap>(request.object);
        QVERIFY_RESULT(live.result);
        QCOMPARE(live.result->data.value(u"a"_s), u"1"_s);
        QCOMPARE(live.result->meta.resourceVersion, made.resourceVersion());
    }

    void whatIsPreviewedIsWhatIsWritten()
    {
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"previewed"_s);
        const ApplyRequest request{object,
                                   bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 6)))};
        const auto preview = admin().preview(request);
        QVERIFY_RESULT(preview.result);
        const WriteOutcome made = admin().apply(request);
        VERIFY_DONE(made);
        QCOMPARE(made.hash, preview.result->hash);
        QCOMPARE(made.object.value("spec"_L1), preview.result->object.value("spec"_L1));
        QCOMPARE(valueAt(made.object, {u"spec"_s, u"minReplicas"_s}).toInt(), 1); // the default
    }

    void aPreviewThatGrewOldIsNotWritten()
    {
        const WriteOutcome made = put(u"old"_s, {{"a"_L1, "1"_L1}});
        VERIFY_DONE(made);
        ApplyRequest request = mapRequest(u"old"_s, {{"a"_L1, "2"_L1}});
        const auto preview = admin().preview(request);
        QVERIFY_RESULT(preview.result);
        patch(u"old"_s, {{"b"_L1, "theirs"_L1}}, u"somebody"_s); // another field: no conflict
        request.body = *kube::withLock(request.body, made.uid(), versionOf(preview.result->object));
        VERIFY_REFUSED(admin().apply(request), Refusal::Stale, ErrorCode::Conflict);
        QVERIFY_ERROR(admin().preview(request).result, ErrorCode::Conflict);
        QCOMPARE(dataOf(u"old"_s).value(u"a"_s), u"1"_s);
    }

    void oneEntryIsOurs()
    {
        VERIFY_DONE(put(u"entry"_s, {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}}));
        patch(u"entry"_s, {{"c"_L1, "3"_L1}}, u"somebody"_s);
        const auto entries = managed(u"entry"_s);
        const kube::ManagedFieldsEntry *const ours = kube::applyEntry(entries, u"spillway"_s);
        QVERIFY(ours);
        const auto paths = kube::fieldPaths(ours->fieldsV1);
        QVERIFY_RESULT(paths);
        QCOMPARE(*paths, (QStringList{u".data.a"_s, u".data.b"_s}));
        const kube::FieldOwners owners = kube::fieldOwners(entries);
        QCOMPARE(managersOf(kube::ownersOf(owners, u".data.c"_s)), QStringList{u"somebody"_s});
        QVERIFY(!kube::ownersOf(owners, u".data.c"_s).first().isApply());
        QCOMPARE(kube::applyEntry(entries, u"somebody"_s), nullptr);
    }

    void conflictsNameFieldAndOwner()
    {
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"conflict"_s);
        const auto request = [&object](int most, const QString &manager, bool force = false) {
            return ApplyRequest{object,
                                bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, most))),
                                manager, force};
        };
        VERIFY_DONE(admin().apply(request(6, u"spillway"_s)));
        const WriteOutcome refused = admin().apply(request(9, u"other"_s));
        VERIFY_REFUSED(refused, Refusal::OwnedByOthers, ErrorCode::Conflict);
        QCOMPARE(refused.detail.conflicts.size(), 1);
        QCOMPARE(refused.detail.conflicts.first(),
                 (kube::FieldConflict{u".spec.maxReplicas"_s, u"spillway"_s, {}, {}}));
        QVERIFY_ERROR(admin().preview(request(9, u"other"_s)).result, ErrorCode::Conflict);

        const auto patched = admin().send(foreignRequest(
            Method::Patch, kube::resourcePath(object.resource, ns(), object.name),
            bytesOf({{"spec"_L1, QJsonObject{{"maxReplicas"_L1, 8}}}}), mergeType, u"hand"_s));
        QVERIFY_RESULT(patched.result);
        const WriteOutcome again = admin().apply(request(6, u"spillway"_s));
        VERIFY_REFUSED(again, Refusal::OwnedByOthers, ErrorCode::Conflict);
        QCOMPARE(again.detail.conflicts.first(),
                 (kube::FieldConflict{u".spec.maxReplicas"_s, u"hand"_s, {}, u"autoscaling/v2"_s}));

        VERIFY_DONE(admin().apply(request(6, u"spillway"_s, true)));
        const auto live = admin().get<HorizontalPodAutoscaler>(object);
        QVERIFY_RESULT(live.result);
        QCOMPARE(live.result->maxReplicas, 6);
        QCOMPARE(managersOf(kube::ownersOf(kube::fieldOwners(live.result->meta.managedFields),
                                           u".spec.maxReplicas"_s)),
                 QStringList{u"spillway"_s});
    }

    void equalValuesAreShared()
    {
        VERIFY_DONE(put(u"shared"_s, {{"a"_L1, "1"_L1}}));
        VERIFY_DONE(put(u"shared"_s, {{"a"_L1, "1"_L1}}, u"other"_s));
        QCOMPARE(managersOf(kube::ownersOf(kube::fieldOwners(managed(u"shared"_s)), u".data.a"_s)),
                 (QStringList{u"other"_s, u"spillway"_s}));
        VERIFY_REFUSED(put(u"shared"_s, {{"a"_L1, "2"_L1}}), Refusal::OwnedByOthers,
                       ErrorCode::Conflict);
        VERIFY_DONE(put(u"shared"_s, {}, u"other"_s)); // lets go
        VERIFY_DONE(put(u"shared"_s, {{"a"_L1, "2"_L1}}));
    }

    void whatIsLeftOutGoes()
    {
        VERIFY_DONE(put(u"left-out"_s, {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}}));
        VERIFY_DONE(put(u"left-out"_s, {{"b"_L1, "2"_L1}}, u"other"_s)); // keeps b
        const ApplyRequest less = mapRequest(u"left-out"_s, {});
        const auto released = kube::releasedPaths(managed(u"left-out"_s), u"spillway"_s, less.body);
        QVERIFY_RESULT(released);
        QCOMPARE(*released, (QStringList{u".data.a"_s, u".data.b"_s}));
        VERIFY_DONE(admin().apply(less));
        QCOMPARE(dataOf(u"left-out"_s), (kube::Texts{{u"b"_s, u"2"_s}}));
    }

    /// The HPA controller writes status every 15 seconds: who edits for longer must not care (C1).
    void statusWritesDisturbNoEditOfTheSpec()
    {
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"busy"_s);
        const WriteOutcome made = admin().apply(
            {object, bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 6)))});
        VERIFY_DONE(made);
        kube::ApplyRequest edit{object,
                                bytesOf(hpa(object.name, with(hpaSpec(), u"maxReplicas"_s, 9)))};
        edit.body = *kube::withLock(edit.body, made.uid(), {});
        const auto preview = admin().preview(edit);
        QVERIFY_RESULT(preview.result);

        const QJsonObject status{{"currentReplicas"_L1, 3}, {"desiredReplicas"_L1, 4}};
        const auto moved = admin().send(foreignRequest(
            Method::Patch, kube::resourcePath(object.resource, ns(), object.name, u"status"_s),
            bytesOf({{"status"_L1, status}}), mergeType, u"kube-controller-manager"_s));
        QVERIFY_RESULT(moved.result);
        const QStringList version{u"metadata"_s, u"resourceVersion"_s};
        QVERIFY(valueAt(jsonOf(moved), version) != valueAt(made.object, version));

        const WriteOutcome done = admin().apply(edit);
        VERIFY_DONE(done);
        QCOMPARE(done.object.value("spec"_L1), preview.result->object.value("spec"_L1));
        QCOMPARE(valueAt(done.object, {u"status"_s, u"desiredReplicas"_s}).toInt(), 4);
    }

    void listsAreOwnedWhole()
    {
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"metrics"_s);
        QJsonObject spec = with(hpaSpec(), u"maxReplicas"_s, 6);
        VERIFY_DONE(admin().apply({object, bytesOf(hpa(object.name, spec))}));
        const auto live = admin().get<HorizontalPodAutoscaler>(object);
        QVERIFY_RESULT(live.result);
        QCOMPARE(managersOf(kube::ownersOf(kube::fieldOwners(live.result->meta.managedFields),
                                           u".spec.metrics[0].resource"_s)),
                 QStringList{u"spillway"_s});
        spec.insert("metrics"_L1, QJsonArray{cpuMetric(70), cpuMetric(80)});
        const WriteOutcome refused =
            admin().apply({object, bytesOf(hpa(object.name, spec)), u"other"_s});
        VERIFY_REFUSED(refused, Refusal::OwnedByOthers, ErrorCode::Conflict);
        QCOMPARE(refused.detail.conflicts.first().field, u".spec.metrics"_s);
    }

    void onlyTheObjectThatWasSeen()
    {
        const WriteOutcome made = put(u"seen"_s, {{"a"_L1, "1"_L1}});
        VERIFY_DONE(made);
        ApplyRequest request = mapRequest(u"seen"_s, {{"a"_L1, "2"_L1}});
        const QByteArray plain = request.body;
        request.body = *kube::withLock(plain, u"00000000-0000-4000-8000-000000000000"_s, {});
        VERIFY_REFUSED(admin().apply(request), Refusal::Stale, ErrorCode::Conflict);
        request.body = *kube::withLock(plain, made.uid(), {});
        VERIFY_DONE(admin().apply(request));

        VERIFY_DONE(admin().remove({request.object, made.uid()}));
        VERIFY_REFUSED(admin().apply(request), Refusal::Stale, ErrorCode::Conflict);
        QCOMPARE(admin().get<ConfigMap>(request.object).detail.refusal, Refusal::ObjectMissing);
    }

    void objectsOfClientSideApply()
    {
        const QJsonObject manifest =
            configMap(named(u"legacy"_s), {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}});
        const QJsonObject annotations{{"kubectl.kubernetes.io/last-applied-configuration"_L1,
                                       QString::fromUtf8(bytesOf(manifest))}};
        QJsonObject sent = manifest;
        sent.insert("metadata"_L1, with(named(u"legacy"_s), u"annotations"_s, annotations));
        const auto made = admin().send(
            foreignRequest(Method::Post, kube::resourcePath(map({}).resource, ns()), bytesOf(sent),
                           "application/json", u"kubectl-client-side-apply"_s));
        QVERIFY_RESULT(made.result);

        VERIFY_DONE(put(u"legacy"_s, {{"a"_L1, "1"_L1}})); // the value it has: shared
        const WriteOutcome refused = put(u"legacy"_s, {{"a"_L1, "5"_L1}});
        VERIFY_REFUSED(refused, Refusal::OwnedByOthers, ErrorCode::Conflict);
        QCOMPARE(refused.detail.conflicts.first(),
                 (kube::FieldConflict{u".data.a"_s, u"kubectl-client-side-apply"_s, {}, u"v1"_s}));
        ApplyRequest takes = mapRequest(u"legacy"_s, {{"a"_L1, "5"_L1}});
        takes.force = true;
        VERIFY_DONE(admin().apply(takes));
        // What was not taken over stays the old manager's: we do not claim to remove it.
        const auto owners = kube::fieldOwners(managed(u"legacy"_s));
        QCOMPARE(managersOf(kube::ownersOf(owners, u".data.a"_s)), QStringList{u"spillway"_s});
        QCOMPARE(managersOf(kube::ownersOf(owners, u".data.b"_s)),
                 QStringList{u"kubectl-client-side-apply"_s});
        const ApplyRequest less = mapRequest(u"legacy"_s, {{"a"_L1, "5"_L1}});
        QCOMPARE(*kube::releasedPaths(managed(u"legacy"_s), u"spillway"_s, less.body),
                 QStringList{});
        VERIFY_DONE(admin().apply(less));
        QCOMPARE(dataOf(u"legacy"_s), (kube::Texts{{u"a"_s, u"5"_s}, {u"b"_s, u"2"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestContractApply)
#include "tst_contractapply.moc"
