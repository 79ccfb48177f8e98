// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <limits>
#include <span>

namespace spillway {

/// What a field of a policy file holds.
enum class PolicyType : std::uint8_t {
    Text,
    Name,      ///< DNS label: lower case letters, digits, "-"
    Subdomain, ///< DNS subdomain: labels joined by "."
    Integer,
    Number,
    Boolean,
    Duration, ///< Prometheus' notation: 90s, 1h30m
    LeadTime, ///< a duration, or "measured"
    Quantity, ///< Kubernetes' notation: 500m, 2Gi
    Choice,
    Zone,      ///< IANA name
    TimeOfDay, ///< HH:MM up to 24:00
    LocalTime, ///< 2026-11-04T00:00, in the policy's zone
    Days,      ///< Mon, or Mon-Fri
    Cron,      ///< five fields
    Holiday,   ///< a date, first/last, or a map of the shape
    Texts,     ///< a map from any key to text
    Numbers,   ///< a map from any key to a number
    Map,       ///< a map of the shape
};

struct PolicyShape;

/// One key of a map in a policy file.
struct PolicyFieldRow
{
    QLatin1String key;
    PolicyType type = PolicyType::Text;
    const char *help = ""; ///< for the JSON Schema and completion; English, as the format is
    bool required = false;
    bool list = false; ///< a list of such values
    std::int64_t min = std::numeric_limits<std::int64_t>::min();
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    std::span<const QLatin1String> choices{};
    const PolicyShape *shape = nullptr;
};

/// The keys of a map. The one table of the format: the parser checks files by it, the JSON Schema
/// and completion are made from it.
struct PolicyShape
{
    QLatin1String name; ///< of the definition in the JSON Schema
    std::span<const PolicyFieldRow> fields;
    bool exactlyOne = false; ///< of the keys, as the kind of a metric

    /// Null if there is no such key.
    [[nodiscard]] const PolicyFieldRow *find(QLatin1String key) const;
};

/// A header or parameter of requests whose value is a secret by its name; no policy holds those.
[[nodiscard]] bool namesSecret(const QString &name);

/// The whole document.
[[nodiscard]] const PolicyShape &policyShape();

/// The names that stand in files, in the order of the enums they stand for.
namespace policynames {
extern const std::span<const QLatin1String> engines;
extern const std::span<const QLatin1String> metricTypes;
extern const std::span<const QLatin1String> rabbitmqModes;
extern const std::span<const QLatin1String> offsetResets;
extern const std::span<const QLatin1String> selects;
extern const std::span<const QLatin1String> ruleTypes;
extern const std::span<const QLatin1String> fallbackBehaviors;
extern const std::span<const QLatin1String> countings;
extern const std::span<const QLatin1String> quotaWindows;
extern const std::span<const QLatin1String> degradations;
extern const std::span<const QLatin1String> breakerWindows;
extern const std::span<const QLatin1String> days;
} // namespace policynames

} // namespace spillway
