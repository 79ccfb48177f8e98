// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/querysource.h"

#include <QList>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <utility>

namespace spillway {

/// A backend without a network: answers each query through a function, at once (from the event
/// loop) or, while held, when the test says so. Link Spillway::connection or Spillway::prometheus.
class FakeQuerySource : public QuerySource
{
public:
    using Handler = std::function<Result<QueryResult>(const SourceQuery &)>;

    Handler handler = [](const SourceQuery &) { return QueryResult{}; };
    Result<BackendFacts> facts = BackendFacts{};
    Result<MetricCatalog> names = MetricCatalog{};
    Result<QStringList> labels = QStringList{};
    bool held = false; ///< queries wait for release()
    QList<SourceQuery> asked;
    int probes = 0;
    int catalogs = 0;
    int tries = 0;         ///< by a person
    QStringList selectors; ///< that label values were asked of

    void tryAgain() override { ++tries; }
    QueryAnswerReply *run(const SourceQuery &query, QObject *parent) override
    {
        asked.append(query);
        auto *reply = new QueryAnswerReply(parent);
        m_open.append({query, reply});
        if (!held) {
            QMetaObject::invokeMethod(
                reply, [this, reply] { answer(reply); }, Qt::QueuedConnection);
        }
        return reply;
    }
    ProbeAnswer *probe(QObject *parent) override
    {
        ++probes;
        return later<BackendFacts>(facts, parent);
    }
    CatalogAnswer *catalog(QObject *parent) override
    {
        ++catalogs;
        return later<MetricCatalog>(names, parent);
    }
    LabelValuesAnswer *labelValues(const QString &, const QString &selector, const TimeRange &,
                                   QObject *parent) override
    {
        selectors.append(selector);
        return later<QStringList>(labels, parent);
    }

    /// Queries that are neither answered nor cancelled.
    [[nodiscard]] qsizetype openCount() const
    {
        return std::count_if(m_open.begin(), m_open.end(),
                             [](const Open &one) { return !one.reply.isNull(); });
    }
    /// Answers the oldest open query; false if there is none.
    bool release()
    {
        while (!m_open.isEmpty() && m_open.first().reply.isNull()) {
            m_open.removeFirst();
        }
        if (m_open.isEmpty()) {
            return false;
        }
        answer(m_open.first().reply);
        return true;
    }
    void releaseAll()
    {
        while (release()) {
        }
    }

    /// A matrix of one series with a sample at each step of the query: value = time in seconds.
    [[nodiscard]] static QueryResult ramp(const SourceQuery &query, LabelSet labels = {})
    {
        QueryResult result;
        result.type = query.instant ? QueryResult::Type::Vector : QueryResult::Type::Matrix;
        result.step = query.step;
        auto series = std::make_shared<Series>();
        series->labels = std::move(labels);
        const EpochMs first = query.instant ? query.range.to : query.range.from;
        const EpochMs step = query.instant ? 1 : query.step.count();
        for (EpochMs time = first; time <= query.range.to; time += step) {
            series->times.push_back(time);
            series->values.push_back(static_cast<double>(time) / 1000.0);
        }
        result.series.push_back(std::move(series));
        result.bytes = 64;
        return result;
    }

private:
    struct Open
    {
        SourceQuery query;
        QPointer<QueryAnswerReply> reply;
    };

    void answer(QueryAnswerReply *reply)
    {
        for (qsizetype i = 0; i < m_open.size(); ++i) {
            if (m_open[i].reply == reply) {
                const Open one = m_open.takeAt(i);
                reply->finish(handler(one.query));
                return;
            }
        }
    }
    template<typename T>
    static Answer<T> *later(const Result<T> &result, QObject *parent)
    {
        auto *reply = new Answer<T>(parent);
        QMetaObject::invokeMethod(
            reply, [reply, result] { reply->finish(result); }, Qt::QueuedConnection);
        return reply;
    }

    QList<Open> m_open;
};

} // namespace spillway
