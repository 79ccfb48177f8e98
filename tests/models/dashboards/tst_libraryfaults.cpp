// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardlibrary.h"
#include "dashboards/dashboardwriter.h"
#include "samples.h"
#include "support/resultmacros.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const DashboardLibrary &library)
{
    QStringList ids;
    for (const DashboardLibrary::Entry &entry : library.entries()) {
        if (entry.reading.usable) {
            ids << entry.reading.dashboard.id;
        }
    }
    return ids;
}

} // namespace

class TestLibraryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shipped = m_folder->filePath(u"shipped"_s);
        m_user = m_folder->filePath(u"user"_s);
        QVERIFY(QDir().mkpath(m_shipped));
        QVERIFY(QDir().mkpath(m_user));
        write(m_shipped + u"/a.yaml"_s, writeDashboard(sample(u"a"_s, u"Shipped"_s)));
    }

    void missingFoldersAreEmpty()
    {
        const DashboardLibrary library(m_folder->filePath(u"no"_s), m_folder->filePath(u"nor"_s));
        QVERIFY(library.entries().empty());
        QVERIFY(library.problems().empty());
        QVERIFY(library.find(u"a"_s) == nullptr);
    }

    void aFileWhereTheFolderShouldBe()
    {
        write(m_folder->filePath(u"file"_s), "x");
        const DashboardLibrary library(m_shipped, m_folder->filePath(u"file"_s));
        QCOMPARE(idsOf(library), QStringList{u"a"_s});
    }

    void brokenFilesLeaveOthersAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x00\x01\xff",
                                              7);
        QTest::newRow("a list") << QByteArray("- a\n");
        QTest::newRow("cut off") << writeDashboard(sample(u"b"_s, u"B"_s)).left(60);
        QTest::newRow("other kind") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata: {}\n");
        QTest::newRow("newer format")
            << QByteArray("apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 99\n"
                          "metadata: {id: b}\nspec: {panels: []}\n");
        QTest::newRow("brackets without end") << QByteArray(100'000, '[');
        QTest::newRow("eleven megabytes") << QByteArray(11 * 1024 * 1024, '#');
    }

    void brokenFilesLeaveOthersAlone()
    {
        QFETCH(const QByteArray, bytes);
        write(m_user + u"/broken.yaml"_s, bytes);
        write(m_user + u"/fine.yaml"_s, writeDashboard(sample(u"fine"_s, u"Fine"_s)));
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(idsOf(library), (QStringList{u"a"_s, u"fine"_s}));
        QVERIFY(!library.problems().empty());
        for (const Error &problem : library.problems()) {
            QVERIFY2(problem.where.endsWith("/broken.yaml"_L1), qPrintable(problem.where));
            QVERIFY(!problem.sentence().isEmpty());
        }
        // Nothing that we do to others touches it.
        QVERIFY_RESULT(library.save(sample(u"a"_s, u"Mine"_s)));
        QVERIFY_RESULT(library.revert(u"a"_s));
        QVERIFY(read(m_user + u"/broken.yaml"_s) == bytes);
    }

    void foldersAndPipesAreNoDashboards()
    {
        QVERIFY(QDir().mkpath(m_user + u"/folder.yaml"_s));
        QCOMPARE(::mkfifo(QFile::encodeName(m_user + u"/pipe.yaml"_s).constData(), 0600), 0);
        const DashboardLibrary library(m_shipped, m_user); // must not wait for a writer
        QCOMPARE(idsOf(library), QStringList{u"a"_s});
    }

    void otherFilesAreNotRead()
    {
        write(m_user + u"/notes.txt"_s, "x");
        write(m_user + u"/b.yaml.orig"_s, writeDashboard(sample(u"b"_s, u"B"_s)));
        write(m_user + u"/b.yaml~"_s, "x");
        write(m_user + u"/c.yml"_s, writeDashboard(sample(u"c"_s, u"C"_s)));
        const DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(idsOf(library), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(library.problems().empty());
    }

    void symbolicLinksAreFollowedAndStay()
    {
        const QString elsewhere = m_folder->filePath(u"elsewhere.yaml"_s);
        write(elsewhere, writeDashboard(sample(u"b"_s, u"Linked"_s)));
        QVERIFY(QFile::link(elsewhere, m_user + u"/b.yaml"_s));
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(library.find(u"b"_s)->reading.dashboard.title, u"Linked"_s);
        QVERIFY_RESULT(library.save(sample(u"b"_s, u"Saved"_s)));
        QVERIFY(QFileInfo(m_user + u"/b.yaml"_s).isSymLink());
        QVERIFY(read(elsewhere).contains("Saved"));
    }

    void danglingLinksAreNotWrittenThrough()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"gone.yaml"_s), m_user + u"/b.yaml"_s));
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(idsOf(library), QStringList{u"a"_s});
        QVERIFY(library.problems().empty());
    }

    void unreadableFilesAreSaid()
    {
        // A loop of links cannot be opened whoever asks, root included.
        QVERIFY(QFile::link(m_user + u"/y.yaml"_s, m_user + u"/x.yaml"_s));
        QVERIFY(QFile::link(m_user + u"/x.yaml"_s, m_user + u"/y.yaml"_s));
        const DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(idsOf(library), QStringList{u"a"_s});
    }

    void vanishedFileIsAConflict()
    {
        write(m_user + u"/b.yaml"_s, writeDashboard(sample(u"b"_s, u"B"_s)));
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY(QFile::remove(m_user + u"/b.yaml"_s));
        QVERIFY_ERROR(library.save(sample(u"b"_s, u"New"_s)), ErrorCode::Conflict);
        QVERIFY(!QFile::exists(m_user + u"/b.yaml"_s));
        QVERIFY_ERROR(library.revert(u"b"_s), ErrorCode::File);
        QVERIFY_RESULT(library.overwrite(sample(u"b"_s, u"New"_s)));
        QVERIFY(!QFile::exists(m_user + u"/b.yaml.orig"_s)); // there was nothing to keep
        library.reload();
        QCOMPARE(library.find(u"b"_s)->reading.dashboard.title, u"New"_s);
    }

    void vanishedFolderIsMadeAgain()
    {
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY(QDir(m_user).removeRecursively());
        QVERIFY_RESULT(library.save(sample(u"b"_s, u"B"_s)));
        QVERIFY(library.find(u"b"_s) != nullptr);
    }

    void fileThatAppearedIsAConflict()
    {
        DashboardLibrary library(m_shipped, m_user);
        const QByteArray theirs = writeDashboard(sample(u"a"_s, u"Theirs"_s));
        write(m_user + u"/a.yaml"_s, theirs);
        QVERIFY_ERROR(library.save(sample(u"a"_s, u"Mine"_s)), ErrorCode::Conflict);
        QCOMPARE(read(m_user + u"/a.yaml"_s), theirs);
        library.reload();
        QVERIFY_RESULT(library.save(sample(u"a"_s, u"Mine"_s)));
    }

    void otherIdInTheFileOfThatName()
    {
        const QByteArray theirs = writeDashboard(sample(u"z"_s, u"Theirs"_s));
        write(m_user + u"/b.yaml"_s, theirs);
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY_ERROR(library.save(sample(u"b"_s, u"B"_s)), ErrorCode::Conflict);
        QVERIFY_ERROR(library.saveAs(sample(u"x"_s, u"B"_s), u"b"_s), ErrorCode::Conflict);
        QCOMPARE(read(m_user + u"/b.yaml"_s), theirs);
        QVERIFY_RESULT(library.save(sample(u"z"_s, u"Again"_s)));
        QVERIFY(read(m_user + u"/b.yaml"_s).contains("Again"));
        QVERIFY(!QFile::exists(m_user + u"/z.yaml"_s));
    }

    void oneIdTwice_data()
    {
        QTest::addColumn<QString>("second");
        QTest::newRow("same ending") << u"z.yaml"_s;
        QTest::newRow("other ending") << u"b.yml"_s;
    }

    void oneIdTwice()
    {
        QFETCH(const QString, second);
        write(m_user + u"/b.yaml"_s, writeDashboard(sample(u"b"_s, u"First"_s)));
        write(m_user + u'/' + second, writeDashboard(sample(u"b"_s, u"Second"_s)));
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(idsOf(library), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(library.find(u"b"_s)->reading.dashboard.title, u"First"_s);
        QCOMPARE(library.problems().size(), std::size_t{1});
        const Error problem = library.problems().front();
        QVERIFY(problem.where.endsWith(second));
        QVERIFY(problem.why.contains("b.yaml"_L1));
        QVERIFY_RESULT(library.save(sample(u"b"_s, u"Saved"_s)));
        QVERIFY(read(m_user + u'/' + second).contains("Second"));
    }

    void overlayAndItsTwin()
    {
        write(m_user + u"/a.yaml"_s, writeDashboard(sample(u"a"_s, u"Mine"_s)));
        write(m_user + u"/b.yaml"_s, writeDashboard(sample(u"a"_s, u"Twin"_s)));
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Mine"_s);
        QVERIFY(library.find(u"a"_s)->overlays);
        QVERIFY_RESULT(library.revert(u"a"_s));
        // The twin now stands alone over the shipped one.
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Twin"_s);
        QVERIFY(library.problems().empty());
    }

    void revertKeepsTheNewestCopyOnly()
    {
        DashboardLibrary library(m_shipped, m_user);
        for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s}) {
            QVERIFY_RESULT(library.save(sample(u"a"_s, title)));
            QVERIFY_RESULT(library.revert(u"a"_s));
            QVERIFY(read(m_user + u"/a.yaml.orig"_s).contains(title.toUtf8()));
            QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Shipped"_s);
        }
    }

    void failuresEmitNothing()
    {
        write(m_user + u"/b.yaml"_s, "theirs");
        DashboardLibrary library(m_shipped, m_user);
        const QSignalSpy spy(&library, &DashboardLibrary::changed);
        QVERIFY_ERROR(library.save(sample(u"b"_s, u"B"_s)), ErrorCode::Conflict);
        QVERIFY_ERROR(library.save(sample(u"../b"_s, u"B"_s)), ErrorCode::InvalidInput);
        QVERIFY_ERROR(library.saveAs(sample(u"x"_s, {}), u"a"_s), ErrorCode::Conflict);
        QVERIFY_ERROR(library.revert(u"a"_s), ErrorCode::NotFound);
        QVERIFY_ERROR(library.revert(u"nobody"_s), ErrorCode::NotFound);
        QCOMPARE(spy.count(), 0);
    }

    void savingLeavesNoTemporaryFiles()
    {
        DashboardLibrary library(m_shipped, m_user);
        for (int i = 0; i < 5; ++i) {
            QVERIFY_RESULT(library.save(sample(u"a"_s, QString::number(i))));
        }
        QCOMPARE(QDir(m_user).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.yaml"_s});
    }

    void hostileIdsCannotLeaveTheFolder_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id :
             {u".."_s, u"../../etc/passwd"_s, u"/etc/passwd"_s, u"a/b"_s, u"a\\b"_s, u".hidden"_s,
              u"a\nb"_s, QString(QChar(u'\0')), u"a%2fb"_s, u"COM1:"_s, u"ａ"_s}) {
            QTest::newRow(qPrintable(QString::fromLatin1(id.toUtf8().toPercentEncoding()))) << id;
        }
    }

    void hostileIdsCannotLeaveTheFolder()
    {
        QFETCH(const QString, id);
        QVERIFY(!isDashboardId(id));
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY_ERROR(library.save(sample(id, {})), ErrorCode::InvalidInput);
        QVERIFY_ERROR(library.overwrite(sample(id, {})), ErrorCode::InvalidInput);
        QVERIFY(!library.saveAs(sample(u"x"_s, {}), id).ok());
        QVERIFY(QDir(m_user).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_shipped;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestLibraryFaults)
#include "tst_libraryfaults.moc"
