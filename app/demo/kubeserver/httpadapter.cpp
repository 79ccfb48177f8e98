// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/httpadapter.h"

#include "kubeserver/accept.h"
#include "kubeserver/contentcoding.h"
#include "kubeserver/presenter.h"
#include "kubeserver/watchsession.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

/// How soon a watch sees that its client is gone.
constexpr std::chrono::milliseconds watchSlice{500};

QStringList nameParts(X509_NAME *name, int nid)
{
    QStringList parts;
    for (int at = X509_NAME_get_index_by_NID(name, nid, -1); at >= 0;
         at = X509_NAME_get_index_by_NID(name, nid, at)) {
        ASN1_STRING *data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
        parts.append(QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(data)),
                                       ASN1_STRING_length(data)));
    }
    return parts;
}

void readCertificate(const SSL *ssl, ApiRequest &request)
{
    if (ssl == nullptr || SSL_get_verify_result(ssl) != X509_V_OK) {
        return;
    }
    X509 *certificate = SSL_get1_peer_certificate(ssl);
    if (certificate == nullptr) {
        return;
    }
    X509_NAME *subject = X509_get_subject_name(certificate);
    request.certificateUser = nameParts(subject, NID_commonName).value(0);
    request.certificateGroups = nameParts(subject, NID_organizationName);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &length) == 1) {
        request.certificateDigest = QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(digest), qsizetype(length)).toHex());
    }
    X509_free(certificate);
}

/// Programs get compact JSON, people who look with curl or a browser get lines.
bool wantsPretty(const ApiRequest &request)
{
    if (request.query.hasQueryItem(u"pretty"_s)) {
        return request.flag(u"pretty"_s);
    }
    const QByteArray agent = request.header("user-agent");
    return agent.startsWith("curl") || agent.startsWith("Mozilla/5.0");
}

QByteArray quoted(const QString &text)
{
    QByteArray escaped = text.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', ' ');
    return '"' + escaped + '"';
}

void writeWatch(const std::shared_ptr<WatchSession> &watch, httplib::Response &response)
{
    response.set_chunked_content_provider(
        "application/json", [watch](size_t, httplib::DataSink &sink) {
            if (!TlsListener::peerIsThere()) {
                return false;
            }
            const WatchSession::Piece piece = watch->next(watchSlice);
            if (!piece.lines.isEmpty() &&
                !sink.write(piece.lines.constData(), size_t(piece.lines.size()))) {
                return false;
            }
            if (piece.ended) {
                sink.done();
            }
            return true;
        });
}

void writeBody(const ApiRequest &request, const QByteArray &body, const std::string &type,
               httplib::Response &response)
{
    if (acceptsGzip(request.header(TlsListener::acceptedCodings))) {
        if (const auto packed = gzipIfLarge(body)) {
            response.set_header("Content-Encoding", "gzip");
            response.set_header("Vary", "Accept-Encoding");
            response.set_content(packed->constData(), size_t(packed->size()), type);
            return;
        }
    }
    response.set_content(body.constData(), size_t(body.size()), type);
}

} // namespace

ApiRequest apiRequestOf(const httplib::Request &request)
{
    ApiRequest made;
    made.method = QByteArray::fromStdString(request.method);
    made.target = QByteArray::fromStdString(request.target);
    // A QMultiMap gives the latest of equal keys first.
    for (const auto &header : request.headers) {
        made.headers.insert(QByteArray::fromStdString(header.first).toLower(),
                            QByteArray::fromStdString(header.second));
    }
    made.body = QByteArray::fromStdString(request.body);
    readCertificate(request.ssl, made);
    made.interpret();
    return made;
}

void writeAnswer(const ApiRequest &request, const ApiAnswer &answer, httplib::Response &response)
{
    response.status = answer.status;
    response.set_header("Cache-Control", "no-cache, private");
    for (const auto &header : answer.headers) {
        response.set_header(header.first.toStdString(), header.second.toStdString());
    }
    for (const QString &warning : answer.warnings) {
        response.set_header("Warning", "299 - " + quoted(warning).toStdString());
    }
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    if (answer.watch) {
        writeWatch(answer.watch, response);
    } else if (answer.status == noContent || answer.status == notModified) {
        return;
    } else if (!answer.rawType.isEmpty()) {
        writeBody(request, answer.raw, answer.rawType.toStdString(), response);
    } else {
        AcceptedForm form = chooseForm(request.header("accept"), {}).value_or(AcceptedForm());
        form.pretty = wantsPretty(request);
        const bool yaml = form.encoding == AcceptedForm::Encoding::Yaml;
        writeBody(request, encodeDocument(answer.document, form),
                  yaml ? "application/yaml" : "application/json", response);
    }
}

} // namespace spillway::demo
