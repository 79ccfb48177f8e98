// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/faults.h"
#include "support/resultmacros.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

ApiRequest request(const QByteArray &method, const QByteArray &target)
{
    ApiRequest made;
    made.method = method;
    made.target = target;
    made.interpret();
    return made;
}

const QByteArray hpas = "/apis/autoscaling/v2/namespaces/kotaemon/horizontalpodautoscalers";

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesLines_data();
    void parsesLines();
    void badLines_data();
    void badLines();
    void matchesVerbAndPath();
    void countsDown();
    void holdsDoesNotCount();
    void removesAndClears();
    void firstSwitchWins();
    void answers();
};

void TestFaults::parsesLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<qint64>("latency");
    QTest::newRow("latency") << u"latency 500ms"_s << Fault::Kind::Latency << QString() << QString()
                             << -1 << 503 << -1 << qint64(500);
    QTest::newRow("status") << u"status 429 retry-after=3 verb=patch path=/apis/keda.sh/* count=2"_s
                            << Fault::Kind::Status << u"patch"_s << u"/apis/keda.sh/*"_s << 2 << 429
                            << 3 << qint64(0);
    QTest::newRow("default status") << u"status"_s << Fault::Kind::Status << QString() << QString()
                                    << -1 << 503 << -1 << qint64(0);
    QTest::newRow("cut") << u"  cut-after   verb=create "_s << Fault::Kind::CutAfter << u"create"_s
                         << QString() << -1 << 503 << -1 << qint64(0);
    const QMap<QString, Fault::Kind> plain{{u"cut-before"_s, Fault::Kind::CutBefore},
                                           {u"stale-watch"_s, Fault::Kind::StaleWatch},
                                           {u"webhook-refusal"_s, Fault::Kind::WebhookRefusal},
                                           {u"webhook-down"_s, Fault::Kind::WebhookDown},
                                           {u"gone"_s, Fault::Kind::Gone},
                                           {u"login-page"_s, Fault::Kind::LoginPage}};
    for (auto each = plain.begin(); each != plain.end(); ++each) {
        QTest::newRow(qPrintable(each.key()))
            << each.key() << each.value() << QString() << QString() << -1 << 503 << -1 << qint64(0);
    }
}

void TestFaults::parsesLines()
{
    QFETCH(QString, line);
    const Result<Fault> fault = Fault::parse(line);
    QVERIFY_RESULT(fault);
    QTEST(fault->kind, "kind");
    QTEST(fault->verb, "verb");
    QTEST(fault->path, "path");
    QTEST(fault->count, "count");
    QTEST(fault->status, "status");
    QTEST(fault->retryAfter, "retryAfter");
    QTEST(qint64(fault->latency.count()), "latency");
}

void TestFaults::badLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QString();
    QTest::newRow("unknown kind") << u"explode"_s;
    QTest::newRow("unknown option") << u"latency 1s colour=red"_s;
    QTest::newRow("bad duration") << u"latency soon"_s;
    QTest::newRow("bad status") << u"status 200"_s;
    QTest::newRow("status out of range") << u"status 600"_s;
    QTest::newRow("bad count") << u"gone count=many"_s;
    QTest::newRow("argument of a kind that has none") << u"gone 5"_s;
}

void TestFaults::badLines()
{
    QFETCH(QString, line);
    QVERIFY_ERROR(Fault::parse(line), ErrorCode::InvalidInput);
}

void TestFaults::matchesVerbAndPath()
{
    FaultSwitches faults;
    faults.add({.kind = Fault::Kind::Gone, .verb = u"list"_s, .path = u"/apis/autoscaling/*"_s});
    QVERIFY(!faults.take(Fault::Kind::Gone, request("GET", hpas + "/x")));
    QVERIFY(!faults.take(Fault::Kind::Gone, request("GET", hpas + "?watch=1")));
    QVERIFY(!faults.take(Fault::Kind::Gone, request("GET", "/api/v1/pods")));
    QVERIFY(!faults.take(Fault::Kind::Latency, request("GET", hpas)));
    QVERIFY(faults.take(Fault::Kind::Gone, request("GET", hpas)));
    QVERIFY(faults.take(Fault::Kind::Gone, request("GET", hpas))); // until it is taken away
}

void TestFaults::countsDown()
{
    FaultSwitches faults;
    faults.add({.kind = Fault::Kind::CutBefore, .verb = {}, .path = {}, .count = 2});
    QVERIFY(faults.take(Fault::Kind::CutBefore, request("GET", hpas)));
    QCOMPARE(faults.active(), 1);
    QVERIFY(faults.take(Fault::Kind::CutBefore, request("GET", "/version")));
    QCOMPARE(faults.active(), 0);
    QVERIFY(!faults.take(Fault::Kind::CutBefore, request("GET", hpas)));
}

void TestFaults::holdsDoesNotCount()
{
    FaultSwitches faults;
    faults.add({.kind = Fault::Kind::StaleWatch, .verb = {}, .path = {}, .count = 1});
    QVERIFY(faults.holds(Fault::Kind::StaleWatch, request("GET", hpas + "?watch=1")));
    QVERIFY(faults.holds(Fault::Kind::StaleWatch, request("GET", hpas + "?watch=1")));
}

void TestFaults::removesAndClears()
{
    FaultSwitches faults;
    const int first = faults.add({.kind = Fault::Kind::Gone});
    const int second = faults.add({.kind = Fault::Kind::LoginPage});
    QVERIFY(first != second);
    faults.remove(first);
    QVERIFY(!faults.holds(Fault::Kind::Gone, request("GET", hpas)));
    QVERIFY(faults.holds(Fault::Kind::LoginPage, request("GET", hpas)));
    faults.clear();
    QCOMPARE(faults.active(), 0);
}

void TestFaults::firstSwitchWins()
{
    FaultSwitches faults;
    faults.add({.kind = Fault::Kind::Status,
                .verb = {},
                .path = {},
                .count = 1,
                .latency = 0ms,
                .status = 500});
    faults.add({.kind = Fault::Kind::Status,
                .verb = {},
                .path = {},
                .count = 1,
                .latency = 0ms,
                .status = 429});
    QCOMPARE(faults.take(Fault::Kind::Status, request("GET", hpas))->status, 500);
    QCOMPARE(faults.take(Fault::Kind::Status, request("GET", hpas))->status, 429);
}

void TestFaults::answers()
{
    Fault fault{.kind = Fault::Kind::Status};
    fault.status = 429;
    fault.retryAfter = 7;
    ApiAnswer answer = faultAnswer(fault);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.raw, QByteArray("Too many requests, please try again later.\n"));
    QVERIFY(answer.headers.contains(std::pair(QByteArray("Retry-After"), QByteArray("7"))));
    fault.retryAfter = -1;
    answer = faultAnswer(fault);
    QVERIFY(!answer.headers.contains(std::pair(QByteArray("Retry-After"), QByteArray("7"))));
    fault.status = 502;
    answer = faultAnswer(fault);
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.document["reason"_L1].toString(), u"InternalError"_s);
    fault.kind = Fault::Kind::Gone;
    QCOMPARE(faultAnswer(fault).status, 410);
    fault.kind = Fault::Kind::LoginPage;
    answer = faultAnswer(fault);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.rawType.startsWith("text/html"));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
