// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubechecks.h"

#include "kube/execcredential.h"
#include "kube/pem.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KubeChecks)
};

constexpr qint64 largestFile = 1024LL * 1024;

QString twice(const KubeStanza &stanza, const char *first, const char *second)
{
    return Text::tr("“%1” has both %2 and %3")
        .arg(stanza.name, QLatin1String(first), QLatin1String(second));
}

QString keepOne()
{
    return Text::tr("Keep one of the two.");
}

/// The bytes, or those of the file; nothing, with a problem, if it cannot be read.
std::optional<QByteArray> pemOf(const KubeStanza &stanza, const QByteArray &pem,
                                const QString &file, KubeProblems &problems)
{
    if (!pem.isEmpty() || file.isEmpty()) {
        return pem;
    }
    Result<QByteArray> bytes = readKubeFile(file);
    if (!bytes) {
        problems.add(ErrorCode::File, stanza.origin,
                     bytes.error().where + u": "_s + bytes.error().why, bytes.error().advice);
        return std::nullopt;
    }
    return std::move(bytes).value();
}

void checkServer(const KubeCluster &cluster, KubeProblems &problems)
{
    if (cluster.server.isEmpty()) {
        problems.add(ErrorCode::InvalidDocument, cluster.origin,
                     Text::tr("the cluster “%1” has no server").arg(cluster.name),
                     Text::tr("Give its address as server: https://host:6443."));
        return;
    }
    const QUrl url = kubeServerUrl(cluster.server);
    if (!url.isValid()) {
        problems.add(
            ErrorCode::InvalidDocument, cluster.origin,
            Text::tr("the server of the cluster “%1” is not an HTTP address").arg(cluster.name),
            Text::tr("Give its address as server: https://host:6443."));
    } else if (!url.userInfo().isEmpty()) {
        problems.add(
            ErrorCode::InvalidDocument, cluster.origin,
            Text::tr("the server of the cluster “%1” holds a user or password").arg(cluster.name),
            Text::tr("Give them as username and password of the user."));
    }
}

void checkProxy(const KubeCluster &cluster, KubeProblems &problems)
{
    if (cluster.proxyUrl.isEmpty()) {
        return;
    }
    // Not quoted: it may hold a password.
    const QUrl url(cluster.proxyUrl, QUrl::StrictMode);
    static const QStringList schemes{u"http"_s, u"https"_s, u"socks5"_s};
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme())) {
        problems.add(ErrorCode::InvalidDocument, cluster.origin,
                     Text::tr("the proxy-url of the cluster “%1” is not an address with http, "
                              "https or socks5")
                         .arg(cluster.name),
                     Text::tr("Give it as proxy-url: http://host:3128, or leave it out for the "
                              "proxy of the environment."));
    }
}

void checkCa(const KubeCluster &cluster, KubeProblems &problems)
{
    if (cluster.insecure) {
        problems.add(
            ErrorCode::Unsupported, cluster.origin,
            Text::tr("the cluster “%1” has insecure-skip-tls-verify, and Spillway always verifies "
                     "who it talks to")
                .arg(cluster.name),
            Text::tr("Give the cluster's CA: kubectl config set-cluster %1 "
                     "--certificate-authority=FILE, or ca under kube in the workspace.")
                .arg(cluster.name));
    }
    if (!cluster.caFile.isEmpty() && !cluster.caPem.isEmpty()) {
        problems.add(ErrorCode::InvalidDocument, cluster.origin,
                     twice(cluster, "certificate-authority", "certificate-authority-data"),
                     keepOne());
    }
    const auto pem = pemOf(cluster, cluster.caPem, cluster.caFile, problems);
    const bool given = !cluster.caFile.isEmpty() || !cluster.caPem.isEmpty();
    if (const auto why = pem && given ? caProblem(*pem) : std::nullopt) {
        problems.add(
            ErrorCode::InvalidDocument, cluster.origin,
            Text::tr("certificate-authority of the cluster “%1”: %2").arg(cluster.name, *why),
            Text::tr("It starts with -----BEGIN CERTIFICATE-----."));
    }
}

void checkMethods(const KubeUser &user, KubeProblems &problems)
{
    if (!user.token.isEmpty() && user.hasBasic()) {
        problems.add(
            ErrorCode::InvalidDocument, user.origin,
            Text::tr("the user “%1” has both a token and a username or password").arg(user.name),
            keepOne());
    }
    if (!user.authProvider.isEmpty()) {
        problems.add(ErrorCode::Unsupported, user.origin,
                     Text::tr("the user “%1” logs in by auth-provider “%2”, which Kubernetes has "
                              "removed")
                         .arg(user.name, user.authProvider),
                     Text::tr("Let the tool of your cloud write the entry again: it then names a "
                              "login helper under exec."));
    }
    const bool wantsMore = !user.impersonateUid.isEmpty() || !user.impersonateGroups.isEmpty() ||
                           !user.impersonateExtra.isEmpty();
    if (wantsMore && user.impersonate.isEmpty()) {
        problems.add(ErrorCode::InvalidDocument, user.origin,
                     Text::tr("the user “%1” has as-uid, as-groups or as-user-extra without as")
                         .arg(user.name),
                     Text::tr("Say with as who is to be impersonated."));
    }
}

/// Whether it is worth looking into the files.
bool checkCertificateFields(const KubeUser &user, KubeProblems &problems)
{
    bool good = true;
    const auto bad = [&](const QString &why, const QString &advice) {
        problems.add(ErrorCode::InvalidDocument, user.origin, why, advice);
        good = false;
    };
    if (!user.certificateFile.isEmpty() && !user.certificatePem.isEmpty()) {
        bad(twice(user, "client-certificate", "client-certificate-data"), keepOne());
    }
    if (!user.keyFile.isEmpty() && !user.keyPem.isEmpty()) {
        bad(twice(user, "client-key", "client-key-data"), keepOne());
    }
    if (user.hasCertificate() && !user.hasKey()) {
        bad(Text::tr("the user “%1” has a client certificate but no key").arg(user.name),
            Text::tr("Add client-key or client-key-data."));
    }
    if (user.hasKey() && !user.hasCertificate()) {
        bad(Text::tr("the user “%1” has a key but no client certificate").arg(user.name),
            Text::tr("Add client-certificate or client-certificate-data."));
    }
    return good && user.hasCertificate();
}

void checkIdentity(const KubeUser &user, KubeProblems &problems)
{
    if (!checkCertificateFields(user, problems)) {
        return;
    }
    const auto certificate = pemOf(user, user.certificatePem, user.certificateFile, problems);
    const auto key = pemOf(user, user.keyPem, user.keyFile, problems);
    const auto why = certificate && key ? identityProblem(*certificate, *key) : std::nullopt;
    if (why) {
        problems.add(ErrorCode::InvalidDocument, user.origin,
                     Text::tr("user “%1”: %2").arg(user.name, *why),
                     Text::tr("Log in again with the tool that made the entry."));
    }
}

void checkTokenFile(const KubeUser &user, KubeProblems &problems)
{
    if (user.tokenFile.isEmpty() || !user.token.isEmpty()) {
        return; // the token is used until the file can be read
    }
    const auto token = pemOf(user, {}, user.tokenFile, problems);
    if (token && token->trimmed().isEmpty()) {
        problems.add(ErrorCode::File, user.origin,
                     Text::tr("%1: the file is empty").arg(user.tokenFile),
                     Text::tr("Put the token into the file."));
    }
}

bool isKnownMode(const QString &mode)
{
    static const QStringList modes{u"Never"_s, u"IfAvailable"_s, u"Always"_s};
    return modes.contains(mode);
}

void checkExecMode(const KubeUser &user, KubeProblems &problems)
{
    const KubeExec &exec = *user.exec;
    const bool required = exec.apiVersion == execVersion1;
    if (exec.interactiveMode.isEmpty() && required) {
        problems.add(
            ErrorCode::InvalidDocument, user.origin,
            Text::tr("the login helper of the user “%1” has no interactiveMode").arg(user.name),
            Text::tr("Add interactiveMode: IfAvailable."));
    } else if (!exec.interactiveMode.isEmpty() && !isKnownMode(exec.interactiveMode)) {
        problems.add(ErrorCode::InvalidDocument, user.origin,
                     Text::tr("interactiveMode of the user “%1” is neither Never nor IfAvailable "
                              "nor Always")
                         .arg(user.name),
                     Text::tr("Write interactiveMode: IfAvailable."));
    } else if (exec.interactiveMode == u"Always") {
        problems.add(ErrorCode::Unsupported, user.origin,
                     Text::tr("the login helper of the user “%1” wants a terminal "
                              "(interactiveMode: Always), and Spillway has none")
                         .arg(user.name),
                     Text::tr("Use another way to log in, or interactiveMode: IfAvailable if the "
                              "helper can do without."));
    }
}

void checkExec(const KubeUser &user, KubeProblems &problems)
{
    if (!user.exec) {
        return;
    }
    const KubeExec &exec = *user.exec;
    const auto bad = [&](ErrorCode code, const QString &why, const QString &advice) {
        problems.add(code, user.origin, why, advice);
    };
    if (exec.command.isEmpty()) {
        bad(ErrorCode::InvalidDocument,
            Text::tr("the login helper of the user “%1” has no command").arg(user.name),
            Text::tr("Say with command which program to run."));
    }
    if (exec.apiVersion.isEmpty()) {
        bad(ErrorCode::InvalidDocument,
            Text::tr("the login helper of the user “%1” has no apiVersion").arg(user.name),
            Text::tr("Add apiVersion: %1.").arg(execVersion1));
    } else if (exec.apiVersion != execVersion1 && exec.apiVersion != execVersion1Beta1) {
        bad(ErrorCode::UnsupportedVersion,
            Text::tr("the login helper of the user “%1” speaks an apiVersion that is neither %2 "
                     "nor %3")
                .arg(user.name, execVersion1, execVersion1Beta1),
            Text::tr("Update the helper and let it write the entry again."));
    }
    const auto &environment = exec.environment;
    if (std::any_of(environment.begin(), environment.end(),
                    [](const auto &variable) { return variable.first.isEmpty(); })) {
        bad(ErrorCode::InvalidDocument,
            Text::tr("a variable in env of the login helper of the user “%1” has no name")
                .arg(user.name),
            Text::tr("Give each a name and a value."));
    }
    checkExecMode(user, problems);
}

} // namespace

void KubeProblems::add(ErrorCode code, const DocumentPosition &where, const QString &why,
                       const QString &advice)
{
    m_into.push_back({.code = code,
                      .what = Text::tr("The context “%1” cannot be used").arg(m_context),
                      .where = where.file,
                      .why = why,
                      .advice = advice,
                      .position = where});
}

void KubeProblems::add(const KubeStanza &stanza)
{
    for (const Error &problem : stanza.problems) {
        add(problem.code, problem.position.value_or(stanza.origin), problem.why, problem.advice);
    }
}

QUrl kubeServerUrl(const QString &server)
{
    QUrl url(server.contains("://"_L1) ? server : u"http://"_s + server, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty()) {
        return {};
    }
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path, QUrl::TolerantMode);
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

void checkCluster(const KubeCluster &cluster, KubeProblems &problems)
{
    problems.add(cluster);
    checkServer(cluster, problems);
    checkProxy(cluster, problems);
    checkCa(cluster, problems);
}

void checkUser(const KubeUser &user, KubeProblems &problems)
{
    problems.add(user);
    checkMethods(user, problems);
    if (user.problems.empty()) { // else a part may only seem to be missing
        checkIdentity(user, problems);
    }
    checkTokenFile(user, problems);
    checkExec(user, problems);
}

Result<QByteArray> readKubeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.isSequential()) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("A file of the kubeconfig cannot be read"),
                     .where = path,
                     .why = file.isOpen() ? Text::tr("it is not a file") : file.errorString(),
                     .advice = Text::tr("Check the path and its permissions.")};
    }
    return file.read(largestFile);
}

} // namespace spillway
