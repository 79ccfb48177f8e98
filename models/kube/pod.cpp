// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/pod.h"

#include "kube/valuereaders.h"

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;
using json::Strings;
using json::Value;

namespace {

std::optional<EpochMs> trueSince(const QList<Condition> &conditions, QLatin1String type)
{
    const Condition *const condition = findCondition(conditions, type);
    return condition != nullptr && condition->isTrue() ? condition->since : std::nullopt;
}

void readState(Value value, ContainerState &to, Strings &strings)
{
    json::eachField(value, [&](Key state, Value fields) {
        to.state = strings.get(state);
        json::eachField(fields, [&](Key key, Value field) {
            if (key == "reason") {
                to.reason = json::text(field, strings);
            } else if (key == "message") {
                to.message = json::text(field, strings);
            } else if (key == "startedAt") {
                to.started = readTime(field);
            }
        });
    });
}

ContainerState readContainer(Value value, Strings &strings)
{
    ContainerState state;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "name") {
            state.name = json::text(field, strings);
        } else if (key == "ready") {
            state.ready = json::boolean(field);
        } else if (key == "restartCount") {
            state.restarts = json::integer32(field);
        } else if (key == "state") {
            readState(field, state, strings);
        }
    });
    return state;
}

void readStatus(Value value, Pod &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "phase") {
            to.phase = json::text(field, strings);
        } else if (key == "reason") {
            to.reason = json::text(field, strings);
        } else if (key == "podIP") {
            to.ip = json::text(field);
        } else if (key == "conditions") {
            to.conditions = readConditions(field, strings);
        } else if (key == "containerStatuses") {
            json::eachItem(field,
                           [&](Value item) { to.containers.append(readContainer(item, strings)); });
        }
    });
}

} // namespace

std::optional<std::chrono::milliseconds> PodStartup::coldStart() const
{
    if (!created || !ready || *ready < *created) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{*ready - *created};
}

PodStartup Pod::startup() const
{
    PodStartup startup;
    startup.created = meta.created;
    startup.scheduled = trueSince(conditions, "PodScheduled"_L1);
    startup.initialized = trueSince(conditions, "Initialized"_L1);
    if (restarts() > 0) {
        return startup; // the later times are those of another start
    }
    const bool allRun =
        !containers.isEmpty() &&
        std::all_of(containers.cbegin(), containers.cend(),
                    [](const ContainerState &container) { return container.started.has_value(); });
    if (allRun) {
        startup.containersStarted =
            std::max_element(containers.cbegin(), containers.cend(),
                             [](const ContainerState &a, const ContainerState &b) {
                                 return a.started < b.started;
                             })
                ->started;
    }
    startup.containersReady = trueSince(conditions, "ContainersReady"_L1);
    startup.ready = trueSince(conditions, "Ready"_L1);
    return startup;
}

bool Pod::isReady() const
{
    const Condition *const condition = findCondition(conditions, "Ready"_L1);
    return condition != nullptr && condition->isTrue();
}

qint32 Pod::restarts() const
{
    qint32 sum = 0;
    for (const ContainerState &container : containers) {
        sum += container.restarts;
    }
    return sum;
}

QString Pod::displayStatus() const
{
    if (meta.deleted) {
        return u"Terminating"_s;
    }
    for (const ContainerState &container : containers) {
        if (container.state != "running"_L1 && !container.reason.isEmpty()) {
            return container.reason;
        }
    }
    return reason.isEmpty() ? phase : reason;
}

void readField(Key key, Value value, Pod &to, Strings &strings)
{
    if (key == "status") {
        readStatus(value, to, strings);
    } else if (key == "spec") {
        json::eachField(value, [&](Key inner, Value field) {
            if (inner == "nodeName") {
                to.node = json::text(field, strings);
            }
        });
    }
}

} // namespace spillway::kube
