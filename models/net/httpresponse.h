// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/httpsettings.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace spillway {

/// A complete answer, whatever its status. The body has at least responsePadding spare bytes of
/// capacity behind it, which simdjson may read.
struct HttpResponse
{
    int status = 0;
    HttpHeaders headers; ///< names in lower case, of the last response
    QByteArray body;
    QUrl url; ///< after redirects
    std::chrono::milliseconds elapsed{0};
    bool http2 = false;
    QByteArrayList secrets; ///< what was sent and must not be quoted, should the peer repeat it

    /// The first header of that (lower case) name, or empty.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// "application/json" of "application/json; charset=utf-8", in lower case.
    [[nodiscard]] QByteArray contentType() const;
    /// Retry-After in seconds or as a date.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter() const;
    /// Text of the peer with our secrets blotted out.
    [[nodiscard]] QByteArray withoutSecrets(QByteArray text) const;
};

/// text with every secret of four bytes or more replaced by "[...]".
[[nodiscard]] QByteArray blottedOut(QByteArray text, const QByteArrayList &secrets);

inline constexpr qsizetype responsePadding = 64;

/// The Error for a status of 400 and above; what is the sentence of what was tried. Quotes the
/// start of a text or HTML body as plain text.
[[nodiscard]] Error httpError(const HttpResponse &response, const QString &what);

/// The first words of a body for a message: markup and control characters removed, at most 200
/// characters.
[[nodiscard]] QString bodyExcerpt(const QByteArray &body, const QByteArray &contentType);

} // namespace spillway
