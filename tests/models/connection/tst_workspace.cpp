// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"

#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "apiVersion: spillway.dev/v1\nkind: Workspace\nname: shop\n";
const QByteArray minimal = head + "prometheus: {url: 'http://localhost:9090'}\n";

const QByteArray whole =
    head + "# production of the shop\n"
           "protected: true\n"
           "timezone: Asia/Shanghai\n"
           "\n"
           "prometheus:\n"
           "  url: https://mimir.example.org/prometheus/   # behind the VPN\n"
           "  auth: {kind: basic, user: console, passwordFrom: env:PASS}\n"
           "  headers: {X-Scope-OrgID: a|b}\n"
           "  ca: /etc/ca.pem\n"
           "  proxy: socks5h://localhost:1080\n"
           "  timeout: 45s\n"
           "kube: {config: /home/x/.kube/config, context: prod, ca: /etc/kube.pem, plugins: aws}\n"
           "namespaces: [kotaemon, shared]\n"
           "components:\n"
           "  - name: rag-worker\n"
           "    title: Retrieval\n"
           "    jobs: [rag-worker, rag-canary]\n"
           "  - {name: redis, kind: StatefulSet, workload: redis-main, namespace: shared}\n"
           "metrics: {llm_token_usage: tok.used}\n"
           "prices: {currency: CNY, cpuCoreHour: 0.31, memoryGibHour: 0.04,\n"
           "  perRequest: {rag-worker: 0.002, '*': 0.0001}, exchange: {USD: 7.1}}\n"
           "budget: {month: 9000}\n";

QStringList places(const WorkspaceReading &reading)
{
    QStringList out;
    for (const Error &error : reading.errors) {
        out.append(error.position->toString());
    }
    return out;
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const WorkspaceReading reading = readWorkspace(whole, u"/x/shop.yaml"_s);
        QCOMPARE(places(reading), QStringList());
        const Workspace &value = reading.workspace;
        QCOMPARE(value.id, u"shop"_s);
        QCOMPARE(value.name, u"shop"_s);
        QVERIFY(value.isProtected);
        QCOMPARE(value.timezone, u"Asia/Shanghai"_s);
        QCOMPARE(value.prometheus.url, QUrl(u"https://mimir.example.org/prometheus"_s));
        QCOMPARE(value.prometheus.auth.kind, AuthKind::Basic);
        QCOMPARE(value.prometheus.auth.secret.toString(), u"env:PASS"_s);
        QCOMPARE(value.prometheus.headers.value(u"X-Scope-OrgID"_s), u"a|b"_s);
        QCOMPARE(value.prometheus.proxy, u"socks5h://localhost:1080"_s);
        QCOMPARE(value.prometheus.timeout, 45s);
        QCOMPARE(value.kube.context, u"prod"_s);
        QCOMPARE(value.kube.ca, u"/etc/kube.pem"_s);
        QCOMPARE(value.kube.plugins, QStringList{u"aws"_s});
        QCOMPARE(value.namespaces, (QStringList{u"kotaemon"_s, u"shared"_s}));
        QCOMPARE(value.components.size(), 2U);
        QCOMPARE(value.components[0].jobs, (QStringList{u"rag-worker"_s, u"rag-canary"_s}));
        QCOMPARE(value.components[0].workload, u"rag-worker"_s);
        QCOMPARE(value.components[1].workload, u"redis-main"_s);
        QCOMPARE(value.components[1].ns, u"shared"_s);
        QCOMPARE(value.metrics.value(u"llm_token_usage"_s), u"tok.used"_s);
        QCOMPARE(value.prices.currency, u"CNY"_s);
        QCOMPARE(value.prices.cpuCoreHour, 0.31);
        QCOMPARE(value.prices.perRequest,
                 (QMap<QString, double>{{u"rag-worker"_s, 0.002}, {u"*"_s, 0.0001}}));
        QCOMPARE(value.prices.exchange.value(u"USD"_s), 7.1);
        QCOMPARE(value.budget.month, 9000.0);
        QVERIFY(!value.budget.event);
    }

    void minimalHasTheUsualComponents()
    {
        const WorkspaceReading reading = readWorkspace(minimal, u"m.yaml"_s);
        QCOMPARE(places(reading), QStringList());
        QVERIFY(reading.usable());
        QCOMPARE(reading.workspace.components, defaultComponents());
        QVERIFY(!reading.workspace.isProtected);
        QCOMPARE(reading.workspace.prometheus.timeout, 30s);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &yaml, const QStringList &expected,
                            const QString &text) {
            QTest::newRow(name) << yaml << expected << text;
        };
        const QByteArray url = "prometheus: {url: 'http://h'}\n";
        row("syntax", "name: [1,\n", {u"w.yaml:2:1"_s}, {});
        row("a list", "- a\n", {u"w.yaml:1:1"_s}, u"map"_s);
        row("empty", "", {u"w.yaml"_s}, u"map"_s);
        row("unknown key", minimal + "namspaces: [a]\n", {u"w.yaml:5:1"_s},
            u"Did you mean “namespaces”?"_s);
        row("nothing near", minimal + "qqqqqqqqqqqq: 1\n", {u"w.yaml:5:1"_s}, u"Known here"_s);
        row("twice", minimal + "name: b\n", {u"w.yaml:5:1"_s}, u"twice"_s);
        row("version", "apiVersion: spillway.dev/v9\nkind: Workspace\nname: a\n" + url,
            {u"w.yaml:1:13 apiVersion"_s}, u"newer"_s);
        row("kind", "apiVersion: spillway.dev/v1\nkind: Policy\nname: a\n" + url,
            {u"w.yaml:2:7 kind"_s}, u"Workspace"_s);
        row("no address", head, {u"w.yaml:1:1"_s}, u"missing"_s);
        row("bad address", head + "prometheus:\n  url: localhost\n",
            {u"w.yaml:5:8 prometheus.url"_s}, u"http://host:9090"_s);
        row("bad timeout", head + "prometheus:\n  url: http://h\n  timeout: soon\n",
            {u"w.yaml:6:12 prometheus.timeout"_s}, u"duration"_s);
        row("auth kind", head + "prometheus:\n  url: http://h\n  auth: {kind: kerberos}\n",
            {u"w.yaml:6:16 prometheus.auth.kind"_s}, u"client-certificate"_s);
        row("auth user", head + "prometheus:\n  url: http://h\n  auth: {kind: basic}\n",
            {u"w.yaml:6:9 prometheus.auth"_s}, u"missing"_s);
        row("proxy", head + "prometheus:\n  url: http://h\n  proxy: ftp://x\n",
            {u"w.yaml:6:10 prometheus.proxy"_s}, u"socks5"_s);
        for (const char *plugins : {"[all, aws]", "[aws, none]", "[]", "['']", "./bin/aws"}) {
            row(plugins, minimal + "kube:\n  plugins: " + plugins + "\n",
                {u"w.yaml:6:12 kube.plugins"_s}, u"absolute paths"_s);
        }
        row("component", minimal + "components:\n  - {name: a}\n  - {nam: b}\n  - {name: a}\n",
            {u"w.yaml:7:5 components[1]"_s, u"w.yaml:7:6 components[1]"_s,
             u"w.yaml:8:5 components[2]"_s},
            u"Did you mean “name”?"_s);
        row("many at once",
            minimal + "protected: maybe\ntimezone: Mars/Base\nprices: {currency: yuan, "
                      "cpuCoreHour: -1}\nbudget: [1]\n",
            {u"w.yaml:5:12 protected"_s, u"w.yaml:6:11 timezone"_s,
             u"w.yaml:7:20 prices.currency"_s, u"w.yaml:7:39 prices.cpuCoreHour"_s,
             u"w.yaml:8:9 budget"_s},
            {});
        row("prices", minimal + "prices: {perRequest: {a: -1}, exchange: {dollar: 7, USD: 0}}\n",
            {u"w.yaml:5:26 prices.perRequest.a"_s, u"w.yaml:5:50 prices.exchange.dollar"_s,
             u"w.yaml:5:58 prices.exchange.USD"_s},
            u"above 0"_s);
    }

    void problemsOfAService_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &yaml, const QStringList &expected,
                            const QString &text) {
            QTest::newRow(name) << yaml << expected << text;
        };
        const QByteArray service = "prometheus:\n  service: m/p:80\n";
        row("bad service", head + "prometheus:\n  service: prometheus\nkube: {context: c}\n",
            {u"w.yaml:5:12 prometheus.service"_s}, u"monitoring/prometheus:9090"_s);
        row("service without a cluster", head + service, {u"w.yaml:5:3 prometheus"_s},
            u"kube: {context: NAME}"_s);
        row("service and more",
            head + service +
                "  url: http://h\n  auth: {kind: none}\n  ca: /c\n  proxy: none\n"
                "kube: {context: c}\n",
            {u"w.yaml:6:8 prometheus.url"_s, u"w.yaml:7:9 prometheus.auth"_s,
             u"w.yaml:8:7 prometheus.ca"_s, u"w.yaml:9:10 prometheus.proxy"_s},
            u"as the kubeconfig says"_s);
    }
    void problemsOfAService() { problems(); }

    void problems()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, text);
        const WorkspaceReading reading = readWorkspace(yaml, u"w.yaml"_s);
        QTEST(places(reading), "expected");
        QString sentences;
        for (const Error &error : reading.errors) {
            sentences += error.sentence() + u'\n';
            QVERIFY(!error.why.isEmpty());
        }
        QVERIFY2(sentences.contains(text), qPrintable(sentences));
    }

    void theRestStillWorks()
    {
        const WorkspaceReading reading =
            readWorkspace(minimal + "colour: blue\nbudget: {month: 5}\n", u"w.yaml"_s);
        QCOMPARE(reading.errors.size(), 1U);
        QVERIFY(reading.usable());
        QCOMPARE(reading.workspace.budget.month, 5.0);
    }

    void secretsAreRefusedAndNeverQuoted_data()
    {
        QTest::addColumn<QByteArray>("part");
        const QByteArray at = "prometheus:\n  url: http://h\n  ";
        QTest::newRow("in the address") << QByteArray("prometheus: {url: 'http://u:canary42@h'}\n");
        QTest::newRow("password") << at + "auth: {kind: basic, user: u, password: canary42}\n";
        QTest::newRow("token") << at + "auth: {kind: bearer, token: canary42}\n";
        QTest::newRow("in passwordFrom")
            << at + "auth: {kind: basic, user: u, passwordFrom: canary42}\n";
        QTest::newRow("in the proxy") << at + "proxy: http://u:canary42@p:3128\n";
        QTest::newRow("in a header") << at + "headers: {authorization: Bearer canary42}\n";
        QTest::newRow("alias") << at + "auth: {kind: basic, password: *canary42}\n";
        QTest::newRow("broken address") << QByteArray("prometheus: {url: 'http//u:canary42@h'}\n");
    }

    void secretsAreRefusedAndNeverQuoted()
    {
        QFETCH(const QByteArray, part);
        const WorkspaceReading reading = readWorkspace(head + part, u"w.yaml"_s);
        QVERIFY(!reading.errors.empty());
        for (const Error &error : reading.errors) {
            QVERIFY2(!error.sentence().contains(u"canary42"_s), qPrintable(error.sentence()));
        }
        QVERIFY(!writeWorkspace(reading.workspace).contains("canary42"));
    }

    void anAddressSaysNothingOfNamespaces()
    {
        const Workspace workspace = workspaceForUrl(u"a"_s, QUrl(u"http://h:9090"_s));
        QVERIFY(workspace.namespaces.isEmpty());
        QCOMPARE(workspace.components, defaultComponents());
        QVERIFY(readWorkspace(writeWorkspace(workspace), u"a.yaml"_s).errors.empty());
    }

    void credentialsOfACallerAreNotWritten()
    {
        Workspace workspace = workspaceForUrl(u"a"_s, QUrl(u"http://u:canary42@h:9090"_s));
        workspace.prometheus.proxy = u"http://u:canary42@p:1"_s;
        QVERIFY(!writeWorkspace(workspace).contains("canary42"));
    }

    void writtenIsReadBack_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("whole") << whole;
        QTest::newRow("minimal") << minimal;
        QTest::newRow("odd texts")
            << head + "prometheus:\n  url: http://h\n  headers: {a: \"x: y # z\", "
                      "b: 'true', c: ' lead'}\nmetrics: {a: \"q\\\"{}\"}\n"
                      "namespaces: ['- x', '', '中文']\ncomponents: []\n";
        QTest::newRow("certificate")
            << head + "prometheus:\n  url: https://h\n  auth: {kind: client-certificate, "
                      "certificate: /c, key: /k}\n";
        QTest::newRow("one price per request") << minimal + "prices: {perRequest: 0.002}\n";
        QTest::newRow("service") << head + "prometheus:\n  service: m/https:p:web/prefix\n"
                                           "  headers: {X-Scope-OrgID: t}\nkube: {context: c}\n";
        QTest::newRow("token file")
            << head + "prometheus:\n  url: https://h\n  auth: {kind: token-file, tokenFile: /t}\n";
    }

    void writtenIsReadBack()
    {
        QFETCH(const QByteArray, yaml);
        const Workspace value = readWorkspace(yaml, u"w.yaml"_s).workspace;
        const WorkspaceReading again = readWorkspace(writeWorkspace(value), u"w.yaml"_s);
        QCOMPARE(places(again), QStringList());
        QCOMPARE(again.workspace, value);
    }

    void unchangedIsWrittenAsItWas()
    {
        const Workspace value = readWorkspace(whole, u"shop.yaml"_s).workspace;
        QCOMPARE(writeWorkspace(value, whole), whole);
    }

    void changesLeaveTheRestAlone()
    {
        Workspace value = readWorkspace(whole, u"shop.yaml"_s).workspace;
        value.budget.month = 12'000;
        value.isProtected = false;
        value.metrics.clear();
        const QByteArray text = writeWorkspace(value, whole);
        QVERIFY(text.contains("# production of the shop\n"));
        QVERIFY(text.contains("# behind the VPN"));
        QVERIFY(text.contains("namespaces: [kotaemon, shared]\n"));
        QVERIFY(text.contains("12000"));
        QVERIFY(!text.contains("protected"));
        const WorkspaceReading again = readWorkspace(text, u"shop.yaml"_s);
        QCOMPARE(places(again), QStringList());
        QCOMPARE(again.workspace, value);
    }

    void newKeysAreAppended()
    {
        Workspace value = readWorkspace(minimal, u"m.yaml"_s).workspace;
        value.timezone = u"Europe/Berlin"_s;
        QCOMPARE(writeWorkspace(value, minimal), minimal + "timezone: Europe/Berlin\n");
    }

    void rootInBracesIsWrittenAnew()
    {
        const QByteArray braces = "{apiVersion: spillway.dev/v1, kind: Workspace, name: a, "
                                  "prometheus: {url: 'http://h'}}\n";
        Workspace value = readWorkspace(braces, u"w.yaml"_s).workspace;
        value.name = u"b"_s;
        const WorkspaceReading again = readWorkspace(writeWorkspace(value, braces), u"w.yaml"_s);
        QCOMPARE(places(again), QStringList());
        QCOMPARE(again.workspace, value);
    }

    void cutFilesDoNotCrash()
    {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            const WorkspaceReading reading = readWorkspace(whole.first(i), u"w.yaml"_s);
            QVERIFY(reading.errors.empty() || reading.errors.front().position.has_value());
        }
    }

    void hugeFilesAreRefused()
    {
        const WorkspaceReading reading = readWorkspace(QByteArray(2'000'000, 'a'), u"w.yaml"_s);
        QCOMPARE(reading.errors.size(), 1U);
        QCOMPARE(reading.errors.front().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
