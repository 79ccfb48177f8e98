// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(spillway::AttemptOutcome)

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRetried_data()
    {
        QTest::addColumn<AttemptOutcome>("outcome");
        QTest::addColumn<bool>("retried");
        const auto transport = [](ErrorCode code, bool anyBytes) {
            return AttemptOutcome{1, code, 0, anyBytes, {}};
        };
        const auto status = [](int code) { return AttemptOutcome{1, {}, code, false, {}}; };
        QTest::newRow("no connection") << transport(ErrorCode::Unreachable, false) << true;
        QTest::newRow("cut before the answer") << transport(ErrorCode::Interrupted, false) << true;
        QTest::newRow("cut in the answer") << transport(ErrorCode::Interrupted, true) << false;
        QTest::newRow("time-out") << transport(ErrorCode::Timeout, false) << false;
        QTest::newRow("TLS") << transport(ErrorCode::Tls, false) << false;
        QTest::newRow("garbage") << transport(ErrorCode::Protocol, false) << false;
        for (const int code : {429, 502, 503}) {
            QTest::addRow("%d", code) << status(code) << true;
        }
        for (const int code : {200, 301, 400, 401, 403, 404, 409, 413, 422, 499, 500, 504}) {
            QTest::addRow("%d", code) << status(code) << false;
        }
    }

    void whatIsRetried()
    {
        QFETCH(AttemptOutcome, outcome);
        QTEST(retryDelay(RetryPolicy::forReads(), outcome, 0.5).has_value(), "retried");
        QVERIFY(!retryDelay(RetryPolicy{}, outcome, 0.5).has_value());
    }

    void waitsLongerEachTimeUpToTheMost()
    {
        RetryPolicy policy{.maxAttempts = 99, .base = 100ms, .most = 1000ms};
        AttemptOutcome outcome{1, ErrorCode::Unreachable, 0, false, {}};
        QCOMPARE(retryDelay(policy, outcome, 1.0), std::optional<std::chrono::milliseconds>{100ms});
        outcome.attempt = 3;
        QCOMPARE(retryDelay(policy, outcome, 1.0), std::optional<std::chrono::milliseconds>{400ms});
        outcome.attempt = 60;
        QCOMPARE(retryDelay(policy, outcome, 1.0),
                 std::optional<std::chrono::milliseconds>{1000ms});
        QCOMPARE(retryDelay(policy, outcome, 0.0), std::optional<std::chrono::milliseconds>{100ms});
    }

    void honoursRetryAfterButNotForever()
    {
        const RetryPolicy policy{.maxAttempts = 3, .most = 5000ms};
        QCOMPARE(retryDelay(policy, {1, {}, 429, false, 3000ms}, 0.0),
                 std::optional<std::chrono::milliseconds>{3000ms});
        QVERIFY(!retryDelay(policy, {1, {}, 429, false, 60'000ms}, 0.0).has_value());
    }

    void stopsAfterTheLastAttempt()
    {
        const RetryPolicy policy{.maxAttempts = 2};
        QVERIFY(retryDelay(policy, {1, {}, 503, false, {}}, 0.5).has_value());
        QVERIFY(!retryDelay(policy, {2, {}, 503, false, {}}, 0.5).has_value());
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
