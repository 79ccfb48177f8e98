// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"
#include "policy/policyfields.h"

#include <QDate>
#include <QDateTime>

#include <bitset>
#include <chrono>
#include <optional>

namespace spillway {

/// Holds a document against the table of fields: types, unknown and missing keys, ranges, formats.
/// Every problem goes into the field's list. What several values mean together is not looked at.
void checkPolicyFields(const YamlField &root, const PolicyShape &shape);

// The notations of single values. None: the text is not one.
[[nodiscard]] std::optional<std::chrono::minutes> parseTimeOfDay(QStringView text);
[[nodiscard]] QString timeOfDayText(std::chrono::minutes time);
[[nodiscard]] std::optional<QDateTime> parseLocalTime(const QString &text); ///< spec is UTC
[[nodiscard]] std::optional<std::bitset<7>> parseDays(const QString &text); ///< bit 0 = Monday
[[nodiscard]] std::optional<std::pair<QDate, QDate>> parseDates(const QString &text);
[[nodiscard]] bool isDnsLabel(const QString &text);
[[nodiscard]] bool isDnsSubdomain(const QString &text);

} // namespace spillway
