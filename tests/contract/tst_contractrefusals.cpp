// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the server refuses, in our words: the field, whose fault it is, and whether to try again;
// and what we refuse because the server would not.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"

using namespace spillway;
using namespace spillway::contract;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;
using kube::StatusCause;

Q_DECLARE_METATYPE(spillway::ErrorCode)

namespace {

QStringList fieldsOf(const QList<StatusCause> &causes)
{
    QStringList fields;
    for (const StatusCause &cause : causes) {
        fields.append(cause.field);
    }
    return fields;
}

QJsonObject hpaSpecWith(const QString &key, const QJsonValue &value)
{
    return with(with(hpaSpec(), u"maxReplicas"_s, 6), key, value);
}

} // namespace

class TestContractRefusals : public ContractTest
{
    Q_OBJECT

    Result<void> prepare() override { return cluster().install(Kind::ScaledObject); }

    [[nodiscard]] WriteOutcome applyHpa(const QString &name, const QJsonObject &spec)
    {
        return admin().apply(
            {cluster().ref(Kind::HorizontalPodAutoscaler, name), bytesOf(hpa(name, spec))});
    }
    [[nodiscard]] bool isMissing(Kind kind, const QString &name)
    {
        return admin().get<QJsonObject>(cluster().ref(kind, name)).detail.refusal ==
               Refusal::ObjectMissing;
    }

private Q_SLOTS:
    void whatIsMissing()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"missing"_s);
        const auto read = admin().get<kube::ConfigMap>(object);
        QVERIFY_ERROR(read.result, ErrorCode::NotFound);
        QCOMPARE(read.detail.refusal, Refusal::ObjectMissing);
        QCOMPARE(read.detail.name, u"missing"_s);

        ObjectRef elsewhere = object;
        elsewhere.ns = ns() + u"-no"_s;
        VERIFY_REFUSED(admin().apply({elsewhere, bytesOf(configMap(named(object.name), {}))}),
                       Refusal::NamespaceMissing, ErrorCode::NotFound);

        ObjectRef unknown = object;
        unknown.resource = {cluster().ownGroup(), u"v1"_s, u"Thing"_s, u"things"_s, true};
        VERIFY_REFUSED(
            admin().apply({unknown, bytesOf({{"apiVersion"_L1, unknown.resource.apiVersion()},
                                             {"kind"_L1, "Thing"_L1},
                                             {"metadata"_L1, named(object.name)}})}),
            Refusal::KindMissing, ErrorCode::Unsupported);
    }

    void whatExistsAlready()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"revision-1"_s);
        const auto create = [&] {
            return admin().send(foreignRequest(
                HttpRequest::Method::Post, kube::resourcePath(object.resource, ns()),
                bytesOf(configMap(named(object.name), {})), "application/json", u"spillway"_s));
        };
        QVERIFY_RESULT(create().result);
        const auto second = create(); // somebody was first
        QVERIFY_ERROR(second.result, ErrorCode::Conflict);
        QCOMPARE(second.detail.refusal, Refusal::AlreadyExists);
        QCOMPARE(second.detail.name, object.name);
        QVERIFY(!second.detail.retryable);
    }

    void rulesOfAnHpa_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("below the minimum")
            << u"minReplicas"_s << QJsonValue{8} << u"spec.maxReplicas"_s;
        QTest::newRow("negative") << u"maxReplicas"_s << QJsonValue{-1} << u"spec.maxReplicas"_s;
        QTest::newRow("no name of a target")
            << u"scaleTargetRef"_s << QJsonValue{with(hpaTarget({}), u"name"_s, u""_s)}
            << u"spec.scaleTargetRef.name"_s;
        const QJsonObject tooLong{
            {"scaleDown"_L1, QJsonObject{{"stabilizationWindowSeconds"_L1, 3601}}}};
        QTest::newRow("window") << u"behavior"_s << QJsonValue{tooLong}
                                << u"spec.behavior.scaleDown.stabilizationWindowSeconds"_s;
    }
    void rulesOfAnHpa()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, field);
        const WriteOutcome refused = applyHpa(u"rules"_s, hpaSpecWith(key, value));
        VERIFY_REFUSED(refused, Refusal::Invalid, ErrorCode::BadRequest);
        QVERIFY2(fieldsOf(refused.detail.causes).contains(field),
                 qPrintable(refused.error->sentence()));
        QVERIFY(!refused.detail.retryable);
        QVERIFY(isMissing(Kind::HorizontalPodAutoscaler, u"rules"_s));
    }

    void contentThatTheServerCannotDigest_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown field") << u"maxReplica"_s << QJsonValue{6} << u"spec.maxReplica"_s;
        QTest::newRow("text for a number")
            << u"minReplicas"_s << QJsonValue{u"two"_s} << u"spec.minReplicas"_s;
        QTest::newRow("number for an object")
            << u"behavior"_s << QJsonValue{7} << u"spec.behavior"_s;
    }
    void contentThatTheServerCannotDigest()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, field);
        const ObjectRef object = cluster().ref(Kind::HorizontalPodAutoscaler, u"digest"_s);
        const kube::ApplyRequest request{object,
                                         bytesOf(hpa(object.name, hpaSpecWith(key, value)))};
        // The field is named, and nothing is sent.
        const WriteOutcome refused = admin().apply(request);
        VERIFY_REFUSED(refused, Refusal::Invalid, ErrorCode::InvalidInput);
        QCOMPARE(fieldsOf(refused.detail.causes), QStringList{field});
        QVERIFY_ERROR(admin().preview(request).result, ErrorCode::InvalidInput);
        // The server's 500 is told as what it is: the content's fault.
        for (const bool dryRun : {true, false}) {
            const auto sent = admin().send(kube::applyRequest(request, dryRun));
            QVERIFY_ERROR(sent.result, ErrorCode::BadRequest);
            QCOMPARE(sent.detail.refusal, Refusal::NotDigestible);
            QVERIFY(!sent.detail.retryable);
        }
        QVERIFY(isMissing(Kind::HorizontalPodAutoscaler, object.name));
    }

    void theSchemaAcceptsWhatTheServerAccepts()
    {
        VERIFY_DONE(applyHpa(u"accepted"_s, hpaSpecWith(u"minReplicas"_s, 2)));
    }

    void customResourcesAreCheckedAgainstTheCluster()
    {
        const ObjectRef object = cluster().ref(Kind::ScaledObject, u"checked"_s);
        const auto apply = [&](const QString &key, const QJsonValue &value) {
            return admin().apply(
                {object, bytesOf(scaledObject(object.name, with(scaledObjectSpec(), key, value)))});
        };
        const WriteOutcome unknown = apply(u"maxReplicaCounts"_s, 7);
        VERIFY_REFUSED(unknown, Refusal::Invalid, ErrorCode::InvalidInput);
        QCOMPARE(fieldsOf(unknown.detail.causes), QStringList{u"spec.maxReplicaCounts"_s});
        const WriteOutcome wrong = apply(u"maxReplicaCount"_s, u"seven"_s);
        VERIFY_REFUSED(wrong, Refusal::Invalid, ErrorCode::InvalidInput);
        QCOMPARE(fieldsOf(wrong.detail.causes), QStringList{u"spec.maxReplicaCount"_s});
        VERIFY_DONE(apply(u"maxReplicaCount"_s, 7));
        const KubeSchemas::Fact fact = admin().client().schemas().fact(object.resource);
        QVERIFY2(!fact.problem, fact.problem ? qPrintable(fact.problem->sentence()) : "");
        QCOMPARE(fact.origin, KubeSchemas::Origin::Cluster);
    }

    void numbersThatWouldBeCutOff()
    {
        const WriteOutcome refused =
            applyHpa(u"overflow"_s, hpaSpecWith(u"maxReplicas"_s, 4294967302.0));
        VERIFY_REFUSED(refused, Refusal::Invalid, ErrorCode::InvalidInput);
        QCOMPARE(fieldsOf(refused.detail.causes), QStringList{u"spec.maxReplicas"_s});
        QVERIFY(isMissing(Kind::HorizontalPodAutoscaler, u"overflow"_s));
    }

    void doubledKeys()
    {
        const ObjectRef object = cluster().ref(Kind::ConfigMap, u"doubled"_s);
        const WriteOutcome refused = admin().apply(
            {object, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"doubled"},)"
                     R"("data":{"a":"1","a":"2"}})"});
        VERIFY_REFUSED(refused, Refusal::Invalid, ErrorCode::BadRequest);
        QVERIFY(isMissing(Kind::ConfigMap, object.name));
    }

    void otherSpellingsOfAQuantityAreNoChange()
    {
        const auto spec = [](const QString &value) {
            const QJsonObject target{{"type"_L1, "AverageValue"_L1}, {"averageValue"_L1, value}};
            const QJsonObject metric{{"metric"_L1, named(u"rate"_s)}, {"target"_L1, target}};
            return with(hpaSpecWith(u"minReplicas"_s, 2), u"metrics"_s,
                        QJsonArray{QJsonObject{{"type"_L1, "Pods"_L1}, {"pods"_L1, metric}}});
        };
        const WriteOutcome made = applyHpa(u"quantity"_s, spec(u"0.5"_s));
        VERIFY_DONE(made);
        const WriteOutcome again = applyHpa(u"quantity"_s, spec(u"0.5"_s));
        VERIFY_DONE(again);
        QCOMPARE(again.object.value("spec"_L1), made.object.value("spec"_L1));
        const auto read = admin().get<kube::HorizontalPodAutoscaler>(
            cluster().ref(Kind::HorizontalPodAutoscaler, u"quantity"_s));
        QVERIFY_RESULT(read.result);
        const auto preview =
            admin().preview({cluster().ref(Kind::HorizontalPodAutoscaler, u"quantity"_s),
                             bytesOf(hpa(u"quantity"_s, spec(u"500m"_s)))});
        QVERIFY_RESULT(preview.result);
        QCOMPARE(preview.result->object.value("spec"_L1), made.object.value("spec"_L1));
        QCOMPARE(kube::specHash(read.result->spec),
                 kube::specHash(bytesOf(preview.result->object.value("spec"_L1).toObject())));
    }

    void whatIsTooLarge_data()
    {
        QTest::addColumn<bool>("custom");
        QTest::addColumn<int>("size");
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("request") << false << 3'300'000 << Refusal::ObjectTooLarge
                                 << ErrorCode::TooLarge;
        QTest::newRow("config map")
            << false << 1'100'000 << Refusal::Invalid << ErrorCode::BadRequest;
        QTest::newRow("store") << true << 2'000'000 << Refusal::ObjectTooLarge
                               << ErrorCode::TooLarge;
    }
    void whatIsTooLarge()
    {
        QFETCH(bool, custom);
        QFETCH(int, size);
        QFETCH(Refusal, refusal);
        QFETCH(ErrorCode, code);
        const QString text(size, u'x');
        const ObjectRef object =
            cluster().ref(custom ? Kind::ScaledObject : Kind::ConfigMap, u"large"_s);
        const QJsonObject trigger{{"type"_L1, "cron"_L1},
                                  {"metadata"_L1, QJsonObject{{"a"_L1, text}}}};
        const QJsonObject manifest =
            custom ? scaledObject(object.name,
                                  with(scaledObjectSpec(), u"triggers"_s, QJsonArray{trigger}))
                   : configMap(named(object.name), {{"a"_L1, text}});
        const WriteOutcome refused = admin().apply({object, bytesOf(manifest)});
        VERIFY_REFUSED(refused, refusal, code);
        QVERIFY(refused.error->sentence().size() < 5'000);
        QVERIFY(isMissing(custom ? Kind::ScaledObject : Kind::ConfigMap, object.name));
    }
};

QTEST_GUILESS_MAIN(TestContractRefusals)
#include "tst_contractrefusals.moc"
