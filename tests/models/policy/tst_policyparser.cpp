// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamldocument.h"
#include "policy/policyfields.h"
#include "policy/policymigration.h"
#include "policy/policyparser.h"
#include "policy/policyscaling.h"
#include "policy/policywriter.h"
#include "policysamples.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// One line a problem, as bad/*.txt hold them.
QByteArray problemsText(const PolicyReading &reading)
{
    QString text;
    for (const Error &problem : reading.problems) {
        const DocumentPosition position = problem.position.value_or(DocumentPosition{});
        text +=
            u"%1:%2 %3: %4. %5\n"_s.arg(position.line)
                .arg(position.column)
                .arg(position.path.isEmpty() ? u"-"_s : position.path, problem.why, problem.advice);
    }
    return text.toUtf8();
}

QByteArray deepList(int depth)
{
    return "a: " + QByteArray(depth, '[') + QByteArray(depth, ']');
}

QByteArray laughs()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int j = 0; j < 9; ++j) {
            text += ", " + before;
        }
        text += "]\n";
    }
    return text;
}

/// One long text a great many times: small, until its aliases are filled in.
QByteArray echo()
{
    QByteArray text = "a: &a " + QByteArray(1024 * 1024, 'x') + "\nspec:\n  components:\n";
    for (int i = 0; i < 10'000; ++i) {
        text += "    - {name: *a, target: {name: *a}, engine: *a}\n";
    }
    return text;
}

/// Lists in lists, each with an anchor: each would be kept whole.
QByteArray anchorsInAnchors()
{
    QByteArray text = "a: ";
    for (int i = 0; i < 150; ++i) {
        text += "&a" + QByteArray::number(i) + " [";
    }
    text += QByteArray("x, ").repeated(20'000) + QByteArray(150, ']') + '\n';
    return text;
}

/// As large as a file may be, most of it in windows of one component.
QByteArray manyWindows()
{
    QByteArray text = webWith("      windows:\n");
    for (int i = 0; i < 39'000; ++i) {
        text += "        - {name: w" + QByteArray::number(i) + ", min: 3}\n";
    }
    text += QByteArray("# filled up\n").repeated((10'485'760 - text.size()) / 12);
    return text;
}

} // namespace

class TestPolicyParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfSecrets_data()
    {
        QTest::addColumn<bool>("isSecret");
        for (const char *name : {"keyspace", "author", "max_tokens", "monkey", "X-Scope-OrgID"}) {
            QTest::newRow(name) << false;
        }
        for (const char *name : {"pwd", "api_key", "access-token", "apiKey", "accessToken",
                                 "X-Api-Key", "Authorization", "Set-Cookie", "APIKEY"}) {
            QTest::newRow(name) << true;
        }
    }

    void namesOfSecrets()
    {
        QTEST(namesSecret(QString::fromLatin1(QTest::currentDataTag())), "isSecret");
    }

    void example()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"example.yaml"_s)), u"example.yaml"_s);
        QCOMPARE(problemsText(reading), QByteArray());
        const Policy &policy = reading.policy;
        QCOMPARE(policy.name, u"kotaemon"_s);
        QCOMPARE(policy.timezone, u"Asia/Shanghai"_s);
        QCOMPARE(policy.holidays, (std::vector{DateSpan{QDate(2026, 10, 1), QDate(2026, 10, 7)}}));
        QCOMPARE(policy.components.size(), 4U);
        const PolicyComponent &worker = policy.components[0];
        QCOMPARE(worker.engine, PolicyComponent::Engine::Hpa);
        QCOMPARE(worker.target, (PolicyObject{u"apps/v1"_s, u"Deployment"_s, u"rag-worker"_s}));
        QCOMPARE(worker.windows.size(), 2U);
        QCOMPARE(worker.windows[0].days.to_ulong(), 0b0011111UL);
        QCOMPARE(worker.windows[0].position.line, 16);
        QCOMPARE(worker.events[0].rampIn, std::chrono::minutes{30});
        QCOMPARE(worker.coldStart.warmReplicas, 3);
        QVERIFY(worker.coldStart.leadTimeMeasured);
        QCOMPARE(worker.cost.tags.value(u"team"_s), u"assist"_s);
        const PolicyComponent &consumer = policy.components[2];
        QCOMPARE(consumer.metrics.size(), 2U);
        QCOMPARE(std::get<PolicyRabbitmqTrigger>(consumer.metrics[1]).value, 50.0);
        QCOMPARE(consumer.quota->spec.tokensPerMinute, 90000.0);
        QCOMPARE(consumer.degrade->to, PolicyDegrade::To::CachedAnswer);
        QCOMPARE(policy.components[3].breakers[0].spec.waitInOpenSeconds, 30.0);
        QCOMPARE(policy.alerts[0].holdFor, std::chrono::minutes{5});
        QCOMPARE(policy.assertions[0].value, 20.0);
        QCOMPARE(policy.assertions[1].unit, u"CNY"_s);
    }

    void everyField()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        QCOMPARE(problemsText(reading), QByteArray());
    }

    void positions()
    {
        const QByteArray text = bytesOf(policyData(u"example.yaml"_s));
        const PolicyReading reading = parsePolicy(text, u"p.yaml"_s);
        const DocumentPosition max = reading.positions.of(u"spec.components[0].replicas.max"_s);
        QCOMPARE(max.toString(), u"p.yaml:11:31 spec.components[0].replicas.max"_s);
        // What is not in the file is placed at what is around it.
        const DocumentPosition absent =
            reading.positions.of(u"spec.components[1].behavior.scaleUp.tolerance"_s);
        QCOMPARE(absent.line, 22);
        QVERIFY(!reading.positions.contains(u"spec.components[1].behavior"_s));
    }

    void badDocuments_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files =
            QDir(policyData(u"bad"_s)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 25);
        for (const QString &file : files) {
            QTest::newRow(qPrintable(file)) << file.chopped(5);
        }
    }
    void badDocuments()
    {
        QFETCH(QString, name);
        const QString base = policyData(u"bad/"_s + name);
        const PolicyReading reading = parsePolicy(bytesOf(base + u".yaml"_s), name + u".yaml"_s);
        QVERIFY(!reading.ok());
        for (const Error &problem : reading.problems) {
            QVERIFY(!problem.what.isEmpty() && !problem.why.isEmpty() && problem.position);
            QVERIFY(problem.position->line > 0 || problem.code == ErrorCode::TooLarge);
        }
        compareGolden(base + u".txt"_s, problemsText(reading));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("11 MB") << QByteArray(11 * 1024 * 1024, 'a') << ErrorCode::TooLarge;
        QTest::newRow("billion laughs") << laughs() << ErrorCode::TooLarge;
        QTest::newRow("echo") << echo() << ErrorCode::TooLarge;
        QTest::newRow("anchors in anchors") << anchorsInAnchors() << ErrorCode::TooLarge;
        QTest::newRow("10 MB of values") << "a: [" + QByteArray("1,").repeated(5'000'000) + "1]\n"
                                         << ErrorCode::TooLarge;
        QTest::newRow("10 MB of nothing")
            << QByteArray("# x\n").repeated(2'621'440) << ErrorCode::InvalidDocument;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfek\0i\0n\0d\0", 10)
                                << ErrorCode::InvalidDocument;
        QTest::newRow("half a letter")
            << QByteArray("kind: \xe5\xa4\n") << ErrorCode::InvalidDocument;
        QTest::newRow("overlong letter")
            << QByteArray("kind: \xc0\xaf\n") << ErrorCode::InvalidDocument;
        QTest::newRow("not UTF-8") << QByteArray("kind: \xff\xfe\n") << ErrorCode::InvalidDocument;
        QTest::newRow("NUL") << QByteArray("kind: a\0b\n", 10) << ErrorCode::InvalidDocument;
        QTest::newRow("deep") << deepList(100'000) << ErrorCode::InvalidDocument;
        QTest::newRow("tab") << QByteArray("kind: x\nspec:\n\ta: b\n")
                             << ErrorCode::InvalidDocument;
        QTest::newRow("alias of itself")
            << QByteArray("a: &a [*a]\n") << ErrorCode::InvalidDocument;
        QTest::newRow("empty") << QByteArray() << ErrorCode::InvalidDocument;
        QTest::newRow("newer") << QByteArray("apiVersion: spillway.dev/v7\nkind: ScalingPolicy\n")
                               << ErrorCode::UnsupportedVersion;
    }
    void hostile()
    {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const PolicyReading reading = parsePolicy(text, u"x.yaml"_s);
        QVERIFY(!reading.ok());
        QCOMPARE(errorCodeName(reading.problems.front().code), errorCodeName(code));
    }

    void manyKeys()
    {
        // As many unknown keys as a hostile file has: no quadratic work.
        QByteArray text = "apiVersion: spillway.dev/v1\n";
        for (int i = 0; i < 20'000; ++i) {
            text += "key" + QByteArray::number(i) + ": 1\n";
        }
        const PolicyReading reading = parsePolicy(text, u"x.yaml"_s);
        QVERIFY(reading.problems.size() > 20'000U);
    }

    /// The largest file that is read, and a byte more.
    void tenMegabytes()
    {
        QByteArray text = manyWindows();
        const PolicyReading reading = parsePolicy(text, u"x.yaml"_s);
        QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems[0].sentence()));
        QCOMPARE(reading.policy.components[0].windows.size(), 39'000U);
        text += QByteArray(10'485'760 - text.size() + 1, '#');
        const PolicyReading larger = parsePolicy(text, u"x.yaml"_s);
        QCOMPARE(larger.problems.size(), 1U);
        QCOMPARE(larger.problems[0].code, ErrorCode::TooLarge);
    }

    /// What editors of other systems put there.
    void byteOrderMarksAndLineEnds()
    {
        const QByteArray text = bytesOf(policyData(u"example.yaml"_s));
        QByteArray other = "\xef\xbb\xbf" + text;
        other.replace("\n", "\r\n");
        const PolicyReading reading = parsePolicy(other, u"x.yaml"_s);
        QCOMPARE(problemsText(reading), QByteArray());
        QCOMPARE(writePolicy(reading.policy), writePolicy(parsePolicy(text, {}).policy));
    }

    void anchors()
    {
        const PolicyReading reading =
            parsePolicy(policyWith("  components:\n"
                                   "    - name: a\n"
                                   "      target: {name: a}\n"
                                   "      engine: hpa\n"
                                   "      replicas: &bounds {min: 1, max: 4}\n"
                                   "      metrics: &metrics [{cpu: {averageUtilization: 50}}]\n"
                                   "    - name: b\n"
                                   "      target: {name: b}\n"
                                   "      engine: hpa\n"
                                   "      replicas: *bounds\n"
                                   "      metrics: *metrics\n"),
                        u"x.yaml"_s);
        QCOMPARE(problemsText(reading), QByteArray());
        QCOMPARE(reading.policy.components[1].maxReplicas, 4);
        QCOMPARE(reading.positions.of(u"spec.components[1].replicas"_s).line, 14);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("example") << u"example.yaml"_s;
        QTest::newRow("full") << u"full.yaml"_s;
    }
    void roundTrip()
    {
        QFETCH(QString, name);
        const PolicyReading first = parsePolicy(bytesOf(policyData(name)), name);
        const QByteArray written = writePolicy(first.policy);
        const PolicyReading second = parsePolicy(written, u"written"_s);
        QCOMPARE(problemsText(second), QByteArray());
        QCOMPARE(writePolicy(second.policy), written);
    }

    void migration()
    {
        const PolicyMigration step{"spillway.dev/v1beta1"_L1, "spillway.dev/v1"_L1,
                                   [](YamlValue &root) { root.entries.back().key = u"spec"_s; }};
        const auto document = YamlDocument::parse(
            "apiVersion: spillway.dev/v1beta1\nkind: ScalingPolicy\nrules: {}\n", u"old"_s);
        QVERIFY_RESULT(document);
        const auto migrated = migratePolicy(*document, std::span(&step, 1));
        QVERIFY_RESULT(migrated);
        QCOMPARE(migrated->root().entries[0].value.text, u"spillway.dev/v1"_s);
        QCOMPARE(migrated->root().entries[2].key, u"spec"_s);
        QCOMPARE(migrated->root().entries[2].line, 3);
        const auto refused = migratePolicy(*document, {});
        QVERIFY_ERROR(refused, ErrorCode::UnsupportedVersion);
        QCOMPARE(refused.error().position->line, 1);
    }

    void engineValues()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        const HpaSpec hpa = hpaSpecOf(reading.policy.components[0]);
        QCOMPARE(hpa.metrics.size(), 13U);
        QCOMPARE(hpa.metrics[1].averageValue, 1'073'741'824'000);
        QCOMPARE(hpa.metrics[9].value, 2'000'000);
        QCOMPARE(hpa.behavior->scaleUp.tolerance, 0.05);
        QCOMPARE(hpa.behavior->scaleDown.select, HpaRules::Select::Disabled);
        const KedaSpec keda = kedaSpecOf(reading.policy, reading.policy.components[1]);
        QCOMPARE(keda.triggers.size(), 6U);
        QCOMPARE(keda.triggers[0].targetMilli, 12'500);
        QVERIFY(keda.triggers[0].nullIsZero);
        QVERIFY(!keda.triggers[1].nullIsZero);
        QCOMPARE(keda.triggers[1].metricType, HpaMetric::TargetType::Value);
        QCOMPARE(keda.triggers[2].metricType, HpaMetric::TargetType::Value);
        QCOMPARE(keda.triggers[3].metricType, HpaMetric::TargetType::AverageValue);
        QCOMPARE(keda.triggers[2].partitions, 24);
        QVERIFY(!keda.triggers[3].partitions);
        QCOMPARE(keda.triggers[4].cron->desiredReplicas, 3);
        QCOMPARE(keda.fallback->replicas, 4);
        QCOMPARE(keda.idleReplicas, 0);
    }

    void scheduleValues()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"example.yaml"_s)), u"example.yaml"_s);
        PolicyContext context;
        context.calendarDays = {{QDate(2026, 10, 8), QDate(2026, 10, 8)}};
        context.measuredLeadTimes.insert(u"rag-worker"_s, std::chrono::seconds{42});
        const PolicyComponent &worker = reading.policy.components[0];
        const Schedule schedule = scheduleOf(reading.policy, worker, context);
        QCOMPARE(schedule.baseFloor, 3);                       // warm replicas
        QCOMPARE(schedule.leadTime, std::chrono::seconds{60}); // in steps of 30 s
        QCOMPARE(schedule.holidays,
                 (std::vector{DateSpan{QDate(2026, 10, 1), QDate(2026, 10, 8)}}));
        QCOMPARE(scheduleOf(reading.policy, worker, {}).leadTime, assumedLeadTime);
        const Schedule plain = scheduleOf(reading.policy, reading.policy.components[1], context);
        QCOMPARE(plain.leadTime, std::chrono::seconds{0});
        QVERIFY(!reading.policy.components[1].isScheduled());
    }
};

QTEST_GUILESS_MAIN(TestPolicyParser)
#include "tst_policyparser.moc"
