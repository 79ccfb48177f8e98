// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/apierror.h"
#include "prometheus/querydecoder.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ApiAnswer answerOf(int status, const QByteArray &contentType, const QByteArray &body)
{
    ApiAnswer answer;
    answer.status = status;
    answer.contentType = contentType;
    answer.body = body;
    answer.where = u"http://prometheus.example/api/v1/query"_s;
    return answer;
}

Error errorOf(int status, const QByteArray &contentType, const QByteArray &body)
{
    const auto result = decodeQueryResult(answerOf(status, contentType, body));
    return result.ok() ? Error{} : result.error();
}

} // namespace

class TestApiError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, int status, const char *type, const char *message,
                            ErrorCode code) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(message) << code;
        };
        row("bad_data", 400, "bad_data", "parse error", ErrorCode::BadRequest);
        row("resolution", 400, "bad_data",
            "exceeded maximum resolution of 11,000 points per timeseries.",
            ErrorCode::TooExpensive);
        row("execution", 422, "execution", "many-to-many matching not allowed",
            ErrorCode::BadRequest);
        row("too many samples", 422, "execution",
            "query processing would load too many samples into memory", ErrorCode::TooExpensive);
        row("agent", 422, "execution", "unavailable with Prometheus Agent", ErrorCode::Unsupported);
        row("canceled", 499, "canceled", "context canceled", ErrorCode::ServerUnavailable);
        row("canceled by Thanos", 503, "canceled", "context canceled",
            ErrorCode::ServerUnavailable);
        row("timeout", 503, "timeout", "query timed out", ErrorCode::Timeout);
        row("internal", 500, "internal", "boom", ErrorCode::ServerError);
        row("unavailable", 500, "unavailable", "TSDB not ready", ErrorCode::ServerUnavailable);
        row("not_found", 404, "not_found", "no", ErrorCode::NotFound);
        row("not_acceptable", 406, "not_acceptable", "no", ErrorCode::Unsupported);
        row("Mimir rate", 429, "too_many_requests", "slow down (err-mimir-tenant-max-request-rate)",
            ErrorCode::RateLimited);
        row("Mimir length", 422, "execution", "too long (err-mimir-max-total-query-length)",
            ErrorCode::TooExpensive);
        row("Mimir blocked", 422, "execution", "blocked (err-mimir-query-blocked)",
            ErrorCode::Forbidden);
        row("VictoriaMetrics 422", 422, "422", "cannot parse query", ErrorCode::BadRequest);
        row("VictoriaMetrics 429", 429, "429", "couldn't start executing", ErrorCode::RateLimited);
        row("VictoriaMetrics limit", 422, "422",
            "number of samples exceeds -search.maxSamplesPerQuery", ErrorCode::TooExpensive);
        row("unknown type", 418, "teapot", "short and stout", ErrorCode::BadRequest);
        row("error with status 200", 200, "internal", "boom", ErrorCode::ServerError);
    }
    void jsonErrors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, message);
        QFETCH(ErrorCode, code);
        const Error error = errorOf(status, "application/json",
                                    "{\"status\":\"error\",\"errorType\":\"" + type +
                                        "\",\"error\":\"" + message + "\"}");
        QCOMPARE(errorCodeName(error.code), errorCodeName(code));
        QCOMPARE(error.why, QString::fromUtf8(message));
        QCOMPARE(error.httpStatus, status);
    }

    void otherAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, int status, const char *type, const char *body,
                            ErrorCode code, const QString &why) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << code << why;
        };
        row("login page", 200, "text/html; charset=utf-8", "<html><Title>Sign in</title>",
            ErrorCode::WrongContent, u"an HTML page titled \"Sign in\""_s);
        row("HTML without title", 200, "text/html", "<p>hi", ErrorCode::WrongContent,
            u"an HTML page without a title"_s);
        row("no content type", 200, "", "{}", ErrorCode::WrongContent,
            u"the answer has no content type"_s);
        row("binary", 200, "application/octet-stream", "{}", ErrorCode::WrongContent,
            u"the content type is application/octet-stream, expected application/json"_s);
        row("unauthorised", 401, "text/html", "<title>401</title>", ErrorCode::Unauthorized,
            u"an HTML page titled \"401\""_s);
        row("forbidden", 403, "text/plain", "no", ErrorCode::Forbidden, u"no"_s);
        row("not found", 404, "text/plain", "404 page not found\n", ErrorCode::NotFound,
            u"404 page not found"_s);
        row("proxy", 407, "", "", ErrorCode::Proxy, u"HTTP status 407"_s);
        row("too large", 413, "", "", ErrorCode::TooExpensive, u"HTTP status 413"_s);
        row("URL too long", 414, "", "", ErrorCode::BadRequest, u"HTTP status 414"_s);
        row("rate limited", 429, "text/plain", "busy", ErrorCode::RateLimited, u"busy"_s);
        row("bad gateway", 502, "text/html", "<title>502 Bad Gateway</title>",
            ErrorCode::ServerUnavailable, u"an HTML page titled \"502 Bad Gateway\""_s);
        row("gateway timeout", 504, "", "", ErrorCode::Timeout, u"HTTP status 504"_s);
        row("other 5xx", 507, "", "", ErrorCode::ServerError, u"HTTP status 507"_s);
        row("redirect", 302, "", "", ErrorCode::WrongContent, u"HTTP status 302"_s);
        row("Mimir without tenant", 401, "text/plain", "no org id", ErrorCode::Unauthorized,
            u"no org id"_s);
        row("broken JSON of an error", 500, "application/json", "{\"sta", ErrorCode::ServerError,
            u"HTTP status 500"_s);
    }
    void otherAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QFETCH(QString, why);
        const Error error = errorOf(status, contentType, body);
        QCOMPARE(errorCodeName(error.code), errorCodeName(code));
        QCOMPARE(error.why, why);
        QVERIFY(!error.where.isEmpty());
    }

    void notReadyAndStopping()
    {
        ApiAnswer answer = answerOf(503, "text/plain; charset=utf-8", "Service Unavailable");
        answer.prometheusStopping = "false";
        const Error starting = apiError(answer, {}, {});
        QCOMPARE(starting.code, ErrorCode::ServerUnavailable);
        QVERIFY(starting.why.contains(u"starting"_s));
        answer.prometheusStopping = "true";
        QVERIFY(apiError(answer, {}, {}).why.contains(u"shutting down"_s));
    }

    void retryAfterIsKept()
    {
        ApiAnswer answer = answerOf(429, "text/plain", "busy");
        answer.retryAfter = 10s;
        QCOMPARE(apiError(answer, {}, {}).retryAfter.value_or(0ms), 10000ms);
        answer.retryAfter.reset();
        QVERIFY(!apiError(answer, {}, {}).retryAfter);
    }

    void longMessagesAreCutAndPlain()
    {
        const Error error = errorOf(400, "text/plain", QByteArray(5000, 'x') + "\nsecond line");
        QVERIFY(error.why.size() < 400);
        QVERIFY(!error.why.contains(u'\n'));
    }

    void adviceForTheTenantHeader()
    {
        QVERIFY(errorOf(401, "text/plain", "no org id").advice.contains(u"X-Scope-OrgID"_s));
    }

    /// A gateway that repeats what it was sent must not put it on the screen or into a log.
    void secretsAreNotQuoted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        const QByteArray json("application/json");
        QTest::newRow("JSON error")
            << 401 << json
            << QByteArray(R"({"status":"error","errorType":"x","error":"bad token canary-1234"})");
        QTest::newRow("JSON error with escapes")
            << 401 << json
            << QByteArray(R"({"status":"error","errorType":"x","error":"bad \u0063anary-1234"})");
        QTest::newRow("JSON error with status 200")
            << 200 << json
            << QByteArray(R"({"status":"error","errorType":"internal","error":"canary-1234"})");
        QTest::newRow("plain text")
            << 403 << QByteArray("text/plain") << QByteArray("token canary-1234 expired");
        QTest::newRow("title of a page")
            << 200 << QByteArray("text/html") << QByteArray("<title>Hi canary-1234</title>");
        QTest::newRow("title of an error page")
            << 502 << QByteArray("text/html") << QByteArray("<title>Hi canary-1234</title>");
        QTest::newRow("content type") << 200 << QByteArray("canary-1234/x") << QByteArray("x");
        QTest::newRow("where a long message is cut")
            << 400 << QByteArray("text/plain")
            << QByteArray(QByteArray(294, 'x') + " canary-1234 and more");
    }
    void secretsAreNotQuoted()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        ApiAnswer answer = answerOf(status, contentType, body);
        answer.secrets = {"", "c", "canary", "canary-1234"};
        const auto result = decodeQueryResult(answer);
        QVERIFY(!result.ok());
        const QString sentence = result.error().sentence();
        QVERIFY2(!sentence.contains(u"canar"_s) && !sentence.contains(u"1234"_s),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(u"[.."_s), qPrintable(sentence));
    }

    void whereTheAnswerCameFromIsAlwaysTold_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 400, 401, 403, 404, 405, 406, 407, 408, 413,
                                 414, 418, 422, 429, 499, 500, 501, 502, 503, 504, 511, 599}) {
            QTest::newRow(qPrintable(QString::number(status))) << status;
        }
    }
    void whereTheAnswerCameFromIsAlwaysTold()
    {
        QFETCH(int, status);
        for (const char *type : {"", "text/html", "text/plain", "application/json", "a/b;;="}) {
            for (const char *body : {"", " ", "<", "{}", "[]", "null", "\xff\xfe", "{\"status\":7}",
                                     "{\"status\":\"error\"}", "{\"status\":\"success\"}"}) {
                const Error error = errorOf(status, type, body);
                QCOMPARE(error.where, u"http://prometheus.example/api/v1/query"_s);
                QCOMPARE(error.httpStatus, status);
                QVERIFY(!error.what.isEmpty() && !error.why.isEmpty());
                QVERIFY(error.code != ErrorCode::Internal);
            }
        }
    }

    void contentTypes()
    {
        QVERIFY(isJsonContent("application/json"));
        QVERIFY(isJsonContent("Application/JSON; charset=utf-8"));
        QVERIFY(isJsonContent("application/problem+json"));
        QVERIFY(!isJsonContent("text/plain"));
        QVERIFY(!isJsonContent(""));
        QVERIFY(!isJsonContent("application/jsonp"));
    }
};

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
