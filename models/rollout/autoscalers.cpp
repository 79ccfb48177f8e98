// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/autoscalers.h"

#include <QJsonArray>

namespace spillway {

using namespace Qt::StringLiterals;

bool isAutoscaler(const QString &kind)
{
    return kind == "HorizontalPodAutoscaler"_L1 || kind == "ScaledObject"_L1;
}

QString workloadKey(const QString &kind, const QString &apiVersion, const QString &name)
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    return kind + u'.' + (slash < 0 ? QString{} : apiVersion.first(slash)) + u'/' + name;
}

QString workloadOf(const QJsonObject &autoscaler)
{
    const QJsonValue target = autoscaler["spec"_L1]["scaleTargetRef"_L1];
    return workloadKey(target["kind"_L1].toString(u"Deployment"_s),
                       target["apiVersion"_L1].toString(u"apps/v1"_s),
                       target["name"_L1].toString());
}

QString scaledObjectOf(const QJsonObject &hpa)
{
    const QJsonArray owners = hpa["metadata"_L1]["ownerReferences"_L1].toArray();
    for (const QJsonValue owner : owners) {
        if (owner["kind"_L1] == "ScaledObject"_L1) {
            return owner["name"_L1].toString();
        }
    }
    return {};
}

} // namespace spillway
