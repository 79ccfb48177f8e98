// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/defaults.h"
#include "kubeobjects/jsontools.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QString pullPolicy(const QString &image)
{
    const QString name = image.section(u'/', -1);
    const QString tag = name.section(u':', 1, 1);
    const bool latest = !name.contains(u'@') && (tag.isEmpty() || tag == "latest"_L1);
    return latest ? u"Always"_s : u"IfNotPresent"_s;
}

void defaultHttpGet(QJsonObject &holder)
{
    if (holder.contains("httpGet"_L1)) {
        QJsonObject get = holder.value("httpGet"_L1).toObject();
        setDefault(get, "path"_L1, "/"_L1);
        setDefault(get, "scheme"_L1, "HTTP"_L1);
        holder["httpGet"_L1] = get;
    }
}

void defaultProbe(QJsonObject &container, QLatin1String key)
{
    if (!container.contains(key)) {
        return;
    }
    QJsonObject probe = container.value(key).toObject();
    setDefault(probe, "timeoutSeconds"_L1, 1);
    setDefault(probe, "periodSeconds"_L1, 10);
    setDefault(probe, "successThreshold"_L1, 1);
    setDefault(probe, "failureThreshold"_L1, 3);
    defaultHttpGet(probe);
    container[key] = probe;
}

QJsonArray defaultEnv(const QJsonArray &env)
{
    QJsonArray list;
    for (const QJsonValue item : env) {
        QJsonObject variable = item.toObject();
        if (variable.value("valueFrom"_L1)["fieldRef"_L1].isObject() &&
            variable.value("valueFrom"_L1)["fieldRef"_L1]["apiVersion"_L1].toString().isEmpty()) {
            setAt(variable, {u"valueFrom"_s, u"fieldRef"_s, u"apiVersion"_s}, u"v1"_s);
        }
        list.append(variable);
    }
    return list;
}

QJsonObject defaultContainer(QJsonObject container)
{
    setDefault(container, "terminationMessagePath"_L1, "/dev/termination-log"_L1);
    setDefault(container, "terminationMessagePolicy"_L1, "File"_L1);
    setDefault(container, "imagePullPolicy"_L1, pullPolicy(container.value("image"_L1).toString()));
    for (const QLatin1String probe : {"livenessProbe"_L1, "readinessProbe"_L1, "startupProbe"_L1}) {
        defaultProbe(container, probe);
    }
    if (container.contains("ports"_L1)) {
        QJsonArray ports;
        for (const QJsonValue item : container.value("ports"_L1).toArray()) {
            QJsonObject port = item.toObject();
            setDefault(port, "protocol"_L1, "TCP"_L1);
            ports.append(port);
        }
        container["ports"_L1] = ports;
    }
    if (container.contains("env"_L1)) {
        container["env"_L1] = defaultEnv(container.value("env"_L1).toArray());
    }
    return container;
}

QJsonObject defaultVolume(QJsonObject volume)
{
    for (const QLatin1String source :
         {"configMap"_L1, "secret"_L1, "projected"_L1, "downwardAPI"_L1}) {
        if (volume.contains(source)) {
            QJsonObject filled = volume.value(source).toObject();
            setDefault(filled, "defaultMode"_L1, 420);
            volume[source] = filled;
        }
    }
    if (volume.contains("hostPath"_L1)) {
        QJsonObject filled = volume.value("hostPath"_L1).toObject();
        setDefault(filled, "type"_L1, ""_L1);
        volume["hostPath"_L1] = filled;
    }
    if (volume.size() == 1 && volume.contains("name"_L1)) {
        volume["emptyDir"_L1] = QJsonObject();
    }
    return volume;
}

void mapItems(QJsonObject &object, QLatin1String key, QJsonObject (*change)(QJsonObject))
{
    if (!object.value(key).isArray()) {
        return;
    }
    QJsonArray list;
    for (const QJsonValue item : object.value(key).toArray()) {
        list.append(change(item.toObject()));
    }
    object[key] = list;
}

} // namespace

void applyPodDefaults(QJsonObject &podSpec)
{
    setDefault(podSpec, "restartPolicy"_L1, "Always"_L1);
    setDefault(podSpec, "dnsPolicy"_L1, "ClusterFirst"_L1);
    setDefault(podSpec, "schedulerName"_L1, "default-scheduler"_L1);
    setDefault(podSpec, "securityContext"_L1, QJsonObject());
    setDefault(podSpec, "terminationGracePeriodSeconds"_L1, 30);
    // serviceAccount is the old name of serviceAccountName, and follows it.
    if (podSpec.contains("serviceAccountName"_L1)) {
        podSpec["serviceAccount"_L1] = podSpec.value("serviceAccountName"_L1);
    } else if (podSpec.contains("serviceAccount"_L1)) {
        podSpec["serviceAccountName"_L1] = podSpec.value("serviceAccount"_L1);
    }
    mapItems(podSpec, "containers"_L1, defaultContainer);
    mapItems(podSpec, "initContainers"_L1, defaultContainer);
    mapItems(podSpec, "volumes"_L1, defaultVolume);
}

} // namespace spillway::demo
