// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/tagcost.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace spillway {

/// An amount of money for people, without its currency.
[[nodiscard]] QString moneyText(double value);
/// For programs; docs/simulate.md describes the fields.
[[nodiscard]] QJsonObject costJson(const ComponentCost &cost);

/// For people: a row for each value of each tag. Empty if the policy has no tags.
[[nodiscard]] QByteArray tagText(const std::vector<TagCost> &tags);
/// For programs; the value of what has no tag is null.
[[nodiscard]] QJsonArray tagsJson(const std::vector<TagCost> &tags);

} // namespace spillway
