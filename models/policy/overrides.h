// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "policy/manifest.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// Name of the ConfigMap that the watched system reads; one a namespace, shared by all policies.
inline constexpr QLatin1String overridesName{"spillway-overrides"};

/// A decision of a person with an end. The consumer judges the end, so a dead console cannot leave
/// anything forced. The contract is in docs/policy.md.
struct PolicyOverride
{
    enum class Mode : std::uint8_t {
        ForcedOpen,
        Disabled,
        MetricsOnly,
        Tune,      ///< other thresholds of a breaker
        RateLimit, ///< of a service that calls a model
        Degrade,   ///< of a service
    };
    QString id;
    QString service;
    QString breaker; ///< of the first four modes
    Mode mode = Mode::ForcedOpen;
    QDateTime until; ///< UTC
    QString then;    ///< HALF_OPEN or CLOSED; empty: the consumer decides
    std::optional<double> rpm;
    std::optional<double> tpm;
    QString degradeTo;
    QMap<QString, QString> tune; ///< setting of a breaker -> value, by the names of a policy
    QString reason;
    QString by;
    QString ticket; ///< may be empty
    friend bool operator==(const PolicyOverride &, const PolicyOverride &) = default;
};

struct OverrideSet
{
    qint64 generation = 0; ///< goes up with each change; consumers report the one they obey
    std::vector<PolicyOverride> overrides;
    friend bool operator==(const OverrideSet &, const OverrideSet &) = default;
};

/// "FORCED_OPEN" and so on.
[[nodiscard]] QLatin1String overrideModeName(PolicyOverride::Mode mode);

/// What is missing or makes no sense in one; ErrorCode InvalidInput, all at once.
[[nodiscard]] std::vector<Error> validateOverride(const PolicyOverride &one);

/// Reads `data` of the ConfigMap. InvalidDocument with the position inside overrides.yaml,
/// UnsupportedVersion for another schema.
[[nodiscard]] Result<OverrideSet> parseOverrides(const QJsonObject &data);

/// The ConfigMap. Canonical: equal sets give equal bytes.
[[nodiscard]] Manifest overridesManifest(const QString &nameSpace, const OverrideSet &set);

/// Those that still hold.
[[nodiscard]] OverrideSet withoutExpired(OverrideSet set, const QDateTime &now);

} // namespace spillway
