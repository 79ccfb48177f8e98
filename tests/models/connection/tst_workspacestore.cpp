// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspacestore.h"
#include "support/resultmacros.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Workspace shop()
{
    return workspaceForUrl(u"My Shop / 生产"_s, QUrl(u"http://localhost:9090"_s));
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestWorkspaceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndLoads()
    {
        const QTemporaryDir dir;
        WorkspaceStore store(dir.filePath(u"a/b"_s));
        QCOMPARE(store.list(), QStringList());
        const auto id = store.save(shop());
        QVERIFY_RESULT(id);
        QCOMPARE(*id, u"my-shop-生产"_s);
        QCOMPARE(store.list(), QStringList{*id});
        const auto reading = store.load(*id);
        QVERIFY_RESULT(reading);
        QVERIFY(reading->errors.empty());
        Workspace expected = shop();
        expected.id = *id;
        QCOMPARE(reading->workspace, expected);
        const auto permissions = QFile::permissions(store.fileOf(*id));
        QVERIFY(!(permissions & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void namesDoNotCollideOrEscape()
    {
        const QTemporaryDir dir;
        WorkspaceStore store(dir.path());
        QCOMPARE(store.save(shop()).value(), u"my-shop-生产"_s);
        QCOMPARE(store.save(shop()).value(), u"my-shop-生产-2"_s);
        Workspace sly = shop();
        sly.name = u"../../etc/passwd"_s;
        QCOMPARE(store.save(sly).value(), u"etc-passwd"_s);
        sly.name = u"///"_s;
        QCOMPARE(store.save(sly).value(), u"workspace"_s);
    }

    void filesWithErrorsAreNotOverwritten()
    {
        const QTemporaryDir dir;
        WorkspaceStore store(dir.path());
        Workspace value = shop();
        value.id = u"x"_s;
        const QByteArray broken = "name: [\n";
        put(store.fileOf(u"x"_s), broken);
        const auto reading = store.load(u"x"_s);
        QVERIFY_RESULT(reading);
        QVERIFY(!reading->errors.empty());
        QVERIFY_ERROR(store.save(value), ErrorCode::InvalidDocument);
        QCOMPARE(contents(store.fileOf(u"x"_s)), broken);
    }

    void changesBySomebodyElseAreNotLost()
    {
        const QTemporaryDir dir;
        WorkspaceStore store(dir.path());
        Workspace value = shop();
        value.id = store.save(value).value();
        const QString path = store.fileOf(value.id);
        put(path, contents(path) + "# theirs\n");
        value.name = u"other"_s;
        QVERIFY_ERROR(store.save(value), ErrorCode::Conflict);
        QVERIFY(contents(path).contains("theirs"));
        QVERIFY_RESULT(store.load(value.id));
        QVERIFY_RESULT(store.save(value));
        QVERIFY(contents(path).contains("theirs"));
        QVERIFY(contents(path).contains("name: other"));
    }

    void importTakesTheFileAsItIs()
    {
        const QTemporaryDir dir;
        const QTemporaryDir elsewhere;
        WorkspaceStore store(dir.path());
        const QByteArray text =
            "# mine\napiVersion: spillway.dev/v1\nkind: Workspace\nname: Team A\n"
            "prometheus: {url: 'http://h:1'}\n";
        const QString path = elsewhere.filePath(u"given.yaml"_s);
        put(path, text);
        const auto id = store.import(path);
        QVERIFY_RESULT(id);
        QCOMPARE(*id, u"team-a"_s);
        QCOMPARE(contents(store.fileOf(*id)), text);
        put(path, "apiVersion: spillway.dev/v7\n");
        QVERIFY_ERROR(store.import(path), ErrorCode::UnsupportedVersion);
        QVERIFY_ERROR(store.import(elsewhere.filePath(u"none.yaml"_s)), ErrorCode::File);
        QCOMPARE(store.list().size(), 1);
    }

    void removes()
    {
        const QTemporaryDir dir;
        WorkspaceStore store(dir.path());
        const QString id = store.save(shop()).value();
        QVERIFY_RESULT(store.remove(id));
        QCOMPARE(store.list(), QStringList());
        QVERIFY_ERROR(store.remove(id), ErrorCode::File);
        QVERIFY_ERROR(store.load(id), ErrorCode::File);
    }

    void foldersThatCannotBeWritten()
    {
        const QTemporaryDir dir;
        put(dir.filePath(u"file"_s), "x");
        WorkspaceStore store(dir.filePath(u"file"_s));
        QVERIFY_ERROR(store.save(shop()), ErrorCode::File);
    }

    void usualFolderIsInTheHome() { QVERIFY(WorkspaceStore().folder().endsWith(u"/workspaces"_s)); }
};

QTEST_GUILESS_MAIN(TestWorkspaceStore)
#include "tst_workspacestore.moc"
