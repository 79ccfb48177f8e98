// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyassertions.h"

#include "policy/policychecker.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>
#include <bitset>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Kind = PolicyAssertion::Kind;
using Subject = PolicyAssertion::Subject;
using Status = AssertionOutcome::Status;

constexpr EpochMs hourMs = 3600 * 1000;
constexpr EpochMs monthMs = 30 * 24 * hourMs;

bool holds(const PolicyAssertion &assertion, double found)
{
    using Comparison = PolicyAssertion::Comparison;
    switch (assertion.comparison) {
    case Comparison::Equal:
        return found == assertion.value;
    case Comparison::NotEqual:
        return found != assertion.value;
    case Comparison::Less:
        return found < assertion.value;
    case Comparison::LessEqual:
        return found <= assertion.value;
    case Comparison::Greater:
        return found > assertion.value;
    case Comparison::GreaterEqual:
        return found >= assertion.value;
    }
    return false;
}

QString nameOf(const PolicyAssertion &assertion)
{
    const QString component =
        assertion.component.isEmpty() ? Text::tr("all components") : assertion.component;
    switch (assertion.kind) {
    case Kind::At:
        return Text::tr("%1 at %2: %3").arg(component, assertion.at, assertion.expect);
    case Kind::Event:
        return Text::tr("%1 during %2: %3").arg(component, assertion.event, assertion.expect);
    case Kind::Always:
        return Text::tr("%1 always: %2").arg(component, assertion.expect);
    case Kind::Cost:
        return Text::tr("%1 cost of a month: %2").arg(component, assertion.expect);
    }
    return assertion.expect;
}

QString momentText(EpochMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).toString(u"ddd yyyy-MM-dd HH:mm"_s);
}

/// Runs one assertion.
class Runner
{
public:
    Runner(const Policy &policy, const PolicyContext &context, EpochMs now,
           const PolicyAssertion &assertion)
        : m_policy(policy)
        , m_context(context)
        , m_now(now)
        , m_assertion(assertion)
    {}

    AssertionOutcome run()
    {
        m_outcome.name = nameOf(m_assertion);
        if (m_assertion.kind == Kind::Cost) {
            checkCost();
            return m_outcome;
        }
        const PolicyComponent *const component = m_policy.find(m_assertion.component);
        if (component == nullptr || component->engine == PolicyComponent::Engine::None) {
            fail(component == nullptr
                     ? Text::tr("there is no component “%1”").arg(m_assertion.component)
                     : Text::tr("nothing scales “%1”").arg(m_assertion.component));
            return m_outcome;
        }
        for (const TimelineRow &row : rowsOf(*component)) {
            if (!checkRow(*component, row)) {
                break;
            }
        }
        return m_outcome;
    }

private:
    void fail(const QString &detail)
    {
        m_outcome.status = Status::Failed;
        m_outcome.detail = detail;
    }

    void undecided(const QString &detail)
    {
        m_outcome.status = Status::Undecided;
        m_outcome.detail = detail;
    }

    /// The stretches of constant bounds that the assertion is about; empty, with a failure, if
    /// there are none.
    std::vector<TimelineRow> rowsOf(const PolicyComponent &component)
    {
        switch (m_assertion.kind) {
        case Kind::At:
            return momentRows(component);
        case Kind::Event:
            return eventRows(component);
        default:
            return resolve(scheduleOf(m_policy, component, m_context),
                           {m_now, m_now + std::chrono::milliseconds(timelineHorizon).count()});
        }
    }

    std::vector<TimelineRow> resolve(const Schedule &schedule, const TimeRange &span)
    {
        Timeline timeline = resolveSchedule(schedule, span);
        if (!timeline.problems.empty()) {
            fail(timeline.problems.front().sentence());
        }
        return std::move(timeline.rows);
    }

    std::vector<TimelineRow> momentRows(const PolicyComponent &component)
    {
        Schedule schedule = scheduleOf(m_policy, component, m_context);
        EpochMs moment = 0;
        if (const std::optional<QDateTime> local = parseLocalTime(m_assertion.at)) {
            moment = QDateTime(local->date(), local->time(), m_policy.zone).toMSecsSinceEpoch();
        } else {
            // An ordinary week: what recurs, without what is dated.
            schedule.events.clear();
            schedule.holidays.clear();
            moment = nextWeekly();
        }
        return resolve(schedule, {moment, moment + 1});
    }

    [[nodiscard]] EpochMs nextWeekly() const
    {
        const QStringList parts = m_assertion.at.split(u' ', Qt::SkipEmptyParts);
        const std::bitset<7> days = parseDays(parts.value(0)).value_or(std::bitset<7>{}.set());
        const auto time = parseTimeOfDay(parts.value(1)).value_or(std::chrono::minutes{0});
        QDate date = QDateTime::fromMSecsSinceEpoch(m_now, m_policy.zone).date();
        while (!days.test(static_cast<std::size_t>(date.dayOfWeek()) - 1)) {
            date = date.addDays(1);
        }
        const QTime clock =
            QTime::fromMSecsSinceStartOfDay(static_cast<int>(time.count() % (24 * 60)) * 60'000);
        return QDateTime(date, clock, m_policy.zone).toMSecsSinceEpoch();
    }

    std::vector<TimelineRow> eventRows(const PolicyComponent &component)
    {
        const auto event =
            std::find_if(component.events.begin(), component.events.end(),
                         [&](const ScheduleEvent &one) { return one.name == m_assertion.event; });
        if (event == component.events.end()) {
            fail(Text::tr("“%1” has no event “%2”").arg(component.name, m_assertion.event));
            return {};
        }
        const auto instant = [&](const QDateTime &local) {
            return QDateTime(local.date(), local.time(), m_policy.zone).toMSecsSinceEpoch();
        };
        return resolve(scheduleOf(m_policy, component, m_context),
                       {instant(event->start), instant(event->end)});
    }

    [[nodiscard]] double valueIn(const PolicyComponent &component, const TimelineRow &row) const
    {
        switch (m_assertion.subject) {
        case Subject::MinReplicas:
            return row.min;
        case Subject::MaxReplicas:
            return row.max;
        default:
            return replicasUnder(m_policy, component, m_assertion.given, row,
                                 m_assertion.startReplicas.value_or(std::max(1, row.min)),
                                 std::chrono::ceil<std::chrono::seconds>(m_assertion.after),
                                 m_context.controller);
        }
    }

    bool checkRow(const PolicyComponent &component, const TimelineRow &row)
    {
        const double found = valueIn(component, row);
        if (holds(m_assertion, found)) {
            return true;
        }
        const QString why = row.why.isEmpty() ? Text::tr("base") : row.why.join(u", "_s);
        fail(Text::tr("it is %1 at %2 (%3)")
                 .arg(QString::number(found), momentText(row.from, m_policy.zone), why));
        return false;
    }

    /// The policy alone says between which amounts the cost lies; in between traffic decides.
    void checkCost()
    {
        if (!m_assertion.unit.isEmpty() && !m_policy.currency.isEmpty() &&
            m_assertion.unit != m_policy.currency.toUpper()) {
            fail(Text::tr("prices are in %1, not in %2").arg(m_policy.currency, m_assertion.unit));
            return;
        }
        double least = 0;
        double most = 0;
        bool found = false;
        for (const PolicyComponent &component : m_policy.components) {
            if (component.engine == PolicyComponent::Engine::None ||
                (!m_assertion.component.isEmpty() && component.name != m_assertion.component)) {
                continue;
            }
            found = true;
            if (!component.cost.perReplicaHour) {
                undecided(Text::tr("“%1” has no cost.perReplicaHour").arg(component.name));
                return;
            }
            for (const TimelineRow &row :
                 resolve(scheduleOf(m_policy, component, m_context), {m_now, m_now + monthMs})) {
                const double hours = static_cast<double>(row.to - row.from) / hourMs;
                least += hours * row.min * *component.cost.perReplicaHour;
                most += hours * row.max * *component.cost.perReplicaHour;
            }
        }
        if (!found) {
            fail(Text::tr("there is no component “%1” that is scaled").arg(m_assertion.component));
        } else if (m_outcome.status != Status::Failed) {
            judgeCost(least, most);
        }
    }

    void judgeCost(double least, double most)
    {
        const QString range = Text::tr("between %1 (at the floors) and %2 (at the caps) %3")
                                  .arg(QString::number(least, 'f', 2),
                                       QString::number(most, 'f', 2), m_policy.currency);
        const bool atLeast = holds(m_assertion, least);
        const bool atMost = holds(m_assertion, most);
        if (atLeast && atMost) {
            return;
        }
        if (atLeast == atMost) {
            fail(range);
        } else {
            undecided(Text::tr("%1; traffic decides").arg(range));
        }
    }

    const Policy &m_policy;
    const PolicyContext &m_context;
    EpochMs m_now;
    const PolicyAssertion &m_assertion;
    AssertionOutcome m_outcome;
};

} // namespace

std::vector<AssertionOutcome> runAssertions(const Policy &policy, const PolicyPositions &positions,
                                            const PolicyContext &context, EpochMs now)
{
    std::vector<AssertionOutcome> outcomes;
    for (std::size_t i = 0; i < policy.assertions.size(); ++i) {
        AssertionOutcome outcome = Runner(policy, context, now, policy.assertions[i]).run();
        outcome.position = positions.of(u"spec.assertions[%1]"_s.arg(i));
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

AssertionOutcome noAssertions(const PolicyPositions &positions)
{
    return {Status::Failed, u"assertions"_s,
            Text::tr("the policy has none; write what must hold under spec.assertions"),
            positions.of(u"spec"_s)};
}

QByteArray junitXml(const QString &policy, const std::vector<AssertionOutcome> &outcomes,
                    Undecided undecided)
{
    const bool isError = undecided == Undecided::IsError;
    const auto count = [&](Status status) {
        return QString::number(
            std::count_if(outcomes.begin(), outcomes.end(),
                          [status](const AssertionOutcome &one) { return one.status == status; }));
    };
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, policy);
    xml.writeAttribute(u"tests"_s, QString::number(outcomes.size()));
    xml.writeAttribute(u"failures"_s, count(Status::Failed));
    xml.writeAttribute(u"errors"_s, isError ? count(Status::Undecided) : u"0"_s);
    xml.writeAttribute(u"skipped"_s, isError ? u"0"_s : count(Status::Undecided));
    for (const AssertionOutcome &outcome : outcomes) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, policy);
        xml.writeAttribute(u"name"_s, outcome.name);
        xml.writeAttribute(u"file"_s, outcome.position.file);
        xml.writeAttribute(u"line"_s, QString::number(outcome.position.line));
        if (outcome.status != Status::Passed) {
            xml.writeStartElement(outcome.status == Status::Failed ? u"failure"_s
                                  : isError                        ? u"error"_s
                                                                   : u"skipped"_s);
            xml.writeAttribute(u"message"_s, outcome.detail);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace spillway
