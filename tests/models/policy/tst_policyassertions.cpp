// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyassertions.h"
#include "policysamples.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Status = AssertionOutcome::Status;

const QByteArray parts =
    "  timezone: Asia/Shanghai\n"
    "  currency: CNY\n"
    "  components:\n"
    "    - name: web\n"
    "      target: {name: web}\n"
    "      engine: hpa\n"
    "      replicas: {min: 2, max: 20}\n"
    "      metrics:\n"
    "        - cpu: {averageUtilization: 50}\n"
    "        - pods: {name: rps, averageValue: 100}\n"
    "      windows:\n"
    "        - {name: office, days: [Mon-Fri], from: \"09:00\", to: \"18:00\", max: 20}\n"
    "        - {name: rest, otherwise: true, max: 5}\n"
    "      events:\n"
    "        - {name: sale, start: 2026-11-04T00:00, end: 2026-11-12T02:00, min: 12, max: 40}\n"
    "      cost: {perReplicaHour: 1}\n"
    "    - name: job\n"
    "      target: {name: job}\n"
    "      engine: keda\n"
    "      replicas: {min: 1, max: 12}\n"
    "      metrics:\n"
    "        - prometheus: {name: load, query: up, threshold: 10}\n"
    "        - rabbitmq: {queue: jobs, value: 50}\n"
    "    - name: tools\n"
    "  assertions:\n";

AssertionOutcome outcomeOf(const QByteArray &assertion)
{
    const PolicyReading reading =
        parsePolicy(policyWith(parts + "    - " + assertion + "\n"), u"p.yaml"_s);
    if (!reading.ok()) {
        return {Status::Undecided, {}, reading.problems.front().sentence(), {}};
    }
    return runAssertions(reading.policy, reading.positions, {}, sampleNow).front();
}

} // namespace

class TestPolicyAssertions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<QByteArray>("assertion");
        QTest::addColumn<Status>("status");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *assertion, Status status,
                            const char *detail = "") {
            QTest::newRow(name) << QByteArray(assertion) << status << QString::fromUtf8(detail);
        };
        row("ordinary week", R"({at: "Mon 09:05", component: web, expect: "replicas.max == 20"})",
            Status::Passed);
        row("before the edge", R"({at: "Mon 08:59", component: web, expect: "replicas.max == 20"})",
            Status::Failed, "it is 5 at Mon 2026-11-02 08:59 (rest)");
        row("at the edge", R"({at: "Mon 18:00", component: web, expect: "replicas.max == 5"})",
            Status::Passed);
        row("dated", R"({at: 2026-11-09T09:05, component: web, expect: "replicas.max == 40"})",
            Status::Passed);
        row("event", R"({event: sale, component: web, expect: "replicas.min >= 12"})",
            Status::Passed);
        row("event fails", R"({event: sale, component: web, expect: "replicas.max < 40"})",
            Status::Failed, "it is 40 at Wed 2026-11-04 00:00 (sale)");
        row("always", R"({component: web, expect: "replicas.min >= 2"})", Status::Passed);
        row("not always", R"({component: web, expect: "replicas.min != 12"})", Status::Failed,
            "it is 12 at Wed 2026-11-04 00:00 (sale)");
        row("no such component", R"({component: wob, expect: "replicas.min >= 2"})", Status::Failed,
            "there is no component “wob”");
        row("not scaled", R"({component: tools, expect: "replicas.min >= 2"})", Status::Failed,
            "nothing scales “tools”");
        row("no such event", R"({event: sail, component: web, expect: "replicas.min >= 2"})",
            Status::Failed, "“web” has no event “sail”");
        row("load",
            R"({at: "Mon 10:00", component: web, given: {rps: 950}, expect: "replicas == 10"})",
            Status::Passed);
        row("the greater of two loads",
            R"({at: "Mon 10:00", component: web, given: {rps: 950, cpu: 600}, expect: "replicas == 12"})",
            Status::Passed);
        row("capped",
            R"({at: "Sun 10:00", component: web, given: {rps: 950}, expect: "replicas == 10"})",
            Status::Failed, "it is 5 at Sun 2026-11-01 10:00 (rest)");
        row("not yet down",
            R"({at: "Mon 10:00", component: web, startReplicas: 9, given: {rps: 200}, after: 4m, expect: "replicas == 9"})",
            Status::Passed);
        row("down",
            R"({at: "Mon 10:00", component: web, startReplicas: 9, given: {rps: 200}, after: 10m, expect: "replicas == 2"})",
            Status::Passed);
        row("keda", R"({component: job, given: {load: 75}, expect: "replicas == 8"})",
            Status::Passed);
        row("keda queue", R"({component: job, given: {jobs: 10000}, expect: "replicas == 12"})",
            Status::Passed);
        row("cost decided by caps", R"({month: cost, component: web, expect: "<= 29000 CNY"})",
            Status::Passed);
        row("cost decided by floors", R"({month: cost, component: web, expect: "<= 1000 CNY"})",
            Status::Failed, "between 3380.00 (at the floors)");
        row("cost by traffic", R"({month: cost, component: web, expect: "<= 9000 CNY"})",
            Status::Undecided, "traffic decides");
        row("no price", R"({month: cost, expect: "<= 9000 CNY"})", Status::Undecided,
            "“job” has no cost.perReplicaHour");
        row("other currency", R"({month: cost, component: web, expect: "<= 9000 USD"})",
            Status::Failed, "prices are in CNY, not in USD");
    }
    void outcomes()
    {
        QFETCH(QByteArray, assertion);
        QFETCH(Status, status);
        QFETCH(QString, detail);
        const AssertionOutcome outcome = outcomeOf(assertion);
        QVERIFY2(outcome.detail.contains(detail), qPrintable(outcome.detail));
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.detail.isEmpty(), status == Status::Passed);
        QCOMPARE(outcome.position.line, 30);
        QVERIFY(!outcome.name.isEmpty());
    }

    void metricKeys()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        QStringList keys;
        for (const PolicyComponent &component : reading.policy.components) {
            for (const PolicyMetric &metric : component.metrics) {
                keys << metricKey(metric);
            }
        }
        const QString expected = u"cpu memory cpu memory cpu cpu memory memory requests hits hits "
                                 "queue_depth queue_age load jobs events audit  cpu"_s;
        QCOMPARE(keys.join(u' '), expected);
    }

    void restAndRamp()
    {
        const PolicyReading reading = parsePolicy(policyWith(parts + "    - {component: web, "
                                                                     "expect: \"replicas.min > "
                                                                     "0\"}\n"),
                                                  u"p.yaml"_s);
        const PolicyComponent &web = reading.policy.components[0];
        const TimelineRow bounds{sampleNow, sampleNow + 1, 2, 20, {}};
        const auto under = [&](double load, int start, int minutes) {
            return replicasUnder(reading.policy, web, {{u"rps"_s, load}}, bounds, start,
                                 std::chrono::minutes{minutes}, {});
        };
        QCOMPARE(under(0, 2, 15), 2);     // the floor
        QCOMPARE(under(1e6, 2, 15), 20);  // the cap
        QCOMPARE(under(205, 2, 15), 2);   // inside the tolerance
        QCOMPARE(under(230, 2, 15), 3);   // outside
        QCOMPARE(under(1200, 2, 0), 6);   // one sync: four more pods
        QCOMPARE(under(1200, 2, 15), 12); // at rest
        QCOMPARE(under(0, 0, 15), 0);     // someone switched it off
        QCOMPARE(under(500, 30, 0), 20);  // above the cap: cut at once
    }

    void example()
    {
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"example.yaml"_s)), u"example.yaml"_s);
        const auto outcomes = runAssertions(reading.policy, reading.positions, {}, sampleNow);
        QCOMPARE(outcomes.size(), 2U);
        QCOMPARE(outcomes[0].status, Status::Passed);
        QCOMPARE(outcomes[0].name, u"rag-worker at Mon 09:05: replicas.max == 20"_s);
        QCOMPARE(outcomes[1].status, Status::Undecided); // no prices in it
    }

    void junit()
    {
        const DocumentPosition place{u"p.yaml"_s, 3, 5, {}};
        const std::vector<AssertionOutcome> outcomes{
            {Status::Passed, u"a < b"_s, {}, place},
            {Status::Failed, u"b"_s, u"it is \"5\" & not 6"_s, place},
            {Status::Undecided, u"c"_s, u"no price"_s, place}};
        const QByteArray xml = junitXml(u"demo"_s, outcomes);
        QCOMPARE(
            xml,
            QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites>\n"
                       "  <testsuite name=\"demo\" tests=\"3\" failures=\"1\" errors=\"0\" "
                       "skipped=\"1\">\n"
                       "    <testcase classname=\"demo\" name=\"a &lt; b\" file=\"p.yaml\" "
                       "line=\"3\"/>\n"
                       "    <testcase classname=\"demo\" name=\"b\" file=\"p.yaml\" line=\"3\">\n"
                       "      <failure message=\"it is &quot;5&quot; &amp; not 6\"/>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"demo\" name=\"c\" file=\"p.yaml\" line=\"3\">\n"
                       "      <skipped message=\"no price\"/>\n"
                       "    </testcase>\n"
                       "  </testsuite>\n"
                       "</testsuites>\n"));
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            reader.readNext();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
};

QTEST_GUILESS_MAIN(TestPolicyAssertions)
#include "tst_policyassertions.moc"
