// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/apidecoder.h"

#include "core/duration.h"
#include "prometheus/envelope.h"

#include <QDateTime>

namespace spillway {

namespace {

using envelope::JsonValue;

/// Calls read(key, value) for each member.
template<typename Read>
void eachMember(JsonValue value, const Read &read)
{
    if (envelope::isNull(value)) {
        return;
    }
    for (auto field : value.get_object()) {
        const std::string_view key = field.unescaped_key();
        read(key, JsonValue{field.value()});
    }
}

template<typename Read>
void eachElement(JsonValue value, const Read &read)
{
    if (envelope::isNull(value)) {
        return;
    }
    for (auto element : value.get_array()) {
        read(JsonValue{element.value()});
    }
}

/// Runs the reader on "data"; the value is used only if all went well.
template<typename T, typename Read>
Result<T> decode(const ApiAnswer &answer, const Read &read)
{
    T value{};
    Result<DataNotes> notes = envelope::readEnvelope(answer, envelope::padded(answer.body),
                                                     [&](JsonValue &data) { read(data, value); });
    if (!notes) {
        return notes.error();
    }
    if constexpr (requires { value.notes; }) {
        value.notes = std::move(notes).value();
    }
    return value;
}

/// RFC 3339; 0 for Go's zero time and for what is not a time.
EpochMs timeStamp(JsonValue value)
{
    const QDateTime time = QDateTime::fromString(envelope::text(value), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toMSecsSinceEpoch() : 0;
}

std::chrono::milliseconds seconds(JsonValue value)
{
    return std::chrono::milliseconds{qRound64(envelope::number(value) * 1000)};
}

/// "15s"; 0 if it cannot be read.
std::chrono::milliseconds durationText(JsonValue value)
{
    const Result<std::chrono::milliseconds> parsed = parseDuration(envelope::text(value));
    return parsed ? *parsed : std::chrono::milliseconds{0};
}

Alert readAlert(JsonValue value)
{
    Alert alert;
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "labels") {
            alert.labels = envelope::labelSet(member);
        } else if (key == "annotations") {
            alert.annotations = envelope::labelSet(member);
        } else if (key == "state") {
            alert.state = envelope::text(member);
        } else if (key == "activeAt") {
            alert.activeAt = timeStamp(member);
        } else if (key == "value") {
            alert.value = envelope::number(member);
        }
    });
    return alert;
}

void readRuleText(std::string_view key, JsonValue member, Rule &rule)
{
    if (key == "name") {
        rule.name = envelope::text(member);
    } else if (key == "query") {
        rule.query = envelope::text(member);
    } else if (key == "type") {
        rule.alerting = envelope::text(member) == QLatin1String("alerting");
    } else if (key == "state") {
        rule.state = envelope::text(member);
    } else if (key == "health") {
        rule.health = envelope::text(member);
    } else if (key == "lastError") {
        rule.lastError = envelope::text(member);
    }
}

Rule readRule(JsonValue value)
{
    Rule rule;
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "labels") {
            rule.labels = envelope::labelSet(member);
        } else if (key == "annotations") {
            rule.annotations = envelope::labelSet(member);
        } else if (key == "duration") {
            rule.duration = seconds(member);
        } else if (key == "lastEvaluation") {
            rule.lastEvaluation = timeStamp(member);
        } else if (key == "alerts") {
            eachElement(member, [&](JsonValue alert) { rule.alerts.push_back(readAlert(alert)); });
        } else {
            readRuleText(key, member, rule);
        }
    });
    return rule;
}

RuleGroup readRuleGroup(JsonValue value)
{
    RuleGroup group;
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "name") {
            group.name = envelope::text(member);
        } else if (key == "file") {
            group.file = envelope::text(member);
        } else if (key == "interval") {
            group.interval = seconds(member);
        } else if (key == "rules") {
            eachElement(member, [&](JsonValue rule) { group.rules.push_back(readRule(rule)); });
        }
    });
    return group;
}

Target readTarget(JsonValue value)
{
    Target target;
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "labels") {
            target.labels = envelope::labelSet(member);
        } else if (key == "scrapePool") {
            target.scrapePool = envelope::text(member);
        } else if (key == "scrapeUrl") {
            target.scrapeUrl = envelope::text(member);
        } else if (key == "health") {
            target.health = envelope::text(member);
        } else if (key == "lastError") {
            target.lastError = envelope::text(member);
        } else if (key == "lastScrape") {
            target.lastScrape = timeStamp(member);
        } else if (key == "lastScrapeDuration") {
            target.lastScrapeDuration = seconds(member);
        } else if (key == "scrapeInterval") {
            target.scrapeInterval = durationText(member);
        } else if (key == "scrapeTimeout") {
            target.scrapeTimeout = durationText(member);
        }
    });
    return target;
}

MetadataEntry readMetadataEntry(const QString &metric, JsonValue value)
{
    MetadataEntry entry;
    entry.metric = metric;
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "type") {
            entry.type = envelope::text(member);
        } else if (key == "help") {
            entry.help = envelope::text(member);
        } else if (key == "unit") {
            entry.unit = envelope::text(member);
        }
    });
    return entry;
}

ExemplarSeries readExemplarSeries(JsonValue value)
{
    ExemplarSeries series;
    const auto readExemplar = [&](JsonValue element) {
        Exemplar &exemplar = series.exemplars.emplace_back();
        eachMember(element, [&](std::string_view key, JsonValue member) {
            if (key == "labels") {
                exemplar.labels = envelope::labelSet(member);
            } else if (key == "value") {
                exemplar.value = envelope::number(member);
            } else if (key == "timestamp") {
                exemplar.time = seconds(member).count();
            }
        });
    };
    eachMember(value, [&](std::string_view key, JsonValue member) {
        if (key == "seriesLabels") {
            series.labels = envelope::labelSet(member);
        } else if (key == "exemplars") {
            eachElement(member, readExemplar);
        }
    });
    return series;
}

} // namespace

Result<SeriesAnswer> decodeSeries(const ApiAnswer &answer)
{
    return decode<SeriesAnswer>(answer, [](JsonValue &data, SeriesAnswer &found) {
        eachElement(data, [&](JsonValue one) { found.series.push_back(envelope::labelSet(one)); });
    });
}

Result<NamesAnswer> decodeNames(const ApiAnswer &answer)
{
    return decode<NamesAnswer>(
        answer, [](JsonValue &data, NamesAnswer &found) { found.names = envelope::texts(data); });
}

Result<MetadataList> decodeMetadata(const ApiAnswer &answer)
{
    return decode<MetadataList>(answer, [](JsonValue &data, MetadataList &found) {
        eachMember(data, [&](std::string_view key, JsonValue entries) {
            const QString metric =
                QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
            eachElement(entries, [&](JsonValue entry) {
                found.push_back(readMetadataEntry(metric, entry));
            });
        });
    });
}

Result<RuleGroups> decodeRules(const ApiAnswer &answer)
{
    return decode<RuleGroups>(answer, [](JsonValue &data, RuleGroups &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            if (key == "groups") {
                eachElement(member,
                            [&](JsonValue group) { found.push_back(readRuleGroup(group)); });
            }
        });
    });
}

Result<AlertList> decodeAlerts(const ApiAnswer &answer)
{
    return decode<AlertList>(answer, [](JsonValue &data, AlertList &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            if (key == "alerts") {
                eachElement(member, [&](JsonValue alert) { found.push_back(readAlert(alert)); });
            }
        });
    });
}

Result<TargetList> decodeTargets(const ApiAnswer &answer)
{
    return decode<TargetList>(answer, [](JsonValue &data, TargetList &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            if (key == "activeTargets") {
                eachElement(member, [&](JsonValue target) { found.push_back(readTarget(target)); });
            }
        });
    });
}

Result<BuildInfo> decodeBuildInfo(const ApiAnswer &answer)
{
    return decode<BuildInfo>(answer, [](JsonValue &data, BuildInfo &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            if (key == "version") {
                found.version = envelope::text(member);
            } else if (key == "revision") {
                found.revision = envelope::text(member);
            } else if (key == "application") {
                found.application = envelope::text(member);
            }
        });
    });
}

Result<ServerFlags> decodeFlags(const ApiAnswer &answer)
{
    return decode<ServerFlags>(answer, [](JsonValue &data, ServerFlags &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            found.insert(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
                         envelope::text(member));
        });
    });
}

Result<RuntimeInfo> decodeRuntimeInfo(const ApiAnswer &answer)
{
    return decode<RuntimeInfo>(answer, [](JsonValue &data, RuntimeInfo &found) {
        eachMember(data, [&](std::string_view key, JsonValue member) {
            if (key == "startTime") {
                found.startTime = timeStamp(member);
            } else if (key == "serverTime") {
                found.serverTime = timeStamp(member);
            } else if (key == "storageRetention") {
                found.storageRetention = envelope::text(member);
            } else if (key == "timeSeriesCount") {
                found.timeSeriesCount = member.get_int64();
            }
        });
    });
}

Result<ExemplarList> decodeExemplars(const ApiAnswer &answer)
{
    return decode<ExemplarList>(answer, [](JsonValue &data, ExemplarList &found) {
        eachElement(data, [&](JsonValue one) { found.push_back(readExemplarSeries(one)); });
    });
}

} // namespace spillway
