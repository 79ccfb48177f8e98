// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverrequests.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject pod(const QString &name, const QString &node)
{
    QJsonObject made = named(u"kotaemon"_s, name, {{u"app"_s, u"chat-api"_s}});
    made.insert(u"spec"_s,
                QJsonObject{{u"nodeName"_s, node},
                            {u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s}}}}});
    return made;
}

QJsonObject budget(int allowed, int generation, int observed)
{
    QJsonObject made = named(u"kotaemon"_s, u"chat-api"_s);
    QJsonObject metadata = made["metadata"_L1].toObject();
    metadata.insert(u"generation"_s, generation);
    made.insert(u"metadata"_s, metadata);
    made.insert(
        u"spec"_s,
        QJsonObject{{u"selector"_s,
                     QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"chat-api"_s}}}}}});
    made.insert(u"status"_s, QJsonObject{{u"observedGeneration"_s, observed},
                                         {u"disruptionsAllowed"_s, allowed},
                                         {u"desiredHealthy"_s, 3},
                                         {u"currentHealthy"_s, 2}});
    return made;
}

constexpr auto pods = "/api/v1/namespaces/kotaemon/pods/";

} // namespace

class TestPodHandler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void logs_data();
    void logs();
    void logsAreBounded();
    void budgets_data();
    void budgets();
    void budgetsOfOthersDoNotCount();
    void refusalOfTheRealServer();
    void evictionOptionsCount_data();
    void evictionOptionsCount();
    void nothingToEvict();

private:
    [[nodiscard]] ApiAnswer evict(const QByteArray &query, const QByteArray &body)
    {
        return answerTrusted(*m_state,
                             requestOf("POST", QByteArray(pods) + "p/eviction" + query, body));
    }
    [[nodiscard]] bool isThere() const
    {
        const auto pod = m_state->store.get(storageKeyOf({}, u"pods"_s), u"kotaemon/p"_s);
        // A pod on a node is marked first: its kubelet ends it.
        return pod && !(*pod)["metadata"_L1].toObject().contains("deletionTimestamp"_L1);
    }
    void addBudget(const QJsonObject &object)
    {
        store(*m_state, storageKeyOf(u"policy"_s, u"poddisruptionbudgets"_s),
              ObjectStore::keyOf(object["metadata"_L1]["namespace"_L1].toString(),
                                 object["metadata"_L1]["name"_L1].toString()),
              object);
    }

    std::unique_ptr<ServerState> m_state;
};

void TestPodHandler::init()
{
    m_state = std::make_unique<ServerState>();
    store(*m_state, storageKeyOf({}, u"pods"_s), u"kotaemon/p"_s, pod(u"p"_s, u"node-1"_s));
    store(*m_state, storageKeyOf({}, u"pods"_s), u"kotaemon/waiting"_s, pod(u"waiting"_s, {}));
    for (const char *line : {"one", "two", "three"}) {
        m_state->logs.append(u"kotaemon/p"_s, line);
    }
}

void TestPodHandler::logs_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *target, int status, const char *text) {
        QTest::newRow(target) << QByteArray(target) << status << QByteArray(text);
    };
    row("p/log", 200, "one\ntwo\nthree\n");
    row("p/log?tailLines=2", 200, "two\nthree\n");
    row("p/log?tailLines=0", 200, "");
    row("p/log?tailLines=99", 200, "one\ntwo\nthree\n");
    row("p/log?container=app", 200, "one\ntwo\nthree\n");
    row("p/log?container=zzz", 400, "");
    row("waiting/log", 204, "");
    row("waiting/log?container=zzz", 400, "");
    row("none/log", 404, "");
}

void TestPodHandler::logs()
{
    QFETCH(QByteArray, target);
    const ApiAnswer answer = answerTrusted(*m_state, requestOf("GET", QByteArray(pods) + target));
    QTEST(answer.status, "status");
    QTEST(answer.raw, "text");
    QCOMPARE(answer.document.isEmpty(), answer.status < 300);
}

void TestPodHandler::logsAreBounded()
{
    for (int i = 0; i < 1200; ++i) {
        m_state->logs.append(u"kotaemon/p"_s, QByteArray::number(i));
    }
    const QByteArray text = m_state->logs.text(u"kotaemon/p"_s, -1);
    QCOMPARE(text.count('\n'), 1000);
    QVERIFY(text.startsWith("200\n"));
    QVERIFY(text.endsWith("1199\n"));
    m_state->logs.forget(u"kotaemon/p"_s);
    QVERIFY(m_state->logs.text(u"kotaemon/p"_s, -1).isEmpty());
}

void TestPodHandler::budgets_data()
{
    QTest::addColumn<int>("allowed");
    QTest::addColumn<int>("observed");
    QTest::addColumn<int>("status");
    QTest::newRow("allowed") << 1 << 2 << 201;
    QTest::newRow("none left") << 0 << 2 << 429;
    QTest::newRow("overdrawn") << -1 << 2 << 429;
    QTest::newRow("not counted yet") << 1 << 1 << 429;
}

void TestPodHandler::budgets()
{
    QFETCH(int, allowed);
    QFETCH(int, observed);
    addBudget(budget(allowed, 2, observed));
    const ApiAnswer answer = evict({}, "{}");
    QTEST(answer.status, "status");
    QCOMPARE(isThere(), answer.status != 201);
}

void TestPodHandler::budgetsOfOthersDoNotCount()
{
    QJsonObject elsewhere = budget(0, 1, 1);
    elsewhere.insert(u"metadata"_s, named(u"team-b"_s, u"x"_s)["metadata"_L1]);
    addBudget(elsewhere);
    QJsonObject other = budget(0, 1, 1);
    other.insert(u"metadata"_s, named(u"kotaemon"_s, u"y"_s)["metadata"_L1]);
    other.insert(u"spec"_s,
                 QJsonObject{{u"selector"_s,
                              QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"b"_s}}}}}});
    addBudget(other);
    QCOMPARE(evict({}, {}).status, 201);
}

void TestPodHandler::refusalOfTheRealServer()
{
    addBudget(budget(0, 1, 0));
    const ApiAnswer answer = evict({}, {});
    QCOMPARE(answer.document, recordedAnswer(u"pod.eviction.429"_s));
    QCOMPARE(answer.headers.value(0).first, QByteArray("Retry-After"));
}

void TestPodHandler::evictionOptionsCount_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("gone");
    const QByteArray none;
    QTest::newRow("none") << none << QByteArray("{}") << 201 << true;
    QTest::newRow("dry run in the query")
        << QByteArray("?dryRun=All") << QByteArray("{}") << 201 << false;
    QTest::newRow("dry run in the body")
        << none << QByteArray(R"({"dryRun":["All"]})") << 201 << false;
    QTest::newRow("the pod that is meant")
        << none << QByteArray(R"({"preconditions":{"uid":"uid-of-p"}})") << 201 << true;
    QTest::newRow("another pod of that name")
        << none << QByteArray(R"({"preconditions":{"uid":"older"}})") << 409 << false;
}

void TestPodHandler::evictionOptionsCount()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, options);
    QFETCH(bool, gone);
    const ApiAnswer answer = evict(query, R"({"deleteOptions":)" + options + '}');
    QTEST(answer.status, "status");
    QCOMPARE(isThere(), !gone);
}

void TestPodHandler::nothingToEvict()
{
    QCOMPARE(answerTrusted(*m_state, requestOf("POST", QByteArray(pods) + "none/eviction")).status,
             404);
    QVERIFY(answerTrusted(*m_state, requestOf("GET", QByteArray(pods) + "p/eviction")).status >=
            400);
    QVERIFY(isThere());
}

QTEST_GUILESS_MAIN(TestPodHandler)
#include "tst_podhandler.moc"
