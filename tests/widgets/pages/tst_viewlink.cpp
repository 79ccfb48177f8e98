// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/viewlink.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestViewLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void readsByHandWritten();
    void refuses_data();
    void refuses();
};

void TestViewLink::roundTrip_data()
{
    QTest::addColumn<ViewLink>("link");
    ViewLink link;
    QTest::newRow("nothing") << link;
    link.workspace = u"生产 & co=1"_s;
    link.page = u"component-rag-worker"_s;
    link.item = u"p95"_s;
    link.compareLastWeek = true;
    QTest::newRow("names") << link;
    link.time = TimeSelection::between({1795350896123, 1795350999000});
    QTest::newRow("frozen") << link;
    link.time = {.from = {.offset = -24h, .rounding = TimePoint::Rounding::Day},
                 .to = {.rounding = TimePoint::Rounding::Day}};
    link.variables = {{u"job"_s, {u"a+b"_s, u"100%25"_s, u"x=y&z#"_s}},
                      {u"na me&"_s, {u"käse; \"q\""_s}}};
    QTest::newRow("variables") << link;
}

void TestViewLink::roundTrip()
{
    QFETCH(const ViewLink, link);
    const QString text = link.toUrl().toString(QUrl::FullyEncoded);
    const auto again = parseViewLink(text);
    QVERIFY_RESULT(again);
    QVERIFY2(*again == link, qPrintable(text));
}

void TestViewLink::readsByHandWritten()
{
    const auto link = parseViewLink(u" spillway://view?page=cost&from=now-7d&new=1 "_s);
    QVERIFY_RESULT(link);
    QCOMPARE(link->page, u"cost"_s);
    QCOMPARE(link->time, TimeSelection::last(168h));
}

void TestViewLink::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString{};
    QTest::newRow("web") << u"https://view?page=x"_s;
    QTest::newRow("other action") << u"spillway://push?policy=x"_s;
    QTest::newRow("path") << u"spillway://view?workspace=..%2F..%2Fetc"_s;
    QTest::newRow("control") << u"spillway://view?page=a%0Ab"_s;
    QTest::newRow("time") << u"spillway://view?from=tomorrow"_s;
    QTest::newRow("order") << u"spillway://view?from=now&to=now-1h"_s;
    QTest::newRow("long") << u"spillway://view?page="_s.append(QString(20000, u'a'));
}

void TestViewLink::refuses()
{
    QFETCH(const QString, text);
    QVERIFY_ERROR(parseViewLink(text), ErrorCode::InvalidInput);
}

QTEST_MAIN(TestViewLink)
#include "tst_viewlink.moc"
