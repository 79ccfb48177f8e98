// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamldocument.h"
#include "policy/compiler.h"
#include "policy/policyfields.h"
#include "policysamples.h"
#include "support/resultmacros.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// The script is the same in every ConfigMap and has its own tests.
QJsonObject withoutScript(QJsonObject object)
{
    QJsonObject data = object.value("data"_L1).toObject();
    if (data.contains("schedule.sh"_L1)) {
        data.insert(u"schedule.sh"_s, u"(resources/schedule/schedule.sh)"_s);
        object.insert(u"data"_s, data);
    }
    return object;
}

QByteArray manifestText(const Compiled &compiled)
{
    QJsonArray list;
    for (const Manifest &manifest : compiled.manifests) {
        list.append(withoutScript(manifest.object));
    }
    return QJsonDocument(list).toJson();
}

Compiled compileText(const QByteArray &text, CompileOptions options = {})
{
    const PolicyReading reading = parsePolicy(text, u"p.yaml"_s);
    options.now = sampleNow;
    return compilePolicy(reading.policy, options);
}

QSet<QString> keysOf(const Compiled &compiled)
{
    QSet<QString> keys;
    for (const Manifest &manifest : compiled.manifests) {
        keys.insert(manifest.kind() + u'/' + manifest.nameSpace() + u'/' + manifest.name());
    }
    return keys;
}

const Manifest *find(const Compiled &compiled, const QString &kind, const QString &name = {})
{
    for (const Manifest &manifest : compiled.manifests) {
        if (manifest.kind() == kind && (name.isEmpty() || manifest.name() == name)) {
            return &manifest;
        }
    }
    return nullptr;
}

const QByteArray saleEvent = "      events:\n        - {name: sale, start: 2026-11-04T00:00, end: "
                             "2026-11-05T00:00, min: 5}\n";

} // namespace

class TestCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files =
            QDir(policyData(u"golden"_s)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 40);
        for (const QString &file : files) {
            QTest::newRow(qPrintable(file)) << u"golden/"_s + file.chopped(5);
        }
        QTest::newRow("example") << u"example"_s;
    }
    void golden()
    {
        QFETCH(QString, name);
        const QByteArray text = bytesOf(policyData(name + u".yaml"_s));
        const PolicyReading reading = parsePolicy(text, name);
        QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems.front().sentence()));
        CompileOptions options;
        options.now = sampleNow;
        for (const PolicyComponent &component : reading.policy.components) {
            if (name.startsWith(u"golden/attached-"_s)) {
                options.attached.insert(component.name);
            }
        }
        const Compiled compiled = compilePolicy(reading.policy, options);
        QVERIFY(compiled.problems.empty());
        compareGolden(policyData(name + u".json"_s), manifestText(compiled));
        QCOMPARE(manifestText(compilePolicy(reading.policy, options)), manifestText(compiled));
    }

    void everyFieldIsTraced()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        CompileOptions options;
        options.now = sampleNow;
        const Compiled compiled = compilePolicy(reading.policy, options);
        QCOMPARE(compiled.manifests.size(), 11U);
        for (const Manifest &manifest : compiled.manifests) {
            QVERIFY2(!manifest.sourceOf({}).isEmpty(), qPrintable(manifest.name()));
            for (const QString &source : manifest.sources) {
                QVERIFY2(reading.positions.of(source).line > 0, qPrintable(source));
            }
        }
    }

    void traces_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("source");
        const QString web = u"spec.components[0]"_s;
        const QString worker = u"spec.components[1]"_s;
        const QString hpa = u"HorizontalPodAutoscaler"_s;
        const QString scaled = u"ScaledObject"_s;
        QTest::newRow("bound") << hpa << u"spec.maxReplicas"_s << web + u".replicas.max"_s;
        QTest::newRow("dot") << hpa << u".spec.minReplicas"_s << web + u".replicas.min"_s;
        QTest::newRow("metric") << hpa << u"spec.metrics[8].pods.target.averageValue"_s
                                << web + u".metrics[8]"_s;
        QTest::newRow("behavior") << hpa << u"spec.behavior.scaleUp.policies[1].value"_s
                                  << web + u".behavior"_s;
        QTest::newRow("tag") << hpa << u"metadata.labels.team"_s << web + u".cost.tags.team"_s;
        QTest::newRow("whole") << hpa << u"spec.unknown"_s << web;
        QTest::newRow("trigger") << scaled << u"spec.triggers[2].metadata.topic"_s
                                 << worker + u".metrics[2]"_s;
        QTest::newRow("idle") << scaled << u"spec.idleReplicaCount"_s
                              << worker + u".keda.idleReplicas"_s;
        QTest::newRow("image") << u"CronJob"_s
                               << u"spec.jobTemplate.spec.template.spec.containers[0].image"_s
                               << u"spec.schedule.image"_s;
        QTest::newRow("mesh") << u"DestinationRule"_s
                              << u"spec.trafficPolicy.outlierDetection.interval"_s
                              << u"spec.components[2].breakers[0].mesh.interval"_s;
        QTest::newRow("rule") << u"PrometheusRule"_s << u"spec.groups[0].rules[0].expr"_s
                              << u"spec.alerts[0].expr"_s;
        QTest::newRow("named group")
            << u"PrometheusRule"_s << u"spec.groups[name=\"slo\"].interval"_s << u"spec.alerts"_s;
    }
    void traces()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        QFETCH(QString, source);
        const Compiled compiled = compileText(bytesOf(policyData(u"full.yaml"_s)));
        const Manifest *const manifest = find(compiled, kind);
        QVERIFY(manifest != nullptr);
        QCOMPARE(manifest->sourceOf(field), source);
    }

    void twoPoliciesDoNotCollide()
    {
        // Names whose parts could be joined to the same text.
        const QByteArray one = webWith(saleEvent);
        QByteArray other = one;
        other.replace("name: demo", "name: demo-web").replace("- name: web", "- name: a");
        QByteArray third = one;
        third.replace("- name: web", "- name: web-a");
        const QSet<QString> first = keysOf(compileText(one));
        QVERIFY(!first.intersects(keysOf(compileText(other))));
        QVERIFY(!keysOf(compileText(other)).contains(u"HorizontalPodAutoscaler/shop/demo.web-a"_s));
        QVERIFY(keysOf(compileText(third)).contains(u"HorizontalPodAutoscaler/shop/demo.web-a"_s));
    }

    void names_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringList{u"a"_s, u"b-c"_s} << 63 << u"a.b-c"_s;
        QTest::newRow("at the limit") << QStringList{QString(63, u'a')} << 63 << QString(63, u'a');
        QTest::newRow("strange") << QStringList{u"a"_s, u"Query_Status"_s} << 63
                                 << u"a.query-status-f6264a0d"_s;
        QTest::newRow("nothing left") << QStringList{u"天气"_s} << 63 << u"x-4d947325"_s;
    }
    void names()
    {
        QFETCH(QStringList, parts);
        QFETCH(int, limit);
        QFETCH(QString, name);
        QCOMPARE(spillway::objectName(parts, limit), name);
    }

    void longNames()
    {
        const QString one = spillway::objectName({QString(64, u'a'), u"x"_s}, 63);
        const QString two = spillway::objectName({QString(64, u'a'), u"y"_s}, 63);
        QCOMPARE(one.size(), 63);
        QVERIFY(one != two);
        QVERIFY(spillway::objectName({u"_"_s}, 63) != spillway::objectName({u"-"_s}, 63));
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"golden/names-at-limits.yaml"_s)), u"p.yaml"_s);
        CompileOptions options;
        options.now = sampleNow;
        for (const Manifest &manifest : compilePolicy(reading.policy, options).manifests) {
            const qsizetype limit = manifest.kind() == u"ScaledObject" ? longestScaledObjectName
                                    : manifest.kind() == u"CronJob"    ? longestCronJobName
                                                                       : longestLabelName;
            QVERIFY2(manifest.name().size() <= limit, qPrintable(manifest.name()));
        }
    }

    void ownershipProtocol()
    {
        const PolicyReading reading = parsePolicy(webWith(saleEvent), u"p.yaml"_s);
        CompileOptions options;
        options.now = sampleNow;
        const QJsonObject free = compilePolicy(reading.policy, options)
                                     .manifests.front()
                                     .object.value("spec"_L1)
                                     .toObject();
        QCOMPARE(free.value("minReplicas"_L1).toInt(), 2);
        options.attached = {u"web"_s};
        const QJsonObject attached = compilePolicy(reading.policy, options)
                                         .manifests.front()
                                         .object.value("spec"_L1)
                                         .toObject();
        QVERIFY(!attached.contains("minReplicas"_L1) && !attached.contains("maxReplicas"_L1));
        // Whatever the schedule does meanwhile, what the console applies stays the same.
        const auto during = std::chrono::milliseconds(std::chrono::hours{24 * 3 + 1}).count();
        options.now = sampleNow + during;
        QCOMPARE(compilePolicy(reading.policy, options)
                     .manifests.front()
                     .object.value("spec"_L1)
                     .toObject(),
                 attached);
        const Manifest attach = boundsManifest(reading.policy, 0, TimelineRow{0, 1, 4, 9, {}});
        QCOMPARE(attach.manager, QString{scheduleManager});
        QCOMPARE(attach.object.value("spec"_L1).toObject(),
                 (QJsonObject{{u"minReplicas"_s, 4}, {u"maxReplicas"_s, 9}}));
        QVERIFY(!attach.object.value("metadata"_L1).toObject().contains("labels"_L1));
        const Manifest release = boundsManifest(reading.policy, 0, std::nullopt);
        QCOMPARE(release.object.value("spec"_L1).toObject(), QJsonObject());
    }

    void sameBytesAtAnyMoment()
    {
        const PolicyReading reading = parsePolicy(webWith(saleEvent), u"p.yaml"_s);
        CompileOptions options;
        options.now = sampleNow;
        options.attached = {u"web"_s};
        const Compiled first = compilePolicy(reading.policy, options);
        options.timelineStart = timelineStartOf(find(first, u"ConfigMap"_s)->object);
        QCOMPARE(options.timelineStart, sampleNow - 3'600'000);
        QVERIFY(!timelineStartOf(first.manifests.front().object));
        constexpr EpochMs day = 24 * 3'600'000LL;
        for (const EpochMs later : {EpochMs{60'000}, 3 * day + 17, 199 * day}) {
            options.now = sampleNow + later;
            QCOMPARE(manifestText(compilePolicy(reading.policy, options)), manifestText(first));
        }
        options.now = sampleNow + 201 * day;
        const Compiled renewed = compilePolicy(reading.policy, options);
        QVERIFY(manifestText(renewed) != manifestText(first));
        QCOMPARE(timelineStartOf(find(renewed, u"ConfigMap"_s)->object), options.now - 3'600'000);
    }

    void problemsOfTheSchedule()
    {
        const Compiled compiled =
            compileText(webWith("      windows:\n        - {name: nights, days: [Mon], max: 1}\n"));
        QCOMPARE(compiled.problems.size(), 1U);
        QCOMPARE(compiled.problems[0].position->path, u"spec.components[0].replicas"_s);
        QVERIFY(compiled.manifests.empty());
    }

    void kindsThatAreNotThere()
    {
        CompileOptions options;
        options.istio = false;
        options.prometheusOperator = false;
        const Compiled compiled = compileText(bytesOf(policyData(u"full.yaml"_s)), options);
        QVERIFY(find(compiled, u"DestinationRule"_s) == nullptr);
        QVERIFY(find(compiled, u"PrometheusRule"_s) == nullptr);
    }

    /// What a provider allows reaches the watched system whole.
    void settingsHoldTheQuota()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        const Compiled compiled = compileText(bytesOf(policyData(u"full.yaml"_s)));
        const Manifest *const settings =
            find(compiled, u"ConfigMap"_s, u"spillway-settings-full"_s);
        QVERIFY(settings != nullptr);
        const QByteArray text = settings->object.value("data"_L1)
                                    .toObject()
                                    .value("settings.yaml"_L1)
                                    .toString()
                                    .toUtf8();
        const auto document = YamlDocument::parse(text, u"settings.yaml"_s);
        QVERIFY_RESULT(document);
        QStringList written;
        for (const YamlValue &service : document->root().items) {
            for (const YamlEntry &entry : service.entries) {
                for (const YamlEntry &field : entry.value.entries) {
                    if (entry.key == u"quota") {
                        written << field.key;
                    }
                }
            }
        }
        const PolicyFieldRow *const spec = policyShape().find("spec"_L1);
        const PolicyFieldRow *const components = spec->shape->find("components"_L1);
        for (const PolicyFieldRow &row : components->shape->find("quota"_L1)->shape->fields) {
            QVERIFY2(written.contains(QString{row.key}), row.key.data());
        }
        QCOMPARE(reading.policy.components[1].quota->spec.sliceSeconds, 5.0);
    }

    void ruleFiles()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        QCOMPARE(ruleFile(reading.policy), "groups:\n"
                                           "  - name: spillway.full\n"
                                           "    rules:\n"
                                           "      - alert: Slow\n"
                                           "        expr: 'slow > 2'\n"
                                           "        for: '5m'\n"
                                           "        keep_firing_for: '10m'\n"
                                           "        labels:\n"
                                           "          severity: page\n"
                                           "        annotations:\n"
                                           "          summary: It is slow\n");
        QCOMPARE(ruleFile(Policy{}), QByteArray("groups: []\n"));
    }

    void revisions()
    {
        const PolicyReading reading = parsePolicy(webWith({}), u"p.yaml"_s);
        PolicyRevision revision{
            7, webWith({}), u"ann"_s, u"sale"_s, u"2026-11-01T00:00:00Z"_s, {{u"a"_s, 1}}};
        const auto manifest = revisionManifest(reading.policy, revision);
        QVERIFY_RESULT(manifest);
        QCOMPARE(manifest->name(), u"spillway-revision-demo-7"_s);
        const QJsonObject data = manifest->object.value("data"_L1).toObject();
        QCOMPARE(data.value("policy.yaml"_L1).toString().toUtf8(), webWith({}));
        QCOMPARE(data.value("reason"_L1).toString(), u"sale"_s);
        revision.policyText = QByteArray(1024 * 1024, '#');
        QVERIFY_ERROR(revisionManifest(reading.policy, revision), ErrorCode::TooLarge);
    }

    void largeTimelinesFit()
    {
        QByteArray spec = "  timezone: Europe/Berlin\n  components:\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray name = "c" + QByteArray::number(i);
            spec += "    - name: " + name + "\n      target: {name: " + name +
                    "}\n      engine: hpa\n      replicas: {min: 2, max: 10}\n      metrics:\n"
                    "        - cpu: {averageUtilization: 70}\n      windows:\n"
                    "        - {name: office hours of the whole team, from: \"09:00\", to: "
                    "\"18:00\", min: 4}\n";
        }
        const Compiled compiled = compileText(policyWith(spec));
        qsizetype bytes = 0;
        for (const QJsonValue value :
             find(compiled, u"ConfigMap"_s)->object.value("data"_L1).toObject()) {
            bytes += value.toString().toUtf8().size();
        }
        QVERIFY2(bytes < 1024 * 1024 && bytes > 300 * 1024, qPrintable(QString::number(bytes)));
    }
};

QTEST_GUILESS_MAIN(TestCompiler)
#include "tst_compiler.moc"
