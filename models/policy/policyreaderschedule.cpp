// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policychecker.h"
#include "policy/policyreader.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

std::bitset<7> readDays(const PolicyNode &node)
{
    if (!node.has("days"_L1)) {
        return std::bitset<7>{}.set();
    }
    std::bitset<7> days;
    for (const QString &text : node.scalars("days"_L1)) {
        days |= parseDays(text).value_or(std::bitset<7>{});
    }
    return days;
}

ScheduleBounds readBounds(const PolicyNode &node)
{
    const ScheduleBounds bounds{node.integer("min"_L1), node.integer("max"_L1)};
    if (!node.has("min"_L1) && !node.has("max"_L1)) {
        node.fail(Text::tr("neither min nor max is given, so it changes nothing"),
                  Text::tr("Write min, max or both."));
    }
    if (bounds.floor && bounds.cap && *bounds.floor > *bounds.cap) {
        node.fail("min"_L1, Text::tr("the minimum of %1 is above the maximum of %2")
                                .arg(*bounds.floor)
                                .arg(*bounds.cap));
    }
    return bounds;
}

void expectAbsent(const PolicyNode &node, std::initializer_list<QLatin1String> keys,
                  QLatin1String beside)
{
    for (const QLatin1String key : keys) {
        if (node.has(key)) {
            node.fail(key, Text::tr("%1 has no meaning beside %2").arg(key, beside),
                      Text::tr("Remove one of the two."));
        }
    }
}

ScheduleWindow readWindow(const PolicyNode &node)
{
    ScheduleWindow window;
    window.name = node.text("name"_L1);
    window.days = readDays(node);
    window.holidays = node.boolean("holidays"_L1, false);
    window.otherwise = node.boolean("otherwise"_L1, false);
    window.from = parseTimeOfDay(node.text("from"_L1)).value_or(window.from);
    window.to = parseTimeOfDay(node.text("to"_L1)).value_or(window.to);
    window.bounds = readBounds(node);
    window.position = node.position();
    if (window.otherwise) {
        expectAbsent(node, {"days"_L1, "from"_L1, "to"_L1, "holidays"_L1}, "otherwise"_L1);
    } else if (window.holidays) {
        expectAbsent(node, {"days"_L1}, "holidays"_L1);
    }
    if (node.has("days"_L1) && window.days.none()) {
        node.fail("days"_L1, Text::tr("no day is given"),
                  Text::tr("Write days, or leave the field out for every day."));
    }
    if (window.from == window.to) {
        node.fail(Text::tr("the window has no length"),
                  Text::tr("For a whole day leave from and to out."));
    }
    return window;
}

std::chrono::minutes minutesOf(const PolicyNode &node, QLatin1String key)
{
    const auto duration = node.duration(key);
    return duration ? std::chrono::ceil<std::chrono::minutes>(*duration) : std::chrono::minutes{0};
}

ScheduleEvent readEvent(const PolicyNode &node)
{
    ScheduleEvent event;
    event.name = node.text("name"_L1);
    const auto start = parseLocalTime(node.text("start"_L1));
    const auto end = parseLocalTime(node.text("end"_L1));
    event.start = start.value_or(QDateTime{});
    event.end = end.value_or(QDateTime{});
    if (start && end && *end <= *start) {
        node.fail("end"_L1, Text::tr("the event does not end after it starts"),
                  Text::tr("Correct its start or its end."));
    }
    event.bounds = readBounds(node);
    event.rampIn = minutesOf(node, "rampIn"_L1);
    event.rampOut = minutesOf(node, "rampOut"_L1);
    event.position = node.position();
    return event;
}

PolicyColdStart readColdStart(const PolicyNode &node)
{
    PolicyColdStart coldStart;
    coldStart.warmReplicas = node.integer("warmReplicas"_L1);
    coldStart.leadTimeMeasured = node.text("leadTime"_L1) == u"measured";
    if (!coldStart.leadTimeMeasured) {
        coldStart.leadTime = node.duration("leadTime"_L1);
    }
    return coldStart;
}

} // namespace

void readPolicySchedule(const PolicyNode &node, PolicyComponent &component)
{
    std::vector<PolicyNode> named;
    for (const PolicyNode &item : node.maps("windows"_L1)) {
        component.windows.push_back(readWindow(item));
        named.push_back(item);
    }
    for (const PolicyNode &item : node.maps("events"_L1)) {
        component.events.push_back(readEvent(item));
        named.push_back(item);
    }
    if (const auto coldStart = node.map("coldStart"_L1)) {
        component.coldStart = readColdStart(*coldStart);
    }
    checkUniqueNames(named, "name"_L1,
                     Text::tr("there is a window or an event “%1” before in this component"));
}

} // namespace spillway
