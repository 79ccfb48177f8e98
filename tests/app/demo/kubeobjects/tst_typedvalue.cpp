// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/typedvalue.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("bad JSON in the test: %s", text.constData());
    }
    return document.object();
}

const SchemaNode *podSpec()
{
    static const SchemaPtr pod = OpenApiSchema::shipped().kind({u""_s, u"v1"_s, u"Pod"_s});
    return pod->field(u"spec"_s).get();
}

const SchemaNode *meta()
{
    static const SchemaPtr schema = objectMetaSchema();
    return schema.get();
}

} // namespace

class TestTypedValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownsLeaves();
    void merges_data();
    void merges();
    void removes_data();
    void removes();
    void compares_data();
    void compares();
    void findsProblems_data();
    void findsProblems();
    void takesTheShapeOfTheValue();
};

void TestTypedValue::ownsLeaves()
{
    const FieldSet fields = fieldsOf(
        podSpec(), json(R"({"containers":[{"name":"a","args":["x"],"ports":[{"containerPort":80}]}],
                 "nodeSelector":{"disk":"ssd"},"securityContext":{}})"));
    const QJsonObject expected = json(R"({
        "f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:name":{},"f:args":{},
          "f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}}}}},
        "f:nodeSelector":{},"f:securityContext":{}})");
    QCOMPARE(fields.toJson(), expected);
}

void TestTypedValue::merges_data()
{
    QTest::addColumn<bool>("ofPod");
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<QByteArray>("applied");
    QTest::addColumn<QByteArray>("merged");

    QTest::newRow("scalar") << true << QByteArray(R"({"priority":1,"hostname":"a"})")
                            << QByteArray(R"({"priority":2})")
                            << QByteArray(R"({"priority":2,"hostname":"a"})");
    QTest::newRow("atomic list is replaced")
        << true << QByteArray(R"({"tolerations":[{"key":"a"}]})")
        << QByteArray(R"({"tolerations":[{"key":"b"}]})")
        << QByteArray(R"({"tolerations":[{"key":"b"}]})");
    QTest::newRow("keyed list is merged")
        << true << QByteArray(R"({"containers":[{"name":"a","image":"x"},{"name":"b"}]})")
        << QByteArray(R"({"containers":[{"name":"a","image":"y"}]})")
        << QByteArray(R"({"containers":[{"name":"a","image":"y"},{"name":"b"}]})");
    QTest::newRow("order is that of the applied list")
        << true << QByteArray(R"({"containers":[{"name":"a"},{"name":"x"},{"name":"b"}]})")
        << QByteArray(R"({"containers":[{"name":"b"},{"name":"a"}]})")
        << QByteArray(R"({"containers":[{"name":"x"},{"name":"b"},{"name":"a"}]})");
    QTest::newRow("new item") << true << QByteArray(R"({"containers":[{"name":"a"}]})")
                              << QByteArray(R"({"containers":[{"name":"c"}]})")
                              << QByteArray(R"({"containers":[{"name":"a"},{"name":"c"}]})");
    QTest::newRow("set") << false << QByteArray(R"({"finalizers":["x/a","x/b"]})")
                         << QByteArray(R"({"finalizers":["x/c"]})")
                         << QByteArray(R"({"finalizers":["x/a","x/b","x/c"]})");
    QTest::newRow("map") << false << QByteArray(R"({"labels":{"a":"1","b":"2"}})")
                         << QByteArray(R"({"labels":{"b":"3"}})")
                         << QByteArray(R"({"labels":{"a":"1","b":"3"}})");
    QTest::newRow("null against nothing stays null")
        << false << QByteArray("{}") << QByteArray(R"({"labels":null})")
        << QByteArray(R"({"labels":null})");
    QTest::newRow("null against something keeps it")
        << false << QByteArray(R"({"labels":{"a":"1"}})") << QByteArray(R"({"labels":null})")
        << QByteArray(R"({"labels":{"a":"1"}})");
}

void TestTypedValue::merges()
{
    QFETCH(bool, ofPod);
    QFETCH(QByteArray, live);
    QFETCH(QByteArray, applied);
    QFETCH(QByteArray, merged);
    QCOMPARE(mergeValues(ofPod ? podSpec() : meta(), json(live), json(applied)).toObject(),
             json(merged));
}

void TestTypedValue::removes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("field") << QByteArray(R"({"priority":1,"hostname":"a"})")
                           << QByteArray(R"({"f:priority":{}})")
                           << QByteArray(R"({"hostname":"a"})");
    QTest::newRow("item") << QByteArray(R"({"containers":[{"name":"a"},{"name":"b"}]})")
                          << QByteArray(R"({"f:containers":{"k:{\"name\":\"a\"}":{}}})")
                          << QByteArray(R"({"containers":[{"name":"b"}]})");
    QTest::newRow("field of an item")
        << QByteArray(R"({"containers":[{"name":"a","image":"x"}]})")
        << QByteArray(R"({"f:containers":{"k:{\"name\":\"a\"}":{"f:image":{}}}})")
        << QByteArray(R"({"containers":[{"name":"a"}]})");
    QTest::newRow("inside of an atomic value nothing goes")
        << QByteArray(R"({"nodeSelector":{"a":"b"}})")
        << QByteArray(R"({"f:nodeSelector":{"f:a":{}}})")
        << QByteArray(R"({"nodeSelector":{"a":"b"}})");
    QTest::newRow("what is emptied becomes null")
        << QByteArray(R"({"affinity":{"podAffinity":{}},"hostname":"a"})")
        << QByteArray(R"({"f:affinity":{"f:podAffinity":{}}})")
        << QByteArray(R"({"affinity":null,"hostname":"a"})");
}

void TestTypedValue::removes()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, left);
    QCOMPARE(removeFields(podSpec(), json(value), *FieldSet::fromJson(json(fields))).toObject(),
             json(left));
}

void TestTypedValue::compares_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<QByteArray>("modified");
    QTest::addColumn<QByteArray>("removed");
    const QByteArray none("{}");
    QTest::newRow("same") << QByteArray(R"({"priority":1})") << QByteArray(R"({"priority":1})")
                          << none << none << none;
    QTest::newRow("scalar") << QByteArray(R"({"priority":1})") << QByteArray(R"({"priority":2})")
                            << none << QByteArray(R"({"f:priority":{}})") << none;
    QTest::newRow("added struct counts with its parents")
        << none << QByteArray(R"({"affinity":{"podAffinity":{}}})")
        << QByteArray(R"({"f:affinity":{".":{},"f:podAffinity":{}}})") << none << none;
    QTest::newRow("removed item")
        << QByteArray(R"({"containers":[{"name":"a"},{"name":"b"}]})")
        << QByteArray(R"({"containers":[{"name":"a"}]})") << none << none
        << QByteArray(R"({"f:containers":{"k:{\"name\":\"b\"}":{".":{},"f:name":{}}}})");
    QTest::newRow("atomic map") << QByteArray(R"({"nodeSelector":{"a":"b"}})")
                                << QByteArray(R"({"nodeSelector":{"a":"c"}})") << none
                                << QByteArray(R"({"f:nodeSelector":{}})") << none;
    QTest::newRow("items with the same key are one piece")
        << none
        << QByteArray(R"({"containers":[{"name":"a","image":"x"},{"name":"a","image":"y"}]})")
        << QByteArray(R"({"f:containers":{".":{},"k:{\"name\":\"a\"}":{}}})") << none << none;
}

void TestTypedValue::compares()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, added);
    QFETCH(QByteArray, modified);
    QFETCH(QByteArray, removed);
    const Comparison found = compareValues(podSpec(), json(before), json(after));
    QCOMPARE(found.added.toJson(), json(added));
    QCOMPARE(found.modified.toJson(), json(modified));
    QCOMPARE(found.removed.toJson(), json(removed));
    QCOMPARE(found.isSame(), added == "{}" && modified == "{}" && removed == "{}");
}

void TestTypedValue::findsProblems_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("none") << QByteArray(R"({"priority":1,"containers":null})") << QStringList();
    QTest::newRow("unknown") << QByteArray(R"({"priorty":1})")
                             << QStringList{u".priorty: field not declared in schema"_s};
    QTest::newRow("number") << QByteArray(R"({"priority":"1"})")
                            << QStringList{
                                   u".priority: expected numeric (int or float), got string"_s};
    QTest::newRow("text") << QByteArray(R"({"hostname":5})")
                          << QStringList{u".hostname: expected string, got "
                                         "&value.valueUnstructured{Value:5}"_s};
    QTest::newRow("flag") << QByteArray(R"({"hostNetwork":"yes"})")
                          << QStringList{u".hostNetwork: expected boolean, got "
                                         "&value.valueUnstructured{Value:\"yes\"}"_s};
    QTest::newRow("duplicate") << QByteArray(R"({"containers":[{"name":"a"},{"name":"a"}]})")
                               << QStringList{u".containers: duplicate entries for key "
                                              "[name=\"a\"]"_s};
}

void TestTypedValue::findsProblems()
{
    QFETCH(QByteArray, value);
    QFETCH(QStringList, problems);
    QCOMPARE(typedProblems(*podSpec(), json(value)), problems);
}

void TestTypedValue::takesTheShapeOfTheValue()
{
    const QJsonObject live = json(R"({"a":{"x":1,"list":[1]},"b":2})");
    const QJsonObject applied = json(R"({"a":{"y":2,"list":[2]}})");
    QCOMPARE(mergeValues(nullptr, live, applied).toObject(),
             json(R"({"a":{"x":1,"y":2,"list":[2]},"b":2})"));
    QCOMPARE(fieldsOf(nullptr, applied).toJson(), json(R"({"f:a":{".":{},"f:list":{},"f:y":{}}})"));
}

QTEST_GUILESS_MAIN(TestTypedValue)
#include "tst_typedvalue.moc"
