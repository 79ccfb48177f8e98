// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What policies compile to against the schemas of a cluster, and against an API server that
// validates as the real one does.
#include "kube/manifestvalidator.h"
#include "kubeobjects/bodyreader.h"
#include "kubeserver/bootstrap.h"
#include "kubeserver/clusterclient.h"
#include "kubeserver/serverstate.h"
#include "policy/compiler.h"
#include "policysamples.h"
#include "support/resultmacros.h"

#include <QJsonArray>

#include <map>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QStringList policies()
{
    QStringList names =
        QDir(policyData(u"golden"_s)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    std::transform(names.begin(), names.end(), names.begin(),
                   [](const QString &name) { return QString{u"golden/"_s + name}; });
    return names << u"example.yaml"_s << u"full.yaml"_s;
}

Policy policyOf(const QString &name)
{
    return parsePolicy(bytesOf(policyData(name)), name).policy;
}

std::vector<Manifest> manifestsOf(const Policy &policy, bool attached)
{
    CompileOptions options;
    options.now = sampleNow;
    for (const PolicyComponent &component : policy.components) {
        if (attached && component.isScheduled()) {
            options.attached.insert(component.name);
        }
    }
    return compilePolicy(policy, options).manifests;
}

KindName kindName(const Manifest &manifest)
{
    const QString apiVersion = manifest.object.value("apiVersion"_L1).toString();
    const qsizetype slash = apiVersion.indexOf(u'/');
    return {slash < 0 ? QString{} : apiVersion.first(slash), apiVersion.sliced(slash + 1),
            manifest.kind()};
}

/// The definitions that clusters of today have.
const std::vector<QJsonObject> &definitions()
{
    static const std::vector<QJsonObject> all = [] {
        std::vector<QJsonObject> read;
        for (const QString &name :
             {u"keda.sh_scaledobjects"_s, u"monitoring.coreos.com_prometheusrules"_s,
              u"networking.istio.io_destinationrules"_s}) {
            const QString path = QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds/%1.yaml").arg(name);
            read.push_back(demo::readYaml(bytesOf(path)).value.toObject());
        }
        return read;
    }();
    return all;
}

/// The schema in its definition; null for a kind of Kubernetes.
SchemaPtr definedSchema(const KindName &kind)
{
    static std::map<KindName, SchemaPtr> known;
    const auto found = known.find(kind);
    if (found != known.end()) {
        return found->second;
    }
    SchemaPtr schema;
    for (const QJsonObject &crd : definitions()) {
        const QJsonObject names = crd["spec"_L1]["names"_L1].toObject();
        if (names.value("kind"_L1).toString() == kind.kind) {
            const auto read = schemaOfCrd(crd, kind.version);
            schema = read.ok() ? *read : nullptr;
        }
    }
    known.emplace(kind, schema);
    return schema;
}

QString textOf(const std::vector<ManifestProblem> &problems)
{
    QStringList texts;
    for (const ManifestProblem &problem : problems) {
        texts << problem.path + u": "_s + problem.message;
    }
    return texts.join(u'\n');
}

/// An API server without HTTP, with the definitions that policies need.
class Cluster
{
public:
    Cluster()
    {
        demo::storeBootstrapObjects(m_state.store);
        for (const QJsonObject &definition : definitions()) {
            m_works = m_works && m_console.create(definition).ok();
        }
    }
    [[nodiscard]] bool works() const { return m_works; }

    /// Applies as a push does; the first refusal, or nothing.
    [[nodiscard]] QString push(const Policy &policy)
    {
        (void)m_console.create({{u"apiVersion"_s, u"v1"_s},
                                {u"kind"_s, u"Namespace"_s},
                                {u"metadata"_s, QJsonObject{{u"name"_s, policy.nameSpace}}}});
        QString refusal = apply(policy, manifestsOf(policy, false));
        for (std::size_t i = 0; i < policy.components.size() && refusal.isEmpty(); ++i) {
            if (policy.components[i].isScheduled()) {
                const QJsonObject bounds =
                    boundsManifest(policy, i, TimelineRow{0, 1, 2, 9, {}}).object;
                const demo::CallResult result = m_schedule.apply(bounds);
                refusal = result.ok() ? QString{} : result.message();
            }
        }
        return refusal.isEmpty() ? apply(policy, manifestsOf(policy, true)) : refusal;
    }
    /// What applying again would change: names of objects.
    [[nodiscard]] QStringList changedBy(const Policy &policy)
    {
        QStringList changed;
        for (const Manifest &manifest : manifestsOf(policy, true)) {
            if (m_console.placeOf(manifest.object).plural.isEmpty()) {
                continue;
            }
            const QJsonObject before = content(manifest);
            (void)m_console.apply(manifest.object);
            if (content(manifest) != before) {
                changed << manifest.name();
            }
        }
        return changed;
    }

private:
    [[nodiscard]] QString apply(const Policy &policy, const std::vector<Manifest> &manifests)
    {
        for (const Manifest &manifest : manifests) {
            if (!manifest.owned && m_console.placeOf(manifest.object).plural.isEmpty()) {
                continue; // labels for a Rollout, which this cluster has not
            }
            if (!manifest.owned) {
                makeWorkload(policy, manifest);
            }
            const demo::CallResult result = m_console.apply(manifest.object);
            if (!result.ok()) {
                return manifest.kind() + u' ' + manifest.name() + u": "_s + result.message();
            }
        }
        return {};
    }
    void makeWorkload(const Policy &policy, const Manifest &manifest)
    {
        const QJsonObject labels{{u"app"_s, manifest.name()}};
        const QJsonObject container{{u"name"_s, u"app"_s}, {u"image"_s, u"example/app:1"_s}};
        const QJsonObject pod{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                              {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}};
        (void)m_owner.create(
            {{u"apiVersion"_s, u"apps/v1"_s},
             {u"kind"_s, manifest.kind()},
             {u"metadata"_s,
              QJsonObject{{u"name"_s, manifest.name()}, {u"namespace"_s, policy.nameSpace}}},
             {u"spec"_s, QJsonObject{{u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                                     {u"template"_s, pod}}}});
    }
    /// Without when it was written: an apply that changes nothing may fall into another second, by
    /// which the server orders the managers.
    [[nodiscard]] QJsonObject content(const Manifest &manifest) const
    {
        QJsonObject object = m_console.get(m_console.placeOf(manifest.object)).document;
        QJsonObject meta = object["metadata"_L1].toObject();
        QMap<QString, QJsonObject> managers;
        for (const QJsonValue each : meta["managedFields"_L1].toArray()) {
            QJsonObject entry = each.toObject();
            entry.remove("time"_L1);
            managers.insert(QString::fromUtf8(QJsonDocument(entry).toJson()), entry);
        }
        QJsonArray inOrder;
        for (const QJsonObject &entry : std::as_const(managers)) {
            inOrder.append(entry);
        }
        meta.insert("managedFields"_L1, inOrder);
        meta.remove("resourceVersion"_L1);
        object.insert("metadata"_L1, meta);
        return object;
    }

    demo::ServerState m_state;
    demo::ClusterClient m_console{m_state, QString{consoleManager}};
    demo::ClusterClient m_schedule{m_state, QString{scheduleManager}};
    demo::ClusterClient m_owner{m_state, u"helm"_s};
    bool m_works = true;
};

} // namespace

class TestCompiledObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>();
        QVERIFY(m_cluster->works());
    }

    void fitTheSchemas_data() { everyPolicy(); }
    void fitTheSchemas()
    {
        QFETCH(QString, name);
        const Policy policy = policyOf(name);
        for (const bool attached : {false, true}) {
            for (const Manifest &manifest : manifestsOf(policy, attached)) {
                const KindName kind = kindName(manifest);
                if (kind.group == u"argoproj.io") {
                    continue; // a workload of somebody else, whose schema only its cluster has
                }
                const bool partial = !manifest.owned || attached;
                const auto extent =
                    partial ? ManifestValidator::Extent::Partial : ManifestValidator::Extent::Whole;
                const SchemaPtr shipped = OpenApiSchema::shipped().kind(kind);
                QVERIFY2(shipped, qPrintable(kind.apiVersion() + u' ' + kind.kind));
                const auto problems = ManifestValidator::check(*shipped, manifest.object, extent);
                QVERIFY2(problems.empty(), qPrintable(textOf(problems)));
                if (const SchemaPtr defined = definedSchema(kind)) {
                    const auto more = ManifestValidator::check(*defined, manifest.object, extent);
                    QVERIFY2(more.empty(), qPrintable(textOf(more)));
                }
            }
        }
    }

    /// Defaults, ownership, the rules of the built-in kinds and the CEL rules of the others.
    void areTakenByAServer_data() { everyPolicy(); }
    void areTakenByAServer()
    {
        QFETCH(QString, name);
        Policy policy = policyOf(name);
        policy.nameSpace = u"ns-%1"_s.arg(++m_count); // one cluster is enough for all
        QCOMPARE(m_cluster->push(policy), QString());
        QCOMPARE(m_cluster->changedBy(policy).join(u' '), QString());
    }

    void twoPoliciesInANamespace()
    {
        const Policy first = policyOf(u"golden/two-policies-a.yaml"_s);
        const Policy second = policyOf(u"golden/two-policies-b.yaml"_s);
        QCOMPARE(first.nameSpace, second.nameSpace);
        QCOMPARE(m_cluster->push(first), QString());
        QCOMPARE(m_cluster->push(second), QString());
        QCOMPARE(m_cluster->changedBy(first), QStringList());
        QCOMPARE(m_cluster->changedBy(second), QStringList());
    }

private:
    static void everyPolicy()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : policies()) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    std::unique_ptr<Cluster> m_cluster;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestCompiledObjects)
#include "tst_compiledobjects.moc"
