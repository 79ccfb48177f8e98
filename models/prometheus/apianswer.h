// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <optional>

namespace spillway {

/// What a server of the Prometheus API sent, as far as the decoders care. Header values are empty
/// if the header was absent. The body is not trusted to be JSON: contentType decides.
struct ApiAnswer
{
    int status = 200;
    QByteArray body; ///< decompressed; spare capacity of 64 bytes saves a copy
    QByteArray contentType;
    QByteArray cacheControl;       ///< Thanos: "no-store" marks an answer with store warnings
    QByteArray prometheusStopping; ///< X-Prometheus-Stopping: "true" or "false" while not ready
    std::optional<std::chrono::milliseconds> retryAfter;
    QByteArrayList secrets; ///< what was sent and must not be quoted, should the peer repeat it
    QString where;          ///< URL without credentials, for errors
};

} // namespace spillway
