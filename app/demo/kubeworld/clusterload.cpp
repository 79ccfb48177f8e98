// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterload.h"

#include <QRegularExpression>

namespace spillway::demo {

using namespace Qt::StringLiterals;

QString ClusterLoad::requestsOf(const QString &job)
{
    return u"http_requests_total{job=%1}"_s.arg(job);
}

QString ClusterLoad::lengthOf(const QString &queue)
{
    return u"rabbitmq_queue_messages_ready{queue=%1}"_s.arg(queue);
}

std::optional<double> ClusterLoad::signal(const QString &name) const
{
    const auto found = known.constFind(name);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<double> ClusterLoad::answer(const QString &promql) const
{
    static const QRegularExpression blanks(u"\\s+"_s);
    static const QRegularExpression rate(
        uR"re(^sum\(rate\(http_requests_total\{job="([^"]+)"\}\[\w+\]\)\)$)re"_s);
    static const QRegularExpression length(
        uR"re(^(?:sum|max)?\(?rabbitmq_queue_messages_ready\{queue="([^"]+)"\}\)?$)re"_s);
    QString query = promql;
    query.remove(blanks);
    if (const auto match = rate.match(query); match.hasMatch()) {
        return signal(requestsOf(match.captured(1)));
    }
    if (const auto match = length.match(query); match.hasMatch()) {
        return signal(lengthOf(match.captured(1)));
    }
    return std::nullopt;
}

} // namespace spillway::demo
