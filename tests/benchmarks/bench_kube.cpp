// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 10,000 pods and 500 HPAs as a server sends them, page after page, into values: how long, and how
// much memory the values hold. Prints one JSON object.
#include "kube/kubedecoder.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace {

using namespace spillway;
using namespace spillway::kube;

constexpr int podCount = 10'000;
constexpr int hpaCount = 500;
constexpr int pageSize = 500;

QByteArray number(int value)
{
    return QByteArray::number(value);
}

/// About 4 kB, with the managed fields and the parts of a spec that nobody reads here.
QByteArray podJson(int i)
{
    const QByteArray app = "service-" + number(i / 20);
    const QByteArray fields =
        R"({"f:metadata":{"f:generateName":{},"f:labels":{".":{},"f:app":{},"f:pod-template-hash":{}},"f:ownerReferences":{".":{},"k:{\"uid\":\"a\"}":{}}},"f:spec":{"f:containers":{"k:{\"name\":\"app\"}":{".":{},"f:env":{".":{},"k:{\"name\":\"A\"}":{".":{},"f:name":{},"f:value":{}}},"f:image":{},"f:imagePullPolicy":{},"f:name":{},"f:ports":{".":{},"k:{\"containerPort\":8080,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}},"f:readinessProbe":{".":{},"f:failureThreshold":{},"f:httpGet":{".":{},"f:path":{},"f:port":{},"f:scheme":{}},"f:periodSeconds":{}},"f:resources":{".":{},"f:limits":{".":{},"f:memory":{}},"f:requests":{".":{},"f:cpu":{},"f:memory":{}}}}},"f:restartPolicy":{},"f:schedulerName":{}}})";
    return R"({"metadata":{"name":")" + app + "-7d9f8b6c54-" + number(i) + R"(","generateName":")" +
           app + R"(-7d9f8b6c54-","namespace":"kotaemon","uid":"0bff91ef-cd6f-48b2-a3c7-)" +
           number(100'000 + i) + R"(","resourceVersion":")" + number(500'000 + i) +
           R"(","creationTimestamp":"2026-11-22T15:00:42Z","labels":{"app":")" + app +
           R"(","app.kubernetes.io/part-of":"rag","pod-template-hash":"7d9f8b6c54","team":"search"},"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"8080"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":")" +
           app + R"(-7d9f8b6c54","uid":"11111111-1111-1111-1111-)" + number(i / 20) +
           R"(","controller":true,"blockOwnerDeletion":true}],"managedFields":[{"manager":"kube-controller-manager","operation":"Update","apiVersion":"v1","time":"2026-11-22T15:00:42Z","fieldsType":"FieldsV1","fieldsV1":)" +
           fields + R"(},{"manager":"kubelet","operation":"Update","apiVersion":"v1","time":"2026-11-22T15:00:59Z","fieldsType":"FieldsV1","fieldsV1":)" + fields + R"(,"subresource":"status"}]},"spec":{"nodeName":"node-)" + number(i % 200) + R"(","containers":[{"name":"app","image":"registry.example/rag/)" + app + R"(:1.4.2","env":[{"name":"A","value":"b"}],"ports":[{"containerPort":8080,"protocol":"TCP"}],"resources":{"requests":{"cpu":"500m","memory":"1Gi"},"limits":{"memory":"2Gi"}},"volumeMounts":[{"name":"kube-api-access","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}]}],"tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}]},"status":{"phase":"Running","podIP":"10.0.0.1","conditions":[{"type":"PodReadyToStartContainers","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-22T15:00:44Z"},{"type":"Initialized","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-22T15:00:43Z"},{"type":"Ready","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-22T15:01:20Z"},{"type":"ContainersReady","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-22T15:01:20Z"},{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-22T15:00:42Z"}],"containerStatuses":[{"name":"app","state":{"running":{"startedAt":"2026-11-22T15:00:50Z"}},"lastState":{},"ready":true,"restartCount":0,"image":"registry.example/rag/x:1.4.2","imageID":"sha256:0123456789abcdef","containerID":"containerd://0123456789abcdef","started":true}],"qosClass":"Burstable"}})";
}

QByteArray hpaJson(int i)
{
    const QByteArray app = "service-" + number(i);
    return R"({"metadata":{"name":")" + app + R"(","namespace":"kotaemon","uid":"u)" + number(i) +
           R"(","resourceVersion":"7","creationTimestamp":"2026-11-22T15:00:42Z","labels":{"app":"x"},"managedFields":[{"manager":"spillway","operation":"Apply","apiVersion":"autoscaling/v2","time":"2026-11-22T15:00:42Z","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:metrics":{},"f:minReplicas":{},"f:scaleTargetRef":{"f:name":{}}}}}]},"spec":{"scaleTargetRef":{"kind":"Deployment","name":")" +
           app +
           R"(","apiVersion":"apps/v1"},"minReplicas":2,"maxReplicas":20,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70}}},{"type":"External","external":{"metric":{"name":"queue_depth","selector":{"matchLabels":{"q":"a"}}},"target":{"type":"AverageValue","averageValue":"10"}}}],"behavior":{"scaleUp":{"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[{"type":"Pods","value":4,"periodSeconds":15}]}}},"status":{"currentReplicas":3,"desiredReplicas":3,"currentMetrics":[{"type":"Resource","resource":{"name":"cpu","current":{"averageUtilization":55,"averageValue":"275m"}}}],"conditions":[{"type":"AbleToScale","status":"True","lastTransitionTime":"2026-11-22T15:00:42Z","reason":"ReadyForNewScale","message":"recommended size matches current size"}]}})";
}

QList<QByteArray> pages(int count, QByteArray (*item)(int))
{
    QList<QByteArray> all;
    for (int from = 0; from < count; from += pageSize) {
        QByteArray page = R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[)";
        for (int i = from; i < std::min(count, from + pageSize); ++i) {
            page += (i > from ? "," : "") + item(i);
        }
        all.append(page + "]}");
    }
    return all;
}

/// Resident set of this process in MB.
double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    constexpr double pageBytes = 4096;
    return file.readAll().split(' ').value(1).toDouble() * pageBytes / 1e6;
}

template<typename T>
bool decodeAll(const QList<QByteArray> &json, std::vector<T> &to)
{
    for (const QByteArray &page : json) {
        Result<ListPage<T>> decoded = decodeList<T>(page);
        if (!decoded) {
            std::fprintf(stderr, "%s\n", qPrintable(decoded.error().sentence()));
            return false;
        }
        to.insert(to.end(), std::make_move_iterator(decoded->items.begin()),
                  std::make_move_iterator(decoded->items.end()));
    }
    return true;
}

} // namespace

int main()
{
    const QList<QByteArray> pods = pages(podCount, podJson);
    const QList<QByteArray> hpas = pages(hpaCount, hpaJson);
    qint64 bytes = 0;
    for (const QByteArray &page : pods + hpas) {
        bytes += page.size();
    }
    const double before = residentMb();
    QElapsedTimer timer;
    timer.start();
    std::vector<Pod> podValues;
    std::vector<HorizontalPodAutoscaler> hpaValues;
    if (!decodeAll(pods, podValues) || !decodeAll(hpas, hpaValues)) {
        return 1;
    }
    const qint64 elapsed = timer.nsecsElapsed();
    std::printf(
        "{\"pods\":%zu,\"hpas\":%zu,\"json_mb\":%.1f,\"decode_ms\":%.1f,\"values_mb\":%.1f}\n",
        podValues.size(), hpaValues.size(), static_cast<double>(bytes) / 1e6,
        static_cast<double>(elapsed) / 1e6, residentMb() - before);
    return 0;
}
