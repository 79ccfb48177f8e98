// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/plainkinds.h"

#include "kube/valuereaders.h"

namespace spillway::kube {

using json::Strings;
using json::Value;

namespace {

/// spec.jobTemplate.spec.template.spec of a CronJob.
void readJobPod(Value value, CronJob &to, Strings &strings)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "spec" || key == "template") {
            readJobPod(field, to, strings);
        } else if (key == "serviceAccountName") {
            to.serviceAccount = json::text(field, strings);
        } else if (key == "containers") {
            const QList<Container> containers = readContainers(field, strings);
            for (const Container &container : containers) {
                to.images.append(container.image);
            }
        }
    });
}

void readCronSpecField(Key key, Value field, CronJob &to, Strings &strings)
{
    if (key == "schedule") {
        to.schedule = json::text(field);
    } else if (key == "timeZone") {
        to.timeZone = json::text(field, strings);
    } else if (key == "suspend") {
        to.suspended = json::boolean(field);
    } else if (key == "concurrencyPolicy") {
        to.concurrencyPolicy = json::text(field, strings);
    } else if (key == "jobTemplate") {
        readJobPod(field, to, strings);
    }
}

void readCronStatus(Value value, CronJob &to)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "active") {
            json::eachItem(field, [&](Value) { ++to.active; });
        } else if (key == "lastSuccessfulTime") {
            to.lastSuccessful = readTime(field);
        }
    });
}

PolicyRule readRule(Value value)
{
    PolicyRule rule;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "verbs") {
            rule.verbs = json::texts(field);
        } else if (key == "apiGroups") {
            rule.groups = json::texts(field);
        } else if (key == "resources") {
            rule.resources = json::texts(field);
        } else if (key == "resourceNames") {
            rule.names = json::texts(field);
        } else if (key == "nonResourceURLs") {
            rule.urls = json::texts(field);
        }
    });
    return rule;
}

ObjectReference readReference(Value value, Strings &strings)
{
    ObjectReference reference;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "apiVersion") {
            reference.apiVersion = json::text(field, strings);
        } else if (key == "kind") {
            reference.kind = json::text(field, strings);
        } else if (key == "namespace") {
            reference.ns = json::text(field, strings);
        } else if (key == "name") {
            reference.name = json::text(field, strings);
        } else if (key == "uid") {
            reference.uid = json::text(field, strings);
        }
    });
    return reference;
}

/// Times: the new API has eventTime and series, the old one first/lastTimestamp and count, under
/// other names when read through the new one (wire fact 52).
bool readEventTime(Key key, Value field, Event &to)
{
    if (key == "eventTime" || key == "deprecatedFirstTimestamp" || key == "firstTimestamp") {
        to.firstSeen = to.firstSeen ? to.firstSeen : readTime(field);
    } else if (key == "deprecatedLastTimestamp" || key == "lastTimestamp") {
        to.lastSeen = to.lastSeen ? to.lastSeen : readTime(field);
    } else if (key == "deprecatedCount" || key == "count") {
        to.count = std::max(to.count, json::integer32(field));
    } else if (key == "series") {
        json::eachField(field, [&](Key inner, Value part) {
            if (inner == "count") {
                to.count = std::max(to.count, json::integer32(part));
            } else if (inner == "lastObservedTime") {
                to.lastSeen = readTime(part);
            }
        });
    } else {
        return false;
    }
    return true;
}

std::optional<qint32> *poolField(Key key, DestinationRule &to)
{
    if (key == "maxConnections") {
        return &to.maxConnections;
    }
    if (key == "http1MaxPendingRequests") {
        return &to.http1MaxPendingRequests;
    }
    if (key == "http2MaxRequests") {
        return &to.http2MaxRequests;
    }
    if (key == "maxRequestsPerConnection") {
        return &to.maxRequestsPerConnection;
    }
    if (key == "maxRetries") {
        return &to.maxRetries;
    }
    if (key == "consecutive5xxErrors") {
        return &to.consecutive5xxErrors;
    }
    return key == "maxEjectionPercent" ? &to.maxEjectionPercent : nullptr;
}

void readTrafficPolicy(Value value, DestinationRule &to)
{
    json::eachField(value, [&](Key key, Value field) {
        if (std::optional<qint32> *const number = poolField(key, to)) {
            if (!json::isNull(field)) {
                *number = json::integer32(field);
            }
        } else if (key == "connectionPool" || key == "tcp" || key == "http" ||
                   key == "outlierDetection") {
            readTrafficPolicy(field, to);
        } else if (key == "interval") {
            to.interval = json::text(field);
        } else if (key == "baseEjectionTime") {
            to.baseEjectionTime = json::text(field);
        }
    });
}

void readDestinationSpecField(Key key, Value field, DestinationRule &to)
{
    if (key == "host") {
        to.host = json::text(field);
    } else if (key == "trafficPolicy") {
        readTrafficPolicy(field, to);
    } else if (key == "subsets") {
        json::eachItem(field, [&](Value item) {
            json::eachField(item, [&](Key inner, Value part) {
                if (inner == "name") {
                    to.subsets.append(json::text(part));
                }
            });
        });
    }
}

RuleEntry readRuleEntry(Value value, Strings &strings)
{
    RuleEntry rule;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "alert") {
            rule.alert = json::text(field);
        } else if (key == "record") {
            rule.record = json::text(field);
        } else if (key == "expr") {
            // An integer is allowed too.
            const bool isText = field.type() == simdjson::ondemand::json_type::string;
            rule.expr = isText ? json::text(field) : QString::number(json::integer(field));
        } else if (key == "for") {
            rule.duration = json::text(field, strings);
        } else if (key == "labels") {
            rule.labels = readTexts(field, strings);
        }
    });
    return rule;
}

RuleEntryGroup readRuleGroup(Value value, Strings &strings)
{
    RuleEntryGroup group;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "name") {
            group.name = json::text(field);
        } else if (key == "interval") {
            group.interval = json::text(field, strings);
        } else if (key == "rules") {
            json::eachItem(field,
                           [&](Value item) { group.rules.append(readRuleEntry(item, strings)); });
        }
    });
    return group;
}

} // namespace

void readField(Key key, Value value, CronJob &to, Strings &strings)
{
    if (key == "status") {
        readCronStatus(value, to);
    } else if (key == "spec") {
        to.spec = readSpec(
            value, [&](Key inner, Value field) { readCronSpecField(inner, field, to, strings); });
    }
}

void readField(Key key, Value value, ConfigMap &to, Strings &strings)
{
    if (key == "data") {
        to.data = readTexts(value, strings);
    } else if (key == "binaryData") {
        to.binaryKeys = readTexts(value, strings).keys();
    } else if (key == "immutable") {
        to.immutable = json::boolean(value);
    }
}

void readField(Key /*key*/, Value /*value*/, ServiceAccount & /*to*/, Strings & /*strings*/) {}

void readField(Key key, Value value, Role &to, Strings & /*strings*/)
{
    if (key == "rules") {
        json::eachItem(value, [&](Value item) { to.rules.append(readRule(item)); });
    }
}

void readField(Key key, Value value, RoleBinding &to, Strings &strings)
{
    if (key == "roleRef") {
        to.roleName = readReference(value, strings).name;
    } else if (key == "subjects") {
        json::eachItem(value, [&](Value item) {
            const ObjectReference subject = readReference(item, strings);
            to.subjects.append({subject.kind, subject.name, subject.ns});
        });
    }
}

void readField(Key key, Value value, Event &to, Strings &strings)
{
    if (readEventTime(key, value, to)) {
        return;
    }
    if (key == "type") {
        to.type = json::text(value, strings);
    } else if (key == "reason") {
        to.reason = json::text(value, strings);
    } else if (key == "action") {
        to.action = json::text(value, strings);
    } else if (key == "note" || key == "message") {
        to.note = json::text(value);
    } else if (key == "reportingController" || key == "reportingComponent") {
        to.controller = json::text(value, strings);
    } else if (key == "regarding" || key == "involvedObject") {
        to.regarding = readReference(value, strings);
    } else if (key == "deprecatedSource" || key == "source") {
        json::eachField(value, [&](Key inner, Value field) {
            if (inner == "component" && to.controller.isEmpty()) {
                to.controller = json::text(field, strings);
            }
        });
    }
}

void readField(Key key, Value value, DestinationRule &to, Strings & /*strings*/)
{
    if (key == "spec") {
        to.spec = readSpec(
            value, [&](Key inner, Value field) { readDestinationSpecField(inner, field, to); });
    }
}

void readField(Key key, Value value, PrometheusRule &to, Strings &strings)
{
    if (key != "spec") {
        return;
    }
    json::eachField(value, [&](Key inner, Value field) {
        if (inner == "groups") {
            json::eachItem(field,
                           [&](Value item) { to.groups.append(readRuleGroup(item, strings)); });
        }
    });
}

} // namespace spillway::kube
