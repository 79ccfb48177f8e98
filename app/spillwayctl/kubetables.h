// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubediscovery.h"
#include "kube/plainkinds.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace spillway {

/// Objects as rows, the head first: columns of the kind if it is one we know, else name and age.
/// Fails with the reader's error if an object is not as documented.
[[nodiscard]] Result<QList<QStringList>> objectRows(const kube::Resource &resource,
                                                    const std::vector<QJsonObject> &objects,
                                                    bool withNamespace, EpochMs now);

/// One row a field: path, manager, operation, time.
[[nodiscard]] QList<QStringList> ownerRows(const QJsonObject &object, EpochMs now);
/// The same as JSON: a list of {field, manager, operation, subresource, apiVersion, time}.
[[nodiscard]] QJsonArray ownerJson(const QJsonObject &object);

/// Oldest first.
[[nodiscard]] QList<QStringList> eventRows(std::vector<kube::Event> events, EpochMs now);
[[nodiscard]] QJsonArray eventJson(const std::vector<kube::Event> &events);

} // namespace spillway
