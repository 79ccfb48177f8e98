// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/objectstore.h"

#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

const QString maps = QStringLiteral("configmaps");

QJsonObject object(const QString &name, int value)
{
    return {{u"metadata"_s, QJsonObject{{u"name"_s, name}}}, {u"value"_s, value}};
}

QString versionOf(const QJsonObject &object)
{
    return object["metadata"_L1]["resourceVersion"_L1].toString();
}

QStringList keysOf(const ObjectStore::Snapshot &snapshot)
{
    return snapshot.objects.keys();
}

} // namespace

class TestObjectStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putGivesVersions();
    void putAndRemoveCompareVersions();
    void oldSnapshotsAreMadeFromHistory();
    void changesAreOrderedAndOfOneKind();
    void changesOfAllKinds();
    void changesComeInBatches();
    void compactionForgets();
    void historyHasALength();
    void futureRevisionTellsNothing();
    void waitingEndsWithAChange();
    void wakeEndsWaiting();
    void parallelWritersLoseNothing();
};

void TestObjectStore::putGivesVersions()
{
    ObjectStore store;
    const quint64 before = store.revision();
    const auto made = store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    QVERIFY(made);
    QCOMPARE(versionOf(*made), QString::number(before + 1));
    QCOMPARE(store.revision(), before + 1);
    QCOMPARE(*store.get(maps, u"a/x"_s), *made);
    QVERIFY(!store.get(maps, u"a/y"_s));
    QVERIFY(!store.get(u"pods"_s, u"a/x"_s));
}

void TestObjectStore::putAndRemoveCompareVersions()
{
    ObjectStore store;
    const auto made = store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    QVERIFY(!store.put(maps, u"a/x"_s, object(u"x"_s, 2), {})); // exists
    QVERIFY(!store.put(maps, u"a/x"_s, object(u"x"_s, 2), u"77"_s));
    QVERIFY(!store.put(maps, u"a/y"_s, object(u"y"_s, 2), u"77"_s)); // does not exist
    const auto changed = store.put(maps, u"a/x"_s, object(u"x"_s, 2), versionOf(*made));
    QVERIFY(changed);
    QVERIFY(!store.remove(maps, u"a/x"_s, *changed, versionOf(*made)));
    const auto removed = store.remove(maps, u"a/x"_s, *changed, versionOf(*changed));
    QVERIFY(removed);
    QVERIFY(versionOf(*removed) != versionOf(*changed)); // the revision of its end
    QVERIFY(!store.get(maps, u"a/x"_s));
    QVERIFY(!store.remove(maps, u"a/x"_s, *changed, versionOf(*changed)));
}

void TestObjectStore::oldSnapshotsAreMadeFromHistory()
{
    ObjectStore store;
    const auto x = store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    store.put(maps, u"a/y"_s, object(u"y"_s, 1), {});
    const quint64 then = store.revision();
    store.put(maps, u"a/z"_s, object(u"z"_s, 1), {});
    store.put(u"pods"_s, u"a/p"_s, object(u"p"_s, 1), {});
    const auto changed = store.put(maps, u"a/x"_s, object(u"x"_s, 2), versionOf(*x));
    store.remove(maps, u"a/x"_s, *changed, versionOf(*changed));
    QCOMPARE(keysOf(store.snapshot(maps)), (QStringList{u"a/y"_s, u"a/z"_s}));
    const auto old = store.snapshotAt(maps, then);
    QVERIFY(old);
    QCOMPARE(old->revision, then);
    QCOMPARE(keysOf(*old), (QStringList{u"a/x"_s, u"a/y"_s}));
    QCOMPARE(old->objects[u"a/x"_s], *x);
    QVERIFY(!store.snapshotAt(maps, store.revision() + 1));
}

void TestObjectStore::changesAreOrderedAndOfOneKind()
{
    ObjectStore store;
    const quint64 start = store.revision();
    const auto x = store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    store.put(u"pods"_s, u"a/p"_s, object(u"p"_s, 1), {});
    const auto changed = store.put(maps, u"a/x"_s, object(u"x"_s, 2), versionOf(*x));
    store.remove(maps, u"a/x"_s, *changed, versionOf(*changed));
    const ObjectStore::Changes found = store.changesAfter(maps, start, 100);
    QVERIFY(!found.compacted);
    QCOMPARE(found.revision, store.revision());
    QCOMPARE(found.changes.size(), std::size_t(3));
    QCOMPARE(found.changes[0].kind, StoreChange::Kind::Added);
    QVERIFY(found.changes[0].previous.isEmpty());
    QCOMPARE(found.changes[1].kind, StoreChange::Kind::Modified);
    QCOMPARE(found.changes[1].previous, *x);
    QCOMPARE(found.changes[2].kind, StoreChange::Kind::Deleted);
    QCOMPARE(versionOf(found.changes[2].object), QString::number(found.changes[2].revision));
    QVERIFY(store.changesAfter(maps, found.revision, 100).changes.empty());
}

void TestObjectStore::changesOfAllKinds()
{
    ObjectStore store;
    const quint64 start = store.revision();
    store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    store.put(u"pods"_s, u"a/p"_s, object(u"p"_s, 1), {});
    QCOMPARE(store.changesAfter({}, start, 100).changes.size(), std::size_t(2));
    QCOMPARE(store.storageKeys(), (QStringList{maps, u"pods"_s}));
}

void TestObjectStore::changesComeInBatches()
{
    ObjectStore store;
    quint64 at = store.revision();
    for (int i = 0; i < 10; ++i) {
        store.put(maps, u"a/%1"_s.arg(i), object(u"x"_s, i), {});
    }
    int told = 0;
    for (int round = 0; round < 4; ++round) {
        const ObjectStore::Changes found = store.changesAfter(maps, at, 3);
        QVERIFY(found.changes.size() <= 3);
        told += int(found.changes.size());
        at = found.revision;
    }
    QCOMPARE(told, 10);
}

void TestObjectStore::compactionForgets()
{
    ObjectStore store;
    const quint64 start = store.revision();
    store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    store.compact();
    QVERIFY(store.changesAfter(maps, start, 100).compacted);
    QVERIFY(!store.changesAfter(maps, store.revision(), 100).compacted);
    QVERIFY(!store.snapshotAt(maps, start));
    QVERIFY(store.snapshotAt(maps, store.revision()));
    QCOMPARE(store.oldestRevision(), store.revision());
    QVERIFY(store.get(maps, u"a/x"_s)); // the objects stay
}

void TestObjectStore::historyHasALength()
{
    ObjectStore store(5);
    const quint64 start = store.revision();
    for (int i = 0; i < 6; ++i) {
        store.put(maps, u"a/%1"_s.arg(i), object(u"x"_s, i), {});
    }
    QVERIFY(store.changesAfter(maps, start, 100).compacted);
    QCOMPARE(store.changesAfter(maps, start + 1, 100).changes.size(), std::size_t(5));
}

void TestObjectStore::futureRevisionTellsNothing()
{
    ObjectStore store;
    store.put(maps, u"a/x"_s, object(u"x"_s, 1), {});
    const ObjectStore::Changes found = store.changesAfter(maps, store.revision() + 1000, 100);
    QVERIFY(!found.compacted);
    QVERIFY(found.changes.empty());
}

void TestObjectStore::waitingEndsWithAChange()
{
    ObjectStore store;
    const quint64 start = store.revision();
    std::thread writer([&store] { store.put(maps, u"a/x"_s, object(u"x"_s, 1), {}); });
    QVERIFY(store.waitForChange(start, 60s));
    writer.join();
    QVERIFY(store.waitForChange(start, 0ms)); // at once if it is there already
    QVERIFY(!store.waitForChange(store.revision(), 1ms));
}

void TestObjectStore::wakeEndsWaiting()
{
    ObjectStore store;
    std::atomic<bool> ended = false;
    std::thread waiter([&] {
        store.waitForChange(store.revision(), 600s);
        ended = true;
    });
    // The waiter may not wait yet: wake it until it has ended.
    while (!ended) {
        store.wake();
        std::this_thread::yield();
    }
    waiter.join();
    QVERIFY(ended);
}

void TestObjectStore::parallelWritersLoseNothing()
{
    ObjectStore store;
    store.put(maps, u"a/x"_s, object(u"x"_s, 0), {});
    constexpr int writers = 4;
    constexpr int times = 200;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back([&store] {
            for (int done = 0; done < times;) {
                const QJsonObject now = *store.get(maps, u"a/x"_s);
                QJsonObject next = now;
                next.insert(u"value"_s, now["value"_L1].toInt() + 1);
                done += store.put(maps, u"a/x"_s, next, versionOf(now)) ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE((*store.get(maps, u"a/x"_s))["value"_L1].toInt(), writers * times);
}

QTEST_GUILESS_MAIN(TestObjectStore)
#include "tst_objectstore.moc"
