// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/prometheussource.h"
#include "connection/servicename.h"
#include "connection/serviceroute.h"
#include "kube/kuberequest.h"
#include "net/httpclient.h"
#include "prometheus/apianswer.h"
#include "support/fakesecretstore.h"
#include "support/kubeworld.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

QByteArray history(EpochMs now)
{
    QByteArray text = "# TYPE level gauge\n";
    for (qint64 time = now / 1000 - 600; time <= now / 1000; time += 15) {
        text += "level{job=\"a\"} 7 " + QByteArray::number(time) + '\n';
    }
    return text + "# EOF\n";
}

} // namespace

/// A real Prometheus behind the service proxy of the demo's API server.
class TestServiceRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_world.works());
        auto server = ServerProcess::start(ServerProcess::Kind::Prometheus, history(m_clock.now()));
        QVERIFY_RESULT(server);
        m_prometheus = std::move(*server);
        QVERIFY(
            m_world.addService(u"prometheus"_s, static_cast<quint16>(m_prometheus->url().port())));
        QVERIFY(m_world.addService(u"empty"_s, 0));
    }

    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        const auto row = [](const QString &text, const QString &address) {
            QTest::newRow(qPrintable(text)) << text << address;
        };
        const QString base = u"https://c/p/api/v1/namespaces/"_s;
        row(u"monitoring/prometheus:9090"_s, base + u"monitoring/services/prometheus:9090/proxy"_s);
        row(u"m/https:prom-0:web/prometheus/"_s,
            base + u"m/services/https:prom-0:web/proxy/prometheus"_s);
        row(u"m/http:p:80/a/b"_s, base + u"m/services/http:p:80/proxy/a/b"_s);
        for (const QString &bad :
             {u""_s, u"prometheus:9090"_s, u"m/prometheus"_s, u"m/prometheus:"_s, u"m/ftp:p:80"_s,
              u"M/p:80"_s, u"m/p:0"_s, u"m/p:70000"_s, u"m/p:80/../x"_s, u"m/p:80/a?b"_s,
              u"m/p:80\n"_s, u"https://m/p:80"_s, u"-m/p:80"_s}) {
            row(bad, {});
        }
    }
    void names()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        const std::optional<ServiceName> name = ServiceName::fromString(text);
        QCOMPARE(name.has_value(), !address.isEmpty());
        if (name) {
            const QUrl url =
                kube::serviceProxyUrl(QUrl(u"https://c/p/"_s),
                                      {name->ns, name->name, name->port, name->scheme, name->path});
            QCOMPARE(url.toString(), address);
        }
    }

    void numbersArrive_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("number") << u"kotaemon/prometheus:9090"_s;
        QTest::newRow("name of the port") << u"kotaemon/http:prometheus:web"_s;
    }
    void numbersArrive()
    {
        QFETCH(QString, service);
        const auto connection = open(service);
        QTRY_VERIFY_WITH_TIMEOUT(connection->hasCatalog(), patience);
        QCOMPARE(connection->state(), ConnectionState::Ready);
        QCOMPARE(connection->backend().product, u"Prometheus"_s);
        QVERIFY(std::binary_search(connection->catalog().names.begin(),
                                   connection->catalog().names.end(), "level"));
        const EpochMs now = connection->clock().now();
        const std::unique_ptr<LabelValuesAnswer> answer(
            connection->labelValues(u"job"_s, u"level"_s, {now - 3'600'000, now}, nullptr));
        QSignalSpy done(answer.get(), &SourceReply::finished);
        QVERIFY(done.wait(60'000));
        QCOMPARE(*answer->takeResult(), QStringList{u"a"_s});
    }

    void whoMayNotIsToldWhatIsMissing()
    {
        const auto connection = open(u"kotaemon/prometheus:9090"_s, u"oncall"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection->state(), ConnectionState::Unreachable, patience);
        const Error error = *connection->error();
        QCOMPARE(error.code, ErrorCode::Forbidden);
        QCOMPARE(error.httpStatus, 403);
        for (const QString &part : {u"oncall"_s, u"services/proxy"_s, u"get and create"_s,
                                    u"kotaemon"_s, u"through the cluster"_s}) {
            QVERIFY2(error.sentence().contains(part), qPrintable(error.sentence()));
        }
        QVERIFY(m_world.allow({u"services/proxy"_s}, {u"get"_s, u"create"_s}));
        connection->reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(connection->state(), ConnectionState::Ready, patience);
    }

    void refusalsOfTheProxy_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("no endpoints") << u"kotaemon/empty:9090"_s << ErrorCode::ServerUnavailable
                                      << u"no endpoints available"_s;
        QTest::newRow("no such port") << u"kotaemon/prometheus:80"_s << ErrorCode::ServerUnavailable
                                      << u"it has the port 80"_s;
        QTest::newRow("no such service") << u"kotaemon/nothing:9090"_s << ErrorCode::NotFound
                                         << u"there is no kotaemon/nothing"_s;
    }
    void refusalsOfTheProxy()
    {
        QFETCH(QString, service);
        QFETCH(QString, text);
        const auto connection = open(service);
        QTRY_COMPARE_WITH_TIMEOUT(connection->state(), ConnectionState::Unreachable, patience);
        QTEST(connection->error()->code, "code");
        const QString sentence = connection->error()->sentence();
        QVERIFY2(sentence.contains(text), qPrintable(sentence));
    }

    void aKubeconfigOfNoUse()
    {
        Workspace broken = workspace(u"kotaemon/prometheus:9090"_s);
        broken.kube.config = u"/nonexistent/kubeconfig"_s;
        const auto connection = openConnection(broken, m_http, m_secrets, m_logins);
        connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(connection->state(), ConnectionState::Unreachable, patience);
        QVERIFY(connection->error()->sentence().contains(u"/nonexistent/kubeconfig"_s));
        broken.kube = {};
        const auto nowhere = ServiceRoute::open(broken, m_http, m_logins, m_clock);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::InvalidInput);
    }

    void headersGoAlong()
    {
        Workspace tenant = workspace(u"kotaemon/prometheus:9090"_s);
        tenant.prometheus.headers = {{u"X-Scope-OrgID"_s, u"team"_s}};
        const auto route = ServiceRoute::open(tenant, m_http, m_logins, m_clock);
        QVERIFY_RESULT(route);
        HttpSettingsPtr settings;
        (*route)->settings(this, [&](const Result<HttpSettingsPtr> &got) {
            if (got) {
                settings = *got;
            }
        });
        QVERIFY(settings != nullptr);
        QVERIFY(settings->headers.contains(HttpHeader{"X-Scope-OrgID", "team"}));
        QVERIFY(!settings->tls.caPem.isEmpty());
        QVERIFY(!settings->tls.certificatePem.isEmpty());
    }

    void whatThePrometheusSaysIsItsOwn()
    {
        const auto route =
            ServiceRoute::open(workspace(u"kotaemon/prometheus:9090"_s), m_http, m_logins, m_clock);
        QVERIFY_RESULT(route);
        const auto refused = [&](int status, const QByteArray &body) {
            return (*route)->refusal(
                {.status = status, .body = body, .contentType = "application/json"});
        };
        QVERIFY(!refused(400, QByteArray("{'status':'error','errorType':'bad_data','error':'x'}")
                                  .replace('\'', '"')));
        QVERIFY(!refused(503, "<html>"));
        QVERIFY(!refused(
            200, QByteArray("{'kind':'Status','apiVersion':'v1','code':403}").replace('\'', '"')));
        const auto error = refused(
            401,
            QByteArray("{'kind':'Status','apiVersion':'v1','message':'Unauthorized','code':401}")
                .replace('\'', '"'));
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::Unauthorized);
    }

private:
    [[nodiscard]] Workspace workspace(const QString &service,
                                      const QString &user = u"admin"_s) const
    {
        Workspace made = workspaceForUrl(u"test"_s, {});
        made.prometheus.service = service;
        made.kube.config = m_world.kubeconfig(user);
        return made;
    }
    std::unique_ptr<Connection> open(const QString &service, const QString &user = u"admin"_s)
    {
        auto connection = openConnection(workspace(service, user), m_http, m_secrets, m_logins);
        connection->setRefreshInterval(0ms);
        connection->start();
        return connection;
    }

    SystemClock m_clock;
    KubeWorld m_world;
    HttpClient m_http;
    FakeSecretStore m_secrets;
    ExecLogins m_logins{ExecSetup{}, m_clock};
    std::unique_ptr<ServerProcess> m_prometheus;
};

QTEST_GUILESS_MAIN(TestServiceRoute)
#include "tst_serviceroute.moc"
