// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworld.h"
#include "support/serverprocess.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 240'000;

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QString program()
{
    return qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s;
}

/// Runs it while our own servers go on answering.
Run ctl(const QStringList &arguments)
{
    QProcess process;
    dieWithParent(process);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(program(), arguments);
    if (!process.waitForStarted(longest) || (finished.isEmpty() && !finished.wait(longest)) ||
        process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished(longest);
        return {};
    }
    return {.exitCode = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

QString data(const QString &name)
{
    return QStringLiteral(SPILLWAY_TEST_DATA "/simulate/") + name;
}

/// What the marked stretches last together is what the shares say: no step is marked twice.
bool marksAddUp(const QJsonObject &component, double seconds)
{
    double marked = 0;
    double atMaximum = 0;
    QDateTime before;
    const QJsonArray periods = component[u"unfit_periods"_s].toArray();
    for (const QJsonValue &one : periods) {
        const QDateTime from = QDateTime::fromString(one[u"from"_s].toString(), Qt::ISODate);
        const QDateTime to = QDateTime::fromString(one[u"to"_s].toString(), Qt::ISODate);
        if (!(from < to) || (before.isValid() && from < before)) {
            return false;
        }
        before = to;
        const double length = static_cast<double>(from.secsTo(to));
        marked += length;
        atMaximum += one[u"reasons"_s].toArray().contains(u"at_maximum"_s) ? length : 0;
    }
    const auto agrees = [seconds](double sum, const QJsonValue &share) {
        return std::abs(sum / seconds - share.toDouble()) < 0.001;
    };
    return agrees(marked, component[u"unfit_share"_s]) &&
           agrees(atMaximum, component[u"unfit"_s][u"at_maximum"_s]);
}

QStringList simulateTrace(const QStringList &more = {})
{
    return QStringList{u"simulate"_s, u"--policy"_s, data(u"office.yaml"_s), u"--trace"_s,
                       data(u"morning.csv"_s)} +
           more;
}

QJsonObject componentOf(const QJsonObject &report, const QString &name)
{
    const QJsonArray all = report[u"components"_s].toArray();
    for (const QJsonValue &one : all) {
        if (one[u"name"_s] == name) {
            return one.toObject();
        }
    }
    return {};
}

} // namespace

class TestSimulateCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    /// A byte more than is read, and hardly any of it on the disk.
    QString hugeFile(const QString &name)
    {
        return QFile::resize(fileWith(name, "#"), (128 << 20) + 1) ? m_dir.filePath(name) : name;
    }
    QString fileWith(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    /// The policy of the office with one slip.
    QString broken(const QString &name, const QByteArray &from, const QByteArray &to)
    {
        QFile file(data(u"office.yaml"_s));
        const bool opened = file.open(QIODevice::ReadOnly);
        return fileWith(name, opened ? file.readAll().replace(from, to) : QByteArray());
    }

    static void checkRefusal(const Run &run, int exitCode, const QByteArray &says)
    {
        QVERIFY2(run.out.isEmpty(), run.out.constData());
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.err.contains(says), run.err.constData());
    }

private Q_SLOTS:
    void aTraceIsReplayed()
    {
        const Run run = ctl(simulateTrace({u"--json"_s}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject report = run.json();
        const QJsonObject dialog = componentOf(report, u"dialog-manager"_s);
        QCOMPARE(dialog[u"replicas"_s][u"min"_s].toInt(), 2); // before 09:00 in Berlin
        QVERIFY(dialog[u"replicas"_s][u"max"_s].toInt() >= 6);
        QVERIFY(dialog[u"calibration"_s].isNull()); // nothing was recorded
        // 20 of 240 minutes are unknown.
        QVERIFY(std::abs(report[u"known_share"_s].toDouble() - 220.0 / 240) < 0.01);
        QVERIFY(dialog[u"confidence"_s].toDouble() < 0.2);
        QVERIFY(dialog[u"assumptions"_s].toArray().size() >= 3);
        QCOMPARE(report[u"currency"_s].toString(), u"USD"_s);
        QCOMPARE(report[u"step_seconds"_s].toInt(), 15);
    }

    void growthAndComparison()
    {
        const Run run = ctl(simulateTrace(
            {u"--json"_s, u"--growth"_s, u"3"_s, u"--compare"_s, data(u"edited.yaml"_s)}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject before = componentOf(run.json(), u"dialog-manager"_s);
        const QJsonObject after =
            componentOf(run.json()[u"compare"_s].toObject(), u"dialog-manager"_s);
        QVERIFY(after[u"replicas"_s][u"mean"_s].toDouble() >
                1.2 * before[u"replicas"_s][u"mean"_s].toDouble());
        const Run table = ctl(simulateTrace({u"--compare"_s, data(u"edited.yaml"_s)}));
        QCOMPARE(table.exitCode, 0);
        QVERIFY2(table.out.contains("BEFORE") && table.out.contains("replicas, mean"),
                 table.out.constData());
    }

    /// The days off are other ones in the folder of the edited policy.
    void theComparedPolicyHasItsOwnCalendar()
    {
        const auto dayOff = [](const QByteArray &day) -> QByteArray {
            return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:" + day +
                   "\nEND:VEVENT\nEND:VCALENDAR\n";
        };
        QVERIFY(QDir(m_dir.path()).mkpath(u"ours"_s) && QDir(m_dir.path()).mkpath(u"theirs"_s));
        fileWith(u"ours/days.ics"_s, dayOff("20260101"));
        fileWith(u"theirs/days.ics"_s, dayOff("20261026"));
        QFile office(data(u"office.yaml"_s));
        QVERIFY(office.open(QIODevice::ReadOnly));
        QByteArray text = office.readAll();
        text.replace("holidays: [2026-12-25/2026-12-26]", "holidays: [{calendar: days.ics}]");
        text.replace("min: 6}",
                     "min: 6}\n        - {name: day off, holidays: true, from: \"00:00\", "
                     "to: \"23:59\", min: 12}");
        text.replace("        - pods: {name: http_requests_per_second, averageValue: 100}",
                     "        - pods: {name: http_requests_per_second, averageValue: 100}\n"
                     "        - external: {name: memory_of_theirs, averageValue: 60}");
        const QString theirs = fileWith(u"theirs/policy.yaml"_s, text);
        text.replace("memory_of_theirs", "memory_of_ours");
        const QString ours = fileWith(u"ours/policy.yaml"_s, text);
        const QStringList arguments{u"simulate"_s,          u"--policy"_s,  ours,  u"--trace"_s,
                                    data(u"morning.csv"_s), u"--compare"_s, theirs};
        const Run run = ctl(arguments + QStringList{u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject before = componentOf(run.json(), u"dialog-manager"_s);
        const QJsonObject other = run.json()[u"compare"_s].toObject();
        const QJsonObject after = componentOf(other, u"dialog-manager"_s);
        QVERIFY(before[u"replicas"_s][u"max"_s].toInt() < 12);
        QVERIFY(after[u"replicas"_s][u"min"_s].toInt() >= 12);
        const auto doubts = [](const QJsonObject &component) {
            return QJsonDocument(component[u"assumptions"_s].toArray()).toJson();
        };
        QVERIFY(doubts(before).contains("memory_of_ours"));
        QVERIFY(!doubts(before).contains("memory_of_theirs"));
        QVERIFY(doubts(after).contains("memory_of_theirs"));
        QVERIFY(other[u"confidence"_s].toDouble() > 0);
        QVERIFY(other[u"notes"_s].isArray());
        const Run table = ctl(arguments);
        QCOMPARE(table.exitCode, 0);
        const qsizetype today = table.out.indexOf("About today's policy:");
        const qsizetype edited = table.out.indexOf("About the edited policy (confidence ");
        QVERIFY2(today > 0 && edited > today, table.out.constData());
        QVERIFY(table.out.mid(today, edited - today).contains("memory_of_ours"));
        QVERIFY(table.out.mid(edited).contains("memory_of_theirs"));
        QVERIFY(!table.out.mid(edited).contains("memory_of_ours"));
    }

    /// One replica at exactly 1.1 times its target: outside of the old tolerance, inside the new.
    void theRulesAreThoseOfTheServer_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("replicas");
        QTest::newRow("newest") << QStringList{} << 10;
        QTest::newRow("1.33") << QStringList{u"--kubernetes"_s, u"1.33"_s} << 10;
        QTest::newRow("1.32") << QStringList{u"--kubernetes"_s, u"v1.32.4-gke.100"_s} << 11;
        QTest::newRow("a smaller tolerance") << QStringList{u"--hpa-tolerance"_s, u"0.05"_s} << 11;
    }

    void theRulesAreThoseOfTheServer()
    {
        QFETCH(QStringList, more);
        QByteArray trace = "time,component,requests_per_second\n";
        for (int minute = 0; minute < 60; ++minute) {
            trace += QByteArray::number(1'793'001'600 + minute * 60) +
                     (minute < 30 ? ",dialog-manager,1000\n" : ",dialog-manager,1100\n");
        }
        const QString policy = fileWith(
            u"tolerant.yaml"_s,
            "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\nmetadata: {name: q, namespace: q}\n"
            "spec:\n  components:\n    - name: dialog-manager\n"
            "      target: {kind: Deployment, name: dialog-manager}\n      engine: hpa\n"
            "      replicas: {min: 10, max: 20}\n      metrics:\n"
            "        - pods: {name: http_requests_per_second, averageValue: 100}\n");
        const Run run = ctl(QStringList{u"simulate"_s, u"--policy"_s, policy, u"--trace"_s,
                                        fileWith(u"tolerant.csv"_s, trace), u"--json"_s} +
                            more);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject dialog = componentOf(run.json(), u"dialog-manager"_s);
        QTEST(dialog[u"replicas"_s][u"max"_s].toInt(), "replicas");
    }

    void costIsDividedByTheTagsOfThePolicy()
    {
        const QString tagged = broken(u"tagged.yaml"_s, "      engine: hpa",
                                      "      cost: {tags: {team: assist}}\n      engine: hpa");
        const QStringList arguments{u"simulate"_s, u"--policy"_s, tagged, u"--trace"_s,
                                    data(u"morning.csv"_s)};
        const Run run = ctl(arguments + QStringList{u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject team = run.json()[u"cost_by_tag"_s][0].toObject();
        QCOMPARE(team[u"tag"_s].toString(), u"team"_s);
        QCOMPARE(team[u"values"_s][0][u"value"_s].toString(), u"assist"_s);
        QCOMPARE(team[u"values"_s][0][u"total"_s].toDouble(),
                 run.json()[u"cost"_s][u"total"_s].toDouble());
        const Run table = ctl(arguments);
        QVERIFY2(table.out.contains("COST BY TAG") && table.out.contains("assist"),
                 table.out.constData());
        const Run bare = ctl(simulateTrace());
        QVERIFY2(!bare.out.contains("COST BY TAG"), bare.out.constData());
    }

    void decisionsAreExplained()
    {
        const Run run =
            ctl(simulateTrace({u"--explain"_s, u"dialog-manager@2026-10-26T08:00:00Z"_s,
                               u"--explain"_s, u"dialog-manager@2026-10-26T07:50:00Z"_s}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.out.contains("office hours"), run.out.constData());
        QVERIFY2(run.out.contains("A metric was not known"), run.out.constData());
    }

    void decisionsAreExplainedAsData()
    {
        // At 08:10 the load falls, and what was wanted before holds the replicas up.
        const Run run = ctl(simulateTrace({u"--json"_s, u"--growth"_s, u"3"_s, u"--compare"_s,
                                           data(u"edited.yaml"_s), u"--explain"_s,
                                           u"dialog-manager@2026-10-26T08:10:00Z"_s}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject one = run.json()[u"explained"_s][0].toObject();
        QCOMPARE(one[u"min"_s].toInt(), 6);
        QCOMPARE(one[u"bounds_by"_s][0].toString(), u"office hours"_s);
        QCOMPARE(one[u"metrics"_s][0][u"proposal"_s].toInt(), one[u"wanted"_s].toInt());
        QVERIFY(!one[u"metrics"_s][0][u"within_tolerance"_s].toBool());
        QCOMPARE(one[u"decisive_metric"_s].toInt(-1), 0);
        QVERIFY(one[u"stabilized"_s].toInt() > one[u"wanted"_s].toInt());
        QCOMPARE(one[u"stabilized_by"_s].toString(), u"2026-10-26T08:05:15Z"_s); // 285 s before
        QCOMPARE(one[u"able_to_scale"_s].toString(), u"ScaleDownStabilized"_s);
        QCOMPARE(one[u"scaling_active"_s].toString(), u"ValidMetricFound"_s);
        QVERIFY(one[u"limiting_policy"_s].isNull());
    }

    void quotasAndForecastsAreSaid()
    {
        // Eight days; what the policy says of the quota is all that is known of the calls.
        QByteArray trace = "time,component,requests_per_second\n";
        constexpr qint64 begin = 1'792'972'800; // 2026-10-26T00:00:00Z
        for (qint64 time = begin; time < begin + 8 * 86'400; time += 600) {
            const bool byDay = time % 86'400 >= 21'600 && time % 86'400 < 64'800;
            trace += QByteArray::number(time) + ",llm-consumer," + (byDay ? "5\n" : "2\n");
        }
        const QString policy = fileWith(
            u"quota.yaml"_s,
            "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\nmetadata: {name: q, namespace: q}\n"
            "spec:\n  components:\n    - name: llm-consumer\n"
            "      target: {kind: Deployment, name: llm-consumer}\n      engine: hpa\n"
            "      replicas: {min: 2, max: 12}\n      metrics:\n"
            "        - pods: {name: http_requests_per_second, averageValue: 1}\n"
            "      events:\n"
            "        - {name: sale, start: 2026-11-11T00:00, end: 2026-11-12T00:00, min: 8}\n"
            "      quota: {model: gpt-3.5-turbo, rpm: 3500, tpm: 240000, concurrencyPerReplica: "
            "4,\n"
            "              tokensPerRequest: {input: 900, output: 300}, latency: 6s}\n");
        const QStringList arguments{u"simulate"_s,
                                    u"--policy"_s,
                                    policy,
                                    u"--trace"_s,
                                    fileWith(u"week.csv"_s, trace),
                                    u"--event-growth"_s,
                                    u"2"_s};
        const Run run = ctl(arguments + QStringList{u"--json"_s, u"--compare"_s, policy});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject report = run.json();
        const QJsonObject quota = report[u"quotas"_s][0].toObject();
        // 240,000 tokens / 1,200 = 200 calls a minute x 6 s / 4 at once = 5 replicas.
        QCOMPARE(quota[u"component"_s].toString(), u"llm-consumer"_s);
        QCOMPARE(quota[u"useful_replicas"_s].toInt(), 5);
        QCOMPARE(quota[u"admitted_per_minute"_s].toDouble(), 200.0);
        QCOMPARE(quota[u"maximum"_s].toInt(), 12);
        QVERIFY(std::abs(quota[u"headroom"_s].toDouble() + 0.5) < 1e-6); // 300 a minute
        QCOMPARE(quota[u"models"_s][0][u"limited_by"_s].toString(), u"tokens"_s);
        const QJsonObject month = report[u"forecast"_s][u"month"_s].toObject();
        QCOMPARE(month[u"from"_s].toString(), u"2026-11-03T00:00:00Z"_s);
        const double requests = month[u"requests"_s][u"middle"_s].toDouble();
        QVERIFY(std::abs(requests / (30 * 86'400 * 3.5) - 1) < 0.01);
        QVERIFY(month[u"cost"_s][u"middle"_s].toDouble() > 0);
        QVERIFY(month[u"cost"_s][u"low"_s].toDouble() <= month[u"cost"_s][u"high"_s].toDouble());
        const QJsonArray events = report[u"forecast"_s][u"events"_s].toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][u"event"_s].toString(), u"sale"_s);
        const double sale = events[0][u"requests"_s][u"middle"_s].toDouble();
        QVERIFY(std::abs(sale / (2 * 86'400 * 3.5) - 1) < 0.01);
        // The same policy looks ahead to the same.
        QCOMPARE(report[u"compare"_s][u"forecast"_s], QJsonValue(report[u"forecast"_s]));
        QCOMPARE(report[u"compare"_s][u"quotas"_s], QJsonValue(report[u"quotas"_s]));
        const Run text = ctl(arguments);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains("stops helping at 5 replicas: more only add 429s"),
                 text.out.constData());
        QVERIFY2(text.out.contains("-50 %"), text.out.constData());
        QVERIFY2(text.out.contains("30 days") && text.out.contains("sale  "), text.out.constData());
    }

    void aTraceOfAMorningHasNoForecast()
    {
        const Run run = ctl(simulateTrace({u"--json"_s}));
        const QJsonObject forecast = run.json()[u"forecast"_s].toObject();
        QVERIFY(forecast[u"month"_s].isNull());
        QVERIFY(forecast[u"notes"_s][0].toString().contains(u"hours of ordinary traffic"));
        QVERIFY(run.json()[u"quotas"_s].toArray().isEmpty());
    }

    void startsAtPutsItUnderAnEvent()
    {
        const Run run =
            ctl(simulateTrace({u"--json"_s, u"--starts-at"_s, u"2026-11-29T06:00:00Z"_s}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.json()[u"from"_s].toString(), u"2026-11-29T06:00:00Z"_s);
        QCOMPARE(componentOf(run.json(), u"dialog-manager"_s)[u"replicas"_s][u"min"_s].toInt(), 9);
    }

    void wrongCallsAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QString trace = data(u"morning.csv"_s);
        const QString office = data(u"office.yaml"_s);
        QTest::newRow("no traffic")
            << QStringList{u"simulate"_s, u"--policy"_s, office} << QByteArray("--prometheus");
        QTest::newRow("no policy") << QStringList{u"simulate"_s} << QByteArray("--policy");
        QTest::newRow("growth below zero")
            << simulateTrace({u"--growth"_s, u"-1"_s}) << QByteArray("growth");
        QTest::newRow("growth beyond counting")
            << simulateTrace({u"--growth"_s, u"1e7"_s}) << QByteArray("from 0 to 1000000");
        QTest::newRow("growth of events below zero")
            << simulateTrace({u"--event-growth"_s, u"-1"_s}) << QByteArray("growth");
        QTest::newRow("no version of Kubernetes")
            << simulateTrace({u"--kubernetes"_s, u"latest"_s}) << QByteArray("\"latest\"");
        QTest::newRow("a version without autoscaling/v2")
            << simulateTrace({u"--kubernetes"_s, u"1.22"_s}) << QByteArray("1.23 or newer");
        QTest::newRow("a tolerance in per cent")
            << simulateTrace({u"--hpa-tolerance"_s, u"10"_s}) << QByteArray("--hpa-tolerance");
        QTest::newRow("explain nobody")
            << simulateTrace({u"--explain"_s, u"redis@2026-10-26T08:00:00Z"_s})
            << QByteArray("redis");
        QTest::newRow("explain without a time")
            << simulateTrace({u"--explain"_s, u"dialog-manager"_s}) << QByteArray("COMPONENT@TIME");
        QTest::newRow("nothing to hold")
            << QStringList{u"optimise"_s, u"--policy"_s, office, u"--trace"_s, trace}
            << QByteArray("--slo-p95");
        QTest::newRow("a share of 101 %")
            << QStringList{u"optimise"_s, u"--policy"_s,  office,   u"--trace"_s,
                           trace,         u"--slo-429"_s, u"101%"_s}
            << QByteArray("101%");
        QTest::newRow("timeline without a zone")
            << QStringList{u"timeline"_s, u"--policy"_s, office, u"--zone"_s, u"Mars/Base"_s}
            << QByteArray("Mars/Base");
        QTest::newRow("timeline backwards")
            << QStringList{u"timeline"_s, u"--policy"_s, office, u"--to"_s, u"now-1d"_s}
            << QByteArray("after the start");
    }

    void wrongCallsAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        checkRefusal(ctl(arguments), 2, says);
    }

    void wrongFilesAreNamed_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QByteArray>("says");
        const QString trace = data(u"morning.csv"_s);
        const QString office = data(u"office.yaml"_s);
        QTest::newRow("traffic of nobody")
            << office
            << fileWith(u"nobody.csv"_s, "time,component,requests_per_second\n"
                                         "1,bob,1\n2,bob,1\n")
            << QByteArray("nothing is known of the traffic");
        QTest::newRow("no file") << u"/none.yaml"_s << trace << QByteArray("/none.yaml");
        QTest::newRow("broken trace") << office
                                      << fileWith(u"t.csv"_s, "time,component,requests_per_second\n"
                                                              "1,a,1\n2,a,fast\n")
                                      << QByteArray("t.csv:3");
        QTest::newRow("a trace beyond all measure")
            << office << hugeFile(u"huge.csv"_s) << QByteArray("larger than 128 MiB");
        QTest::newRow("minimum above maximum")
            << broken(u"bounds.yaml"_s, "{min: 2, max: 20}", "{min: 30, max: 20}") << trace
            << QByteArray("bounds.yaml:11");
        QTest::newRow("zero target")
            << broken(u"zero.yaml"_s, "averageValue: 100", "averageValue: 0") << trace
            << QByteArray("zero.yaml:13");
        QTest::newRow("unknown zone") << broken(u"zone.yaml"_s, "Europe/Berlin", "Europe/Atlantis")
                                      << trace << QByteArray("zone.yaml:5");
        QTest::newRow("unknown key") << broken(u"key.yaml"_s, "engine: hpa", "motor: hpa") << trace
                                     << QByteArray("key.yaml:10");
        QTest::newRow("floor above cap") << broken(u"cap.yaml"_s, "min: 6}", "min: 6, max: 4}")
                                         << trace << QByteArray("cap.yaml:15");
    }

    void wrongFilesAreNamed()
    {
        QFETCH(QString, policy);
        QFETCH(QString, trace);
        QFETCH(QByteArray, says);
        checkRefusal(ctl({u"simulate"_s, u"--policy"_s, policy, u"--trace"_s, trace}), 1, says);
    }

    void theTimelineSaysWhy()
    {
        const QStringList from{u"timeline"_s,
                               u"--policy"_s,
                               data(u"office.yaml"_s),
                               u"--from"_s,
                               u"2026-10-23T00:00:00Z"_s,
                               u"--to"_s,
                               u"2026-10-27T00:00:00Z"_s};
        const Run csv = ctl(from + QStringList{u"--csv"_s});
        QCOMPARE(csv.exitCode, 0);
        // The clocks go back on Sunday: the same local hours, an hour later in UTC.
        QCOMPARE(csv.out,
                 QByteArray("from,to,component,min,max,why\n"
                            "2026-10-23T00:00:00Z,2026-10-23T07:00:00Z,dialog-manager,2,20,\n"
                            "2026-10-23T07:00:00Z,2026-10-23T16:00:00Z,dialog-manager,6,20,"
                            "office hours\n"
                            "2026-10-23T16:00:00Z,2026-10-26T08:00:00Z,dialog-manager,2,20,\n"
                            "2026-10-26T08:00:00Z,2026-10-26T17:00:00Z,dialog-manager,6,20,"
                            "office hours\n"
                            "2026-10-26T17:00:00Z,2026-10-27T00:00:00Z,dialog-manager,2,20,\n"));
        const Run json = ctl(from + QStringList{u"--json"_s, u"--zone"_s, u"Europe/Berlin"_s});
        const QJsonArray rows = QJsonDocument::fromJson(json.out).array();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows[1][u"local_from"_s].toString().left(16), u"2026-10-23T09:00"_s);
        QCOMPARE(rows[3][u"local_from"_s].toString().left(16), u"2026-10-26T09:00"_s);
        QCOMPARE(rows[1][u"why"_s][0].toString(), u"office hours"_s);
        const Run table = ctl({u"timeline"_s, u"--policy"_s, data(u"office.yaml"_s)});
        QCOMPARE(table.exitCode, 0);
        QVERIFY(table.out.startsWith("FROM"));
    }

    void theOptimiserFindsAFront()
    {
        const Run run =
            ctl({u"optimise"_s, u"--policy"_s, data(u"office.yaml"_s), u"--trace"_s,
                 data(u"morning.csv"_s), u"--slo-p95"_s, u"2s"_s, u"--only"_s, u"bounds"_s,
                 u"--budget"_s, u"30"_s, u"--json"_s, u"--core-hour"_s, u"1"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonArray front = run.json()[u"front"_s].toArray();
        QVERIFY(!front.isEmpty());
        for (qsizetype i = 0; i < front.size(); ++i) {
            QVERIFY(!front[i][u"why"_s][u"sentences"_s].toArray().isEmpty());
            if (i > 0) {
                QVERIFY(front[i][u"cost"_s].toDouble() >= front[i - 1][u"cost"_s].toDouble());
            }
        }
        QVERIFY(run.err.contains("policies replayed"));
    }

    void interruptingTheOptimiserKeepsWhatItFound()
    {
        QProcess process;
        dieWithParent(process);
        process.start(program(),
                      {u"optimise"_s, u"--policy"_s, data(u"office.yaml"_s), u"--trace"_s,
                       data(u"morning.csv"_s), u"--slo-p95"_s, u"2s"_s, u"--budget"_s,
                       u"100000000"_s, u"--json"_s, u"--threads"_s, u"1"_s});
        QVERIFY(process.waitForStarted(longest));
        // The handlers are there once the search is.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&process] {
                QFile status(u"/proc/%1/status"_s.arg(process.processId()));
                if (!status.open(QIODevice::ReadOnly)) {
                    return false;
                }
                for (const QByteArray &line : status.readAll().split('\n')) {
                    if (line.startsWith("SigCgt:")) {
                        return (line.mid(7).trimmed().toULongLong(nullptr, 16) &
                                (1ULL << (SIGINT - 1))) != 0;
                    }
                }
                return false;
            }(),
            longest);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(longest));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QJsonObject found = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QVERIFY(found[u"cancelled"_s].toBool());
    }

    /// From recorded traffic to every part of the report. How near the replay comes depends on the
    /// demo's day; tst_simulatecalibration holds that to its bar over a fixed week.
    void theDemoWorldIsReplayedFromPrometheus()
    {
        demo::DemoOptions options;
        options.history = std::chrono::hours(26);
        options.cacheFolder = m_dir.filePath(u"cache"_s);
        demo::DemoWorld world(options);
        QSignalSpy ready(&world, &demo::DemoWorld::ready);
        world.start();
        QVERIFY(ready.wait(longest));
        const Run run = ctl({u"simulate"_s, u"--policy"_s, data(u"demo.yaml"_s), u"--prometheus"_s,
                             world.directPrometheusUrl().toString(), u"--from"_s, u"now-24h"_s,
                             u"--to"_s, u"now-10m"_s, u"--growth"_s, u"1.5"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject report = run.json();
        for (const QString &name :
             {u"dialog-manager"_s, u"rag-worker"_s, u"llm-consumer"_s, u"tool-router"_s}) {
            const QJsonObject one = componentOf(report, name);
            const QByteArray text = QJsonDocument(one).toJson();
            QVERIFY2(one[u"calibration"_s][u"score"_s].toDouble() > 0.5, text.constData());
            QVERIFY2(one[u"known_traffic"_s].toDouble() > 0.95, text.constData());
            QVERIFY2(one[u"fit"_s][u"cold_start_p95_seconds"_s].toDouble() > 5, text.constData());
            QVERIFY2(one[u"cost"_s][u"allocated"_s].toDouble() > 0, text.constData());
            QVERIFY2(one[u"fit"_s][u"cores"_s][u"r2"_s].toDouble() > 0, text.constData());
            QVERIFY2(marksAddUp(one, 24 * 3600 - 600), text.constData());
        }
        const QJsonObject rag = componentOf(report, u"rag-worker"_s);
        QVERIFY(std::abs(rag[u"fit"_s][u"core_seconds_per_request"_s].toDouble() / 0.016 - 1) <
                0.5);
        QVERIFY(rag[u"confidence"_s].toDouble() > 0);
        QCOMPARE(report[u"quotas"_s][0][u"component"_s].toString(), u"llm-consumer"_s);
        QVERIFY(report[u"quotas"_s][0][u"useful_replicas"_s].toInt() >= 1);
        // 24 hours are no week.
        QVERIFY(report[u"forecast"_s][u"month"_s].isNull());
        QVERIFY(componentOf(report, u"llm-consumer"_s)[u"cost"_s][u"tokens"_s].toDouble() > 0);
    }
};

QTEST_GUILESS_MAIN(TestSimulateCommand)
#include "tst_simulatecommand.moc"
