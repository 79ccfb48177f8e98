// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterserver.h"

#include "kubeserver/typeregistry.h"
#include "support/kubeworld.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>

namespace spillway {

namespace {

constexpr int workloads = 500;
constexpr int podsEach = 20;
/// A connection that has brought this much brings a list.
constexpr qint64 largeAnswer = qint64{64} * 1024;

qint64 monotonicNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// Passes bytes on and notes when large answers began and ended.
class TimedRelay final : public QTcpServer
{
public:
    explicit TimedRelay(quint16 target)
        : m_target(target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                relay(client);
            }
        });
    }

    [[nodiscard]] QJsonObject takeReport()
    {
        const QJsonObject report{{u"mb"_s, static_cast<double>(m_bytes) / 1e6},
                                 {u"first_ns"_s, static_cast<double>(m_first)},
                                 {u"last_ns"_s, static_cast<double>(m_last)}};
        m_bytes = m_first = m_last = 0;
        return report;
    }

private:
    void relay(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->abort(); });
        connect(server, &QTcpSocket::readyRead, client,
                [this, client, server, brought = qint64{0}]() mutable {
                    const QByteArray bytes = server->readAll();
                    brought += bytes.size();
                    if (brought > largeAnswer) {
                        m_bytes += bytes.size();
                        m_first = m_first == 0 ? monotonicNs() : m_first;
                    }
                    client->write(bytes);
                });
        connect(client, &QTcpSocket::bytesWritten, this, [this, client] {
            if (m_first != 0 && client->bytesToWrite() == 0) {
                m_last = monotonicNs();
            }
        });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    quint16 m_target;
    qint64 m_bytes = 0;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// With the parts that nobody reads here but every real pod has.
QJsonObject podSpec()
{
    return parsed(R"({"nodeName":"node-1","serviceAccountName":"default","containers":[{
        "name":"app","image":"registry.example/rag/service:1.4.2","imagePullPolicy":"IfNotPresent",
        "args":["--listen=:8080","--config=/etc/app/config.yaml"],
        "env":[{"name":"REDIS_URL","value":"redis://redis.kotaemon:6379/0"},
               {"name":"OTEL_SERVICE_NAME","value":"service"},{"name":"LOG_LEVEL","value":"info"},
               {"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}],
        "ports":[{"name":"http","containerPort":8080},{"name":"metrics","containerPort":9090}],
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http"},"periodSeconds":5},
        "livenessProbe":{"httpGet":{"path":"/live","port":"http"},"periodSeconds":10},
        "resources":{"requests":{"cpu":"500m","memory":"1Gi"},"limits":{"memory":"2Gi"}},
        "volumeMounts":[{"name":"config","mountPath":"/etc/app"}]}],
        "volumes":[{"name":"config","configMap":{"name":"app-config"}}]})");
}

QJsonObject podStatus()
{
    return parsed(R"({"phase":"Running","podIP":"10.0.0.1","startTime":"2026-11-22T15:00:42Z",
        "conditions":[
        {"type":"PodScheduled","status":"True","lastTransitionTime":"2026-11-22T15:00:42Z"},
        {"type":"Initialized","status":"True","lastTransitionTime":"2026-11-22T15:00:43Z"},
        {"type":"ContainersReady","status":"True","lastTransitionTime":"2026-11-22T15:01:20Z"},
        {"type":"Ready","status":"True","lastTransitionTime":"2026-11-22T15:01:20Z"}],
        "containerStatuses":[{"name":"app","ready":true,"started":true,"restartCount":0,
        "image":"registry.example/rag/service:1.4.2","imageID":"sha256:0123456789abcdef",
        "containerID":"containerd://0123456789abcdef0123456789abcdef",
        "state":{"running":{"startedAt":"2026-11-22T15:00:50Z"}},"lastState":{}}]})");
}

/// The world's objects are made through the API once each, and then copied in the store.
class BenchCluster
{
public:
    [[nodiscard]] bool fill() { return m_world.works() && fillWorkloads() && fillPods(); }

    [[nodiscard]] QString kubeconfig()
    {
        m_relay = std::make_unique<TimedRelay>(m_world.server()->port());
        const QString path = m_world.kubeconfig();
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)) {
            return {};
        }
        QByteArray text = file.readAll();
        text.replace(QByteArray{"127.0.0.1:" + QByteArray::number(m_world.server()->port())},
                     QByteArray{"127.0.0.1:" + QByteArray::number(m_relay->serverPort())});
        file.resize(0);
        file.seek(0);
        return file.write(text) == text.size() ? path : QString{};
    }

    [[nodiscard]] QByteArray answer(const QList<QByteArray> &words)
    {
        if (words.value(0) == "report") {
            return QJsonDocument(m_relay->takeReport()).toJson(QJsonDocument::Compact);
        }
        if (words.value(0) == "churn") {
            churn(words.value(1).toInt());
            return "done";
        }
        return "unknown";
    }

private:
    [[nodiscard]] demo::ObjectStore &store() { return m_world.server()->state().store; }
    [[nodiscard]] static QString service(int i) { return u"service-%1"_s.arg(i); }
    static QString keyOf(const QString &name)
    {
        return demo::ObjectStore::keyOf(KubeWorld::nameSpace, name);
    }
    void copy(const QString &kind, QJsonObject object, const QString &name, int number)
    {
        QJsonObject meta = object.value("metadata"_L1).toObject();
        meta.insert(u"name"_s, name);
        meta.insert(u"uid"_s, u"0bff91ef-cd6f-48b2-a3c7-%1"_s.arg(number, 12, 10, QChar(u'0')));
        object.insert(u"metadata"_s, meta);
        store().put(kind, keyOf(name), object, {});
    }

    [[nodiscard]] bool fillWorkloads()
    {
        if (!m_world.addDeployment(service(0), podsEach) ||
            !m_world.addHpa(service(0), 2, podsEach * 2)) {
            return false;
        }
        const QString deployments = demo::storageKeyOf(u"apps"_s, u"deployments"_s);
        const QString hpas = demo::storageKeyOf(u"autoscaling"_s, u"horizontalpodautoscalers"_s);
        QJsonObject deployment = *store().get(deployments, keyOf(service(0)));
        deployment.insert(u"status"_s, QJsonObject{{u"replicas"_s, podsEach},
                                                   {u"readyReplicas"_s, podsEach},
                                                   {u"updatedReplicas"_s, podsEach},
                                                   {u"availableReplicas"_s, podsEach}});
        QJsonObject hpa = *store().get(hpas, keyOf(service(0)));
        for (int i = 1; i < workloads; ++i) {
            copy(deployments, deployment, service(i), i);
            QJsonObject spec = hpa.value("spec"_L1).toObject();
            QJsonObject target = spec.value("scaleTargetRef"_L1).toObject();
            target.insert(u"name"_s, service(i));
            spec.insert(u"scaleTargetRef"_s, target);
            hpa.insert(u"spec"_s, spec);
            copy(hpas, hpa, service(i), 1'000 + i);
        }
        return true;
    }

    [[nodiscard]] bool fillPods()
    {
        if (!m_world.addPod(service(0), u"0"_s, 30)) {
            return false;
        }
        m_podKind = demo::storageKeyOf({}, u"pods"_s);
        const QString first = service(0) + u"-7d9f8b6c54-0"_s;
        QJsonObject pod = *store().get(m_podKind, keyOf(first));
        pod.insert(u"spec"_s, podSpec());
        pod.insert(u"status"_s, podStatus());
        for (int i = 1; i < workloads * podsEach; ++i) {
            const QString owner = service(i / podsEach);
            QJsonObject meta = pod.value("metadata"_L1).toObject();
            QJsonArray owners = meta.value("ownerReferences"_L1).toArray();
            QJsonObject set = owners.first().toObject();
            set.insert(u"name"_s, QString{owner + u"-7d9f8b6c54"_s});
            meta.insert(u"ownerReferences"_s, QJsonArray{set});
            pod.insert(u"metadata"_s, meta);
            const QString name = owner + u"-7d9f8b6c54-"_s + QString::number(i, 36);
            copy(m_podKind, pod, name, 10'000 + i);
            m_pods.append(name);
        }
        return true;
    }

    void churn(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QString key = keyOf(m_pods.at((m_next++ * 37) % m_pods.size()));
            std::optional<QJsonObject> pod = store().get(m_podKind, key);
            const QString version =
                pod->value("metadata"_L1).toObject().value("resourceVersion"_L1).toString();
            QJsonObject status = pod->value("status"_L1).toObject();
            QJsonArray containers = status.value("containerStatuses"_L1).toArray();
            QJsonObject container = containers.first().toObject();
            container.insert(u"restartCount"_s, container.value("restartCount"_L1).toInt() + 1);
            status.insert(u"containerStatuses"_s, QJsonArray{container});
            pod->insert(u"status"_s, status);
            store().put(m_podKind, key, *pod, version);
        }
    }

    KubeWorld m_world;
    std::unique_ptr<TimedRelay> m_relay;
    QString m_podKind;
    QStringList m_pods;
    qsizetype m_next = 0;
};

void print(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

} // namespace

int serveCluster()
{
    BenchCluster cluster;
    const QString kubeconfig = cluster.fill() ? cluster.kubeconfig() : QString{};
    if (kubeconfig.isEmpty()) {
        std::fprintf(stderr, "the cluster of the bench does not start\n");
        return 1;
    }
    print("ready " + kubeconfig.toUtf8());
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [&cluster] {
        std::string line; // one question at a time
        if (!std::getline(std::cin, line)) {
            QCoreApplication::quit();
            return;
        }
        print(cluster.answer(QByteArray::fromStdString(line).simplified().split(' ')));
    });
    return QCoreApplication::exec();
}

} // namespace spillway
