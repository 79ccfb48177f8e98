// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is made of the words of "override", of a cluster's options and of an answer, without a
// cluster.
#include "spillwayctl/clusterargument.h"
#include "spillwayctl/confirmation.h"
#include "spillwayctl/overrideargument.h"
#include "spillwayctl/overridereport.h"
#include "support/resultmacros.h"

#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs now = 1'790'000'000'123;

OverrideArgument forced()
{
    OverrideArgument argument;
    argument.service = "tool-router";
    argument.breaker = "search";
    argument.mode = "forced-open";
    argument.span = "30m";
    argument.reason = "vendor outage";
    return argument;
}

OverrideArgument ofMode(const std::string &mode, bool isOfBreaker)
{
    OverrideArgument argument = forced();
    argument.mode = mode;
    argument.breaker = isOfBreaker ? "search" : "";
    return argument;
}

Workspace workspace()
{
    Workspace made;
    made.kube.context = u"prod"_s;
    made.kube.ca = u"/ca.pem"_s;
    made.kube.plugins = {u"none"_s};
    made.namespaces = {u"shop"_s};
    made.isProtected = true;
    return made;
}

SeriesPtr series(LabelSet labels, std::vector<double> values)
{
    auto made = std::make_shared<Series>();
    made->labels = std::move(labels);
    made->times.resize(values.size());
    made->values = std::move(values);
    return made;
}

} // namespace

class TestOverrideArgument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTyped()
    {
        OverrideArgument argument = forced();
        argument.then = "half-open";
        argument.ticket = "OPS-1";
        const Result<PolicyOverride> one = overrideOf(argument, now);
        QVERIFY_RESULT(one);
        QCOMPARE(one->mode, PolicyOverride::Mode::ForcedOpen);
        QCOMPARE(one->then, u"HALF_OPEN"_s);
        QCOMPARE(one->until.toMSecsSinceEpoch(), now / 1000 * 1000 + 30 * 60 * 1000);
        QVERIFY(one->id.isEmpty() && one->by.isEmpty());
        argument.span.clear();
        argument.until = "2026-11-23T14:00:00+08:00";
        QCOMPARE(overrideOf(argument, now)->until,
                 QDateTime({2026, 11, 23}, {6, 0}, QTimeZone::utc()));
    }

    void modes()
    {
        using Mode = PolicyOverride::Mode;
        QCOMPARE(overrideOf(ofMode("disabled", true), now)->mode, Mode::Disabled);
        QCOMPARE(overrideOf(ofMode("metrics-only", true), now)->mode, Mode::MetricsOnly);
        OverrideArgument tune = ofMode("tune", true);
        tune.tune = {"waitInOpen=10s", "failureRateThreshold = 12.5", "automaticHalfOpen=true",
                     "slidingWindow=time", "minimumCalls=5"};
        const Result<PolicyOverride> tuned = overrideOf(tune, now);
        QVERIFY_RESULT(tuned);
        QCOMPARE(tuned->mode, Mode::Tune);
        QCOMPARE(tuned->tune.size(), 5);
        QCOMPARE(tuned->tune.value(u"failureRateThreshold"_s), u"12.5"_s);
        OverrideArgument limit = ofMode("rate-limit", false);
        limit.rpm = 100;
        QCOMPARE(overrideOf(limit, now)->rpm, std::optional{100.0});
        OverrideArgument degrade = ofMode("degrade", false);
        degrade.degradeTo = "queue";
        QCOMPARE(overrideOf(degrade, now)->degradeTo, u"queue"_s);
    }

    void refused_data()
    {
        QTest::addColumn<OverrideArgument>("argument");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const OverrideArgument &argument, const char *why) {
            QTest::newRow(name) << argument << QString::fromUtf8(why);
        };
        OverrideArgument one = forced();
        one.span.clear();
        row("no end", one, "the end is missing");
        one.span = "soon";
        row("no duration", one, "“soon” is not a duration such as 30m");
        one.span = "0s";
        row("over at once", one, "its end is over");
        one.span.clear();
        one.until = "tomorrow";
        row("no time", one, "“tomorrow” is not a time such as 2026-11-23T14:00:00Z");
        one.until = "2020-01-01T00:00:00Z";
        row("over", one, "its end is over");
        one = forced();
        one.mode = "open";
        row("no mode", one, "there is no mode “open”");
        one = forced();
        one.reason = "  ";
        one.breaker.clear();
        row("several", one, "the reason is missing; the name of the breaker is missing");
        one = forced();
        one.rpm = 100;
        row("option of another mode", one, "--rpm does not go with this mode");
        one = ofMode("rate-limit", false);
        one.tpm = std::numeric_limits<double>::quiet_NaN();
        row("no number", one, "a limit must be a number");
        one.tpm = 0;
        row("nothing", one, "a limit must be above zero");
        row("no limit", ofMode("rate-limit", false), "no limit is given");
        row("no degradation", ofMode("degrade", false), "“” is not what a service can degrade to");
        one = ofMode("tune", true);
        one.tune = {"waitInOpen"};
        row("no value", one, "“waitInOpen” is not NAME=VALUE; no setting is given");
        one.tune = {"waitInOpened=1s"};
        row("unknown setting", one, "a breaker has no setting “waitInOpened”; no setting is given");
        one.tune = {"minimumCalls=5", "minimumCalls=0", "failureRateThreshold=101",
                    "slidingWindow=days", "automaticHalfOpen=maybe"};
        row("values that do not fit", one,
            "“0” does not fit minimumCalls; “101” does not fit failureRateThreshold; “days” does "
            "not fit slidingWindow; “maybe” does not fit automaticHalfOpen");
        one.tune = {"tool=x", "mesh=y"};
        row("not a setting", one,
            "a breaker has no setting “tool”; a breaker has no setting “mesh”; no setting is "
            "given");
    }
    void refused()
    {
        QFETCH(OverrideArgument, argument);
        const Result<PolicyOverride> one = overrideOf(argument, now);
        QVERIFY_ERROR(one, ErrorCode::InvalidInput);
        QTEST(one.error().why, "why");
    }

    void consent()
    {
        QVERIFY(isConsent(u"y"_s, u"prod"_s, false));
        QVERIFY(isConsent(u" Yes "_s, u"prod"_s, false));
        QVERIFY(!isConsent(u"prod"_s, u"prod"_s, false));
        QVERIFY(!isConsent({}, u"prod"_s, false));
        QVERIFY(isConsent(u"prod"_s, u"prod"_s, true));
        QVERIFY(!isConsent(u"yes"_s, u"prod"_s, true));
        QVERIFY(!isConsent(u"Prod"_s, u"prod"_s, true));
        QVERIFY(!isConsent({}, {}, true));
    }

    void clusterOfAWorkspace()
    {
        const Result<ClusterChoice> choice = chooseCluster({}, workspace());
        QVERIFY_RESULT(choice);
        QCOMPARE(choice->session.context, u"prod"_s);
        QCOMPARE(choice->session.nameSpace, u"shop"_s);
        QCOMPARE(choice->session.ca, u"/ca.pem"_s);
        QCOMPARE(choice->session.plugins, QStringList{u"none"_s});
        QVERIFY(choice->isProtected);
        ClusterArgument argument;
        argument.context = "test";
        argument.nameSpace = "other";
        argument.isProtected = true;
        Workspace open = workspace();
        open.isProtected = false;
        const Result<ClusterChoice> other = chooseCluster(argument, open);
        QVERIFY_RESULT(other);
        QCOMPARE(other->session.context, u"test"_s);
        QCOMPARE(other->session.nameSpace, u"other"_s);
        QVERIFY(other->isProtected);
    }

    /// Nothing may go to a cluster or a namespace that nobody named.
    void workspaceThatLeavesItOpen()
    {
        Workspace several = workspace();
        several.namespaces = {u"a"_s, u"b"_s};
        QVERIFY_ERROR(chooseCluster({}, several), ErrorCode::InvalidInput);
        Workspace nowhere = workspace();
        nowhere.kube = {};
        QVERIFY_ERROR(chooseCluster({}, nowhere), ErrorCode::InvalidInput);
        ClusterArgument named;
        named.context = "test";
        QVERIFY_RESULT(chooseCluster(named, nowhere));
        ClusterArgument missing;
        missing.workspace = "/nonexistent.yaml";
        QVERIFY_ERROR(readClusterArgument(missing), ErrorCode::File);
        missing.workspace.clear();
        missing.context = "test";
        QCOMPARE(readClusterArgument(missing)->session.context, u"test"_s);
    }

    void consumers()
    {
        QueryResult result;
        result.series = {series({{"namespace", "shop"}, {"pod", "a"}, {"instance", "1:1"}}, {41}),
                         series({{"instance", "2:1"}}, {42}),
                         series({{"namespace", "other"}, {"pod", "b"}}, {1}),
                         series({{"namespace", "shop"}, {"pod", "c"}}, {})};
        const auto samples = consumersOf(result, u"shop"_s);
        QCOMPARE(samples.size(), 2U);
        QCOMPARE(samples[0].consumer, u"a"_s);
        QCOMPARE(samples[1].consumer, u"2:1"_s);
        const OverrideAcknowledgement told = acknowledgementOf(42, samples);
        const QJsonObject json = acknowledgementJson(told);
        QCOMPARE(json, (QJsonObject{{u"generation"_s, 42},
                                    {u"acknowledged"_s, 1},
                                    {u"asked"_s, 2},
                                    {u"complete"_s, false},
                                    {u"missing"_s, QJsonArray{u"a"_s}}}));
    }

    void texts()
    {
        PolicyOverride one;
        one.id = u"o-1"_s;
        one.service = u"llm\033[31m"_s;
        one.mode = PolicyOverride::Mode::RateLimit;
        one.rpm = 100;
        one.tpm = 0.5;
        one.until = QDateTime::fromMSecsSinceEpoch(now, QTimeZone::utc());
        one.reason = u"bill"_s;
        one.by = u"me"_s;
        const QByteArray text = overridesText({3, {one}}, u"shop"_s, now);
        QVERIFY2(text.contains("RATE_LIMIT  rpm=100 tpm=0.5"), text.constData());
        QVERIFY2(text.contains("over") && text.contains("1 override(s) in shop; generation 3."),
                 text.constData());
        QVERIFY(!text.contains('\033'));
        QCOMPARE(overridesText({7, {}}, u"shop"_s, now),
                 QByteArray("No overrides in shop; generation 7.\n"));
        const QJsonObject json = overridesJson({3, {one}}, u"shop"_s, now);
        QVERIFY(json["overrides"_L1][0]["over"_L1].toBool());
        QCOMPARE(json["overrides"_L1][0]["tpm"_L1].toDouble(), 0.5);
        QVERIFY(json["overrides"_L1][0]["breaker"_L1].isUndefined());
    }
};

QTEST_GUILESS_MAIN(TestOverrideArgument)
#include "tst_overrideargument.moc"
