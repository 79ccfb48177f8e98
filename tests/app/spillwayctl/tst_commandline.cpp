// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 60'000;

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QString program()
{
    return qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s;
}

/// Runs it while our own servers go on answering.
Run run(const QString &command, const QStringList &arguments, const QString &outFile = {})
{
    QProcess process;
    dieWithParent(process);
    if (!outFile.isEmpty()) {
        process.setStandardOutputFile(outFile);
    }
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(command, arguments);
    if (finished.isEmpty() && !finished.wait(longest)) {
        return {};
    }
    return {.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

FaultServer::Handler api(const QByteArray &json)
{
    return FaultServer::answer(
        FaultServer::response("200 OK", json, "Content-Type: application/json\r\n"));
}

QByteArray vectorOf(const QByteArray &metric, const QByteArray &value = "1",
                    const QByteArray &rest = {})
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{" +
           metric + "},\"value\":[1700000000,\"" + value + "\"]}]}" + rest + '}';
}

QList<QByteArray> cellsOf(const QByteArray &line)
{
    QList<QByteArray> cells{QByteArray{}};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.last() += line[++i];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && line[i] == ',') {
            cells.append(QByteArray{});
        } else {
            cells.last() += line[i];
        }
    }
    return cells;
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySubcommandExplainsItself_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArrayList>("words");
        QTest::newRow("program") << QStringList{u"--help"_s}
                                 << QByteArrayList{"query", "query-range", "metrics",  "probe",
                                                   "demo",  "Exit status", "--version"};
        QTest::newRow("query") << QStringList{u"query"_s, u"--help"_s}
                               << QByteArrayList{"--prometheus", "--time",    "--csv", "--json",
                                                 "--header",     "--timeout", "--ca"};
        QTest::newRow("query-range") << QStringList{u"query-range"_s, u"--help"_s}
                                     << QByteArrayList{"--start", "--end", "--step", "60s"};
        QTest::newRow("metrics") << QStringList{u"metrics"_s, u"--help"_s}
                                 << QByteArrayList{"--match", "--csv"};
        QTest::newRow("probe") << QStringList{u"probe"_s, u"--help"_s}
                               << QByteArrayList{"--prometheus", "--json"};
        QTest::newRow("demo") << QStringList{u"demo"_s, u"--help"_s}
                              << QByteArrayList{"--seed", "--workspace", "--kubeconfig-out",
                                                "--no-history", "--json"};
        QTest::newRow("version") << QStringList{u"--version"_s} << QByteArrayList{"spillwayctl "};
    }

    void everySubcommandExplainsItself()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArrayList, words);
        const Run result = run(program(), arguments);
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.err.isEmpty());
        for (const QByteArray &word : words) {
            QVERIFY2(result.out.contains(word), word.constData());
        }
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QString &line) {
            QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
        };
        row("nothing", {});
        row("unknown subcommand", u"quarry"_s);
        row("unknown option", u"query --prometheus http://h --nope up"_s);
        row("no url", u"query up"_s);
        row("no expression", u"query --prometheus http://h"_s);
        row("two expressions", u"query --prometheus http://h up down"_s);
        row("two formats", u"query --prometheus http://h --csv --json up"_s);
        row("url without scheme", u"query --prometheus localhost:9090 up"_s);
        row("url without host", u"query --prometheus http:// up"_s);
        row("other scheme", u"probe --prometheus file:///etc/passwd"_s);
        row("timeout of zero", u"query --prometheus http://h --timeout 0 up"_s);
        row("timeout of words", u"query --prometheus http://h --timeout soon up"_s);
        row("time of words", u"query --prometheus http://h --time yesterday up"_s);
        row("step of zero", u"query-range --prometheus http://h --step 0 up"_s);
        row("negative step", u"query-range --prometheus http://h --step=-5 up"_s);
        row("end before start", u"query-range --prometheus http://h --start now --end now-1h up"_s);
        row("header without colon", u"query --prometheus http://h --header bad up"_s);
        row("header without name", u"query --prometheus http://h --header :bad up"_s);
        row("probe as csv", u"probe --prometheus http://h --csv"_s);
        row("seed of words", u"demo --seed x"_s);
        row("port too large", u"demo --prometheus-port 70000"_s);
    }

    void wrongCommandLines()
    {
        QFETCH(const QStringList, arguments);
        const Run result = run(program(), arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY(!result.err.isEmpty());
    }

    void failuresOfServers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *status, const QByteArray &body) {
            QTest::newRow(name) << QByteArray(status) << body;
        };
        row("bad data", "400 Bad Request",
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}");
        row("unauthorised", "401 Unauthorized", "go away");
        row("forbidden", "403 Forbidden", "{}");
        row("no api there", "404 Not Found", "<html>not found</html>");
        row("execution", "422 Unprocessable Entity",
            "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}");
        row("login page", "200 OK", "<html><body>Sign in</body></html>");
        row("nothing", "200 OK", "");
        row("half an answer", "200 OK", "{\"status\":\"success\",\"data\":{\"resultType\":\"vec");
        row("other json", "200 OK", "{\"hello\":\"world\"}");
        row("terminal control", "400 Bad Request",
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"\\u001b[2J\\u001b]0;"
            "owned\\u0007\"}");
    }

    void failuresOfServers()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        FaultServer server(FaultServer::answer(
            FaultServer::response(status, body, "Content-Type: application/json\r\n"), true));
        const Run result =
            run(program(), {u"query"_s, u"--prometheus"_s, server.url().toString(), u"up"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.startsWith("spillwayctl: ") && result.err.count('\n') == 1,
                 result.err.constData());
        QVERIFY(!result.err.contains('\x1b') && !result.err.contains('\x07'));
    }

    void notesGoToStderrWithoutControls()
    {
        FaultServer server(
            api(vectorOf({}, "1", ",\"warnings\":[\"w \\u001b[31m\"],\"infos\":[\"i \\u0007\"]")));
        const Run result = run(program(), {u"query"_s, u"--csv"_s, u"--prometheus"_s,
                                           server.url().toString(), u"up"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.err.contains("warning: w ") && result.err.contains("info: i "));
        QVERIFY(!result.err.contains('\x1b') && !result.err.contains('\x07'));
        QCOMPARE(result.out, QByteArray("series,timestamp_ms,value\n{},1700000000000,1\n"));
    }

    void hostileLabelsInCsv_data()
    {
        QTest::addColumn<QByteArray>("label"); // as in JSON
        QTest::addColumn<QByteArray>("text");  // as it is
        const auto row = [](const char *name, const char *label, const char *text) {
            QTest::newRow(name) << QByteArray(label) << QByteArray(text);
        };
        row("comma", "a,b", "a,b");
        row("quote", "a\\\"b", "a\\\"b");
        row("backslash", "a\\\\b", "a\\\\b");
        row("line break", "a\\nb", "a\\nb");
        row("formula", "=1+1", "=1+1");
        row("plus", "+1", "+1");
        row("minus", "-1", "-1");
        row("at", "@a", "@a");
        row("chinese", "\\u8bf7\\u6c42", "请求");
        row("emoji", "\\ud83d\\udeb0", "🚰");
    }

    void hostileLabelsInCsv()
    {
        QFETCH(const QByteArray, label);
        QFETCH(const QByteArray, text);
        FaultServer server(api(vectorOf("\"__name__\":\"up\",\"l\":\"" + label + '"')));
        const Run result = run(program(), {u"query"_s, u"--csv"_s, u"--prometheus"_s,
                                           server.url().toString(), u"up"_s});
        QCOMPARE(result.exitCode, 0);
        const QList<QByteArray> lines = result.out.split('\n');
        QCOMPARE(lines.size(), 3);
        // Read back it is exactly the series as PromQL writes it: nothing is put in front.
        QCOMPARE(cellsOf(lines[1]),
                 (QList<QByteArray>{"up{l=\"" + text + "\"}", "1700000000000", "1"}));
    }

    void valuesAreExact_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        for (const char *same : {"0", "1", "-1", "0.1", "1e+21", "NaN", "+Inf", "-Inf", "5e-324",
                                 "1.7976931348623157e+308", "0.30000000000000004"}) {
            QTest::newRow(same) << QByteArray(same) << QByteArray(same);
        }
        QTest::newRow("long zeros") << QByteArray("1.5000000") << QByteArray("1.5");
    }

    void valuesAreExact()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, written);
        FaultServer server(api(vectorOf({}, value)));
        const Run csv = run(program(), {u"query"_s, u"--csv"_s, u"--prometheus"_s,
                                        server.url().toString(), u"up"_s});
        QCOMPARE(csv.out, "series,timestamp_ms,value\n{},1700000000000," + written + '\n');
        const Run json = run(program(), {u"query"_s, u"--json"_s, u"--prometheus"_s,
                                         server.url().toString(), u"up"_s});
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object[u"result"_s][0][u"values"_s][0][1].toString().toLatin1(), written);
    }

    void whatCannotBeWrittenIsAFailure()
    {
        FaultServer server(api(vectorOf({})));
        const Run full =
            run(program(),
                {u"query"_s, u"--csv"_s, u"--prometheus"_s, server.url().toString(), u"up"_s},
                u"/dev/full"_s);
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.err.contains("Cannot write"), full.err.constData());
    }

    void aClosedPipeEndsIt()
    {
        FaultServer server(api(vectorOf({})));
        const QString line = u"{ exec '%1' query --csv --prometheus %2 up; } | true; "
                             "exit \"${PIPESTATUS[0]}\""_s;
        const Run result = run(u"bash"_s, {u"-c"_s, line.arg(program(), server.url().toString())});
        QVERIFY2(result.exitCode >= 0 && result.exitCode != 134 && result.exitCode != 139,
                 QByteArray::number(result.exitCode).constData()); // ended, not crashed
        QVERIFY(!result.err.contains("AddressSanitizer"));
    }

    void headersAndTokensReachTheServer()
    {
        FaultServer server(api(vectorOf({})));
        const Run result = run(program(), {u"query"_s, u"--header"_s, u"X-Scope-OrgID: team a"_s,
                                           u"--header"_s, u"X-B:c"_s, u"--prometheus"_s,
                                           server.url(u"/prefix/"_s).toString(), u"up"_s});
        QCOMPARE(result.exitCode, 0);
        const QByteArray request = server.requests().value(0);
        QVERIFY(request.contains("/prefix/api/v1/query"));
        QVERIFY(request.toLower().contains("\r\nx-scope-orgid: team a\r\n"));
        QVERIFY(request.toLower().contains("\r\nx-b: c\r\n"));
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const QString &good :
             {u"0"_s, u"-1"_s, u"1.5"_s, u"now"_s, u"now-0"_s, u"now-1w2d"_s,
              u"1970-01-01T00:00:00Z"_s, u"2026-02-28T23:59:59.999-12:00"_s}) {
            QTest::newRow(qPrintable(good)) << good << true;
        }
        for (const QString &bad : {u" "_s, u"now "_s, u"now--1h"_s, u"now-1x"_s, u"now-h"_s,
                                   u"NOW"_s, u"1,5"_s, u"0x10"_s, u"inf"_s, u"nan"_s, u"1e400"_s,
                                   u"2026-02-30T00:00:00Z"_s, u"2026-13-01T00:00:00Z"_s,
                                   u"2026-01-01T25:00:00Z"_s, u"99999999999999999999"_s, u"１"_s}) {
            QTest::newRow(qPrintable(u"bad "_s + bad)) << bad << false;
        }
    }

    void times()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        QCOMPARE(parseTimeArgument(text, 1'700'000'000'000).ok(), good);
    }

    void valueTextsReadBack()
    {
        QRandomGenerator random(5);
        for (int i = 0; i < 5000; ++i) {
            const quint64 bits = random.generate64();
            double value = 0;
            static_assert(sizeof value == sizeof bits);
            std::memcpy(&value, &bits, sizeof value);
            if (std::isfinite(value)) {
                QCOMPARE(valueText(value).toDouble(), value);
            }
        }
    }

    void tablesAreAligned()
    {
        const QByteArray table = alignedTable(
            {{u"A"_s, u"B"_s}, {u"long cell"_s, u"x"_s}, {u"\x1b[2Jab"_s, u"y"_s}, {{}, u"z"_s}});
        const QList<QByteArray> lines = table.split('\n');
        QCOMPARE(lines.size(), 5);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(QString::fromUtf8(lines[i]).size(), 12);
        }
        QVERIFY(!table.contains('\x1b'));
        QCOMPARE(alignedTable({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
