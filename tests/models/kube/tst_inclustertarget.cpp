// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigloader.h"
#include "kube/kubetarget.h"
#include "kubesentences.h"
#include "support/testcertificates.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

/// The service account of a pod: when it is used, and when a kubeconfig comes first.
class TestInClusterTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_certificates.makeCa(u"ca"_s); }

    void insideACluster()
    {
        const KubeResolution pod = resolveKube({}, podPlace(), {});
        QVERIFY(pod.target.has_value());
        QCOMPARE(pod.target->server, QUrl(u"https://10.0.0.1:443"_s));
        QCOMPARE(pod.target->context, u"in-cluster"_s);
        QCOMPARE(pod.target->nameSpace, u"shop"_s);
        QCOMPARE(pod.target->user.tokenFile, m_certificates.path(u"pod/token"_s));
        QCOMPARE(pod.target->cluster.caFile, m_certificates.path(u"pod/ca.crt"_s));
        QVERIFY(pod.target->isSecure());
    }

    void theNamespaceInsideACluster()
    {
        InClusterPlace place = podPlace();
        place.nameSpace = u"mine"_s;
        QCOMPARE(inClusterTarget(place)->nameSpace, u"mine"_s);
        place.nameSpace.clear();
        QVERIFY(QFile::remove(m_certificates.path(u"pod/namespace"_s)));
        QCOMPARE(inClusterTarget(place)->nameSpace, u"default"_s);
    }

    void ipv6InsideACluster()
    {
        InClusterPlace place = podPlace();
        place.host = u"fd00::1"_s;
        QCOMPARE(inClusterTarget(place)->server, QUrl(u"https://[fd00::1]:443"_s));
    }

    void notInsideACluster_data()
    {
        QTest::addColumn<QString>("missing");
        for (const auto *missing : {"host", "port", "port number", "token", "ca.crt"}) {
            QTest::newRow(missing) << QString::fromLatin1(missing);
        }
    }

    void notInsideACluster()
    {
        QFETCH(QString, missing);
        InClusterPlace place = podPlace();
        if (missing == u"host") {
            place.host.clear();
        } else if (missing == u"port") {
            place.port.clear();
        } else if (missing == u"port number") {
            place.port = u"https"_s;
        } else {
            QVERIFY(QFile::remove(m_certificates.path(u"pod/"_s + missing)));
        }
        QVERIFY(!inClusterTarget(place).has_value());
        KubeconfigLoading loading;
        loading.files = {u"/a"_s};
        QCOMPARE(sentences(resolveKube(loading, place)),
                 QStringList{u"There is no Kubernetes context to use: no kubeconfig was found at "
                             "/a. Log in to the cluster with its own tool first, or set "
                             "KUBECONFIG."_s});
    }

    void theEnvironmentOfAPod()
    {
        QProcessEnvironment environment;
        environment.insert(u"KUBERNETES_SERVICE_HOST"_s, u"10.0.0.1"_s);
        environment.insert(u"KUBERNETES_SERVICE_PORT"_s, u"443"_s);
        environment.insert(u"POD_NAMESPACE"_s, u"mine"_s);
        const InClusterPlace place = inClusterPlace(environment);
        QCOMPARE(place.host, u"10.0.0.1"_s);
        QCOMPARE(place.port, u"443"_s);
        QCOMPARE(place.nameSpace, u"mine"_s);
        QCOMPARE(place.folder, u"/var/run/secrets/kubernetes.io/serviceaccount"_s);
    }

    void theKubeconfigWins()
    {
        KubeconfigLoading loading;
        loading.config.currentContext = u"gone"_s;
        const KubeResolution resolution = resolveKube(loading, podPlace());
        QVERIFY(!resolution.target.has_value());
        QCOMPARE(resolution.problems.front().code, ErrorCode::NotFound);
    }

    void aBrokenFileIsNoReasonToBeSomebodyElse()
    {
        KubeconfigLoading loading;
        loading.errors.push_back({.code = ErrorCode::File, .what = u"broken"_s});
        const KubeResolution resolution = resolveKube(loading, podPlace());
        QVERIFY(!resolution.target.has_value());
        QCOMPARE(sentences(resolution), QStringList{u"broken."_s});
    }

private:
    InClusterPlace podPlace()
    {
        const QString folder = m_certificates.path(u"pod"_s);
        if (!QDir().mkpath(folder)) {
            QTest::qFail("no folder", __FILE__, __LINE__);
        }
        replaceFile(folder + u"/token"_s, "pod-token");
        replaceFile(folder + u"/ca.crt"_s, m_certificates.read(u"ca.crt"_s));
        replaceFile(folder + u"/namespace"_s, "shop\n");
        return {u"10.0.0.1"_s, u"443"_s, {}, folder};
    }

    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestInClusterTarget)
#include "tst_inclustertarget.moc"
