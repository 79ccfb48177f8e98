// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which schema a kind is checked against: the shipped one, the cluster's, or none; and that nobody
// waits long for a cluster that does not answer.
#include "kube/kubeschemas.h"
#include "net/httpclient.h"
#include "scriptedcluster.h"
#include "support/resultmacros.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Origin = KubeSchemas::Origin;

Q_DECLARE_METATYPE(spillway::KubeSchemas::Origin)

namespace {

const kube::Resource scaledObjects = kube::bestResource(kube::Kind::ScaledObject);
const kube::Resource gadgets{u"example.org"_s, u"v1"_s, u"Gadget"_s, u"gadgets"_s, true};

QByteArray index(const QByteArray &hash)
{
    return R"({"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=0"},)"
           R"("apis/keda.sh/v1alpha1":{"serverRelativeURL":)"
           R"("/openapi/v3/apis/keda.sh/v1alpha1?hash=)" +
           hash + R"("}}})";
}

/// A document of KEDA whose ScaledObject has that field in its spec.
QByteArray document(const QByteArray &field)
{
    return R"({"openapi":"3.0.0","components":{"schemas":{"sh.keda.v1alpha1.ScaledObject":{)"
           R"("type":"object","properties":{"apiVersion":{"type":"string"},)"
           R"("kind":{"type":"string"},"metadata":{"type":"object"},)"
           R"("spec":{"type":"object","properties":{")" +
           field +
           R"(":{"type":"integer","format":"int32"}}}},)"
           R"("x-kubernetes-group-version-kind":)"
           R"([{"group":"keda.sh","version":"v1alpha1","kind":"ScaledObject"}]}}}})";
}

struct Fixture
{
    explicit Fixture(ScriptedCluster::Script script)
        : cluster(std::move(script))
        , access(cluster)
        , schemas(std::make_shared<KubeLink>(KubeLink{http, access, [] { return 0.0; }}))
    {}
    /// Waits for the schema of a kind.
    SchemaPtr find(const kube::Resource &kind)
    {
        std::optional<SchemaPtr> found;
        schemas.find(kind, &schemas, [&found](const SchemaPtr &schema) { found = schema; });
        [&found] { QTRY_VERIFY_WITH_TIMEOUT(found, 30'000); }();
        return found.value_or(nullptr);
    }
    [[nodiscard]] QStringList paths() const
    {
        QStringList asked;
        for (const ClusterRequest &request : cluster.requests) {
            asked.append(request.path);
        }
        return asked;
    }

    ScriptedCluster cluster;
    HttpClient http;
    FakeAccess access;
    KubeSchemas schemas;
};

SchemaPtr specField(const SchemaPtr &schema, const QString &field)
{
    const SchemaPtr spec = schema ? schema->field(u"spec"_s) : nullptr;
    return spec ? spec->field(field) : nullptr;
}

const QString indexPath = QStringLiteral("/openapi/v3");
const QString kedaPath = QStringLiteral("/openapi/v3/apis/keda.sh/v1alpha1");

} // namespace

class TestKubeSchemas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsOfKubernetesAreNotAskedFor()
    {
        Fixture f([](const ClusterRequest &) { return QByteArray{}; });
        const kube::Resource hpas = kube::bestResource(kube::Kind::HorizontalPodAutoscaler);
        QCOMPARE(f.schemas.fact(hpas).origin, Origin::Unknown);
        QVERIFY(specField(f.find(hpas), u"maxReplicas"_s));
        QCOMPARE(f.schemas.fact(hpas), (KubeSchemas::Fact{Origin::Shipped, {}}));
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void nobodyWaitsForTheParsing()
    {
        Fixture f([](const ClusterRequest &) { return QByteArray{}; });
        bool found = false;
        f.schemas.find(kube::bestResource(kube::Kind::ConfigMap), &f.schemas,
                       [&found](const SchemaPtr &) { found = true; });
        QVERIFY(!found); // the first one comes from the pool
        QTRY_VERIFY_WITH_TIMEOUT(found, 30'000);
        found = false;
        f.schemas.find(kube::bestResource(kube::Kind::ConfigMap), &f.schemas,
                       [&found](const SchemaPtr &) { found = true; });
        QVERIFY(found);
    }

    void customKindsAreTheClusters()
    {
        Fixture f([](const ClusterRequest &request) {
            return ScriptedCluster::json(request.path == indexPath ? index("A1")
                                                                   : document("newField"));
        });
        QSignalSpy changed(&f.schemas, &KubeSchemas::changed);
        const SchemaPtr schema = f.find(scaledObjects);
        QVERIFY(specField(schema, u"newField"_s));
        QVERIFY(!specField(schema, u"triggers"_s)); // of the shipped one
        QCOMPARE(f.schemas.fact(scaledObjects), (KubeSchemas::Fact{Origin::Cluster, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
        QCOMPARE(f.paths(), (QStringList{indexPath, kedaPath}));
        QCOMPARE(f.cluster.requests.last().value(u"hash"_s), u"A1"_s);
        QCOMPARE(f.find(scaledObjects), schema);
        QCOMPARE(f.cluster.requests.size(), 2);
    }

    void allWhoWaitShareAQuestion()
    {
        Fixture f([](const ClusterRequest &request) {
            return ScriptedCluster::json(request.path == indexPath ? index("A1")
                                                                   : document("newField"));
        });
        int found = 0;
        const auto count = [&found](const SchemaPtr &) { ++found; };
        auto gone = std::make_unique<QObject>();
        f.schemas.find(scaledObjects, &f.schemas, count);
        f.schemas.find(scaledObjects, gone.get(), count);
        f.schemas.find(gadgets, &f.schemas, count);
        gone.reset(); // who went away is not told
        QTRY_COMPARE_WITH_TIMEOUT(found, 2, 30'000);
        QCOMPARE(f.paths(), (QStringList{indexPath, kedaPath}));
    }

    void documentsAreKeptByTheirHash()
    {
        QByteArray hash = "A1";
        Fixture f([&hash](const ClusterRequest &request) {
            return ScriptedCluster::json(
                request.path == indexPath
                    ? index(hash)
                    : document("field" + request.value(u"hash"_s).toLatin1()));
        });
        f.schemas.setLimits({5s, 0ms}); // the index is asked for each time
        QVERIFY(specField(f.find(scaledObjects), u"fieldA1"_s));
        QVERIFY(specField(f.find(scaledObjects), u"fieldA1"_s));
        QCOMPARE(f.paths(), (QStringList{indexPath, kedaPath, indexPath}));
        hash = "B2"; // the operator was updated
        QVERIFY(specField(f.find(scaledObjects), u"fieldB2"_s));
        QCOMPARE(f.cluster.requests.size(), 5);
    }

    void whatIsShippedTakesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("indexAnswer");
        QTest::addColumn<QByteArray>("documentAnswer");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = ScriptedCluster::json(index("A1"));
        const QByteArray refused = ScriptedCluster::json(
            R"({"kind":"Status","code":403,"reason":"Forbidden"})", "403 Forbidden");
        QTest::newRow("old server")
            << FaultServer::response("404 Not Found", "404 page not found\n") << QByteArray{}
            << ErrorCode::Unsupported;
        QTest::newRow("no right") << refused << QByteArray{} << ErrorCode::Forbidden;
        QTest::newRow("no list") << ScriptedCluster::json("{}") << QByteArray{}
                                 << ErrorCode::WrongContent;
        QTest::newRow("garbage") << ScriptedCluster::json("{\"paths\":") << QByteArray{}
                                 << ErrorCode::WrongContent;
        QTest::newRow("not described")
            << ScriptedCluster::json(R"({"paths":{}})") << QByteArray{} << ErrorCode::Unsupported;
        QTest::newRow("no document") << good << refused << ErrorCode::Forbidden;
        QTest::newRow("empty document")
            << good << ScriptedCluster::json("{}") << ErrorCode::InvalidDocument;
        QTest::newRow("cut connection") << good << QByteArray{} << ErrorCode::Interrupted;
    }
    void whatIsShippedTakesItsPlace()
    {
        QFETCH(QByteArray, indexAnswer);
        QFETCH(QByteArray, documentAnswer);
        QFETCH(ErrorCode, code);
        Fixture f([&](const ClusterRequest &request) {
            return request.path == indexPath ? indexAnswer : documentAnswer;
        });
        QVERIFY(specField(f.find(scaledObjects), u"triggers"_s));
        const KubeSchemas::Fact fact = f.schemas.fact(scaledObjects);
        QCOMPARE(fact.origin, Origin::Shipped);
        QVERIFY(fact.problem);
        QCOMPARE(errorCodeName(fact.problem->code), errorCodeName(code));
        const qsizetype asked = f.cluster.requests.size();
        QVERIFY(f.find(scaledObjects)); // a failure is believed as long as an answer
        QCOMPARE(f.cluster.requests.size(), asked);
    }

    void afterAFailureItIsAskedAgain()
    {
        bool isUp = false;
        Fixture f([&isUp](const ClusterRequest &request) {
            return request.path == indexPath ? ScriptedCluster::json(index("A1"))
                   : isUp                    ? ScriptedCluster::json(document("newField"))
                                             : ScriptedCluster::json("{}", "404 Not Found");
        });
        f.schemas.setLimits({5s, 0ms});
        QVERIFY(specField(f.find(scaledObjects), u"triggers"_s));
        isUp = true;
        QVERIFY(specField(f.find(scaledObjects), u"newField"_s));
        QCOMPARE(f.schemas.fact(scaledObjects), (KubeSchemas::Fact{Origin::Cluster, {}}));
    }

    void silenceIsNotWaitedFor_data()
    {
        QTest::addColumn<bool>("indexAnswers");
        QTest::newRow("index") << false;
        QTest::newRow("document") << true;
    }
    void silenceIsNotWaitedFor()
    {
        QFETCH(bool, indexAnswers);
        const QByteArray silence = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"; // never ends
        Fixture f([&](const ClusterRequest &request) {
            return request.path == indexPath && indexAnswers ? ScriptedCluster::json(index("A1"))
                                                             : silence;
        });
        f.schemas.setLimits({300ms, 60s});
        QVERIFY(specField(f.find(scaledObjects), u"triggers"_s));
        QCOMPARE(f.schemas.fact(scaledObjects).problem->code, ErrorCode::Timeout);
    }

    void kindsThatNobodyKnowsPass()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::json(index("A1")); });
        QVERIFY(!f.find(gadgets));
        QCOMPARE(f.schemas.fact(gadgets).origin, Origin::Unknown);
        QVERIFY(f.schemas.fact(gadgets).problem);
    }

    void questionsDieWithTheirClient()
    {
        bool found = false;
        QObject context;
        {
            Fixture f([](const ClusterRequest &) {
                return QByteArray{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"};
            });
            f.schemas.find(scaledObjects, &context, [&found](const SchemaPtr &) { found = true; });
            QTRY_COMPARE_WITH_TIMEOUT(f.cluster.requests.size(), 1, 30'000);
        }
        QCoreApplication::processEvents();
        QVERIFY(!found);
    }

    void indexes()
    {
        const auto urls = kube::decodeSchemaIndex(index("A1"));
        QVERIFY_RESULT(urls);
        QCOMPARE(urls->value(u"apis/keda.sh/v1alpha1"_s),
                 u"/openapi/v3/apis/keda.sh/v1alpha1?hash=A1"_s);
        QVERIFY_ERROR(kube::decodeSchemaIndex("[]"), ErrorCode::WrongContent);
        QVERIFY_ERROR(kube::decodeSchemaIndex(""), ErrorCode::WrongContent);
    }
};

QTEST_GUILESS_MAIN(TestKubeSchemas)
#include "tst_kubeschemas.moc"
