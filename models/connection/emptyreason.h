// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/promqlselectors.h"
#include "prometheus/querygovernor.h"

#include <QObject>

#include <functional>
#include <memory>

namespace spillway {

/// Finds out by a few cheap queries why a query has no series: the metric is not scraped, no series
/// matches the labels, the expression filters all, or there is nothing in the range.
/// Deleting it cancels. GUI thread.
class EmptyReason final : public QObject
{
    Q_OBJECT
public:
    /// `now` is the server's; `range` is what the query asked for.
    EmptyReason(QueryGovernor &governor, const QString &expr, const TimeRange &range, EpochMs now,
                QObject *parent = nullptr);

    /// A translated sentence once found() was emitted.
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    /// Exactly once, never from the constructor.
    void found();

private:
    using Next = void (EmptyReason::*)(bool any);
    void ask(const QString &selector, std::chrono::milliseconds back, EpochMs at, Next next);
    void selectorAnswered(bool any);
    void metricAnswered(bool any);
    void matcherAnswered(bool any);
    void nowAnswered(bool any);
    void dayAnswered(bool any);
    void nextMatcher();
    void say(const QString &text);
    [[nodiscard]] QString metricName() const;

    QueryGovernor &m_governor;
    std::vector<PromqlSelector> m_selectors;
    std::size_t m_current = 0; ///< the selector looked at
    qsizetype m_matcher = -1;
    TimeRange m_range;
    EpochMs m_now;
    std::unique_ptr<GovernedQuery> m_query;
    QString m_text;
};

} // namespace spillway
