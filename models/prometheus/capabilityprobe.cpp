// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/capabilityprobe.h"

#include "prometheus/prometheusclient.h"

#include <QDateTime>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The requests under way and what they brought so far.
class CapabilityProbe::Private
{
public:
    Private(CapabilityProbe &owner, PrometheusClient &client, const Clock &clock)
        : m_owner(owner)
        , m_client(client)
        , m_clock(clock)
        , m_sent(clock.now())
    {}

    void start();
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] const Result<Capabilities> &result() const { return m_result; }

private:
    template<typename Reply, typename Use>
    void ask(Reply *reply, const Use &use);
    template<typename Reply, typename T>
    void keep(Reply *reply, std::optional<T> &fact);
    [[nodiscard]] std::optional<ClockOffset> readClock(const QueryReply &reply) const;
    void readDate(const ApiReply &reply);
    void oneLess();

    CapabilityProbe &m_owner;
    PrometheusClient &m_client;
    const Clock &m_clock;
    const EpochMs m_sent;
    ProbeFacts m_facts;
    Result<Capabilities> m_result = Error{};
    std::optional<Error> m_failure;
    std::optional<ClockOffset> m_timeClock;
    std::optional<ClockOffset> m_nowClock;
    int m_pending = 0;
    bool m_finished = false;
};

template<typename Reply, typename Use>
void CapabilityProbe::Private::ask(Reply *reply, const Use &use)
{
    ++m_pending;
    QObject::connect(reply, &ApiReply::finished, &m_owner, [this, reply, use] {
        use(*reply);
        reply->deleteLater();
        oneLess();
    });
}

template<typename Reply, typename T>
void CapabilityProbe::Private::keep(Reply *reply, std::optional<T> &fact)
{
    ask(reply, [&fact](Reply &finished) {
        if (finished.result()) {
            fact = *finished.result();
        }
    });
}

void CapabilityProbe::Private::start()
{
    // The one question every backend can answer; all others may fail.
    ask(m_client.query({.expr = u"time()"_s}, &m_owner), [this](QueryReply &reply) {
        if (!reply.result()) {
            m_failure = reply.result().error();
            return;
        }
        readDate(reply);
        m_timeClock = readClock(reply);
    });
    ask(m_client.query({.expr = u"now()"_s}, &m_owner), [this](QueryReply &reply) {
        m_facts.understandsMetricsQl = reply.result().ok();
        if (m_facts.understandsMetricsQl) {
            m_nowClock = readClock(reply);
        }
    });
    keep(m_client.buildInfo(&m_owner), m_facts.buildInfo);
    keep(m_client.flags(&m_owner), m_facts.flags);
    keep(m_client.targets(&m_owner), m_facts.targets);
    ask(m_client.runtimeInfo(&m_owner), [this](RuntimeInfoReply &reply) {
        if (reply.result() && reply.result()->serverTime > 0) {
            m_facts.clocks.append(
                clockOffset(m_sent, m_clock.now(), reply.result()->serverTime, 1ms));
        }
    });
}

std::optional<ClockOffset> CapabilityProbe::Private::readClock(const QueryReply &reply) const
{
    const QueryResult &answer = *reply.result();
    if (answer.series.size() != 1 || answer.series.front()->values.empty()) {
        return {};
    }
    const double seconds = answer.series.front()->values.front();
    if (!std::isfinite(seconds) || seconds <= 0 || seconds > 1e11) {
        return {};
    }
    return clockOffset(m_sent, m_clock.now(), std::llround(std::floor(seconds * 1000)), 1ms);
}

void CapabilityProbe::Private::readDate(const ApiReply &reply)
{
    const QDateTime date =
        QDateTime::fromString(QString::fromLatin1(reply.header("date")), Qt::RFC2822Date);
    if (date.isValid()) {
        m_facts.clocks.append(clockOffset(m_sent, m_clock.now(), date.toMSecsSinceEpoch(), 1s));
    }
}

void CapabilityProbe::Private::oneLess()
{
    if (--m_pending > 0) {
        return;
    }
    m_finished = true;
    // time() of VictoriaMetrics is 30 s in the past, now() is not.
    const std::optional<ClockOffset> &clock =
        m_facts.understandsMetricsQl ? m_nowClock : m_timeClock;
    if (clock) {
        m_facts.clocks.append(*clock);
    }
    if (m_failure) {
        m_result = *m_failure;
    } else {
        m_result = capabilitiesFrom(m_facts);
    }
    Q_EMIT m_owner.finished(); // a slot may delete us
}

CapabilityProbe::CapabilityProbe(PrometheusClient &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, clock))
{
    d->start();
}

CapabilityProbe::~CapabilityProbe() = default;

bool CapabilityProbe::isFinished() const
{
    return d->isFinished();
}

const Result<Capabilities> &CapabilityProbe::result() const
{
    return d->result();
}

} // namespace spillway
