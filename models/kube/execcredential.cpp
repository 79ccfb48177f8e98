// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execcredential.h"

#include "kube/kubetarget.h"
#include "kube/pem.h"
#include "kube/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExecCredential)
};

constexpr QLatin1String clusterExtension{"client.authentication.k8s.io/exec"};

QString adviceToUpdate()
{
    return Text::tr("Run it in a terminal to see what it prints; update it, or the entry under "
                    "exec.");
}

/// RFC 3339, with any number of digits behind the second.
std::optional<EpochMs> readTimestamp(const QString &text)
{
    static const QRegularExpression fraction(u"(\\.\\d{1,3})\\d*"_s);
    const QDateTime time =
        QDateTime::fromString(QString(text).replace(fraction, u"\\1"_s), Qt::ISODateWithMs);
    static const QRegularExpression zoned(u"(?:[Zz]|[+-]\\d\\d:\\d\\d)$"_s);
    if (!time.isValid() || !zoned.match(text).hasMatch()) {
        return std::nullopt;
    }
    return time.toMSecsSinceEpoch();
}

/// What is wrong with the envelope, if anything.
std::optional<Error> envelopeError(const QJsonObject &answer, const ExecQuestion &question)
{
    const QString version = answer.value("apiVersion"_L1).toString();
    if (answer.value("kind"_L1).toString() != u"ExecCredential") {
        return execError(question, Text::tr("it did not print an ExecCredential"),
                         adviceToUpdate());
    }
    if (version != question.exec.apiVersion) {
        const QString plain = withoutControls(version).left(80);
        return execError(question,
                         Text::tr("it was asked for %1 and answered %2")
                             .arg(question.exec.apiVersion, plain.isEmpty() ? u"-"_s : plain),
                         Text::tr("Write the apiVersion that the helper speaks into the entry "
                                  "under exec, or update the helper."),
                         ErrorCode::UnsupportedVersion);
    }
    if (!answer.value("status"_L1).isObject()) {
        return execError(question, Text::tr("its answer has no status"), adviceToUpdate());
    }
    return std::nullopt;
}

/// What is wrong with the credentials, if anything.
std::optional<QString> credentialProblem(const ExecCredential &credential)
{
    if (credential.certificatePem.isEmpty() != credential.keyPem.isEmpty()) {
        return credential.keyPem.isEmpty() ? Text::tr("it gave a certificate without a key")
                                           : Text::tr("it gave a key without a certificate");
    }
    if (credential.token.isEmpty() && credential.certificatePem.isEmpty()) {
        return Text::tr("it gave neither a token nor a certificate");
    }
    if (!credential.certificatePem.isEmpty()) {
        return identityProblem(credential.certificatePem, credential.keyPem);
    }
    return std::nullopt;
}

} // namespace

QString ExecQuestion::helper() const
{
    return QFileInfo(exec.command).fileName();
}

QByteArray ExecQuestion::key() const
{
    QJsonArray environment;
    for (const auto &[name, value] : exec.environment) {
        environment.append(QJsonArray{name, value});
    }
    const QJsonArray parts{exec.command,
                           QJsonArray::fromStringList(exec.arguments),
                           environment,
                           exec.apiVersion,
                           exec.interactiveMode,
                           exec.provideClusterInfo,
                           cluster};
    return QJsonDocument(parts).toJson(QJsonDocument::Compact);
}

ExecQuestion execQuestion(const KubeTarget &target, const QByteArray &caPem)
{
    ExecQuestion question;
    question.exec = target.user.exec.value_or(KubeExec{});
    question.user = target.user.name;
    question.file = target.user.origin.file;
    if (!question.exec.provideClusterInfo) {
        return question;
    }
    QJsonObject &cluster = question.cluster;
    cluster.insert("server"_L1, target.server.toString(QUrl::FullyEncoded));
    const auto insert = [&cluster](QLatin1String key, const QString &value) {
        if (!value.isEmpty()) {
            cluster.insert(key, value);
        }
    };
    insert("tls-server-name"_L1, target.cluster.tlsServerName);
    insert("certificate-authority-data"_L1, QString::fromLatin1(caPem.toBase64()));
    insert("proxy-url"_L1, target.cluster.proxyUrl);
    if (target.cluster.disableCompression) {
        cluster.insert("disable-compression"_L1, true);
    }
    const QJsonValue config = target.cluster.extensions.value(clusterExtension);
    if (!config.isUndefined() && !config.isNull()) {
        cluster.insert("config"_L1, config);
    }
    return question;
}

QByteArray execInfo(const ExecQuestion &question)
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (!question.cluster.isEmpty()) {
        spec.insert("cluster"_L1, question.cluster);
    }
    const QJsonObject info{{u"apiVersion"_s, question.exec.apiVersion},
                           {u"kind"_s, u"ExecCredential"_s},
                           {u"spec"_s, spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

Result<ExecCredential> readExecCredential(const QByteArray &output, const ExecQuestion &question)
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    if (!document.isObject()) {
        return execError(question,
                         output.trimmed().isEmpty() ? Text::tr("it printed nothing")
                                                    : Text::tr("what it printed is not JSON"),
                         adviceToUpdate());
    }
    const QJsonObject answer = document.object();
    if (const std::optional<Error> error = envelopeError(answer, question)) {
        return *error;
    }
    const QJsonObject status = answer.value("status"_L1).toObject();
    ExecCredential credential;
    credential.token = status.value("token"_L1).toString();
    credential.certificatePem = status.value("clientCertificateData"_L1).toString().toUtf8();
    credential.keyPem = status.value("clientKeyData"_L1).toString().toUtf8();
    if (const std::optional<QString> why = credentialProblem(credential)) {
        return execError(question, *why, adviceToUpdate());
    }
    const QJsonValue expiry = status.value("expirationTimestamp"_L1);
    if (!expiry.isUndefined() && !expiry.isNull()) {
        credential.expires = readTimestamp(expiry.toString());
        if (!credential.expires) {
            return execError(question, Text::tr("its expirationTimestamp is not a time"),
                             adviceToUpdate());
        }
    }
    return credential;
}

Error execError(const ExecQuestion &question, const QString &why, const QString &advice,
                ErrorCode code)
{
    return Error{.code = code,
                 .what = Text::tr("The login helper “%1” of the user “%2” gave no credentials")
                             .arg(question.helper(), question.user),
                 .where = question.file,
                 .why = why,
                 .advice = advice};
}

} // namespace spillway
