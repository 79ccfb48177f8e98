// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The protocol by which policy and schedule share an object: "spillway" owns what the policy says,
// "spillway-schedule" the bounds while a timeline is attached. No step needs force.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "kube/managedfields.h"

using namespace spillway;
using namespace spillway::contract;
using kube::ApplyRequest;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;

Q_DECLARE_METATYPE(spillway::kube::Kind)

namespace {

const QString console = QStringLiteral("spillway");
const QString schedule = QStringLiteral("spillway-schedule");

} // namespace

/// Each function has an object of its own, once as an HPA and once as a ScaledObject.
class TestContractOwnership : public ContractTest
{
    Q_OBJECT

    Result<void> prepare() override { return cluster().install(Kind::ScaledObject); }

    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("HPA") << Kind::HorizontalPodAutoscaler;
        QTest::newRow("ScaledObject") << Kind::ScaledObject;
    }
    struct Subject
    {
        ObjectRef object;
        QString least; ///< names of the bounds
        QString most;
    };
    [[nodiscard]] Subject subject(Kind kind, const QString &name)
    {
        const bool isHpa = kind == Kind::HorizontalPodAutoscaler;
        return {cluster().ref(kind, name), isHpa ? u"minReplicas"_s : u"minReplicaCount"_s,
                isHpa ? u"maxReplicas"_s : u"maxReplicaCount"_s};
    }
    [[nodiscard]] static QJsonObject policy(const Subject &s)
    {
        return s.least == "minReplicas"_L1 ? hpaSpec() : scaledObjectSpec();
    }
    [[nodiscard]] static QJsonObject bounds(const Subject &s, int least, int most)
    {
        return {{s.least, least}, {s.most, most}};
    }
    [[nodiscard]] static QJsonObject both(const Subject &s, int least, int most)
    {
        return with(with(policy(s), s.least, least), s.most, most);
    }
    [[nodiscard]] static ApplyRequest request(const Subject &s, const QJsonObject &spec,
                                              const QString &manager)
    {
        const kube::Resource &kind = s.object.resource;
        return {s.object,
                bytesOf(withSpec(kind.apiVersion().toLatin1().constData(),
                                 kind.kind.toLatin1().constData(), s.object.name, spec)),
                manager};
    }
    [[nodiscard]] WriteOutcome apply(const Subject &s, const QJsonObject &spec,
                                     const QString &manager)
    {
        return admin().apply(request(s, spec, manager));
    }
    [[nodiscard]] QList<kube::ManagedFieldsEntry> entries(const Subject &s)
    {
        if (s.least == "minReplicas"_L1) {
            const auto got = admin().get<kube::HorizontalPodAutoscaler>(s.object);
            return got.result ? got.result->meta.managedFields : QList<kube::ManagedFieldsEntry>{};
        }
        const auto got = admin().get<kube::ScaledObject>(s.object);
        return got.result ? got.result->meta.managedFields : QList<kube::ManagedFieldsEntry>{};
    }
    [[nodiscard]] QStringList ownersOfMost(const Subject &s)
    {
        QStringList managers;
        const auto owners = kube::fieldOwners(entries(s));
        for (const kube::FieldOwner &owner : kube::ownersOf(owners, u".spec."_s + s.most)) {
            managers.append(owner.manager);
        }
        managers.sort();
        return managers;
    }
    [[nodiscard]] static int mostOf(const Subject &s, const WriteOutcome &outcome)
    {
        return valueAt(outcome.object, {u"spec"_s, s.most}).toInt();
    }
    /// An object whose bounds the schedule owns.
    void attach(const Subject &s)
    {
        VERIFY_DONE(apply(s, both(s, 2, 6), console));
        VERIFY_DONE(apply(s, bounds(s, 2, 6), schedule)); // the live values: shared
        const ApplyRequest without = request(s, policy(s), console);
        QCOMPARE(*kube::releasedPaths(entries(s), console, without.body),
                 (QStringList{u".spec."_s + s.most, u".spec."_s + s.least}));
        const WriteOutcome left = admin().apply(without);
        VERIFY_DONE(left);
        QCOMPARE(mostOf(s, left), 6); // nothing moved
        QCOMPARE(ownersOfMost(s), QStringList{schedule});
    }

private Q_SLOTS:
    void theScheduleMovesTheBounds_data() { kinds(); }
    void theScheduleMovesTheBounds()
    {
        QFETCH(Kind, kind);
        const Subject s = subject(kind, u"runs"_s);
        attach(s);
        VERIFY_DONE(apply(s, bounds(s, 5, 9), schedule));
        const WriteOutcome again = apply(s, policy(s), console); // a re-push changes nothing
        VERIFY_DONE(again);
        QCOMPARE(mostOf(s, again), 9);
        QCOMPARE(valueAt(again.object, {u"spec"_s, s.least}).toInt(), 5);
        QCOMPARE(ownersOfMost(s), QStringList{schedule});
    }

    void aPushThatForgetsTheScheduleIsRefused_data() { kinds(); }
    void aPushThatForgetsTheScheduleIsRefused()
    {
        QFETCH(Kind, kind);
        const Subject s = subject(kind, u"forgets"_s);
        attach(s);
        const WriteOutcome refused = apply(s, both(s, 3, 12), console);
        VERIFY_REFUSED(refused, Refusal::OwnedByOthers, ErrorCode::Conflict);
        QCOMPARE(refused.detail.conflicts.size(), 2);
        for (const kube::FieldConflict &conflict : refused.detail.conflicts) {
            QCOMPARE(conflict.manager, schedule);
            QVERIFY(conflict.apiVersion.isEmpty());
        }
    }

    void detachingGivesTheBoundsBack_data() { kinds(); }
    void detachingGivesTheBoundsBack()
    {
        QFETCH(Kind, kind);
        const Subject s = subject(kind, u"detached"_s);
        attach(s);
        VERIFY_DONE(apply(s, both(s, 2, 6), console)); // the live values: shared
        VERIFY_DONE(apply(s, {}, schedule));
        QCOMPARE(ownersOfMost(s), QStringList{console});
        const WriteOutcome free = apply(s, both(s, 3, 12), console);
        VERIFY_DONE(free);
        QCOMPARE(mostOf(s, free), 12);
    }

    void aHandEditIsSeen_data() { kinds(); }
    void aHandEditIsSeen()
    {
        QFETCH(Kind, kind);
        const Subject s = subject(kind, u"edited"_s);
        VERIFY_DONE(apply(s, both(s, 2, 6), console));
        const QByteArray before = kube::applyEntry(entries(s), console)->fieldsV1;
        const auto patch = [&](int most) {
            return admin().send(
                foreignRequest(HttpRequest::Method::Patch,
                               kube::resourcePath(s.object.resource, ns(), s.object.name),
                               bytesOf({{"spec"_L1, QJsonObject{{s.most, most}}}}),
                               "application/merge-patch+json", u"hand"_s));
        };
        QVERIFY_RESULT(patch(9).result);
        const QByteArray stolen = kube::applyEntry(entries(s), console)->fieldsV1;
        QVERIFY(stolen != before);
        QVERIFY(!kube::fieldPaths(stolen)->contains(u".spec."_s + s.most));
        QCOMPARE(ownersOfMost(s), QStringList{u"hand"_s});
        QVERIFY_RESULT(patch(6).result); // set back: still not ours
        QCOMPARE(kube::applyEntry(entries(s), console)->fieldsV1, stolen);
        VERIFY_DONE(apply(s, both(s, 2, 6), console));
        QCOMPARE(kube::applyEntry(entries(s), console)->fieldsV1, before);
    }

    void boundsThatNobodyElseOwnsMustBeSent()
    {
        const Subject hpa = subject(Kind::HorizontalPodAutoscaler, u"sole"_s);
        VERIFY_DONE(apply(hpa, both(hpa, 2, 6), console));
        const WriteOutcome refused = apply(hpa, policy(hpa), console);
        VERIFY_REFUSED(refused, Refusal::Invalid, ErrorCode::BadRequest);
        QCOMPARE(refused.detail.causes.first().field, u"spec.maxReplicas"_s);
        const WriteOutcome fallen = apply(hpa, with(policy(hpa), hpa.most, 6), console);
        VERIFY_DONE(fallen);
        QCOMPARE(valueAt(fallen.object, {u"spec"_s, hpa.least}).toInt(), 1);

        const Subject keda = subject(Kind::ScaledObject, u"sole"_s);
        VERIFY_DONE(apply(keda, both(keda, 2, 6), console));
        const WriteOutcome gone = apply(keda, policy(keda), console);
        VERIFY_DONE(gone);
        QVERIFY(valueAt(gone.object, {u"spec"_s, keda.most}).isUndefined());
    }
};

QTEST_GUILESS_MAIN(TestContractOwnership)
#include "tst_contractownership.moc"
