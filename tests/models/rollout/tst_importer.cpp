// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importsamples.h"
#include "policy/compiler.h"
#include "policy/policywriter.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Policy read(const QByteArray &text)
{
    return parsePolicy(text, u"p.yaml"_s).policy;
}

Compiled compiled(const Policy &policy, bool attached = false)
{
    CompileOptions options;
    options.now = sampleNow;
    for (const PolicyComponent &component : policy.components) {
        if (attached) {
            options.attached.insert(component.name);
        }
    }
    return compilePolicy(policy, options);
}

/// What a cluster would hold of it. A workload of somebody else is there with what was set in it,
/// and says who set it.
std::vector<QJsonObject> clusterOf(const Compiled &objects)
{
    std::vector<QJsonObject> cluster;
    for (const Manifest &manifest : objects.manifests) {
        QJsonObject object = manifest.object;
        if (!manifest.owned) {
            QJsonObject tags;
            const QJsonObject labels =
                object["spec"_L1]["template"_L1]["metadata"_L1]["labels"_L1].toObject();
            for (const QString &label : labels.keys()) {
                tags.insert(u"f:"_s + label, QJsonObject{});
            }
            const QJsonObject fields{
                {u"f:spec"_s, QJsonObject{{u"f:template"_s,
                                           QJsonObject{{u"f:metadata"_s,
                                                        QJsonObject{{u"f:labels"_s, tags}}}}}}}};
            QJsonObject metadata = object["metadata"_L1].toObject();
            metadata.insert(u"managedFields"_s,
                            QJsonArray{QJsonObject{{u"manager"_s, manifest.manager},
                                                   {u"operation"_s, u"Apply"_s},
                                                   {u"fieldsV1"_s, fields}}});
            object.insert(u"metadata"_s, metadata);
        }
        cluster.push_back(object);
    }
    return cluster;
}

bool isScheduled(const Policy &policy, const QString &component)
{
    const PolicyComponent *const found = policy.find(component);
    return found != nullptr && found->isScheduled();
}

/// By "Kind/name", without what an import cannot know:
/// - windows and events are not read back from a timeline: the objects of the schedule are not
///   there, and bounds that a window or event set at that moment are those of the base.
QMap<QString, QJsonObject> comparable(const Compiled &objects, const Policy &original)
{
    QMap<QString, QJsonObject> map;
    for (const Manifest &manifest : objects.manifests) {
        QJsonObject object = manifest.object;
        const QString component =
            object["metadata"_L1]["labels"_L1][QString{componentLabel}].toString();
        if (manifest.name() == scheduleName(original)) {
            continue;
        }
        if (isScheduled(original, component)) {
            QJsonObject spec = object["spec"_L1].toObject();
            for (const QLatin1String bound :
                 {"minReplicas"_L1, "maxReplicas"_L1, "minReplicaCount"_L1, "maxReplicaCount"_L1}) {
                spec.remove(bound);
            }
            object.insert(u"spec"_s, spec);
        }
        map.insert(manifest.kind() + u'/' + manifest.name(), object);
    }
    return map;
}

QByteArray revisionYaml(const QByteArray &text, int number, const QByteArray &policy = "demo")
{
    return "- apiVersion: v1\n"
           "  kind: ConfigMap\n"
           "  metadata:\n"
           "    name: spillway-revision-" +
           policy + '-' + QByteArray::number(number) +
           "\n"
           "    labels: {app.kubernetes.io/managed-by: spillway, spillway.dev/policy: " +
           policy + ", spillway.dev/revision: \"" + QByteArray::number(number) +
           "\"}\n"
           "  data:\n    author: ann\n    time: 2026-10-01T10:00:00Z\n    policy.yaml: |\n      " +
           QByteArray(text).replace("\n", "\n      ").trimmed() + "\n";
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files =
            QDir(importData({})).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            if (!file.endsWith(u".policy.yaml"_s)) {
                QTest::newRow(qPrintable(file)) << file.chopped(5);
            }
        }
    }
    /// Namespaces as people have them: the policy and the notes, looked at by a person.
    void golden()
    {
        QFETCH(QString, name);
        const auto imported = importOf(objectsOf(bytesOf(importData(name + u".yaml"_s))));
        QVERIFY_RESULT(imported);
        compareGolden(importData(name + u".policy.yaml"_s), imported->text);
        compareGolden(importData(name + u".notes.txt"_s), notesText(imported->notes));
        QVERIFY(parsePolicy(imported->text, name).ok());
        QVERIFY(!imported->text.contains("hunter2"));
        QVERIFY(!notesText(imported->notes).contains("hunter2"));
    }

    /// What the demo begins with: the policy that a newcomer would get of it.
    void theDemosCluster()
    {
        std::vector<QJsonObject> objects;
        QByteArray text =
            bytesOf(QStringLiteral(SPILLWAY_TEST_DATA "/../../resources/demo/cluster.yaml"));
        text.replace("\n---", "\n\x1e");
        for (const QByteArray &document : text.split('\x1e')) {
            const QJsonObject object = demo::readYaml(document).value.toObject();
            if (object["metadata"_L1]["namespace"_L1] == "kotaemon"_L1) {
                objects.push_back(object);
            }
        }
        QVERIFY(objects.size() > 12);
        const auto imported = importPolicy({u"kotaemon"_s, {}, std::move(objects), sampleNow});
        QVERIFY_RESULT(imported);
        compareGolden(importData(u"demo-cluster.policy.yaml"_s), imported->text);
        compareGolden(importData(u"demo-cluster.notes.txt"_s), notesText(imported->notes));
        QVERIFY(parsePolicy(imported->text, u"p.yaml"_s).ok());
    }

    void comesBack_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files =
            QDir(policyData(u"golden"_s)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            QTest::newRow(qPrintable(file)) << u"golden/"_s + file;
        }
        QTest::newRow("example") << u"example.yaml"_s;
        QTest::newRow("full") << u"full.yaml"_s;
    }
    /// What a policy wrote is written again by its import.
    void comesBack()
    {
        QFETCH(QString, name);
        const Policy policy = read(bytesOf(policyData(name)));
        const Compiled before = compiled(policy, name.startsWith(u"golden/attached-"_s));
        const auto imported = importPolicy({policy.nameSpace, {}, clusterOf(before), sampleNow});
        if (before.manifests.empty()) {
            QVERIFY_ERROR(imported, ErrorCode::NotFound); // nothing was written of it
            return;
        }
        QVERIFY_RESULT(imported);
        QCOMPARE(imported->policy.name, policy.name);
        const PolicyReading reading = parsePolicy(imported->text, name);
        QVERIFY2(reading.ok(), imported->text.constData());
        const auto expected = comparable(before, policy);
        const auto actual = comparable(compiled(reading.policy), policy);
        QCOMPARE(actual.keys(), expected.keys());
        for (const QString &key : expected.keys()) {
            const QByteArray both =
                QJsonDocument(actual[key]).toJson() + QJsonDocument(expected[key]).toJson();
            QVERIFY2(actual[key] == expected[key], both.constData());
        }
        for (const ImportNote &note : imported->notes) {
            QVERIFY2(note.id == u"schedule-lost", notesText(imported->notes).constData());
        }
        QCOMPARE(hasNote(*imported, u"schedule-lost"_s),
                 std::any_of(policy.components.begin(), policy.components.end(),
                             [](const auto &one) { return one.isScheduled(); }));
    }

    void revisionsAreTakenWordForWord()
    {
        const QByteArray text = "# ours\n" + webWith("      windows:\n        - {name: night, "
                                                     "from: \"22:00\", to: \"06:00\", min: 3}\n");
        QByteArray yaml = revisionYaml(webWith({}), 9) + revisionYaml(text, 12) +
                          revisionYaml(webWith({}), 3) + bytesOf(importData(u"hpa-metrics.yaml"_s));
        const auto imported = importOf(objectsOf(yaml), u"demo"_s);
        QVERIFY_RESULT(imported);
        QCOMPARE(imported->revision, 12);
        QCOMPARE(imported->text.trimmed(), text.trimmed());
        QCOMPARE(imported->policy.components[0].windows.size(), 1U);
        QCOMPARE(
            notesText(imported->notes),
            "revision | ConfigMap spillway-revision-demo-12 | - | The text is that of revision "
            "12, pushed by ann at 2026-10-01T10:00:00Z. What was changed since then without a "
            "push is not in it; a plan shows it.\n"
            "not-ours | HorizontalPodAutoscaler web | - | The policy demo did not write it.\n");
        // The name need not be said: there is one policy.
        QCOMPARE(importOf(objectsOf(yaml))->revision, 12);
    }

    void aDamagedRevisionIsNoPolicy()
    {
        QByteArray broken = webWith({});
        broken.replace("engine: hpa", "engine: steam");
        std::vector<QJsonObject> objects = objectsOf(revisionYaml(broken, 2));
        for (const QJsonObject &object : clusterOf(compiled(read(webWith({}))))) {
            objects.push_back(object);
        }
        const auto imported = importOf(objects);
        QVERIFY_RESULT(imported);
        QCOMPARE(imported->revision, 0);
        QCOMPARE(imported->policy.components[0].name, u"web"_s);
        QVERIFY(notesText(imported->notes).contains("cannot be read: “steam”"));
    }

    void calendarsAreNotInTheCluster()
    {
        const QByteArray text = webWith({}).replace(
            "  components:", "  holidays: [{calendar: days.ics}]\n  components:");
        const auto imported = importOf(objectsOf(revisionYaml(text, 1)));
        QVERIFY_RESULT(imported);
        QVERIFY(notesText(imported->notes).contains("days.ics"));
    }

    void severalPolicies()
    {
        const Policy one = read(webWith({}));
        Policy two = one;
        two.name = u"second"_s;
        two.components[0].target.name = u"other"_s;
        std::vector<QJsonObject> objects = clusterOf(compiled(one));
        for (const QJsonObject &object : clusterOf(compiled(two))) {
            objects.push_back(object);
        }
        const auto unnamed = importOf(objects);
        QVERIFY_ERROR(unnamed, ErrorCode::InvalidInput);
        QVERIFY2(unnamed.error().why.contains(u"demo, second"_s), qPrintable(unnamed.error().why));
        const auto named = importOf(objects, u"second"_s);
        QVERIFY_RESULT(named);
        QCOMPARE(named->policy.components.size(), 1U);
        QCOMPARE(named->policy.components[0].target.name, u"other"_s);
        QCOMPARE(notesText(named->notes), "not-ours | HorizontalPodAutoscaler demo.web | - | It "
                                          "belongs to the policy demo.\n");
        // A third one starts with what is nobody's.
        QVERIFY_ERROR(importOf(objects, u"third"_s), ErrorCode::NotFound);
    }

    void names_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("good");
        QTest::newRow("label") << u"my-policy"_s << true;
        QTest::newRow("dots") << u"my.policy"_s << false;
        QTest::newRow("capitals") << u"Policy"_s << false;
        QTest::newRow("long") << QString(64, u'a') << false;
    }
    void names()
    {
        QFETCH(QString, given);
        QFETCH(bool, good);
        const auto objects = objectsOf(bytesOf(importData(u"hpa-metrics.yaml"_s)));
        const auto imported = importOf(objects, given);
        QCOMPARE(imported.ok(), good);
        if (good) {
            QCOMPARE(imported->policy.name, given);
        } else {
            QCOMPARE(imported.error().code, ErrorCode::InvalidInput);
        }
    }

    void nothing()
    {
        const auto empty = importOf({});
        QVERIFY_ERROR(empty, ErrorCode::NotFound);
        QVERIFY(empty.error().why.contains(u"no autoscaler"_s));
        // What could not be said is told in the error, as there is no policy to go with the notes.
        const auto lost = importOf(objectsOf(
            "- {apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a}, spec: "
            "{scaleTargetRef: {name: a}, triggers: [{type: mysql, metadata: {query: x}}]}}\n"));
        QVERIFY_ERROR(lost, ErrorCode::NotFound);
        QVERIFY2(
            lost.error().why.contains(u"ScaledObject a: A policy has no trigger of the kind"_s),
            qPrintable(lost.error().why));
    }

    void settingsKeepTheOrder()
    {
        const Policy policy = read(bytesOf(policyData(u"full.yaml"_s)));
        std::vector<QJsonObject> cluster = clusterOf(compiled(policy));
        std::reverse(cluster.begin(), cluster.end());
        const auto imported = importPolicy({u"shop"_s, {}, cluster, sampleNow});
        QVERIFY_RESULT(imported);
        QCOMPARE(imported->policy.labels, policy.labels);
        QCOMPARE(imported->policy.schedule, policy.schedule);
        QCOMPARE(imported->policy.find(u"web"_s)->cost.tags, policy.components[0].cost.tags);
        QVERIFY(imported->policy.find(u"web"_s)->cost.labelPods);
        QCOMPARE(imported->policy.find(u"tools"_s)->breakers, policy.components[2].breakers);
        QCOMPARE(imported->policy.alerts, policy.alerts);
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
