// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/manifestvalidator.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using Kind = ManifestProblem::Kind;
using Extent = ManifestValidator::Extent;

Q_DECLARE_METATYPE(spillway::ManifestProblem::Kind)

namespace {

const KindName hpa{u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s};
const KindName cronJob{u"batch"_s, u"v1"_s, u"CronJob"_s};
const KindName configMap{u""_s, u"v1"_s, u"ConfigMap"_s};
const KindName eventKind{u"events.k8s.io"_s, u"v1"_s, u"Event"_s};

QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("bad JSON in the test: %s", text);
    }
    return document.object();
}

std::vector<ManifestProblem> check(const KindName &kind, const char *text,
                                   Extent extent = Extent::Partial)
{
    return ManifestValidator::check(*OpenApiSchema::shipped().kind(kind), json(text), extent);
}

} // namespace

class TestManifestValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheServerAccepts();
    void findsProblem_data();
    void findsProblem();
    void findsAllAtOnce();
    void wantsRequiredFieldsOfWholeManifests();
    void namesTheNearestField();
};

void TestManifestValidator::acceptsWhatTheServerAccepts()
{
    const auto problems = check(hpa, R"({
        "apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
        "metadata": {"name": "a", "labels": {"app": "a"}},
        "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "a"},
                 "minReplicas": 2, "maxReplicas": 2147483647, "behavior": null,
                 "metrics": [{"type": "External", "external": {"metric": {"name": "q"},
                              "target": {"type": "AverageValue", "averageValue": 5}}}]}})",
                                Extent::Whole);
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().path));
}

void TestManifestValidator::findsProblem_data()
{
    QTest::addColumn<KindName>("kind");
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<ManifestProblem::Kind>("problem");
    QTest::addColumn<QString>("path");

    QTest::newRow("unknown field") << hpa << QByteArray(R"({"spec": {"maxReplica": 3}})")
                                   << Kind::UnknownField << u"spec.maxReplica"_s;
    QTest::newRow("unknown field of metadata")
        << hpa << QByteArray(R"({"metadata": {"lables": {}}})") << Kind::UnknownField
        << u"metadata.lables"_s;
    QTest::newRow("text for a number") << hpa << QByteArray(R"({"spec": {"maxReplicas": "6"}})")
                                       << Kind::WrongType << u"spec.maxReplicas"_s;
    QTest::newRow("fraction") << hpa << QByteArray(R"({"spec": {"maxReplicas": 6.5}})")
                              << Kind::WrongType << u"spec.maxReplicas"_s;
    QTest::newRow("number that would wrap to 6")
        << hpa << QByteArray(R"({"spec": {"maxReplicas": 4294967302}})") << Kind::OutOfRange
        << u"spec.maxReplicas"_s;
    QTest::newRow("number that would wrap to 0")
        << hpa << QByteArray(R"({"spec": {"maxReplicas": 8589934592}})") << Kind::OutOfRange
        << u"spec.maxReplicas"_s;
    QTest::newRow("number in a map of texts")
        << configMap << QByteArray(R"({"data": {"n": 5}})") << Kind::WrongType << u"data[n]"_s;
    QTest::newRow("base64") << configMap << QByteArray(R"({"binaryData": {"b": "%%%"}})")
                            << Kind::BadBase64 << u"binaryData[b]"_s;
    QTest::newRow("quantity")
        << hpa
        << QByteArray(R"({"spec": {"metrics": [{"type": "External", "external": {"metric": {},
                         "target": {"averageValue": "5 rps"}}}]}})")
        << Kind::BadQuantity << u"spec.metrics[0].external.target.averageValue"_s;
    QTest::newRow("list for a map")
        << hpa << QByteArray(R"({"spec": []})") << Kind::WrongType << u"spec"_s;
    QTest::newRow("map for a list") << hpa << QByteArray(R"({"spec": {"metrics": {}}})")
                                    << Kind::WrongType << u"spec.metrics"_s;
    QTest::newRow("text for true or false")
        << cronJob << QByteArray(R"({"spec": {"suspend": "yes"}})") << Kind::WrongType
        << u"spec.suspend"_s;
    QTest::newRow("the same container twice")
        << cronJob << QByteArray(R"({"spec": {"jobTemplate": {"spec": {"template": {"spec":
                         {"containers": [{"name": "a"}, {"name": "a"}]}}}}}})")
        << Kind::DuplicateKey << u"spec.jobTemplate.spec.template.spec.containers[1]"_s;
    QTest::newRow("the same port twice by the default protocol")
        << cronJob
        << QByteArray(R"({"spec": {"jobTemplate": {"spec": {"template": {"spec": {"containers": [
                         {"name": "a", "ports": [{"containerPort": 80},
                          {"containerPort": 80, "protocol": "TCP"}]}]}}}}}})")
        << Kind::DuplicateKey << u"spec.jobTemplate.spec.template.spec.containers[0].ports[1]"_s;
    QTest::newRow("time") << eventKind << QByteArray(R"({"eventTime": "yesterday"})")
                          << Kind::BadTime << u"eventTime"_s;
    QTest::newRow("choice") << cronJob << QByteArray(R"({"spec": {"concurrencyPolicy": "Maybe"}})")
                            << Kind::NotAChoice << u"spec.concurrencyPolicy"_s;
}

void TestManifestValidator::findsProblem()
{
    QFETCH(KindName, kind);
    QFETCH(QByteArray, manifest);
    QFETCH(ManifestProblem::Kind, problem);
    QFETCH(QString, path);
    const auto problems = check(kind, manifest.constData());
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, problem);
    QCOMPARE(problems.front().path, path);
    QVERIFY(!problems.front().message.isEmpty());
}

void TestManifestValidator::findsAllAtOnce()
{
    const auto problems = check(hpa, R"({"metadata": {"lables": {}},
                                         "spec": {"maxReplicas": "6", "minReplica": 1}})");
    QCOMPARE(problems.size(), 3U);
}

void TestManifestValidator::wantsRequiredFieldsOfWholeManifests()
{
    const char *text = R"({"spec": {"minReplicas": 1}})";
    QVERIFY(check(hpa, text).empty());
    const auto problems = check(hpa, text, Extent::Whole);
    QVERIFY(std::any_of(problems.begin(), problems.end(), [](const ManifestProblem &found) {
        return found.kind == Kind::Missing && found.path == "spec.maxReplicas"_L1;
    }));
}

void TestManifestValidator::namesTheNearestField()
{
    const auto problems = check(hpa, R"({"spec": {"maxReplica": 3}})");
    QVERIFY(problems.front().message.contains("maxReplicas"_L1));
    const auto distant = check(hpa, R"({"spec": {"zzzzzzzzzz": 3}})");
    QVERIFY(!distant.front().message.contains("maxReplicas"_L1));
}

QTEST_GUILESS_MAIN(TestManifestValidator)
#include "tst_manifestvalidator.moc"
