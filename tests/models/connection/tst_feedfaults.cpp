// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/panelfeed.h"
#include "connection/prometheussource.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "support/fakesecretstore.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// JSON with ' for ", which moc would stumble over in raw strings.
QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray json = "Content-Type: application/json\r\n";

QByteArray failure(const char *status, const char *type, const char *text)
{
    return FaultServer::response(status,
                                 QByteArray(quoted("{'status':'error','errorType':'")) + type +
                                     quoted("','error':'") + text + quoted("'}"),
                                 json);
}

QByteArray matrix()
{
    const QByteArray now = QByteArray::number(SystemClock().now() / 1000 - 60);
    return FaultServer::response("200 OK",
                                 quoted("{'status':'success','data':{'resultType':'matrix','result'"
                                        ":[{'metric':{'job':'a'},'values':[[") +
                                     now + quoted(",'1']]}]}}"),
                                 json);
}

/// Healthy to a probe; what the panel's query gets is up to the test.
struct World
{
    QByteArray panel = matrix();
    QByteArray other;
    FaultServer server{[this](QTcpSocket &socket, const QByteArray &request) {
        socket.write(request.contains("panel_metric")   ? panel
                     : request.contains("other_metric") ? other
                                                        : healthy(request));
    }};
    HttpClient http;
    FakeSecretStore secrets;
    SystemClock clock;
    ExecLogins logins{ExecSetup{}, clock};
    std::unique_ptr<Connection> connection;
    PanelFeed *feed = nullptr;

    explicit World(WorkspaceAuth auth = {})
    {
        Workspace workspace = workspaceForUrl(u"faults"_s, server.url(u""_s));
        workspace.prometheus.auth = std::move(auth);
        workspace.prometheus.timeout = 10s;
        secrets.secrets.insert(secretKey(workspace), u"canary42"_s);
        connection = openConnection(workspace, http, secrets, logins);
        connection->setRefreshInterval(0ms);
        feed = connection->createFeed(nullptr);
        feed->setVisible(true);
        PanelRequest request;
        request.queries = {{u"A"_s, u"panel_metric"_s, {}, false, 0ms}};
        feed->setRequest(request);
        connection->start();
    }

    static QByteArray healthy(const QByteArray &request)
    {
        if (request.contains("/api/v1/query")) {
            return FaultServer::response("200 OK",
                                         quoted("{'status':'success','data':{'resultType':'vector',"
                                                "'result':[{'metric':{},'value':[1,'1']}]}}"),
                                         json);
        }
        if (request.contains("__name__")) {
            return FaultServer::response("200 OK", quoted("{'status':'success','data':['up']}"),
                                         json);
        }
        return FaultServer::response("404 Not Found", "nothing here",
                                     "Content-Type: text/plain\r\n");
    }
};

} // namespace

class TestFeedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &answer, ErrorCode code) {
            QTest::newRow(name) << answer << static_cast<int>(code);
        };
        const QByteArray html = "Content-Type: text/html\r\n";
        const QByteArray page = "<html><body>Log in</body></html>";
        row("400", failure("400 Bad Request", "bad_data", "parse error"), ErrorCode::BadRequest);
        row("401", FaultServer::response("401 Unauthorized", page, html), ErrorCode::Unauthorized);
        row("403", FaultServer::response("403 Forbidden", page, html), ErrorCode::Forbidden);
        row("404", FaultServer::response("404 Not Found", page, html), ErrorCode::NotFound);
        row("422", failure("422 Unprocessable Entity", "execution", "too many samples"),
            ErrorCode::TooExpensive);
        row("429",
            FaultServer::response("429 Too Many Requests", "slow down",
                                  "Content-Type: text/plain\r\nRetry-After: 10\r\n"),
            ErrorCode::RateLimited);
        row("503",
            FaultServer::response("503 Service Unavailable", "Service Unavailable",
                                  "Content-Type: text/plain\r\n"),
            ErrorCode::ServerUnavailable);
        row("login page", FaultServer::response("200 OK", page, html), ErrorCode::WrongContent);
        row("more than fits",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            "400000000\r\n\r\n{",
            ErrorCode::TooLarge);
        row("cut JSON",
            FaultServer::response("200 OK", quoted("{'status':'success','data':{'resul"), json),
            ErrorCode::WrongContent);
    }

    void answers()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const int, code);
        World world;
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Live, 60'000);
        world.panel = answer;
        world.feed->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Kept, 60'000);
        QVERIFY(world.feed->snapshot().hasData());
        QCOMPARE(errorCodeName(world.feed->snapshot().error->code),
                 errorCodeName(static_cast<ErrorCode>(code)));
        QVERIFY(!world.feed->snapshot().reason.isEmpty());
    }

    /// The rest of the page goes on.
    void oneBrokenAmongOthers()
    {
        World world;
        PanelFeed *other = world.connection->createFeed(nullptr);
        other->setVisible(true);
        PanelRequest request;
        request.queries = {{u"A"_s, u"other_metric"_s, {}, false, 0ms}};
        other->setRequest(request);
        world.other = matrix();
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Live, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(other->snapshot().state, PanelState::Live, 60'000);
        world.panel = failure("422 Unprocessable Entity", "execution", "too many samples");
        QSignalSpy told(other, &PanelFeed::changed);
        world.feed->refresh();
        other->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Kept, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(other->snapshot().state, PanelState::Live, 60'000);
        QVERIFY(!other->snapshot().error);
        QCOMPARE(world.connection->state(), ConnectionState::Ready);
    }

    /// A backend that does not answer: old data stays, and it is said for whom one waits.
    void slow()
    {
        World world;
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Live, 60'000);
        world.panel.clear(); // nothing is sent
        world.feed->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->snapshot().refreshing, 60'000);
        QVERIFY(world.feed->snapshot().hasData());
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Kept, 60'000);
        // First it is late, then it is given up.
        QTRY_VERIFY_WITH_TIMEOUT(world.feed->snapshot().error.has_value(), 60'000);
        QCOMPARE(world.feed->snapshot().error->code, ErrorCode::Timeout);
    }

    void empty()
    {
        World world;
        world.panel = FaultServer::response(
            "200 OK", quoted("{'status':'success','data':{'resultType':'matrix','result':[]}}"),
            json);
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Empty, 60'000);
        QVERIFY(!world.feed->snapshot().reason.isEmpty());
    }

    void withoutOldDataItFailed()
    {
        World world;
        world.panel = failure("422 Unprocessable Entity", "execution", "too many samples");
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Failed, 60'000);
        QVERIFY(world.feed->snapshot().reason.contains(u"too many samples"_s));
        QCOMPARE(world.connection->state(), ConnectionState::Ready);
    }

    void retryAfterIsHeeded()
    {
        World world;
        world.panel = FaultServer::response("429 Too Many Requests", "slow down",
                                            "Content-Type: text/plain\r\nRetry-After: 30\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Failed, 60'000);
        const QueryGovernor &governor = world.connection->governor();
        QVERIFY(governor.silentUntil() > SystemClock().now() + 20'000);
        const auto requests = world.server.requests().size();
        world.feed->refresh();
        QCoreApplication::processEvents();
        QCOMPARE(world.server.requests().size(), requests);
    }

    void nanOnlyIsData()
    {
        World world;
        world.panel =
            FaultServer::response("200 OK",
                                  quoted("{'status':'success','data':{'resultType':'matrix','"
                                         "result':[{'metric':{},'values':[[1000,'NaN']]}]}}"),
                                  json);
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Live, 60'000);
    }

    void nobodyThere()
    {
        World world;
        quint16 port = 0;
        {
            const FaultServer gone([](QTcpSocket &, const QByteArray &) {});
            port = gone.port();
        }
        const auto connection =
            openConnection(workspaceForUrl(u"gone"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(port))),
                           world.http, world.secrets, world.logins);
        connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(connection->state(), ConnectionState::Unreachable, 20'000);
        QCOMPARE(errorCodeName(connection->error()->code), errorCodeName(ErrorCode::Unreachable));
        QVERIFY(!connection->error()->sentence().isEmpty());
    }

    void passwordsAreSentButNeverShown()
    {
        World world({AuthKind::Basic, u"me"_s, {}, {}, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Live, 60'000);
        const QByteArray sent = "Basic " + QByteArray("me:canary42").toBase64();
        QVERIFY(world.server.requests().first().contains(sent));
        world.panel = FaultServer::response("401 Unauthorized", "", {});
        world.feed->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Kept, 60'000);
        QVERIFY(!world.feed->snapshot().reason.contains(u"canary42"_s));
        QVERIFY(!world.feed->snapshot().error->sentence().contains(QString::fromUtf8(sent)));
        QVERIFY(!writeWorkspace(world.connection->workspace()).contains("canary42"));
    }

    void missingPasswordIsSaid()
    {
        World world({AuthKind::Basic,
                     u"me"_s,
                     SecretRef::fromString(u"file:/nowhere"_s).value(),
                     {},
                     {},
                     {}});
        QTRY_COMPARE_WITH_TIMEOUT(world.connection->state(), ConnectionState::Unreachable, 60'000);
        QCOMPARE(errorCodeName(world.connection->error()->code), errorCodeName(ErrorCode::File));
        QTRY_COMPARE_WITH_TIMEOUT(world.feed->snapshot().state, PanelState::Failed, 60'000);
        QVERIFY(world.server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFeedFaults)
#include "tst_feedfaults.moc"
