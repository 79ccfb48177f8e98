// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the policy compiler writes, all of it: every kind with every field is accepted, read back,
// and applied again without a change.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "policy/compiler.h"
#include "policy/overrides.h"
#include "policy/policyparser.h"

#include <QDir>
#include <QFile>

using namespace spillway;
using namespace spillway::contract;
using kube::Kind;
using kube::ObjectRef;
using kube::Refusal;

Q_DECLARE_METATYPE(spillway::Manifest)

namespace {

constexpr EpochMs sampleNow = 1'795'430'700'000; // 2026-11-23 10:45 UTC

Compiled compile(const QByteArray &text, const QString &ns, const CompileOptions &given = {})
{
    PolicyReading reading = parsePolicy(text, u"policy.yaml"_s);
    reading.policy.nameSpace = ns;
    CompileOptions options = given;
    options.now = sampleNow;
    return compilePolicy(reading.policy, options);
}

QByteArray policyFile(const QString &name)
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/policy/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// What a manifest can set, and nothing of what the server and its controllers keep.
QJsonObject contentOf(QJsonObject object)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    for (const char *key : {"managedFields", "resourceVersion", "finalizers"}) {
        meta.remove(QLatin1String(key)); // an operator may add its own
    }
    object.insert("metadata"_L1, meta);
    object.remove("status"_L1);
    return object;
}

/// Nothing runs in the cluster of somebody else.
QJsonObject asleep(QJsonObject object)
{
    if (object.value("kind"_L1).toString() == "CronJob"_L1) {
        object.insert("spec"_L1, with(object.value("spec"_L1).toObject(), u"suspend"_s, true));
    }
    return object;
}

} // namespace

class TestContractPolicy : public ContractTest
{
    Q_OBJECT

    Result<void> prepare() override
    {
        const Result<kube::Discovery> found = cluster().installPolicyKinds();
        if (!found) {
            return found.error();
        }
        m_served = *found;
        return {};
    }

    [[nodiscard]] kube::ApplyRequest request(const Manifest &manifest)
    {
        const auto served =
            m_served.find(manifest.object.value("apiVersion"_L1).toString(), manifest.kind());
        return {{served ? served->resource : kube::Resource{}, ns(), manifest.name()},
                bytesOf(asleep(manifest.object)),
                manifest.manager};
    }
    /// Previews, applies, and applies again.
    void holds(const Manifest &manifest)
    {
        const kube::ApplyRequest apply = request(manifest);
        const auto preview = admin().preview(apply);
        QVERIFY_RESULT(preview.result);
        const WriteOutcome made = admin().apply(apply);
        VERIFY_DONE(made);
        QCOMPARE(made.hash, preview.result->hash);
        QVERIFY2(made.warnings.isEmpty(), qPrintable(made.warnings.join(u'\n')));
        const WriteOutcome again = admin().apply(apply);
        VERIFY_DONE(again);
        QVERIFY(!again.created);
        QCOMPARE(contentOf(again.object), contentOf(made.object));
        const QJsonValue labels = again.object.value("metadata"_L1)["labels"_L1];
        QCOMPARE(labels[QString{managedByLabel}].toString(), u"spillway"_s);
    }

    kube::Discovery m_served;

private Q_SLOTS:
    void everyField_data()
    {
        QTest::addColumn<Manifest>("manifest");
        const Compiled compiled = compile(policyFile(u"full.yaml"_s), ns());
        QSet<QString> kinds;
        for (const Manifest &manifest : compiled.manifests) {
            if (manifest.owned) { // workloads are somebody else's, and not there
                kinds.insert(manifest.kind());
                QTest::newRow(qPrintable(manifest.kind() + u' ' + manifest.name())) << manifest;
            }
        }
        QCOMPARE(kinds,
                 (QSet<QString>{u"HorizontalPodAutoscaler"_s, u"ScaledObject"_s, u"ConfigMap"_s,
                                u"ServiceAccount"_s, u"Role"_s, u"RoleBinding"_s, u"CronJob"_s,
                                u"DestinationRule"_s, u"PrometheusRule"_s}));
    }
    void everyField()
    {
        QFETCH(Manifest, manifest);
        holds(manifest);
    }

    void golden_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(QStringLiteral(SPILLWAY_TEST_DATA "/policy/golden"))
                                      .entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 40);
        for (const QString &file : files) {
            if (!file.startsWith("attached-"_L1)) { // only whole beside the schedule's bounds
                QTest::newRow(qPrintable(file)) << file;
            }
        }
    }
    void golden()
    {
        QFETCH(QString, file);
        const Compiled compiled = compile(policyFile(u"golden/"_s + file), ns());
        for (const Manifest &manifest : compiled.manifests) {
            if (manifest.owned) {
                const WriteOutcome made = admin().apply(request(manifest));
                VERIFY_DONE(made);
            }
        }
    }

    void labelsOnPodsOfAWorkload()
    {
        const Compiled compiled = compile(policyFile(u"golden/cost-label-pods.yaml"_s), ns());
        const auto labels = std::find_if(compiled.manifests.cbegin(), compiled.manifests.cend(),
                                         [](const Manifest &manifest) { return !manifest.owned; });
        QVERIFY(labels != compiled.manifests.cend());
        const ObjectRef object = cluster().ref(Kind::Deployment, labels->name());
        VERIFY_DONE(admin().apply({object, bytesOf(pausedDeployment(object.name)), u"somebody"_s}));
        const kube::ApplyRequest apply = request(*labels);
        VERIFY_DONE(admin().apply(apply)); // beside the owner of the workload, without force
        const WriteOutcome again = admin().apply(apply);
        VERIFY_DONE(again);
        const QJsonValue onPods =
            valueAt(again.object, {u"spec"_s, u"template"_s, u"metadata"_s, u"labels"_s});
        QVERIFY(onPods.toObject().size() > 1);
        QCOMPARE(onPods["app"_L1].toString(), object.name);
    }

    void revisionsAreCreatedOnce()
    {
        PolicyReading reading = parsePolicy(policyFile(u"full.yaml"_s), u"full.yaml"_s);
        reading.policy.nameSpace = ns();
        PolicyRevision revision{.number = 1,
                                .policyText = policyFile(u"full.yaml"_s),
                                .author = u"oncall"_s,
                                .reason = u"sale"_s,
                                .time = u"2026-11-23T10:45:00Z"_s,
                                .changes = {}};
        const Result<Manifest> first = revisionManifest(reading.policy, revision);
        QVERIFY_RESULT(first);
        const kube::ApplyRequest apply = request(*first);
        const WriteOutcome made = admin().create({apply.object, apply.body});
        VERIFY_DONE(made);
        QVERIFY(made.created);
        revision.author = u"somebody else"_s;
        const Result<Manifest> second = revisionManifest(reading.policy, revision);
        QVERIFY_RESULT(second);
        VERIFY_REFUSED(admin().create({apply.object, bytesOf(second->object)}),
                       Refusal::AlreadyExists, ErrorCode::Conflict);
        const auto read = admin().get<QJsonObject>(apply.object);
        QVERIFY_RESULT(read.result);
        QCOMPARE(read.result->value("data"_L1), made.object.value("data"_L1));
    }

    void overridesOfPeople()
    {
        PolicyOverride one;
        one.id = u"o-17"_s;
        one.service = u"tool-router"_s;
        one.breaker = u"query_order_status"_s;
        one.mode = PolicyOverride::Mode::ForcedOpen;
        one.until = QDateTime::fromString(u"2026-11-23T12:00:00Z"_s, Qt::ISODate);
        one.then = u"HALF_OPEN"_s;
        one.reason = u"vendor outage"_s;
        one.by = u"oncall"_s;
        const OverrideSet set{42, {one}};
        const Manifest manifest = overridesManifest(ns(), set);
        holds(manifest);
        const auto read = admin().get<QJsonObject>(request(manifest).object);
        QVERIFY_RESULT(read.result);
        const Result<OverrideSet> understood =
            parseOverrides(read.result->value("data"_L1).toObject());
        QVERIFY_RESULT(understood);
        QCOMPARE(*understood, set);
    }
};

QTEST_GUILESS_MAIN(TestContractPolicy)
#include "tst_contractpolicy.moc"
