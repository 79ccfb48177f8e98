// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/fieldset.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

FieldSet set(const char *text)
{
    const auto parsed = FieldSet::fromJson(QJsonDocument::fromJson(text).object());
    if (!parsed) {
        qFatal("bad set in the test: %s", text);
    }
    return *parsed;
}

} // namespace

class TestFieldSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatManagedFieldsSay_data();
    void keepsWhatManagedFieldsSay();
    void refusesWhatIsNoSet_data();
    void refusesWhatIsNoSet();
    void showsPaths_data();
    void showsPaths();
    void combines_data();
    void combines();
    void listsParentsFirst();
    void namesParents();
};

void TestFieldSet::keepsWhatManagedFieldsSay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("leaf") << QByteArray(R"({"f:spec":{"f:maxReplicas":{}}})");
    QTest::newRow("member with children")
        << QByteArray(R"({"f:labels":{".":{},"f:app":{}},"f:spec":{}})");
    QTest::newRow("keyed item") << QByteArray(
        R"({"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:name":{}}})");
    QTest::newRow("value") << QByteArray(R"({"f:finalizers":{"v:\"example.com/hold\"":{}}})");
    QTest::newRow("index") << QByteArray(R"({"f:list":{"i:3":{}}})");
}

void TestFieldSet::keepsWhatManagedFieldsSay()
{
    QFETCH(QByteArray, text);
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto parsed = FieldSet::fromJson(json);
    QVERIFY(parsed);
    QCOMPARE(parsed->toJson(), json);
}

void TestFieldSet::refusesWhatIsNoSet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no prefix") << QByteArray(R"({"spec":{}})");
    QTest::newRow("unknown prefix") << QByteArray(R"({"x:spec":{}})");
    QTest::newRow("key without object") << QByteArray(R"({"k:name":{}})");
    QTest::newRow("deep inside") << QByteArray(R"({"f:a":{"f:b":{"zz":{}}}})");
}

void TestFieldSet::refusesWhatIsNoSet()
{
    QFETCH(QByteArray, text);
    QVERIFY(!FieldSet::fromJson(QJsonDocument::fromJson(text).object()));
}

void TestFieldSet::showsPaths_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("field") << QByteArray(R"({"f:spec":{"f:maxReplicas":{}}})")
                           << u".spec.maxReplicas"_s;
    QTest::newRow("key") << QByteArray(R"({"f:groups":{"k:{\"name\":\"slo\"}":{"f:interval":{}}}})")
                         << u".groups[name=\"slo\"].interval"_s;
    QTest::newRow("two keys") << QByteArray(
                                     R"({"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{}})")
                              << u"[containerPort=80,protocol=\"TCP\"]"_s;
    QTest::newRow("value") << QByteArray(R"({"v:\"x\"":{}})") << u"[=\"x\"]"_s;
    QTest::newRow("index") << QByteArray(R"({"i:3":{}})") << u"[3]"_s;
}

void TestFieldSet::showsPaths()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);
    const std::vector<FieldPath> paths = set(text.constData()).paths();
    QCOMPARE(paths.size(), 1U);
    QCOMPARE(toText(paths.front()), shown);
}

void TestFieldSet::combines_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QByteArray>("united");
    QTest::addColumn<QByteArray>("common");
    QTest::addColumn<QByteArray>("without");
    QTest::addColumn<QByteArray>("withoutTrees");
    QTest::newRow("apart") << QByteArray(R"({"f:a":{}})") << QByteArray(R"({"f:b":{}})")
                           << QByteArray(R"({"f:a":{},"f:b":{}})") << QByteArray("{}")
                           << QByteArray(R"({"f:a":{}})") << QByteArray(R"({"f:a":{}})");
    QTest::newRow("same") << QByteArray(R"({"f:a":{"f:x":{}}})")
                          << QByteArray(R"({"f:a":{"f:x":{}}})")
                          << QByteArray(R"({"f:a":{"f:x":{}}})")
                          << QByteArray(R"({"f:a":{"f:x":{}}})") << QByteArray("{}")
                          << QByteArray("{}");
    // A member is not what is below it.
    QTest::newRow("parent") << QByteArray(R"({"f:a":{".":{},"f:x":{}}})")
                            << QByteArray(R"({"f:a":{}})")
                            << QByteArray(R"({"f:a":{".":{},"f:x":{}}})")
                            << QByteArray(R"({"f:a":{}})") << QByteArray(R"({"f:a":{"f:x":{}}})")
                            << QByteArray("{}");
}

void TestFieldSet::combines()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(QByteArray, united);
    QFETCH(QByteArray, common);
    QFETCH(QByteArray, without);
    QFETCH(QByteArray, withoutTrees);
    const FieldSet left = set(a.constData());
    const FieldSet right = set(b.constData());
    QCOMPARE(left.united(right).toJson(), set(united.constData()).toJson());
    QCOMPARE(right.united(left).toJson(), set(united.constData()).toJson());
    QCOMPARE(left.common(right).toJson(), set(common.constData()).toJson());
    QCOMPARE(left.without(right).toJson(), set(without.constData()).toJson());
    QCOMPARE(left.withoutTrees(right).toJson(), set(withoutTrees.constData()).toJson());
    QCOMPARE(left.without(right).isEmpty(), without == "{}");
}

void TestFieldSet::listsParentsFirst()
{
    QStringList shown;
    for (const FieldPath &path : set(R"({"f:b":{"f:c":{}},"f:a":{".":{},"f:x":{}}})").paths()) {
        shown.append(toText(path));
    }
    QCOMPARE(shown, (QStringList{u".a"_s, u".a.x"_s, u".b.c"_s}));
}

void TestFieldSet::namesParents()
{
    // Fields of structs that lead to members count as members; keys of maps do not.
    const SchemaPtr hpa =
        OpenApiSchema::shipped().kind({u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s});
    const FieldSet named = set(R"({"f:spec":{"f:behavior":{"f:scaleUp":{"f:policies":{}}}}})")
                               .withNamedParents(hpa.get());
    QCOMPARE(
        named.toJson(),
        QJsonDocument::fromJson(
            R"({"f:spec":{".":{},"f:behavior":{".":{},"f:scaleUp":{".":{},"f:policies":{}}}}})")
            .object());
}

QTEST_GUILESS_MAIN(TestFieldSet)
#include "tst_fieldset.moc"
