// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curlsetup.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CurlSetup)
};

const HttpSettings &settingsOf(const HttpRequest &request)
{
    static const HttpSettings defaults;
    return request.settings ? *request.settings : defaults;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

Result<QByteArray> readToken(const QString &path)
{
    constexpr qint64 longest = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("The token cannot be read"),
                     .where = path,
                     .why = file.errorString(),
                     .advice = Text::tr("Check the path and its permissions.")};
    }
    const QByteArray token = file.read(longest).trimmed();
    if (token.isEmpty() || token.contains('\n')) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("The token cannot be read"),
                     .where = path,
                     .why = Text::tr("the file does not hold one line of text"),
                     .advice = Text::tr("Put the token alone into the file.")};
    }
    return token;
}

QByteArray basic(const QString &user, const QString &password)
{
    return QByteArray{"Basic "} + QString{user + u':' + password}.toUtf8().toBase64();
}

/// Value of the Authorization header, or empty.
Result<QByteArray> authorization(const HttpRequest &request)
{
    const HttpAuth &auth = settingsOf(request).auth;
    switch (auth.kind) {
    case HttpAuth::Kind::Basic:
        return basic(auth.user, auth.secret);
    case HttpAuth::Kind::Bearer:
        return QByteArray{"Bearer " + auth.secret.toUtf8()};
    case HttpAuth::Kind::TokenFile: {
        Result<QByteArray> token = readToken(auth.file);
        return token.ok() ? Result<QByteArray>{QByteArray{"Bearer " + *token}} : token;
    }
    case HttpAuth::Kind::None:
        break;
    }
    return request.url.userName().isEmpty() ? QByteArray{}
                                            : basic(request.url.userName(), request.url.password());
}

void append(CurlLists &lists, const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(lists.headers.get(), line.constData());
    static_cast<void>(lists.headers.release());
    lists.headers.reset(longer);
}

/// A header must not smuggle in another one.
bool isOneLine(const HttpHeader &header)
{
    const auto clean = [](const QByteArray &text) {
        return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
    };
    return !header.first.isEmpty() && clean(header.first) && clean(header.second);
}

/// As API servers and proxies like it in their logs: name/version (system/processor).
QByteArray userAgent()
{
    return QByteArray{"spillway/" SPILLWAY_VERSION " ("} + QSysInfo::kernelType().toUtf8() + '/' +
           QSysInfo::currentCpuArchitecture().toUtf8() + ')';
}

Result<void> setHeaders(CURL *easy, const HttpRequest &request, bool trusted, CurlLists &lists)
{
    HttpHeaders headers = request.headers;
    if (trusted) {
        headers += settingsOf(request).headers;
        headers += settingsOf(request).openHeaders;
        const Result<QByteArray> authorized = authorization(request);
        if (!authorized.ok()) {
            return authorized.error();
        }
        const HttpHeader header{"Authorization", *authorized};
        if (!isOneLine(header)) {
            // Left out like any other such header, it would look as if it had been refused.
            return Error{.code = ErrorCode::InvalidInput,
                         .what = Text::tr("The credentials cannot be sent"),
                         .where = displayUrl(request.url),
                         .why = Text::tr("the password or token has more than one line"),
                         .advice = Text::tr("Enter it again without line breaks.")};
        }
        if (!authorized->isEmpty()) {
            headers.append(header);
        }
    }
    for (const HttpHeader &header : headers) {
        if (isOneLine(header)) {
            append(lists, header.first + ": " + header.second);
        }
    }
    append(lists, "Expect:"); // no round trip for 100-continue
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lists.headers.get());
    static const QByteArray agent = userAgent();
    curl_easy_setopt(easy, CURLOPT_USERAGENT, agent.constData());
    // Null leaves the header out. Brotli and zstd take the server longer than they save here.
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING,
                     settingsOf(request).compression ? "gzip" : nullptr);
    return {};
}

void setMethod(CURL *easy, const HttpRequest &request)
{
    const auto body = [&] {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
    };
    switch (request.method) {
    case HttpRequest::Method::Get:
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
        break;
    case HttpRequest::Method::Head:
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
        break;
    case HttpRequest::Method::Post:
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        body();
        break;
    case HttpRequest::Method::Put:
        body();
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "PUT");
        break;
    case HttpRequest::Method::Patch:
        body();
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "PATCH");
        break;
    case HttpRequest::Method::Delete:
        if (!request.body.isEmpty()) {
            body();
        }
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "DELETE");
    }
}

void setUrl(CURL *easy, const HttpRequest &request, bool trusted, CurlLists &lists)
{
    QUrl url = request.url;
    url.setUserInfo({});
    url.setFragment({});
    const QString &serverName = settingsOf(request).tls.serverName;
    if (trusted && !serverName.isEmpty() && url.scheme() == u"https") {
        // Ask for the certificate's name, and connect to where the URL points.
        const QString port = QString::number(portOf(url));
        const bool isIpv6 = url.host().contains(u':');
        const QString host = isIpv6 ? u"[%1]"_s.arg(url.host()) : url.host();
        const QString connectTo = u"%1:%2:%3:%2"_s.arg(serverName, port, host);
        lists.connectTo.reset(curl_slist_append(nullptr, connectTo.toUtf8().constData()));
        curl_easy_setopt(easy, CURLOPT_CONNECT_TO, lists.connectTo.get());
        append(lists, "Host: " + host.toUtf8() + ':' + port.toUtf8());
        url.setHost(serverName);
    }
    curl_easy_setopt(easy, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION,
                     0L); // redirects are ours: they decide about credentials
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // Over TLS, wait for the handshake to say whether one connection will do for all (HTTP/2).
    // Plain HTTP would wait for the whole first answer.
    const bool wait = request.lane == HttpRequest::Lane::Normal && request.url.scheme() == u"https";
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, wait ? 1L : 0L);
}

void setBlob(CURL *easy, CURLoption option, const QByteArray &pem)
{
    curl_blob blob{};
    blob.data = const_cast<char *>(pem.constData()); // NOLINT: copied by libcurl, as the flag says
    blob.len = static_cast<std::size_t>(pem.size());
    blob.flags = CURL_BLOB_COPY;
    curl_easy_setopt(easy, option, &blob);
}

void setTls(CURL *easy, const HttpRequest &request, bool trusted)
{
    const HttpTls &tls = settingsOf(request).tls;
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!tls.caPem.isEmpty() || !tls.caFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr); // that CA and no other
    }
    if (!tls.caPem.isEmpty()) {
        setBlob(easy, CURLOPT_CAINFO_BLOB, tls.caPem);
    } else if (!tls.caFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, QFile::encodeName(tls.caFile).constData());
    }
    if (!trusted) {
        return;
    }
    // OpenSSL would ask for the password of an encrypted key on the terminal, and wait.
    curl_easy_setopt(easy, CURLOPT_KEYPASSWD, "");
    if (!tls.certificatePem.isEmpty()) {
        setBlob(easy, CURLOPT_SSLCERT_BLOB, tls.certificatePem);
    } else if (!tls.certificateFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSLCERT, QFile::encodeName(tls.certificateFile).constData());
    }
    if (!tls.keyPem.isEmpty()) {
        setBlob(easy, CURLOPT_SSLKEY_BLOB, tls.keyPem);
    } else if (!tls.keyFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSLKEY, QFile::encodeName(tls.keyFile).constData());
    }
}

void setProxy(CURL *easy, const HttpRequest &request)
{
    const HttpProxy &proxy = settingsOf(request).proxy;
    switch (proxy.kind) {
    case HttpProxy::Kind::Environment:
        break; // what libcurl does by itself
    case HttpProxy::Kind::None:
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        break;
    case HttpProxy::Kind::Explicit:
        curl_easy_setopt(easy, CURLOPT_PROXY, proxy.url.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_NOPROXY, proxy.noProxy.join(u',').toUtf8().constData());
    }
}

int setUpSocket(void *, curl_socket_t socket, curlsocktype)
{
    limitSilence(socket);
    return CURL_SOCKOPT_OK;
}

void setConnection(CURL *easy, const HttpRequest &request)
{
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(request.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it, cancelling waits for the resolver's thread: seconds with a dead name server.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, static_cast<long>(silenceBeforeProbe.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, static_cast<long>(probeInterval.count()));
    curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, &setUpSocket);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // libcurl sends again by itself if a kept connection turns out to be closed. What changes
    // something may have been carried out already, so it gets a connection of its own.
    const bool reads = request.onlyReads || request.method == HttpRequest::Method::Get ||
                       request.method == HttpRequest::Method::Head;
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT,
                     !reads && request.retry.maxAttempts <= 1 ? 1L : 0L);
}

} // namespace

void limitSilence(int socket)
{
#ifdef TCP_USER_TIMEOUT
    const auto milliseconds =
        static_cast<unsigned int>(std::chrono::milliseconds{longestUnacknowledged}.count());
    setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
#else
    Q_UNUSED(socket)
#endif
}

void CurlLists::Deleter::operator()(curl_slist *list) const
{
    curl_slist_free_all(list);
}

Result<void> setUpCurl(CURL *easy, const HttpRequest &request, bool trusted, CurlLists &lists)
{
    lists.headers.reset();
    lists.connectTo.reset();
    setMethod(easy, request);
    setUrl(easy, request, trusted, lists);
    setTls(easy, request, trusted);
    setProxy(easy, request);
    setConnection(easy, request);
    return setHeaders(easy, request, trusted, lists);
}

QByteArrayList secretsOf(const HttpRequest &request, const CurlLists &lists)
{
    const HttpSettings &settings = settingsOf(request);
    QByteArrayList secrets{settings.auth.secret.toUtf8(), request.url.password().toUtf8()};
    for (const HttpHeader &header : settings.headers) {
        secrets.append(header.second);
    }
    // The token as it was read from its file.
    for (const curl_slist *line = lists.headers.get(); line != nullptr; line = line->next) {
        const QByteArray text(line->data);
        if (text.startsWith("Authorization: ")) {
            secrets.append(text.sliced(text.lastIndexOf(' ') + 1));
        }
    }
    return secrets;
}

} // namespace spillway
