// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/gofields.h"
#include "kubeobjects/goscalars.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

using Kind = SchemaNode::Kind;

/// One scalar as its Go type reads it.
class TestGoScalars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void cutsWhatIsMerged();
    void namesTypes();
    void knowsZeroValues_data();
    void knowsZeroValues();
    void knowsPointers_data();
    void knowsPointers();
};

void TestGoScalars::reads_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<QJsonValue>("kept");
    const auto row = [](const char *name, Kind kind, const QJsonValue &sent,
                        const QJsonValue &kept) { QTest::newRow(name) << kind << sent << kept; };
    row("largest", Kind::Integer, 2147483647, 2147483647);
    row("smallest", Kind::Integer, -2147483648LL, -2147483648LL);
    row("whole fraction", Kind::Integer, 6.0, 6);
    row("fraction", Kind::Number, 0.5, 0.5);
    row("text", Kind::String, u"x"_s, u"x"_s);
    row("flag", Kind::Boolean, false, false);
    row("quantity as a number", Kind::Quantity, 5, u"5"_s);
    row("quantity", Kind::Quantity, u"0.5"_s, u"500m"_s);
    row("share", Kind::IntOrString, u"25%"_s, u"25%"_s);
    row("count", Kind::IntOrString, 3, 3);
    row("time", Kind::Time, u"2026-11-22T15:00:00Z"_s, u"2026-11-22T15:00:00Z"_s);
    row("time of a zone", Kind::Time, u"2026-11-23T00:30:00+01:30"_s, u"2026-11-22T23:00:00Z"_s);
    row("time west of it", Kind::Time, u"2026-11-22T20:00:00-05:00"_s, u"2026-11-23T01:00:00Z"_s);
    row("time with a fraction", Kind::Time, u"2026-11-22T15:00:00.25Z"_s,
        u"2026-11-22T15:00:00Z"_s);
    row("micro time", Kind::MicroTime, u"2026-11-22T15:00:00.250000Z"_s,
        u"2026-11-22T15:00:00.250000Z"_s);
    row("bytes", Kind::Bytes, u"eA=="_s, u"eA=="_s);
    row("no bytes", Kind::Bytes, QString(), QString());
}

void TestGoScalars::reads()
{
    QFETCH(Kind, kind);
    QFETCH(QJsonValue, sent);
    QFETCH(QJsonValue, kept);
    SchemaNode schema;
    schema.kind = kind;
    schema.bits = 32;
    for (const DecodeMode mode : {DecodeMode::Json, DecodeMode::Unstructured}) {
        const ScalarRead read = readScalar(schema, sent, mode);
        QVERIFY(!read.mismatch);
        QCOMPARE(read.error, QString());
        QCOMPARE(read.value, kept);
    }
}

void TestGoScalars::refuses_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<QString>("error"); ///< how it begins; empty: another type
    const auto row = [](const char *name, Kind kind, const QJsonValue &sent,
                        const QString &error = {}) {
        QTest::newRow(name) << kind << sent << error;
    };
    row("too large", Kind::Integer, 2147483648LL);
    row("fraction", Kind::Integer, 6.5);
    row("number as a text", Kind::Integer, u"6"_s);
    row("flag as a text", Kind::Boolean, u"true"_s);
    row("text as a number", Kind::String, 6);
    row("text as a list", Kind::String, QJsonArray());
    row("number as an object", Kind::Number, QJsonObject());
    row("share with a fraction", Kind::IntOrString, 1.5);
    row("share as a flag", Kind::IntOrString, true);
    row("quantity as a flag", Kind::Quantity, true);
    row("quantity with a word", Kind::Quantity, u"5 rps"_s,
        u"quantities must match the regular expression"_s);
    row("time as a number", Kind::Time, 5);
    row("day", Kind::Time, u"2026-11-22"_s,
        u"parsing time \"2026-11-22\" as \"2006-01-02T15:04:05Z07:00\""_s);
    row("month 13", Kind::Time, u"2026-13-01T00:00:00Z"_s, u"parsing time"_s);
    row("time without a zone", Kind::Time, u"2026-11-22T15:00:00"_s,
        u"parsing time \"2026-11-22T15:00:00\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" "
        "as \"Z07:00\""_s);
    row("micro time of seconds", Kind::MicroTime, u"2026-11-22T15:00:00Z"_s,
        u"parsing time \"2026-11-22T15:00:00Z\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot "
        "parse \"Z\" as \".000000\""_s);
    row("bytes, wrong letter", Kind::Bytes, u"e%=="_s,
        u"error decoding from json: illegal base64 data at input byte 1"_s);
    row("bytes, cut", Kind::Bytes, u"eHh4e"_s,
        u"error decoding from json: illegal base64 data at input byte 4"_s);
}

void TestGoScalars::refuses()
{
    QFETCH(Kind, kind);
    QFETCH(QJsonValue, sent);
    QFETCH(QString, error);
    SchemaNode schema;
    schema.kind = kind;
    schema.bits = 32;
    const ScalarRead read = readScalar(schema, sent, DecodeMode::Json);
    QCOMPARE(read.mismatch, error.isEmpty());
    QCOMPARE(read.error.left(error.size()), error);
    QVERIFY(read.value.isUndefined());
}

void TestGoScalars::cutsWhatIsMerged()
{
    SchemaNode schema;
    schema.kind = Kind::Integer;
    schema.bits = 32;
    const auto merged = [&schema](const QJsonValue &value) {
        return readScalar(schema, value, DecodeMode::Unstructured);
    };
    QCOMPARE(merged(2147483648LL).value, QJsonValue(-2147483648LL));
    QCOMPARE(merged(4294967302LL).value, QJsonValue(6));
    QCOMPARE(merged(6.5).error, u"cannot convert float64 to int32"_s);
    schema.bits = 64;
    QCOMPARE(merged(4294967302LL).value, QJsonValue(4294967302LL));
    QCOMPARE(merged(6.5).error, u"cannot convert float64 to int64"_s);
}

void TestGoScalars::namesTypes()
{
    SchemaNode number;
    number.kind = Kind::Integer;
    number.bits = 64;
    QCOMPARE(goTypeOf(number), u"int64"_s);
    QCOMPARE(jsonTypeName(4294967302LL, number), u"number 4294967302"_s);
    SchemaNode text;
    text.kind = Kind::String;
    QCOMPARE(jsonTypeName(7, text), u"number"_s);
    QCOMPARE(jsonTypeName(u"x"_s, number), u"string"_s);
    QCOMPARE(jsonTypeName(QJsonArray(), text), u"array"_s);
    QCOMPARE(jsonTypeName(QJsonObject(), text), u"object"_s);
    SchemaNode map;
    map.kind = Kind::Map;
    map.element = std::make_shared<SchemaNode>(text);
    QCOMPARE(goTypeOf(map), u"map[string]string"_s);
    SchemaNode list;
    list.kind = Kind::List;
    list.element = std::make_shared<SchemaNode>(map);
    QCOMPARE(goTypeOf(list), u"[]map[string]string"_s);
    SchemaNode spec;
    spec.kind = Kind::Struct;
    spec.name = u"io.k8s.api.apps.v1.DeploymentSpec"_s;
    QCOMPARE(goTypeOf(spec), u"v1.DeploymentSpec"_s);
}

void TestGoScalars::knowsZeroValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("zero");
    QTest::newRow("0") << QJsonValue(0) << true;
    QTest::newRow("1") << QJsonValue(1) << false;
    QTest::newRow("false") << QJsonValue(false) << true;
    QTest::newRow("no text") << QJsonValue(QString()) << true;
    QTest::newRow("text") << QJsonValue(u"0"_s) << false;
    QTest::newRow("null") << QJsonValue() << false;
    QTest::newRow("list") << QJsonValue(QJsonArray()) << false;
}

void TestGoScalars::knowsZeroValues()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, zero);
    QCOMPARE(isZero(value), zero);
}

void TestGoScalars::knowsPointers_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("omitted");
    QTest::newRow("replicas of a spec") << u"DeploymentSpec"_s << u"replicas"_s << false;
    QTest::newRow("replicas of a status") << u"DeploymentStatus"_s << u"replicas"_s << true;
    QTest::newRow("time zone") << u"CronJobSpec"_s << u"timeZone"_s << false;
    QTest::newRow("schedule limit") << u"CronJobSpec"_s << u"successfulJobsHistoryLimit"_s << false;
    QTest::newRow("flag of a pod") << u"PodSpec"_s << u"hostNetwork"_s << true;
    QTest::newRow("name of a node") << u"PodSpec"_s << u"nodeName"_s << true;
}

void TestGoScalars::knowsPointers()
{
    QFETCH(QString, type);
    QFETCH(QString, field);
    QFETCH(bool, omitted);
    const bool isText = field == "timeZone"_L1 || field == "nodeName"_L1;
    SchemaNode schema;
    schema.kind = isText ? Kind::String : field == "hostNetwork"_L1 ? Kind::Boolean : Kind::Integer;
    QCOMPARE(isOmittedWhenZero(type, field, schema), omitted);
    QVERIFY(!isAlwaysWritten(type, field));
    schema.fallback = schema.kind == Kind::Integer ? QJsonValue(0) : QJsonValue(QString());
    QVERIFY(!isOmittedWhenZero(type, field, schema)); // required fields have a default
}

QTEST_GUILESS_MAIN(TestGoScalars)
#include "tst_goscalars.moc"
