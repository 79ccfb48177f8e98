// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/autoscalers.h"

#include "kube/valuereaders.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;
using json::Strings;
using json::Value;

namespace {

ScaleTarget readTarget(Value value, Strings &strings)
{
    ScaleTarget target;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "apiVersion") {
            target.apiVersion = json::text(field, strings);
        } else if (key == "kind") {
            target.kind = json::text(field, strings);
        } else if (key == "name") {
            target.name = json::text(field);
        }
    });
    return target;
}

MetricValue readMetricValue(Value value, Strings &strings)
{
    MetricValue result;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "type") {
            result.type = json::text(field, strings);
        } else if (key == "value") {
            result.value = json::text(field);
        } else if (key == "averageValue") {
            result.averageValue = json::text(field);
        } else if (key == "averageUtilization" && !json::isNull(field)) {
            result.averageUtilization = json::integer32(field);
        }
    });
    return result;
}

void readMetricName(Value value, HpaMetricSource &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "name") {
            to.name = json::text(field, strings);
        } else if (key == "selector") {
            to.selector = json::raw(field);
        }
    });
}

/// The member named after the type: resource, containerResource, pods, object, external.
void readMetricBody(Value value, HpaMetricSource &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "name") {
            to.name = json::text(field, strings);
        } else if (key == "container") {
            to.container = json::text(field, strings);
        } else if (key == "metric") {
            readMetricName(field, to, strings);
        } else if (key == "describedObject") {
            to.described = readTarget(field, strings);
        } else if (key == "target" || key == "current") {
            to.value = readMetricValue(field, strings);
        }
    });
}

QList<HpaMetricSource> readMetrics(Value value, Strings &strings)
{
    QList<HpaMetricSource> metrics;
    json::eachItem(value, [&](Value item) {
        HpaMetricSource metric;
        json::eachField(item, [&](Key key, Value field) {
            if (key == "type") {
                metric.type = json::text(field, strings);
            } else {
                readMetricBody(field, metric, strings);
            }
        });
        metrics.append(std::move(metric));
    });
    return metrics;
}

HpaScalingPolicy readPolicy(Value value, Strings &strings)
{
    HpaScalingPolicy policy;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "type") {
            policy.type = json::text(field, strings);
        } else if (key == "value") {
            policy.value = json::integer32(field);
        } else if (key == "periodSeconds") {
            policy.periodSeconds = json::integer32(field);
        }
    });
    return policy;
}

HpaScalingRules readRules(Value value, Strings &strings)
{
    HpaScalingRules rules;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "stabilizationWindowSeconds" && !json::isNull(field)) {
            rules.stabilizationWindowSeconds = json::integer32(field);
        } else if (key == "selectPolicy") {
            rules.selectPolicy = json::text(field, strings);
        } else if (key == "tolerance") {
            rules.tolerance = json::text(field, strings);
        } else if (key == "policies") {
            json::eachItem(field,
                           [&](Value item) { rules.policies.append(readPolicy(item, strings)); });
        }
    });
    return rules;
}

void readHpaSpecField(Key key, Value field, HorizontalPodAutoscaler &to, Strings &strings)
{
    if (key == "scaleTargetRef") {
        to.target = readTarget(field, strings);
    } else if (key == "minReplicas" && !json::isNull(field)) {
        to.minReplicas = json::integer32(field);
    } else if (key == "maxReplicas") {
        to.maxReplicas = json::integer32(field);
    } else if (key == "metrics") {
        to.metrics = readMetrics(field, strings);
    } else if (key == "behavior") {
        json::eachField(field, [&](Key direction, Value rules) {
            if (direction == "scaleUp") {
                to.scaleUp = readRules(rules, strings);
            } else if (direction == "scaleDown") {
                to.scaleDown = readRules(rules, strings);
            }
        });
    }
}

void readHpaStatus(Value value, HorizontalPodAutoscaler &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "currentReplicas") {
            to.current = json::integer32(field);
        } else if (key == "desiredReplicas") {
            to.desired = json::integer32(field);
        } else if (key == "lastScaleTime") {
            to.lastScaled = readTime(field);
        } else if (key == "currentMetrics") {
            to.currentMetrics = readMetrics(field, strings);
        } else if (key == "conditions") {
            to.conditions = readConditions(field, strings);
        }
    });
}

ScaledObjectTrigger readTrigger(Value value, Strings &strings)
{
    ScaledObjectTrigger trigger;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "type") {
            trigger.type = json::text(field, strings);
        } else if (key == "name") {
            trigger.name = json::text(field);
        } else if (key == "metricType") {
            trigger.metricType = json::text(field, strings);
        } else if (key == "metadata") {
            trigger.metadata = readTexts(field, strings);
        }
    });
    return trigger;
}

/// advanced.horizontalPodAutoscalerConfig.name
QString readHpaName(Value value)
{
    QString name;
    json::eachField(value, [&](Key key, Value config) {
        if (key == "horizontalPodAutoscalerConfig") {
            json::eachField(config, [&](Key inner, Value field) {
                if (inner == "name") {
                    name = json::text(field);
                }
            });
        }
    });
    return name;
}

std::optional<qint32> *replicaField(Key key, ScaledObject &to)
{
    if (key == "minReplicaCount") {
        return &to.minReplicas;
    }
    if (key == "maxReplicaCount") {
        return &to.maxReplicas;
    }
    if (key == "idleReplicaCount") {
        return &to.idleReplicas;
    }
    if (key == "pollingInterval") {
        return &to.pollingInterval;
    }
    return key == "cooldownPeriod" ? &to.cooldownPeriod : nullptr;
}

void readScaledObjectSpecField(Key key, Value field, ScaledObject &to, Strings &strings)
{
    if (std::optional<qint32> *const number = replicaField(key, to)) {
        if (!json::isNull(field)) {
            *number = json::integer32(field);
        }
    } else if (key == "scaleTargetRef") {
        to.target = readTarget(field, strings);
    } else if (key == "triggers") {
        json::eachItem(field, [&](Value item) { to.triggers.append(readTrigger(item, strings)); });
    } else if (key == "advanced" && to.hpaName.isEmpty()) {
        to.hpaName = readHpaName(field);
    }
}

QJsonArray sortedMetrics(const QJsonArray &metrics)
{
    QList<QByteArray> texts;
    for (const QJsonValue metric : metrics) {
        texts.append(QJsonDocument(metric.toObject()).toJson(QJsonDocument::Compact));
    }
    std::sort(texts.begin(), texts.end());
    QJsonArray sorted;
    for (const QByteArray &text : std::as_const(texts)) {
        sorted.append(QJsonDocument::fromJson(text).object());
    }
    return sorted;
}

} // namespace

QString HpaMetricSource::key() const
{
    return (QStringList{type, name, container, described.kind, described.name,
                        QString::fromUtf8(selector)})
        .join(u'\x1f');
}

bool ScaledObject::isPaused() const
{
    const Condition *const condition = findCondition(conditions, "Paused"_L1);
    return pausedReplicas.has_value() || (condition != nullptr && condition->isTrue());
}

QByteArray specHash(const QByteArray &specJson)
{
    QJsonObject spec = QJsonDocument::fromJson(specJson).object();
    const auto metrics = spec.find("metrics"_L1);
    if (metrics != spec.end()) {
        *metrics = sortedMetrics(metrics->toArray());
    }
    // QJsonObject keeps its keys sorted: this is the canonical form.
    const QByteArray canonical = QJsonDocument(spec).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
}

void readField(Key key, Value value, HorizontalPodAutoscaler &to, Strings &strings)
{
    if (key == "status") {
        readHpaStatus(value, to, strings);
    } else if (key == "spec") {
        to.spec = readSpec(
            value, [&](Key inner, Value field) { readHpaSpecField(inner, field, to, strings); });
    }
}

void readField(Key key, Value value, ScaledObject &to, Strings &strings)
{
    if (key == "spec") {
        to.spec = readSpec(value, [&](Key inner, Value field) {
            readScaledObjectSpecField(inner, field, to, strings);
        });
    } else if (key == "status") {
        json::eachField(value, [&](Key inner, Value field) {
            if (inner == "hpaName") {
                to.hpaName = json::text(field);
            } else if (inner == "pausedReplicaCount" && !json::isNull(field)) {
                to.pausedReplicas = json::integer32(field);
            } else if (inner == "conditions") {
                to.conditions = readConditions(field, strings);
            }
        });
    }
}

} // namespace spillway::kube
