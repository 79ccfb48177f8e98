// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/patches.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

} // namespace

class TestPatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergePatch_data();
    void mergePatch();
    void jsonPatch_data();
    void jsonPatch();
    void jsonPatchRefuses_data();
    void jsonPatchRefuses();
    void strategicPatch_data();
    void strategicPatch();
};

void TestPatches::mergePatch_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("set") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":2})")
                         << QByteArray(R"({"a":1,"b":2})");
    QTest::newRow("null removes") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":null})")
                                  << QByteArray(R"({"b":2})");
    QTest::newRow("lists are replaced")
        << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[3]})") << QByteArray(R"({"a":[3]})");
    QTest::newRow("nested") << QByteArray(R"({"a":{"x":1}})") << QByteArray(R"({"a":{"y":2}})")
                            << QByteArray(R"({"a":{"x":1,"y":2}})");
    QTest::newRow("object for a scalar")
        << QByteArray(R"({"a":1})") << QByteArray(R"({"a":{"b":null,"c":1}})")
        << QByteArray(R"({"a":{"c":1}})");
}

void TestPatches::mergePatch()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    QCOMPARE(mergePatched(json(target).object(), json(patch).object()).toObject(),
             json(result).object());
}

void TestPatches::jsonPatch_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("add") << QByteArray(R"([{"op":"add","path":"/b","value":2}])")
                         << QByteArray(R"({"a":{"x":[1,2]},"b":2})");
    QTest::newRow("append") << QByteArray(R"([{"op":"add","path":"/a/x/-","value":3}])")
                            << QByteArray(R"({"a":{"x":[1,2,3]}})");
    QTest::newRow("insert") << QByteArray(R"([{"op":"add","path":"/a/x/0","value":0}])")
                            << QByteArray(R"({"a":{"x":[0,1,2]}})");
    QTest::newRow("replace") << QByteArray(R"([{"op":"replace","path":"/a/x/1","value":9}])")
                             << QByteArray(R"({"a":{"x":[1,9]}})");
    QTest::newRow("remove") << QByteArray(R"([{"op":"remove","path":"/a/x/0"}])")
                            << QByteArray(R"({"a":{"x":[2]}})");
    QTest::newRow("test") << QByteArray(R"([{"op":"test","path":"/a/x/0","value":1}])")
                          << QByteArray(R"({"a":{"x":[1,2]}})");
    QTest::newRow("copy") << QByteArray(R"([{"op":"copy","from":"/a/x/0","path":"/c"}])")
                          << QByteArray(R"({"a":{"x":[1,2]},"c":1})");
    QTest::newRow("move") << QByteArray(R"([{"op":"move","from":"/a/x","path":"/c"}])")
                          << QByteArray(R"({"a":{},"c":[1,2]})");
    QTest::newRow("escaped") << QByteArray(R"([{"op":"add","path":"/a~1b~0c","value":1}])")
                             << QByteArray(R"({"a":{"x":[1,2]},"a/b~c":1})");
}

void TestPatches::jsonPatch()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    const auto patched = jsonPatched(json(R"({"a":{"x":[1,2]}})").object(), json(patch).array());
    QVERIFY(patched);
    QCOMPARE(*patched, json(result).object());
}

void TestPatches::jsonPatchRefuses_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("test") << QByteArray(R"([{"op":"test","path":"/a/x/0","value":7}])");
    QTest::newRow("missing") << QByteArray(R"([{"op":"replace","path":"/z","value":7}])");
    QTest::newRow("missing parent") << QByteArray(R"([{"op":"add","path":"/z/y","value":7}])");
    QTest::newRow("remove missing") << QByteArray(R"([{"op":"remove","path":"/z"}])");
    QTest::newRow("behind the end") << QByteArray(R"([{"op":"add","path":"/a/x/9","value":7}])");
    QTest::newRow("no index") << QByteArray(R"([{"op":"add","path":"/a/x/y","value":7}])");
    QTest::newRow("unknown") << QByteArray(R"([{"op":"frob","path":"/a"}])");
    QTest::newRow("copy from nowhere") << QByteArray(R"([{"op":"copy","from":"/z","path":"/c"}])");
    QTest::newRow("whole is no object") << QByteArray(R"([{"op":"replace","path":"","value":1}])");
}

void TestPatches::jsonPatchRefuses()
{
    QFETCH(QByteArray, patch);
    QVERIFY(!jsonPatched(json(R"({"a":{"x":[1,2]}})").object(), json(patch).array()));
}

void TestPatches::strategicPatch_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("item by key")
        << QByteArray(R"({"containers":[{"name":"a","image":"x"},{"name":"b"}]})")
        << QByteArray(R"({"containers":[{"name":"a","image":"y"}]})")
        << QByteArray(R"({"containers":[{"name":"a","image":"y"},{"name":"b"}]})");
    QTest::newRow("new item") << QByteArray(R"({"containers":[{"name":"a"}]})")
                              << QByteArray(R"({"containers":[{"name":"c"}]})")
                              << QByteArray(R"({"containers":[{"name":"a"},{"name":"c"}]})");
    QTest::newRow("delete item") << QByteArray(R"({"containers":[{"name":"a"},{"name":"b"}]})")
                                 << QByteArray(R"({"containers":[{"name":"a","$patch":"delete"}]})")
                                 << QByteArray(R"({"containers":[{"name":"b"}]})");
    QTest::newRow("replace list") << QByteArray(R"({"containers":[{"name":"a"},{"name":"b"}]})")
                                  << QByteArray(
                                         R"({"containers":[{"$patch":"replace"},{"name":"c"}]})")
                                  << QByteArray(R"({"containers":[{"name":"c"}]})");
    QTest::newRow("atomic list") << QByteArray(R"({"tolerations":[{"key":"a"}]})")
                                 << QByteArray(R"({"tolerations":[{"key":"b"}]})")
                                 << QByteArray(R"({"tolerations":[{"key":"b"}]})");
    QTest::newRow("null removes") << QByteArray(R"({"hostname":"a","priority":1})")
                                  << QByteArray(R"({"hostname":null})")
                                  << QByteArray(R"({"priority":1})");
    QTest::newRow("replace map") << QByteArray(R"({"affinity":{"podAffinity":{}}})")
                                 << QByteArray(
                                        R"({"affinity":{"$patch":"replace","nodeAffinity":{}}})")
                                 << QByteArray(R"({"affinity":{"nodeAffinity":{}}})");
    QTest::newRow("order is no content")
        << QByteArray(R"({"containers":[{"name":"a"}]})")
        << QByteArray(R"({"$setElementOrder/containers":[{"name":"a"}]})")
        << QByteArray(R"({"containers":[{"name":"a"}]})");
    QTest::newRow("retained keys") << QByteArray(R"({"affinity":{"a":1,"b":2}})")
                                   << QByteArray(R"({"affinity":{"$retainKeys":["b"]}})")
                                   << QByteArray(R"({"affinity":{"b":2}})");
    QTest::newRow("values taken out of a list")
        << QByteArray(R"({"list":["a","b"]})")
        << QByteArray(R"({"$deleteFromPrimitiveList/list":["a"]})")
        << QByteArray(R"({"list":["b"]})");
}

void TestPatches::strategicPatch()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    const SchemaPtr pod = OpenApiSchema::shipped().kind({u""_s, u"v1"_s, u"Pod"_s});
    QCOMPARE(
        strategicPatched(pod->field(u"spec"_s).get(), json(target).object(), json(patch).object())
            .toObject(),
        json(result).object());
}

QTEST_GUILESS_MAIN(TestPatches)
#include "tst_patches.moc"
