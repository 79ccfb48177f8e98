// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The schedule script as a container would run it, under both shells, with a kubectl that writes
// down what it is asked.
#include "policy/compiler.h"
#include "policysamples.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs second = 1000;
constexpr EpochMs minute = 60 * second;
constexpr EpochMs day = 24 * 60 * minute;

/// Arguments and input of each call, in files 1, 2, ...; refuses what names $REFUSE, and the
/// creation of events if there is one already.
const QByteArray fakeKubectl = R"(#!/bin/sh
n=$(cat "$CALLS/count" 2>/dev/null || echo 0)
n=$((n + 1))
echo "$n" >"$CALLS/count"
echo "$*" >"$CALLS/$n.args"
cat >"$CALLS/$n.in"
if [ -n "${REFUSE:-}" ] && grep -q "\"name\":\"$REFUSE\"" "$CALLS/$n.in"; then
    echo 'Error from server (Forbidden)' >&2
    exit 1
fi
if [ "$1" = create ] && [ -n "${EXISTS:-}" ]; then
    echo 'Error from server (AlreadyExists): events already exists' >&2
    exit 1
fi
)";

const QByteArray policyText =
    policyWith("  timezone: Europe/Berlin\n"
               "  components:\n"
               "    - name: web\n"
               "      target: {name: web}\n"
               "      engine: hpa\n"
               "      replicas: {min: 2, max: 10}\n"
               "      metrics: [{cpu: {averageUtilization: 70}}]\n"
               "      windows:\n"
               "        - {name: \"office $(touch pwned) `x`\", days: [Mon-Fri], from: \"09:00\", "
               "to: \"18:00\", min: 4}\n"
               "        - {name: rest, otherwise: true, max: 6}\n"
               "      events:\n"
               "        - {name: sale, start: 2026-11-04T00:00, end: 2026-11-05T02:00, min: 5, "
               "max: 20, rampIn: 5m}\n"
               "    - name: job\n"
               "      target: {name: job}\n"
               "      engine: keda\n"
               "      replicas: {min: 0, max: 8}\n"
               "      metrics: [{prometheus: {query: up, threshold: 1}}]\n"
               "      windows:\n"
               "        - {name: night, from: \"22:00\", to: \"06:00\", max: 3}\n");

struct Call
{
    QString args;
    QJsonObject object;
};

struct Run
{
    int exitCode = -1;
    QString errors;
    std::vector<Call> calls;

    [[nodiscard]] QJsonObject boundsOf(const QString &name) const
    {
        for (const Call &call : calls) {
            const QJsonObject metadata = call.object.value("metadata"_L1).toObject();
            if (metadata.value("name"_L1).toString() == name) {
                return call.object.value("spec"_L1).toObject();
            }
        }
        return {};
    }
};

} // namespace

class TestScheduleScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const PolicyReading reading = parsePolicy(policyText, u"p.yaml"_s);
        QVERIFY(reading.ok());
        m_policy = reading.policy;
        CompileOptions options;
        options.now = sampleNow;
        for (const Manifest &manifest : compilePolicy(m_policy, options).manifests) {
            if (manifest.object.value("data"_L1).toObject().contains("targets"_L1)) {
                m_data = manifest.object.value("data"_L1).toObject();
            }
        }
        QVERIFY(m_data.contains("schedule.sh"_L1));
        const TimeRange span{sampleNow - 60 * minute, sampleNow + 9 * day};
        for (const PolicyComponent &component : m_policy.components) {
            m_rows.push_back(resolveSchedule(scheduleOf(m_policy, component, {}), span).rows);
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QDir(m_folder->path()).mkpath(u"bin"_s);
        QDir(m_folder->path()).mkpath(u"spillway"_s);
        write(u"bin/kubectl"_s, fakeKubectl);
        QFile::setPermissions(m_folder->filePath(u"bin/kubectl"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (auto file = m_data.begin(); file != m_data.end(); ++file) {
            write(u"spillway/"_s + file.key(), file.value().toString().toUtf8());
        }
    }

    void shells_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::newRow("dash") << QStringList{u"dash"_s};
        QTest::newRow("busybox") << QStringList{u"busybox"_s, u"sh"_s};
    }

    void week_data() { shells_data(); }
    void week()
    {
        QFETCH(QStringList, shell);
        std::vector<EpochMs> instants;
        for (EpochMs time = sampleNow; time < sampleNow + 7 * day; time += 173 * minute) {
            instants.push_back(time);
        }
        for (const std::vector<TimelineRow> &rows : m_rows) {
            for (const TimelineRow &row : rows) {
                if (row.from > sampleNow && row.from < sampleNow + 7 * day) {
                    instants.push_back(row.from - second);
                    instants.push_back(row.from);
                }
            }
        }
        QVERIFY(instants.size() > 100);
        for (const EpochMs now : instants) {
            const Run run = runScript(shell, now);
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(run.calls.size(), 2U);
            const TimelineRow &web = *rowAt(m_rows[0], now);
            const TimelineRow &job = *rowAt(m_rows[1], now);
            QCOMPARE(run.boundsOf(u"demo.web"_s),
                     (QJsonObject{{u"minReplicas"_s, web.min}, {u"maxReplicas"_s, web.max}}));
            QCOMPARE(run.boundsOf(u"demo.job"_s), (QJsonObject{{u"minReplicaCount"_s, job.min},
                                                               {u"maxReplicaCount"_s, job.max}}));
        }
        QVERIFY(!QFile::exists(m_folder->filePath(u"pwned"_s)));
    }

    void request_data() { shells_data(); }
    void request()
    {
        QFETCH(QStringList, shell);
        const Run run = runScript(shell, sampleNow);
        QCOMPARE(run.calls[0].args,
                 u"apply --server-side --validate=false --field-manager=spillway-schedule "
                 "--request-timeout=20s -f -"_s);
        const QJsonObject expected =
            boundsManifest(m_policy, 0, *rowAt(m_rows[0], sampleNow)).object;
        QCOMPARE(run.calls[0].object, expected);
        QCOMPARE(run.errors, QString());
        write(u"spillway/settings"_s, "namespace=shop\npolicy=demo\nforce=yes\n");
        QVERIFY(runScript(shell, sampleNow).calls[0].args.contains(u" --force-conflicts "_s));
    }

    void sameAgain_data() { shells_data(); }
    void sameAgain()
    {
        QFETCH(QStringList, shell);
        const Run first = runScript(shell, sampleNow + day);
        const Run again = runScript(shell, sampleNow + day + 2 * minute);
        QCOMPARE(first.calls[0].object, again.calls[0].object);
        QCOMPARE(first.calls[1].object, again.calls[1].object);
    }

    void clockSkew_data() { shells_data(); }
    void clockSkew()
    {
        QFETCH(QStringList, shell);
        // Behind: before the first row, its bounds hold. Around an edge: those of either side.
        const std::vector<TimelineRow> &rows = m_rows[0];
        const Run early = runScript(shell, rows.front().from - minute);
        QCOMPARE(early.calls.size(), 2U);
        QCOMPARE(early.boundsOf(u"demo.web"_s).value("minReplicas"_L1).toInt(), rows.front().min);
        const EpochMs edge = rows[3].from;
        for (const EpochMs skew : {-minute, minute}) {
            const Run run = runScript(shell, edge + skew);
            const int min = run.boundsOf(u"demo.web"_s).value("minReplicas"_L1).toInt();
            QVERIFY(min == rows[2].min || min == rows[3].min || min == rows[4].min);
        }
    }

    void expired_data() { shells_data(); }
    void expired()
    {
        QFETCH(QStringList, shell);
        const EpochMs later = sampleNow + 500 * day;
        const Run run = runScript(shell, later);
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.calls.size(), 4U);
        QCOMPARE(run.boundsOf(u"demo.web"_s),
                 (QJsonObject{{u"minReplicas"_s, 2}, {u"maxReplicas"_s, 10}}));
        QCOMPARE(run.calls[1].args, u"create --request-timeout=20s -f -"_s);
        const QJsonObject warning = run.calls[1].object;
        QCOMPARE(warning.value("type"_L1).toString(), u"Warning"_s);
        QCOMPARE(warning.value("reason"_L1).toString(), u"ScheduleExpired"_s);
        QCOMPARE(warning.value("eventTime"_L1).toString(), u"2028-03-15T00:00:00.000000Z"_s);
        QCOMPARE(warning.value("metadata"_L1).toObject().value("name"_L1).toString(),
                 u"demo.web.schedule-expired.20280315"_s);
        QVERIFY(warning.value("note"_L1).toString().contains(u"policy demo has ended"_s));
        QCOMPARE(warning.value("regarding"_L1).toObject().value("name"_L1).toString(),
                 u"demo.web"_s);
        // Written already today: nothing to complain about.
        const Run again = runScript(shell, later, {u"EXISTS=1"_s});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.errors, QString());
    }

    void partialFailure_data() { shells_data(); }
    void partialFailure()
    {
        QFETCH(QStringList, shell);
        const Run run = runScript(shell, sampleNow, {u"REFUSE=demo.web"_s});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.calls.size(), 2U);
        QVERIFY(!run.boundsOf(u"demo.job"_s).isEmpty());
        QVERIFY2(run.errors.contains(u"schedule: web: the bounds"_s), qPrintable(run.errors));
    }

    void damage_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        QTest::addColumn<int>("applied");
        for (const QStringList &shell : {QStringList{u"dash"_s}, {u"busybox"_s, u"sh"_s}}) {
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::newRow(
                           qPrintable(shell.front() + u", "_s + QString::fromLatin1(what)))
                       << shell;
            };
            row("no timeline") << u"timeline.web"_s << QByteArray() << u"web: it has no timeline"_s
                               << 1;
            row("damaged") << u"timeline.web"_s << QByteArray("1 2 three 4\n")
                           << u"web: its timeline is damaged"_s << 1;
            row("unknown kind") << u"targets"_s
                                << QByteArray("web Deployment web 1 2\n"
                                              "job ScaledObject demo.job 0 8\n")
                                << u"web: the bounds"_s << 1;
            row("no targets") << u"targets"_s << QByteArray() << u"there are no targets"_s << 0;
            row("no namespace") << u"settings"_s << QByteArray("policy=demo\n") << u"no namespace"_s
                                << 0;
        }
    }
    void damage()
    {
        QFETCH(QStringList, shell);
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        QFETCH(int, applied);
        if (text.isEmpty()) {
            QVERIFY(QFile::remove(m_folder->filePath(u"spillway/"_s + file)));
        } else {
            write(u"spillway/"_s + file, text);
        }
        const Run run = runScript(shell, sampleNow);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(complaint), qPrintable(run.errors));
        QCOMPARE(static_cast<int>(run.calls.size()), applied);
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    [[nodiscard]] Run runScript(const QStringList &shell, EpochMs now,
                                const QStringList &more = {}) const
    {
        QDir(m_folder->filePath(u"calls"_s)).removeRecursively();
        QDir(m_folder->path()).mkpath(u"calls"_s);
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.setEnvironment(
            QStringList{u"PATH=%1:/usr/bin:/bin"_s.arg(m_folder->filePath(u"bin"_s)),
                        u"CALLS="_s + m_folder->filePath(u"calls"_s),
                        u"SPILLWAY_SCHEDULE_DIR="_s + m_folder->filePath(u"spillway"_s),
                        u"SPILLWAY_NOW=%1"_s.arg(now / second)} +
            more);
        QStringList arguments = shell.sliced(1);
        arguments << m_folder->filePath(u"spillway/schedule.sh"_s);
        process.start(shell.front(), arguments);
        Run run;
        if (!process.waitForFinished(60'000)) {
            run.errors = process.errorString();
            return run;
        }
        run.exitCode = process.exitCode();
        run.errors = QString::fromUtf8(process.readAllStandardError());
        for (int i = 1; QFile::exists(m_folder->filePath(u"calls/%1.args"_s.arg(i))); ++i) {
            const QString base = m_folder->filePath(u"calls/%1"_s.arg(i));
            run.calls.push_back({QString::fromUtf8(bytesOf(base + u".args"_s)).trimmed(),
                                 QJsonDocument::fromJson(bytesOf(base + u".in"_s)).object()});
        }
        return run;
    }

    Policy m_policy;
    QJsonObject m_data;
    std::vector<std::vector<TimelineRow>> m_rows;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestScheduleScript)
#include "tst_schedulescript.moc"
