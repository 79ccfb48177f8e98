// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/schedulelintparts.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleLint)
};

using Severity = ScheduleFinding::Severity;

/// Five weeks hold every pattern of week days, and a month's end.
constexpr qint64 cronLookMs = 35LL * 24 * 3600 * 1000;

QString rangesText(const std::vector<StuckRange> &ranges)
{
    QStringList parts;
    for (const StuckRange &range : ranges) {
        parts << (range.from == range.to
                      ? QString::number(range.from)
                      : QString::number(range.from) + u"–"_s + QString::number(range.to));
    }
    return parts.join(u", "_s);
}

void lintReach(const MetricFloor &floor, const ScheduleLintInput &input,
               std::vector<ScheduleFinding> &findings)
{
    const std::vector<StuckRange> stuck =
        stuckAround(floor.desired, input.controller, input.behavior);
    if (!stuck.empty()) {
        findings.push_back(
            {u"unreachable-target"_s,
             Severity::Warning,
             floor.name,
             {},
             Text::tr("“%1” asks for %2 replicas, but a count of %3 stays as it is: the difference "
                      "is inside the tolerance.")
                 .arg(floor.name, QString::number(floor.desired), rangesText(stuck)),
             Text::tr("Set a minimum for the window instead, or lower the tolerance."),
             floor.position});
    }
    findings.push_back(
        {u"floor-by-metric"_s,
         Severity::Info,
         floor.name,
         {},
         Text::tr("“%1” is a floor by a metric: the count rises by the scaling rules and stays up "
                  "for the stabilization window after its end.")
             .arg(floor.name),
         Text::tr("A window with a minimum is exact and acts at once; keep the metric if its end "
                  "is to be soft."),
         floor.position});
}

/// KEDA's cron trigger is active while its next end comes before its next start, so starts and ends
/// have to alternate.
void lintAlternation(const MetricFloor &floor, EpochMs now, std::vector<ScheduleFinding> &findings)
{
    // Without clock changes: those are looked at on their own.
    const QTimeZone utc = QTimeZone::utc();
    EpochMs time = now;
    int last = 0; // 1 a start, -1 an end
    while (time < now + cronLookMs) {
        const auto start = floor.cron->start.next(time, utc);
        const auto end = floor.cron->end.next(time, utc);
        if (!start || !end) {
            return;
        }
        const int kind = *end <= *start ? -1 : 1;
        time = std::min(*start, *end);
        if (kind == last) {
            findings.push_back(
                {u"cron-days-differ"_s, Severity::Warning, floor.name,
                 floor.cron->zone.isValid()
                     ? ZoneSegments(floor.cron->zone, {time, time + 1}).firstAt(time)
                     : time,
                 kind < 0
                     ? Text::tr("“%1” ends twice without a start between (%2): it stays open in "
                                "that time.")
                           .arg(floor.name, wallClockText(time))
                     : Text::tr("“%1” starts twice without an end between (%2): it is closed "
                                "until the second start.")
                           .arg(floor.name, wallClockText(time)),
                 Text::tr("Give the start and the end the same days."), floor.position});
            return;
        }
        last = kind;
    }
}

void lintCronChanges(const MetricFloor &floor, EpochMs now, std::vector<ScheduleFinding> &findings)
{
    const ZoneSegments zone(floor.cron->zone,
                            {now, now + std::chrono::milliseconds{timelineHorizon}.count()});
    bool gapSeen = false;
    bool overlapSeen = false;
    for (const ClockChange &change : clockChanges(zone)) {
        bool &seen = change.gap ? gapSeen : overlapSeen;
        const auto start = floor.cron->start.next(change.localFrom - 1, QTimeZone::utc());
        if (seen || change.at < now || !start || !change.holds(*start)) {
            continue;
        }
        seen = true;
        if (change.gap) {
            findings.push_back(
                {u"cron-start-in-gap"_s, Severity::Warning, floor.name, change.at,
                 Text::tr("“%1” would start at %2, which the clock leaves out: it opens right "
                          "after its previous end instead.")
                     .arg(floor.name, wallClockText(*start)),
                 Text::tr("Start it outside the hours in which the clock changes."),
                 floor.position});
        } else {
            findings.push_back(
                {u"cron-start-in-overlap"_s, Severity::Info, floor.name, change.at,
                 Text::tr("“%1” starts at %2, which comes twice: it opens at the second time only.")
                     .arg(floor.name, wallClockText(*start)),
                 Text::tr("Start it outside the hours in which the clock changes."),
                 floor.position});
        }
    }
}

} // namespace

std::vector<ScheduleFinding> lintMetricFloor(const MetricFloor &floor,
                                             const ScheduleLintInput &input)
{
    std::vector<ScheduleFinding> findings;
    lintReach(floor, input, findings);
    if (floor.cron && floor.cron->zone.isValid()) {
        lintAlternation(floor, input.now, findings);
        lintCronChanges(floor, input.now, findings);
    }
    return findings;
}

} // namespace spillway
