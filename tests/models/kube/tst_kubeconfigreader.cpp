// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigreader.h"

#include <QJsonArray>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QStringList sentences(const std::vector<Error> &errors)
{
    QStringList texts;
    for (const Error &error : errors) {
        texts << error.sentence();
    }
    return texts;
}

KubeconfigReading read(const QByteArray &bytes)
{
    return readKubeconfig(bytes, u"/home/x/.kube/config"_s);
}

const QByteArray everything = R"(apiVersion: v1
kind: Config
preferences: {colors: true}
current-context: prod
clusters:
- name: east
  cluster:
    server: https://kube.example:6443/k8s/clusters/c-1
    tls-server-name: kube.internal
    certificate-authority: ca.crt
    certificate-authority-data: Q0E=
    proxy-url: socks5://proxy:1080
    disable-compression: true
    insecure-skip-tls-verify: true
    extensions:
    - name: client.authentication.k8s.io/exec
      extension: {audience: abc, retries: 3, quoted: "3", fast: yes, ratio: 0.5, nothing: , list: [on, "on"]}
users:
- name: ann
  user:
    client-certificate: /abs/ann.crt
    client-certificate-data: Q0VSVA==
    client-key: ../keys/ann.key
    client-key-data: |
      S0
      VZ
    token: abc
    tokenFile: sub/token
    username: ann
    password: secret
    as: root
    as-uid: "7"
    as-groups: [a, b]
    as-user-extra: {scopes: [x, y]}
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/login
      args: [get, token]
      env:
      - {name: REGION, value: east}
      installHint: "\e[1mInstall\e[0m it"
      interactiveMode: Never
      provideClusterInfo: true
- name: bob
  user:
    auth-provider: {name: gcp}
    exec: {command: login}
contexts:
- name: prod
  context: {cluster: east, user: ann, namespace: shop}
)";

} // namespace

class TestKubeconfigReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllOfACluster()
    {
        const KubeconfigReading reading = read(everything);
        QCOMPARE(sentences(reading.errors), QStringList{});
        QCOMPARE(reading.config.clusters.size(), std::size_t{1});
        const KubeCluster &cluster = reading.config.clusters.front();
        QCOMPARE(cluster.name, u"east"_s);
        QCOMPARE(cluster.server, u"https://kube.example:6443/k8s/clusters/c-1"_s);
        QCOMPARE(cluster.tlsServerName, u"kube.internal"_s);
        QCOMPARE(cluster.caFile, u"/home/x/.kube/ca.crt"_s);
        QCOMPARE(cluster.caPem, "CA"_ba);
        QCOMPARE(cluster.proxyUrl, u"socks5://proxy:1080"_s);
        QVERIFY(cluster.disableCompression);
        QVERIFY(cluster.insecure);
        QCOMPARE(cluster.origin.toString(), u"/home/x/.kube/config:6:3 clusters[0]"_s);
    }

    void keepsExtensionsAsTheyAre()
    {
        const KubeconfigReading reading = read(everything);
        const QJsonObject extension = reading.config.clusters.front()
                                          .extensions.value(u"client.authentication.k8s.io/exec"_s)
                                          .toObject();
        const QJsonObject expected{{u"audience"_s, u"abc"_s},
                                   {u"retries"_s, 3},
                                   {u"quoted"_s, u"3"_s},
                                   {u"fast"_s, true},
                                   {u"ratio"_s, 0.5},
                                   {u"nothing"_s, QJsonValue::Null},
                                   {u"list"_s, QJsonArray{true, u"on"_s}}};
        QCOMPARE(extension, expected);
    }

    void readsAllOfAUser()
    {
        const KubeconfigReading reading = read(everything);
        const KubeUser &user = reading.config.users.front();
        QVERIFY(user.problems.empty());
        QCOMPARE(user.certificateFile, u"/abs/ann.crt"_s);
        QCOMPARE(user.certificatePem, "CERT"_ba);
        QCOMPARE(user.keyFile, u"/home/x/keys/ann.key"_s);
        QCOMPARE(user.keyPem, "KEY"_ba);
        QCOMPARE(user.token, u"abc"_s);
        QCOMPARE(user.tokenFile, u"/home/x/.kube/sub/token"_s);
        QCOMPARE(user.username, u"ann"_s);
        QCOMPARE(user.password, u"secret"_s);
        QCOMPARE(user.impersonate, u"root"_s);
        QCOMPARE(user.impersonateUid, u"7"_s);
        QCOMPARE(user.impersonateGroups, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(user.impersonateExtra.value(u"scopes"_s), (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(reading.config.users.at(1).authProvider, u"gcp"_s);
    }

    void readsALoginHelper()
    {
        const KubeconfigReading reading = read(everything);
        const KubeExec exec = reading.config.users.front().exec.value_or(KubeExec{});
        QCOMPARE(exec.apiVersion, u"client.authentication.k8s.io/v1"_s);
        QCOMPARE(exec.command, u"/home/x/.kube/bin/login"_s);
        QCOMPARE(exec.arguments, (QStringList{u"get"_s, u"token"_s}));
        QCOMPARE(exec.environment, (QList<QPair<QString, QString>>{{u"REGION"_s, u"east"_s}}));
        QCOMPARE(exec.installHint, u"Install it"_s);
        QCOMPARE(exec.interactiveMode, u"Never"_s);
        QVERIFY(exec.provideClusterInfo);
        // Without a folder it is looked up in PATH.
        QCOMPARE(reading.config.users.at(1).exec.value_or(KubeExec{}).command, u"login"_s);
    }

    void readsAContext()
    {
        const KubeconfigReading reading = read(everything);
        QCOMPARE(reading.config.currentContext, u"prod"_s);
        const KubeContext *context = findContext(reading.config, u"prod"_s);
        QVERIFY(context != nullptr);
        QCOMPARE(context->cluster, u"east"_s);
        QCOMPARE(context->user, u"ann"_s);
        QCOMPARE(context->nameSpace, u"shop"_s);
    }

    void readsJson()
    {
        const KubeconfigReading reading = read(
            R"({"kind":"Config","apiVersion":"v1","current-context":"a",
"contexts":[{"name":"a","context":{"cluster":"c","user":"u"}}],"users":null})");
        QCOMPARE(sentences(reading.errors), QStringList{});
        QCOMPARE(reading.config.contextNames(), QStringList{u"a"_s});
    }

    void nothingIsNoError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no byte") << ""_ba;
        QTest::newRow("a comment") << "# nothing yet\n"_ba;
        QTest::newRow("only the head") << "apiVersion: v1\nkind: Config\n"_ba;
        QTest::newRow("nulls") << "clusters: null\nusers: ~\ncontexts:\ncurrent-context: \"\"\n"_ba;
    }

    void nothingIsNoError()
    {
        QFETCH(QByteArray, bytes);
        const KubeconfigReading reading = read(bytes);
        QCOMPARE(sentences(reading.errors), QStringList{});
        QVERIFY(reading.config.isEmpty());
    }

    void aFileThatCannotBeUnderstood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const auto understood = u"The file cannot be understood (/home/x/.kube/config%1): %2"_s;
        const auto value = u"A value in the file is wrong (/home/x/.kube/config%1): %2"_s;
        QTest::newRow("a tab") << "clusters:\n\t- name: a\n"_ba
                               << understood.arg(u":2:1"_s,
                                                 u"the line is indented with a tab. YAML allows "
                                                 "only spaces for indentation."_s);
        QTest::newRow("an open quote, which may hold a secret")
            << "users:\n- name: a\n  user: {token: \"canary}\n"_ba
            << understood.arg(u":4:1"_s,
                              u"end of map flow not found. Check the indentation, quotes "
                              "and brackets near this place."_s);
        QTest::newRow("two documents")
            << "kind: Config\n---\nkind: Config\n"_ba
            << understood.arg(u":2:1"_s, u"the file holds more than one document. Keep one "
                                         "document a file: remove “---” and what follows."_s);
        QTest::newRow("not UTF-8") << "kind: \xff\n"_ba
                                   << understood.arg(u":1"_s, u"the text is not UTF-8. Save the "
                                                              "file as UTF-8 text."_s);
        QTest::newRow("a list") << "- name: a\n"_ba
                                << value.arg(u":1:1"_s, u"a map is expected, a list was found."_s);
        QTest::newRow("a text") << "hello\n"_ba
                                << value.arg(u":1:1"_s, u"a map is expected, “hello” was found."_s);
        QTest::newRow("clusters is no list")
            << "clusters:\n  east: {}\n"_ba
            << value.arg(u":2:3 clusters"_s, u"a list is expected, a map was found."_s);
        QTest::newRow("another kind")
            << "apiVersion: v1\nkind: Pod\n"_ba
            << value.arg(u":2:7 kind"_s,
                         u"Config is expected. Give the path of a kubeconfig file."_s);
        QTest::newRow("another version")
            << "apiVersion: v2\nkind: Config\n"_ba
            << value.arg(u":1:13 apiVersion"_s,
                         u"v1 is expected. Give the path of a kubeconfig file."_s);
    }

    void aFileThatCannotBeUnderstood()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        QCOMPARE(sentences(read(bytes).errors), QStringList{sentence});
    }

    void whatIsWrongInAnEntryStaysWithIt_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("why");
        QTest::newRow("not base64")
            << "{client-key-data: \"c2VjcmV0LWNhbmFyeQ=!\"}"_ba << u"this is not base64"_s;
        QTest::newRow("a list for a text")
            << "{token: [canary]}"_ba << u"text is expected, a list was found"_s;
        QTest::newRow("a text for a map")
            << "canary"_ba << u"a map is expected, “canary” was found"_s;
        QTest::newRow("twice") << "{token: a, token: b}"_ba << u"“token” is there twice"_s;
        QTest::newRow("provideClusterInfo is neither true nor false")
            << "{exec: {provideClusterInfo: maybe}}"_ba
            << u"true or false is expected, “maybe” was found"_s;
        QTest::newRow("exec is a text")
            << "{exec: aws}"_ba << u"a map is expected, “aws” was found"_s;
    }

    void whatIsWrongInAnEntryStaysWithIt()
    {
        QFETCH(QByteArray, user);
        QFETCH(QString, why);
        const KubeconfigReading reading =
            read("users:\n- name: good\n  user: {token: t}\n- name: bad\n  user: " + user + "\n");
        QCOMPARE(sentences(reading.errors), QStringList{});
        QVERIFY(reading.config.users.at(0).problems.empty());
        QCOMPARE(reading.config.users.at(1).problems.size(), std::size_t{1});
        const Error problem = reading.config.users.at(1).problems.front();
        QCOMPARE(problem.why, why);
        QCOMPARE(problem.position.value_or(DocumentPosition{}).line, 5);
    }

    void twoOfOneName()
    {
        const KubeconfigReading reading = read("users:\n- name: a\n  user: {token: first}\n"
                                               "- name: a\n  user: {token: second}\n");
        QCOMPARE(reading.config.users.size(), std::size_t{1});
        const KubeUser &user = reading.config.users.front();
        QCOMPARE(user.token, u"first"_s);
        QCOMPARE(sentences(user.problems),
                 QStringList{u"A value in the file is wrong (/home/x/.kube/config:4:3 users[1]): "
                             "there is already an entry with the name “a” in line 2. Give one of "
                             "the two another name."_s});
    }

    void anEntryWithoutAName()
    {
        const KubeconfigReading reading = read("users:\n- user: {token: first}\n");
        QVERIFY(reading.config.users.empty());
        QCOMPARE(sentences(reading.warnings),
                 QStringList{u"A value in the file is wrong (/home/x/.kube/config:2:3 users[0]): "
                             "the entry has no name, so that no context can use it."_s});
    }
};

QTEST_GUILESS_MAIN(TestKubeconfigReader)
#include "tst_kubeconfigreader.moc"
