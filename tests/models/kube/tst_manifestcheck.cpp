// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/accessreview.h"
#include "kube/forbidden.h"
#include "kube/manifestcheck.h"
#include "support/resultmacros.h"
#include "wiredata.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

using Extent = ManifestValidator::Extent;

Q_DECLARE_METATYPE(spillway::ManifestValidator::Extent)

namespace {

const ObjectRef hpaRef{bestResource(Kind::HorizontalPodAutoscaler), QStringLiteral("shop"),
                       QStringLiteral("api")};

} // namespace

class TestManifestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("fields");
        const QByteArray head =
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",)";
        const auto row = [&head](const char *name, const QByteArray &rest,
                                 const QStringList &fields) {
            QTest::newRow(name) << QByteArray{head + rest} << fields;
        };
        row("fine",
            R"("metadata":{"name":"api","namespace":"shop"},"spec":{"maxReplicas":2147483647}})",
            {});
        row("without a namespace", R"("metadata":{"name":"api"}})", {});
        row("other name", R"("metadata":{"name":"b"}})", {u"metadata.name"_s});
        row("other namespace", R"("metadata":{"name":"api","namespace":"x"}})",
            {u"metadata.namespace"_s});
        row("managed fields", R"("metadata":{"name":"api","managedFields":[]}})",
            {u"metadata.managedFields"_s});
        row("wraps to 6", R"("metadata":{"name":"api"},"spec":{"maxReplicas":4294967302}})",
            {u"spec.maxReplicas"_s});
        row("wraps to 0", R"("metadata":{"name":"api"},"spec":{"maxReplicas":8589934592}})",
            {u"spec.maxReplicas"_s});
        row("just beyond", R"("metadata":{"name":"api"},"spec":{"minReplicas":2147483648}})",
            {u"spec.minReplicas"_s});
        row("below", R"("metadata":{"name":"api"},"spec":{"minReplicas":-2147483649}})",
            {u"spec.minReplicas"_s});
        row("in a list",
            R"("metadata":{"name":"api"},"spec":{"behavior":{"scaleUp":{"policies":[{"value":1},{"value":9e9}]}}}})",
            {u"spec.behavior.scaleUp.policies[1].value"_s});
        row("64-bit fields",
            R"("metadata":{"name":"api"},"spec":{"startingDeadlineSeconds":9999999999,"runAsUser":4294967294}})",
            {});
        row("fractions and texts",
            R"("metadata":{"name":"api"},"spec":{"x":1e10,"y":"99999999999","z":0.5}})",
            {u"spec.x"_s});
        QTest::newRow("kind and version")
            << QByteArray{R"({"apiVersion":"autoscaling/v1","kind":"Hpa","metadata":{"name":"api"}})"}
            << QStringList{u"apiVersion"_s, u"kind"_s};
        QTest::newRow("nothing") << QByteArray{"{}"}
                                 << QStringList{u"apiVersion"_s, u"kind"_s, u"metadata.name"_s};
    }
    void problems()
    {
        QFETCH(QByteArray, json);
        QStringList found;
        for (const StatusCause &cause : checkManifest(
                 hpaRef, QJsonDocument::fromJson(json).object(), nullptr, Extent::Partial)) {
            found.append(cause.field);
            QVERIFY(!cause.message.isEmpty());
        }
        QTEST(found, "fields");
    }

    void whatTheSchemaSays_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<Extent>("extent");
        QTest::addColumn<QStringList>("found"); // "field: reason"
        const auto row = [](const char *name, const QByteArray &spec, Extent extent,
                            const QStringList &found) {
            QTest::newRow(name) << spec << extent << found;
        };
        row("some fields", R"({"minReplicas":2})", Extent::Partial, {});
        row("all that must be there", R"({"minReplicas":2})", Extent::Whole,
            {u"spec.maxReplicas: FieldValueRequired"_s});
        row("unknown field", R"({"maxReplica":2})", Extent::Partial,
            {u"spec.maxReplica: FieldValueNotSupported"_s});
        row("wrong type", R"({"minReplicas":"two"})", Extent::Partial,
            {u"spec.minReplicas: FieldValueTypeInvalid"_s});
        row("beyond 32 bits, told once", R"({"maxReplicas":4294967302})", Extent::Partial,
            {u"spec.maxReplicas: FieldValueInvalid"_s});
        row("quantity", R"({"metrics":[{"type":"Pods","pods":{"target":{"averageValue":"1,5"}}}]})",
            Extent::Partial, {u"spec.metrics[0].pods.target.averageValue: FieldValueInvalid"_s});
    }
    void whatTheSchemaSays()
    {
        QFETCH(QByteArray, spec);
        QFETCH(Extent, extent);
        const SchemaPtr schema = OpenApiSchema::shipped().kind(
            {hpaRef.resource.group, hpaRef.resource.version, hpaRef.resource.kind});
        const QByteArray manifest =
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",)"
            R"("metadata":{"name":"api"},"spec":)" +
            spec + '}';
        QStringList found;
        for (const StatusCause &cause : checkManifest(
                 hpaRef, QJsonDocument::fromJson(manifest).object(), schema.get(), extent)) {
            found.append(cause.field + u": "_s + cause.reason);
            QVERIFY(!cause.message.isEmpty());
        }
        QTEST(found, "found");
    }

    void allProblemsAreNamedAtOnce()
    {
        QList<StatusCause> causes;
        const auto checked = checkedManifest(
            hpaRef,
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"b"},
            "spec":{"maxReplicas":4294967302}})",
            nullptr, Extent::Partial, causes);
        QVERIFY_ERROR(checked, ErrorCode::InvalidInput);
        QCOMPARE(causes.size(), 2);
        QVERIFY(checked.error().why.contains("metadata.name: "_L1));
        QVERIFY(checked.error().why.contains("spec.maxReplicas: "_L1));
    }

    void notJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("YAML") << QByteArray{"apiVersion: v1\nkind: ConfigMap\n"};
        QTest::newRow("list") << QByteArray{"[]"};
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("cut") << QByteArray{R"({"apiVersion":)"};
        QTest::newRow("escape that YAML does not know")
            << QByteArray{"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":"
                          "\"a\"},\"data\":{\"x\":\"\\ud83d\\ude00\"}}"};
    }
    void notJson()
    {
        QFETCH(QByteArray, body);
        QList<StatusCause> causes;
        QVERIFY_ERROR(checkedManifest({bestResource(Kind::ConfigMap), u"x"_s, u"a"_s}, body,
                                      nullptr, Extent::Whole, causes),
                      ErrorCode::InvalidInput);
    }

    void forbiddenMessages_data()
    {
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("role");
        QTest::newRow("namespaced")
            << u"auth.403.list"_s
            << u"oncall may not list horizontalpodautoscalers.autoscaling in the namespace kotaemon"_s
            << u"kind: Role\n"_s;
        QTest::newRow("cluster")
            << u"auth.403.clusterlist"_s
            << u"oncall may not list horizontalpodautoscalers.autoscaling in the whole cluster"_s
            << u"kind: ClusterRole\n"_s;
        QTest::newRow("subresource")
            << u"auth.403.subresource"_s
            << u"oncall may not get deployments/scale.apps chat-api in the namespace kotaemon"_s
            << u"resources: [deployments/scale]"_s;
        QTest::newRow("path") << u"auth.403.nonresource"_s
                              << u"oncall may not get the path /metrics"_s
                              << u"nonResourceURLs: ['/metrics']"_s;
        QTest::newRow("core group")
            << u"pod.create.no_rights"_s
            << u"oncall may not create pods in the namespace kotaemon"_s << u"apiGroups: ['']"_s;
    }
    void forbiddenMessages()
    {
        QFETCH(QString, exchange);
        const QJsonObject status = QJsonDocument::fromJson(wireBody(exchange)).object();
        const auto right =
            parseForbidden(status.value("message"_L1).toString(),
                           status.value("details"_L1).toObject().value("name"_L1).toString());
        QVERIFY(right.has_value());
        QTEST(missingRightSentence(*right), "sentence");
        QFETCH(QString, role);
        QVERIFY2(roleSnippet(*right).contains(role), qPrintable(roleSnippet(*right)));
    }

    void otherMessagesAreNotGuessed()
    {
        QVERIFY(!parseForbidden(u"exceeded quota: few"_s, {}));
        QVERIFY(!parseForbidden({}, {}));
    }

    void roleNamesAreNames()
    {
        const QString role = roleSnippet(
            {u"u"_s, u"get"_s, u"deployments/scale"_s, u"apps"_s, u"x: y"_s, u"shop"_s, {}});
        QVERIFY(role.contains("name: allow-get-deployments-scale\n"_L1));
        QVERIFY(role.contains("resourceNames: [\"x: y\"]"_L1) || role.contains("['x: y']"_L1));
        // A create cannot be limited to a name.
        QVERIFY(!roleSnippet({u"u"_s, u"create"_s, u"pods"_s, {}, u"a"_s, u"b"_s, {}})
                     .contains("resourceNames"_L1));
    }

    void reviewAnswers()
    {
        const auto denied = decodeAccessReview(wireBody(u"auth.ssar.oncall.denied"_s));
        QVERIFY_RESULT(denied);
        QVERIFY(!denied->allowed);
        const auto allowed = decodeAccessReview(wireBody(u"auth.ssar.oncall.named"_s));
        QVERIFY(allowed->allowed);
        QVERIFY(allowed->reason.contains("RBAC"_L1));
        const auto rules = decodeRulesReview(wireBody(u"auth.ssrr.oncall"_s));
        QVERIFY_RESULT(rules);
        QVERIFY(!rules->incomplete);
        QVERIFY(!rules->rules.last().urls.isEmpty());
        const auto identity = decodeSelfReview(wireBody(u"auth.ssreview.oncall"_s));
        QCOMPARE(identity->user, u"oncall"_s);
        QVERIFY(identity->groups.contains(u"ops"_s));
        QVERIFY(!decodeSelfReview(wireBody(u"auth.ssreview.admin"_s))->extra.isEmpty());
        QVERIFY_ERROR(decodeSelfReview("{}"), ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeAccessReview(wireBody(u"auth.ssreview.oncall"_s)),
                      ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeRulesReview("<html>"), ErrorCode::WrongContent);
    }

    void pushAsksWithNamesWhereNamesCount()
    {
        const QList<AccessQuestion> questions = pushQuestions({hpaRef, hpaRef});
        QCOMPARE(questions.size(), 8); // each once
        for (const AccessQuestion &question : questions) {
            const bool byName = question.subresource.isEmpty() &&
                                (question.verb == "get"_L1 || question.verb == "patch"_L1);
            QCOMPARE(question.name, byName ? u"api"_s : QString{});
            QVERIFY(question.resource.endsWith(u's')); // plural (P1)
        }
        QCOMPARE(questions.first().toString(),
                 u"get horizontalpodautoscalers.autoscaling api in shop"_s);
    }
};

QTEST_GUILESS_MAIN(TestManifestCheck)
#include "tst_manifestcheck.moc"
