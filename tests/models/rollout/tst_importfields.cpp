// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importsamples.h"
#include "rollout/importparts.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QByteArray &yaml)
{
    return demo::readYaml(yaml).value.toObject();
}

QStringList pathsOf(const std::vector<ImportNote> &notes)
{
    QStringList paths;
    for (const ImportNote &note : notes) {
        paths << note.id + u' ' + note.path;
    }
    return paths;
}

QJsonObject cronJobWith(const QByteArray &container)
{
    return objectOf("kind: CronJob\nmetadata: {name: c}\n"
                    "spec: {schedule: 0 9 * * *, jobTemplate: {spec: {template: {spec: "
                    "{containers: [" +
                    container + "]}}}}}\n");
}

} // namespace

/// Parts of an import that are easier to look at alone.
class TestImportFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyAskedForIsNoted()
    {
        std::vector<ImportNote> notes;
        const ImportScope scope(u"Thing a"_s, notes);
        const QJsonObject map = objectOf("asked: 1\nother: 2\ninner: {known: x, unknown: y}\n"
                                         "list: [{a: 1}, {a: 2, b: 3}]\nskipped: 4\n"
                                         "nothing: []\nempty: {}\nno: false\nblank: ''\nnull: ~\n");
        {
            ImportFields fields(map, u"spec"_s, scope);
            QCOMPARE(fields.integer("asked"_L1), 1);
            fields.skip({"skipped"_L1});
            fields.in("inner"_L1, [](ImportFields &inner) {
                QCOMPARE(inner.text("known"_L1), u"x"_s);
                QCOMPARE(inner.path(), u"spec.inner"_s);
            });
            int items = 0;
            fields.each("list"_L1, [&](ImportFields &item) {
                ++items;
                (void)item.integer("a"_L1);
            });
            QCOMPARE(items, 2);
        }
        QCOMPARE(pathsOf(notes),
                 (QStringList{u"omitted spec.inner.unknown"_s, u"omitted spec.list[1].b"_s,
                              u"omitted spec.other"_s}));
        QCOMPARE(notes[0].object, u"Thing a"_s);
    }

    void oneNoteForAWhole()
    {
        std::vector<ImportNote> notes;
        const ImportScope scope(u"Thing a"_s, notes);
        {
            ImportFields fields(objectOf("a: 1\nb: 2\n"), u"spec.triggers[0]"_s, scope);
            fields.omit(u"no"_s);
            QVERIFY(fields.isOmitted());
        }
        QCOMPARE(pathsOf(notes), QStringList{u"omitted spec.triggers[0]"_s});
    }

    void whatIsNotThere()
    {
        std::vector<ImportNote> notes;
        const ImportScope scope(u"Thing a"_s, notes);
        {
            ImportFields fields({}, {}, scope);
            QVERIFY(!fields.has("a"_L1) && !fields.integer("a"_L1) && !fields.number("a"_L1));
            QCOMPARE(fields.text("a"_L1, u"else"_s), u"else"_s);
            QVERIFY(fields.flag("a"_L1, true) && fields.texts("a"_L1).isEmpty());
            fields.in("a"_L1, [](ImportFields & /*map*/) { QFAIL("there is none"); });
            fields.each("a"_L1, [](ImportFields & /*item*/) { QFAIL("there is none"); });
            QCOMPARE(fields.pathOf("a"_L1), u"a"_s);
        }
        QVERIFY(notes.empty());
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("number");
        QTest::addColumn<bool>("whole");
        QTest::newRow("whole") << u"20"_s << true << true;
        QTest::newRow("negative") << u"-3"_s << true << true;
        QTest::newRow("fraction") << u"1.5"_s << true << false;
        QTest::newRow("exponent") << u"1e3"_s << true << true;
        QTest::newRow("large") << u"1e300"_s << true << false;
        QTest::newRow("infinite") << u"inf"_s << false << false;
        QTest::newRow("not a number") << u"nan"_s << false << false;
        QTest::newRow("words") << u"many"_s << false << false;
        QTest::newRow("variable") << u"${LAG}"_s << false << false;
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(bool, number);
        QFETCH(bool, whole);
        std::vector<ImportNote> notes;
        const ImportScope scope(u"Thing a"_s, notes);
        ImportFields fields({{u"n"_s, text}}, u"metadata"_s, scope);
        QCOMPARE(fields.number("n"_L1).has_value(), number);
        QCOMPARE(notes.empty(), number);
        QCOMPARE(fields.wholeNumber("n"_L1).has_value(), whole);
    }

    void flags_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("flag");
        QTest::addColumn<bool>("understood");
        for (const QString &text : {u"1"_s, u"t"_s, u"T"_s, u"TRUE"_s, u"true"_s, u"True"_s}) {
            QTest::newRow(qPrintable(text)) << QJsonValue(text) << true << true;
        }
        for (const QString &text : {u"0"_s, u"f"_s, u"F"_s, u"FALSE"_s, u"false"_s, u"False"_s}) {
            QTest::newRow(qPrintable(text)) << QJsonValue(text) << false << true;
        }
        QTest::newRow("boolean") << QJsonValue(true) << true << true;
        QTest::newRow("yes") << QJsonValue(u"yes"_s) << false << false;
        QTest::newRow("nothing") << QJsonValue() << false << true;
    }
    void flags()
    {
        QFETCH(QJsonValue, value);
        QFETCH(bool, flag);
        QFETCH(bool, understood);
        std::vector<ImportNote> notes;
        const ImportScope scope(u"Thing a"_s, notes);
        {
            ImportFields fields({{u"f"_s, value}}, u"metadata"_s, scope);
            QCOMPARE(fields.flag("f"_L1, false), flag);
        }
        QCOMPARE(notes.empty(), understood);
    }

    /// Jobs that look as if they change replicas. Their commands are never quoted: they may hold
    /// passwords.
    void otherSchedules_data()
    {
        QTest::addColumn<QByteArray>("container");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *container, const char *why) {
            QTest::newRow(name) << QByteArray(container) << QString::fromLatin1(why);
        };
        row("scale", "{command: [kubectl, scale, deploy/web, --replicas=3]}",
            "it runs kubectl scale");
        row("in a shell", "{command: [sh, -c], args: ['kubectl -n shop patch hpa web -p x']}",
            "it runs kubectl patch");
        row("openshift", "{command: [oc, scale, dc/web, --replicas=3]}", "it runs kubectl scale");
        row("api", "{args: ['https://k/apis/apps/v1/namespaces/a/deployments/b/scale']}",
            "its command speaks of autoscalers");
        row("keda", "{command: [tool, --kind=ScaledObject]}", "its command speaks of autoscalers");
        row("only looks", "{command: [kubectl, get, pods]}", "");
        row("another command", "{command: [sh, -c, 'kubectl get pods; scale-fish']}", "");
        row("backup", "{command: [pg_dump]}", "");
        row("a word in it", "{command: [kubectlish, scale]}", "");
        row("nothing", "{}", "");
    }
    void otherSchedules()
    {
        QFETCH(QByteArray, container);
        QTEST(scheduleLikeness(cronJobWith(container)), "why");
    }

    void minutesOfTheJob_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<int>("minutes");
        QTest::newRow("five") << u"0,5,10,15,20,25,30,35,40,45,50,55 * * * *"_s << 5;
        QTest::newRow("five and edges") << u"0,1,3,5,10,15,20,25,30,35,40,45,50,55 * * * *"_s << 5;
        QTest::newRow("twenty") << u"0,20,40 * * * *"_s << 20;
        QTest::newRow("each") << u"* * * * *"_s << 5;
        QTest::newRow("none") << u"7 * * * *"_s << 5;
        QTest::newRow("nonsense") << u""_s << 5;
    }
    void minutesOfTheJob()
    {
        QFETCH(QString, cron);
        const PolicyScheduleSettings settings =
            importScheduleSettings({{u"spec"_s, QJsonObject{{u"schedule"_s, cron}}}}, {});
        QTEST(settings.everyMinutes, "minutes");
        QCOMPARE(settings.image, PolicyScheduleSettings{}.image);
    }

    void baseBounds()
    {
        const QJsonObject map = objectOf(
            "data:\n  targets: |\n    web HorizontalPodAutoscaler demo.web 2 10\n    broken line\n"
            "    worker ScaledObject demo.worker 0 8\n");
        const QMap<QString, ScheduleBounds> bounds = importBaseBounds(map);
        QCOMPARE(bounds.size(), 2);
        QCOMPARE(bounds.value(u"web"_s), (ScheduleBounds{2, 10}));
        QCOMPARE(bounds.value(u"worker"_s), (ScheduleBounds{0, 8}));
    }

    void damagedSettings()
    {
        std::vector<ImportNote> notes;
        const ImportScope scope(u"ConfigMap s"_s, notes);
        const QJsonObject map = objectOf("data: {settings.yaml: \"- service: a\\n  quota: 3\\n\"}");
        QVERIFY(importSettings(map, scope).empty());
        QCOMPARE(pathsOf(notes), QStringList{u"omitted data.settings.yaml"_s});
    }

    void rulesOfOurs()
    {
        std::vector<ImportNote> notes;
        const ImportScope scope(u"PrometheusRule r"_s, notes);
        const auto alerts =
            importAlerts(objectOf("spec:\n  groups:\n  - name: g\n    interval: 30s\n    rules:\n"
                                  "    - {alert: A, expr: up, for: 90s, labels: {severity: page}}\n"
                                  "    - {record: a:b, expr: sum(up)}\n"
                                  "    - {alert: B, expr: down, for: soon, limit: 3}\n"),
                         scope);
        QCOMPARE(alerts.size(), 2U);
        QCOMPARE(alerts[0].holdFor, std::chrono::seconds{90});
        QCOMPARE(pathsOf(notes), (QStringList{u"omitted spec.groups[0].rules[1]"_s,
                                              u"omitted spec.groups[0].rules[2].for"_s,
                                              u"omitted spec.groups[0].rules[2].limit"_s,
                                              u"omitted spec.groups[0].interval"_s}));
    }
};

QTEST_GUILESS_MAIN(TestImportFields)
#include "tst_importfields.moc"
