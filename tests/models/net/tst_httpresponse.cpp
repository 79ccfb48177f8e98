// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httprequest.h"
#include "net/httpresponse.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestHttpResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusesBecomeErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400") << 400 << u"bad-request"_s;
        QTest::newRow("401") << 401 << u"unauthorized"_s;
        QTest::newRow("403") << 403 << u"forbidden"_s;
        QTest::newRow("404") << 404 << u"not-found"_s;
        QTest::newRow("409") << 409 << u"conflict"_s;
        QTest::newRow("413") << 413 << u"too-large"_s;
        QTest::newRow("418") << 418 << u"bad-request"_s;
        QTest::newRow("429") << 429 << u"rate-limited"_s;
        QTest::newRow("500") << 500 << u"server-error"_s;
        QTest::newRow("502") << 502 << u"server-unavailable"_s;
        QTest::newRow("503") << 503 << u"server-unavailable"_s;
        QTest::newRow("504") << 504 << u"timeout"_s;
    }

    void statusesBecomeErrors()
    {
        QFETCH(int, status);
        HttpResponse response;
        response.status = status;
        response.url = QUrl(u"http://user:secret@host:1/path?token=secret"_s);
        response.body = "it broke";
        response.headers = {{"content-type", "text/plain"}, {"retry-after", "7"}};
        const Error error = httpError(response, u"Cannot ask"_s);
        QTEST(QString{errorCodeName(error.code)}, "code");
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.where, u"http://host:1/path"_s);
        QCOMPARE(error.retryAfter,
                 std::optional<std::chrono::milliseconds>{std::chrono::seconds{7}});
        QVERIFY(error.why.contains(u"it broke"_s));
        QVERIFY(!error.sentence().contains(u"secret"_s));
    }

    void excerptsArePlainText_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray(" two\r\n lines ") << QByteArray("text/plain")
                               << u"two lines"_s;
        QTest::newRow("login page")
            << QByteArray("<html><head><title>Sign "
                          "in</title><style>p{}</style></head><body><p>Please <b>log in</b>"
                          "</p><script>alert(1)</script></body></html>")
            << QByteArray("text/html") << u"Sign in Please log in"_s;
        QTest::newRow("cut markup")
            << QByteArray("<p>half <scr") << QByteArray("text/html") << u"half"_s;
        QTest::newRow("control characters")
            << QByteArray("a\x01\x1b[31mb", 8) << QByteArray("text/plain") << u"a [31mb"_s;
        QTest::newRow("empty") << QByteArray() << QByteArray() << QString{};
    }

    void excerptsArePlainText()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QTEST(bodyExcerpt(body, type), "text");
    }

    void excerptsAreShort()
    {
        QVERIFY(bodyExcerpt(QByteArray(100'000, 'x'), "text/plain").size() <= 201);
    }

    void retryAfterTakesBothForms()
    {
        HttpResponse response;
        QVERIFY(!response.retryAfter().has_value());
        response.headers = {{"retry-after", "Fri, 20 Nov 2026 10:00:30 +0000"},
                            {"date", "Fri, 20 Nov 2026 10:00:00 +0000"}};
        QCOMPARE(response.retryAfter(),
                 std::optional<std::chrono::milliseconds>{std::chrono::seconds{30}});
        response.headers = {{"retry-after", "-1"}};
        QVERIFY(!response.retryAfter().has_value());
        response.headers = {{"retry-after", "soon"}};
        QVERIFY(!response.retryAfter().has_value());
    }

    void contentTypeHasNoParameters()
    {
        HttpResponse response;
        response.headers = {{"content-type", "Application/JSON; charset=utf-8"}};
        QCOMPARE(response.contentType(), QByteArray("application/json"));
    }

    void secretsAreBlottedOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("secrets");
        QTest::addColumn<QByteArray>("blotted");
        QTest::newRow("none") << QByteArray("plain") << QByteArrayList{} << QByteArray("plain");
        QTest::newRow("everywhere") << QByteArray("abcd and abcd") << QByteArrayList{"abcd"}
                                    << QByteArray("[...] and [...]");
        QTest::newRow("short ones stay: a tenant called 1")
            << QByteArray("1 of 1") << QByteArrayList{"1", ""} << QByteArray("1 of 1");
        QTest::newRow("one begins another")
            << QByteArray("x=secretlong") << QByteArrayList{"secret", "secretlong"}
            << QByteArray("x=[...]");
        QTest::newRow("one is inside another")
            << QByteArray("aaaasecretbbbb") << QByteArrayList{"secret", "aaaasecretbbbb"}
            << QByteArray("[...]");
    }

    void secretsAreBlottedOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, secrets);
        QTEST(blottedOut(text, secrets), "blotted");
        HttpResponse response;
        response.secrets = secrets;
        QTEST(response.withoutSecrets(text), "blotted");
    }

    void formsAreEncoded()
    {
        QCOMPARE(
            formBody({{u"query"_s, u"sum(rate(x{a=\"b\"}[5m])) + 1"_s}, {u"t"_s, u"&="_s}}),
            QByteArray("query=sum%28rate%28x%7Ba%3D%22b%22%7D%5B5m%5D%29%29%20%2B%201&t=%26%3D"));
    }
};

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
