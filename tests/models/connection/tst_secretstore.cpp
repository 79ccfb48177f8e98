// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/prometheussource.h"
#include "connection/secretstore.h"
#include "support/fakesecretstore.h"
#include "support/resultmacros.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Workspace withSecretFrom(const QString &from)
{
    Workspace workspace = workspaceForUrl(u"a"_s, QUrl(u"http://h"_s));
    workspace.id = u"a"_s;
    workspace.prometheus.auth = {
        AuthKind::Basic, u"me"_s, SecretRef::fromString(from).value(), {}, {}, {}};
    return workspace;
}

Result<QString> secretOf(const Workspace &workspace, SecretStore &store)
{
    const std::unique_ptr<SecretAnswer> answer(readSecret(workspace, store, nullptr));
    QSignalSpy spy(answer.get(), &SourceReply::finished);
    if (!answer->isFinished() && !spy.wait(60'000)) {
        return Error{};
    }
    return answer->takeResult();
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ok");
        QTest::newRow("keychain") << u"keychain"_s << true;
        QTest::newRow("env") << u"env:A_B"_s << true;
        QTest::newRow("file") << u"file:/run/secrets/x:y"_s << true;
        QTest::newRow("env without name") << u"env:"_s << false;
        QTest::newRow("other") << u"hunter2"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void references()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, ok);
        const auto ref = SecretRef::fromString(text);
        QCOMPARE(ref.has_value(), ok);
        QVERIFY(!ok || ref->toString() == text);
    }

    void fromTheKeychain()
    {
        FakeSecretStore store;
        const Workspace workspace = withSecretFrom(u"keychain"_s);
        QVERIFY_ERROR(secretOf(workspace, store), ErrorCode::NotFound);
        store.secrets.insert(secretKey(workspace), u"canary42"_s);
        QCOMPARE(secretOf(workspace, store).value(), u"canary42"_s);
    }

    void fromTheEnvironment()
    {
        FakeSecretStore store;
        const Workspace workspace = withSecretFrom(u"env:SPILLWAY_TEST_SECRET"_s);
        qunsetenv("SPILLWAY_TEST_SECRET");
        QVERIFY_ERROR(secretOf(workspace, store), ErrorCode::NotFound);
        qputenv("SPILLWAY_TEST_SECRET", "canary42");
        QCOMPARE(secretOf(workspace, store).value(), u"canary42"_s);
        qunsetenv("SPILLWAY_TEST_SECRET");
        QCOMPARE(store.reads, 0);
    }

    void fromAFile()
    {
        FakeSecretStore store;
        QTemporaryFile file;
        QVERIFY(file.open());
        const Workspace workspace = withSecretFrom(u"file:"_s + file.fileName());
        QVERIFY_ERROR(secretOf(workspace, store), ErrorCode::File);
        file.write("canary42\r\n");
        file.flush();
        QCOMPARE(secretOf(workspace, store).value(), u"canary42"_s);
        QVERIFY_ERROR(secretOf(withSecretFrom(u"file:/nowhere"_s), store), ErrorCode::File);
    }

    void keychainWithoutServiceEndsWithAnError()
    {
        // In the tests' home there is no Secret Service; the job must still end.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        KeychainSecretStore store;
        const auto result = secretOf(withSecretFrom(u"keychain"_s), store);
        QVERIFY(!result.ok());
        QVERIFY(!result.error().sentence().isEmpty());
    }

    void settingsOfTheTransport()
    {
        WorkspacePrometheus prometheus = withSecretFrom(u"keychain"_s).prometheus;
        prometheus.headers = {{u"X-Scope-OrgID"_s, u"a|b"_s}};
        prometheus.ca = u"/ca"_s;
        prometheus.proxy = u"none"_s;
        HttpSettings settings = httpSettings(prometheus, u"canary42"_s);
        QCOMPARE(settings.auth.kind, HttpAuth::Kind::Basic);
        QCOMPARE(settings.auth.user, u"me"_s);
        QCOMPARE(settings.auth.secret, u"canary42"_s);
        QCOMPARE(settings.tls.caFile, u"/ca"_s);
        QCOMPARE(settings.proxy.kind, HttpProxy::Kind::None);
        QCOMPARE(settings.headers, (HttpHeaders{{"X-Scope-OrgID", "a|b"}}));
        prometheus.auth = {AuthKind::ClientCertificate, {}, {}, {}, u"/c"_s, u"/k"_s};
        prometheus.proxy = u"socks5://p:1"_s;
        settings = httpSettings(prometheus, {});
        QCOMPARE(settings.auth.kind, HttpAuth::Kind::None);
        QCOMPARE(settings.tls.certificateFile, u"/c"_s);
        QCOMPARE(settings.tls.keyFile, u"/k"_s);
        QCOMPARE(settings.proxy.url, u"socks5://p:1"_s);
        prometheus.auth = {AuthKind::TokenFile, {}, {}, u"/t"_s, {}, {}};
        QCOMPARE(httpSettings(prometheus, {}).auth.file, u"/t"_s);
        prometheus.auth = {AuthKind::Bearer, {}, {}, {}, {}, {}};
        QCOMPARE(httpSettings(prometheus, u"t"_s).auth.kind, HttpAuth::Kind::Bearer);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
