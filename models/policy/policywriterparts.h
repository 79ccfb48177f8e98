// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"

#include <QLatin1String>

namespace spillway {

class YamlWriter;

// The parts of writePolicy(); each writes nothing for a default.
namespace policywriter {

void writeText(YamlWriter &out, QLatin1String key, const QString &value, const QString &unless);
void writeCount(YamlWriter &out, QLatin1String key, std::optional<qint64> value);
void writeNumber(YamlWriter &out, QLatin1String key, std::optional<double> value);
void writeTrue(YamlWriter &out, QLatin1String key, bool value);
void writeDuration(YamlWriter &out, QLatin1String key,
                   std::optional<std::chrono::milliseconds> value);
void writeTexts(YamlWriter &out, QLatin1String key, const PolicyTexts &texts);
void writeAuthentication(YamlWriter &out, const PolicyAuthentication &authentication);
/// An item of a list.
void writeMetric(YamlWriter &out, const PolicyMetric &metric);
void writeBehavior(YamlWriter &out, const PolicyBehavior &behavior);
void writeKeda(YamlWriter &out, const PolicyKeda &keda);
/// The key and what is in it; also in the settings of the cluster.
void writeQuota(YamlWriter &out, const PolicyQuota &quota);
/// An item of a list.
void writeComponent(YamlWriter &out, const PolicyComponent &component);

} // namespace policywriter

} // namespace spillway
