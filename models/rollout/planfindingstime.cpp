// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "core/utctext.h"
#include "rollout/findingcollector.h"

#include <QDateTime>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;

constexpr EpochMs second = 1000;
constexpr EpochMs hour = 3600 * second;

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

QString dayText(EpochMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Of the first component that has one.
std::vector<TimelineRow> firstRows(const PlanPicture &picture, const QJsonObject &configMap)
{
    for (const PolicyComponent &component : picture.input.reading.policy.components) {
        if (auto rows = timelineRowsIn(configMap, component.name); !rows.empty()) {
            return rows;
        }
    }
    return {};
}

/// Whose push is not complete, as far as that is known.
QString byWhom(const std::optional<Revision> &push)
{
    if (!push) {
        return {};
    }
    const QString time = utcText(push->time);
    return push->reason.isEmpty()
               ? Text::tr(" (by %1 at %2)").arg(push->author, time)
               : Text::tr(" (by %1 at %2: %3)").arg(push->author, time, push->reason);
}

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
                         .arg(live.newestRevision) +
                     byWhom(live.unfinished),
                 Text::tr("See its steps in the history; undo takes back what it did."));
    } else {
        list.add("unfinished-revision"_L1, Severity::Warning, about,
                 Text::tr("revision %1 is not complete: somebody is pushing it now, or the push "
                          "was killed")
                         .arg(live.newestRevision) +
                     byWhom(live.unfinished),
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

std::vector<TimelineRow> timelineRowsIn(const QJsonObject &configMap, const QString &component)
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

const QJsonObject *liveTimeline(const PlanPicture &picture)
{
    const QString name = scheduleName(picture.input.reading.policy);
    const auto &objects = picture.live.objects;
    const auto found = std::find_if(objects.begin(), objects.end(), [&name](const LiveObject &one) {
        return one.ref.resource.kind == "ConfigMap"_L1 && one.ref.name == name;
    });
    return found == objects.end() ? nullptr : &found->object;
}

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

} // namespace spillway
