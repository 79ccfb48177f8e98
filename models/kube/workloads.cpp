// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/workloads.h"

#include "kube/valuereaders.h"

namespace spillway::kube {

using json::Strings;
using json::Value;

namespace {

void readResources(Value value, Container &container, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "requests") {
            container.requests = readTexts(field, strings);
        } else if (key == "limits") {
            container.limits = readTexts(field, strings);
        }
    });
}

QList<Container> readTemplate(Value value, Strings &strings)
{
    QList<Container> containers;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "spec") {
            json::eachField(field, [&](Key inner, Value part) {
                if (inner == "containers") {
                    containers = readContainers(part, strings);
                }
            });
        }
    });
    return containers;
}

Texts readSelector(Value value, Strings &strings)
{
    Texts labels;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "matchLabels") {
            labels = readTexts(field, strings);
        }
    });
    return labels;
}

/// Fields that the specs of both workloads have.
template<typename Workload>
bool readSpecField(Key key, Value field, Workload &to, Strings &strings)
{
    if (key == "replicas") {
        to.replicas = json::integer32(field);
    } else if (key == "selector") {
        to.selector = readSelector(field, strings);
    } else if (key == "template") {
        to.containers = readTemplate(field, strings);
    } else {
        return false;
    }
    return true;
}

template<typename Workload>
void readStatus(Value value, Workload &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "replicas") {
            to.current = json::integer32(field);
        } else if (key == "readyReplicas") {
            to.ready = json::integer32(field);
        } else if (key == "availableReplicas") {
            to.available = json::integer32(field);
        } else if (key == "updatedReplicas") {
            to.updated = json::integer32(field);
        } else if (key == "observedGeneration") {
            to.observedGeneration = json::integer(field);
        } else if (key == "conditions") {
            to.conditions = readConditions(field, strings);
        }
    });
}

} // namespace

QList<Container> readContainers(Value value, Strings &strings)
{
    QList<Container> containers;
    json::eachItem(value, [&](Value item) {
        Container container;
        json::eachField(item, [&](Key key, Value field) {
            if (key == "name") {
                container.name = json::text(field, strings);
            } else if (key == "image") {
                container.image = json::text(field, strings);
            } else if (key == "resources") {
                readResources(field, container, strings);
            }
        });
        containers.append(std::move(container));
    });
    return containers;
}

void readField(Key key, Value value, Deployment &to, Strings &strings)
{
    if (key == "status") {
        readStatus(value, to, strings);
    } else if (key == "spec") {
        json::eachField(value, [&](Key inner, Value field) {
            if (!readSpecField(inner, field, to, strings) && inner == "paused") {
                to.paused = json::boolean(field);
            }
        });
    }
}

void readField(Key key, Value value, StatefulSet &to, Strings &strings)
{
    if (key == "status") {
        readStatus(value, to, strings);
    } else if (key == "spec") {
        json::eachField(value,
                        [&](Key inner, Value field) { readSpecField(inner, field, to, strings); });
    }
}

void readField(Key key, Value value, Scale &to, Strings & /*strings*/)
{
    const bool isSpec = key == "spec";
    if (!isSpec && key != "status") {
        return;
    }
    json::eachField(value, [&](Key inner, Value field) {
        if (inner == "replicas") {
            (isSpec ? to.replicas : to.current) = json::integer32(field);
        } else if (inner == "selector" && !isSpec) {
            to.selector = json::text(field);
        }
    });
}

} // namespace spillway::kube
