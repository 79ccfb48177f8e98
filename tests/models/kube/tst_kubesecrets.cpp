// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigreader.h"
#include "kube/kubecontextaccess.h"
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/testcertificates.h"

#include <QDebug>
#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QStringList *lines = nullptr; // of the log, while a test listens

void takeLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    if (lines != nullptr) {
        lines->append(line);
    }
}

} // namespace

/// No token, key or password appears in a log line, an error, a debug print or what helpers are
/// given. Each secret holds the word "canary", and so does the text of the key.
class TestKubeSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeCa(u"ca"_s);
        m_certificates.makeLeaf(u"kube"_s, u"IP:127.0.0.1"_s);
        m_certificates.makeLeaf(u"ann"_s, u"DNS:ann"_s);
        const QList<QByteArray> key = m_certificates.read(u"ann.key"_s).split('\n');
        m_secrets = {u"canary"_s, QString::fromLatin1(key.at(1)),
                     QString::fromLatin1(m_certificates.read(u"ann.key"_s).toBase64().left(60)),
                     QString::fromLatin1("ann:secret-canary"_ba.toBase64())};
        QLoggingCategory::setFilterRules(u"spillway.*=true"_s);
        m_previous = qInstallMessageHandler(&takeLine);
    }

    void cleanupTestCase() { qInstallMessageHandler(m_previous); }

    void init()
    {
        m_lines.clear();
        lines = &m_lines;
    }

    void cleanup() { lines = nullptr; }

    void debugPrints()
    {
        const KubeconfigReading reading = readKubeconfig(config("{}"), m_certificates.path(u"c"_s));
        QVERIFY(reading.errors.empty());
        for (const KubeUser &user : reading.config.users) {
            qDebug() << user;
        }
        qDebug() << reading.config.clusters.front();
        QVERIFY(m_lines.size() > 5);
        QVERIFY(m_lines.join(u'\n').contains(u"[...]"_s)); // there was something to hide
        checkNoSecretIn(m_lines);
    }

    void errorsOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::newRow("open quote") << "{token: \"secret-canary"_ba;
        QTest::newRow("unknown escape") << "{token: \"secret\\canary\"}"_ba;
        QTest::newRow("unknown anchor") << "{token: *canary}"_ba;
        QTest::newRow("list") << "{token: [canary], password: {canary: canary}}"_ba;
        QTest::newRow("not base64") << "{client-key-data: '!canary!'}"_ba;
        QTest::newRow("no key")
            << "{client-certificate-data: Y2FuYXJ5, client-key-data: Y2FuYXJ5}"_ba;
        QTest::newRow("two ways") << "{token: canary, password: canary}"_ba;
        QTest::newRow("provider")
            << "{auth-provider: {name: x, config: {refresh-token: canary}}}"_ba;
        QTest::newRow("environment") << "{exec: {env: [{value: canary}]}}"_ba;
    }

    void errorsOfTheFile()
    {
        QFETCH(QByteArray, user);
        const KubeconfigReading reading = readKubeconfig(config(user), m_certificates.path(u"c"_s));
        std::vector<Error> errors = reading.errors;
        KubeOverrides overrides;
        overrides.context = u"bad"_s;
        const KubeResolution resolution = resolveContext(reading.config, overrides);
        errors.insert(errors.end(), resolution.problems.begin(), resolution.problems.end());
        QVERIFY(!errors.empty());
        for (const Error &error : errors) {
            checkNoSecretIn({error.sentence()});
        }
    }

    void aWholeConversation_data()
    {
        QTest::addColumn<QString>("context");
        for (const char *context : {"token", "basic", "file", "certificate", "helper", "failing"}) {
            QTest::newRow(context) << QString::fromLatin1(context);
        }
    }

    /// The server repeats what it was sent, in a refusal.
    void aWholeConversation()
    {
        QFETCH(QString, context);
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            socket.write(
                FaultServer::response("401 Unauthorized", request, "Content-Type: text/plain\r\n"));
        });
        server.useTls(m_certificates.server(u"kube"_s));
        replaceFile(m_certificates.path(u"token"_s), "secret-canary");
        KubeOverrides overrides;
        overrides.context = context;
        overrides.server = server.url(QString{}).toString();
        const KubeconfigReading reading = readKubeconfig(config("{}"), m_certificates.path(u"c"_s));
        const KubeResolution resolution = resolveContext(reading.config, overrides);
        QVERIFY2(resolution.target.has_value(), qPrintable(resolution.error().sentence()));
        ManualClock clock(SystemClock().now());
        ExecLogins logins({}, clock);
        KubeContextAccess access(*resolution.target, logins, {ExecPolicy::Kind::AllowAll, {}},
                                 clock);
        QStringList said;
        QObject waiter;
        std::optional<Result<HttpSettingsPtr>> settings;
        access.settings(&waiter, [&](const Result<HttpSettingsPtr> &is) { settings = is; });
        QTRY_VERIFY_WITH_TIMEOUT(settings.has_value(), 60'000);
        if (settings->ok()) {
            HttpClient client;
            std::unique_ptr<HttpReply> reply(
                client.send({.url = access.server(), .settings = **settings}, nullptr));
            QSignalSpy finished(reply.get(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            QVERIFY(reply->result().ok());
            const HttpResponse &response = *reply->result();
            QCOMPARE(response.status, 401);
            QCOMPARE(response.body.contains("canary") ||
                         response.body.contains(m_secrets.last().toLatin1()),
                     context != u"certificate"); // it really was sent
            said << httpError(response, u"Cannot ask"_s).sentence()
                 << QString::fromUtf8(response.withoutSecrets(response.body));
        } else {
            said << settings->error().sentence();
        }
        access.refused();
        access.settings(&waiter, [&](const Result<HttpSettingsPtr> &) {});
        checkNoSecretIn(said + m_lines);
    }

    void whatAHelperIsGiven()
    {
        const KubeconfigReading reading = readKubeconfig(config("{}"), m_certificates.path(u"c"_s));
        KubeOverrides overrides;
        overrides.context = u"dump"_s;
        const KubeResolution resolution = resolveContext(reading.config, overrides);
        QVERIFY2(resolution.target.has_value(), qPrintable(resolution.error().sentence()));
        ManualClock clock;
        ExecLogins logins({}, clock);
        KubeTarget target = *resolution.target;
        // What the user also has must not get there, whatever it is.
        target.user.token = u"secret-canary"_s;
        target.user.password = u"secret-canary"_s;
        target.user.keyPem = m_certificates.read(u"ann.key"_s);
        QObject waiter;
        bool done = false;
        logins.get(execQuestion(target, m_certificates.read(u"ca.crt"_s)),
                   {ExecPolicy::Kind::AllowAll, {}}, &waiter,
                   [&](const Result<ExecCredential> &) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
        QFile dump(m_certificates.path(u"dump"_s));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        const QString environment = QString::fromUtf8(dump.readAll());
        QVERIFY(environment.contains(u"KUBERNETES_EXEC_INFO="_s));
        checkNoSecretIn({environment});
    }

private:
    [[nodiscard]] QByteArray config(const QByteArray &bad) const
    {
        QByteArray text =
            "clusters:\n- name: c\n  cluster:\n    server: https://kube\n"
            "    certificate-authority: ca.crt\n"
            "    proxy-url: http://ann:secret-canary@proxy\n"
            "- name: direct\n  cluster: {server: https://kube, certificate-authority: ca.crt}\n"
            "contexts:\n";
        for (const char *name :
             {"token", "basic", "file", "certificate", "helper", "failing", "dump", "bad"}) {
            text += QByteArray("- {name: ") + name + ", context: {cluster: direct, user: " + name +
                    "}}\n";
        }
        const QByteArray plugins = SPILLWAY_TEST_DATA "/kube/plugins/";
        const QByteArray exec = "exec: {apiVersion: client.authentication.k8s.io/v1, "
                                "interactiveMode: Never, provideClusterInfo: true, command: ";
        text += "users:\n"
                "- {name: token, user: {token: secret-canary}}\n"
                "- {name: basic, user: {username: ann, password: secret-canary}}\n"
                "- {name: file, user: {tokenFile: token}}\n"
                "- {name: certificate, user: {client-certificate: ann.crt, client-key-data: " +
                m_certificates.read(u"ann.key"_s).toBase64() + "}}\n";
        text += "- {name: helper, user: {" + exec + plugins + "good.sh}}}\n";
        text += "- {name: failing, user: {" + exec + plugins +
                "fails.sh, env: [{name: LOGIN_SECRET, value: secret-canary}]}}}\n";
        text += "- {name: dump, user: {" + exec + "/bin/sh, args: [-c, 'env >" +
                m_certificates.path(u"dump"_s).toUtf8() + "']}}}\n";
        text += "- name: bad\n  user: " + bad + "\n";
        return text;
    }

    void checkNoSecretIn(const QStringList &texts) const
    {
        for (const QString &text : texts) {
            for (const QString &secret : m_secrets) {
                QVERIFY2(!text.contains(secret), qPrintable(text));
            }
        }
    }

    TestCertificates m_certificates;
    QStringList m_secrets;
    QStringList m_lines;
    QtMessageHandler m_previous = nullptr;
};

QTEST_GUILESS_MAIN(TestKubeSecrets)
#include "tst_kubesecrets.moc"
