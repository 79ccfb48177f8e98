// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/presenter.h"
#include "serverrequests.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;
using Shape = AcceptedForm::Shape;

Q_DECLARE_METATYPE(spillway::demo::AcceptedForm::Shape)

namespace {

QJsonObject stored(const QString &name)
{
    QJsonObject object = named(u"a"_s, name);
    object.insert(u"kind"_s, u"ConfigMap"_s);
    object.insert(u"apiVersion"_s, u"v1"_s);
    object.insert(u"data"_s, QJsonObject{{u"k"_s, u"v"_s}});
    QJsonObject metadata = object["metadata"_L1].toObject();
    metadata.insert(u"resourceVersion"_s, u"7"_s);
    metadata.insert(u"creationTimestamp"_s, u"2026-11-22T11:00:00Z"_s);
    object.insert(u"metadata"_s, metadata);
    return object;
}

Presentation presentation(Shape shape, const QString &include = {})
{
    return {findBuiltIn({}, u"configmaps"_s), u"v1"_s, shape, include,
            QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)};
}

} // namespace

class TestPresenter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void itemsOfListsNameNoKind();
    void listFacts_data();
    void listFacts();
    void rowsOfTables_data();
    void rowsOfTables();
    void bookmarks_data();
    void bookmarks();
    void encodings();
};

void TestPresenter::kinds_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<QString>("single");
    QTest::addColumn<QString>("list");
    QTest::newRow("object") << Shape::Object << u"ConfigMap"_s << u"ConfigMapList"_s;
    QTest::newRow("table") << Shape::Table << u"Table"_s << u"Table"_s;
    QTest::newRow("partial") << Shape::PartialMetadata << u"PartialObjectMetadata"_s
                             << u"ConfigMapList"_s;
    QTest::newRow("partial list") << Shape::PartialMetadataList << u"ConfigMap"_s
                                  << u"PartialObjectMetadataList"_s;
}

void TestPresenter::kinds()
{
    QFETCH(Shape, shape);
    const Presentation shown = presentation(shape);
    QTEST(shown.single(stored(u"m"_s))["kind"_L1].toString(), "single");
    QTEST(shown.event(stored(u"m"_s), true)["kind"_L1].toString(), "single");
    QTEST(shown.list({stored(u"m"_s)}, {})["kind"_L1].toString(), "list");
}

void TestPresenter::itemsOfListsNameNoKind()
{
    const QJsonValue item = presentation(Shape::Object).list({stored(u"m"_s)}, {})["items"_L1][0];
    QVERIFY(item["kind"_L1].isUndefined());
    QVERIFY(item["apiVersion"_L1].isUndefined());
    QCOMPARE(item["data"_L1]["k"_L1].toString(), u"v"_s);
    const QJsonValue partial =
        presentation(Shape::PartialMetadataList).list({stored(u"m"_s)}, {})["items"_L1][0];
    QCOMPARE(partial["kind"_L1].toString(), u"PartialObjectMetadata"_s);
    QVERIFY(partial["data"_L1].isUndefined());
}

void TestPresenter::listFacts_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<qint64>("remaining");
    QTest::addColumn<QJsonObject>("metadata");
    const QString key = u"resourceVersion"_s;
    QTest::newRow("whole") << QString() << qint64(-1) << QJsonObject{{key, u"9"_s}};
    QTest::newRow("page") << u"abc"_s << qint64(4)
                          << QJsonObject{{key, u"9"_s},
                                         {u"continue"_s, u"abc"_s},
                                         {u"remainingItemCount"_s, 4}};
    QTest::newRow("page of a selection")
        << u"abc"_s << qint64(-1) << QJsonObject{{key, u"9"_s}, {u"continue"_s, u"abc"_s}};
}

void TestPresenter::listFacts()
{
    QFETCH(QString, token);
    QFETCH(qint64, remaining);
    QFETCH(QJsonObject, metadata);
    for (const Shape shape : {Shape::Object, Shape::Table, Shape::PartialMetadataList}) {
        const QJsonObject list = presentation(shape).list({}, {9, token, remaining});
        QCOMPARE(list["metadata"_L1].toObject(), metadata);
        QVERIFY((shape == Shape::Table ? list["rows"_L1] : list["items"_L1]).isArray());
    }
}

void TestPresenter::rowsOfTables_data()
{
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("kind"); // of the object in the row
    QTest::newRow("default") << QString() << u"PartialObjectMetadata"_s;
    QTest::newRow("metadata") << u"Metadata"_s << u"PartialObjectMetadata"_s;
    QTest::newRow("none") << u"None"_s << QString();
    QTest::newRow("object") << u"Object"_s << u"ConfigMap"_s;
}

void TestPresenter::rowsOfTables()
{
    QFETCH(QString, include);
    const Presentation shown = presentation(Shape::Table, include);
    const QJsonObject table = shown.list({stored(u"m"_s), stored(u"n"_s)}, {});
    QCOMPARE(table["rows"_L1].toArray().size(), 2);
    const QJsonValue row = table["rows"_L1][0];
    QTEST(row["object"_L1]["kind"_L1].toString(), "kind");
    QCOMPARE(row["cells"_L1].toArray().size(), table["columnDefinitions"_L1].toArray().size());
    QCOMPARE(row["cells"_L1][0].toString(), u"m"_s);
    QVERIFY(row["cells"_L1].toArray().contains(u"60m"_s)); // the age, at noon
    QVERIFY(shown.event(stored(u"m"_s), false)["columnDefinitions"_L1].isNull());
}

void TestPresenter::bookmarks_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<bool>("initialEnd");
    QTest::newRow("object") << Shape::Object << false;
    QTest::newRow("end of the state") << Shape::Object << true;
    QTest::newRow("partial") << Shape::PartialMetadata << true;
}

void TestPresenter::bookmarks()
{
    QFETCH(Shape, shape);
    QFETCH(bool, initialEnd);
    const QJsonValue metadata = presentation(shape).bookmark(12, initialEnd)["metadata"_L1];
    QCOMPARE(metadata["resourceVersion"_L1].toString(), u"12"_s);
    QCOMPARE(metadata["annotations"_L1]["k8s.io/initial-events-end"_L1].toString(),
             initialEnd ? u"true"_s : QString());
}

void TestPresenter::encodings()
{
    const QJsonObject document{{u"b"_s, 1}, {u"a"_s, u"x"_s}};
    QCOMPARE(encodeDocument(document, {}), QByteArray("{\"a\":\"x\",\"b\":1}\n"));
    QCOMPARE(encodeDocument(document, {.encoding = AcceptedForm::Encoding::Json,
                                       .shape = Shape::Object,
                                       .pretty = true}),
             QByteArray("{\n    \"a\": \"x\",\n    \"b\": 1\n}\n"));
    QCOMPARE(encodeDocument(document, {.encoding = AcceptedForm::Encoding::Yaml,
                                       .shape = Shape::Object,
                                       .pretty = true}),
             QByteArray("a: x\nb: 1\n"));
}

QTEST_GUILESS_MAIN(TestPresenter)
#include "tst_presenter.moc"
