// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigreader.h"
#include "kube/kubetarget.h"
#include "kubesentences.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const QString address = u". Give its address as server: https://host:6443."_s;
const QString proxy =
    u"the proxy-url of the cluster “east” is not an address with http, https or socks5. "
    "Give it as proxy-url: http://host:3128, or leave it out for the proxy of the "
    "environment."_s;
const QString insecure = u"the cluster “east” has insecure-skip-tls-verify, and Spillway always "
                         "verifies who it talks to. Give the cluster's CA: kubectl config "
                         "set-cluster east --certificate-authority=FILE, or ca under kube in the "
                         "workspace."_s;

} // namespace

/// A context with all that belongs to it: what is usable, and the exact sentence of what is not.
class TestKubeTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeCa(u"ca"_s);
        m_certificates.makeLeaf(u"ann"_s, u"DNS:ann"_s);
        m_certificates.makeLeaf(u"bob"_s, u"DNS:bob"_s);
        m_certificates.lockKey(u"ann"_s);
        replaceFile(m_certificates.path(u"token"_s), "file-token\n");
        replaceFile(m_certificates.path(u"empty"_s), " \n");
    }

    void aGoodContext()
    {
        const KubeResolution good =
            resolve("server: https://kube.example:6443/k8s/clusters/c-1/", "token: abc");
        QCOMPARE(sentences(good), QStringList{});
        QVERIFY(good.warnings.empty());
        QVERIFY(good.target.has_value());
        QCOMPARE(good.target->server, QUrl(u"https://kube.example:6443/k8s/clusters/c-1"_s));
        QCOMPARE(good.target->context, u"prod"_s);
        QCOMPARE(good.target->nameSpace, u"default"_s);
        QCOMPARE(good.target->user.token, u"abc"_s);
        QVERIFY(good.target->isSecure());
    }

    void servers_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QString>("url");
        QTest::newRow("root") << "https://a"_ba << u"https://a"_s;
        QTest::newRow("slash") << "https://a/"_ba << u"https://a"_s;
        QTest::newRow("prefix") << "https://a:1/p/q//"_ba << u"https://a:1/p/q"_s;
        QTest::newRow("escapes stay") << "https://a/p%2Fq"_ba << u"https://a/p%2Fq"_s;
        QTest::newRow("query goes") << "https://a/p?x=1#y"_ba << u"https://a/p"_s;
        QTest::newRow("IPv6") << "'https://[fd00::1]:6443'"_ba << u"https://[fd00::1]:6443"_s;
        QTest::newRow("no scheme") << "'localhost:8080'"_ba << u"http://localhost:8080"_s;
    }

    void servers()
    {
        QFETCH(QByteArray, server);
        QFETCH(QString, url);
        const KubeResolution good = resolve("server: " + server, "{}");
        QCOMPARE(sentences(good), QStringList{});
        QCOMPARE(good.target->server.toString(QUrl::FullyEncoded), url);
    }

    void brokenAddresses_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QStringList>("whys");
        QTest::newRow("no server")
            << "{}"_ba << QStringList{u"the cluster “east” has no server"_s + address};
        QTest::newRow("no host")
            << "server: 'https://'"_ba
            << QStringList{u"the server of the cluster “east” is not an HTTP address"_s + address};
        QTest::newRow("not HTTP")
            << "server: ftp://a"_ba
            << QStringList{u"the server of the cluster “east” is not an HTTP address"_s + address};
        QTest::newRow("a password in the address")
            << "server: https://ann:canary@a"_ba
            << QStringList{u"the server of the cluster “east” holds a user or password. Give them "
                           "as username and password of the user."_s};
        QTest::newRow("proxy of another kind")
            << "server: https://a\n    proxy-url: ftp://ann:canary@proxy"_ba << QStringList{proxy};
        QTest::newRow("proxy without a scheme")
            << "server: https://a\n    proxy-url: 'proxy:3128'"_ba << QStringList{proxy};
        QTest::newRow("all at once")
            << "insecure-skip-tls-verify: true\n    proxy-url: x"_ba
            << QStringList{u"the cluster “east” has no server"_s + address, proxy, insecure};
    }

    void brokenAddresses() { checkCluster(); }

    void brokenAuthorities_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QStringList>("whys");
        QTest::newRow("insecure") << "server: https://a\n    insecure-skip-tls-verify: true"_ba
                                  << QStringList{insecure};
        QTest::newRow("two CAs")
            << "server: https://a\n    certificate-authority: ca.crt\n"
               "    certificate-authority-data: CADATA"_ba
            << QStringList{u"“east” has both certificate-authority and certificate-authority-data."
                           " Keep one of the two."_s};
        QTest::newRow("no CA file")
            << "server: https://a\n    certificate-authority: none.crt"_ba
            << QStringList{u"DIR/none.crt: No such file or directory. Check the path and its "
                           "permissions."_s};
        QTest::newRow("a CA that is none")
            << "server: https://a\n    certificate-authority: token"_ba
            << QStringList{
                   u"certificate-authority of the cluster “east”: this is not a "
                   "certificate in PEM form. It starts with -----BEGIN CERTIFICATE-----."_s};
        QTest::newRow("CA data that is none")
            << "server: https://a\n    certificate-authority-data: Q0E="_ba
            << QStringList{
                   u"certificate-authority of the cluster “east”: this is not a "
                   "certificate in PEM form. It starts with -----BEGIN CERTIFICATE-----."_s};
        QTest::newRow("CA data that is not base64")
            << "server: https://a\n    certificate-authority-data: '-----'"_ba
            << QStringList{u"this is not base64. A file is given with the key without “-data”."_s};
    }

    void brokenAuthorities() { checkCluster(); }

    void brokenLogins_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QStringList>("whys");
        QTest::newRow("token and password")
            << "{token: canary, username: ann, password: canary}"_ba
            << QStringList{u"the user “ann” has both a token and a username or password."
                           " Keep one of the two."_s};
        QTest::newRow("no token file")
            << "{tokenFile: none}"_ba
            << QStringList{u"DIR/none: No such file or directory. Check the path and its "
                           "permissions."_s};
        QTest::newRow("an empty token file")
            << "{tokenFile: empty}"_ba
            << QStringList{u"DIR/empty: the file is empty. Put the token into the file."_s};
        QTest::newRow("groups of nobody")
            << "{token: abc, as-groups: [a]}"_ba
            << QStringList{u"the user “ann” has as-uid, as-groups or as-user-extra without as. Say "
                           "with as who is to be impersonated."_s};
        QTest::newRow("a uid of nobody")
            << "{token: abc, as-uid: '1'}"_ba
            << QStringList{u"the user “ann” has as-uid, as-groups or as-user-extra without as. Say "
                           "with as who is to be impersonated."_s};
        QTest::newRow("auth-provider")
            << "{auth-provider: {name: gcp, config: {access-token: canary}}}"_ba
            << QStringList{u"the user “ann” logs in by auth-provider “gcp”, which Kubernetes has "
                           "removed. Let the tool of your cloud write the entry again: it then "
                           "names a login helper under exec."_s};
    }

    void brokenLogins() { checkUser(); }

    void brokenClientCertificates_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QStringList>("whys");
        const QString keep = u" Keep one of the two."_s;
        const QString again = u" Log in again with the tool that made the entry."_s;
        QTest::newRow("two certificates")
            << "{client-certificate: ann.crt, client-certificate-data: CERTDATA, client-key: ann.key}"_ba
            << QStringList{u"“ann” has both client-certificate and client-certificate-data."_s +
                           keep};
        QTest::newRow("two keys")
            << "{client-certificate: ann.crt, client-key-data: KEYDATA, client-key: ann.key}"_ba
            << QStringList{u"“ann” has both client-key and client-key-data."_s + keep};
        QTest::newRow("no key") << "{client-certificate: ann.crt}"_ba
                                << QStringList{u"the user “ann” has a client certificate but no "
                                               "key. Add client-key or client-key-data."_s};
        QTest::newRow("no certificate")
            << "{client-key: ann.key}"_ba
            << QStringList{u"the user “ann” has a key but no client certificate. Add "
                           "client-certificate or client-certificate-data."_s};
        QTest::newRow("no such files")
            << "{client-certificate: no.crt, client-key: no.key}"_ba
            << QStringList{u"DIR/no.crt: No such file or directory. Check the path and its "
                           "permissions."_s,
                           u"DIR/no.key: No such file or directory. Check the path and its "
                           "permissions."_s};
        QTest::newRow("another's key")
            << "{client-certificate: ann.crt, client-key: bob.key}"_ba
            << QStringList{u"user “ann”: the key does not belong to the client certificate."_s +
                           again};
        QTest::newRow("a key behind a password")
            << "{client-certificate: ann.crt, client-key: ann.locked.key}"_ba
            << QStringList{u"user “ann”: the key of the client certificate is protected by a "
                           "password."_s +
                           again};
        QTest::newRow("a key that is none")
            << "{client-certificate: ann.crt, client-key: token}"_ba
            << QStringList{u"user “ann”: the key of the client certificate is not a private key "
                           "in PEM form."_s +
                           again};
        QTest::newRow("a certificate that is none")
            << "{client-certificate-data: Q0E=, client-key: ann.key}"_ba
            << QStringList{u"user “ann”: the client certificate is not a certificate in PEM "
                           "form."_s +
                           again};
    }

    void brokenClientCertificates() { checkUser(); }

    void brokenHelpers_data()
    {
        QTest::addColumn<QByteArray>("exec");
        QTest::addColumn<QStringList>("whys");
        const QString helper = u"the login helper of the user “ann” "_s;
        QTest::newRow("empty")
            << "{}"_ba
            << QStringList{helper + u"has no command. Say with command which program to run."_s,
                           helper + u"has no apiVersion. Add apiVersion: "
                                    "client.authentication.k8s.io/v1."_s};
        QTest::newRow("alpha")
            << "{command: aws, apiVersion: client.authentication.k8s.io/v1alpha1}"_ba
            << QStringList{helper + u"speaks an apiVersion that is neither "
                                    "client.authentication.k8s.io/v1 nor "
                                    "client.authentication.k8s.io/v1beta1. Update the helper and "
                                    "let it write the entry again."_s};
        QTest::newRow("v1 without interactiveMode")
            << "{command: aws, apiVersion: client.authentication.k8s.io/v1}"_ba
            << QStringList{helper + u"has no interactiveMode. Add interactiveMode: IfAvailable."_s};
        QTest::newRow("unknown interactiveMode")
            << "{command: aws, apiVersion: client.authentication.k8s.io/v1beta1, interactiveMode: Often}"_ba
            << QStringList{u"interactiveMode of the user “ann” is neither Never nor IfAvailable "
                           "nor Always. Write interactiveMode: IfAvailable."_s};
        QTest::newRow("wants a terminal")
            << "{command: aws, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}"_ba
            << QStringList{helper + u"wants a terminal (interactiveMode: Always), and Spillway has "
                                    "none. Use another way to log in, or interactiveMode: "
                                    "IfAvailable if the helper can do without."_s};
        QTest::newRow("a variable without a name")
            << "{command: aws, apiVersion: client.authentication.k8s.io/v1beta1, env: [{value: canary}]}"_ba
            << QStringList{u"a variable in env of the login helper of the user “ann” has no name. "
                           "Give each a name and a value."_s};
    }

    void brokenHelpers()
    {
        QFETCH(QByteArray, exec);
        QFETCH(QStringList, whys);
        check(resolve("server: https://a", "exec: " + exec), u"users[0]"_s, whys);
    }

    void goodUsers_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::newRow("token") << "token: abc"_ba;
        QTest::newRow("token file") << "tokenFile: token"_ba;
        QTest::newRow("token and a file that is not there yet")
            << "{token: abc, tokenFile: none}"_ba;
        QTest::newRow("basic") << "{username: ann, password: secret}"_ba;
        QTest::newRow("certificate files")
            << "{client-certificate: ann.crt, client-key: ann.key}"_ba;
        QTest::newRow("certificate data")
            << "{client-certificate-data: CERTDATA, client-key-data: KEYDATA}"_ba;
        QTest::newRow("certificate and token")
            << "{client-certificate: ann.crt, client-key: ann.key, token: abc}"_ba;
        QTest::newRow("helper, v1")
            << "exec: {command: aws, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}"_ba;
        QTest::newRow("helper, v1beta1 without interactiveMode")
            << "exec: {command: aws, apiVersion: client.authentication.k8s.io/v1beta1}"_ba;
        QTest::newRow("somebody else")
            << "{token: abc, as: root, as-uid: '1', as-groups: [a], as-user-extra: {b: [c]}}"_ba;
    }

    void goodUsers()
    {
        QFETCH(QByteArray, user);
        const KubeResolution good = resolve("server: https://a", filled(user));
        QCOMPARE(sentences(good), QStringList{});
        QVERIFY(good.warnings.empty());
        QVERIFY(good.target.has_value());
    }

    void aHelperIsOnlyAskedIfThereIsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("asked");
        QTest::newRow("nothing else") << ""_ba << true;
        QTest::newRow("token") << ", token: abc"_ba << false;
        QTest::newRow("token file") << ", tokenFile: token"_ba << false;
        QTest::newRow("basic") << ", username: ann"_ba << false;
        QTest::newRow("certificate")
            << ", client-certificate: ann.crt, client-key: ann.key"_ba << false;
    }

    void aHelperIsOnlyAskedIfThereIsNothingElse()
    {
        QFETCH(QByteArray, more);
        QFETCH(bool, asked);
        const KubeResolution good = resolve(
            "server: https://a",
            "{exec: {command: aws, apiVersion: client.authentication.k8s.io/v1beta1}" + more + "}");
        QCOMPARE(sentences(good), QStringList{});
        QCOMPARE(good.target->user.usesExec(), asked);
    }

    void brokenContexts_data()
    {
        QTest::addColumn<QByteArray>("contexts");
        QTest::addColumn<QString>("sentence");
        const QString none = u"There is no Kubernetes context to use: "_s;
        const QString bad = u"The context “prod” cannot be used (DIR/config:1:12 contexts[0]): "_s;
        QTest::newRow("none chosen")
            << "contexts: [{name: a}, {name: b}]\n"_ba
            << none + u"none is chosen (current-context). Choose one of: a, b."_s;
        QTest::newRow("none at all")
            << "clusters: [{name: a}]\n"_ba
            << none + u"none is chosen (current-context). Log in to the cluster with its own tool "
                      "first."_s;
        QTest::newRow("a slip of the pen")
            << "contexts: [{name: production}]\ncurrent-context: prodution\n"_ba
            << none + u"“prodution” is not in the kubeconfig. Did you mean “production”?"_s;
        QTest::newRow("unknown")
            << "contexts: [{name: a}, {name: b}]\ncurrent-context: elsewhere\n"_ba
            << none + u"“elsewhere” is not in the kubeconfig. Choose one of: a, b."_s;
        QTest::newRow("no cluster")
            << "contexts: [{name: prod, context: {}}]\ncurrent-context: prod\n"_ba
            << bad + u"the context names no cluster. Add it, or name "
                     "another one in the context."_s;
        QTest::newRow("unknown cluster")
            << "contexts: [{name: prod, context: {cluster: x}}]\ncurrent-context: prod\n"_ba
            << bad + u"the cluster “x” is not in the kubeconfig. Add it, or name another one in "
                     "the context."_s;
        QTest::newRow("unknown user")
            << "contexts: [{name: prod, context: {cluster: c, user: y}}]\ncurrent-context: prod\n"
               "clusters: [{name: c, cluster: {server: https://a}}]\n"_ba
            << bad + u"the user “y” is not in the kubeconfig. Add it, or name another one in the "
                     "context."_s;
        QTest::newRow("namespace")
            << "contexts: [{name: prod, context: {cluster: c, namespace: Shop_1}}]\n"
               "current-context: prod\nclusters: [{name: c, cluster: {server: https://a}}]\n"_ba
            << bad + u"“Shop_1” cannot be a namespace. A namespace has small letters, digits and "
                     "dashes, at most 63."_s;
    }

    void brokenContexts()
    {
        QFETCH(QByteArray, contexts);
        QFETCH(QString, sentence);
        const KubeconfigReading reading =
            readKubeconfig(contexts, m_certificates.path(u"config"_s));
        QVERIFY(reading.errors.empty());
        const KubeResolution resolution = resolveContext(reading.config);
        QVERIFY(!resolution.target.has_value());
        QCOMPARE(sentences(resolution),
                 QStringList{sentence.replace(u"DIR"_s, m_certificates.folder())});
    }

    void allProblemsOfTheContextAreTold()
    {
        const KubeResolution bad = resolve("{}", "{token: a, username: b, as-uid: c}");
        QCOMPARE(bad.problems.size(), std::size_t{3});
        const QString sentence = bad.error().sentence();
        for (const Error &problem : bad.problems) {
            QVERIFY2(sentence.contains(problem.why), qPrintable(sentence));
        }
    }

    void problemsOfOtherContextsDoNotMatter()
    {
        const KubeconfigReading reading = readKubeconfig(
            "contexts: [{name: good, context: {cluster: c, user: u}},"
            " {name: bad, context: {cluster: none, user: v}}]\n"
            "clusters: [{name: c, cluster: {server: https://a}}, {name: d, cluster: {server: 1}}]\n"
            "users: [{name: u, user: {token: t}}, {name: v, user: {client-key-data: '!'}}]\n"
            "current-context: bad\n",
            u"/x"_s);
        QVERIFY(reading.errors.empty());
        QCOMPARE(resolveContext(reading.config).problems.size(), std::size_t{2});
        KubeOverrides overrides;
        overrides.context = u"good"_s;
        const KubeResolution good = resolveContext(reading.config, overrides);
        QCOMPARE(sentences(good), QStringList{});
        QCOMPARE(good.target->context, u"good"_s);
    }

    void overrides()
    {
        KubeOverrides overrides;
        overrides.server = u"https://b:1"_s;
        overrides.nameSpace = u"other"_s;
        const QByteArray cluster = "{server: https://a, tls-server-name: kube.internal}";
        const KubeResolution elsewhere = resolve(cluster, "token: abc", overrides);
        QCOMPARE(elsewhere.target->server, QUrl(u"https://b:1"_s));
        QCOMPARE(elsewhere.target->nameSpace, u"other"_s);
        // The name belonged to the address.
        QCOMPARE(elsewhere.target->cluster.tlsServerName, QString{});
        QCOMPARE(resolve(cluster, "token: abc").target->cluster.tlsServerName, u"kube.internal"_s);
    }

    void anotherCaTakesThePlaceOfInsecure()
    {
        KubeOverrides overrides;
        overrides.caFile = m_certificates.path(u"ca.crt"_s);
        const KubeResolution good =
            resolve(filled("{server: https://a, insecure-skip-tls-verify: true, "
                           "certificate-authority-data: CADATA}"),
                    "token: abc", overrides);
        QCOMPARE(sentences(good), QStringList{});
        QVERIFY(!good.target->cluster.insecure);
        QVERIFY(good.target->cluster.caPem.isEmpty());
        QCOMPARE(good.target->cluster.caFile, overrides.caFile);
    }

    void warnings_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("why");
        QTest::newRow("anonymous") << "server: https://a"_ba
                                   << "{}"_ba
                                   << u"the context “prod” has no credentials; the server takes "
                                      "you for anonymous"_s;
        QTest::newRow("not secure") << "server: http://a"_ba
                                    << "token: abc"_ba
                                    << u"the server of the context “prod” is not https, so that no "
                                       "credentials are sent"_s;
    }

    void warnings()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, user);
        QFETCH(QString, why);
        const KubeResolution resolution = resolve(cluster, user);
        QVERIFY(resolution.target.has_value());
        QCOMPARE(resolution.warnings.size(), std::size_t{1});
        QCOMPARE(resolution.warnings.front().why, why);
    }

    void aContextWithoutAUserIsAnonymous()
    {
        const KubeconfigReading reading = readKubeconfig(
            "contexts: [{name: proxy, context: {cluster: c}}]\ncurrent-context: proxy\n"
            "clusters: [{name: c, cluster: {server: 'http://127.0.0.1:8001'}}]\n",
            u"/x"_s);
        const KubeResolution resolution = resolveContext(reading.config);
        QCOMPARE(sentences(resolution), QStringList{});
        QCOMPARE(resolution.warnings.size(), std::size_t{1});
    }

private:
    /// CADATA and the like replaced by base64 of the files.
    [[nodiscard]] QByteArray filled(QByteArray yaml) const
    {
        return yaml.replace("CADATA", m_certificates.read(u"ca.crt"_s).toBase64())
            .replace("CERTDATA", m_certificates.read(u"ann.crt"_s).toBase64())
            .replace("KEYDATA", m_certificates.read(u"ann.key"_s).toBase64());
    }

    [[nodiscard]] KubeResolution resolve(const QByteArray &cluster, const QByteArray &user,
                                         const KubeOverrides &overrides = {}) const
    {
        const QByteArray yaml = "contexts: [{name: prod, context: {cluster: east, user: ann}}]\n"
                                "current-context: prod\n"
                                "clusters:\n- name: east\n  cluster:\n    " +
                                cluster + "\nusers:\n- name: ann\n  user:\n    " + user + "\n";
        const KubeconfigReading reading = readKubeconfig(yaml, m_certificates.path(u"config"_s));
        if (!reading.errors.empty()) {
            QTest::qFail(qPrintable(reading.errors.front().sentence()), __FILE__, __LINE__);
        }
        return resolveContext(reading.config, overrides);
    }

    /// Each problem is told with the context, the file and the entry.
    void check(const KubeResolution &resolution, const QString &place, const QStringList &whys)
    {
        QVERIFY(!resolution.target.has_value());
        QCOMPARE(resolution.problems.size(), static_cast<std::size_t>(whys.size()));
        for (qsizetype i = 0; i < whys.size(); ++i) {
            const Error &problem = resolution.problems[static_cast<std::size_t>(i)];
            QCOMPARE(problem.what, u"The context “prod” cannot be used"_s);
            QString why = whys.at(i);
            const QString expected = why.replace(u"DIR"_s, m_certificates.folder());
            QCOMPARE(Error({.why = problem.why, .advice = problem.advice}).sentence(), expected);
            const QString where = problem.position.value_or(DocumentPosition{}).toString();
            QVERIFY2(where.startsWith(m_certificates.path(u"config"_s) + u':'), qPrintable(where));
            QVERIFY2(where.contains(place), qPrintable(where));
            QVERIFY2(!problem.sentence().contains(u"canary"_s), qPrintable(problem.sentence()));
        }
    }

    void checkCluster()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QStringList, whys);
        check(resolve(filled(cluster), "token: abc"), u"clusters[0]"_s, whys);
    }

    void checkUser()
    {
        QFETCH(QByteArray, user);
        QFETCH(QStringList, whys);
        check(resolve("server: https://a", filled(user)), u"users[0]"_s, whys);
    }

    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestKubeTarget)
#include "tst_kubetarget.moc"
