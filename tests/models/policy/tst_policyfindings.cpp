// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfindings.h"
#include "policysamples.h"

#include <QTest>

#include <utility>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Severity = PolicyFinding::Severity;

std::vector<PolicyFinding> findingsOf(const QByteArray &text, const PolicyContext &context = {})
{
    const PolicyReading reading = parsePolicy(text, u"p.yaml"_s);
    if (!reading.ok()) {
        return {{u"unreadable"_s,
                 Severity::Error,
                 {},
                 reading.problems.front().sentence(),
                 {},
                 std::nullopt,
                 {}}};
    }
    return findInPolicy(reading.policy, reading.positions, context, sampleNow);
}

QStringList idsOf(const std::vector<PolicyFinding> &findings)
{
    QStringList ids;
    for (const PolicyFinding &finding : findings) {
        ids << finding.id;
    }
    return ids;
}

QByteArray jobWith(const QByteArray &metrics, const QByteArray &lines = {},
                   const QByteArray &bounds = "{min: 1, max: 10}")
{
    return policyWith("  prometheus: {serverAddress: \"http://p:9090\"}\n"
                      "  components:\n"
                      "    - name: job\n"
                      "      target: {name: job}\n"
                      "      engine: keda\n"
                      "      replicas: " +
                      bounds + "\n      metrics:\n" + metrics + lines);
}

const QByteArray query = "        - prometheus: {query: up, threshold: 1}\n";

} // namespace

class TestPolicyFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calendars_data()
    {
        columns();
        row("unresolved",
            webWith("      windows:\n        - {name: nights, days: [Mon], max: 1}\n"),
            Severity::Error, 9);
        row("edge-in-gap",
            policyWith("  timezone: Europe/Berlin\n  components:\n    - name: web\n"
                       "      target: {name: web}\n      engine: hpa\n"
                       "      replicas: {min: 2, max: 10}\n      metrics:\n"
                       "        - cpu: {averageUtilization: 70}\n      windows:\n"
                       "        - {name: n, from: \"02:30\", to: \"05:00\", min: 3}\n"),
            Severity::Warning, 14);
        row("event-over",
            webWith("      events:\n        - {name: old, start: 2026-01-01T00:00, "
                    "end: 2026-01-02T00:00, min: 3}\n"),
            Severity::Info, 13);
        row("event-hard-end",
            webWith("      events:\n        - {name: sale, start: "
                    "2026-11-20T00:00, end: 2026-11-21T00:00, min: 8}\n"),
            Severity::Info, 13);
    }
    void calendars() { checkFinding(); }

    void components_data()
    {
        columns();
        row("assumed-lead-time", webWith("      coldStart: {leadTime: measured}\n"), Severity::Info,
            12);
        row("fixed-replicas", webWith({}).replace("min: 2, max: 10", "min: 4, max: 4"),
            Severity::Info, 9);
        row("pods-restart", webWith("      cost: {tags: {team: a}, labelPods: true}\n"),
            Severity::Warning, 12);
        row("quota-unknown", webWith("      quota: {model: m, rpm: 60}\n"), Severity::Info, 12);
        // 60 requests a minute of 10 s each keep 10 calls, at 2 a replica 5 replicas, busy.
        row("quota-useless-maximum",
            webWith("      quota: {model: m, rpm: 60, latency: 10s, concurrencyPerReplica: 2}\n"),
            Severity::Warning, 12);
        row("quota-counts-nothing",
            webWith("      quota: {model: m, tpm: 60, latency: 10s, tokensPerRequest: {input: 1, "
                    "output: 1}, countInput: false, countOutput: false}\n"),
            Severity::Warning, 12);
        row("quota-idle-field",
            webWith("      quota: {model: m, rpm: 6000, latency: 10s, burst: 5s}\n"),
            Severity::Info, 12);
        row("empty-mesh", webWith("      breakers: [{tool: t, mesh: {host: h}}]\n"),
            Severity::Warning, 12);
    }
    void components() { checkFinding(); }

    void triggers_data()
    {
        columns();
        row("null-counts-as-zero",
            jobWith("        - prometheus: {query: up, threshold: 1, ignoreNullValues: true}\n"),
            Severity::Warning, 12);
        row("assumed-prometheus",
            jobWith(query).replace("  prometheus: {serverAddress: \"http://p:9090\"}\n", ""),
            Severity::Info, 11);
        row("assumed-rabbitmq", jobWith("        - rabbitmq: {queue: q, value: 1}\n"),
            Severity::Info, 12);
        row("unsafe-tls",
            jobWith("        - prometheus: {query: up, threshold: 1, unsafeSsl: true}\n"),
            Severity::Warning, 12);
        row("divided-metric",
            jobWith("        - rabbitmq: {queue: q, value: 1, mode: DeliverGetRate, hostFromEnv: "
                    "R, metricType: AverageValue}\n"),
            Severity::Warning, 12);
        row("partitions-useless-maximum",
            jobWith("        - kafka: {bootstrapServers: k, consumerGroup: g, topic: t, "
                    "partitions: 4}\n"),
            Severity::Warning, 12);
        row("cpu-at-zero",
            jobWith("        - cpu: {averageUtilization: 70}\n", {}, "{min: 0, max: 10}"),
            Severity::Error, 10);
        row("idle-replicas", jobWith(query, "      keda: {idleReplicas: 1}\n", "{min: 2, max: 9}"),
            Severity::Warning, 13);
        row("unreachable-target",
            jobWith(query + "        - cron: {start: 0 6 * * *, end: 0 9 * * *, "
                            "desiredReplicas: 89}\n",
                    {}, "{min: 1, max: 100}"),
            Severity::Warning, 13);
    }
    void triggers() { checkFinding(); }

    void aPartOfTheTopicHasItsOwnNumberOfPartitions()
    {
        const auto ids = idsOf(
            findingsOf(jobWith("        - kafka: {bootstrapServers: k, consumerGroup: g, topic: t, "
                               "partitions: 4, partitionLimitation: \"1-2\"}\n")));
        QVERIFY(!ids.contains(u"unreadable"_s));
        QVERIFY(!ids.contains(u"partitions-useless-maximum"_s));
    }

    void assertions_data()
    {
        columns();
        row("unknown-component",
            webWith("  assertions: [{component: wep, expect: \"replicas.min > 1\"}]\n"),
            Severity::Error, 12);
        row("unknown-event",
            webWith("  assertions: [{component: web, event: e, expect: \"replicas.min > 1\"}]\n"),
            Severity::Error, 12);
        row("unknown-metric",
            webWith("  assertions: [{component: web, given: {cpuu: 1}, expect: "
                    "\"replicas > 1\"}]\n"),
            Severity::Error, 12);
        row("currency",
            webWith("  currency: EUR\n  assertions: [{month: cost, expect: \"< 1 CNY\"}]\n"),
            Severity::Error, 13);
    }
    void assertions() { checkFinding(); }

    void nothingToSay()
    {
        QCOMPARE(idsOf(findingsOf(webWith({}))), QStringList());
        QCOMPARE(idsOf(findingsOf(jobWith(query))), QStringList());
        PolicyContext context;
        context.measuredLeadTimes.insert(u"web"_s, std::chrono::seconds{20});
        QCOMPARE(idsOf(findingsOf(webWith("      coldStart: {leadTime: measured}\n"), context)),
                 QStringList());
        QCOMPARE(
            idsOf(findingsOf(webWith(
                "      quota: {model: m, rpm: 600, latency: 10s, concurrencyPerReplica: 2}\n"))),
            QStringList());
    }

    void idleSlices()
    {
        const QByteArray quota =
            webWith("      quota: {model: m, rpm: 6000, latency: 10s, slice: 5s}\n");
        QCOMPARE(idsOf(findingsOf(quota)), QStringList{u"quota-idle-field"_s});
        const QByteArray sliced = webWith(
            "      quota: {model: m, rpm: 6000, latency: 10s, slice: 5s, window: slices}\n");
        QCOMPARE(idsOf(findingsOf(sliced)), QStringList());
    }

    void sharedQuotas_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QStringList>("ids");
        const QByteArray limits = "model: m, rpm: 600, latency: 6s, concurrencyPerReplica: 2";
        // Each replica makes 20 calls a minute: 10 and 10 of them make 400, 10 and 25 make 700.
        QTest::newRow("they fit together") << QByteArray("{max: 10} " + limits)
                                           << QByteArray("{max: 10} " + limits) << QStringList{};
        QTest::newRow("too many together")
            << QByteArray("{max: 10} " + limits) << QByteArray("{max: 25} " + limits)
            << QStringList{u"quota-shared-maximum"_s};
        QTest::newRow("another model is another quota")
            << QByteArray("{max: 10} " + limits)
            << QByteArray("{max: 25} " + QByteArray(limits).replace("model: m", "model: n"))
            << QStringList{};
        QTest::newRow("only the useful ones count")
            << QByteArray("{max: 99} " + limits) << QByteArray("{max: 2} " + limits)
            << QStringList{u"quota-useless-maximum"_s, u"quota-shared-maximum"_s};
        QTest::newRow("tokens of one direction")
            << QByteArray("{max: 10} " + limits +
                          ", outputTpm: 30000, tokensPerRequest: {input: 900, output: 100}")
            << QByteArray("{max: 10} " + limits +
                          ", outputTpm: 30000, tokensPerRequest: {input: 900, output: 100}")
            << QStringList{u"quota-shared-maximum"_s};
        QTest::newRow("they do not agree")
            << QByteArray("{max: 10} " + limits)
            << QByteArray("{max: 10} " + QByteArray(limits).replace("rpm: 600", "rpm: 500"))
            << QStringList{u"quota-differs"_s};
        QTest::newRow("not known")
            << QByteArray("{max: 10} " + limits)
            << QByteArray("{max: 10} " + QByteArray(limits).replace(", latency: 6s", ""))
            << QStringList{u"quota-unknown"_s, u"quota-shared"_s};
    }

    void sharedQuotas()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QStringList, ids);
        QByteArray text = "  components:\n";
        const QByteArray component =
            "    - name: NAME\n      target: {name: NAME}\n      engine: hpa\n"
            "      replicas: {min: 1, MAX\n      metrics: [{cpu: {averageUtilization: 70}}]\n"
            "      quota: {QUOTA}\n";
        for (const auto &[name, one] : {std::pair{"a", first}, std::pair{"b", second}}) {
            const qsizetype end = one.indexOf('}') + 1;
            text += QByteArray(component)
                        .replace("NAME", name)
                        .replace("MAX", one.mid(1, end - 1))
                        .replace("QUOTA", one.mid(end + 1));
        }
        const auto findings = findingsOf(policyWith(text));
        QStringList found = idsOf(findings);
        found.sort();
        ids.sort();
        QCOMPARE(found, ids);
        for (const PolicyFinding &finding : findings) {
            if (finding.id == "quota-shared-maximum"_L1) {
                QVERIFY2(finding.text.contains(u"“a” (up to "_s) &&
                             finding.text.contains(u"“b” (up to "_s),
                         qPrintable(finding.text));
                QCOMPARE(finding.component, u"b"_s);
            }
        }
    }

    void aToleranceThatTheServerIgnores()
    {
        const QByteArray text = webWith("      behavior: {scaleUp: {tolerance: 0.05}}\n");
        PolicyContext old;
        old.controller.kubernetesMinor = 34;
        QCOMPARE(idsOf(findingsOf(text)), QStringList());
        const auto findings = findingsOf(text, old);
        QCOMPARE(idsOf(findings), QStringList{u"tolerance-ignored"_s});
        QVERIFY2(findings[0].text.contains(u"1.34"_s), qPrintable(findings[0].text));
        QCOMPARE(idsOf(findingsOf(webWith(""), old)), QStringList());
    }

    void gravestFirst()
    {
        const auto findings =
            findingsOf(webWith("      cost: {tags: {team: a}, labelPods: true}\n"
                               "      quota: {model: m, rpm: 60}\n"
                               "  assertions: [{component: wep, expect: \"replicas.min > 1\"}]\n"));
        QCOMPARE(idsOf(findings),
                 (QStringList{u"unknown-component"_s, u"pods-restart"_s, u"quota-unknown"_s}));
        QCOMPARE(findings[0].advice, u"Did you mean “web”?"_s);
    }

    void floorAboveCapNamesBothLines()
    {
        const auto findings =
            findingsOf(webWith("      windows:\n"
                               "        - {name: low, days: [Mon], max: 4}\n"
                               "        - {name: high, days: [Mon-Tue], min: 6}\n"));
        QCOMPARE(findings[0].id, u"unresolved"_s);
        QVERIFY2(findings[0].text.contains(u"p.yaml:13"_s) &&
                     findings[0].text.contains(u"p.yaml:14"_s),
                 qPrintable(findings[0].text));
    }

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("id");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<int>("line");
    }

    static void row(const char *id, const QByteArray &text, Severity severity, int line)
    {
        QTest::newRow(id) << text << QString::fromLatin1(id) << severity << line;
    }

    static void checkFinding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, id);
        QFETCH(Severity, severity);
        QFETCH(int, line);
        const std::vector<PolicyFinding> findings = findingsOf(text);
        const auto found =
            std::find_if(findings.begin(), findings.end(),
                         [&](const PolicyFinding &finding) { return finding.id == id; });
        QVERIFY2(found != findings.end(), qPrintable(idsOf(findings).join(u' ')));
        QCOMPARE(found->severity, severity);
        QCOMPARE(found->position.line, line);
        QVERIFY(!found->text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPolicyFindings)
#include "tst_policyfindings.moc"
