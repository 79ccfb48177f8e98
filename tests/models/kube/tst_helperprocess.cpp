// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/helperprocess.h"
#include "kube/plaintext.h"
#include "processlife.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHelperProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void givesOutputAndComplaints()
    {
        const HelperOutcome outcome = run({u"-c"_s, u"echo out; echo err >&2; exit 3"_s});
        QCOMPARE(outcome.end, HelperOutcome::End::Exited);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.output, "out\n"_ba);
        QCOMPARE(outcome.complaints, "err\n"_ba);
    }

    void hasItsEnvironmentAndNoOther()
    {
        HelperCommand command = shell({u"-c"_s, u"echo $ONE-$HOME"_s});
        command.environment.insert(u"ONE"_s, u"1"_s);
        QCOMPARE(run(command).output, "1-\n"_ba);
    }

    void hasNoInputAndNoTerminal()
    {
        const HelperOutcome outcome =
            run({u"-c"_s, u"read -r x || echo no input; (exec </dev/tty) 2>&- || echo no tty"_s});
        QCOMPARE(outcome.output, "no input\nno tty\n"_ba);
    }

    void isNotThere()
    {
        HelperCommand command;
        command.program = u"/no/such/program"_s;
        const HelperOutcome outcome = run(command);
        QCOMPARE(outcome.end, HelperOutcome::End::NotStarted);
        QVERIFY(!outcome.reason.isEmpty());
    }

    void crashes()
    {
        QCOMPARE(run({u"-c"_s, u"kill -SEGV $$"_s}).end, HelperOutcome::End::Crashed);
    }

    void printsTooMuch()
    {
        const HelperOutcome outcome = run({u"-c"_s, u"exec yes"_s});
        QCOMPARE(outcome.end, HelperOutcome::End::TooMuch);
        QVERIFY(outcome.output.isEmpty());
    }

    void theEndOfALongComplaintIsKept()
    {
        const HelperOutcome outcome =
            run({u"-c"_s, u"yes | head -c 100000 >&2; echo the end >&2"_s});
        QCOMPARE(outcome.end, HelperOutcome::End::Exited);
        QVERIFY(outcome.complaints.endsWith("the end\n"));
        QVERIFY(outcome.complaints.size() <= 16 * 1024);
    }

    void takesTooLong()
    {
        HelperCommand command = hanging();
        command.timeLimit = 300ms;
        // It ignores the request to end, and so does its child.
        const HelperOutcome outcome = run(command);
        QCOMPARE(outcome.end, HelperOutcome::End::TimedOut);
        for (const qint64 pid : pids()) {
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
        }
    }

    void endsWithItsObject()
    {
        auto process = std::make_unique<HelperProcess>(hanging());
        process->start();
        QTRY_VERIFY_WITH_TIMEOUT(!pids().isEmpty(), 60'000);
        const QList<qint64> children = pids();
        QCOMPARE(children.size(), 2);
        QVERIFY(isAlive(children.first()));
        process.reset();
        for (const qint64 pid : children) {
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
        }
    }

    void endsWithItsObjectAtOnce()
    {
        auto process = std::make_unique<HelperProcess>(hanging());
        process->start();
        process.reset(); // before it has even become another program
        QVERIFY(true);
    }

    void escapesAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("plain") << u"a b\nc\td"_s << u"a b\nc\td"_s;
        QTest::newRow("colour") << u"\x1b[1;31mred\x1b[0m"_s << u"red"_s;
        QTest::newRow("title") << u"\x1b]0;title\x07"
                                  "x"_s
                               << u"x"_s;
        QTest::newRow("link") << u"\x1b]8;;http://a\x1b\\text\x1b]8;;\x1b\\"_s << u"text"_s;
        QTest::newRow("one byte CSI") << u"\u009b31mred"_s << u"red"_s;
        QTest::newRow("short") << u"\x1b"
                                  "7a\x1b(Bb"_s
                               << u"ab"_s;
        QTest::newRow("bell, backspace, NUL")
            << u"a\x07\b" + QString(QChar(u'\0')) + u"b"_s << u"ab"_s;
        QTest::newRow("line ends") << u"a\r\nb\rc"_s << u"a\nbc"_s;
        QTest::newRow("turned around") << u"a\u202eb\u2066c"_s << u"abc"_s;
        QTest::newRow("an escape at the end") << u"a\x1b"_s << u"a"_s;
        QTest::newRow("a title without an end") << u"a\x1b]0;title"_s << u"a"_s;
        QTest::newRow("other scripts") << u"登录 é ü"_s << u"登录 é ü"_s;
    }

    void escapesAreTakenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QCOMPARE(withoutControls(text), plain);
    }

private:
    static HelperCommand shell(const QStringList &arguments)
    {
        HelperCommand command;
        command.program = u"/bin/sh"_s;
        command.arguments = arguments;
        command.environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        return command;
    }

    HelperCommand hanging()
    {
        HelperCommand command =
            shell({QStringLiteral(SPILLWAY_TEST_DATA "/kube/plugins/hangs.sh")});
        command.environment.insert(u"PIDS"_s, m_dir->filePath(u"pids"_s));
        return command;
    }

    [[nodiscard]] QList<qint64> pids() const { return pidsIn(m_dir->filePath(u"pids"_s)); }

    static HelperOutcome run(const QStringList &arguments) { return run(shell(arguments)); }

    static HelperOutcome run(const HelperCommand &command)
    {
        HelperProcess process(command);
        HelperOutcome outcome;
        int times = 0;
        connect(&process, &HelperProcess::finished, &process, [&](const HelperOutcome &ended) {
            outcome = ended;
            ++times;
        });
        process.start();
        if (times != 0 || !QTest::qWaitFor([&times] { return times > 0; }, 30'000)) {
            QTest::qFail("finished() did not come once, after start()", __FILE__, __LINE__);
        }
        return outcome;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestHelperProcess)
#include "tst_helperprocess.moc"
