// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// set, export and rules, run as a user runs them; the rule file is read by Prometheus' own tool.
#include "support/serverprocess.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString data = QStringLiteral(SPILLWAY_TEST_DATA "/policy/");

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    spillway::dieWithParent(process);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        return {-1, {}, process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Run spillwayctl(const QStringList &arguments, const QByteArray &input = {})
{
    return run(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s, arguments, input);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// What a person wrote, odd layout and all.
const QByteArray handmade = "# our policy\n"
                            "apiVersion: spillway.dev/v1\n"
                            "kind:   ScalingPolicy\n"
                            "metadata: {name: demo, namespace: shop}   # one line\n"
                            "spec:\n"
                            "    timezone: 'UTC'\n"
                            "\n"
                            "    components:\n"
                            "    - name: web          # the shop\n"
                            "      engine: hpa\n"
                            "      target: {name: web}\n"
                            "      replicas: {min: 2,   max: 10}  # see OPS-7\n"
                            "      metrics: [{cpu: {averageUtilization: 70}}]\n"
                            "# the end\n";

} // namespace

class TestPolicyTextCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"policy.yaml"_s);
        QVERIFY(write(m_file, handmade));
    }

    void set_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const QStringList &arguments, const char *from,
                            const char *to) {
            QTest::newRow(name) << arguments << QByteArray(from) << QByteArray(to);
        };
        row("by number", {u"spec.components[0].replicas.max"_s, u"40"_s}, "max: 10", "max: 40");
        row("by name", {u"spec.components[web].replicas.max"_s, u"40"_s}, "max: 10", "max: 40");
        row("quoted", {u"spec.timezone"_s, u"Asia/Shanghai"_s}, "'UTC'", "Asia/Shanghai");
        row("new field", {u"spec.components[web].coldStart"_s, u"{warmReplicas: 3}"_s},
            "averageUtilization: 70}}]\n",
            "averageUtilization: 70}}]\n      coldStart: {warmReplicas: 3}\n");
        row("text", {u"spec.components[web].cost"_s, u"{tags: {team: \"7\"}}"_s},
            "averageUtilization: 70}}]\n",
            "averageUtilization: 70}}]\n      cost: {tags: {team: \"7\"}}\n");
        row("text by option", {u"metadata.name"_s, u"demo-2"_s, u"--text"_s}, "name: demo,",
            "name: demo-2,");
        row("the same", {u"spec.components[web].engine"_s, u"hpa"_s}, "", "");
    }
    /// One value, and every other byte as it was; with --dry-run, or from a pipe, only said.
    void set()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        const QByteArray wanted =
            from.isEmpty() ? handmade : QByteArray(handmade).replace(from, to);
        const Run dry =
            spillwayctl(QStringList{u"set"_s, m_file} + arguments + QStringList{u"--dry-run"_s});
        QCOMPARE(dry.output, wanted);
        QCOMPARE(read(m_file), handmade);
        const Run piped = spillwayctl(QStringList{u"set"_s, u"-"_s} + arguments, handmade);
        QCOMPARE(piped.output, wanted);
        const Run done = spillwayctl(QStringList{u"set"_s, m_file} + arguments);
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.output + done.errors, QByteArray());
        QCOMPARE(read(m_file), wanted);
        QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown field")
            << QStringList{u"spec.components[0].replica"_s, u"{max: 3}"_s} << 1
            << QByteArray("Did you mean “replicas”?");
        QTest::newRow("wrong type") << QStringList{u"spec.components[0].replicas.max"_s, u"many"_s}
                                    << 1 << QByteArray("spec.components[0].replicas.max");
        QTest::newRow("contradiction")
            << QStringList{u"spec.components[web].replicas.max"_s, u"1"_s} << 1
            << QByteArray("spec.components[0].replicas");
        QTest::newRow("no such item") << QStringList{u"spec.components[db].replicas.max"_s, u"3"_s}
                                      << 1 << QByteArray("Known here: web.");
        QTest::newRow("nowhere") << QStringList{u"spec..x"_s, u"3"_s} << 1 << QByteArray("spec..x");
        QTest::newRow("not YAML") << QStringList{u"spec.timezone"_s, u"[a"_s} << 2
                                  << QByteArray("spec.timezone");
        QTest::newRow("no value") << QStringList{u"spec.timezone"_s} << 2 << QByteArray("value");
    }
    /// The field is named, and the file is as it was.
    void refused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, says);
        const Run refused = spillwayctl(QStringList{u"set"_s, m_file} + arguments);
        QCOMPARE(refused.exitCode, exitCode);
        QVERIFY2(refused.errors.contains(says), refused.errors.constData());
        QCOMPARE(refused.output, QByteArray());
        QCOMPARE(read(m_file), handmade);
    }

    /// A file with a mistake elsewhere can be mended one value at a time.
    void brokenFilesAreMended()
    {
        QVERIFY(write(m_file, QByteArray(handmade)
                                  .replace("timezone: 'UTC'", "timezone: Nowhere")
                                  .replace("engine: hpa", "engine: hpaa")));
        const Run first = spillwayctl({u"set"_s, m_file, u"spec.components[0].engine"_s, u"hpa"_s});
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        QCOMPARE(spillwayctl({u"validate"_s, m_file}).exitCode, 1);
        QCOMPARE(spillwayctl({u"set"_s, m_file, u"spec.timezone"_s, u"UTC"_s}).exitCode, 0);
        QCOMPARE(spillwayctl({u"validate"_s, m_file}).exitCode, 0);
    }

    void setNowhere()
    {
        const QString missing = m_folder->filePath(u"missing.yaml"_s);
        const Run none = spillwayctl({u"set"_s, missing, u"spec.timezone"_s, u"UTC"_s});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.errors.contains("missing.yaml"), none.errors.constData());
        QVERIFY(!QFile::exists(missing));
    }

    void exported()
    {
        const Run once = spillwayctl({u"export"_s, m_file});
        QVERIFY2(once.exitCode == 0, once.errors.constData());
        QVERIFY2(!once.output.contains('#'), once.output.constData());
        QVERIFY2(once.output.contains("        min: 2\n        max: 10\n"),
                 once.output.constData());
        const QString canonical = m_folder->filePath(u"canonical.yaml"_s);
        QCOMPARE(spillwayctl({u"export"_s, m_file, u"--out"_s, canonical}).exitCode, 0);
        QCOMPARE(read(canonical), once.output);
        QCOMPARE(spillwayctl({u"export"_s, u"-"_s}, once.output).output, once.output);
        QCOMPARE(read(m_file), handmade);
    }

    void badFiles_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("export") << QStringList{u"export"_s};
        QTest::newRow("rules") << QStringList{u"rules"_s, u"--policy"_s};
    }
    void badFiles()
    {
        QFETCH(QStringList, command);
        const Run bad = spillwayctl(command + QStringList{data + u"bad/unknown-key.yaml"_s});
        QCOMPARE(bad.exitCode, 1);
        QCOMPARE(bad.output, QByteArray());
        QVERIFY2(bad.errors.contains("Did you mean “replicas”?"), bad.errors.constData());
        const Run nowhere = spillwayctl(
            command + QStringList{m_file, u"--out"_s, m_folder->filePath(u"no/x.yaml"_s)});
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY2(nowhere.errors.contains("no/x.yaml"), nowhere.errors.constData());
    }

    void rules_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("rules");
        const QByteArray odd =
            "  alerts:\n"
            "    - name: \"Odd: #1\"\n"
            "      expr: |\n"
            "        sum by (job) (rate(x_total{code=~\"5..\", path!='/a\\\\b'}[5m]))\n"
            "          / ignoring(code) group_left sum(rate(y[5m])) > 0.1 # share\n"
            "      for: 1h30m\n"
            "      keepFiringFor: 500ms\n"
            "      labels: {severity: \"1\", on: \"yes\"}\n"
            "      annotations: {summary: '{{ $labels.job }} fails: {{ $value | humanizePercentage "
            "}}', runbook_url: \"https://example.com/#odd\"}\n"
            "    - {name: Plain, expr: up == 0}\n";
        QTest::newRow("example") << read(data + u"example.yaml"_s) << QByteArray("1 rules found");
        QTest::newRow("odd") << read(data + u"golden/hpa-cpu.yaml"_s) + odd
                             << QByteArray("2 rules found");
        QTest::newRow("none") << handmade << QByteArray("0 rules found");
    }
    void rules()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, rules);
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        QVERIFY2(!promtool.isEmpty(), "install the package prometheus");
        QVERIFY(write(m_file, policy));
        const QString out = m_folder->filePath(u"rules.yaml"_s);
        const Run said = spillwayctl({u"rules"_s, u"--policy"_s, m_file});
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        const Run written = spillwayctl({u"rules"_s, u"--policy"_s, m_file, u"--out"_s, out});
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(read(out), said.output);
        const Run checked = run(promtool, {u"check"_s, u"rules"_s, out});
        QVERIFY2(checked.exitCode == 0, checked.errors.constData());
        QVERIFY2(checked.output.contains(rules), checked.output.constData());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPolicyTextCommand)
#include "tst_policytextcommand.moc"
