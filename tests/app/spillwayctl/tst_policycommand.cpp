// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// validate, test and schema, run as a user runs them.
#include "spillwayctl/policyreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const QString data = QStringLiteral(SPILLWAY_TEST_DATA "/policy/");
const QString now = u"--now=2026-11-01T00:00:00Z"_s;

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Run spillwayctl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        return {-1, {}, process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

class TestPolicyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validateGood()
    {
        const Run run = spillwayctl({u"validate"_s, data + u"golden/hpa-cpu.yaml"_s, now});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.output, QByteArray());
        QCOMPARE(run.errors, QByteArray());
    }

    void validateBad()
    {
        const QString file = data + u"bad/unknown-key.yaml"_s;
        const Run run = spillwayctl({u"validate"_s, file, now});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains(QByteArray(file.toUtf8() + ":9:7: error: ")),
                 run.output.constData());
        QVERIFY2(run.output.contains("Did you mean “replicas”?"), run.output.constData());
    }

    void validateJson()
    {
        const Run run = spillwayctl({u"validate"_s, u"--json"_s, now,
                                     data + u"golden/hpa-cpu.yaml"_s, data + u"example.yaml"_s});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray reports = QJsonDocument::fromJson(run.output).array();
        QCOMPARE(reports.size(), 2);
        QCOMPARE(reports[0].toObject().value("ok"_L1).toBool(), true);
        const QJsonObject finding =
            reports[1].toObject().value("findings"_L1).toArray().first().toObject();
        QCOMPARE(finding.value("id"_L1).toString(), u"assumed-lead-time"_s);
        QCOMPARE(finding.value("severity"_L1).toString(), u"info"_s);
        QCOMPARE(finding.value("line"_L1).toInt(), 20);
        QCOMPARE(finding.value("path"_L1).toString(), u"spec.components[0].coldStart.leadTime"_s);
    }

    void standardInput()
    {
        const Run run = spillwayctl({u"validate"_s, u"-"_s}, "kind: [");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.startsWith("<stdin>:1:"), run.output.constData());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        const QByteArray good = read(data + u"golden/hpa-cpu.yaml"_s);
        QByteArray laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
        for (int i = 1; i < 10; ++i) {
            const QByteArray last = " *a" + QByteArray::number(i - 1) + ",";
            laughs += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                      last.repeated(10) + " ha]\n";
        }
        QTest::newRow("empty") << QByteArray{} << QByteArray{"empty"};
        QTest::newRow("11 MB") << good + QByteArray(11 << 20, '#') << QByteArray{"10485760 bytes"};
        QTest::newRow("Latin-1") << QByteArray(good).replace("shop", "caf\xe9")
                                 << QByteArray{"UTF-8"};
        QTest::newRow("UTF-16") << QByteArray("\xff\xfek\0i\0n\0d\0", 10) << QByteArray{"UTF-"};
        QTest::newRow("NUL") << good + QByteArray(1, '\0') << QByteArray{":"};
        QTest::newRow("tab") << QByteArray(good).replace("  components:", "\tcomponents:")
                             << QByteArray{"tab"};
        QTest::newRow("billion laughs") << laughs << QByteArray{"p.yaml:"};
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray{":1:"};
        QTest::newRow("a picture")
            << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << QByteArray{"UTF-8"};
    }
    /// The file is named, and a place in it; nothing is half read.
    void badFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"p.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const Run run = spillwayctl({u"validate"_s, file.fileName(), now});
        QCOMPARE(run.exitCode, 1);
        const QByteArray said = run.output + run.errors;
        QVERIFY2(said.contains(file.fileName().toUtf8()), said.constData());
        QVERIFY2(said.contains(says), said.constData());
        QVERIFY(said.size() < 10'000);
        const Run piped = spillwayctl({u"validate"_s, u"-"_s, now}, bytes);
        QCOMPARE(piped.exitCode, 1);
    }

    void calendars()
    {
        QTemporaryDir folder;
        QByteArray text = read(data + u"golden/hpa-cpu.yaml"_s);
        text.replace("spec:\n", "spec:\n  holidays: [{calendar: days.ics}]\n");
        QFile policy(folder.filePath(u"p.yaml"_s));
        QVERIFY(policy.open(QIODevice::WriteOnly) && policy.write(text) == text.size());
        policy.close();
        const Run missing = spillwayctl({u"validate"_s, policy.fileName(), now});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.output.contains("days.ics"), missing.output.constData());
        QVERIFY(QFile::copy(QStringLiteral(SPILLWAY_TEST_DATA "/icalendar/china-2026.ics"),
                            folder.filePath(u"days.ics"_s)));
        const Run there = spillwayctl({u"validate"_s, policy.fileName(), now});
        QVERIFY2(there.exitCode == 0, there.output.constData());
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no file") << QStringList{u"validate"_s} << 2;
        QTest::newRow("bad time") << QStringList{u"validate"_s, data + u"example.yaml"_s,
                                                 u"--now=soon"_s}
                                  << 2;
        QTest::newRow("no version")
            << QStringList{u"validate"_s, data + u"example.yaml"_s, u"--kubernetes=new"_s} << 2;
        QTest::newRow("version of a test")
            << QStringList{u"test"_s, data + u"example.yaml"_s, u"--kubernetes=1.2"_s} << 2;
        QTest::newRow("unreadable") << QStringList{u"validate"_s, u"/nowhere.yaml"_s} << 1;
        QTest::newRow("test of a bad file")
            << QStringList{u"test"_s, data + u"bad/unknown-key.yaml"_s} << 1;
        QTest::newRow("junit nowhere")
            << QStringList{u"test"_s, data + u"golden/hpa-cpu.yaml"_s, u"--junit=/nowhere/x.xml"_s}
            << 1;
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Run run = spillwayctl(arguments);
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY(!run.errors.isEmpty());
        QCOMPARE(run.output, QByteArray());
    }

    void assertions()
    {
        QTemporaryDir folder;
        const QString junit = folder.filePath(u"out.xml"_s);
        const Run run = spillwayctl({u"test"_s, data + u"full.yaml"_s, now, u"--junit"_s, junit});
        QVERIFY2(run.exitCode == 1, run.errors.constData()); // its calendar file is not there
        const Run example =
            spillwayctl({u"test"_s, data + u"example.yaml"_s, now, u"--junit"_s, junit});
        QCOMPARE(example.exitCode, 0);
        QVERIFY2(example.output.startsWith("ok  rag-worker at Mon 09:05: replicas.max == 20\n"),
                 example.output.constData());
        QVERIFY2(example.output.endsWith("1 passed, 0 failed, 1 undecided\n"),
                 example.output.constData());
        QVERIFY(read(junit).contains("<skipped message="));
    }

    void strict_data()
    {
        QTest::addColumn<QByteArray>("assertions");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("junit");
        const QByteArray cost = "    - {month: cost, component: web, expect: \"<= 9 EUR\"}\n";
        const QByteArray holds = "    - {component: web, expect: \"replicas.max == 10\"}\n";
        QTest::newRow("all decided")
            << "  assertions:\n" + holds << 0 << QByteArray("1 passed, 0 failed, 0 undecided\n")
            << QByteArray(R"(failures="0" errors="0" skipped="0")");
        QTest::newRow("undecided")
            << "  assertions:\n" + holds + cost << 1
            << QByteArray("1 passed, 0 failed, 1 undecided\n") << QByteArray("<error message=");
        QTest::newRow("none") << QByteArray() << 1
                              << QByteArray("0 passed, 1 failed, 0 undecided\n")
                              << QByteArray("<failure message=\"the policy has none");
    }
    void strict()
    {
        QFETCH(QByteArray, assertions);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, junit);
        QTemporaryDir folder;
        const QString report = folder.filePath(u"out.xml"_s);
        const QByteArray text = read(data + u"golden/hpa-cpu.yaml"_s) + assertions;
        const QStringList lenient{u"test"_s, u"-"_s, now};
        QCOMPARE(spillwayctl(lenient, text).exitCode, 0);
        const Run run =
            spillwayctl(lenient + QStringList{u"--strict"_s, u"--junit"_s, report}, text);
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.output.endsWith(said), run.output.constData());
        QVERIFY2(read(report).contains(junit), read(report).constData());
    }

    void rulesOfAServer_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("replicas"); // of two, each a bit too busy
        QTest::addColumn<QByteArray>("says");
        const QByteArray ignored = "does not look at the tolerance of “web”";
        QTest::newRow("usual") << u"hpa-cpu"_s << QStringList{} << 2 << QByteArray{};
        QTest::newRow("flag") << u"hpa-cpu"_s << QStringList{u"--hpa-tolerance=0.05"_s} << 3
                              << QByteArray{};
        QTest::newRow("own") << u"hpa-tolerance"_s << QStringList{} << 3 << QByteArray{};
        QTest::newRow("old server")
            << u"hpa-tolerance"_s << QStringList{u"--kubernetes=v1.34.2"_s} << 2 << ignored;
        QTest::newRow("old server's flag")
            << u"hpa-tolerance"_s << QStringList{u"--kubernetes=1.34"_s, u"--hpa-tolerance=0.05"_s}
            << 3 << ignored;
    }
    void rulesOfAServer()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QFETCH(int, replicas);
        QFETCH(QByteArray, says);
        const QByteArray text = read(data + u"golden/"_s + file + u".yaml"_s) +
                                "  assertions:\n    - component: web\n      given: {cpu: 150}\n"
                                "      expect: replicas == " +
                                QByteArray::number(replicas) + '\n';
        const Run tested = spillwayctl(QStringList{u"test"_s, u"-"_s, now} + options, text);
        QVERIFY2(tested.exitCode == 0, QByteArray(tested.output + tested.errors).constData());
        QVERIFY2(tested.output.endsWith("1 passed, 0 failed, 0 undecided\n"),
                 tested.output.constData());
        const Run judged = spillwayctl(QStringList{u"validate"_s, u"-"_s, now} + options, text);
        QCOMPARE(judged.exitCode, 0);
        QVERIFY2(says.isEmpty() ? judged.output.isEmpty() : judged.output.contains(says),
                 judged.output.constData());
    }

    void schema()
    {
        const Run run = spillwayctl({u"schema"_s});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject schema = QJsonDocument::fromJson(run.output).object();
        QCOMPARE(schema.value("title"_L1).toString(), u"ScalingPolicy"_s);
    }

    void hostileTextDoesNotDraw()
    {
        PolicyReport report{u"p.yaml"_s, {}, {}};
        report.findings.push_back({u"id"_s,
                                   PolicyFinding::Severity::Warning,
                                   {},
                                   u"red \u001b[31m"_s,
                                   {},
                                   std::nullopt,
                                   {}});
        QVERIFY(!reportText(report).contains('\x1b'));
        QVERIFY(report.ok());
    }
};

QTEST_GUILESS_MAIN(TestPolicyCommand)
#include "tst_policycommand.moc"
