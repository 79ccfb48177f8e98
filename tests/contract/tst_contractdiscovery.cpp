// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a cluster serves, learnt both ways, and kept up to date as definitions come and go.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "kube/kubecatalog.h"
#include "kube/openapischema.h"

#include <QUrlQuery>

using namespace spillway;
using namespace spillway::contract;
using kube::Discovery;
using kube::Kind;
using kube::Refusal;
using kube::Resource;

Q_DECLARE_METATYPE(spillway::kube::Kind)

namespace {

const QList<Kind> builtIn{
    Kind::Deployment, Kind::StatefulSet,   Kind::Pod,  Kind::HorizontalPodAutoscaler,
    Kind::CronJob,    Kind::ConfigMap,     Kind::Role, Kind::RoleBinding,
    Kind::Event,      Kind::ServiceAccount};

/// A definition whose objects hold anything.
QByteArray definition(const Resource &resource)
{
    const QJsonObject schema{{"type"_L1, "object"_L1},
                             {"x-kubernetes-preserve-unknown-fields"_L1, true}};
    const QJsonObject version{{"name"_L1, resource.version},
                              {"served"_L1, true},
                              {"storage"_L1, true},
                              {"schema"_L1, QJsonObject{{"openAPIV3Schema"_L1, schema}}}};
    const QJsonObject names{{"kind"_L1, resource.kind},
                            {"plural"_L1, resource.plural},
                            {"singular"_L1, resource.kind.toLower()},
                            {"listKind"_L1, QString{resource.kind + u"List"_s}}};
    return bytesOf(withSpec("apiextensions.k8s.io/v1", "CustomResourceDefinition",
                            resource.qualifiedName(),
                            {{"group"_L1, resource.group},
                             {"scope"_L1, "Namespaced"_L1},
                             {"names"_L1, names},
                             {"versions"_L1, QJsonArray{version}}}));
}

} // namespace

class TestContractDiscovery : public ContractTest
{
    Q_OBJECT

    [[nodiscard]] Resource gadgets()
    {
        return {cluster().ownGroup(), u"v1"_s, u"Gadget"_s, u"gadgets"_s, true};
    }

private Q_SLOTS:
    void theKindsWeUse()
    {
        const Result<Discovery> found = admin().discover();
        QVERIFY_RESULT(found);
        QVERIFY(found->aggregated);
        for (const Kind kind : builtIn) {
            const auto served = found->find(kind);
            QVERIFY_RESULT(served);
            QCOMPARE(served->resource.plural, QString{kube::factsOf(kind).plural});
            QVERIFY(served->can("list"_L1));
            QVERIFY(served->can("watch"_L1));
        }
        const auto hpas = found->find(Kind::HorizontalPodAutoscaler);
        QCOMPARE(hpas->resource.version, u"v2"_s);
        QVERIFY(!hpas->hasScale());
        QVERIFY(found->find(Kind::Deployment)->hasScale());
        QVERIFY(found->find(Kind::StatefulSet)->hasScale());
    }

    void theOldWayFindsTheSame()
    {
        const Result<Discovery> aggregated = admin().discover();
        QVERIFY_RESULT(aggregated);
        Discovery old;
        for (const QString &root : {u"/api"_s, u"/apis"_s}) {
            const auto groups = admin().send(kube::discoveryRequest(root, false));
            QVERIFY_RESULT(groups.result);
            QVERIFY(!kube::isAggregated(*groups.result));
            const auto versions = kube::readLegacyGroups(groups.result->body, old);
            QVERIFY_RESULT(versions);
            for (const QString &version : *versions) {
                const auto resources =
                    admin().send(kube::discoveryRequest(root + u'/' + version, false));
                if (resources.result) { // a group whose server is away has none
                    QVERIFY_RESULT(kube::readLegacyResources(resources.result->body, version, old));
                }
            }
        }
        for (const Kind kind : builtIn) {
            const auto one = old.find(kind);
            QVERIFY_RESULT(one);
            const auto other = aggregated->find(kind);
            QCOMPARE(one->resource, other->resource);
            QCOMPARE(one->hasScale(), other->hasScale());
            QCOMPARE(QSet<QString>(one->verbs.begin(), one->verbs.end()),
                     QSet<QString>(other->verbs.begin(), other->verbs.end()));
        }
    }

    void whatIsNotServed()
    {
        const Resource unknown{u"apps"_s, u"v9"_s, u"Deployment"_s, u"deployments"_s, true};
        const auto version = admin().get<QJsonObject>({unknown, ns(), u"any"_s});
        QVERIFY_ERROR(version.result, ErrorCode::Unsupported);
        QCOMPARE(version.detail.refusal, Refusal::KindMissing);
        const auto group = admin().list<QJsonObject>({gadgets(), ns(), {}, {}, 500});
        QVERIFY_ERROR(group.result, ErrorCode::Unsupported);
        QCOMPARE(group.detail.refusal, Refusal::KindMissing);
    }

    void definitionsComeAndGo()
    {
        KubeCatalog catalog(admin().client());
        QSignalSpy updated(&catalog, &KubeCatalog::updated);
        const auto knows = [&] {
            catalog.refresh();
            return updated.wait(static_cast<int>(limit.count())) && catalog.discovery().ok() &&
                   catalog.discovery()->find(gadgets().apiVersion(), u"Gadget"_s).ok();
        };
        QVERIFY(!knows());
        QVERIFY_RESULT(catalog.version());
        QVERIFY_RESULT(catalog.identity());
        QVERIFY_RESULT(cluster().install(gadgets(), definition(gadgets())));
        QTRY_VERIFY_WITH_TIMEOUT(knows(), static_cast<int>(limit.count()));

        const kube::ObjectRef object{gadgets(), ns(), u"one"_s};
        VERIFY_DONE(admin().apply({object, bytesOf({{"apiVersion"_L1, gadgets().apiVersion()},
                                                    {"kind"_L1, "Gadget"_L1},
                                                    {"metadata"_L1, named(object.name)},
                                                    {"spec"_L1, QJsonObject{{"a"_L1, 1}}}})}));
        const auto read = admin().get<QJsonObject>(object);
        QVERIFY_RESULT(read.result);
        QCOMPARE(valueAt(*read.result, {u"spec"_s, u"a"_s}).toInt(), 1);

        const auto gone =
            admin().send(foreignRequest(HttpRequest::Method::Delete, cluster().crdPath(gadgets()),
                                        "{}", "application/json", {}));
        QVERIFY_RESULT(gone.result);
        QTRY_VERIFY_WITH_TIMEOUT(!knows(), static_cast<int>(limit.count()));
        QTRY_COMPARE_WITH_TIMEOUT(
            (admin().list<QJsonObject>({gadgets(), ns(), {}, {}, 500}).detail.refusal),
            Refusal::KindMissing, static_cast<int>(limit.count()));
    }

    void theSchemaOfTheCluster_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("kind");
        QTest::newRow("HPA") << u"apis/autoscaling/v2"_s << u"autoscaling"_s << u"v2"_s
                             << u"HorizontalPodAutoscaler"_s;
        QTest::newRow("CronJob") << u"apis/batch/v1"_s << u"batch"_s << u"v1"_s << u"CronJob"_s;
    }
    void theSchemaOfTheCluster()
    {
        QFETCH(QString, document);
        QFETCH(QString, group);
        QFETCH(QString, version);
        QFETCH(QString, kind);
        const auto index = admin().send(kube::rawRequest(u"/openapi/v3"_s));
        QVERIFY_RESULT(index.result);
        const QString address =
            valueAt(jsonOf(index), {u"paths"_s, document, u"serverRelativeURL"_s}).toString();
        QVERIFY(!address.isEmpty());
        const QUrl url(address);
        const auto answer = admin().send(
            kube::rawRequest(url.path(), {{u"hash"_s, QUrlQuery(url).queryItemValue(u"hash"_s)}}));
        QVERIFY_RESULT(answer.result);
        OpenApiSchema schema;
        QVERIFY_RESULT(schema.add(jsonOf(answer)));
        const SchemaPtr tree = schema.kind({group, version, kind});
        QVERIFY(tree);
        QVERIFY(tree->field(u"spec"_s));
    }
};

QTEST_GUILESS_MAIN(TestContractDiscovery)
#include "tst_contractdiscovery.moc"
