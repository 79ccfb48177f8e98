// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/manifest.h"
#include "rollout/fieldchange.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace spillway {

/// \file What two states of an object differ in, as people mean it: quantities by value, HPA
/// metrics and keyed lists by their keys, lists with one owner otherwise item by item if only items
/// changed. Which object it is, and what the server keeps for itself (status, managedFields,
/// versions, times), does not count. Lists are merged as the shipped schema says; kinds that it
/// does not know are compared by "name" where every item has one. Pure; any thread.

/// One place.
struct FieldDifference
{
    /// From the object to the place: ".spec", ".metrics", "[type=\"Resource\",name=\"cpu\"]",
    /// "[2]". Joined they are FieldChange::path.
    QStringList elements;
    /// The same in indices of `after` (of `before` for what is taken away): ".spec.metrics[0]".
    QString indexed;
    QJsonValue before{QJsonValue::Undefined};
    QJsonValue after{QJsonValue::Undefined};
    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

/// Sorted by path. An empty object is one that is not there. What comes is told field by field,
/// what goes as a whole.
[[nodiscard]] std::vector<FieldDifference> diffObjects(const QJsonObject &before,
                                                       const QJsonObject &after);

/// The same with owners, from managedFields of `before`, and the places of the policy that ask for
/// them.
[[nodiscard]] std::vector<FieldChange>
fieldChanges(const QJsonObject &before, const QJsonObject &after, const Manifest &manifest);

/// The state after an apply of `body`, as far as it can be told without the server: what is in the
/// body laid over `live`.
[[nodiscard]] QJsonObject overlaid(const QJsonObject &live, const QJsonObject &body);

} // namespace spillway
