// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execcredential.h"
#include "kube/kubetarget.h"
#include "support/resultmacros.h"
#include "support/testcertificates.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

/// What goes to a login helper and what comes back, as pure functions.
class TestExecCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeCa(u"ca"_s);
        m_certificates.makeLeaf(u"ann"_s, u"DNS:ann"_s);
        m_certificates.makeLeaf(u"bob"_s, u"DNS:bob"_s);
    }

    void theQuestion()
    {
        const QJsonObject info = infoOf(target());
        QCOMPARE(info, (QJsonObject{{u"apiVersion"_s, execVersion1},
                                    {u"kind"_s, u"ExecCredential"_s},
                                    {u"spec"_s, QJsonObject{{u"interactive"_s, false}}}}));
    }

    void theQuestionInTheBetaVersion()
    {
        KubeTarget target = this->target();
        target.user.exec->apiVersion = execVersion1Beta1;
        QCOMPARE(infoOf(target).value("apiVersion"_L1).toString(), execVersion1Beta1);
    }

    void theClusterIfTheHelperWantsIt()
    {
        KubeTarget target = this->target();
        target.user.exec->provideClusterInfo = true;
        target.cluster.tlsServerName = u"kube.internal"_s;
        target.cluster.proxyUrl = u"http://proxy:3128"_s;
        target.cluster.disableCompression = true;
        const QJsonObject config{{u"audience"_s, u"abc"_s}};
        target.cluster.extensions.insert(u"client.authentication.k8s.io/exec"_s, config);
        target.cluster.extensions.insert(u"minikube"_s, u"other"_s);
        QCOMPARE(infoOf(target).value("spec"_L1).toObject().value("cluster"_L1).toObject(),
                 (QJsonObject{{u"server"_s, u"https://kube.example/k8s/c-1"_s},
                              {u"tls-server-name"_s, u"kube.internal"_s},
                              {u"certificate-authority-data"_s, u"Q0E="_s},
                              {u"proxy-url"_s, u"http://proxy:3128"_s},
                              {u"disable-compression"_s, true},
                              {u"config"_s, config}}));
    }

    void whatIsNotSetIsLeftOut()
    {
        KubeTarget target = this->target();
        target.user.exec->provideClusterInfo = true;
        const ExecQuestion question = execQuestion(target, {});
        QCOMPARE(question.cluster, (QJsonObject{{u"server"_s, u"https://kube.example/k8s/c-1"_s}}));
    }

    void credentialsOfTheUserAreNotPartOfTheQuestion()
    {
        KubeTarget target = this->target();
        target.user.exec->provideClusterInfo = true;
        target.user.token = u"canary"_s;
        target.user.password = u"canary"_s;
        target.user.keyPem = "canary";
        QVERIFY(!execInfo(execQuestion(target, {})).contains("canary"));
    }

    void differentQuestionsHaveDifferentKeys_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change :
             {"command", "argument", "variable", "version", "mode", "cluster"}) {
            QTest::newRow(change) << QString::fromLatin1(change);
        }
    }

    void differentQuestionsHaveDifferentKeys()
    {
        QFETCH(QString, change);
        const ExecQuestion one = execQuestion(target(), {});
        ExecQuestion other = one;
        QCOMPARE(one.key(), other.key());
        other.user = u"another name"_s; // the same helper all the same
        QCOMPARE(one.key(), other.key());
        if (change == u"command") {
            other.exec.command += u'x';
        } else if (change == u"argument") {
            other.exec.arguments << u"x"_s;
        } else if (change == u"variable") {
            other.exec.environment.append({u"X"_s, u"x"_s});
        } else if (change == u"version") {
            other.exec.apiVersion = execVersion1Beta1;
        } else if (change == u"mode") {
            other.exec.interactiveMode = u"Never"_s;
        } else {
            other.cluster.insert(u"server"_s, u"x"_s);
        }
        QVERIFY(one.key() != other.key());
    }

    void aToken()
    {
        const auto credential = answer(R"({"token": "abc"})");
        QVERIFY_RESULT(credential);
        QCOMPARE(credential->token, u"abc"_s);
        QVERIFY(!credential->expires.has_value());
    }

    void aCertificate()
    {
        const QJsonObject status{{u"clientCertificateData"_s, text(u"ann.crt"_s)},
                                 {u"clientKeyData"_s, text(u"ann.key"_s)}};
        const auto credential = answer(QJsonDocument(status).toJson());
        QVERIFY_RESULT(credential);
        QCOMPARE(credential->certificatePem, m_certificates.read(u"ann.crt"_s));
        QCOMPARE(credential->keyPem, m_certificates.read(u"ann.key"_s));
    }

    void expiry_data()
    {
        QTest::addColumn<QByteArray>("timestamp");
        QTest::addColumn<qint64>("expected"); // -1: an error
        const qint64 at = 1'700'000'000'000;
        QTest::newRow("UTC") << R"("2023-11-14T22:13:20Z")"_ba << at;
        QTest::newRow("zone") << R"("2023-11-15T00:13:20+02:00")"_ba << at;
        QTest::newRow("milliseconds") << R"("2023-11-14T22:13:20.123Z")"_ba << at + 123;
        QTest::newRow("nanoseconds") << R"("2023-11-14T22:13:20.123456789Z")"_ba << at + 123;
        QTest::newRow("no zone") << R"("2023-11-14T22:13:20")"_ba << qint64{-1};
        QTest::newRow("no time") << R"("tomorrow")"_ba << qint64{-1};
        QTest::newRow("number") << R"(1700000000)"_ba << qint64{-1};
    }

    void expiry()
    {
        QFETCH(QByteArray, timestamp);
        QFETCH(qint64, expected);
        const auto credential =
            answer(R"({"token": "abc", "expirationTimestamp": )" + timestamp + "}");
        if (expected < 0) {
            QVERIFY_ERROR(credential, ErrorCode::Unauthorized);
            QCOMPARE(credential.error().why, u"its expirationTimestamp is not a time"_s);
            return;
        }
        QVERIFY_RESULT(credential);
        QCOMPARE(credential->expires.value_or(0), expected);
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("why");
        const QByteArray head =
            R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential")";
        QTest::newRow("nothing") << " \n"_ba << u"it printed nothing"_s;
        QTest::newRow("text") << "token: canary"_ba << u"what it printed is not JSON"_s;
        QTest::newRow("cut") << head << u"what it printed is not JSON"_s;
        QTest::newRow("a list") << R"(["canary"])"_ba << u"what it printed is not JSON"_s;
        QTest::newRow("another kind")
            << R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"Status"})"_ba
            << u"it did not print an ExecCredential"_s;
        QTest::newRow("another version")
            << R"({"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"canary"}})"_ba
            << u"it was asked for client.authentication.k8s.io/v1 and answered "
               "client.authentication.k8s.io/v1beta1"_s;
        QTest::newRow("no version") << R"({"kind":"ExecCredential","status":{"token":"canary"}})"_ba
                                    << u"it was asked for client.authentication.k8s.io/v1 and "
                                       "answered -"_s;
        QTest::newRow("no status") << head + "}" << u"its answer has no status"_s;
        QTest::newRow("empty status")
            << head + R"(,"status":{}})" << u"it gave neither a token nor a certificate"_s;
        QTest::newRow("token is no text")
            << head + R"(,"status":{"token":5}})" << u"it gave neither a token nor a certificate"_s;
        QTest::newRow("only a certificate")
            << head + R"(,"status":{"clientCertificateData":"canary"}})"
            << u"it gave a certificate without a key"_s;
        QTest::newRow("only a key")
            << head + R"(,"status":{"token":"canary","clientKeyData":"canary"}})"
            << u"it gave a key without a certificate"_s;
        QTest::newRow("no certificate")
            << head + R"(,"status":{"clientCertificateData":"canary","clientKeyData":"canary"}})"
            << u"the client certificate is not a certificate in PEM form"_s;
    }

    void brokenAnswers()
    {
        QFETCH(QByteArray, output);
        QFETCH(QString, why);
        const auto credential = readExecCredential(output, execQuestion(target(), {}));
        QVERIFY(!credential.ok());
        QCOMPARE(credential.error().why, why);
        QCOMPARE(credential.error().what,
                 u"The login helper “login” of the user “ann” gave no credentials"_s);
        QCOMPARE(credential.error().where, u"/home/x/.kube/config"_s);
        QVERIFY(!credential.error().advice.isEmpty());
        QVERIFY(!credential.error().sentence().contains(u"canary"_s));
    }

    void aKeyOfAnotherCertificate()
    {
        const QJsonObject status{{u"clientCertificateData"_s, text(u"ann.crt"_s)},
                                 {u"clientKeyData"_s, text(u"bob.key"_s)}};
        const auto credential = answer(QJsonDocument(status).toJson());
        QVERIFY_ERROR(credential, ErrorCode::Unauthorized);
        QCOMPARE(credential.error().why, u"the key does not belong to the client certificate"_s);
    }

private:
    static KubeTarget target()
    {
        KubeTarget target;
        target.server = QUrl(u"https://kube.example/k8s/c-1"_s);
        target.user.name = u"ann"_s;
        target.user.origin.file = u"/home/x/.kube/config"_s;
        target.user.exec = KubeExec{.command = u"/opt/login"_s, .apiVersion = execVersion1};
        return target;
    }

    static QJsonObject infoOf(const KubeTarget &target)
    {
        return QJsonDocument::fromJson(execInfo(execQuestion(target, "CA"))).object();
    }

    static Result<ExecCredential> answer(const QByteArray &status)
    {
        return readExecCredential(
            R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":)" +
                status + "}",
            execQuestion(target(), {}));
    }

    [[nodiscard]] QString text(const QString &file) const
    {
        return QString::fromLatin1(m_certificates.read(file));
    }

    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestExecCredential)
#include "tst_execcredential.moc"
