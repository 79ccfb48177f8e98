// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/queryresult.h"
#include "metrics/timerange.h"
#include "prometheus/metriccatalog.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace spillway {

/// One question to a metrics backend: final PromQL, no variables left. Equal questions have equal
/// answers, so panels may share one.
struct SourceQuery
{
    QString expr;
    bool instant = false;              ///< evaluated at range.to only
    TimeRange range;                   ///< server time, both ends asked for
    std::chrono::milliseconds step{0}; ///< of a range query; > 0

    friend bool operator==(const SourceQuery &, const SourceQuery &) = default;
};

/// What a probe found out about a backend.
struct BackendFacts
{
    QString product;   ///< "Prometheus", "VictoriaMetrics", "Thanos", "Mimir"; empty = not known
    QString version;   ///< as the backend says
    QStringList lacks; ///< translated sentences: what this backend cannot do
    std::chrono::milliseconds clockOffset{0};         ///< server time minus local time
    std::chrono::milliseconds scrapeInterval{15'000}; ///< the most common one of the targets
    std::chrono::milliseconds lookback{300'000};
    QHash<QString, std::chrono::milliseconds> jobIntervals{}; ///< scrape interval, longest of a job
    friend bool operator==(const BackendFacts &, const BackendFacts &) = default;
};

/// A running request. finished() is emitted exactly once, never from inside the call that made the
/// reply; deleting it cancels. GUI thread.
class SourceReply : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] bool isFinished() const { return m_finished; }

Q_SIGNALS:
    void finished();

protected:
    /// Only the first call counts.
    void end();

private:
    bool m_finished = false;
};

/// A SourceReply with an answer of type T.
template<typename T>
class Answer : public SourceReply
{
public:
    using SourceReply::SourceReply;

    /// Only after finished(), once.
    [[nodiscard]] Result<T> takeResult() { return std::move(*m_result); }

    /// For implementations of QuerySource. Only the first call counts.
    void finish(Result<T> result)
    {
        if (!m_result) {
            m_result.emplace(std::move(result));
            end();
        }
    }

private:
    std::optional<Result<T>> m_result;
};

using QueryAnswerReply = Answer<QueryResult>;
using ProbeAnswer = Answer<BackendFacts>;
using CatalogAnswer = Answer<MetricCatalog>;
using LabelValuesAnswer = Answer<QStringList>;

/// Where numbers come from: a Prometheus-like server, or a fake in tests.
/// Errors of the answers are ready to be shown (what, where, why, advice).
class QuerySource
{
public:
    QuerySource() = default;
    QuerySource(const QuerySource &) = delete;
    QuerySource &operator=(const QuerySource &) = delete;
    virtual ~QuerySource();

    /// A person wants another try: what has failed is not waited for any longer.
    virtual void tryAgain() {}
    [[nodiscard]] virtual QueryAnswerReply *run(const SourceQuery &query, QObject *parent) = 0;
    [[nodiscard]] virtual ProbeAnswer *probe(QObject *parent) = 0;
    [[nodiscard]] virtual CatalogAnswer *catalog(QObject *parent) = 0;
    /// Values of a label among the series of a selector (empty = all series) in a range, sorted.
    [[nodiscard]] virtual LabelValuesAnswer *labelValues(const QString &label,
                                                         const QString &selector,
                                                         const TimeRange &range,
                                                         QObject *parent) = 0;
};

} // namespace spillway
