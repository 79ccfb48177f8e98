// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/bootstrap.h"
#include "kubeserver/clusterobserver.h"
#include "kubeserver/housekeeper.h"
#include "kubeserver/serverstate.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

QJsonObject configMap(const QString &nameSpace, const QString &name, const QJsonArray &owners = {})
{
    QJsonObject metadata{{u"name"_s, name}, {u"namespace"_s, nameSpace}};
    if (!owners.isEmpty()) {
        metadata.insert(u"ownerReferences"_s, owners);
    }
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, metadata},
            {u"data"_s, QJsonObject{{u"v"_s, u"1"_s}}}};
}

QJsonObject owner(const QJsonObject &object)
{
    return {{u"apiVersion"_s, object["apiVersion"_L1]},
            {u"kind"_s, object["kind"_L1]},
            {u"name"_s, object["metadata"_L1]["name"_L1]},
            {u"uid"_s, object["metadata"_L1]["uid"_L1]}};
}

ObjectPlace map(const QString &name)
{
    return {{}, u"configmaps"_s, u"kotaemon"_s, name, {}};
}

} // namespace

class TestHousekeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void dependentsGoWithTheirOwner();
    void aSecondOwnerKeepsThem();
    void foregroundWaitsForDependents();
    void orphansStay();
    void namespacesGoWithTheirContent();
    void observerTellsStateThenChanges();

private:
    QJsonObject make(const QJsonObject &object);

    std::unique_ptr<ServerState> m_state;
    std::unique_ptr<Housekeeper> m_keeper;
    std::unique_ptr<ClusterClient> m_client;
};

void TestHousekeeper::init()
{
    m_state = std::make_unique<ServerState>();
    storeBootstrapObjects(m_state->store);
    m_client = std::make_unique<ClusterClient>(*m_state, u"test"_s);
    QVERIFY(m_client
                ->create({{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"Namespace"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"kotaemon"_s}}}})
                .ok());
    m_keeper = std::make_unique<Housekeeper>(*m_state);
    m_keeper->start();
}

void TestHousekeeper::cleanup()
{
    m_keeper.reset();
    m_client.reset();
    m_state.reset();
}

QJsonObject TestHousekeeper::make(const QJsonObject &object)
{
    const CallResult made = m_client->create(object);
    if (!made.ok()) {
        qWarning("%s", qPrintable(made.message()));
    }
    return made.document;
}

void TestHousekeeper::dependentsGoWithTheirOwner()
{
    const QJsonObject parent = make(configMap(u"kotaemon"_s, u"parent"_s));
    const QJsonObject child = make(configMap(u"kotaemon"_s, u"child"_s, {owner(parent)}));
    make(configMap(u"kotaemon"_s, u"grandchild"_s, {owner(child)}));
    make(configMap(u"kotaemon"_s, u"other"_s));
    QVERIFY(m_client->remove(map(u"parent"_s)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"child"_s)).status, 404, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"grandchild"_s)).status, 404, 60'000);
    QVERIFY(m_client->get(map(u"other"_s)).ok());
}

void TestHousekeeper::aSecondOwnerKeepsThem()
{
    const QJsonObject first = make(configMap(u"kotaemon"_s, u"first"_s));
    const QJsonObject second = make(configMap(u"kotaemon"_s, u"second"_s));
    make(configMap(u"kotaemon"_s, u"child"_s, {owner(first), owner(second)}));
    QVERIFY(m_client->remove(map(u"first"_s)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"child"_s))
                                  .document["metadata"_L1]["ownerReferences"_L1]
                                  .toArray()
                                  .size(),
                              1, 60'000);
    QVERIFY(m_client->remove(map(u"second"_s)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"child"_s)).status, 404, 60'000);
}

void TestHousekeeper::foregroundWaitsForDependents()
{
    const QJsonObject parent = make(configMap(u"kotaemon"_s, u"parent"_s));
    make(configMap(u"kotaemon"_s, u"child"_s, {owner(parent)}));
    QVERIFY(m_client->remove(map(u"parent"_s), u"Foreground"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"parent"_s)).status, 404, 60'000);
    QCOMPARE(m_client->get(map(u"child"_s)).status, 404);
}

void TestHousekeeper::orphansStay()
{
    const QJsonObject parent = make(configMap(u"kotaemon"_s, u"parent"_s));
    make(configMap(u"kotaemon"_s, u"child"_s, {owner(parent)}));
    QVERIFY(m_client->remove(map(u"parent"_s), u"Orphan"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(map(u"parent"_s)).status, 404, 60'000);
    const CallResult child = m_client->get(map(u"child"_s));
    QVERIFY(child.ok());
    QVERIFY(child.document["metadata"_L1]["ownerReferences"_L1].toArray().isEmpty());
}

void TestHousekeeper::namespacesGoWithTheirContent()
{
    make(configMap(u"kotaemon"_s, u"a"_s));
    make(configMap(u"kotaemon"_s, u"b"_s));
    const ObjectPlace space{{}, u"namespaces"_s, {}, u"kotaemon"_s, {}};
    QVERIFY(m_client->remove(space).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(space).status, 404, 60'000);
    QVERIFY(m_client->list({{}, u"configmaps"_s, u"kotaemon"_s, {}, {}}).isEmpty());
    QVERIFY(m_client->get({{}, u"namespaces"_s, {}, u"default"_s, {}}).ok());
}

void TestHousekeeper::observerTellsStateThenChanges()
{
    make(configMap(u"kotaemon"_s, u"before"_s));
    ClusterObserver observer(m_state->store, storageKeyOf({}, u"configmaps"_s));
    QStringList told;
    connect(&observer, &ClusterObserver::changed, this,
            [&told](const StoreChange &change) { told.append(change.key); });
    QSignalSpy synchronized(&observer, &ClusterObserver::synchronized);
    observer.start();
    QVERIFY(synchronized.wait(60'000));
    QCOMPARE(told, QStringList{u"kotaemon/before"_s});
    make(configMap(u"kotaemon"_s, u"after"_s));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 60'000);
    QCOMPARE(told.last(), u"kotaemon/after"_s);
}

QTEST_GUILESS_MAIN(TestHousekeeper)
#include "tst_housekeeper.moc"
