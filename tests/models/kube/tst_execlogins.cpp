// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execlogins.h"
#include "processlife.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One call of get() and what came of it.
struct Call
{
    QObject context;
    std::optional<Result<ExecCredential>> result;
    int times = 0;
};

} // namespace

/// Real login helpers: the shell scripts of tests/data/kube/plugins.
class TestExecLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_clock.set(1'700'000'000'000);
        m_setup = {};
        m_setup.environment = QProcessEnvironment();
        m_setup.environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        m_setup.environment.insert(u"INHERITED"_s, u"yes"_s);
        m_setup.timeLimit = 60s;
    }

    void nothingRunsBeforeSomebodyAsks()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        logins.refused(question, all());
        logins.tryAgain(question, all());
        QCOMPARE(runs(), 0);
    }

    void bothVersions_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("v1") << QString{execVersion1};
        QTest::newRow("v1beta1") << QString{execVersion1Beta1};
    }

    void bothVersions()
    {
        QFETCH(QString, version);
        ExecLogins logins(m_setup, m_clock);
        ExecQuestion question = this->question(u"good.sh"_s);
        question.exec.apiVersion = version;
        question.exec.environment.append({u"ASKED"_s, path(u"asked"_s)});
        const auto call = ask(logins, question);
        QVERIFY_RESULT(call);
        QCOMPARE(call->token, u"plugin-token-canary"_s);
        // The helper has seen the question as it is defined.
        QFile asked(path(u"asked"_s));
        QVERIFY(asked.open(QIODevice::ReadOnly));
        QCOMPARE(asked.readAll(), execInfo(question));
    }

    void itsEnvironment()
    {
        ExecLogins logins(m_setup, m_clock);
        ExecQuestion question =
            shell(u"printf '{\"apiVersion\":\"client.authentication.k8s.io/v1\","
                  "\"kind\":\"ExecCredential\",\"status\":{\"token\":\"%s\"}}' "
                  "\"$INHERITED-$MINE-$1\""_s);
        question.exec.arguments << u"login"_s << u"argument"_s;
        question.exec.environment = {{u"MINE"_s, u"too"_s}};
        const auto call = ask(logins, question);
        QVERIFY_RESULT(call);
        QCOMPARE(call->token, u"yes-too-argument"_s);
    }

    void oneRunForAllWhoWait()
    {
        ExecLogins logins(m_setup, m_clock);
        ExecQuestion question = this->question(u"good.sh"_s);
        question.exec.environment.append({u"GATE"_s, path(u"gate"_s)});
        Call first;
        Call second;
        start(logins, question, first);
        start(logins, question, second);
        QTRY_COMPARE_WITH_TIMEOUT(runs(), 1, 60'000);
        QCOMPARE(logins.reports().size(), std::size_t{1});
        QVERIFY(logins.reports().front().running);
        open(u"gate"_s);
        QTRY_COMPARE_WITH_TIMEOUT(first.times, 1, 60'000);
        QCOMPARE(second.times, 1);
        QVERIFY_RESULT(*second.result);
        QCOMPARE(runs(), 1);
    }

    void twoQuestionsTwoRuns()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        ExecQuestion other = question;
        other.exec.environment.append({u"TOKEN"_s, u"other"_s});
        QVERIFY_RESULT(ask(logins, question));
        const auto call = ask(logins, other);
        QVERIFY_RESULT(call);
        QCOMPARE(call->token, u"other"_s);
        QCOMPARE(runs(), 2);
    }

    void withoutAnExpiryItIsKept()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        QVERIFY_RESULT(ask(logins, question));
        m_clock.advance(1000h);
        Call again;
        start(logins, question, again);
        QCOMPARE(again.times, 1); // at once
        QCOMPARE(runs(), 1);
    }

    void keptUntilItExpires()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = expiring(10min);
        QVERIFY_RESULT(ask(logins, question));
        m_clock.advance(10min - 1ms);
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 1);
        m_clock.advance(1ms);
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 2);
    }

    void onlyJustGivenItIsUsedWhateverTheClockSays()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = expiring(-10min);
        QVERIFY_RESULT(ask(logins, question));
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 1);
        m_clock.advance(10s);
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 2);
    }

    void refusedItIsAskedOnceMore()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        QVERIFY_RESULT(ask(logins, question));
        logins.refused(question, all());
        logins.refused(question, all()); // by several answers
        QCOMPARE(runs(), 1);             // not before somebody needs it
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 2);
        // Late answers to requests with the old one.
        logins.refused(question, all());
        QVERIFY_RESULT(ask(logins, question));
        QCOMPARE(runs(), 2);
    }

    void whoIsAlwaysRefusedDoesNotAskAllTheTime()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        QList<int> runsAt;
        for (int second = 0; second < 100; ++second) {
            QVERIFY_RESULT(ask(logins, question));
            logins.refused(question, all());
            runsAt << runs();
            m_clock.advance(1s);
        }
        // Runs after 0, 1, 11, 31, 71 seconds.
        QCOMPARE(runsAt.at(0), 1);
        QCOMPARE(runsAt.at(10), 2);
        QCOMPARE(runsAt.at(30), 3);
        QCOMPARE(runsAt.at(70), 4);
        QCOMPARE(runsAt.at(99), 5);
    }

    void aFailureIsSharedForAWhile()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"fails.sh"_s);
        QVERIFY(!ask(logins, question).ok());
        QVERIFY(!ask(logins, question).ok());
        QCOMPARE(runs(), 1);
        m_clock.advance(10s);
        QVERIFY(!ask(logins, question).ok());
        QCOMPARE(runs(), 2);
        m_clock.advance(19s); // twice as long now
        QVERIFY(!ask(logins, question).ok());
        QCOMPARE(runs(), 2);
        logins.tryAgain(question, all());
        QVERIFY(!ask(logins, question).ok());
        QCOMPARE(runs(), 3);
    }

    void whatCanGoWrong_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("why");
        QTest::newRow("garbage") << u"garbage.sh"_s << u"what it printed is not JSON"_s;
        QTest::newRow("flood") << u"flood.sh"_s << u"it printed more than 1 MB"_s;
        QTest::newRow("asks for a terminal")
            << u"asks.sh"_s << u"it ended with code 1: no terminal to ask for the password on"_s;
        QTest::newRow("wrong version")
            << u"version.sh"_s
            << u"it was asked for client.authentication.k8s.io/v1 and answered "
               "client.authentication.k8s.io/v1alpha1"_s;
        QTest::newRow("only a certificate")
            << u"onlycert.sh"_s << u"it gave a certificate without a key"_s;
        QTest::newRow("fails")
            << u"fails.sh"_s
            << u"it ended with code 3: Error: session expired run login again, key [...]"_s;
    }

    void whatCanGoWrong()
    {
        QFETCH(QString, script);
        QFETCH(QString, why);
        ExecLogins logins(m_setup, m_clock);
        ExecQuestion question = this->question(script);
        question.exec.environment.append({u"LOGIN_SECRET"_s, u"secret-canary"_s});
        const auto call = ask(logins, question);
        QVERIFY(!call.ok());
        const Error error = call.error();
        QCOMPARE(error.why, why);
        QVERIFY(!error.advice.isEmpty());
        QVERIFY(!error.sentence().contains(u"canary"_s));
    }

    void aHelperThatHangs()
    {
        m_setup.timeLimit = 300ms;
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = hanging();
        const auto call = ask(logins, question);
        QVERIFY_ERROR(call, ErrorCode::Timeout);
        QCOMPARE(call.error().sentence(),
                 u"The login helper “hangs.sh” of the user “ann” gave no credentials (/x): it had "
                 "not ended after 300 ms. Log in with it in a terminal, then try again."_s);
        for (const qint64 pid : pidsIn(path(u"pids"_s))) {
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
        }
    }

    void aRunEndsWithTheLastWhoWaits()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = hanging();
        auto first = std::make_unique<Call>();
        auto second = std::make_unique<Call>();
        start(logins, question, *first);
        start(logins, question, *second);
        QTRY_VERIFY_WITH_TIMEOUT(!pidsIn(path(u"pids"_s)).isEmpty(), 60'000);
        const QList<qint64> pids = pidsIn(path(u"pids"_s));
        first.reset();
        QVERIFY(isAlive(pids.first()));
        second.reset();
        for (const qint64 pid : pids) {
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
        }
        QVERIFY(!logins.reports().front().running);
    }

    void aRunEndsWithTheLogins()
    {
        auto logins = std::make_unique<ExecLogins>(m_setup, m_clock);
        Call call;
        start(*logins, hanging(), call);
        QTRY_VERIFY_WITH_TIMEOUT(!pidsIn(path(u"pids"_s)).isEmpty(), 60'000);
        logins.reset();
        for (const qint64 pid : pidsIn(path(u"pids"_s))) {
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 60'000);
        }
        QCOMPARE(call.times, 0);
    }

    void whatIsNotAllowedDoesNotRun()
    {
        ExecLogins logins(m_setup, m_clock);
        const ExecQuestion question = this->question(u"good.sh"_s);
        const auto call = ask(logins, question, ExecPolicy::fromWords({u"aws"_s}));
        QVERIFY_ERROR(call, ErrorCode::Unauthorized);
        QCOMPARE(runs(), 0);
        // Nor does it get what another workspace was given.
        QVERIFY_RESULT(ask(logins, question));
        QVERIFY_ERROR(ask(logins, question, ExecPolicy::fromWords({u"none"_s})),
                      ErrorCode::Unauthorized);
        QCOMPARE(runs(), 1);
    }

    void thePathOfTheLoginShell()
    {
        QFile shell(path(u"shell"_s));
        QVERIFY(shell.open(QIODevice::WriteOnly));
        shell.write("#!/bin/sh\necho welcome\nPATH=/usr/bin:/bin:" SPILLWAY_TEST_DATA
                    "/kube/plugins; export PATH\neval \"$4\"\n");
        shell.close();
        QVERIFY(shell.setPermissions(shell.permissions() | QFile::ExeOwner));
        m_setup.shell = shell.fileName();
        ExecLogins logins(m_setup, m_clock);
        ExecQuestion question = this->question(u"good.sh"_s);
        question.exec.command = u"good.sh"_s;
        QVERIFY_RESULT(ask(logins, question, ExecPolicy::fromWords({u"good.sh"_s})));
    }

    void reports()
    {
        ExecLogins logins(m_setup, m_clock);
        QSignalSpy changed(&logins, &ExecLogins::reportsChanged);
        QVERIFY(logins.reports().empty());
        QVERIFY_RESULT(ask(logins, expiring(10min)));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 60'000); // it runs, it has ended
        const ExecLogins::Report report = logins.reports().front();
        QCOMPARE(report.helper, u"good.sh"_s);
        QCOMPARE(report.user, u"ann"_s);
        QVERIFY(!report.running);
        QCOMPARE(report.ended.value_or(0), m_clock.now());
        QCOMPARE(report.expires.value_or(0), m_clock.now() + 600'000);
        QVERIFY(!report.failure.has_value());
    }

    void aCallbackMayDeleteEverything()
    {
        auto logins = std::make_unique<ExecLogins>(m_setup, m_clock);
        QObject context;
        int times = 0;
        for (int i = 0; i < 2; ++i) {
            logins->get(question(u"good.sh"_s), all(), &context,
                        [&](const Result<ExecCredential> &) {
                            ++times;
                            logins.reset();
                        });
        }
        QTRY_VERIFY_WITH_TIMEOUT(times > 0, 60'000);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    static ExecPolicy all() { return {ExecPolicy::Kind::AllowAll, {}}; }

    [[nodiscard]] ExecQuestion question(const QString &script) const
    {
        ExecQuestion question;
        question.exec.command = QStringLiteral(SPILLWAY_TEST_DATA "/kube/plugins/") + script;
        question.exec.apiVersion = execVersion1;
        question.exec.environment = {{u"RUNS"_s, path(u"runs"_s)}};
        question.user = u"ann"_s;
        question.file = u"/x"_s;
        return question;
    }

    [[nodiscard]] ExecQuestion shell(const QString &script) const
    {
        ExecQuestion question = this->question({});
        question.exec.command = u"/bin/sh"_s;
        question.exec.arguments = {u"-c"_s, script};
        return question;
    }

    [[nodiscard]] ExecQuestion hanging() const
    {
        ExecQuestion question = this->question(u"hangs.sh"_s);
        question.exec.environment.append({u"PIDS"_s, path(u"pids"_s)});
        return question;
    }

    [[nodiscard]] ExecQuestion expiring(std::chrono::milliseconds in) const
    {
        ExecQuestion question = this->question(u"good.sh"_s);
        const auto at = QDateTime::fromMSecsSinceEpoch(m_clock.now() + in.count(), Qt::UTC);
        question.exec.environment.append({u"EXPIRES"_s, at.toString(Qt::ISODate)});
        return question;
    }

    [[nodiscard]] int runs() const
    {
        QFile file(path(u"runs"_s));
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
    }

    void open(const QString &gate) const
    {
        QFile file(path(gate));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    static void start(ExecLogins &logins, const ExecQuestion &question, Call &call,
                      const ExecPolicy &policy = all())
    {
        logins.get(question, policy, &call.context,
                   [&call](const Result<ExecCredential> &credential) {
                       call.result = credential;
                       ++call.times;
                   });
    }

    static Result<ExecCredential> ask(ExecLogins &logins, const ExecQuestion &question,
                                      const ExecPolicy &policy = all())
    {
        Call call;
        start(logins, question, call, policy);
        if (!QTest::qWaitFor([&call] { return call.times > 0; }, 60'000)) {
            QTest::qFail("no answer", __FILE__, __LINE__);
            return Error{};
        }
        return *call.result;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock;
    ExecSetup m_setup;
};

QTEST_GUILESS_MAIN(TestExecLogins)
#include "tst_execlogins.moc"
