// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "rollout/findingcollector.h"

#include <QDateTime>
#include <QJsonArray>
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

constexpr EpochMs second = 1000;
constexpr EpochMs hour = 3600 * second;
constexpr EpochMs month = 30 * 24 * hour;

/// The rows of a component as they stand in the ConfigMap: "from to min max why", in seconds.
std::vector<TimelineRow> rowsIn(const QJsonObject &configMap, const QString &component)
{
    std::vector<TimelineRow> rows;
    const QString text = configMap["data"_L1][QString{u"timeline."_s + component}].toString();
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList parts = line.split(u' ');
        if (parts.size() >= 4) {
            rows.push_back({parts.at(0).toLongLong() * second,
                            parts.at(1).toLongLong() * second,
                            parts.at(2).toInt(),
                            parts.at(3).toInt(),
                            {}});
        }
    }
    return rows;
}

const QJsonObject *wantedTimeline(const PlanPicture &picture)
{
    const auto &manifests = picture.answered.draft.manifests;
    const QString name = scheduleName(picture.input.reading.policy);
    const auto found =
        std::find_if(manifests.begin(), manifests.end(), [&name](const Manifest &one) {
            return one.kind() == "ConfigMap"_L1 && one.name() == name;
        });
    return found == manifests.end() ? nullptr : &found->object;
}

const QJsonObject *liveTimeline(const PlanPicture &picture)
{
    const QString name = scheduleName(picture.input.reading.policy);
    const auto &objects = picture.live.objects;
    const auto found = std::find_if(objects.begin(), objects.end(), [&name](const LiveObject &one) {
        return one.ref.resource.kind == "ConfigMap"_L1 && one.ref.name == name;
    });
    return found == objects.end() ? nullptr : &found->object;
}

QString dayText(EpochMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Of the first component that has one.
std::vector<TimelineRow> firstRows(const PlanPicture &picture, const QJsonObject &configMap)
{
    for (const PolicyComponent &component : picture.input.reading.policy.components) {
        if (auto rows = rowsIn(configMap, component.name); !rows.empty()) {
            return rows;
        }
    }
    return {};
}

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

/// Replica hours of the next 30 days as the cluster would have them without the plan; none: there
/// is no autoscaler of this component.
std::optional<Amounts> hoursBefore(const PlanPicture &picture, const PolicyComponent &component)
{
    const QString name = scalerName(picture.input.reading.policy, component);
    const auto &objects = picture.live.autoscalers;
    const auto live = std::find_if(objects.begin(), objects.end(),
                                   [&name](const LiveObject &one) { return one.ref.name == name; });
    if (live == objects.end()) {
        return std::nullopt;
    }
    if (const QJsonObject *const timeline = liveTimeline(picture)) {
        if (const auto rows = rowsIn(*timeline, component.name); !rows.empty()) {
            return replicaHours(rows, picture.input.now);
        }
    }
    const QJsonObject spec = live->object.value("spec"_L1).toObject();
    const bool keda = live->ref.resource.kind == "ScaledObject"_L1;
    const int min = spec.value(keda ? "minReplicaCount"_L1 : "minReplicas"_L1).toInt();
    const int max = spec.value(keda ? "maxReplicaCount"_L1 : "maxReplicas"_L1).toInt();
    return replicaHours({{picture.input.now, picture.input.now + month, min, max, {}}},
                        picture.input.now);
}

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
    const auto &targets = picture.live.targets;
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const LiveTarget &one) {
        return one.component == component.name;
    });
    const auto cores = target == targets.end() || !target->object
                           ? std::nullopt
                           : podRequest(*target->object, u"cpu"_s);
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
        for (const PolicyComponent &component : policy.components) {
            if (component.engine != Engine::None) {
                look(component);
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
    void look(const PolicyComponent &component)
    {
        const PlanPicture &picture = m_list.picture();
        const std::optional<Amounts> before = hoursBefore(picture, component);
        const Amounts after = hoursAfter(picture, component);
        if (before && before->isAbout(after)) {
            return;
        }
        if (!component.cost.perReplicaHour) {
            m_unpriced.append(requestsText(picture, component, after));
            return;
        }
        m_priced = true;
        const double price = *component.cost.perReplicaHour;
        m_before.add(price, before.value_or(Amounts{}).floor, before.value_or(Amounts{}).cap);
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

/// Somebody may be pushing right now; or else their push was killed and this one goes over it.
void findUnfinished(FindingCollector &list)
{
    const LiveState &live = list.picture().live;
    if (live.newestRevision == 0 || live.newestEnd == PushRecord::End::Complete ||
        live.newestEnd == PushRecord::End::Undone) {
        return;
    }
    const FindingCollector::About about{{}, {}, u"metadata.name"_s};
    if (live.newestEnd == PushRecord::End::Stopped) {
        list.add("unfinished-revision"_L1, Severity::Warning, about,
                 Text::tr("the push of revision %1 was stopped before its end: this plan starts "
                          "from what it left")
                     .arg(live.newestRevision),
                 Text::tr("See its steps in the history; undo takes back what it did."));
    } else {
        list.add("unfinished-revision"_L1, Severity::Warning, about,
                 Text::tr("revision %1 is not complete: somebody is pushing it now, or the push "
                          "was killed")
                     .arg(live.newestRevision),
                 Text::tr("Ask who pushes, plan again when it is over; whoever began it can resume "
                          "or undo it."));
    }
}

/// Pods that start more slowly than the timeline knows come too late for every floor.
void findKeptLeadTimes(FindingCollector &list)
{
    const auto &components = list.picture().input.reading.policy.components;
    for (const KeptLeadTime &each : list.picture().answered.draft.keptLeadTimes) {
        const auto found =
            std::find_if(components.begin(), components.end(), [&each](const PolicyComponent &one) {
                return one.name == each.component;
            });
        const auto index = static_cast<std::size_t>(found - components.begin());
        const QString measured = formatDuration(each.measured);
        list.add("lead-time-kept"_L1,
                 each.measured > each.kept ? Severity::Warning : Severity::Info,
                 aboutComponent(index, *found, u".coldStart.leadTime"_s),
                 Text::tr("in the timeline the floors of “%1” rise %2 earlier; by now its pods "
                          "take %3 to be ready")
                     .arg(each.component, formatDuration(each.kept), measured),
                 Text::tr("It stays until the schedule of “%1” changes. To change it now, write "
                          "leadTime: %2, or plan with --lead-time %1=%2.")
                     .arg(each.component, measured));
    }
}

} // namespace

void findAboutTime(FindingCollector &list)
{
    findUnfinished(list);
    findKeptLeadTimes(list);
    const PlanPicture &picture = list.picture();
    const QTimeZone &zone = picture.input.reading.policy.zone;
    const FindingCollector::About about{{}, {}, u"spec.components"_s};
    const QJsonObject *const wanted = wantedTimeline(picture);
    const auto rows = wanted == nullptr ? std::vector<TimelineRow>{} : firstRows(picture, *wanted);
    constexpr EpochMs slack = 24 * hour;
    const EpochMs horizon = std::chrono::milliseconds(timelineHorizon).count();
    if (!rows.empty() && rows.back().to - rows.front().from + slack < horizon) {
        list.add("timeline-shortened"_L1, Severity::Warning, about,
                 Text::tr("the timeline does not fit into a ConfigMap for 400 days and ends on %1; "
                          "after that the base bounds hold")
                     .arg(dayText(rows.back().to, zone)),
                 Text::tr("Push again before, or divide the policy."));
    }
    const QJsonObject *const live = liveTimeline(picture);
    const auto old = live == nullptr ? std::vector<TimelineRow>{} : firstRows(picture, *live);
    if (!old.empty() && old.back().to < picture.input.now) {
        list.add("timeline-ended"_L1, Severity::Warning, about,
                 Text::tr("the timeline in the cluster ended on %1: since then the base bounds "
                          "hold; this push begins a new one")
                     .arg(dayText(old.back().to, zone)));
    }
}

void findAboutCost(FindingCollector &list)
{
    CostFinding(list).run();
}

} // namespace spillway
