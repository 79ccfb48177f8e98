// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/openapischema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using Kind = SchemaNode::Kind;
using ListType = SchemaNode::ListType;

namespace {

SchemaPtr below(SchemaPtr node, const QStringList &path)
{
    for (const QString &key : path) {
        node = node ? (key == "[]"_L1 ? node->element : node->field(key)) : nullptr;
    }
    return node;
}

SchemaPtr shipped(const QString &group, const QString &version, const QString &kind,
                  const QStringList &path)
{
    return below(OpenApiSchema::shipped().kind({group, version, kind}), path);
}

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestOpenApiSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheKindsWeUse_data();
    void knowsTheKindsWeUse();
    void readsScalars();
    void readsListsAndMaps();
    void readsPatchTraits();
    void readsDefaultsAndChoices();
    void readsCustomDefinitions();
    void refusesBadDocuments();
    void survivesRecursion();
};

void TestOpenApiSchema::knowsTheKindsWeUse_data()
{
    QTest::addColumn<KindName>("name");
    const auto row = [](const QString &group, const QString &version, const QString &kind) {
        QTest::addRow("%s", qPrintable(KindName({group, version, kind}).apiVersion() + u'/' + kind))
            << KindName{group, version, kind};
    };
    row(u""_s, u"v1"_s, u"ConfigMap"_s);
    row(u""_s, u"v1"_s, u"Pod"_s);
    row(u""_s, u"v1"_s, u"Event"_s);
    row(u"apps"_s, u"v1"_s, u"Deployment"_s);
    row(u"autoscaling"_s, u"v1"_s, u"HorizontalPodAutoscaler"_s);
    row(u"autoscaling"_s, u"v1"_s, u"Scale"_s);
    row(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s);
    row(u"batch"_s, u"v1"_s, u"CronJob"_s);
    row(u"events.k8s.io"_s, u"v1"_s, u"Event"_s);
    row(u"keda.sh"_s, u"v1alpha1"_s, u"ScaledObject"_s);
    row(u"monitoring.coreos.com"_s, u"v1"_s, u"PrometheusRule"_s);
    row(u"networking.istio.io"_s, u"v1"_s, u"DestinationRule"_s);
    row(u"policy"_s, u"v1"_s, u"PodDisruptionBudget"_s);
    row(u"rbac.authorization.k8s.io"_s, u"v1"_s, u"Role"_s);
}

void TestOpenApiSchema::knowsTheKindsWeUse()
{
    QFETCH(KindName, name);
    const SchemaPtr schema = OpenApiSchema::shipped().kind(name);
    QVERIFY(schema);
    QCOMPARE(schema->kind, Kind::Struct);
    QVERIFY(below(schema, {u"metadata"_s, u"labels"_s}));
}

void TestOpenApiSchema::readsScalars()
{
    const auto hpa = [](const QStringList &path) {
        return shipped(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s, path);
    };
    QCOMPARE(hpa({u"spec"_s, u"maxReplicas"_s})->kind, Kind::Integer);
    QCOMPARE(hpa({u"spec"_s, u"maxReplicas"_s})->bits, 32);
    const QStringList target{u"spec"_s, u"metrics"_s, u"[]"_s, u"pods"_s, u"target"_s};
    QCOMPARE(hpa(target + QStringList{u"averageValue"_s})->kind, Kind::Quantity);
    QCOMPARE(hpa({u"metadata"_s, u"creationTimestamp"_s})->kind, Kind::Time);
    QCOMPARE(shipped(u""_s, u"v1"_s, u"ConfigMap"_s, {u"binaryData"_s, u"[]"_s})->kind,
             Kind::Bytes);
    QCOMPARE(shipped(u""_s, u"v1"_s, u"Event"_s, {u"eventTime"_s})->kind, Kind::MicroTime);
    QCOMPARE(shipped(u"apps"_s, u"v1"_s, u"Deployment"_s,
                     {u"spec"_s, u"strategy"_s, u"rollingUpdate"_s, u"maxSurge"_s})
                 ->kind,
             Kind::IntOrString);
}

void TestOpenApiSchema::readsListsAndMaps()
{
    const auto deployment = [](const QStringList &path) {
        return shipped(u"apps"_s, u"v1"_s, u"Deployment"_s, path);
    };
    const QStringList pod{u"spec"_s, u"template"_s, u"spec"_s};
    const SchemaPtr containers = deployment(pod + QStringList{u"containers"_s});
    QCOMPARE(containers->listType, ListType::Map);
    QCOMPARE(containers->mapKeys, QStringList{u"name"_s});
    const SchemaPtr ports = below(containers, {u"[]"_s, u"ports"_s});
    QCOMPARE(ports->mapKeys, (QStringList{u"containerPort"_s, u"protocol"_s}));
    QCOMPARE(below(containers, {u"[]"_s, u"args"_s})->listType, ListType::Atomic);
    QCOMPARE(deployment({u"metadata"_s, u"finalizers"_s})->listType, ListType::Set);
    QVERIFY(deployment({u"spec"_s, u"selector"_s})->atomic);
    QVERIFY(!deployment({u"metadata"_s, u"labels"_s})->atomic);
    QCOMPARE(deployment({u"metadata"_s, u"labels"_s})->kind, Kind::Map);
}

void TestOpenApiSchema::readsPatchTraits()
{
    const auto deployment = [](const QStringList &path) {
        return shipped(u"apps"_s, u"v1"_s, u"Deployment"_s, path);
    };
    const SchemaPtr containers = deployment({u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s});
    QVERIFY(containers->patchMerges);
    QCOMPARE(containers->patchMergeKey, u"name"_s);
    QVERIFY(deployment({u"spec"_s, u"strategy"_s})->patchRetainsKeys);
    QVERIFY(!deployment({u"spec"_s, u"template"_s})->patchMerges);
}

void TestOpenApiSchema::readsDefaultsAndChoices()
{
    const SchemaPtr port = shipped(u"apps"_s, u"v1"_s, u"Deployment"_s,
                                   {u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s, u"[]"_s,
                                    u"ports"_s, u"[]"_s, u"protocol"_s});
    QCOMPARE(port->fallback, QJsonValue(u"TCP"_s));
    QVERIFY(port->choices.contains(u"UDP"_s));
    QVERIFY(shipped(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s,
                    {u"spec"_s, u"minReplicas"_s})
                ->fallback.isUndefined());
    QVERIFY(shipped(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s, {u"spec"_s})
                ->required.contains(u"maxReplicas"_s));
}

void TestOpenApiSchema::readsCustomDefinitions()
{
    const QJsonObject crd = json(R"({"metadata": {"name": "things.example.com"}, "spec": {
        "versions": [{"name": "v1", "schema": {"openAPIV3Schema": {"type": "object", "properties": {
            "spec": {"type": "object", "required": ["size"], "properties": {
                "size": {"type": "integer", "format": "int32", "minimum": 1},
                "rest": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                "list": {"type": "array", "items": {"type": "string"}}}}}}}},
          {"name": "v2", "schema": {}}]}})");
    const Result<SchemaPtr> schema = schemaOfCrd(crd, u"v1"_s);
    QVERIFY(schema.ok());
    QCOMPARE(below(*schema, {u"spec"_s, u"size"_s})->rules["minimum"_L1].toInt(), 1);
    QCOMPARE(below(*schema, {u"spec"_s, u"rest"_s})->kind, Kind::Any);
    QCOMPARE(below(*schema, {u"spec"_s, u"list"_s})->listType, ListType::Atomic);
    QCOMPARE(below(*schema, {u"metadata"_s, u"finalizers"_s})->listType, ListType::Set);
    QCOMPARE(below(*schema, {u"apiVersion"_s})->kind, Kind::String);
    QCOMPARE(schemaOfCrd(crd, u"v9"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(schemaOfCrd(crd, u"v2"_s).error().code, ErrorCode::InvalidDocument);
}

void TestOpenApiSchema::refusesBadDocuments()
{
    OpenApiSchema schema;
    QCOMPARE(schema.add({}).error().code, ErrorCode::InvalidDocument);
    QCOMPARE(schema.add(json(R"({"components": {"schemas": {}}})")).error().code,
             ErrorCode::InvalidDocument);
    const auto dangling = schema.add(json(R"({"components": {"schemas": {"a": {
        "type": "object", "properties": {"x": {"$ref": "#/components/schemas/nowhere"}},
        "x-kubernetes-group-version-kind": [{"group": "g", "version": "v1", "kind": "A"}]}}}})"));
    QVERIFY(!dangling.ok());
    QVERIFY(dangling.error().why.contains("nowhere"_L1));
    QVERIFY(!schema.kind({u"g"_s, u"v1"_s, u"B"_s}));
}

void TestOpenApiSchema::survivesRecursion()
{
    OpenApiSchema schema;
    const auto added = schema.add(json(R"({"components": {"schemas": {"tree": {
        "type": "object", "properties": {"child": {"$ref": "#/components/schemas/tree"}},
        "x-kubernetes-group-version-kind": [{"group": "g", "version": "v1", "kind": "Tree"}]}}}})"));
    QVERIFY(added.ok());
    const SchemaPtr tree = schema.kind({u"g"_s, u"v1"_s, u"Tree"_s});
    QCOMPARE(below(tree, {u"child"_s})->kind, Kind::Any);
    QCOMPARE(schema.kinds().size(), 1U);
}

QTEST_GUILESS_MAIN(TestOpenApiSchema)
#include "tst_openapischema.moc"
