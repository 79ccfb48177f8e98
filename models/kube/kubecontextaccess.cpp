// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecontextaccess.h"

#include "kube/impersonation.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(spillwayAccess, "spillway.kube.access", QtWarningMsg)

constexpr std::chrono::minutes recheckInterval{5};

bool isLoopback(const QString &host)
{
    static const QRegularExpression loopback(
        u"^(?:(?:.*\\.)?localhost|127(?:\\.\\d{1,3}){3}|::1)$"_s);
    return loopback.match(host).hasMatch();
}

HttpProxy proxyFor(const KubeTarget &target)
{
    HttpProxy proxy;
    if (!target.cluster.proxyUrl.isEmpty()) {
        proxy.kind = HttpProxy::Kind::Explicit;
        QUrl url(target.cluster.proxyUrl);
        if (url.scheme() == u"socks5") {
            url.setScheme(u"socks5h"_s); // kubectl lets the proxy look up names
        }
        proxy.url = url.toString(QUrl::FullyEncoded);
    } else if (isLoopback(target.server.host())) {
        proxy.kind = HttpProxy::Kind::None; // kubectl asks no proxy of the environment for these
    }
    return proxy;
}

} // namespace

KubeContextAccess::KubeContextAccess(KubeTarget target, ExecLogins &logins, ExecPolicy policy,
                                     const Clock &clock, QObject *parent)
    : KubeAccess(parent)
    , m_target(std::move(target))
    , m_logins(logins)
    , m_policy(std::move(policy))
    , m_clock(clock)
    , m_files(m_target)
{
    if (!m_target.user.tokenFile.isEmpty()) {
        m_tokenFile.emplace(m_target.user.tokenFile, m_clock);
    }
    m_recheck.setInterval(recheckInterval);
    connect(&m_recheck, &QTimer::timeout, this, [this] {
        m_filesDue = true;
        // Also if nobody asks: watches run on for long.
        if (const Result<void> good = refreshFiles(); !good) {
            qCWarning(spillwayAccess).noquote() << good.error().sentence();
        }
    });
}

KubeContextAccess::~KubeContextAccess()
{
    tell(Error{.code = ErrorCode::Cancelled,
               .what = tr("The cluster could not be asked"),
               .where = m_target.context,
               .why = tr("the connection was given up")});
}

void KubeContextAccess::settings(QObject *context,
                                 std::function<void(Result<HttpSettingsPtr>)> done)
{
    const Result<void> files = refreshFiles();
    if (!files) {
        done(files.error());
        return;
    }
    if (!usesExec()) {
        done(plainSettings());
        return;
    }
    m_waiters.push_back({context, std::move(done)});
    if (!m_asking) {
        askHelper();
    }
}

Result<void> KubeContextAccess::refreshFiles()
{
    if (!m_filesDue) {
        return {};
    }
    const Result<bool> changed = m_files.refresh();
    if (!changed && !m_filesRead) {
        return changed.error();
    }
    if (!changed) {
        qCWarning(spillwayAccess).noquote() << changed.error().sentence();
    }
    m_filesDue = false;
    m_recheck.start();
    if (std::exchange(m_filesRead, true) && changed && *changed) {
        // Not from inside settings(): a slot may delete this.
        QMetaObject::invokeMethod(this, &KubeAccess::identityChanged, Qt::QueuedConnection);
    }
    return {};
}

HttpSettings KubeContextAccess::baseSettings() const
{
    HttpSettings settings;
    settings.proxy = proxyFor(m_target);
    settings.openHeaders = impersonationHeaders(m_target.user);
    settings.compression = !m_target.cluster.disableCompression;
    settings.tls = m_files.tls();
    return settings;
}

Result<void> KubeContextAccess::checkExpiry() const
{
    const std::optional<EpochMs> expires = m_files.expires();
    if (!m_target.isSecure() || !expires || m_clock.now() < *expires) {
        return {};
    }
    return Error{.code = ErrorCode::Unauthorized,
                 .what = tr("The context “%1” cannot be used").arg(m_target.context),
                 .where = m_target.user.origin.file,
                 .why =
                     tr("the client certificate of the user “%1” expired on %2")
                         .arg(m_target.user.name, QDateTime::fromMSecsSinceEpoch(*expires, Qt::UTC)
                                                      .toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)),
                 .advice = tr("Log in again with the tool that made it.")};
}

Result<HttpAuth> KubeContextAccess::plainAuth()
{
    const KubeUser &user = m_target.user;
    HttpAuth auth;
    if (m_tokenFile) {
        const Result<QString> token = m_tokenFile->token();
        if (!token && user.token.isEmpty()) {
            return token.error();
        }
        auth.kind = HttpAuth::Kind::Bearer;
        auth.secret = token ? *token : user.token;
    } else if (!user.token.isEmpty()) {
        auth.kind = HttpAuth::Kind::Bearer;
        auth.secret = user.token;
    } else if (user.hasBasic()) {
        auth.kind = HttpAuth::Kind::Basic;
        auth.user = user.username;
        auth.secret = user.password;
    }
    return auth;
}

Result<HttpSettingsPtr> KubeContextAccess::plainSettings()
{
    HttpSettings settings = baseSettings();
    if (m_target.isSecure()) {
        const Result<void> alive = checkExpiry();
        if (!alive) {
            m_filesDue = true; // it may be replaced any moment
            return alive.error();
        }
        Result<HttpAuth> auth = plainAuth();
        if (!auth) {
            return auth.error();
        }
        settings.auth = std::move(auth).value();
    } else {
        settings.tls.certificatePem.clear();
        settings.tls.keyPem.clear();
    }
    return HttpSettingsPtr{std::make_shared<const HttpSettings>(std::move(settings))};
}

ExecQuestion KubeContextAccess::question() const
{
    return execQuestion(m_target, m_files.tls().caPem);
}

void KubeContextAccess::askHelper()
{
    m_asking = true;
    const ExecQuestion asked = question();
    m_logins.get(asked, m_policy, this,
                 [this](const Result<ExecCredential> &credential) { takeCredential(credential); });
    if (m_asking) {
        m_announced = true;
        Q_EMIT waitingFor(asked.helper());
    }
}

void KubeContextAccess::takeCredential(const Result<ExecCredential> &credential)
{
    m_asking = false;
    const QPointer<KubeContextAccess> alive(this);
    if (std::exchange(m_announced, false)) {
        Q_EMIT waitingFor({});
    }
    if (!alive) {
        return;
    }
    if (!credential) {
        tell(credential.error());
        return;
    }
    HttpSettings settings = baseSettings();
    if (!credential->token.isEmpty()) {
        settings.auth.kind = HttpAuth::Kind::Bearer;
        settings.auth.secret = credential->token;
    }
    settings.tls.certificatePem = credential->certificatePem;
    settings.tls.keyPem = credential->keyPem;
    const QByteArray before = std::exchange(m_helperCertificate, credential->certificatePem);
    if (!before.isEmpty() && before != m_helperCertificate) {
        QMetaObject::invokeMethod(this, &KubeAccess::identityChanged, Qt::QueuedConnection);
    }
    tell(HttpSettingsPtr{std::make_shared<const HttpSettings>(std::move(settings))});
}

void KubeContextAccess::tell(const Result<HttpSettingsPtr> &settings)
{
    // A slot may ask again or delete this: nothing of it is touched after the first call.
    for (const Waiter &waiter : std::exchange(m_waiters, {})) {
        if (waiter.context) {
            waiter.done(settings);
        }
    }
}

void KubeContextAccess::refused()
{
    m_filesDue = true;
    if (m_tokenFile) {
        m_tokenFile->expire();
    }
    if (usesExec()) {
        m_logins.refused(question(), m_policy);
    }
}

void KubeContextAccess::tryAgain()
{
    m_filesDue = true;
    if (usesExec()) {
        m_logins.tryAgain(question(), m_policy);
    }
}

void KubeContextAccess::setRecheckInterval(std::chrono::milliseconds interval)
{
    m_recheck.setInterval(interval);
}

} // namespace spillway
