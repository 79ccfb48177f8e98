// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigloader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestKubeconfigLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_sources = {};
        m_sources.environment = QProcessEnvironment();
        m_sources.home = m_dir->path();
    }

    void anExplicitFileIsAlone()
    {
        write(u"a"_s, "current-context: a\n");
        write(u"b"_s, "current-context: b\ncontexts: [{name: b}]\n");
        m_sources.environment.insert(u"KUBECONFIG"_s, path(u"b"_s));
        m_sources.explicitFile = path(u"a"_s);
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QCOMPARE(loading.files, QStringList{path(u"a"_s)});
        QCOMPARE(loading.config.currentContext, u"a"_s);
        QVERIFY(loading.config.contexts.empty());
    }

    void aMissingExplicitFileIsAnError()
    {
        m_sources.explicitFile = path(u"none"_s);
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QCOMPARE(sentence(loading.errors),
                 u"The kubeconfig file cannot be read (%1): there is no such file. Give the path "
                 "of a kubeconfig file, or none for the usual one."_s.arg(path(u"none"_s)));
    }

    void theListOfTheEnvironment()
    {
        const QString a = path(u"a"_s);
        const QString b = path(u"b"_s);
        m_sources.environment.insert(u"KUBECONFIG"_s, u":"_s + a + u"::"_s + b + u':' + a + u':');
        QCOMPARE(kubeconfigFiles(m_sources), (QStringList{a, b}));
    }

    void theUsualFile()
    {
        QCOMPARE(kubeconfigFiles(m_sources), QStringList{path(u".kube/config"_s)});
        m_sources.home.clear();
        m_sources.environment.insert(u"HOME"_s, u"/home/x"_s);
        QCOMPARE(kubeconfigFiles(m_sources), QStringList{u"/home/x/.kube/config"_s});
        m_sources.environment.remove(u"HOME"_s);
        QCOMPARE(kubeconfigFiles(m_sources), QStringList{});
    }

    void missingFilesAreSkipped()
    {
        write(u"a"_s, "current-context: a\n");
        list({u"none"_s, u"a"_s});
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QVERIFY(loading.errors.empty());
        QVERIFY(loading.warnings.empty());
        QCOMPARE(loading.config.currentContext, u"a"_s);
    }

    void oneWarningIfAllAreMissing()
    {
        list({u"none"_s, u"neither"_s});
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QVERIFY(loading.errors.empty());
        QVERIFY(loading.config.isEmpty());
        QCOMPARE(sentence(loading.warnings),
                 u"The kubeconfig file cannot be read (%1:%2): there is no such file. Log in to "
                 "the cluster with its own tool first, or set KUBECONFIG."_s.arg(
                     path(u"none"_s), path(u"neither"_s)));
    }

    void aBrokenFileIsNamed()
    {
        write(u"a"_s, "current-context: a\n");
        write(u"b"_s, "{\n");
        list({u"a"_s, u"b"_s});
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QVERIFY2(sentence(loading.errors)
                     .startsWith(u"The file cannot be understood (%1:2:1): "_s.arg(path(u"b"_s))),
                 qPrintable(sentence(loading.errors)));
    }

    void aFolderIsNoFile()
    {
        m_sources.explicitFile = m_dir->path();
        QCOMPARE(sentence(loadKubeconfig(m_sources).errors),
                 u"The kubeconfig file cannot be read (%1): it is not a file. Give the path of a "
                 "kubeconfig file."_s.arg(m_dir->path()));
    }

    void theFirstFileWinsWhole()
    {
        write(u"a"_s, "contexts: [{name: prod, context: {cluster: east}}]\n"
                      "users: [{name: ann, user: {token: one}}]\n");
        write(u"b"_s, "current-context: prod\n"
                      "contexts: [{name: prod, context: {cluster: west, user: ann, namespace: b}},"
                      " {name: test, context: {cluster: west}}]\n"
                      "users: [{name: ann, user: {username: ann}}]\n"
                      "clusters: [{name: west, cluster: {server: https://west}}]\n");
        write(u"c"_s, "current-context: test\n");
        list({u"a"_s, u"b"_s, u"c"_s});
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        const Kubeconfig &config = loading.config;
        QCOMPARE(config.currentContext, u"prod"_s);
        QCOMPARE(config.contextNames(), (QStringList{u"prod"_s, u"test"_s}));
        // Fields that do not conflict are not mixed in either.
        QCOMPARE(config.contexts.front().cluster, u"east"_s);
        QCOMPARE(config.contexts.front().user, QString{});
        QCOMPARE(config.contexts.front().nameSpace, QString{});
        QCOMPARE(config.users.front().token, u"one"_s);
        QCOMPARE(config.users.front().username, QString{});
        QCOMPARE(config.clusters.front().server, u"https://west"_s);
    }

    void eachEntryRemembersItsFile()
    {
        QVERIFY(QDir(m_dir->path()).mkpath(u"one"_s));
        QVERIFY(QDir(m_dir->path()).mkpath(u"two"_s));
        write(u"one/config"_s, "users: [{name: ann, user: {tokenFile: token}}]\n");
        write(u"two/config"_s, "clusters: [{name: c, cluster: {certificate-authority: ca}}]\n");
        list({u"one/config"_s, u"two/config"_s});
        const KubeconfigLoading loading = loadKubeconfig(m_sources);
        QCOMPARE(loading.config.users.front().tokenFile, path(u"one/token"_s));
        QCOMPARE(loading.config.users.front().origin.file, path(u"one/config"_s));
        QCOMPARE(loading.config.clusters.front().caFile, path(u"two/ca"_s));
    }

    void nothingIsEverWritten()
    {
        const QByteArray text = "extensions: [{name: minikube, extension: {a: 1}}]\n";
        write(u"a"_s, text);
        m_sources.explicitFile = path(u"a"_s);
        QVERIFY(loadKubeconfig(m_sources).errors.empty());
        QFile file(path(u"a"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
        QCOMPARE(
            QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"a"_s});
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    void list(const QStringList &names)
    {
        QStringList paths;
        for (const QString &name : names) {
            paths << path(name);
        }
        m_sources.environment.insert(u"KUBECONFIG"_s, paths.join(u':'));
    }

    static QString sentence(const std::vector<Error> &errors)
    {
        return errors.size() == 1 ? errors.front().sentence() : u"%1 errors"_s.arg(errors.size());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    KubeconfigSources m_sources;
};

QTEST_GUILESS_MAIN(TestKubeconfigLoader)
#include "tst_kubeconfigloader.moc"
