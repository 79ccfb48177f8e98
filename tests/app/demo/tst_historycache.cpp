// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/historycache.h"
#include "demo/simulator.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t start = 1795435200; // a multiple of 2 h, not of 18 h
constexpr std::int64_t hour = 3600;

void makeBlock(const QString &folder)
{
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/01BLOCK/chunks")));
    for (const char *name : {"/01BLOCK/index", "/01BLOCK/chunks/000001"}) {
        QFile file(folder + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }
}

void keepChunk(HistoryCache &cache, const QString &work, const HistoryChunk &chunk)
{
    WorldState state;
    state.seed = 7;
    state.second = chunk.to;
    const QString blocks = work + QStringLiteral("/blocks");
    makeBlock(blocks);
    QVERIFY(cache.keep(chunk, blocks, saveState(state)).ok());
}

} // namespace

class TestHistoryCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chunksCoverTheSpan_data();
    void chunksCoverTheSpan();
    void keptChunksAreFound();
    void oldChunksAreForgotten();
    void gapForgetsAll();
    void damagedStateForgets();
    void damagedBlocksForget_data();
    void damagedBlocksForget();
    void tooShortCacheIsNotUsed();
    void secondProcessWorksWithout();
    void otherVersionsAreRemoved();
    void blocksAreLinked();
    void runDirectoryIsRemoved();
    void leftoversAreRemoved();
};

void TestHistoryCache::chunksCoverTheSpan_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<int>("atMost");
    QTest::newRow("nothing") << qint64(start) << qint64(start) << 0;
    QTest::newRow("a minute") << qint64(start) << qint64(start + 60) << 1;
    QTest::newRow("two hours") << qint64(start) << qint64(start + 2 * hour) << 1;
    QTest::newRow("eight days") << qint64(start) << qint64(start + 192 * hour + 1005) << 22;
}

void TestHistoryCache::chunksCoverTheSpan()
{
    QFETCH(qint64, from);
    QFETCH(qint64, now);
    QFETCH(int, atMost);
    const std::vector<HistoryChunk> chunks = planChunks(from, now);
    QVERIFY(static_cast<int>(chunks.size()) <= atMost);
    qint64 at = from;
    for (const HistoryChunk &chunk : chunks) {
        QCOMPARE(qint64(chunk.from), at);
        QVERIFY(chunk.to > chunk.from);
        QVERIFY(chunk.to - chunk.from <= 18 * hour);
        QCOMPARE(chunk.from / (18 * hour), (chunk.to - 1) / (18 * hour));
        QCOMPARE(chunk.cacheable, chunk.to % (2 * hour) == 0);
        at = chunk.to;
    }
    QCOMPARE(at, now);
}

void TestHistoryCache::keptChunksAreFound()
{
    const QTemporaryDir dir;
    const HistoryChunk first{start, start + 2 * hour};
    const HistoryChunk second{start + 2 * hour, start + 4 * hour};
    {
        HistoryCache cache(dir.path(), 7, 4h);
        QVERIFY(cache.isUsable());
        QVERIFY(cache.usableChunks(start).empty());
        keepChunk(cache, dir.path(), second);
        keepChunk(cache, dir.path(), first);
    }
    HistoryCache cache(dir.path(), 7, 4h);
    QCOMPARE(cache.usableChunks(start), (std::vector<HistoryChunk>{first, second}));
    QCOMPARE(qint64(cache.stateAfter(second)->second), qint64(second.to));
    HistoryCache otherSeed(dir.path(), 8, 4h);
    QVERIFY(otherSeed.usableChunks(start).empty());
}

void TestHistoryCache::oldChunksAreForgotten()
{
    const QTemporaryDir dir;
    HistoryCache cache(dir.path(), 7, 4h);
    const HistoryChunk first{start, start + 2 * hour};
    const HistoryChunk second{start + 2 * hour, start + 4 * hour};
    keepChunk(cache, dir.path(), first);
    keepChunk(cache, dir.path(), second);
    QCOMPARE(cache.usableChunks(start + 2 * hour), (std::vector<HistoryChunk>{second}));
    QVERIFY(!QFile::exists(cache.folderOf(first)));
}

void TestHistoryCache::gapForgetsAll()
{
    const QTemporaryDir dir;
    HistoryCache cache(dir.path(), 7, 6h);
    keepChunk(cache, dir.path(), {start, start + 2 * hour});
    keepChunk(cache, dir.path(), {start + 4 * hour, start + 6 * hour});
    QVERIFY(cache.usableChunks(start).empty());
}

void TestHistoryCache::damagedStateForgets()
{
    const QTemporaryDir dir;
    HistoryCache cache(dir.path(), 7, 2h);
    const HistoryChunk chunk{start, start + 2 * hour};
    keepChunk(cache, dir.path(), chunk);
    QFile state(cache.folderOf(chunk) + QStringLiteral("/state"));
    QVERIFY(state.open(QIODevice::WriteOnly));
    state.write("damaged");
    state.close();
    QVERIFY(cache.usableChunks(start).empty());
    QVERIFY(!QFile::exists(cache.folderOf(chunk)));
}

void TestHistoryCache::damagedBlocksForget_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("nothing") << QString();
    QTest::newRow("file cut") << QStringLiteral("cut");
    QTest::newRow("file gone") << QStringLiteral("gone");
    QTest::newRow("block gone") << QStringLiteral("block");
    QTest::newRow("file too many") << QStringLiteral("extra");
    QTest::newRow("list of files gone") << QStringLiteral("manifest");
    QTest::newRow("state cut") << QStringLiteral("state");
}

void TestHistoryCache::damagedBlocksForget()
{
    QFETCH(const QString, damage);
    const QTemporaryDir dir;
    const HistoryChunk chunk{start, start + 2 * hour, true};
    {
        HistoryCache cache(dir.filePath(QStringLiteral("cache")), 7, 192h);
        keepChunk(cache, dir.path(), chunk);
        QCOMPARE(cache.usableChunks(start).size(), std::size_t(1));
        const QString folder = cache.folderOf(chunk);
        const QString index = folder + QStringLiteral("/01BLOCK/index");
        if (damage == QStringLiteral("cut")) {
            QVERIFY(QFile::resize(index, 0));
        } else if (damage == QStringLiteral("gone")) {
            QVERIFY(QFile::remove(index));
        } else if (damage == QStringLiteral("block")) {
            QVERIFY(QDir(folder + QStringLiteral("/01BLOCK")).removeRecursively());
        } else if (damage == QStringLiteral("extra")) {
            QVERIFY(QFile::copy(index, folder + QStringLiteral("/01BLOCK/tombstones")));
        } else if (!damage.isEmpty()) {
            const QString file = folder + QLatin1Char('/') + damage;
            QVERIFY(QFile::resize(file, QFile(file).size() / 2));
        }
    }
    HistoryCache again(dir.filePath(QStringLiteral("cache")), 7, 192h);
    QCOMPARE(again.usableChunks(start).size(), std::size_t(damage.isEmpty() ? 1 : 0));
    QCOMPARE(QDir(again.folderOf(chunk)).exists(), damage.isEmpty());
}

void TestHistoryCache::tooShortCacheIsNotUsed()
{
    const QTemporaryDir dir;
    HistoryCache cache(dir.path(), 7, 4h);
    keepChunk(cache, dir.path(), {start + 2 * hour, start + 4 * hour});
    QVERIFY(cache.usableChunks(start).empty());
}

void TestHistoryCache::secondProcessWorksWithout()
{
    const QTemporaryDir dir;
    HistoryCache first(dir.path(), 7, 2h);
    HistoryCache second(dir.path(), 7, 2h);
    keepChunk(first, dir.path(), {start, start + 2 * hour});
    QVERIFY(first.isUsable());
    QVERIFY(!second.isUsable());
    QVERIFY(second.usableChunks(start).empty());
    QCOMPARE(first.usableChunks(start).size(), std::size_t(1));
}

void TestHistoryCache::otherVersionsAreRemoved()
{
    const QTemporaryDir dir;
    const QString old = dir.filePath(QStringLiteral("v0-seed7-192h"));
    QVERIFY(QDir().mkpath(old));
    const HistoryCache cache(dir.path(), 7, 2h);
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(cache.folder()));
}

void TestHistoryCache::blocksAreLinked()
{
    const QTemporaryDir from;
    const QTemporaryDir to;
    makeBlock(from.path());
    QFile state(from.filePath(QStringLiteral("state")));
    QVERIFY(state.open(QIODevice::WriteOnly));
    QVERIFY(linkBlocks(from.path(), to.path()).ok());
    QVERIFY(QFile::exists(to.filePath(QStringLiteral("01BLOCK/index"))));
    QVERIFY(QFile::exists(to.filePath(QStringLiteral("01BLOCK/chunks/000001"))));
    QVERIFY(!QFile::exists(to.filePath(QStringLiteral("state"))));
}

void TestHistoryCache::runDirectoryIsRemoved()
{
    const QTemporaryDir dir;
    QString path;
    {
        auto run = RunDirectory::create(dir.filePath(QStringLiteral("run")));
        QVERIFY(run.ok());
        path = (*run)->path();
        QVERIFY(QFile::exists(path));
        QCOMPARE(RunDirectory::removeLeftovers(dir.filePath(QStringLiteral("run"))), 0);
        QVERIFY(QFile::exists(path));
    }
    QVERIFY(!QFile::exists(path));
    QVERIFY(QDir(dir.filePath(QStringLiteral("run"))).isEmpty());
}

void TestHistoryCache::leftoversAreRemoved()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("run-killed/data")));
    QFile lock(dir.filePath(QStringLiteral("run-killed.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    QCOMPARE(RunDirectory::removeLeftovers(dir.path()), 1);
    QVERIFY(QDir(dir.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestHistoryCache)
#include "tst_historycache.moc"
