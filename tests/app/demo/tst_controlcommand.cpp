// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/controlcommand.h"
#include "demo/demoworld.h"

#include <QTest>

using namespace spillway::demo;
using namespace std::chrono_literals;
using Kind = ControlCommand::Kind;

class TestControlCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void unknownToolNamesTheKnown();
    void helpNamesEveryVerb();
};

Q_DECLARE_METATYPE(ControlCommand)

void TestControlCommand::parses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ControlCommand>("expected");
    const auto row = [](const char *line, const ControlCommand &expected) {
        QTest::newRow(line) << QString::fromLatin1(line) << expected;
    };
    row("spike 5 10m", {.kind = Kind::Spike, .factor = 5, .tool = {}, .duration = 10min});
    row("  spike   2.5 ", {.kind = Kind::Spike, .factor = 2.5, .tool = {}, .duration = 10min});
    row("outage llm", {.kind = Kind::LlmOutage, .tool = {}, .duration = 5min});
    row("outage llm 1h30m", {.kind = Kind::LlmOutage, .tool = {}, .duration = 90min});
    row("outage tool create_ticket",
        {.kind = Kind::ToolOutage, .tool = QStringLiteral("create_ticket"), .duration = 5min});
    row("outage tool create_ticket 30s",
        {.kind = Kind::ToolOutage, .tool = QStringLiteral("create_ticket"), .duration = 30s});
    row("redis-pressure on", {.kind = Kind::RedisPressure, .tool = {}, .on = true});
    row("redis-pressure off", {.kind = Kind::RedisPressure, .tool = {}});
    row("slow 3s", {.kind = Kind::Slow, .tool = {}, .duration = 3s});
    row("slow 250ms", {.kind = Kind::Slow, .tool = {}, .duration = 250ms});
    row("slow off", {.kind = Kind::Slow, .tool = {}});
    row("prometheus stop", {.kind = Kind::Prometheus, .tool = {}});
    row("prometheus start\r", {.kind = Kind::Prometheus, .tool = {}, .on = true});
    row("calm", {.kind = Kind::Calm, .tool = {}});
    row("status", {.kind = Kind::Status, .tool = {}});
    row("help", {.kind = Kind::Help, .tool = {}});
    row("quit", {.kind = Kind::Quit, .tool = {}});
}

void TestControlCommand::parses()
{
    QFETCH(QString, line);
    QFETCH(ControlCommand, expected);
    const auto command = parseControl(line);
    QVERIFY2(command.ok(), command ? "" : qPrintable(command.error().sentence()));
    QVERIFY(*command == expected);
}

void TestControlCommand::refuses_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"",
                             "spik 5",
                             "spike",
                             "spike x",
                             "spike nan",
                             "spike -1",
                             "spike 101",
                             "spike 5 10",
                             "spike 5 25h",
                             "spike 5 10m more",
                             "outage",
                             "outage llm 5x",
                             "outage tool",
                             "outage tool a 5m more",
                             "outage redis",
                             "redis-pressure",
                             "redis-pressure maybe",
                             "slow",
                             "slow fast",
                             "prometheus",
                             "prometheus pause",
                             "quit now"}) {
        QTest::addRow("'%s'", line) << QString::fromLatin1(line);
    }
}

void TestControlCommand::refuses()
{
    QFETCH(QString, line);
    const auto command = parseControl(line);
    QVERIFY(!command.ok());
    QVERIFY(!command.error().what.isEmpty());
}

void TestControlCommand::unknownToolNamesTheKnown()
{
    DemoWorld world;
    const auto command = parseControl(u"outage tool nonsense");
    QVERIFY(command.ok());
    const auto done = applyControl(world, *command);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, spillway::ErrorCode::InvalidInput);
    QVERIFY(done.error().why.contains(QStringLiteral("track_shipment")));
}

void TestControlCommand::helpNamesEveryVerb()
{
    for (const char *verb : {"spike", "outage llm", "outage tool", "redis-pressure", "slow",
                             "prometheus", "calm", "status", "help", "quit"}) {
        QVERIFY(controlHelp().contains(QString::fromLatin1(verb)));
    }
}

QTEST_GUILESS_MAIN(TestControlCommand)
#include "tst_controlcommand.moc"
