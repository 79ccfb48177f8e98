// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/emptyreason.h"

#include "core/duration.h"

#include <QTimer>

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Looking further back would make the question dearer than the panel.
constexpr std::chrono::milliseconds longestLook = 24h;

} // namespace

EmptyReason::EmptyReason(QueryGovernor &governor, const QString &expr, const TimeRange &range,
                         EpochMs now, QObject *parent)
    : QObject(parent)
    , m_governor(governor)
    , m_selectors(promqlSelectors(expr))
    , m_range(range)
    , m_now(now)
{
    if (m_selectors.empty()) {
        QTimer::singleShot(0ms, this,
                           [this] { say(tr("The expression names no metric and has no value.")); });
        return;
    }
    const auto length = std::clamp<std::chrono::milliseconds>(range.length(), 5min, longestLook);
    ask(m_selectors.front().text(), length, range.to, &EmptyReason::selectorAnswered);
}

void EmptyReason::ask(const QString &selector, std::chrono::milliseconds back, EpochMs at,
                      Next next)
{
    SourceQuery query;
    query.expr =
        u"count(last_over_time(%1[%2s]))"_s.arg(selector, QString::number(back.count() / 1000));
    query.instant = true;
    query.range = {at, at};
    m_query.reset(m_governor.submit(query, QueryGovernor::Priority::Background, this, nullptr));
    connect(m_query.get(), &SourceReply::finished, this, [this, next] {
        const Result<SharedResult> result = m_query->takeResult();
        m_query.release()->deleteLater(); // it is emitting
        if (!result) {
            say(tr("The query has no series."));
            return;
        }
        (this->*next)(!(*result)->series.empty());
    });
}

void EmptyReason::selectorAnswered(bool any)
{
    if (any && m_current + 1 < m_selectors.size()) {
        // a / b is empty if b is.
        ++m_current;
        ask(m_selectors[m_current].text(),
            std::clamp<std::chrono::milliseconds>(m_range.length(), 5min, longestLook), m_range.to,
            &EmptyReason::selectorAnswered);
        return;
    }
    if (any) {
        say(tr("The metric has samples in this range, but the expression leaves none of them: a "
               "comparison filters all, labels of two sides differ, or a rate has too few "
               "samples."));
        return;
    }
    const PromqlSelector &selector = m_selectors[m_current];
    if (selector.matchers.isEmpty() || selector.metric.isEmpty()) {
        metricAnswered(false);
        return;
    }
    ask(selector.text({}),
        std::clamp<std::chrono::milliseconds>(m_range.length(), 5min, longestLook), m_range.to,
        &EmptyReason::metricAnswered);
}

void EmptyReason::metricAnswered(bool any)
{
    const PromqlSelector &selector = m_selectors[m_current];
    if (any) {
        nextMatcher();
        return;
    }
    ask(selector.metric.isEmpty() ? selector.text() : selector.text({}), 5min, m_now,
        &EmptyReason::nowAnswered);
}

void EmptyReason::nextMatcher()
{
    const PromqlSelector &selector = m_selectors[m_current];
    ++m_matcher;
    if (selector.matchers.size() == 1) {
        matcherAnswered(false);
        return;
    }
    if (m_matcher >= selector.matchers.size()) {
        say(tr("%1 exists, but no series of it has all of these labels: %2.")
                .arg(metricName(), selector.matchers.join(u", "_s)));
        return;
    }
    ask(selector.text({selector.matchers[m_matcher]}),
        std::clamp<std::chrono::milliseconds>(m_range.length(), 5min, longestLook), m_range.to,
        &EmptyReason::matcherAnswered);
}

void EmptyReason::matcherAnswered(bool any)
{
    if (any) {
        nextMatcher();
        return;
    }
    say(tr("%1 exists, but no series of it has the label %2.")
            .arg(metricName(), m_selectors[m_current].matchers[m_matcher]));
}

void EmptyReason::nowAnswered(bool any)
{
    if (any) {
        say(tr("%1 has samples now, but none in this time range.").arg(metricName()));
        return;
    }
    const PromqlSelector &selector = m_selectors[m_current];
    ask(selector.metric.isEmpty() ? selector.text() : selector.text({}), longestLook, m_now,
        &EmptyReason::dayAnswered);
}

void EmptyReason::dayAnswered(bool any)
{
    say(any ? tr("%1 has stopped: it has older samples, but none now.").arg(metricName())
            : tr("%1 is not scraped: the server has no sample of it in the last day.")
                  .arg(metricName()));
}

QString EmptyReason::metricName() const
{
    const PromqlSelector &selector = m_selectors[m_current];
    return selector.metric.isEmpty() ? selector.text() : selector.metric;
}

void EmptyReason::say(const QString &text)
{
    m_text = text;
    Q_EMIT found();
}

} // namespace spillway
