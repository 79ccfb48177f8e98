// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardlibrary.h"
#include "dashboards/dashboardwriter.h"
#include "samples.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestDashboardLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shipped = m_folder->filePath(u"shipped"_s);
        m_user = m_folder->filePath(u"user"_s);
        QVERIFY(QDir().mkpath(m_shipped));
        write(m_shipped + u"/a.yaml"_s, writeDashboard(sample(u"a"_s, u"Shipped"_s)));
    }

    void aCopyOverlaysAndIsReverted()
    {
        DashboardLibrary library(m_shipped, m_user);
        const QSignalSpy spy(&library, &DashboardLibrary::changed);
        QVERIFY_RESULT(library.save(sample(u"a"_s, u"Mine"_s)));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(library.entries().size(), std::size_t{1});
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Mine"_s);
        QVERIFY(library.find(u"a"_s)->overlays);
        QVERIFY_RESULT(library.save(sample(u"a"_s, u"Mine again"_s)));
        QVERIFY_RESULT(library.revert(u"a"_s));
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Shipped"_s);
        QVERIFY(QFile::exists(m_user + u"/a.yaml.orig"_s));
        QVERIFY_ERROR(library.revert(u"a"_s), ErrorCode::NotFound);
    }

    void changesByOthersAreConflicts()
    {
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY_RESULT(library.save(sample(u"b"_s, u"One"_s)));
        const QByteArray theirs = writeDashboard(sample(u"b"_s, u"Theirs"_s));
        write(m_user + u"/b.yaml"_s, theirs);
        QVERIFY_ERROR(library.save(sample(u"b"_s, u"Two"_s)), ErrorCode::Conflict);
        QCOMPARE(read(m_user + u"/b.yaml"_s), theirs);
        QVERIFY_RESULT(library.overwrite(sample(u"b"_s, u"Two"_s)));
        QCOMPARE(read(m_user + u"/b.yaml.orig"_s), theirs);
        QCOMPARE(library.find(u"b"_s)->reading.dashboard.title, u"Two"_s);
        QVERIFY(QFile::remove(m_user + u"/b.yaml"_s));
        QVERIFY_ERROR(library.save(sample(u"b"_s, u"Three"_s)), ErrorCode::Conflict);
    }

    void filesWithProblemsAreNeverOverwritten()
    {
        QVERIFY(QDir().mkpath(m_user));
        QByteArray bytes = writeDashboard(sample(u"a"_s, u"Mine"_s));
        bytes += "    - id: broken\n";
        write(m_user + u"/a.yaml"_s, bytes);
        write(m_user + u"/c.yaml"_s, "not: [a dashboard");
        DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Mine"_s);
        QVERIFY(!library.problems().empty());
        QVERIFY_ERROR(library.save(sample(u"a"_s, u"New"_s)), ErrorCode::Conflict);
        QVERIFY_ERROR(library.save(sample(u"c"_s, u"New"_s)), ErrorCode::Conflict);
        QCOMPARE(read(m_user + u"/a.yaml"_s), bytes);
        QVERIFY_RESULT(library.saveAs(library.find(u"a"_s)->reading.dashboard, u"copy"_s));
        QVERIFY_ERROR(library.saveAs(sample(u"x"_s, u"X"_s), u"copy"_s), ErrorCode::Conflict);
    }

    void brokenOverlayShowsTheShippedOne()
    {
        QVERIFY(QDir().mkpath(m_user));
        write(m_user + u"/a.yaml"_s, "apiVersion: spillway.dev/v1\nmetadata: {id: a}\n");
        const DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(library.find(u"a"_s)->reading.dashboard.title, u"Shipped"_s);
        QVERIFY(!library.problems().empty());
    }

    void twoFilesWithOneId()
    {
        QVERIFY(QDir().mkpath(m_user));
        write(m_user + u"/x.yaml"_s, writeDashboard(sample(u"same"_s, u"First"_s)));
        write(m_user + u"/y.yaml"_s, writeDashboard(sample(u"same"_s, u"Second"_s)));
        const DashboardLibrary library(m_shipped, m_user);
        QCOMPARE(library.find(u"same"_s)->reading.dashboard.title, u"First"_s);
        QCOMPARE(library.problems().size(), std::size_t{1});
    }

    void idsAreFileNames()
    {
        QVERIFY(isDashboardId(u"rag-worker_2.b"_s));
        for (const QString &bad :
             {u""_s, u"../x"_s, u".x"_s, u"a b"_s, u"中"_s, QString(65, u'a')}) {
            QVERIFY(!isDashboardId(bad));
        }
        DashboardLibrary library(m_shipped, m_user);
        QVERIFY_ERROR(library.save(sample(u"../x"_s, {})), ErrorCode::InvalidInput);
        QVERIFY_ERROR(library.overwrite(sample(u"../x"_s, {})), ErrorCode::InvalidInput);
    }

    void unwritableFolderIsAnError()
    {
        write(m_folder->filePath(u"file"_s), "x");
        DashboardLibrary library(m_shipped, m_folder->filePath(u"file/below"_s));
        QVERIFY_ERROR(library.save(sample(u"a"_s, {})), ErrorCode::File);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_shipped;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestDashboardLibrary)
#include "tst_dashboardlibrary.moc"
