// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/clusterclient.h"
#include "kubeserver/clusterobserver.h"
#include "serverrequests.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject configMap(const QString &name, const QString &value)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, u"a"_s},
                                        {u"labels"_s, QJsonObject{{u"set"_s, value}}}}},
            {u"data"_s, QJsonObject{{u"k"_s, value}}}};
}

QStringList namesOf(const QList<QJsonObject> &objects)
{
    QStringList names;
    for (const QJsonObject &object : objects) {
        names.append(object["metadata"_L1]["name"_L1].toString());
    }
    return names;
}

constexpr int patience = 60000;

} // namespace

/// The API within the process: clusterclient and clusterobserver.
class TestClusterClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesAndReads();
    void staleUpdatesAreRefused();
    void appliesAsItsManager();
    void selectsByLabels();
    void failures_data();
    void failures();
    void placesOfObjects_data();
    void placesOfObjects();
    void observersTellStateThenChanges();
    void observersKeepToTheirKind();
    void observersSurviveCompaction();
    void observersEndInAnyState();

private:
    std::unique_ptr<ServerState> m_state;
    std::unique_ptr<ClusterClient> m_client;
    const ObjectPlace m_place{{}, u"configmaps"_s, u"a"_s, u"m"_s, {}};
};

void TestClusterClient::init()
{
    m_client.reset();
    m_state = std::make_unique<ServerState>();
    m_client = std::make_unique<ClusterClient>(*m_state, u"autoscaler"_s);
    addNamespace(*m_state, u"a"_s);
}

void TestClusterClient::writesAndReads()
{
    const CallResult created = m_client->create(configMap(u"m"_s, u"1"_s));
    QCOMPARE(created.status, 201);
    QVERIFY(created.ok());
    QCOMPARE(m_client->get(m_place).document["data"_L1]["k"_L1].toString(), u"1"_s);
    const CallResult patched =
        m_client->mergePatch(m_place, {{u"data"_s, QJsonObject{{u"k"_s, u"2"_s}}}});
    QCOMPARE(patched.document["data"_L1]["k"_L1].toString(), u"2"_s);
    QVERIFY(m_client->remove(m_place, u"Background"_s).ok());
    const CallResult gone = m_client->get(m_place);
    QCOMPARE(gone.status, 404);
    QVERIFY(!gone.ok());
    QCOMPARE(gone.message(), u"configmaps \"m\" not found"_s);
}

void TestClusterClient::staleUpdatesAreRefused()
{
    const QJsonObject old = m_client->create(configMap(u"m"_s, u"1"_s)).document;
    QJsonObject changed = old;
    changed.insert(u"data"_s, QJsonObject{{u"k"_s, u"2"_s}});
    QCOMPARE(m_client->update(changed).status, 200);
    const CallResult late = m_client->update(changed); // its version is that of before
    QCOMPARE(late.status, 409);
    QVERIFY(late.message().contains("the object has been modified"_L1));
}

void TestClusterClient::appliesAsItsManager()
{
    const CallResult applied = m_client->apply(configMap(u"m"_s, u"1"_s));
    QCOMPARE(applied.status, 201);
    const QJsonValue entry = applied.document["metadata"_L1]["managedFields"_L1][0];
    QCOMPARE(entry["manager"_L1].toString(), u"autoscaler"_s);
    QCOMPARE(entry["operation"_L1].toString(), u"Apply"_s);
    const ClusterClient other(*m_state, u"other"_s);
    QCOMPARE(other.apply(configMap(u"m"_s, u"2"_s)).status, 200); // by force
}

void TestClusterClient::selectsByLabels()
{
    for (const QString &name : {u"x"_s, u"m"_s}) {
        QVERIFY(m_client->create(configMap(name, name + u"-set"_s)).ok());
    }
    ObjectPlace all = m_place;
    all.name.clear();
    QCOMPARE(namesOf(m_client->list(all)), (QStringList{u"m"_s, u"x"_s}));
    QCOMPARE(namesOf(m_client->list(all, u"set in (x-set, y)"_s)), QStringList{u"x"_s});
    QVERIFY(m_client->list(all, u"set=none"_s).isEmpty());
    QVERIFY(m_client->list(all, u"((("_s).isEmpty());
    all.nameSpace = u"b"_s;
    QVERIFY(m_client->list(all).isEmpty());
}

void TestClusterClient::failures_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<int>("status");
    QJsonObject elsewhere = configMap(u"m"_s, u"1"_s);
    elsewhere.insert(u"metadata"_s,
                     QJsonObject{{u"name"_s, u"m"_s}, {u"namespace"_s, u"nowhere"_s}});
    QTest::newRow("no such namespace") << elsewhere << 404;
    QTest::newRow("no such name") << configMap(u"Not_A_Name"_s, u"1"_s) << 422;
    QJsonObject wrong = configMap(u"m"_s, u"1"_s);
    wrong.insert(u"data"_s, u"text"_s);
    QTest::newRow("wrong type") << wrong << 400;
    QTest::newRow("unknown kind") << QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                                 {u"kind"_s, u"Chair"_s}}
                                  << 405; // its path is that of a document
    QTest::newRow("nothing") << QJsonObject() << 405;
}

void TestClusterClient::failures()
{
    QFETCH(QJsonObject, object);
    const quint64 before = m_state->store.revision();
    const CallResult result = m_client->create(object);
    QTEST(result.status, "status");
    QVERIFY(!result.ok());
    QCOMPARE(m_state->store.revision(), before);
}

void TestClusterClient::placesOfObjects_data()
{
    QTest::addColumn<QString>("apiVersion");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("core") << u"v1"_s << u"Pod"_s << u"/pods/a/m"_s;
    QTest::newRow("group") << u"apps/v1"_s << u"Deployment"_s << u"apps/deployments/a/m"_s;
    QTest::newRow("of the cluster") << u"v1"_s << u"Namespace"_s << u"/namespaces//m"_s;
    QTest::newRow("unknown kind") << u"v1"_s << u"Chair"_s << u"///m"_s;
    QTest::newRow("kind of another group") << u"apps/v1"_s << u"Pod"_s << u"apps///m"_s;
}

void TestClusterClient::placesOfObjects()
{
    QFETCH(QString, apiVersion);
    QFETCH(QString, kind);
    QJsonObject object = configMap(u"m"_s, {});
    object.insert(u"apiVersion"_s, apiVersion);
    object.insert(u"kind"_s, kind);
    const ObjectPlace place = m_client->placeOf(object);
    QTEST((QStringList{place.group, place.plural, place.nameSpace, place.name}.join(u'/')),
          "expected");
}

void TestClusterClient::observersTellStateThenChanges()
{
    QVERIFY(m_client->create(configMap(u"m"_s, u"1"_s)).ok());
    ClusterObserver observer(m_state->store, storageKeyOf({}, u"configmaps"_s));
    QStringList told;
    connect(&observer, &ClusterObserver::changed, this, [&told](const StoreChange &change) {
        const QStringList kinds{u"added "_s, u"modified "_s, u"deleted "_s};
        told.append(kinds.at(int(change.kind)) + change.key);
    });
    connect(&observer, &ClusterObserver::synchronized, this, [&told] { told.append(u"all"_s); });
    observer.start();
    QTRY_COMPARE_WITH_TIMEOUT(told, (QStringList{u"added a/m"_s, u"all"_s}), patience);
    told.clear();
    QVERIFY(m_client->apply(configMap(u"m"_s, u"2"_s)).ok());
    QVERIFY(m_client->create(configMap(u"n"_s, u"1"_s)).ok());
    QVERIFY(m_client->remove(m_place).ok());
    QTRY_COMPARE_WITH_TIMEOUT(
        told, (QStringList{u"modified a/m"_s, u"added a/n"_s, u"deleted a/m"_s}), patience);
}

void TestClusterClient::observersKeepToTheirKind()
{
    ClusterObserver one(m_state->store, storageKeyOf({}, u"configmaps"_s));
    ClusterObserver all(m_state->store, {});
    QStringList ones;
    QStringList everywhere;
    connect(&one, &ClusterObserver::changed, this,
            [&ones](const StoreChange &change) { ones.append(change.key); });
    connect(&all, &ClusterObserver::changed, this,
            [&everywhere](const StoreChange &change) { everywhere.append(change.key); });
    QSignalSpy ready(&all, &ClusterObserver::synchronized);
    one.start();
    all.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
    addNamespace(*m_state, u"b"_s);
    QVERIFY(m_client->create(configMap(u"m"_s, u"1"_s)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!everywhere.isEmpty() && everywhere.last() == u"a/m"_s, patience);
    QVERIFY(everywhere.contains(u"b"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ones, QStringList{u"a/m"_s}, patience);
}

void TestClusterClient::observersSurviveCompaction()
{
    ClusterObserver observer(m_state->store, storageKeyOf({}, u"configmaps"_s));
    QSet<QString> known;
    connect(&observer, &ClusterObserver::changed, this,
            [&known](const StoreChange &change) { known.insert(change.key); });
    observer.start();
    QSet<QString> expected;
    for (int i = 0; i < 50; ++i) { // whether a compaction comes between is up to the threads
        const QString name = u"m-%1"_s.arg(i);
        QVERIFY(m_client->create(configMap(name, u"1"_s)).ok());
        m_state->store.compact();
        expected.insert(u"a/"_s + name);
    }
    QTRY_COMPARE_WITH_TIMEOUT(known, expected, patience);
}

void TestClusterClient::observersEndInAnyState()
{
    {
        const ClusterObserver never(m_state->store, {});
    }
    {
        ClusterObserver started(m_state->store, {});
        started.start();
    } // what was on its way is not told
    auto waiting = std::make_unique<ClusterObserver>(m_state->store, QString());
    QSignalSpy ready(waiting.get(), &ClusterObserver::synchronized);
    waiting->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
    waiting.reset();                                           // wakes its thread
    QVERIFY(m_client->create(configMap(u"m"_s, u"1"_s)).ok()); // nobody is in the way
}

QTEST_GUILESS_MAIN(TestClusterClient)
#include "tst_clusterclient.moc"
