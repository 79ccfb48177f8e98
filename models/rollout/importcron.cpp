// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policychecker.h"
#include "rollout/importparts.h"
#include "scaling/cronschedule.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr EpochMs dayMs = 24LL * 3600 * 1000;

/// When it is on: changes of state, sorted, from the state "off" at the start of the span.
using Switches = std::vector<EpochMs>;

void switchTo(bool on, EpochMs at, Switches &switches)
{
    const bool isOn = switches.size() % 2 == 1;
    if (isOn != on) {
        switches.push_back(at);
    }
}

/// KEDA: active if the next end comes no later than the next start. None: one of the two never
/// comes.
std::optional<Switches> switchesOfCron(const CronSchedule &start, const CronSchedule &end,
                                       const QTimeZone &zone, const TimeRange &span)
{
    Switches switches;
    EpochMs now = span.from;
    std::optional<EpochMs> nextStart = start.next(now, zone);
    std::optional<EpochMs> nextEnd = end.next(now, zone);
    while (nextStart && nextEnd) {
        switchTo(*nextEnd <= *nextStart, now, switches);
        now = std::min(*nextStart, *nextEnd);
        if (now >= span.to) {
            return switches;
        }
        nextStart = *nextStart == now ? start.next(now, zone) : nextStart;
        nextEnd = *nextEnd == now ? end.next(now, zone) : nextEnd;
    }
    return std::nullopt;
}

std::optional<Switches> switchesOfWindow(ScheduleWindow window, const QTimeZone &zone,
                                         const TimeRange &span)
{
    window.bounds = {1, std::nullopt};
    Schedule schedule;
    schedule.zone = zone;
    schedule.baseFloor = 0;
    schedule.windows = {std::move(window)};
    const Timeline timeline = resolveSchedule(schedule, span);
    if (!timeline.problems.empty()) {
        return std::nullopt;
    }
    Switches switches;
    for (const TimelineRow &row : timeline.rows) {
        switchTo(row.min == 1, row.from, switches);
    }
    return switches;
}

/// The days of the week on which an expression fires, and at what time; none if it does so other
/// than once a day at one time.
struct WeeklyTime
{
    std::bitset<7> days;
    std::chrono::minutes time{0};
};
std::optional<WeeklyTime> weeklyTime(const CronSchedule &cron)
{
    // Any week will do, in UTC, which has no gaps; Monday, 4 January 2027.
    const EpochMs monday = QDateTime(QDate(2027, 1, 4), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    WeeklyTime found;
    std::optional<EpochMs> next = cron.next(monday - 1, QTimeZone::utc());
    while (next && *next < monday + 7 * dayMs) {
        const EpochMs since = *next - monday;
        const auto time = std::chrono::minutes{since % dayMs / 60'000};
        const auto day = static_cast<std::size_t>(since / dayMs);
        if (found.days.test(day) || (found.days.any() && time != found.time)) {
            return std::nullopt;
        }
        found.days.set(day);
        found.time = time;
        next = cron.next(*next, QTimeZone::utc());
    }
    return found.days.any() ? std::optional{found} : std::nullopt;
}

/// All days from each that opens to the one before the next that closes.
std::bitset<7> daysBetween(const std::bitset<7> &opens, const std::bitset<7> &closes)
{
    std::bitset<7> days;
    for (std::size_t first = 0; first < opens.size(); ++first) {
        std::size_t day = first;
        for (std::size_t i = 0; opens.test(first) && i < days.size(); ++i) {
            days.set(day);
            day = (day + 1) % days.size();
            if (closes.test(day)) {
                break;
            }
        }
    }
    return days;
}

/// What speaks against a window; empty: nothing.
QString keptBecause(const PolicyComponent &component, const PolicyCronTrigger &trigger,
                    const QString &zone, const std::optional<ScheduleWindow> &window)
{
    if (!window) {
        return Text::tr("It is not the same as a window at every moment of the coming 400 days, so "
                        "it stays a cron trigger: a floor by metric, which is not exact.");
    }
    if (trigger.timezone != zone) {
        return Text::tr("It is in another time zone than the windows, so it stays a cron trigger.");
    }
    if (component.keda.idleReplicas) {
        return Text::tr("With idleReplicas only a trigger wakes the workload, so it stays a cron "
                        "trigger.");
    }
    const bool others =
        std::any_of(component.metrics.begin(), component.metrics.end(), [&](const auto &metric) {
            const bool wakes = !std::holds_alternative<PolicyResourceMetric>(metric);
            return !std::holds_alternative<PolicyCronTrigger>(metric) &&
                   (wakes || component.minReplicas > 0);
        });
    return others ? QString{}
                  : Text::tr("Without it no trigger is left that wakes the workload, so it stays a "
                             "cron trigger.");
}

QString windowName(const PolicyCronTrigger &trigger, const ScheduleWindow &window,
                   const std::vector<ScheduleWindow> &others)
{
    const QString base =
        trigger.name.trimmed().isEmpty()
            ? u"cron %1-%2"_s.arg(timeOfDayText(window.from), timeOfDayText(window.to))
            : trigger.name;
    QString name = base;
    const auto isTaken = [&](const ScheduleWindow &other) { return other.name == name; };
    for (int i = 2; std::any_of(others.begin(), others.end(), isTaken); ++i) {
        name = u"%1 (%2)"_s.arg(base).arg(i);
    }
    return name;
}

/// Floors of windows win over replicas.min, a cron trigger never lowers it.
void addWindow(PolicyComponent &component, const PolicyCronTrigger &trigger, ScheduleWindow window,
               const ImportScope &scope, const QString &path)
{
    if (trigger.desiredReplicas <= component.minReplicas) {
        scope.note("cron-to-window"_L1, path,
                   Text::tr("It asks for %1 replicas, which is no more than the minimum of %2: it "
                            "is left out.")
                       .arg(trigger.desiredReplicas)
                       .arg(component.minReplicas));
        return;
    }
    window.bounds.floor = std::min(trigger.desiredReplicas, component.maxReplicas);
    window.name = windowName(trigger, window, component.windows);
    scope.note("cron-to-window"_L1, path,
               Text::tr("It became the window “%1”, which is exact: no tolerance keeps the number "
                        "away from %2, and when it ends the minimum falls at once.")
                   .arg(window.name)
                   .arg(*window.bounds.floor));
    component.windows.push_back(std::move(window));
}

/// `zone` is that of the windows; empty until there is one.
void importCronOf(ImportedComponent &imported, QString &zone, EpochMs now,
                  std::vector<ImportNote> &notes)
{
    PolicyComponent &component = imported.component;
    const ImportScope scope(imported.object, notes);
    for (std::size_t i = 0; i < component.metrics.size();) {
        const auto *const found = std::get_if<PolicyCronTrigger>(&component.metrics[i]);
        if (found == nullptr) {
            ++i;
            continue;
        }
        const PolicyCronTrigger trigger = *found;
        const QString path = imported.metricPaths.value(static_cast<qsizetype>(i));
        std::optional<ScheduleWindow> window = windowOfCron(trigger, now);
        const QString why =
            keptBecause(component, trigger, zone.isEmpty() ? trigger.timezone : zone, window);
        if (!why.isEmpty()) {
            scope.note("cron-kept"_L1, path, why);
            ++i;
            continue;
        }
        zone = trigger.timezone;
        component.metrics.erase(component.metrics.begin() + static_cast<std::ptrdiff_t>(i));
        imported.metricPaths.removeAt(static_cast<qsizetype>(i));
        addWindow(component, trigger, *std::move(window), scope, path);
    }
}

} // namespace

std::optional<ScheduleWindow> windowOfCron(const PolicyCronTrigger &trigger, EpochMs now)
{
    const Result<CronSchedule> start = CronSchedule::parse(trigger.start);
    const Result<CronSchedule> end = CronSchedule::parse(trigger.end);
    const QByteArray zoneName = trigger.timezone.toUtf8();
    if (!start || !end || !QTimeZone::isTimeZoneIdAvailable(zoneName)) {
        return std::nullopt;
    }
    const std::optional<WeeklyTime> opens = weeklyTime(*start);
    const std::optional<WeeklyTime> closes = weeklyTime(*end);
    if (!opens || !closes) {
        return std::nullopt;
    }
    ScheduleWindow window;
    window.days = opens->days;
    window.from = opens->time;
    window.to = closes->time;
    if (window.from == window.to) {
        window.to = ScheduleWindow{}.to; // from midnight to midnight, several days on end
        window.days = daysBetween(opens->days, closes->days);
    }
    const QTimeZone zone(zoneName);
    const TimeRange span{now, now + std::chrono::milliseconds(timelineHorizon).count()};
    const std::optional<Switches> ofCron = switchesOfCron(*start, *end, zone, span);
    const std::optional<Switches> ofWindow = switchesOfWindow(window, zone, span);
    return ofCron && ofWindow && *ofCron == *ofWindow ? std::optional{window} : std::nullopt;
}

void importCronTriggers(Policy &policy, std::span<ImportedComponent> components, EpochMs now,
                        std::vector<ImportNote> &notes)
{
    QString zone;
    for (ImportedComponent &imported : components) {
        // What a policy wrote as a cron trigger was meant as one.
        if (!imported.ours) {
            importCronOf(imported, zone, now, notes);
        }
    }
    if (!zone.isEmpty()) {
        policy.timezone = zone;
        policy.zone = QTimeZone(zone.toUtf8());
    }
}

} // namespace spillway
