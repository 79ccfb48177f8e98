// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// spillwayctl override as a person on call and a script run it, against the demo's API server.
#include "policy/overrides.h"
#include "support/faultserver.h"
#include "support/kubeworld.h"
#include "support/serverprocess.h"
#include "support/terminal.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Prometheus' answer to an instant query, a pod with each generation.
QByteArray generations(const QMap<QString, int> &pods)
{
    QJsonArray result;
    for (auto pod = pods.begin(); pod != pods.end(); ++pod) {
        result.append(
            QJsonObject{{u"metric"_s, QJsonObject{{u"__name__"_s, u"breaker_override_generation"_s},
                                                  {u"namespace"_s, KubeWorld::nameSpace},
                                                  {u"pod"_s, pod.key()}}},
                        {u"value"_s, QJsonArray{1'790'000'000, QString::number(pod.value())}}});
    }
    const QJsonObject data{{u"resultType"_s, u"vector"_s}, {u"result"_s, result}};
    return FaultServer::response(
        "200 OK",
        QJsonDocument(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}}).toJson(),
        "Content-Type: application/json\r\n");
}

} // namespace

class TestOverrideCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<KubeWorld> m_world;
    QTemporaryDir m_folder;

    Run ctl(const QStringList &arguments, const Terminal *terminal = nullptr)
    {
        QProcess process;
        if (terminal != nullptr) {
            terminal->give(process);
        } else {
            dieWithParent(process);
        }
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                      QStringList{u"override"_s} + arguments +
                          QStringList{u"--kubeconfig"_s, m_world->kubeconfig()});
        if (!finished.wait(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                terminal != nullptr ? terminal->shown() : process.readAllStandardError()};
    }
    Run force(const QString &breaker, const QStringList &more = {u"--yes"_s},
              const Terminal *terminal = nullptr)
    {
        return ctl(QStringList{u"set"_s, u"--service"_s, u"tool-router"_s, u"--breaker"_s, breaker,
                               u"--mode"_s, u"forced-open"_s, u"--for"_s, u"30m"_s, u"--reason"_s,
                               u"vendor outage"_s} +
                       more,
                   terminal);
    }
    /// As the watched system reads them.
    [[nodiscard]] OverrideSet stored() const
    {
        const QJsonObject map =
            m_world->server()
                ->client(u"test"_s)
                .get({{}, u"configmaps"_s, KubeWorld::nameSpace, QString{overridesName}, {}})
                .document;
        const Result<OverrideSet> set = parseOverrides(map["data"_L1].toObject());
        return set ? *set : OverrideSet{.generation = -1, .overrides = {}};
    }
    [[nodiscard]] QString write(const QByteArray &workspace) const
    {
        QFile file(m_folder.filePath(u"prod.yaml"_s));
        return file.open(QIODevice::WriteOnly) && file.write(workspace) == workspace.size()
                   ? file.fileName()
                   : QString{};
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<KubeWorld>();
        QVERIFY(m_world->works());
    }

    void setListClear()
    {
        const Run set = force(u"search"_s, {u"-y"_s, u"--then"_s, u"half-open"_s, u"--ticket"_s,
                                            u"OPS-1"_s, u"--by"_s, u"ana"_s});
        QVERIFY2(set.exitCode == 0, set.err.constData());
        QVERIFY2(set.out.startsWith("o-1: FORCED_OPEN of tool-router/search until 20"),
                 set.out.constData());
        QVERIFY(set.out.endsWith(" (then=HALF_OPEN); generation 1\n"));
        QCOMPARE(stored().overrides.size(), 1U);
        const PolicyOverride one = stored().overrides.front();
        QCOMPARE(one.by, u"ana"_s);
        QCOMPARE(one.ticket, u"OPS-1"_s);
        QCOMPARE(one.then, u"HALF_OPEN"_s);

        const Run json = force(u"orders"_s, {u"--yes"_s, u"--json"_s});
        QCOMPARE(json.out, QByteArray("{\"generation\":2,\"id\":\"o-2\"}\n"));
        QCOMPARE(stored().overrides.back().by, u"admin"_s); // as the cluster sees us

        const Run text = ctl({u"list"_s});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.startsWith("ID ") && text.out.contains("tool-router/orders"),
                 text.out.constData());
        QVERIFY(text.out.endsWith("2 overrides in kotaemon; generation 2.\n"));
        const QJsonObject listed =
            QJsonDocument::fromJson(ctl({u"list"_s, u"--json"_s}).out).object();
        QCOMPARE(listed["generation"_L1].toInt(), 2);
        QCOMPARE(listed["overrides"_L1][0]["breaker"_L1].toString(), u"search"_s);
        QVERIFY(listed["acknowledgement"_L1].isUndefined());

        const Run cleared = ctl({u"clear"_s, u"o-1"_s, u"o-2"_s, u"--yes"_s});
        QVERIFY2(cleared.exitCode == 0, cleared.err.constData());
        QCOMPARE(cleared.out, QByteArray("Cleared o-1, o-2; generation 4\n"));
        QVERIFY(stored().overrides.empty());
        QCOMPARE(ctl({u"list"_s}).out, QByteArray("No overrides in kotaemon; generation 4.\n"));
    }

    void replacesOne()
    {
        QCOMPARE(force(u"search"_s).exitCode, 0);
        QCOMPARE(force(u"orders"_s, {u"--yes"_s, u"--id"_s, u"o-1"_s}).exitCode, 0);
        QCOMPARE(stored().overrides.size(), 1U);
        QCOMPARE(stored().overrides.front().breaker, u"orders"_s);
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("err");
        const QStringList set{u"set"_s, u"--service"_s, u"a"_s,        u"--breaker"_s,
                              u"b"_s,   u"--mode"_s,    u"disabled"_s, u"--yes"_s};
        const QStringList why{u"--reason"_s, u"x"_s};
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray{};
        QTest::newRow("no reason")
            << set + QStringList{u"--for"_s, u"1h"_s} << 2 << QByteArray{"--reason"};
        QTest::newRow("no end") << set + why << 2 << QByteArray{"the end is missing"};
        QTest::newRow("two ends") << set + why +
                                         QStringList{u"--for"_s, u"1h"_s, u"--until"_s, u"now+1h"_s}
                                  << 2 << QByteArray{"--until"};
        QTest::newRow("no such context")
            << set + why + QStringList{u"--for"_s, u"1h"_s, u"--context"_s, u"none"_s} << 1
            << QByteArray{"none"};
        QTest::newRow("no id") << QStringList{u"clear"_s, u"--yes"_s} << 2 << QByteArray{"id"};
        QTest::newRow("unknown id")
            << QStringList{u"clear"_s, u"o-7"_s, u"--yes"_s} << 1 << QByteArray{"o-7"};
        QTest::newRow("bad server") << QStringList{u"list"_s, u"--prometheus"_s, u"nowhere"_s} << 2
                                    << QByteArray{"nowhere"};
    }
    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, err);
        const Run run = ctl(arguments);
        QVERIFY2(run.err.contains(err), run.err.constData());
        QTEST(run.exitCode, "exitCode");
        QCOMPARE(stored().generation, 0);
    }

    void nobodyToAsk()
    {
        const Run run = force(u"search"_s, {});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--yes"), run.err.constData());
        QCOMPARE(stored().generation, 0);
    }

    void atATerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<bool>("isSet");
        const QStringList isProtected{u"--protected"_s};
        QTest::newRow("yes") << QByteArray{"y\n"} << QStringList{} << true;
        QTest::newRow("no") << QByteArray{"n\n"} << QStringList{} << false;
        QTest::newRow("enter") << QByteArray{"\n"} << QStringList{} << false;
        QTest::newRow("end of input") << QByteArray{"\x04"} << QStringList{} << false;
        QTest::newRow("protected, yes") << QByteArray{"yes\n"} << isProtected << false;
        QTest::newRow("protected, its name")
            << QByteArray{"admin@spillway-demo\n"} << isProtected << true;
    }
    void atATerminal()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QStringList, more);
        const Terminal terminal;
        QVERIFY(terminal.type(typed));
        const Run run = force(u"search"_s, more, &terminal);
        QVERIFY2(run.err.contains("Set FORCED_OPEN of tool-router/search until 20") &&
                     run.err.contains("in the context admin@spillway-demo."),
                 run.err.constData());
        QCOMPARE(run.err.contains("Type its name"), !more.isEmpty());
        QFETCH(bool, isSet);
        QCOMPARE(run.exitCode, isSet ? 0 : 1);
        QCOMPARE(stored().generation, isSet ? 1 : 0);
        QCOMPARE(run.err.contains("Nothing was written"), !isSet);
    }

    /// A workspace says where, and that it is production.
    void workspace()
    {
        const QByteArray text = "apiVersion: spillway.dev/v1\nkind: Workspace\nname: prod\n"
                                "protected: true\nnamespaces: [kotaemon]\n"
                                "prometheus: {url: 'http://127.0.0.1:1'}\n"
                                "kube: {context: admin@spillway-demo}\n";
        const QString file = write(text);
        const Terminal terminal;
        QVERIFY(terminal.type("yes\n"));
        const Run asked = force(u"search"_s, {u"--workspace"_s, file}, &terminal);
        QVERIFY2(asked.exitCode == 1 && asked.err.contains("Type its name"), asked.err.constData());
        QCOMPARE(force(u"search"_s, {u"--workspace"_s, file, u"--yes"_s}).exitCode, 0);
        // The overrides are shown although its metrics are away.
        const Run listed = ctl({u"list"_s, u"--workspace"_s, file});
        QCOMPARE(listed.exitCode, 1);
        QVERIFY(listed.out.contains("generation 1.") && listed.err.contains("127.0.0.1"));
    }

    void acknowledgements()
    {
        FaultServer prometheus(FaultServer::answer(generations({{u"a"_s, 1}, {u"b"_s, 0}})));
        QCOMPARE(force(u"search"_s).exitCode, 0);
        const QStringList list{u"list"_s, u"--prometheus"_s, prometheus.url(QString{}).toString()};
        const Run text = ctl(list);
        QVERIFY2(text.exitCode == 0, text.err.constData());
        QVERIFY2(text.out.endsWith("1 of 2 pods acknowledge generation 1; not yet: b\n"),
                 text.out.constData());
        QVERIFY(prometheus.requests().first().contains("breaker_override_generation"));
        prometheus.setHandler(FaultServer::answer(generations({{u"a"_s, 1}, {u"b"_s, 2}})));
        const QJsonObject json =
            QJsonDocument::fromJson(ctl(list + QStringList{u"--json"_s}).out).object();
        QCOMPARE(json["acknowledgement"_L1]["complete"_L1].toBool(), true);
        QCOMPARE(json["acknowledgement"_L1]["asked"_L1].toInt(), 2);
    }

    void refusedByTheCluster()
    {
        m_world->server()->faults().add(*demo::Fault::parse(u"status 403 verb=patch"_s));
        const Run run = force(u"search"_s);
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!run.err.isEmpty());
        QCOMPARE(stored().generation, 0);
    }
};

QTEST_GUILESS_MAIN(TestOverrideCommand)
#include "tst_overridecommand.moc"
