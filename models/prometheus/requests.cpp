// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/requests.h"

#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Parameters = QList<QPair<QString, QString>>;

QUrl apiUrl(const PrometheusEndpoint &endpoint, const QString &path)
{
    QUrl url = endpoint.url;
    QString prefix = url.path();
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    url.setPath(prefix + "/api/v1/"_L1 + path);
    url.setQuery(QString{});
    url.setFragment(QString{});
    return url;
}

HttpRequest request(const PrometheusEndpoint &endpoint, const QString &path)
{
    HttpRequest request;
    request.url = apiUrl(endpoint, path);
    request.settings = endpoint.settings;
    request.totalTimeout = endpoint.timeout;
    request.maxBytes = endpoint.maxBytes;
    request.headers.emplaceBack("Accept", "application/json");
    return request;
}

HttpRequest post(const PrometheusEndpoint &endpoint, const QString &path,
                 const Parameters &parameters)
{
    HttpRequest made = request(endpoint, path);
    made.onlyReads = true;
    made.method = HttpRequest::Method::Post;
    made.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    made.body = formBody(parameters);
    return made;
}

/// What the server gets, so that it says why it gave up before we only see silence.
std::chrono::milliseconds serverTimeout(std::chrono::milliseconds deadline)
{
    return deadline - std::clamp<std::chrono::milliseconds>(deadline / 10, 1ms, 2s);
}

void addCommon(Parameters &parameters, std::chrono::milliseconds deadline, int limit,
               std::chrono::milliseconds lookbackDelta)
{
    parameters.append({u"timeout"_s, secondsText(serverTimeout(deadline).count())});
    if (limit > 0) {
        parameters.append({u"limit"_s, QString::number(limit)});
    }
    if (lookbackDelta > 0ms) {
        parameters.append({u"lookback_delta"_s, secondsText(lookbackDelta.count())});
    }
}

Parameters selectorParameters(const SeriesQuery &query)
{
    Parameters parameters;
    for (const QString &matcher : query.matchers) {
        parameters.append({u"match[]"_s, matcher});
    }
    if (query.range) {
        parameters.append({u"start"_s, secondsText(query.range->from)});
        parameters.append({u"end"_s, secondsText(query.range->to)});
    }
    if (query.limit > 0) {
        parameters.append({u"limit"_s, QString::number(query.limit)});
    }
    return parameters;
}

} // namespace

QString secondsText(qint64 milliseconds)
{
    const bool negative = milliseconds < 0;
    const quint64 size = negative ? quint64{0} - static_cast<quint64>(milliseconds)
                                  : static_cast<quint64>(milliseconds);
    QString text = (negative ? u"-"_s : QString{}) + QString::number(size / 1000);
    if (size % 1000 != 0) {
        QString decimals = QString::number(size % 1000).rightJustified(3, u'0');
        while (decimals.endsWith(u'0')) {
            decimals.chop(1);
        }
        text += u'.' + decimals;
    }
    return text;
}

QString escapedLabelName(const QString &label)
{
    static const QRegularExpression legacy(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s);
    constexpr QLatin1String mark("U__");
    if (legacy.match(label).hasMatch() && !label.startsWith(mark)) {
        return label;
    }
    QString escaped = mark;
    for (const char32_t point : label.toUcs4()) {
        const bool plain = (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
                           (point >= U'0' && point <= U'9');
        if (point == U'_') {
            escaped += "__"_L1;
        } else if (plain) {
            escaped += QChar(static_cast<char16_t>(point));
        } else {
            escaped += u'_' + QString::number(static_cast<quint32>(point), 16) + u'_';
        }
    }
    return escaped;
}

HttpRequest queryRequest(const PrometheusEndpoint &endpoint, const InstantQuery &query)
{
    const std::chrono::milliseconds deadline =
        query.timeout > 0ms ? query.timeout : endpoint.timeout;
    Parameters parameters{{u"query"_s, query.expr}};
    if (query.time) {
        parameters.append({u"time"_s, secondsText(*query.time)});
    }
    addCommon(parameters, deadline, query.limit, query.lookbackDelta);
    HttpRequest made = post(endpoint, u"query"_s, parameters + endpoint.queryParameters);
    made.totalTimeout = deadline;
    return made;
}

HttpRequest queryRangeRequest(const PrometheusEndpoint &endpoint, const RangeQuery &query)
{
    const std::chrono::milliseconds deadline =
        query.timeout > 0ms ? query.timeout : endpoint.timeout;
    Parameters parameters{{u"query"_s, query.expr},
                          {u"start"_s, secondsText(query.range.from)},
                          {u"end"_s, secondsText(query.range.to)},
                          {u"step"_s, secondsText(query.step.count())}};
    addCommon(parameters, deadline, query.limit, query.lookbackDelta);
    HttpRequest made = post(endpoint, u"query_range"_s, parameters + endpoint.queryParameters);
    made.totalTimeout = deadline;
    return made;
}

HttpRequest seriesRequest(const PrometheusEndpoint &endpoint, const SeriesQuery &query)
{
    return post(endpoint, u"series"_s, selectorParameters(query));
}

HttpRequest labelsRequest(const PrometheusEndpoint &endpoint, const SeriesQuery &query)
{
    return post(endpoint, u"labels"_s, selectorParameters(query));
}

HttpRequest labelValuesRequest(const PrometheusEndpoint &endpoint, const QString &label,
                               const SeriesQuery &query)
{
    return getRequest(endpoint, "label/"_L1 + escapedLabelName(label) + "/values"_L1,
                      selectorParameters(query));
}

HttpRequest exemplarsRequest(const PrometheusEndpoint &endpoint, const QString &expr,
                             const TimeRange &range)
{
    return post(endpoint, u"query_exemplars"_s,
                {{u"query"_s, expr},
                 {u"start"_s, secondsText(range.from)},
                 {u"end"_s, secondsText(range.to)}});
}

HttpRequest getRequest(const PrometheusEndpoint &endpoint, const QString &path,
                       const Parameters &parameters)
{
    HttpRequest made = request(endpoint, path);
    if (!parameters.isEmpty()) {
        made.url.setQuery(QString::fromLatin1(formBody(parameters)), QUrl::StrictMode);
    }
    // Cheap and without effect; queries are left to the governor, as a second try of an expensive
    // one only makes a busy server busier.
    made.retry = RetryPolicy::forReads();
    return made;
}

} // namespace spillway
