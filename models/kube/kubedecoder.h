// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/autoscalers.h"
#include "kube/plainkinds.h"
#include "kube/pod.h"
#include "kube/workloads.h"

#include <QJsonObject>

#include <vector>

/// \file Bytes of the API to values, with simdjson, on any thread. Every kind of kube/ has the
/// three functions, and so has QJsonObject for kinds without a value of their own. Errors:
/// WrongContent, naming the field. Unknown fields are skipped, missing ones keep their defaults.

namespace spillway::kube {

/// One page of a list.
template<typename T>
struct ListPage
{
    std::vector<T> items;
    QString resourceVersion;
    QByteArray continueToken; ///< empty = the last page
    qint64 remaining = 0;     ///< as the server estimates; 0 also if it does not say
};

/// One object.
template<typename T>
[[nodiscard]] Result<T> decodeObject(const QByteArray &json);

/// One page of a list.
template<typename T>
[[nodiscard]] Result<ListPage<T>> decodeList(const QByteArray &json);

template<>
[[nodiscard]] Result<QJsonObject> decodeObject<QJsonObject>(const QByteArray &json);
template<>
[[nodiscard]] Result<ListPage<QJsonObject>> decodeList<QJsonObject>(const QByteArray &json);

} // namespace spillway::kube
