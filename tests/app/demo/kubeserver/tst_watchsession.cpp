// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/watchsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

QJsonObject configMap(const QString &nameSpace, const QString &name, const QString &set)
{
    return {{u"kind"_s, u"ConfigMap"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, nameSpace},
                                        {u"labels"_s, QJsonObject{{u"set"_s, set}}}}}};
}

/// "ADDED w-1 5" for each line.
QStringList told(const QByteArray &lines)
{
    QStringList list;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonDocument event = QJsonDocument::fromJson(line);
        if (!line.isEmpty()) {
            const QJsonValue metadata = event["object"_L1]["metadata"_L1];
            list.append(event["type"_L1].toString() + u' ' + metadata["name"_L1].toString());
        }
    }
    return list;
}

} // namespace

class TestWatchSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsChangesAfterARevision();
    void initialStateAndItsMark();
    void selectorTransitions();
    void otherNamespacesAreNotTold();
    void tooOldIsAnError();
    void endsAfterItsTimeout();
    void timeoutsBeyondTheClock_data();
    void timeoutsBeyondTheClock();
    void futureRevisionIsSilent();
    void bookmarksComeBeforeTheEnd();
    void staleTellsNothing();
    void endsWhenNotServed();
    void tablesNameColumnsOnce();
    void waitsForAWriter();

private:
    void put(const QString &nameSpace, const QString &name, const QString &set);
    void remove(const QString &nameSpace, const QString &name);
    [[nodiscard]] WatchSession::Setup setup() const;
    [[nodiscard]] QStringList all(WatchSession &session) const;

    std::unique_ptr<ObjectStore> m_store;
    ResourceTypePtr m_type;
};

void TestWatchSession::init()
{
    m_store = std::make_unique<ObjectStore>();
    m_type = findBuiltIn({}, u"configmaps"_s);
    QVERIFY(m_type);
}

void TestWatchSession::put(const QString &nameSpace, const QString &name, const QString &set)
{
    const QString key = ObjectStore::keyOf(nameSpace, name);
    const auto before = m_store->get(m_type->storageKey, key);
    const QString version =
        before ? (*before)["metadata"_L1]["resourceVersion"_L1].toString() : QString();
    QVERIFY(m_store->put(m_type->storageKey, key, configMap(nameSpace, name, set), version));
}

void TestWatchSession::remove(const QString &nameSpace, const QString &name)
{
    const QString key = ObjectStore::keyOf(nameSpace, name);
    const QJsonObject last = *m_store->get(m_type->storageKey, key);
    QVERIFY(m_store->remove(m_type->storageKey, key, last,
                            last["metadata"_L1]["resourceVersion"_L1].toString()));
}

WatchSession::Setup TestWatchSession::setup() const
{
    WatchSession::Setup made;
    made.presentation = {
        m_type, u"v1"_s, AcceptedForm::Shape::Object, {}, QDateTime::currentDateTimeUtc()};
    made.keyPrefix = u"a/"_s;
    made.from = m_store->revision();
    made.timeout = 600s;
    return made;
}

QStringList TestWatchSession::all(WatchSession &session) const
{
    QByteArray lines;
    for (;;) {
        const WatchSession::Piece piece = session.next(0ms);
        lines += piece.lines;
        if (piece.lines.isEmpty() || piece.ended) {
            return told(lines);
        }
    }
}

void TestWatchSession::tellsChangesAfterARevision()
{
    put(u"a"_s, u"old"_s, u"page"_s);
    WatchSession session(*m_store, setup());
    put(u"a"_s, u"w-1"_s, u"page"_s);
    put(u"a"_s, u"w-1"_s, u"other"_s);
    remove(u"a"_s, u"w-1"_s);
    QCOMPARE(all(session), (QStringList{u"ADDED w-1"_s, u"MODIFIED w-1"_s, u"DELETED w-1"_s}));
    QVERIFY(all(session).isEmpty());
}

void TestWatchSession::initialStateAndItsMark()
{
    put(u"a"_s, u"p-1"_s, u"page"_s);
    put(u"a"_s, u"p-0"_s, u"page"_s);
    WatchSession::Setup made = setup();
    made.initial = true;
    made.bookmarks = true;
    WatchSession session(*m_store, made);
    const QByteArray lines = session.next(0ms).lines;
    QCOMPARE(told(lines), (QStringList{u"ADDED p-0"_s, u"ADDED p-1"_s, u"BOOKMARK "_s}));
    QVERIFY(lines.contains("\"k8s.io/initial-events-end\":\"true\""));
    put(u"a"_s, u"p-2"_s, u"page"_s);
    QCOMPARE(all(session), QStringList{u"ADDED p-2"_s});
}

void TestWatchSession::selectorTransitions()
{
    WatchSession::Setup made = setup();
    made.labels = std::get<LabelSelector>(LabelSelector::parse(u"set=page"_s));
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    put(u"a"_s, u"w-1"_s, u"other"_s);
    put(u"a"_s, u"w-1"_s, u"third"_s);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    remove(u"a"_s, u"w-1"_s);
    put(u"a"_s, u"w-2"_s, u"other"_s);
    const QByteArray lines = session.next(0ms).lines;
    QCOMPARE(told(lines), (QStringList{u"ADDED w-1"_s, u"MODIFIED w-1"_s, u"DELETED w-1"_s,
                                       u"ADDED w-1"_s, u"DELETED w-1"_s}));
    // What leaves is shown as it last belonged.
    const QJsonDocument left = QJsonDocument::fromJson(lines.split('\n').at(2));
    QCOMPARE(left["object"_L1]["metadata"_L1]["labels"_L1]["set"_L1].toString(), u"page"_s);
}

void TestWatchSession::otherNamespacesAreNotTold()
{
    WatchSession session(*m_store, setup());
    WatchSession::Setup everywhere = setup();
    everywhere.keyPrefix.clear();
    WatchSession wide(*m_store, everywhere);
    put(u"b"_s, u"w-1"_s, u"page"_s);
    put(u"ab"_s, u"w-2"_s, u"page"_s);
    QVERIFY(all(session).isEmpty());
    QCOMPARE(all(wide), (QStringList{u"ADDED w-1"_s, u"ADDED w-2"_s}));
}

void TestWatchSession::tooOldIsAnError()
{
    WatchSession::Setup made = setup();
    put(u"a"_s, u"w-1"_s, u"page"_s);
    put(u"a"_s, u"w-2"_s, u"page"_s);
    m_store->compact();
    WatchSession session(*m_store, made);
    const WatchSession::Piece piece = session.next(0ms);
    QVERIFY(piece.ended);
    const QJsonDocument event = QJsonDocument::fromJson(piece.lines);
    QCOMPARE(event["type"_L1].toString(), u"ERROR"_s);
    QCOMPARE(event["object"_L1]["code"_L1].toInt(), 410);
    QCOMPARE(event["object"_L1]["reason"_L1].toString(), u"Expired"_s);
    QVERIFY(
        event["object"_L1]["message"_L1].toString().startsWith("too old resource version: "_L1));
}

void TestWatchSession::endsAfterItsTimeout()
{
    WatchSession::Setup made = setup();
    made.timeout = 0s;
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    const WatchSession::Piece piece = session.next(60s);
    QVERIFY(piece.ended); // what was still to tell is told
    QCOMPARE(told(piece.lines), QStringList{u"ADDED w-1"_s});
}

void TestWatchSession::timeoutsBeyondTheClock_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("ends");
    QTest::newRow("longest") << std::numeric_limits<qint64>::max() << false;
    QTest::newRow("negative") << qint64(-1) << true;
    QTest::newRow("most negative") << std::numeric_limits<qint64>::min() << true;
}

void TestWatchSession::timeoutsBeyondTheClock()
{
    QFETCH(qint64, seconds);
    WatchSession::Setup made = setup();
    made.timeout = std::chrono::seconds(seconds);
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    const WatchSession::Piece piece = session.next(0ms);
    QCOMPARE(told(piece.lines), QStringList{u"ADDED w-1"_s});
    QTEST(piece.ended, "ends");
}

void TestWatchSession::futureRevisionIsSilent()
{
    WatchSession::Setup made = setup();
    made.from = 99'999'999;
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    const WatchSession::Piece piece = session.next(0ms);
    QVERIFY(piece.lines.isEmpty());
    QVERIFY(!piece.ended);
}

void TestWatchSession::bookmarksComeBeforeTheEnd()
{
    WatchSession::Setup made = setup();
    made.bookmarks = true;
    made.timeout = 1s; // the last bookmark is due at once
    WatchSession session(*m_store, made);
    const QByteArray lines = session.next(60s).lines;
    QCOMPARE(told(lines), QStringList{u"BOOKMARK "_s});
    QVERIFY(!lines.contains("initial-events-end"));
    QVERIFY(lines.contains(QByteArray::number(m_store->revision())));
}

void TestWatchSession::staleTellsNothing()
{
    bool stale = true;
    WatchSession::Setup made = setup();
    made.stale = [&stale] { return stale; };
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    QVERIFY(session.next(0ms).lines.isEmpty());
    stale = false;
    QCOMPARE(all(session), QStringList{u"ADDED w-1"_s}); // nothing is lost
    int asked = 0;
    made.stale = [&asked] { return ++asked > 1; }; // from when it waits for what comes
    WatchSession later(*m_store, made);
    put(u"a"_s, u"w-2"_s, u"page"_s);
    QVERIFY(later.next(0ms).lines.isEmpty());
}

void TestWatchSession::endsWhenNotServed()
{
    bool served = true;
    WatchSession::Setup made = setup();
    made.served = [&served] { return served; };
    WatchSession session(*m_store, made);
    QVERIFY(!session.next(0ms).ended);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    served = false;
    const WatchSession::Piece piece = session.next(0ms);
    QVERIFY(piece.ended);
    QCOMPARE(told(piece.lines), QStringList{u"ADDED w-1"_s});
}

void TestWatchSession::tablesNameColumnsOnce()
{
    WatchSession::Setup made = setup();
    made.presentation.shape = AcceptedForm::Shape::Table;
    WatchSession session(*m_store, made);
    put(u"a"_s, u"w-1"_s, u"page"_s);
    put(u"a"_s, u"w-1"_s, u"other"_s);
    const QList<QByteArray> lines = session.next(0ms).lines.split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(!QJsonDocument::fromJson(lines.at(0))["object"_L1]["columnDefinitions"_L1]
                 .toArray()
                 .isEmpty());
    QVERIFY(QJsonDocument::fromJson(lines.at(1))["object"_L1]["columnDefinitions"_L1].isNull());
}

void TestWatchSession::waitsForAWriter()
{
    WatchSession session(*m_store, setup());
    std::thread writer([this] { put(u"a"_s, u"w-1"_s, u"page"_s); });
    QByteArray lines;
    while (lines.isEmpty()) {
        lines = session.next(60s).lines;
    }
    writer.join();
    QCOMPARE(told(lines), QStringList{u"ADDED w-1"_s});
}

QTEST_GUILESS_MAIN(TestWatchSession)
#include "tst_watchsession.moc"
