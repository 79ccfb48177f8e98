// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/metricsignals.h"

#include "core/duration.h"

#include <QRegularExpression>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Kind = MetricSignal::Kind;

/// The component whose metrics have that job label.
QString componentOfJob(const QString &job, const QMap<QString, QStringList> &jobs)
{
    for (auto one = jobs.begin(); one != jobs.end(); ++one) {
        if (one->contains(job)) {
            return one.key();
        }
    }
    return job;
}

bool isRequestRate(const QString &name)
{
    static const QRegularExpression pattern(
        u"^(http_server_|http_)?requests?(_per_second|_rate|_total)?$"_s);
    return pattern.match(name).hasMatch();
}

std::optional<PolicySignal> ofQuery(const QString &query, const QMap<QString, QStringList> &jobs)
{
    static const QRegularExpression rate(
        u"^\\s*sum\\s*\\(\\s*rate\\s*\\(\\s*(\\w+)\\s*\\{\\s*job\\s*=\\s*\"([^\"]+)\"\\s*,?\\s*\\}"
        "\\s*\\[(\\w+)\\]\\s*\\)\\s*\\)\\s*$"_s);
    static const QRegularExpression queue(
        u"^\\s*(sum|max)\\s*\\(\\s*(rabbitmq_queue_messages_ready|kafka_consumergroup_lag)\\s*"
        "(\\{[^}]*\\})?\\s*\\)\\s*$"_s);
    if (const QRegularExpressionMatch match = rate.match(query); match.hasMatch()) {
        const auto window = parseDuration(match.captured(3));
        if (isRequestRate(match.captured(1)) && window) {
            return PolicySignal{.kind = Kind::Requests,
                                .component = componentOfJob(match.captured(2), jobs),
                                .window = std::chrono::floor<std::chrono::seconds>(*window)};
        }
    }
    if (queue.match(query).hasMatch()) {
        return PolicySignal{.kind = Kind::Backlog};
    }
    return std::nullopt;
}

struct ToSignal
{
    const QMap<QString, QStringList> &jobs;

    std::optional<PolicySignal> operator()(const PolicyResourceMetric &metric) const
    {
        return metric.name == "cpu"_L1 ? std::optional(PolicySignal{.kind = Kind::Cores})
                                       : std::nullopt;
    }
    std::optional<PolicySignal> operator()(const PolicyPodsMetric &metric) const
    {
        return isRequestRate(metric.name) ? std::optional(PolicySignal{.kind = Kind::Requests})
                                          : std::nullopt;
    }
    std::optional<PolicySignal> operator()(const PolicyObjectMetric & /*metric*/) const
    {
        return std::nullopt;
    }
    std::optional<PolicySignal> operator()(const PolicyExternalMetric & /*metric*/) const
    {
        return std::nullopt;
    }
    std::optional<PolicySignal> operator()(const PolicyPrometheusTrigger &trigger) const
    {
        return ofQuery(trigger.query, jobs);
    }
    std::optional<PolicySignal> operator()(const PolicyRabbitmqTrigger &trigger) const
    {
        return trigger.mode == PolicyRabbitmqTrigger::Mode::QueueLength
                   ? std::optional(PolicySignal{.kind = Kind::Backlog})
                   : std::nullopt;
    }
    std::optional<PolicySignal> operator()(const PolicyKafkaTrigger & /*trigger*/) const
    {
        return PolicySignal{.kind = Kind::Backlog};
    }
    std::optional<PolicySignal> operator()(const PolicyCronTrigger & /*trigger*/) const
    {
        // Time alone decides; its number is not looked at, but has to be known.
        return PolicySignal{.kind = Kind::Backlog};
    }
};

struct ToTitle
{
    QString operator()(const PolicyResourceMetric &metric) const { return metric.name; }
    QString operator()(const PolicyPodsMetric &metric) const { return metric.name; }
    QString operator()(const PolicyObjectMetric &metric) const { return metric.name; }
    QString operator()(const PolicyExternalMetric &metric) const { return metric.name; }
    QString operator()(const PolicyPrometheusTrigger &trigger) const { return trigger.query; }
    QString operator()(const PolicyRabbitmqTrigger &trigger) const { return trigger.queue; }
    QString operator()(const PolicyKafkaTrigger &trigger) const { return trigger.topic; }
    QString operator()(const PolicyCronTrigger &trigger) const
    {
        return trigger.start + u" - "_s + trigger.end;
    }
};

} // namespace

std::optional<PolicySignal> signalOf(const PolicyMetric &metric,
                                     const QMap<QString, QStringList> &jobs)
{
    return std::visit(ToSignal{jobs}, metric);
}

QString metricTitle(const PolicyMetric &metric)
{
    return std::visit(ToTitle{}, metric);
}

} // namespace spillway
