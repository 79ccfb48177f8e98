// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/servicesettings.h"
#include "support/resultmacros.h"

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

QJsonObject dataOf(const QString &text)
{
    return {{"schema"_L1, "1"_L1}, {"settings.yaml"_L1, text}};
}

} // namespace

/// Settings of breakers, from overrides and from policies: servicesettings.
class TestServiceSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherThresholds()
    {
        const BreakerSettings others = tuned({}, {{u"failureRateThreshold"_s, u"20"_s},
                                                  {u"minimumCalls"_s, u"5"_s},
                                                  {u"waitInOpen"_s, u"2m"_s},
                                                  {u"permittedInHalfOpen"_s, u"3"_s},
                                                  {u"slidingWindowSize"_s, u"30"_s}});
        QCOMPARE(others.failureRateThreshold, 0.2);
        QCOMPARE(others.minimumCalls, 5.0);
        QCOMPARE(others.waitInOpen, std::int64_t{120});
        QCOMPARE(others.permittedInHalfOpen, 3.0);
        QCOMPARE(others.windowSeconds, 30.0);
    }

    void whatIsNotUnderstoodStays()
    {
        const BreakerSettings usual;
        const BreakerSettings same = tuned(usual, {{u"failureRateThreshold"_s, u"much"_s},
                                                   {u"minimumCalls"_s, u"-1"_s},
                                                   {u"waitInOpen"_s, u"soon"_s},
                                                   {u"slidingWindow"_s, u"count"_s},
                                                   {u"slidingWindowSize"_s, u"30"_s},
                                                   {u"colour"_s, u"red"_s}});
        QCOMPARE(same.failureRateThreshold, usual.failureRateThreshold);
        QCOMPARE(same.minimumCalls, usual.minimumCalls);
        QCOMPARE(same.waitInOpen, usual.waitInOpen);
        QCOMPARE(same.windowSeconds, usual.windowSeconds);
        QCOMPARE(tuned(usual, {{u"failureRateThreshold"_s, u"101"_s}}).failureRateThreshold,
                 usual.failureRateThreshold);
    }

    void asThePolicyWritesThem()
    {
        const auto settings =
            toolSettingsOf(dataOf(u"- service: llm-consumer\n"
                                  "  degrade: {after: 8s, to: queue}\n"
                                  "- service: tool-router\n"
                                  "  breakers:\n"
                                  "    - tool: query_order_status\n"
                                  "      failureRateThreshold: 40\n"
                                  "      waitInOpen: '1m'\n"
                                  "      slidingWindow: time\n"
                                  "      slidingWindowSize: 90\n"
                                  "      automaticHalfOpen: false\n"
                                  "    - tool: nobody_s\n"
                                  "      failureRateThreshold: 10\n"
                                  "- service: another\n"
                                  "  breakers:\n"
                                  "    - {tool: create_ticket, failureRateThreshold: 10}\n"_s));
        QVERIFY_RESULT(settings);
        QCOMPARE(settings->at(0)->failureRateThreshold, 0.4);
        QCOMPARE(settings->at(0)->waitInOpen, std::int64_t{60});
        QCOMPARE(settings->at(0)->windowSeconds, 90.0);
        QCOMPARE(settings->at(0)->minimumCalls, BreakerSettings{}.minimumCalls);
        for (std::size_t tool = 1; tool < toolCount; ++tool) {
            QVERIFY(!settings->at(tool));
        }
    }

    void nothingSaid()
    {
        for (const QJsonObject &data : {QJsonObject{}, dataOf({}), dataOf(u"[]"_s)}) {
            const auto settings = toolSettingsOf(data);
            QVERIFY_RESULT(settings);
            QVERIFY(*settings == ToolSettings{});
        }
    }

    void garbage()
    {
        QVERIFY_ERROR(toolSettingsOf(dataOf(u"- {"_s)), ErrorCode::InvalidDocument);
        QVERIFY_ERROR(toolSettingsOf(dataOf(u"hello"_s)), ErrorCode::InvalidDocument);
        QVERIFY_ERROR(toolSettingsOf({{"schema"_L1, "2"_L1}}), ErrorCode::UnsupportedVersion);
    }

    void toolsByName()
    {
        QCOMPARE(toolNamed(u"query_order_status"_s), std::optional<std::size_t>{0});
        QVERIFY(!toolNamed(u"no_such_tool"_s));
    }
};

QTEST_GUILESS_MAIN(TestServiceSettings)
#include "tst_servicesettings.moc"
