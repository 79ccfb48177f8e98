// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <memory>

namespace spillway {

using HttpHeader = QPair<QByteArray, QByteArray>;
using HttpHeaders = QList<HttpHeader>;

/// Who we say we are. Only the fields of the kind are used.
struct HttpAuth
{
    enum class Kind { None, Basic, Bearer, TokenFile };
    Kind kind = Kind::None;
    QString user;
    QString secret; ///< password or token; never printed
    QString file;   ///< TokenFile: read again for each request, as tokens are rotated
};

struct HttpProxy
{
    enum class Kind {
        Environment, ///< http_proxy, https_proxy, all_proxy, no_proxy
        None,
        Explicit,
    };
    Kind kind = Kind::Environment;
    QString url;         ///< http://, https://, socks5:// or socks5h://, may hold user and password
    QStringList noProxy; ///< host names, domains (".example.org"), addresses and CIDR blocks
};

/// Trust and identity for TLS. Each certificate may be given as a file or as PEM bytes; bytes win.
/// Verification cannot be switched off.
struct HttpTls
{
    QString caFile;
    QByteArray caPem;
    QString certificateFile;
    QByteArray certificatePem;
    QString keyFile;
    QByteArray keyPem;
    QString serverName; ///< name the certificate must have, if it is not the URL's host
};

/// How to reach one server; shared by all requests to it and immutable.
struct HttpSettings
{
    HttpTls tls;
    HttpProxy proxy;
    HttpAuth auth;
    /// Sent to the first host only, like the credentials (X-Scope-OrgID, cookies of a gateway).
    HttpHeaders headers;
    /// Likewise, but no secrets: what the peer says may repeat them (whom it is to act as).
    HttpHeaders openHeaders;
    bool compression = true; ///< whether a compressed answer is asked for
};

using HttpSettingsPtr = std::shared_ptr<const HttpSettings>;

} // namespace spillway
