// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "kubeobjects/bodyreader.h"
#include "kubeobjects/objecttable.h"
#include "kubeobjects/tablecells.h"
#include "wirelog.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace spillway::test;

namespace {

QDateTime at(const QString &time)
{
    return QDateTime::fromString(u"2026-11-22T%1Z"_s.arg(time), Qt::ISODate);
}

ResourceTypePtr shippedType(const QString &file)
{
    QFile crd(u":/kube/crds/%1.yaml"_s.arg(file));
    return crd.open(QIODevice::ReadOnly) ? customType(readYaml(crd.readAll()).value.toObject())
                                         : nullptr;
}

} // namespace

/// Tables as kubectl prints them.
class TestObjectTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsRecorded_data();
    void printsAsRecorded();
    void tellsAges_data();
    void tellsAges();
    void showsCells_data();
    void showsCells();
    void readsPathsOfCustomColumns_data();
    void readsPathsOfCustomColumns();
};

void TestObjectTable::printsAsRecorded_data()
{
    QTest::addColumn<ResourceTypePtr>("type");
    QTest::addColumn<QString>("objects");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("time");
    const auto builtIn = [](const QString &group, const QString &plural, const QString &objects,
                            const QString &table, const QString &time) {
        QTest::addRow("%s", qPrintable(objects))
            << findBuiltIn(group, plural) << objects << table << time;
    };
    const QString hpas = u"horizontalpodautoscalers"_s;
    builtIn(u"apps"_s, u"deployments"_s, u"deploy.list"_s, u"deploy.list.table"_s, u"15:00:42"_s);
    builtIn(u""_s, u"pods"_s, u"pod.list"_s, u"pod.list.table"_s, u"15:00:42"_s);
    builtIn(u""_s, u"events"_s, u"event.list.core"_s, u"event.list.table"_s, u"15:00:42"_s);
    builtIn(u"batch"_s, u"cronjobs"_s, u"cj.get"_s, u"cj.list.table"_s, u"15:00:41"_s);
    builtIn(u"autoscaling"_s, hpas, u"hpa.metrics.all_types"_s, u"hpa.list.table"_s, u"15:00:40"_s);
    builtIn(u"autoscaling"_s, hpas, u"hpa.get.after_updates"_s, u"hpa.table.with_status"_s,
            u"15:00:40"_s);
    builtIn(u"autoscaling"_s, hpas, u"live.hpa.get"_s, u"live.hpa.table"_s, u"15:04:23"_s);
    const ResourceTypePtr scaled = shippedType(u"keda.sh_scaledobjects"_s);
    QTest::newRow("scaled object")
        << scaled << u"so.remove.owned"_s << u"so.list.table"_s << u"15:00:41"_s;
    QTest::newRow("scaled object, defaults")
        << scaled << u"so.pause.console_reapply"_s << u"so.list.table"_s << u"15:00:41"_s;
}

void TestObjectTable::printsAsRecorded()
{
    QFETCH(ResourceTypePtr, type);
    QFETCH(QString, objects);
    QFETCH(QString, table);
    QFETCH(QString, time);
    QVERIFY(type);
    const QString version = type->storageVersion;
    const QJsonObject recorded = recordedAnswer(table);
    QCOMPARE(differences(recorded["columnDefinitions"_L1], tableColumns(*type, version)),
             QStringList());
    const QJsonObject answer = recordedAnswer(objects);
    const QJsonArray items =
        answer.contains("items"_L1) ? answer["items"_L1].toArray() : QJsonArray{answer};
    int compared = 0;
    for (const QJsonValue &item : items) {
        for (const QJsonValue &row : recorded["rows"_L1].toArray()) {
            if (row["object"_L1]["metadata"_L1]["name"_L1] == item["metadata"_L1]["name"_L1]) {
                QCOMPARE(differences(row["cells"_L1],
                                     tableCells(*type, item.toObject(), version, at(time))),
                         QStringList());
                ++compared;
            }
        }
    }
    QCOMPARE(compared, static_cast<int>(items.size()));
}

void TestObjectTable::tellsAges_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("age");
    const auto row = [](qint64 seconds, const char *age) {
        QTest::addRow("%lld s", static_cast<long long>(seconds))
            << seconds << QString::fromLatin1(age);
    };
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    row(-5, "0s"); // a clock that is ahead
    row(0, "0s");
    row(119, "119s");
    row(120, "2m");
    row(125, "2m5s");
    row(10 * minute - 1, "9m59s");
    row(10 * minute + 5, "10m");
    row(3 * hour - 1, "179m");
    row(3 * hour, "3h");
    row(3 * hour + 20 * minute, "3h20m");
    row(8 * hour + 20 * minute, "8h");
    row(48 * hour - 1, "47h");
    row(2 * day + hour, "2d1h");
    row(8 * day + hour, "8d");
    row(2 * 365 * day - 1, "729d");
    row(2 * 365 * day, "2y");
    row(3 * 365 * day + 5 * day, "3y5d");
    row(9 * 365 * day + 5 * day, "9y");
}

void TestObjectTable::tellsAges()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, age);
    const QDateTime now = at(u"15:00:00"_s);
    QCOMPARE(ageSince(now.addSecs(-seconds).toString(Qt::ISODate), now), age);
    QCOMPARE(ageSince({}, now), u"<unknown>"_s);
    QCOMPARE(ageSince(u"yesterday"_s, now), u"<unknown>"_s);
}

void TestObjectTable::showsCells_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<int>("column");
    QTest::addColumn<QJsonValue>("cell");
    const auto row = [](const char *name, const QString &kind, const char *object, int column,
                        const QJsonValue &cell) {
        QTest::newRow(name) << kind << QByteArray(object) << column << cell;
    };
    row("pod that goes", u"Pod"_s,
        R"({"metadata":{"deletionTimestamp":"2026-11-22T15:00:00Z"},"status":{"phase":"Running"}})",
        2, u"Terminating"_s);
    row("reason of the pod", u"Pod"_s, R"({"status":{"phase":"Failed","reason":"Evicted"}})", 2,
        u"Evicted"_s);
    row("finished job", u"Job"_s,
        R"({"status":{"succeeded":1,"conditions":[{"type":"Complete","status":"True"}]}})", 1,
        u"Complete"_s);
    row("duration of a job", u"Job"_s,
        R"({"status":{"startTime":"2026-11-22T14:00:00Z","completionTime":"2026-11-22T14:00:45Z"}})",
        3, u"45s"_s);
    row("suspended", u"CronJob"_s, R"({"spec":{"suspend":true}})", 3, u"True"_s);
    row("no metrics", u"HorizontalPodAutoscaler"_s, R"({"spec":{}})", 2, u"<none>"_s);
    row("metric of no known type", u"HorizontalPodAutoscaler"_s, R"({"spec":{"metrics":[{}]}})", 2,
        u"<unknown type>"_s);
    row("third metric", u"HorizontalPodAutoscaler"_s,
        R"({"spec":{"metrics":[{"pods":{"target":{"averageValue":"5"}}},
            {"external":{"target":{"value":"7"}}},{},{}]},
            "status":{"currentMetrics":[{"pods":{"current":{"averageValue":"3"}}}]}})",
        2, u"3/5, <unknown>/7 + 2 more..."_s);
    row("ports of a service", u"Service"_s,
        R"({"spec":{"ports":[{"port":80,"protocol":"TCP"},{"port":53,"protocol":"UDP"}]}})", 4,
        u"80/TCP,53/UDP"_s);
    row("no addresses", u"Endpoints"_s, "{}", 1, u"<none>"_s);
    row("addresses", u"Endpoints"_s,
        R"({"subsets":[{"addresses":[{"ip":"10.0.0.1"}],"ports":[{"port":80},{"port":81}]}]})", 1,
        u"10.0.0.1:80,10.0.0.1:81"_s);
    row("entries", u"ConfigMap"_s, R"({"data":{"a":"1","b":"2"},"binaryData":{"c":"eA=="}})", 1, 3);
    row("budget", u"PodDisruptionBudget"_s, R"({"spec":{"maxUnavailable":"25%"}})", 2, u"25%"_s);
    row("no budget", u"PodDisruptionBudget"_s, "{}", 1, u"N/A"_s);
    row("quota", u"ResourceQuota"_s, R"({"status":{"hard":{"pods":"5"},"used":{"pods":"2"}}})", 1,
        u"pods: 2/5"_s);
    row("binding", u"RoleBinding"_s, R"({"roleRef":{"kind":"Role","name":"r"}})", 1, u"Role/r"_s);
    row("series of events", u"Event"_s,
        R"({"firstTimestamp":"2026-11-22T14:00:00Z","series":{"count":7,
            "lastObservedTime":"2026-11-22T14:59:00.000000Z"}})",
        0, u"60s"_s);
    row("count of a series", u"Event"_s, R"({"count":2,"series":{"count":7}})", 8, 7);
    row("another kind", u"Thing"_s, R"({"metadata":{"name":"t"}})", 0, u"t"_s);
}

void TestObjectTable::showsCells()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, object);
    QFETCH(int, column);
    QFETCH(QJsonValue, cell);
    const QJsonArray cells = builtInCells(kind, json(object), at(u"15:00:00"_s));
    QCOMPARE(cells.at(column), cell);
}

void TestObjectTable::readsPathsOfCustomColumns_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("columnType");
    QTest::addColumn<QJsonValue>("cell");
    const QJsonValue none{QJsonValue::Null};
    QTest::newRow("number") << u".spec.size"_s << u"integer"_s << QJsonValue(4);
    QTest::newRow("missing") << u".spec.shape"_s << u"string"_s << none;
    QTest::newRow("null") << u".spec.nothing"_s << u"string"_s << none;
    QTest::newRow("filter") << u".status.conditions[?(@.type==\"Ready\")].status"_s << u"string"_s
                            << QJsonValue(u"True"_s);
    QTest::newRow("filter without a match")
        << u".status.conditions[?(@.type==\"Active\")].status"_s << u"string"_s << none;
    QTest::newRow("object") << u".spec.tags"_s << u"string"_s << QJsonValue(u"{\"a\":\"b\"}"_s);
    QTest::newRow("date") << u".status.since"_s << u"date"_s << QJsonValue(u"60m"_s);
}

void TestObjectTable::readsPathsOfCustomColumns()
{
    QFETCH(QString, path);
    QFETCH(QString, columnType);
    QFETCH(QJsonValue, cell);
    const QJsonObject column{{"name"_L1, "X"_L1}, {"type"_L1, columnType}, {"jsonPath"_L1, path}};
    const QJsonObject version{{"name"_L1, "v1"_L1},
                              {"additionalPrinterColumns"_L1, QJsonArray{column}}};
    ResourceType type;
    type.custom = true;
    type.crd["spec"_L1] = QJsonObject{{"versions"_L1, QJsonArray{version}}};
    const QJsonObject thing = json(R"({"metadata":{"name":"t"},
        "spec":{"size":4,"nothing":null,"tags":{"a":"b"}},"status":{"since":"2026-11-22T14:00:00Z",
        "conditions":[{"type":"Ready","status":"True"},{"type":"Ready","status":"False"}]}})");
    QCOMPARE(tableColumns(type, u"v1"_s).size(), 2);
    QCOMPARE(tableCells(type, thing, u"v1"_s, at(u"15:00:00"_s)),
             (QJsonArray{QJsonValue(u"t"_s), cell}));
    // A version without columns has the age.
    QCOMPARE(tableColumns(type, u"v2"_s).size(), 2);
    QCOMPARE(tableCells(type, thing, u"v2"_s, at(u"15:00:00"_s)),
             (QJsonArray{"t"_L1, "<unknown>"_L1}));
}

QTEST_GUILESS_MAIN(TestObjectTable)
#include "tst_objecttable.moc"
