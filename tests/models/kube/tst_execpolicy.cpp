// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execpolicy.h"
#include "support/resultmacros.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestExecPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        make(u"one/login"_s, true);
        make(u"two/login"_s, true);
        make(u"two/other"_s, true);
        make(u"one/other"_s, false); // not to be run, so not found
        QVERIFY(QDir(m_dir.path()).mkpath(u"one/folder"_s));
        m_path = m_dir.filePath(u"one"_s) + u":relative:"_s + m_dir.filePath(u"two"_s);
    }

    void words_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("allowed");
        const auto row = [](const char *name, const QStringList &words, ExecPolicy::Kind kind,
                            const QStringList &allowed) {
            QTest::newRow(name) << words << static_cast<int>(kind) << allowed;
        };
        row("nothing said", {}, ExecPolicy::Kind::Allowlist, knownLoginHelpers());
        row("all", {u"all"_s}, ExecPolicy::Kind::AllowAll, {});
        row("none", {u"none"_s}, ExecPolicy::Kind::DenyAll, {});
        row("names", {u"aws"_s, u"/opt/x"_s}, ExecPolicy::Kind::Allowlist, {u"aws"_s, u"/opt/x"_s});
        row("all is a name among others", {u"all"_s, u"aws"_s}, ExecPolicy::Kind::Allowlist,
            {u"all"_s, u"aws"_s});
    }

    void words()
    {
        QFETCH(QStringList, words);
        QFETCH(int, kind);
        QFETCH(QStringList, allowed);
        const ExecPolicy policy = ExecPolicy::fromWords(words);
        QCOMPARE(static_cast<int>(policy.kind), kind);
        QCOMPARE(policy.allowed, allowed);
    }

    void aPolicyThatIsNotGivenAllowsNothing()
    {
        QVERIFY_ERROR(permittedProgram(question(u"login"_s), {}, m_path), ErrorCode::Unauthorized);
    }

    void findsPrograms_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("found");
        QTest::newRow("the first in PATH") << u"login"_s << u"one/login"_s;
        QTest::newRow("that may be run") << u"other"_s << u"two/other"_s;
        QTest::newRow("no folder") << u"folder"_s << QString{};
        QTest::newRow("unknown") << u"nothing"_s << QString{};
        QTest::newRow("empty") << QString{} << QString{};
        QTest::newRow("absolute") << u"DIR/two/login"_s << u"two/login"_s;
        QTest::newRow("absolute and unknown") << u"DIR/three/login"_s << QString{};
        QTest::newRow("not clean") << u"DIR/one/../two/login"_s << u"two/login"_s;
        QTest::newRow("relative") << u"./login"_s << QString{};
    }

    void findsPrograms()
    {
        QFETCH(QString, command);
        QFETCH(QString, found);
        command.replace(u"DIR"_s, m_dir.path());
        QCOMPARE(findProgram(command, m_path), found.isEmpty() ? found : m_dir.filePath(found));
    }

    void permits_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("permitted");
        QTest::newRow("all") << u"login"_s << QStringList{u"all"_s} << true;
        QTest::newRow("none") << u"login"_s << QStringList{u"none"_s} << false;
        QTest::newRow("name and name") << u"login"_s << QStringList{u"login"_s} << true;
        QTest::newRow("name and path") << u"login"_s << QStringList{u"DIR/one/login"_s} << true;
        QTest::newRow("path and name") << u"DIR/one/login"_s << QStringList{u"login"_s} << true;
        QTest::newRow("path and path")
            << u"DIR/two/login"_s << QStringList{u"DIR/two/login"_s} << true;
        QTest::newRow("the same name elsewhere")
            << u"DIR/two/login"_s << QStringList{u"login"_s} << false;
        QTest::newRow("another path of that name")
            << u"login"_s << QStringList{u"DIR/two/login"_s} << false;
        QTest::newRow("another name") << u"login"_s << QStringList{u"other"_s} << false;
        QTest::newRow("part of the name") << u"login"_s << QStringList{u"log"_s, u"in"_s} << false;
        QTest::newRow("second of the list")
            << u"login"_s << QStringList{u"other"_s, u"login"_s} << true;
        QTest::newRow("not well-known") << u"login"_s << QStringList{} << false;
    }

    void permits()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, words);
        QFETCH(bool, permitted);
        command.replace(u"DIR"_s, m_dir.path());
        words.replaceInStrings(u"DIR"_s, m_dir.path());
        const Result<QString> program =
            permittedProgram(question(command), ExecPolicy::fromWords(words), m_path);
        QCOMPARE(program.ok(), permitted);
        if (permitted) {
            QVERIFY(QDir::isAbsolutePath(*program)); // what was judged is what is run
        }
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("sentence");
        const QString what =
            u"The login helper “%1” of the user “ann” gave no credentials (/x): "_s;
        QTest::newRow("not allowed")
            << u"DIR/two/login"_s << u"aws"_s << QString{}
            << what.arg(u"login"_s) + u"it may not run: it is not among the allowed helpers. If "
                                      "you trust it, add DIR/two/login to plugins under kube in "
                                      "the workspace."_s;
        QTest::newRow("none allowed")
            << u"login"_s << u"none"_s << QString{}
            << what.arg(u"login"_s) + u"it may not run: the workspace allows no helpers. If you "
                                      "trust it, add it to plugins under kube in the workspace."_s;
        QTest::newRow("not installed")
            << u"gone"_s << u"all"_s << QString{}
            << what.arg(u"gone"_s) + u"there is no program “gone” in the folders of PATH. Install "
                                     "it, or give its whole path as command."_s;
        QTest::newRow("not installed, with a hint")
            << u"gone"_s << u"all"_s << u"Get it from example.org."_s
            << what.arg(u"gone"_s) + u"there is no program “gone” in the folders of PATH. Get it "
                                     "from example.org."_s;
        QTest::newRow("not there")
            << u"/no/gone"_s << u"all"_s << QString{}
            << what.arg(u"gone"_s) + u"there is no program /no/gone. Install it, or give its whole "
                                     "path as command."_s;
    }

    void saysWhyNot()
    {
        QFETCH(QString, command);
        QFETCH(QString, words);
        QFETCH(QString, hint);
        QFETCH(QString, sentence);
        ExecQuestion asked = question(command.replace(u"DIR"_s, m_dir.path()));
        asked.exec.installHint = hint;
        const Result<QString> program =
            permittedProgram(asked, ExecPolicy::fromWords({words}), m_path);
        QVERIFY_ERROR(program, ErrorCode::Unauthorized);
        QCOMPARE(program.error().sentence(), sentence.replace(u"DIR"_s, m_dir.path()));
    }

private:
    void make(const QString &name, bool executable) const
    {
        const QString path = m_dir.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n");
        if (executable) {
            QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
        }
    }

    static ExecQuestion question(const QString &command)
    {
        ExecQuestion question;
        question.exec.command = command;
        question.user = u"ann"_s;
        question.file = u"/x"_s;
        return question;
    }

    QTemporaryDir m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestExecPolicy)
#include "tst_execpolicy.moc"
