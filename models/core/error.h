// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace spillway {

/// Every way in which something can fail. Closed: code that reacts to a failure switches over it.
enum class ErrorCode {
    // The transport
    Cancelled,   ///< the asker went away
    Timeout,     ///< no answer, or not all of it, in time
    Unreachable, ///< name not found, connection refused, no route
    Interrupted, ///< the connection was cut after it was made
    Tls,         ///< certificate or handshake
    Proxy,       ///< the proxy refused or failed
    TooLarge,    ///< more bytes than the caller allowed
    Protocol,    ///< the peer does not speak HTTP, or lies about its answer
    // The answer
    WrongContent, ///< understood as HTTP, but not what was asked for (an HTML login page, cut JSON)
    BadRequest,   ///< the peer says that our request is wrong; do not retry
    Unauthorized, ///< 401: no or bad credentials
    Forbidden,    ///< 403: known, but not allowed
    NotFound,     ///< 404, or a name that does not exist
    Conflict,     ///< 409
    TooExpensive, ///< the peer refuses to do that much work
    RateLimited,  ///< 429; see retryAfter
    ServerError,  ///< 5xx that is not one of the others
    ServerUnavailable, ///< not ready, stopping, overloaded
    // Our side
    InvalidInput,       ///< a value typed by a person or given by a caller
    InvalidDocument,    ///< a file that cannot be understood; see position
    UnsupportedVersion, ///< a file or peer of a version that is not known
    File,               ///< a file cannot be read or written
    Unsupported,        ///< the peer lacks what was asked of it
    Internal,           ///< a bug in Spillway
};

/// Where in a document an error is. Lines and columns count from 1; 0 means not known.
struct DocumentPosition
{
    QString file;
    int line = 0;
    int column = 0;
    QString path; ///< field path such as "spec.components[2].replicas.min"

    [[nodiscard]] QString toString() const;
    friend bool operator==(const DocumentPosition &, const DocumentPosition &) = default;
};

/// A failure as a value: what could not be done, where, why, and what to do now.
/// The texts are translated, plain, and may quote text of the peer (show as plain text only).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString what;   ///< "Cannot read the metrics"
    QString where;  ///< URL without credentials, file, or object
    QString why;    ///< the cause, quoting the peer if it said something
    QString advice; ///< what the user can do now; may be empty
    std::optional<DocumentPosition> position;
    int httpStatus = 0;                                  ///< 0 if there was no HTTP answer
    std::optional<std::chrono::milliseconds> retryAfter; ///< as the peer asked

    /// "What (where): why. Advice" with the empty parts left out.
    [[nodiscard]] QString sentence() const;
    friend bool operator==(const Error &, const Error &) = default;
};

/// Stable identifier of a code for JSON output and logs, e.g. "rate-limited".
[[nodiscard]] QLatin1String errorCodeName(ErrorCode code);

} // namespace spillway

Q_DECLARE_METATYPE(spillway::Error)
