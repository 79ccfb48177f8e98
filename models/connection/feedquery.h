// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "metrics/queryspec.h"
#include "prometheus/querygovernor.h"
#include "prometheus/rangecache.h"

#include <QObject>

#include <memory>

namespace spillway {

class Connection;

/// One query of a panel: fills in what is left of variables, asks for what is new, merges, and
/// moves samples of the past into the panel's range. GUI thread.
class FeedQuery final : public QObject
{
    Q_OBJECT
public:
    FeedQuery(Connection &connection, QuerySpec spec, QObject *parent);

    struct Aim
    {
        TimeRange range; ///< of the panel, aligned
        std::chrono::milliseconds step{0};
        std::chrono::milliseconds length{0}; ///< what $__range stands for
        EpochMs instant = 0;                 ///< where an instant query is evaluated
        bool byHand = false;                 ///< ask even if nothing new can be there
        QueryGovernor::Priority priority = QueryGovernor::Priority::Visible;
    };
    /// False if nothing was asked: the same is in flight, or there can be nothing new.
    bool ask(const Aim &aim);
    /// Drops what is in flight; its answer will not count.
    void cancel();
    /// Ends what is in flight with an error; data stays.
    void fail(const Error &error);
    void forget() { m_cache.clear(); }

    [[nodiscard]] bool isRunning() const { return m_reply != nullptr; }
    [[nodiscard]] const QueryAnswer &answer() const { return m_answer; }
    /// Server time at which the data was current; 0 = none.
    [[nodiscard]] EpochMs dataTime() const { return m_dataTime; }
    /// Of the samples in answer(); 0 before the first.
    [[nodiscard]] std::chrono::milliseconds shownStep() const { return m_shownStep; }
    /// Of the backend's series, not moved by the offset.
    [[nodiscard]] TimeRange askedRange() const { return m_target; }
    /// Of the logical metrics in it; translated.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

Q_SIGNALS:
    /// answer() is new.
    void ended();

private:
    void expand(const Aim &aim);
    void submit();
    void received();
    void accept(std::shared_ptr<const QueryResult> result);

    Connection &m_connection;
    QuerySpec m_spec;
    RangeCache m_cache;
    RangeCache::Plan m_plan;
    std::unique_ptr<GovernedQuery> m_reply;
    QueryGovernor::Priority m_priority = QueryGovernor::Priority::Visible;
    QString m_expanded;     ///< without logical metrics
    int m_expandedFor = -1; ///< generation of the catalog
    bool m_counter = false;
    QString m_expr;     ///< final
    TimeRange m_target; ///< wanted in all; for an instant query `to`
    std::chrono::milliseconds m_step{0};
    QueryAnswer m_answer;
    QString m_shownExpr; ///< what m_answer.result answers
    TimeRange m_shownTarget;
    std::chrono::milliseconds m_shownStep{0};
    EpochMs m_askedAt = 0;
    EpochMs m_dataTime = 0;
    QStringList m_problems;
};

} // namespace spillway
