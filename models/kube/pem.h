// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace spillway {

/// Checks of PEM bytes by OpenSSL before they are used, so that the file at fault is named and not
/// a handshake that failed. The texts are translated and never quote the bytes. Any thread.

/// Why these cannot be the certificates to trust, if they cannot.
[[nodiscard]] std::optional<QString> caProblem(const QByteArray &pem);

/// Why these cannot be a client certificate and its key, if they cannot: not PEM, a key with a
/// password, a key of another certificate. Expiry is no matter here.
[[nodiscard]] std::optional<QString> identityProblem(const QByteArray &certificatePem,
                                                     const QByteArray &keyPem);

/// The end of the first certificate's life; nothing if it is not a certificate.
[[nodiscard]] std::optional<EpochMs> certificateExpiry(const QByteArray &pem);

} // namespace spillway
