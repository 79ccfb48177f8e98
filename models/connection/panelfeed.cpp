// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/panelfeed.h"

#include "connection/connection.h"
#include "connection/emptyreason.h"
#include "connection/feedquery.h"
#include "connection/panelstate.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// What is there already is shown if the rest takes longer than this.
constexpr std::chrono::milliseconds patience = 500ms;
/// An answer that is not there after this long is late, whatever the refresh interval.
constexpr std::chrono::milliseconds leastLate = 5s;
/// The reason for being empty is looked for again after this long.
constexpr std::chrono::milliseconds reasonLasts = 60s;

bool needsCatalog(const PanelRequest &request)
{
    return std::any_of(request.queries.begin(), request.queries.end(),
                       [](const QuerySpec &spec) { return spec.expr.contains("$metric("_L1); });
}

/// Its length is another one a moment later.
bool growsWithTime(const TimeSelection &time)
{
    constexpr auto none = TimePoint::Rounding::None;
    return time.from.relative != time.to.relative || time.from.rounding != none ||
           time.to.rounding != none;
}

} // namespace

class PanelFeed::Private
{
public:
    Private(PanelFeed &feed, Connection &connection)
        : m_feed(feed)
        , m_connection(connection)
    {}

    void setRequest(const PanelRequest &request);
    void refresh(EpochMs now, bool byHand);
    void forgetCaches();
    void catalogChanged();
    void connectionChanged();
    void answered();
    void publish();

    PanelFeed &m_feed;
    Connection &m_connection;
    PanelRequest m_request;
    PanelSnapshot m_snapshot;
    std::vector<std::unique_ptr<FeedQuery>> m_queries;
    std::unique_ptr<EmptyReason> m_reasonFinder;
    QString m_emptyReason;
    EpochMs m_reasonTime = 0;
    TimeRange m_range; ///< asked for last
    std::chrono::milliseconds m_length{0};
    std::chrono::milliseconds m_step{0};
    QTimer m_patience;
    QTimer m_late;
    bool m_visible = false;
    bool m_hasRequest = false;
    bool m_changedRequest = false; ///< what is shown answers another request
    bool m_isLate = false;
    bool m_waitsForCatalog = false;

private:
    [[nodiscard]] bool running() const;
    void aim(EpochMs now);
    void findReason();
    void showError(const Error &error);
    PanelStateInput stateInput() const;
};

void PanelFeed::Private::setRequest(const PanelRequest &request)
{
    if (m_hasRequest && request == m_request) {
        return;
    }
    const bool sameQueries = m_hasRequest && request.queries == m_request.queries;
    m_hasRequest = true;
    m_request = request;
    m_changedRequest = true;
    m_reasonFinder.reset();
    m_emptyReason.clear();
    m_reasonTime = 0;
    if (sameQueries) {
        for (const auto &query : m_queries) {
            query->cancel();
        }
    } else {
        m_queries.clear();
        for (const QuerySpec &spec : request.queries) {
            m_queries.push_back(std::make_unique<FeedQuery>(m_connection, spec, &m_feed));
            QObject::connect(m_queries.back().get(), &FeedQuery::ended, &m_feed,
                             [this] { answered(); });
        }
        m_snapshot = {};
    }
    const QPointer<PanelFeed> alive(&m_feed);
    if (m_visible) {
        refresh(m_connection.clock().now(), true);
    }
    if (alive) { // a slot of changed() may have deleted the feed
        publish();
    }
}

bool PanelFeed::Private::running() const
{
    return std::any_of(m_queries.begin(), m_queries.end(),
                       [](const auto &query) { return query->isRunning(); });
}

void PanelFeed::Private::aim(EpochMs now)
{
    const TimeRange range = m_request.time.resolve(now, m_request.zone);
    const auto least = m_request.minStep > 0ms ? m_request.minStep : m_connection.scrapeInterval();
    m_step = chooseStep(range, m_request.maxPoints, least);
    m_range = alignToStep(range, m_step);
    // "Today so far" grows: only a length that keeps to the steps leaves $__range as it is, and
    // with it the cache, from one refresh to the next.
    m_length = growsWithTime(m_request.time) ? m_range.length() : range.length();
}

void PanelFeed::Private::refresh(EpochMs now, bool byHand)
{
    if (!m_visible || !m_hasRequest || m_request.queries.empty()) {
        return;
    }
    if (m_connection.state() == ConnectionState::Unreachable) {
        showError(m_connection.error().value_or(Error{}));
        return;
    }
    m_waitsForCatalog = needsCatalog(m_request) && !m_connection.hasCatalog();
    if (m_connection.state() == ConnectionState::Connecting || m_waitsForCatalog) {
        return; // the scrape interval decides on the step, the names on the expression
    }
    // A range query in flight keeps its range; the next refresh catches up.
    if (!running()) {
        aim(now);
        m_isLate = false;
    }
    bool asked = false;
    const EpochMs at = std::min(now, m_request.time.resolve(now, m_request.zone).to);
    const auto priority =
        byHand ? QueryGovernor::Priority::Interactive : QueryGovernor::Priority::Visible;
    for (const auto &query : m_queries) {
        asked = query->ask({m_range, m_step, m_length, at, byHand, priority}) || asked;
    }
    if (asked) {
        m_patience.start(patience);
        m_late.start(std::max(leastLate, 2 * m_connection.refreshInterval()));
        // A routine refresh is not worth two repaints; if it takes long, m_patience tells.
        if (byHand || m_snapshot.state != PanelState::Live) {
            publish();
        }
    } else if (!running()) {
        m_changedRequest = false;
    }
}

void PanelFeed::Private::forgetCaches()
{
    for (const auto &query : m_queries) {
        query->forget();
    }
}

void PanelFeed::Private::catalogChanged()
{
    if (needsCatalog(m_request)) {
        refresh(m_connection.clock().now(), m_waitsForCatalog);
    }
}

void PanelFeed::Private::connectionChanged()
{
    if (m_connection.state() == ConnectionState::Unreachable && m_visible && m_hasRequest &&
        !running()) {
        showError(m_connection.error().value_or(Error{}));
    }
}

void PanelFeed::Private::showError(const Error &error)
{
    m_waitsForCatalog = false;
    m_changedRequest = false;
    for (const auto &query : m_queries) {
        query->fail(error);
    }
    publish();
}

void PanelFeed::Private::answered()
{
    if (running()) {
        return;
    }
    m_patience.stop();
    m_late.stop();
    m_isLate = false;
    m_changedRequest = false;
    const QPointer<PanelFeed> alive(&m_feed);
    publish();
    if (!alive) {
        return; // a slot of changed() deleted the feed
    }
    if (m_snapshot.state == PanelState::Empty) {
        findReason();
    } else {
        m_reasonFinder.reset();
        m_emptyReason.clear();
        m_reasonTime = 0;
    }
}

void PanelFeed::Private::findReason()
{
    const EpochMs now = m_connection.clock().now();
    if (m_queries.empty() || running()) {
        return; // a slot of changed() made another request
    }
    if (m_reasonFinder || (m_reasonTime > 0 && now - m_reasonTime < reasonLasts.count())) {
        return;
    }
    const FeedQuery &first = *m_queries.front();
    m_reasonTime = now;
    m_reasonFinder = std::make_unique<EmptyReason>(m_connection.governor(), first.answer().expr,
                                                   first.askedRange(), now);
    QObject::connect(m_reasonFinder.get(), &EmptyReason::found, &m_feed, [this] {
        m_emptyReason = m_reasonFinder->text();
        m_reasonFinder.release()->deleteLater(); // it is emitting
        publish();
    });
}

PanelStateInput PanelFeed::Private::stateInput() const
{
    PanelStateInput input;
    input.changedRequest = m_changedRequest;
    input.late = m_isLate;
    input.running = running() || m_waitsForCatalog;
    input.emptyReason = m_emptyReason;
    for (const auto &query : m_queries) {
        input.problems += query->problems();
    }
    return input;
}

void PanelFeed::Private::publish()
{
    PanelSnapshot next;
    EpochMs oldest = 0;
    for (const auto &query : m_queries) {
        next.answers.push_back(query->answer());
        const EpochMs time = query->dataTime();
        oldest = time > 0 && (oldest == 0 || time < oldest) ? time : oldest;
        next.step = std::max(next.step, query->shownStep());
    }
    next.range = m_range;
    if (next.step == 0ms) {
        next.step = m_step;
    }
    next.dataTime = oldest;
    judge(next, stateInput());
    m_snapshot = std::move(next);
    Q_EMIT m_feed.changed();
}

PanelFeed::PanelFeed(Connection &connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, connection))
{
    connect(&connection, &Connection::refreshDue, this,
            [this](EpochMs now) { d->refresh(now, false); });
    connect(&connection, &Connection::catalogChanged, this, [this] { d->catalogChanged(); });
    connect(&connection, &Connection::stateChanged, this, [this] { d->connectionChanged(); });
    d->m_patience.setSingleShot(true);
    d->m_late.setSingleShot(true);
    connect(&d->m_patience, &QTimer::timeout, this, [this] { d->publish(); });
    connect(&d->m_late, &QTimer::timeout, this, [this] {
        d->m_isLate = true;
        d->publish();
    });
}

PanelFeed::~PanelFeed() = default;

void PanelFeed::setRequest(const PanelRequest &request)
{
    d->setRequest(request);
}

const PanelRequest &PanelFeed::request() const
{
    return d->m_request;
}

void PanelFeed::setVisible(bool visible)
{
    if (visible == d->m_visible) {
        return;
    }
    d->m_visible = visible;
    if (visible) {
        d->refresh(d->m_connection.clock().now(), false);
    }
}

bool PanelFeed::isVisible() const
{
    return d->m_visible;
}

void PanelFeed::refresh()
{
    d->refresh(d->m_connection.clock().now(), true);
}

void PanelFeed::reload()
{
    d->forgetCaches();
    refresh();
}

const PanelSnapshot &PanelFeed::snapshot() const
{
    return d->m_snapshot;
}

bool PanelFeed::isSettled() const
{
    const bool running = std::any_of(d->m_queries.begin(), d->m_queries.end(),
                                     [](const auto &query) { return query->isRunning(); });
    const bool waits = d->m_visible && d->m_hasRequest && !d->m_request.queries.empty() &&
                       d->m_snapshot.state == PanelState::Refreshing;
    return !running && !d->m_waitsForCatalog && !d->m_reasonFinder && !waits;
}

} // namespace spillway
