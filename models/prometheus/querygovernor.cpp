// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querygovernor.h"

#include <QPointer>

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;

namespace {

/// The peer, or the way to it, is overloaded or away: asking on would make it worse.
bool asksForSilence(ErrorCode code)
{
    return code == ErrorCode::RateLimited || code == ErrorCode::ServerUnavailable ||
           code == ErrorCode::Timeout;
}

/// What an answer may weigh: the number of series is not known before.
qint64 guessedBytes(const SourceQuery &query)
{
    constexpr qint64 seriesGuess = 20;
    constexpr qint64 sampleGuess = 30;
    const qint64 step = std::max<qint64>(1, query.step.count());
    const qint64 points = query.instant ? 1 : (query.range.to - query.range.from) / step + 1;
    return points * seriesGuess * sampleGuess;
}

} // namespace

/// One request to the backend and everybody who waits for it.
struct QueryGovernor::Job
{
    SourceQuery query;
    Priority priority = Priority::Visible;
    const void *owner = nullptr; ///< who asked first
    qint64 order = 0;
    qint64 bytes = 0;
    std::unique_ptr<QueryAnswerReply> reply; ///< null while waiting
    std::vector<QPointer<GovernedQuery>> askers;

    void prune()
    {
        std::erase_if(askers, [](const QPointer<GovernedQuery> &one) { return one.isNull(); });
    }
};

QueryGovernor::QueryGovernor(QuerySource &source, const Clock &clock, GovernorLimits limits,
                             QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_clock(clock)
    , m_limits(limits)
    , m_random(std::random_device{}())
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &QueryGovernor::pump);
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &QueryGovernor::pump);
}

QueryGovernor::~QueryGovernor() = default;

GovernedQuery *QueryGovernor::submit(const SourceQuery &query, Priority priority, const void *owner,
                                     QObject *parent)
{
    auto *asker = new GovernedQuery(parent);
    ++m_counts.asked;
    auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                              [&query](const auto &job) { return job->query == query; });
    if (found == m_jobs.end()) {
        auto job = std::make_unique<Job>();
        job->query = query;
        job->priority = priority;
        job->owner = owner;
        job->order = m_counts.asked;
        job->bytes = guessedBytes(query);
        m_jobs.push_back(std::move(job));
        found = std::prev(m_jobs.end());
    } else {
        ++m_counts.shared;
        (*found)->priority = std::max((*found)->priority, priority);
    }
    Job *job = found->get();
    job->askers.emplace_back(asker);
    connect(asker, &QObject::destroyed, this, [this, job, asker] { withdraw(job, asker); });
    // Later, so that a panel that asks for several things, or many panels that ask in one turn of
    // the event loop, are seen together: by priority, not by who came first.
    m_pump.start(0ms);
    return asker;
}

void QueryGovernor::withdraw(Job *job, GovernedQuery *asker)
{
    // A job that has ended is gone, and `job` with it: only its address is compared.
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [job](const auto &one) { return one.get() == job; });
    if (found == m_jobs.end()) {
        return;
    }
    std::erase_if(job->askers, [asker](const QPointer<GovernedQuery> &one) {
        return one.isNull() || one.data() == asker;
    });
    if (job->askers.empty()) {
        ++m_counts.cancelled;
        m_jobs.erase(found);
        m_pump.start(0ms);
    }
}

void QueryGovernor::setOpen(bool open)
{
    m_open = open;
    m_pump.start(0ms);
}

void QueryGovernor::failWaiting(const Error &error)
{
    std::vector<std::unique_ptr<Job>> waiting;
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        if ((*job)->reply) {
            ++job;
        } else {
            waiting.push_back(std::move(*job));
            job = m_jobs.erase(job);
        }
    }
    for (const std::unique_ptr<Job> &job : waiting) {
        for (const QPointer<GovernedQuery> &asker : job->askers) {
            if (asker) {
                asker->finish(error);
            }
        }
    }
}

QueryGovernor::Job *QueryGovernor::next() const
{
    const auto running = [this](const void *owner) {
        return std::count_if(m_jobs.begin(), m_jobs.end(), [owner](const auto &job) {
            return job->reply && job->owner == owner;
        });
    };
    Job *best = nullptr;
    for (const std::unique_ptr<Job> &job : m_jobs) {
        if (job->reply) {
            continue;
        }
        // Of one priority, whoever has the fewest under way goes first: a panel of twelve queries
        // does not keep eleven panels of one waiting.
        const auto rank = [&running](const Job &one) {
            return std::make_tuple(-static_cast<int>(one.priority), running(one.owner), one.order);
        };
        if (!best || rank(*job) < rank(*best)) {
            best = job.get();
        }
    }
    return best;
}

void QueryGovernor::pump()
{
    const EpochMs now = m_clock.now();
    if (!m_open) {
        return;
    }
    if (m_silentUntil > now) {
        m_wake.start(std::chrono::milliseconds{m_silentUntil - now});
        return;
    }
    for (;;) {
        int running = 0;
        qint64 bytes = 0;
        for (const std::unique_ptr<Job> &job : m_jobs) {
            running += job->reply ? 1 : 0;
            bytes += job->reply ? job->bytes : 0;
        }
        // While the backend has not recovered one request at a time finds out.
        const int allowed = m_failures > 0 ? 1 : m_limits.concurrency;
        Job *job = running < allowed ? next() : nullptr;
        // A query above the whole budget still goes, alone.
        if (!job || (running > 0 && bytes + job->bytes > m_limits.bytesInFlight)) {
            return;
        }
        start(*job);
    }
}

void QueryGovernor::start(Job &job)
{
    ++m_counts.sent;
    job.reply.reset(m_source.run(job.query, nullptr));
    connect(job.reply.get(), &SourceReply::finished, this, [this, &job] { ended(job); });
}

void QueryGovernor::ended(Job &job)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&job](const auto &one) { return one.get() == &job; });
    // Out of the list first: an asker may ask the same again from its slot.
    const std::unique_ptr<Job> own = std::move(*found);
    m_jobs.erase(found);
    Result<QueryResult> result = own->reply->takeResult();
    own->reply.release()->deleteLater(); // it is emitting

    std::optional<Error> error;
    if (result.ok()) {
        m_counts.bytes += result->bytes;
        m_failures = 0;
    } else {
        ++m_counts.failed;
        error = result.error();
        if (asksForSilence(error->code)) {
            backOff(*error);
        } else {
            m_failures = 0;
        }
    }
    const Result<SharedResult> shared =
        error ? Result<SharedResult>(*error)
              : Result<SharedResult>(std::make_shared<const QueryResult>(std::move(*result)));
    m_pump.start(0ms);
    const QPointer<QueryGovernor> self(this);
    for (const QPointer<GovernedQuery> &asker : own->askers) {
        if (asker) {
            asker->finish(shared);
        }
    }
    if (self) {
        Q_EMIT requestEnded(error);
    }
}

void QueryGovernor::backOff(const Error &error)
{
    const int doublings = std::min(m_failures, 16);
    ++m_failures;
    const auto grown =
        std::min(m_limits.longestBackOff.count(), m_limits.firstBackOff.count() << doublings);
    // Full jitter in the upper half, so that consoles that failed together do not come back
    // together.
    std::uniform_int_distribution<qint64> jitter(grown / 2, grown);
    qint64 wait = jitter(m_random);
    if (error.retryAfter) {
        // The peer's word counts, but nobody waits for an hour because of a bad header.
        wait = std::max<qint64>(
            wait, std::min<qint64>(error.retryAfter->count(), 5 * m_limits.longestBackOff.count()));
    }
    m_silentUntil = std::max(m_silentUntil, m_clock.now() + wait);
}

void QueryGovernor::endBackOff()
{
    m_silentUntil = 0;
    m_failures = 0;
    m_wake.stop();
    m_pump.start(0ms);
}

GovernorCounts QueryGovernor::counts() const
{
    GovernorCounts counts = m_counts;
    for (const std::unique_ptr<Job> &job : m_jobs) {
        ++(job->reply ? counts.running : counts.waiting);
    }
    return counts;
}

} // namespace spillway
