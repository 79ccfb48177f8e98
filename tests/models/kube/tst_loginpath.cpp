// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/loginpath.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLoginPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAShellItIsTheOneWeHave_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("none") << QString{};
        QTest::newRow("not there") << u"/no/such/shell"_s;
        QTest::newRow("relative") << u"sh"_s;
    }

    void withoutAShellItIsTheOneWeHave()
    {
        QFETCH(QString, shell);
        LoginPath path(shell, environment());
        QString found;
        path.get([&found](const QString &is) { found = is; });
        QCOMPARE(found, u"/usr/bin:/bin"_s); // at once
    }

    void whatShellsSay_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("expected");
        const QString ours = u"/usr/bin:/bin"_s;
        QTest::newRow("more folders")
            << "PATH=/home/x/bin:/bin:/opt/bin:/usr/bin; export PATH; eval \"$4\""_ba
            << ours + u":/home/x/bin:/opt/bin"_s;
        QTest::newRow("chatter around it")
            << "echo PATH=/wrong; PATH=/opt/bin:$PATH; export PATH; eval \"$4\"; echo bye"_ba
            << ours + u":/opt/bin"_s;
        QTest::newRow("relative folders do not count")
            << "PATH=bin:.:/opt/bin:$PATH; export PATH; eval \"$4\""_ba << ours + u":/opt/bin"_s;
        QTest::newRow("nothing") << "exit 1"_ba << ours;
        QTest::newRow("something else") << "echo hello"_ba << ours;
        QTest::newRow("nothing for a long time") << "exec sleep 600"_ba << ours;
    }

    void whatShellsSay()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, expected);
        const QString shell = m_dir.filePath(u"shell"_s);
        QFile file(shell);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + script + "\n");
        file.close();
        QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
        LoginPath path(shell, environment());
        if (script.contains("sleep")) {
            path.setTimeLimit(100ms);
        }
        QStringList found;
        path.get([&found](const QString &is) { found << is; });
        path.get([&found](const QString &is) { found << is; });
        QVERIFY(found.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(found, (QStringList{expected, expected}), 30'000);
        path.get([&found](const QString &is) { found << is; });
        QCOMPARE(found.size(), 3); // known from now on
    }

    void realShellsUnderstandTheQuestion()
    {
        LoginPath path(u"/bin/bash"_s, environment());
        path.setTimeLimit(60s);
        QString found;
        path.get([&found](const QString &is) { found = is; });
        QTRY_VERIFY_WITH_TIMEOUT(found.startsWith(u"/usr/bin:/bin"_s), 60'000);
    }

private:
    static QProcessEnvironment environment()
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        return environment;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestLoginPath)
#include "tst_loginpath.moc"
