// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/queryresult.h"
#include "rollout/overridestore.h"

#include <QByteArray>
#include <QJsonObject>

namespace spillway {

/// "FORCED_OPEN of tool-router/search until 2026-11-22T12:00:00Z, then HALF_OPEN".
[[nodiscard]] QString overrideSentence(const PolicyOverride &one);

/// For people: a table, and the generation below it.
[[nodiscard]] QByteArray overridesText(const OverrideSet &set, const QString &nameSpace,
                                       EpochMs now);
/// For programs; docs/rollout.md describes the fields.
[[nodiscard]] QJsonObject overridesJson(const OverrideSet &set, const QString &nameSpace,
                                        EpochMs now);
[[nodiscard]] QJsonObject acknowledgementJson(const OverrideAcknowledgement &told);

/// The generations of an instant query, by pod, else by instance. Series that name another
/// namespace are of other overrides and left out.
[[nodiscard]] std::vector<OverrideAcknowledgement::Sample>
consumersOf(const QueryResult &generations, const QString &nameSpace);

} // namespace spillway
