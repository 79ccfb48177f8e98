// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace spillway::demo {

class WatchSession;

/// What the server says to one request, before it is put into the form that the client accepts.
/// Exactly one of document, raw (a body with its own type) and watch counts. A value.
struct ApiAnswer
{
    int status = 200;
    QJsonObject document;
    QByteArray rawType; ///< not empty: raw is the body
    QByteArray raw;
    std::shared_ptr<WatchSession> watch;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QStringList warnings;

    static ApiAnswer object(const QJsonObject &document, int status = 200);
    static ApiAnswer refusal(const ApiStatus &status);
    static ApiAnswer text(int status, const QByteArray &body);
    /// "404 page not found": nothing is served below this path.
    static ApiAnswer noSuchPath();
};

// Refusals that only the server makes; those about objects are in kubeobjects/apistatus.h.
[[nodiscard]] ApiStatus unknownResource();
[[nodiscard]] ApiStatus methodNotAllowed();
[[nodiscard]] ApiStatus unauthorized();
[[nodiscard]] ApiStatus notAcceptable(const QString &message);
[[nodiscard]] ApiStatus serviceUnavailable(const QString &message);
[[nodiscard]] ApiStatus internalError(const QString &message);
[[nodiscard]] ApiStatus expired(const QString &message);
/// 422 of options in the query.
[[nodiscard]] ApiStatus invalidOptions(const QString &kind, const ApiCause &cause);
/// A list of a resourceVersion that does not exist yet.
[[nodiscard]] ApiStatus tooLargeResourceVersion(quint64 wanted, quint64 current);

} // namespace spillway::demo
