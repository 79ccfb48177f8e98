// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"
#include "spillwayctl/workspaceargument.h"
#include "support/kubeworld.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Run ctl(const QStringList &arguments)
{
    QProcess process;
    dieWithParent(process);
    process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {.exitCode = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

QByteArray history(qint64 start)
{
    QByteArray text = "# TYPE gauge gauge\n";
    for (const char *pod : {"a,b", "c"}) {
        for (int at = 0; at < 100; ++at) {
            text += "gauge{pod=\"" + QByteArray(pod) + "\"} " +
                    QByteArray::number(1.0 / (at + 3), 'g', 17) + ' ' +
                    QByteArray::number(start + at * 15) + '\n';
        }
    }
    return text + "# EOF\n";
}

/// The CSV that promtool's JSON amounts to.
QByteArray csvOf(const QByteArray &promtool)
{
    QByteArray text = "series,timestamp_ms,value\n";
    const QJsonArray all = QJsonDocument::fromJson(promtool).array();
    for (const QJsonValue &one : all) {
        const QByteArray pod = one[u"metric"_s][u"pod"_s].toString().toUtf8();
        const QJsonArray values = one[u"values"_s].toArray();
        for (const QJsonValue &pair : values) {
            text += csvCell("gauge{pod=\"" + pod + "\"}") + ',' +
                    QByteArray::number(qRound64(pair[0].toDouble() * 1000)) + ',' +
                    pair[1].toString().toUtf8() + '\n';
        }
    }
    return text;
}

} // namespace

class TestQueryCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_prometheus;
    std::unique_ptr<ServerProcess> m_victoria;
    qint64 m_start = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_start = (QDateTime::currentSecsSinceEpoch() - 4 * 3600) / 60 * 60;
        auto prometheus = ServerProcess::start(ServerProcess::Kind::Prometheus, history(m_start));
        QVERIFY_RESULT(prometheus);
        m_prometheus = std::move(prometheus).value();
        auto victoria =
            ServerProcess::start(ServerProcess::Kind::VictoriaMetrics, history(m_start));
        QVERIFY_RESULT(victoria);
        m_victoria = std::move(victoria).value();
    }

    void csvEqualsPromtool()
    {
        const QString end =
            QDateTime::fromSecsSinceEpoch(m_start + 1200, Qt::UTC).toString(Qt::ISODate);
        for (const ServerProcess *server : {m_prometheus.get(), m_victoria.get()}) {
            const auto theirs = server->promtoolQueryRange(u"gauge"_s, m_start, m_start + 1200, 15);
            QVERIFY_RESULT(theirs);
            const Run run = ctl({u"query-range"_s, u"--prometheus"_s, server->url().toString(),
                                 u"--csv"_s, u"--start"_s, QString::number(m_start), u"--end"_s,
                                 end, u"--step"_s, u"15s"_s, u"gauge"_s});
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(run.out, csvOf(*theirs));
            QVERIFY(run.out.contains("\"gauge{pod=\"\"a,b\"\"}\","));
        }
    }

    void queryAsTableAndJson()
    {
        const QString url = m_prometheus->url().toString();
        const Run table = ctl({u"query"_s, u"--prometheus"_s, url, u"--time"_s,
                               QString::number(m_start), u"gauge"_s});
        QCOMPARE(table.exitCode, 0);
        QVERIFY(table.out.startsWith("SERIES"));
        QVERIFY(table.out.contains("gauge{pod=\"c\"}"));
        const Run json = ctl({u"query"_s, u"--prometheus"_s, url, u"--json"_s, u"vector(1) / 0"_s});
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object[u"resultType"_s].toString(), u"vector"_s);
        QCOMPARE(object[u"result"_s][0][u"values"_s][0][1].toString(), u"+Inf"_s);
    }

    void metricsAndProbe()
    {
        const Run metrics =
            ctl({u"metrics"_s, u"--prometheus"_s, m_prometheus->url().toString(), u"--csv"_s});
        QCOMPARE(metrics.exitCode, 0);
        QVERIFY(metrics.out.startsWith("metric,type,unit,help\n"));
        const Run probe =
            ctl({u"probe"_s, u"--prometheus"_s, m_victoria->url().toString(), u"--json"_s});
        QCOMPARE(probe.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(probe.out).object()[u"backend"_s].toString(),
                 u"VictoriaMetrics"_s);
    }

    void throughTheClusterOfAWorkspace()
    {
        const KubeWorld world;
        QVERIFY(world.works());
        QVERIFY(
            world.addService(u"prometheus"_s, static_cast<quint16>(m_prometheus->url().port())));
        QTemporaryDir folder;
        const auto workspace = [&](const QString &user) {
            QFile file(folder.filePath(user + u".yaml"_s));
            const bool written =
                file.open(QIODevice::WriteOnly) &&
                file.write("apiVersion: spillway.dev/v1\nkind: Workspace\nname: a\n"
                           "prometheus: {service: 'kotaemon/prometheus:web'}\nkube: {config: '" +
                           world.kubeconfig(user).toUtf8() + "'}\n") > 0;
            return written ? QStringList{u"--workspace"_s, file.fileName()} : QStringList{};
        };
        const QStringList admin = workspace(u"admin"_s);
        const auto agree = [&] { // it scrapes itself: names may come between two looks
            const Run direct =
                ctl({u"metrics"_s, u"--prometheus"_s, m_prometheus->url().toString(), u"--csv"_s});
            const Run metrics = ctl(QStringList{u"metrics"_s, u"--csv"_s} + admin);
            return metrics.exitCode == 0 && direct.out.contains("gauge") &&
                   metrics.out == direct.out;
        };
        QTRY_VERIFY_WITH_TIMEOUT(agree(), 60'000);
        const QString at = QString::number(m_start);
        const Run value = ctl(QStringList{u"query"_s, u"--time"_s, at, u"gauge"_s} + admin);
        QVERIFY2(value.out.contains("gauge{pod=\"c\"}"), value.err.constData());
        const Run range = ctl(QStringList{u"query-range"_s, u"--csv"_s, u"--start"_s, at,
                                          u"--end"_s, at, u"gauge"_s} +
                              admin);
        QVERIFY2(range.out.contains("gauge{pod="), range.err.constData());
        const Run probe = ctl(QStringList{u"probe"_s} + admin);
        QVERIFY2(probe.out.contains("Prometheus"), probe.err.constData());
        const Run refused = ctl(QStringList{u"query"_s, u"up"_s} + workspace(u"oncall"_s));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("services/proxy") && refused.err.count('\n') == 1,
                 refused.err.constData());
        QCOMPARE(ctl(QStringList{u"query"_s, u"up"_s, u"--ca"_s, u"/ca"_s} + admin).exitCode, 2);
    }

    void errorsAreOneSentence()
    {
        const Run bad =
            ctl({u"query"_s, u"--prometheus"_s, m_prometheus->url().toString(), u"sum(("_s});
        QCOMPARE(bad.exitCode, 1);
        QVERIFY(bad.out.isEmpty());
        QVERIFY2(bad.err.startsWith("spillwayctl: ") && bad.err.count('\n') == 1,
                 bad.err.constData());
        const Run gone =
            ctl({u"probe"_s, u"--prometheus"_s, u"http://127.0.0.1:%1"_s.arg(freeLoopbackPort())});
        QCOMPARE(gone.exitCode, 1);
    }

    void usage()
    {
        QCOMPARE(ctl({}).exitCode, 2);
        QCOMPARE(ctl({u"query"_s, u"up"_s}).exitCode, 2);
        QCOMPARE(ctl({u"query"_s, u"--prometheus"_s, u"ftp://h"_s, u"up"_s}).exitCode, 2);
        const QStringList to{u"--prometheus"_s, u"http://h"_s};
        QCOMPARE(ctl(QStringList{u"query-range"_s} + to + QStringList{u"--step"_s, u"x"_s, u"up"_s})
                     .exitCode,
                 2);
        QCOMPARE(ctl(QStringList{u"query"_s} + to + QStringList{u"--header"_s, u"bad"_s, u"up"_s})
                     .exitCode,
                 2);
        const Run help = ctl({u"query"_s, u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("--bearer-token-file"));
    }

    void times()
    {
        constexpr EpochMs now = 1'700'000'000'000;
        QCOMPARE(*parseTimeArgument(u"now", now), now);
        QCOMPARE(*parseTimeArgument(u"now-1h30m", now), now - 5'400'000);
        QCOMPARE(*parseTimeArgument(u"now+5s", now), now + 5000);
        QCOMPARE(*parseTimeArgument(u"1435781451.781", now), EpochMs{1435781451781});
        QCOMPARE(*parseTimeArgument(u"2026-01-02T03:04:05Z", now), EpochMs{1767323045000});
        QCOMPARE(*parseTimeArgument(u"2026-01-02T03:04:05", now), EpochMs{1767323045000});
        QCOMPARE(*parseTimeArgument(u"2026-01-02T11:04:05.5+08:00", now), EpochMs{1767323045500});
        for (const QString &bad : {u""_s, u"now-"_s, u"nowadays"_s, u"yesterday"_s, u"now*2"_s}) {
            QVERIFY_ERROR(parseTimeArgument(bad, now), ErrorCode::InvalidInput);
        }
        QCOMPARE(*parseSpanArgument(u"1m30s"), std::chrono::milliseconds{90s});
        QCOMPARE(*parseSpanArgument(u"0.5"), 500ms);
        QVERIFY_ERROR(parseSpanArgument(u"-5"), ErrorCode::InvalidInput);
    }

    void credentialsStayWithTheirServer_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("only the file") << std::string{} << true;
        QTest::newRow("its own") << std::string{"https://metrics.example/other"} << true;
        QTest::newRow("with the usual port") << std::string{"https://METRICS.example:443"} << true;
        QTest::newRow("without TLS") << std::string{"http://metrics.example"} << false;
        QTest::newRow("another port") << std::string{"https://metrics.example:8443"} << false;
        QTest::newRow("another host") << std::string{"https://metrics.example.org"} << false;
    }

    void credentialsStayWithTheirServer()
    {
        QFETCH(std::string, url);
        QFETCH(bool, isSame);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"w.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: spillway.dev/v1\nkind: Workspace\nname: a\nprometheus:\n"
                   "  url: https://metrics.example/prom\n  headers: {X-Secret: a}\n"
                   "  auth: {kind: token-file, tokenFile: /token}\n");
        file.close();
        WorkspaceArgument argument;
        argument.file = file.fileName().toStdString();
        argument.url = url;
        argument.headers = {"X-Mine: b"};
        const Result<Workspace> workspace = readWorkspaceArgument(argument);
        QVERIFY_RESULT(workspace);
        const WorkspacePrometheus &server = workspace->prometheus;
        QCOMPARE(server.auth.kind == AuthKind::TokenFile, isSame);
        QCOMPARE(server.auth.tokenFile.isEmpty(), !isSame);
        QCOMPARE(server.headers.contains(u"X-Secret"_s), isSame);
        QCOMPARE(server.headers.value(u"X-Mine"_s), u"b"_s);
    }

    void theTimeoutOfTheWorkspaceHolds()
    {
        const QTemporaryDir folder;
        const auto timeout = [&folder](const QByteArray &written, const std::string &option) {
            QFile file(folder.filePath(u"w.yaml"_s));
            WorkspaceArgument argument;
            if (file.open(QIODevice::WriteOnly)) {
                file.write("apiVersion: spillway.dev/v1\nkind: Workspace\nname: a\nprometheus:\n"
                           "  url: https://metrics.example\n" +
                           written);
                argument.file = file.fileName().toStdString();
            }
            file.close();
            argument.timeout = option;
            const Result<Workspace> workspace = readWorkspaceArgument(argument);
            return workspace ? workspace->prometheus.timeout : -1ms;
        };
        QCOMPARE(timeout("  timeout: 5s\n", {}), std::chrono::milliseconds{5s});
        QCOMPARE(timeout("  timeout: 5s\n", "7s"), std::chrono::milliseconds{7s});
        QCOMPARE(timeout({}, {}), std::chrono::milliseconds{60s});
        QCOMPARE(timeout({}, "0s"), -1ms);
    }

    void cellsAndValues()
    {
        QCOMPARE(valueText(0.1), QByteArray("0.1"));
        QCOMPARE(valueText(std::numeric_limits<double>::quiet_NaN()), QByteArray("NaN"));
        QCOMPARE(valueText(-std::numeric_limits<double>::infinity()), QByteArray("-Inf"));
        QCOMPARE(csvCell("plain"), QByteArray("plain"));
        QCOMPARE(csvCell("a,\"b\"\n"), QByteArray("\"a,\"\"b\"\"\n\""));
        QVERIFY(!alignedTable({{QString(QChar(0x1b)) + u"[2J"_s}}).contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestQueryCommand)
#include "tst_querycommand.moc"
