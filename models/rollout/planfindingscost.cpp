// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the coming 30 days cost with what scales each workload now, whoever wrote it, and with what
// the plan leaves there. Where one of the two is not known, nothing is compared.
#include "rollout/autoscalers.h"
#include "rollout/draftsteps.h"
#include "rollout/findingcollector.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;
using Engine = PolicyComponent::Engine;

constexpr EpochMs hour = 3600 * 1000;
constexpr EpochMs month = 30 * 24 * hour;

/// Floors and caps of a stretch, priced.
struct Amounts
{
    double floor = 0;
    double cap = 0;

    void add(double hours, double min, double max)
    {
        floor += hours * min;
        cap += hours * max;
    }
    /// Sums of other stretches of the same bounds are the same but for rounding.
    [[nodiscard]] bool isAbout(const Amounts &other) const
    {
        constexpr double little = 0.005;
        return std::abs(floor - other.floor) < little && std::abs(cap - other.cap) < little;
    }
};

Amounts replicaHours(const std::vector<TimelineRow> &rows, EpochMs from)
{
    Amounts amounts;
    for (const TimelineRow &row : rows) {
        const EpochMs length = std::min(row.to, from + month) - std::max(row.from, from);
        if (length > 0) {
            amounts.add(static_cast<double>(length) / hour, row.min, row.max);
        }
    }
    return amounts;
}

Amounts steadyHours(const Bounds &bounds)
{
    constexpr EpochMs any = 0;
    return replicaHours({{any, any + month, bounds.min, bounds.max, {}}}, any);
}

/// With the defaults of https://keda.sh/docs/2.17/reference/scaledobject-spec/ and autoscaling/v2.
Bounds boundsAsRun(const LiveObject &autoscaler)
{
    const QString &kind = autoscaler.ref.resource.kind;
    const BoundFields fields = boundFields(kind);
    const QJsonValue spec = autoscaler.object["spec"_L1];
    const bool keda = kind == "ScaledObject"_L1;
    constexpr int mostOfKeda = 100;
    return {spec[fields.min].toInt(keda ? 0 : 1), spec[fields.max].toInt(keda ? mostOfKeda : 1)};
}

const LiveTarget *targetOf(const PlanPicture &picture, const PolicyComponent &component)
{
    const auto &targets = picture.live.targets;
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const LiveTarget &one) {
        return one.component == component.name;
    });
    return found == targets.end() ? nullptr : &*found;
}

/// Replica hours of the coming 30 days, or why they are not known.
struct Estimate
{
    Amounts hours;
    QString unknown; ///< empty: known
};

/// Looks at what scales one component's workload.
class Today
{
public:
    Today(const PlanPicture &picture, const PolicyComponent &component)
        : m_picture(picture)
        , m_component(component)
        , m_ownName(scalerName(picture.input.reading.policy, component))
    {
        const PolicyObject &target = component.target;
        const QString workload = workloadKey(target.kind, target.apiVersion, target.name);
        for (const LiveObject &each : picture.live.autoscalers) {
            if (!isKedas(each) && (isOurs(each) || workloadOf(each.object) == workload)) {
                m_scalers.push_back(&each);
            }
        }
    }

    [[nodiscard]] Estimate estimate() const
    {
        const auto &unchecked = m_picture.live.unchecked;
        if (std::any_of(unchecked.begin(), unchecked.end(), [](const UncheckedPart &one) {
                return one.part == UncheckedPart::Part::Autoscalers;
            })) {
            return {{}, Text::tr("the autoscalers of the namespace could not be read")};
        }
        if (m_scalers.size() > 1) {
            return {{}, Text::tr("%1 scale it at once").arg(names(m_scalers).join(u", "_s))};
        }
        if (m_scalers.empty()) {
            return unscaled();
        }
        if (!isOurs(*m_scalers.front()) && !goes(*m_scalers.front())) {
            return {{}, Text::tr("%1 stays and scales it too").arg(names(m_scalers).front())};
        }
        return {scaled(*m_scalers.front()), {}};
    }

private:
    [[nodiscard]] bool isOurs(const LiveObject &object) const
    {
        return object.ref.name == m_ownName;
    }

    /// An HPA whose ScaledObject is there is no second autoscaler.
    [[nodiscard]] bool isKedas(const LiveObject &object) const
    {
        const QString master = scaledObjectOf(object.object);
        const auto &all = m_picture.live.autoscalers;
        return !master.isEmpty() &&
               std::any_of(all.begin(), all.end(), [&master](const LiveObject &one) {
                   return one.ref.name == master && one.ref.resource.kind == "ScaledObject"_L1;
               });
    }

    [[nodiscard]] bool goes(const LiveObject &object) const
    {
        const auto &steps = m_picture.plan.steps;
        return std::any_of(steps.begin(), steps.end(), [&object](const PlanStep &step) {
            return step.action == PlanStep::Action::Delete && step.object == object.ref;
        });
    }

    [[nodiscard]] static QStringList names(const std::vector<const LiveObject *> &objects)
    {
        QStringList all;
        for (const LiveObject *const object : objects) {
            all.append(object->ref.toString());
        }
        return all;
    }

    /// It runs what somebody set, all month.
    [[nodiscard]] Estimate unscaled() const
    {
        const LiveTarget *const target = targetOf(m_picture, m_component);
        if (target == nullptr || (!target->object && !target->checked)) {
            return {{}, Text::tr("its workload could not be read")};
        }
        const int replicas =
            target->object ? target->object->object["spec"_L1]["replicas"_L1].toInt(1) : 0;
        return {steadyHours({replicas, replicas}), {}};
    }

    [[nodiscard]] Amounts scaled(const LiveObject &scaler) const
    {
        const QJsonObject *const timeline = isOurs(scaler) ? liveTimeline(m_picture) : nullptr;
        auto rows = timeline == nullptr ? std::vector<TimelineRow>{}
                                        : timelineRowsIn(*timeline, m_component.name);
        if (rows.empty()) {
            return steadyHours(boundsAsRun(scaler));
        }
        const EpochMs now = m_picture.input.now;
        const Bounds base = baseOf(*timeline).value_or(boundsAsRun(scaler));
        rows.push_back({rows.back().to, now + month, base.min, base.max, {}});
        return replicaHours(rows, now);
    }

    /// What holds behind the end of the timeline: "component kind name min max".
    [[nodiscard]] std::optional<Bounds> baseOf(const QJsonObject &timeline) const
    {
        const QStringList lines = timeline["data"_L1]["targets"_L1].toString().split(u'\n');
        for (const QString &line : lines) {
            const QStringList parts = line.split(u' ');
            if (parts.size() == 5 && parts.front() == m_component.name) {
                return Bounds{parts.at(3).toInt(), parts.at(4).toInt()};
            }
        }
        return std::nullopt;
    }

    const PlanPicture &m_picture;
    const PolicyComponent &m_component;
    QString m_ownName;
    std::vector<const LiveObject *> m_scalers;
};

Amounts hoursAfter(const PlanPicture &picture, const PolicyComponent &component)
{
    const EpochMs now = picture.input.now;
    const Schedule schedule =
        scheduleOf(picture.input.reading.policy, component, picture.input.context);
    return replicaHours(resolveSchedule(schedule, {now, now + month}).rows, now);
}

QString money(double amount, const QString &currency)
{
    const QString number = QLocale::c().toString(amount, 'f', 2);
    return currency.isEmpty() ? number : QString{number + u' ' + currency};
}

/// Requests of the whole month in core hours, for components without a price.
QString requestsText(const PlanPicture &picture, const PolicyComponent &component,
                     const Amounts &hours)
{
    const LiveTarget *const target = targetOf(picture, component);
    const auto cores =
        target == nullptr || !target->object ? std::nullopt : podRequest(*target->object, u"cpu"_s);
    if (!cores) {
        return Text::tr("“%1” %2 to %3 replica hours")
            .arg(component.name)
            .arg(hours.floor, 0, 'f', 0)
            .arg(hours.cap, 0, 'f', 0);
    }
    constexpr double thousand = 1000;
    const double each = static_cast<double>(*cores) / thousand;
    return Text::tr("“%1” %2 to %3 core hours")
        .arg(component.name)
        .arg(hours.floor * each, 0, 'f', 0)
        .arg(hours.cap * each, 0, 'f', 0);
}

class CostFinding
{
public:
    explicit CostFinding(FindingCollector &list)
        : m_list(list)
    {}

    void run()
    {
        const Policy &policy = m_list.picture().input.reading.policy;
        for (std::size_t i = 0; i < policy.components.size(); ++i) {
            if (policy.components[i].engine != Engine::None) {
                look(i);
            }
        }
        if (m_priced && !m_before.isAbout(m_after)) {
            tell(policy.currency);
        }
        if (!m_unpriced.isEmpty()) {
            m_list.add("cost"_L1, Severity::Info, {{}, {}, u"spec.components"_s},
                       Text::tr("30 days without a price: %1").arg(m_unpriced.join(u", "_s)),
                       Text::tr("Write cost.perReplicaHour."));
        }
    }

private:
    void look(std::size_t index)
    {
        const PlanPicture &picture = m_list.picture();
        const PolicyComponent &component = picture.input.reading.policy.components[index];
        const Estimate before = Today(picture, component).estimate();
        const Amounts after = hoursAfter(picture, component);
        if (!before.unknown.isEmpty()) {
            m_list.add("cost"_L1, Severity::Info, aboutComponent(index, component),
                       Text::tr("what “%1” costs cannot be compared with today: %2")
                           .arg(component.name, before.unknown));
            return;
        }
        if (before.hours.isAbout(after)) {
            return;
        }
        if (!component.cost.perReplicaHour) {
            m_unpriced.append(requestsText(picture, component, after));
            return;
        }
        m_priced = true;
        const double price = *component.cost.perReplicaHour;
        m_before.add(price, before.hours.floor, before.hours.cap);
        m_after.add(price, after.floor, after.cap);
    }

    void tell(const QString &currency)
    {
        m_list.add("cost"_L1, Severity::Info, {{}, {}, u"spec.components"_s},
                   Text::tr("30 days of what changes cost %1 at the floors (now %2) and %3 at the "
                            "caps (now %4)")
                       .arg(money(m_after.floor, currency), money(m_before.floor, currency),
                            money(m_after.cap, currency), money(m_before.cap, currency)));
    }

    FindingCollector &m_list;
    Amounts m_before;
    Amounts m_after;
    bool m_priced = false;
    QStringList m_unpriced;
};

} // namespace

void findAboutCost(FindingCollector &list)
{
    CostFinding(list).run();
}

} // namespace spillway
