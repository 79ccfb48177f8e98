// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/overrides.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Mode = PolicyOverride::Mode;

PolicyOverride forcedOpen()
{
    PolicyOverride one;
    one.id = u"o-17"_s;
    one.service = u"tool-router"_s;
    one.breaker = u"query_order_status"_s;
    one.until = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    one.then = u"HALF_OPEN"_s;
    one.reason = u"vendor outage: \"500s\" # again"_s;
    one.by = u"oncall"_s;
    one.ticket = u"OPS-123"_s;
    return one;
}

QJsonObject dataOf(const OverrideSet &set)
{
    return overridesManifest(u"shop"_s, set).object.value("data"_L1).toObject();
}

} // namespace

class TestOverrides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contract()
    {
        const Manifest manifest = overridesManifest(u"shop"_s, {42, {forcedOpen()}});
        QCOMPARE(manifest.name(), u"spillway-overrides"_s);
        const QJsonObject data = manifest.object.value("data"_L1).toObject();
        QCOMPARE(data.value("schema"_L1).toString(), u"1"_s);
        QCOMPARE(data.value("generation"_L1).toString(), u"42"_s);
        QCOMPARE(data.value("overrides.yaml"_L1).toString(),
                 u"- id: o-17\n"
                 "  target:\n"
                 "    service: tool-router\n"
                 "    breaker: query_order_status\n"
                 "  mode: FORCED_OPEN\n"
                 "  until: '2026-11-22T12:00:00Z'\n"
                 "  then: HALF_OPEN\n"
                 "  reason: 'vendor outage: \"500s\" # again'\n"
                 "  by: oncall\n"
                 "  ticket: OPS-123\n"_s);
    }

    void roundTrip()
    {
        OverrideSet set{7, {forcedOpen()}};
        PolicyOverride limit = forcedOpen();
        limit.id = u"o-18"_s;
        limit.mode = Mode::RateLimit;
        limit.breaker.clear();
        limit.then.clear();
        limit.rpm = 1200;
        limit.tpm = 60000;
        set.overrides.push_back(limit);
        PolicyOverride tune = forcedOpen();
        tune.mode = Mode::Tune;
        tune.tune = {{u"failureRateThreshold"_s, u"30"_s}, {u"waitInOpen"_s, u"20s"_s}};
        set.overrides.push_back(tune);
        PolicyOverride degrade = limit;
        degrade.mode = Mode::Degrade;
        degrade.rpm.reset();
        degrade.tpm.reset();
        degrade.degradeTo = u"queue"_s;
        set.overrides.push_back(degrade);
        for (const PolicyOverride &one : set.overrides) {
            QVERIFY(validateOverride(one).empty());
        }
        const auto read = parseOverrides(dataOf(set));
        QVERIFY_RESULT(read);
        QCOMPARE(*read, set);
        QCOMPARE(*parseOverrides(dataOf({3, {}})), (OverrideSet{3, {}}));
        QCOMPARE(*parseOverrides({}), (OverrideSet{}));
    }

    void flowStyleOfTheDesign()
    {
        const QJsonObject data{
            {u"schema"_s, u"1"_s},
            {u"generation"_s, u"42"_s},
            {u"overrides.yaml"_s,
             u"- {id: o-17, target: {service: tool-router, breaker: query_order_status}, mode: "
             "FORCED_OPEN, until: 2026-11-22T12:00:00Z, then: HALF_OPEN, reason: vendor outage, "
             "by: oncall, ticket: OPS-123}\n"_s}};
        const auto read = parseOverrides(data);
        QVERIFY_RESULT(read);
        QCOMPARE(read->overrides[0].until, forcedOpen().until);
        QCOMPARE(read->generation, 42);
    }

    void damaged_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("schema") << u"2"_s << QString() << ErrorCode::UnsupportedVersion;
        QTest::newRow("syntax") << u"1"_s << u"- {id"_s << ErrorCode::InvalidDocument;
        QTest::newRow("no end") << u"1"_s
                                << u"- {id: a, target: {service: s, breaker: b}, mode: DISABLED, "
                                   "reason: r, by: b}"_s
                                << ErrorCode::InvalidDocument;
        QTest::newRow("mode") << u"1"_s
                              << u"- {id: a, target: {service: s, breaker: b}, mode: OPEN, until: "
                                 "2026-11-22T12:00:00Z, reason: r, by: b}"_s
                              << ErrorCode::InvalidDocument;
        QTest::newRow("time") << u"1"_s
                              << u"- {id: a, target: {service: s, breaker: b}, mode: DISABLED, "
                                 "until: soon, reason: r, by: b}"_s
                              << ErrorCode::InvalidDocument;
        QTest::newRow("no time zone")
            << u"1"_s
            << u"- {id: a, target: {service: s, breaker: b}, mode: DISABLED, "
               "until: '2026-11-22T12:00:00', reason: r, by: b}"_s
            << ErrorCode::InvalidDocument;
    }
    void damaged()
    {
        QFETCH(QString, schema);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        QVERIFY_ERROR(parseOverrides({{u"schema"_s, schema}, {u"overrides.yaml"_s, text}}), code);
    }

    void generationsAreNumbers()
    {
        for (const QString &text : {u"next"_s, u""_s, u"-1"_s, u"1.5"_s}) {
            QVERIFY_ERROR(parseOverrides({{u"generation"_s, text}}), ErrorCode::InvalidDocument);
        }
        QCOMPARE(parseOverrides({{u"generation"_s, u"9000000000"_s}})->generation,
                 qint64{9'000'000'000});
    }

    void validation()
    {
        QCOMPARE(validateOverride({}).size(), 6U); // id, service, reason, author, end, breaker
        PolicyOverride one = forcedOpen();
        one.mode = Mode::MetricsOnly;
        QCOMPARE(validateOverride(one).size(), 1U);
        one.then = u"CLOSED"_s;
        QVERIFY(validateOverride(one).empty());
        one.mode = Mode::Tune;
        QCOMPARE(validateOverride(one).size(), 1U);
        one.mode = Mode::RateLimit; // a breaker, and no limit
        QCOMPARE(validateOverride(one).size(), 2U);
        one.breaker.clear();
        one.rpm = 0;
        QCOMPARE(validateOverride(one).size(), 1U);
        one.mode = Mode::Degrade;
        one.rpm.reset();
        one.degradeTo = u"nothing"_s;
        QCOMPARE(validateOverride(one).size(), 1U);
        one.then = u"OPEN"_s;
        QCOMPARE(validateOverride(one).size(), 2U);
    }

    void expiry()
    {
        const OverrideSet set{1, {forcedOpen()}};
        const QDateTime end = forcedOpen().until;
        QCOMPARE(withoutExpired(set, end.addSecs(-1)).overrides.size(), 1U);
        QCOMPARE(withoutExpired(set, end).overrides.size(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestOverrides)
#include "tst_overrides.moc"
