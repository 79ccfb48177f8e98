// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/selectors.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

QJsonObject labelled(const QJsonObject &labels)
{
    return {{u"metadata"_s, QJsonObject{{u"name"_s, u"chat-api"_s},
                                        {u"namespace"_s, u"kotaemon"_s},
                                        {u"labels"_s, labels}}}};
}

} // namespace

class TestSelectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labels_data();
    void labels();
    void badLabels_data();
    void badLabels();
    void objectForm();
    void fields_data();
    void fields();
    void badFields_data();
    void badFields();
};

void TestSelectors::labels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("equal") << u"app=chat"_s << true;
    QTest::newRow("double equal") << u"app==chat"_s << true;
    QTest::newRow("other value") << u"app=web"_s << false;
    QTest::newRow("missing key") << u"gone=x"_s << false;
    QTest::newRow("not equal") << u"app!=web"_s << true;
    QTest::newRow("not equal to what is there") << u"app!=chat"_s << false;
    QTest::newRow("not equal, missing") << u"gone!=x"_s << true;
    QTest::newRow("exists") << u"app"_s << true;
    QTest::newRow("exists not") << u"!app"_s << false;
    QTest::newRow("missing") << u"!gone"_s << true;
    QTest::newRow("in") << u"app in (web, chat)"_s << true;
    QTest::newRow("not in") << u"app notin (web)"_s << true;
    QTest::newRow("in one") << u"app in (web)"_s << false;
    QTest::newRow("notin of missing") << u"gone notin (x)"_s << true;
    QTest::newRow("all must hold") << u"app=chat,tier=back"_s << true;
    QTest::newRow("one does not") << u"app=chat,tier=front"_s << false;
    QTest::newRow("blanks") << u" app = chat , tier in ( back ) "_s << true;
    QTest::newRow("empty value") << u"app="_s << false;
    QTest::newRow("greater") << u"size>3"_s << true;
    QTest::newRow("less") << u"size<3"_s << false;
    QTest::newRow("prefix with slash") << u"example.com/role=a"_s << true;
    QTest::newRow("recorded") << u"app in (chat,x),tier!=x,!gone"_s << true;
}

void TestSelectors::labels()
{
    QFETCH(QString, text);
    QFETCH(bool, matches);
    const auto selector = LabelSelector::parse(text);
    QVERIFY(std::holds_alternative<LabelSelector>(selector));
    const QJsonObject object = labelled({{u"app"_s, u"chat"_s},
                                         {u"tier"_s, u"back"_s},
                                         {u"size"_s, u"5"_s},
                                         {u"example.com/role"_s, u"a"_s}});
    QCOMPARE(std::get<LabelSelector>(selector).matches(object), matches);
    QCOMPARE(std::get<LabelSelector>(selector).isEmpty(), text.isEmpty());
}

void TestSelectors::badLabels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("open set") << u"a in (b"_s
                              << u"unable to parse requirement: found '', expected: ',' or ')'"_s;
    QTest::newRow("no set") << u"a in b"_s
                            << u"unable to parse requirement: found 'b' expected: '('"_s;
    QTest::newRow("no operator")
        << u"a b"_s
        << u"unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"_s;
    QTest::newRow("only a comma")
        << u","_s
        << u"unable to parse requirement: found ',', expected: !, identifier, or 'end of string'"_s;
    QTest::newRow("two values")
        << u"a=b c"_s
        << u"unable to parse requirement: found 'c', expected: ',' or 'end of string'"_s;
}

void TestSelectors::badLabels()
{
    QFETCH(QString, text);
    const auto selector = LabelSelector::parse(text);
    QVERIFY(std::holds_alternative<ApiStatus>(selector));
    QCOMPARE(std::get<ApiStatus>(selector).code, 400);
    QTEST(std::get<ApiStatus>(selector).message, "message");
}

void TestSelectors::objectForm()
{
    const QJsonObject expression{
        {u"key"_s, u"tier"_s}, {u"operator"_s, u"In"_s}, {u"values"_s, QJsonArray{u"back"_s}}};
    const LabelSelector selector =
        LabelSelector::fromObject({{u"matchLabels"_s, QJsonObject{{u"app"_s, u"chat"_s}}},
                                   {u"matchExpressions"_s, QJsonArray{expression}}});
    QVERIFY(selector.matches(labelled({{u"app"_s, u"chat"_s}, {u"tier"_s, u"back"_s}})));
    QVERIFY(!selector.matches(labelled({{u"app"_s, u"chat"_s}})));
    QVERIFY(!selector.matches(labelled({{u"tier"_s, u"back"_s}})));
}

void TestSelectors::fields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("name") << u"metadata.name=chat-api"_s << true;
    QTest::newRow("double equal") << u"metadata.name==chat-api"_s << true;
    QTest::newRow("other name") << u"metadata.name=web"_s << false;
    QTest::newRow("not that name") << u"metadata.name!=web"_s << true;
    QTest::newRow("both") << u"metadata.namespace=kotaemon,metadata.name!=p-1"_s << true;
    QTest::newRow("other namespace") << u"metadata.namespace=team-b"_s << false;
    QTest::newRow("phase") << u"status.phase=Running"_s << true;
    QTest::newRow("no node") << u"spec.nodeName="_s << true;
    QTest::newRow("empty") << QString() << true;
}

void TestSelectors::fields()
{
    QFETCH(QString, text);
    QFETCH(bool, matches);
    const ResourceTypePtr pods = findBuiltIn({}, u"pods"_s);
    QVERIFY(pods);
    QJsonObject pod = labelled({});
    pod.insert(u"status"_s, QJsonObject{{u"phase"_s, u"Running"_s}});
    const auto selector = FieldSelector::parse(text, *pods);
    QVERIFY(std::holds_alternative<FieldSelector>(selector));
    QCOMPARE(std::get<FieldSelector>(selector).matches(*pods, pod), matches);
}

void TestSelectors::badFields_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("plural");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("pods") << QString() << u"pods"_s << u"spec.foo=1"_s
                          << u"field label not supported: spec.foo"_s;
    QTest::newRow("syntax") << QString() << u"pods"_s << u"spec.foo"_s
                            << u"invalid selector: 'spec.foo'; can't understand 'spec.foo'"_s;
    QTest::newRow("hpa")
        << u"autoscaling"_s << u"horizontalpodautoscalers"_s << u"spec.maxReplicas=3"_s
        << u"\"spec.maxReplicas\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""_s;
}

void TestSelectors::badFields()
{
    QFETCH(QString, group);
    QFETCH(QString, plural);
    QFETCH(QString, text);
    const ResourceTypePtr type = findBuiltIn(group, plural);
    QVERIFY(type);
    const auto selector = FieldSelector::parse(text, *type);
    QVERIFY(std::holds_alternative<ApiStatus>(selector));
    QTEST(std::get<ApiStatus>(selector).message, "message");
}

QTEST_GUILESS_MAIN(TestSelectors)
#include "tst_selectors.moc"
