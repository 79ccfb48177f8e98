// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/outlookreport.h"

#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulationReport)
};

QString percent(double share)
{
    constexpr double hundred = 100;
    return QString::number(share * hundred, 'f', 0) + u" %"_s;
}

/// Whole, or "no limit", or "not known".
QString amount(double value)
{
    return std::isfinite(value) ? QString::number(value, 'f', 0)
           : std::isnan(value)  ? Text::tr("not known")
                                : Text::tr("no limit");
}

QString money(double value)
{
    return QString::number(value, 'f', 2);
}

QString band(const ForecastBand &value, QString (*text)(double))
{
    return u"%1 / %2 / %3"_s.arg(text(value.low), text(value.middle), text(value.high));
}

QString limitText(QuotaReach::Limit limit)
{
    switch (limit) {
    case QuotaReach::Limit::Requests:
        return Text::tr("requests");
    case QuotaReach::Limit::Tokens:
        return Text::tr("tokens");
    case QuotaReach::Limit::InputTokens:
        return Text::tr("input tokens");
    case QuotaReach::Limit::OutputTokens:
        return Text::tr("output tokens");
    case QuotaReach::Limit::None:
        break;
    }
    return Text::tr("no limit");
}

QByteArray lineOf(const QString &text)
{
    return printable(text).toUtf8() + '\n';
}

QByteArray quotaTable(const std::vector<QuotaOutlook> &quotas)
{
    QList<QStringList> rows{{Text::tr("QUOTA OF"), Text::tr("MODEL"), Text::tr("LIMITED BY"),
                             Text::tr("ADMITTED/MIN"), Text::tr("PEAK/MIN"), Text::tr("HEADROOM"),
                             Text::tr("USEFUL REPLICAS")}};
    for (const QuotaOutlook &quota : quotas) {
        for (const QuotaPoolOutlook &pool : quota.pools) {
            const QuotaReach &reach = pool.reach;
            rows.append({quota.component, pool.model, limitText(reach.limit),
                         amount(reach.requestsPerMinute), amount(quota.peakPerMinute * pool.share),
                         std::isfinite(quota.peakPerMinute) ? percent(reach.headroom)
                                                            : Text::tr("not known"),
                         reach.usefulReplicas ? QString::number(*reach.usefulReplicas)
                                              : Text::tr("no limit")});
        }
    }
    return alignedTable(rows);
}

/// Where scaling stops helping.
QString stopSentence(const QuotaOutlook &quota)
{
    if (!quota.usefulReplicas) {
        return Text::tr("No quota limits %1.").arg(quota.component);
    }
    const QString useful = QString::number(*quota.usefulReplicas);
    if (quota.maximum <= *quota.usefulReplicas) {
        return Text::tr("Scaling %1 stops helping at %2 replicas; the policy allows %3.")
            .arg(quota.component, useful, QString::number(quota.maximum));
    }
    return Text::tr(
               "Scaling %1 stops helping at %2 replicas: more only add 429s. The policy allows "
               "%3, and has more than are useful for %4 of the time.")
        .arg(quota.component, useful, QString::number(quota.maximum), percent(quota.beyondShare));
}

QByteArray forecastTable(const PolicyOutlook &outlook, const QString &currency)
{
    QList<QStringList> rows{{Text::tr("FORECAST"), Text::tr("FROM"), Text::tr("TO"),
                             Text::tr("REQUESTS low/middle/high"),
                             Text::tr("COST IN %1 low/middle/high").arg(currency),
                             Text::tr("KNOWN"), Text::tr("CONFIDENCE")}};
    const auto add = [&rows](const QString &name, const OutlookForecast &one) {
        rows.append({name, utcText(one.span.from), utcText(one.span.to), band(one.requests, amount),
                     band(one.cost, money), percent(one.knownShare), percent(one.confidence)});
    };
    if (outlook.month) {
        add(Text::tr("30 days"), *outlook.month);
    }
    for (const OutlookForecast &event : outlook.events) {
        add(event.event, event);
    }
    return rows.size() > 1 ? alignedTable(rows) : QByteArray();
}

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonValue replicas(std::optional<int> count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonObject poolJson(const QuotaPoolOutlook &pool)
{
    static constexpr std::array limits{"none"_L1, "requests"_L1, "tokens"_L1, "input_tokens"_L1,
                                       "output_tokens"_L1};
    return {{u"model"_s, pool.model},
            {u"share"_s, pool.share},
            {u"tokens_per_request"_s, pool.tokensPerRequest},
            {u"limited_by"_s, limits.at(static_cast<std::size_t>(pool.reach.limit))},
            {u"admitted_per_minute"_s, number(pool.reach.requestsPerMinute)},
            {u"in_flight"_s, number(pool.reach.inFlight)},
            {u"useful_replicas"_s, replicas(pool.reach.usefulReplicas)},
            {u"headroom"_s, pool.reach.headroom}};
}

QJsonObject quotaJson(const QuotaOutlook &quota)
{
    QJsonArray models;
    for (const QuotaPoolOutlook &pool : quota.pools) {
        models.append(poolJson(pool));
    }
    return {{u"component"_s, quota.component},
            {u"latency_seconds"_s, quota.latencySeconds},
            {u"concurrency"_s, quota.concurrency},
            {u"peak_per_minute"_s, number(quota.peakPerMinute)},
            {u"admitted_per_minute"_s, number(quota.admittedPerMinute)},
            {u"headroom"_s,
             std::isfinite(quota.peakPerMinute) ? QJsonValue(quota.headroom) : QJsonValue()},
            {u"useful_replicas"_s, replicas(quota.usefulReplicas)},
            {u"maximum"_s, quota.maximum},
            {u"beyond_useful_share"_s, quota.beyondShare},
            {u"models"_s, models}};
}

QJsonObject bandJson(const ForecastBand &value)
{
    return {{u"low"_s, value.low}, {u"middle"_s, value.middle}, {u"high"_s, value.high}};
}

QJsonObject forecastJson(const OutlookForecast &one)
{
    QJsonObject object{{u"from"_s, utcText(one.span.from)},     {u"to"_s, utcText(one.span.to)},
                       {u"requests"_s, bandJson(one.requests)}, {u"cost"_s, bandJson(one.cost)},
                       {u"known_share"_s, one.knownShare},      {u"confidence"_s, one.confidence}};
    if (!one.event.isEmpty()) {
        object.insert(u"event"_s, one.event);
    }
    return object;
}

} // namespace

QByteArray outlookText(const PolicyOutlook &outlook, const QString &currency)
{
    QByteArray text;
    if (!outlook.quotas.empty()) {
        text += '\n' + quotaTable(outlook.quotas);
        for (const QuotaOutlook &quota : outlook.quotas) {
            text += lineOf(stopSentence(quota));
        }
    }
    if (const QByteArray table = forecastTable(outlook, currency); !table.isEmpty()) {
        text += '\n' + table;
    }
    for (const QString &sentence : outlook.notes) {
        text += lineOf(sentence);
    }
    return text;
}

void addOutlookJson(const PolicyOutlook &outlook, QJsonObject &object)
{
    QJsonArray quotas;
    for (const QuotaOutlook &quota : outlook.quotas) {
        quotas.append(quotaJson(quota));
    }
    QJsonArray events;
    for (const OutlookForecast &event : outlook.events) {
        events.append(forecastJson(event));
    }
    object.insert(u"quotas"_s, quotas);
    object.insert(u"forecast"_s,
                  QJsonObject{{u"month"_s, outlook.month ? QJsonValue(forecastJson(*outlook.month))
                                                         : QJsonValue()},
                              {u"events"_s, events},
                              {u"notes"_s, QJsonArray::fromStringList(outlook.notes)}});
}

} // namespace spillway
