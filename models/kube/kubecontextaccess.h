// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "kube/execlogins.h"
#include "kube/identityfiles.h"
#include "kube/kubeaccess.h"
#include "kube/kubetarget.h"
#include "kube/tokenfile.h"

#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace spillway {

/// Access by a context of a kubeconfig, or by a pod's service account. Nothing is read or run
/// before the first settings(): a context that nobody opens starts no login helper. GUI thread.
///
/// Credentials go over https only. A client certificate and a CA are read again every five minutes
/// and after a 401, a token file every minute, a login helper is asked when its credential has
/// expired or been refused. Errors of settings(): File, Tls, Unauthorized, Timeout of a helper,
/// UnsupportedVersion, InvalidInput; none quotes a secret.
class KubeContextAccess final : public KubeAccess
{
    Q_OBJECT
public:
    /// Logins and clock must outlive it.
    KubeContextAccess(KubeTarget target, ExecLogins &logins, ExecPolicy policy, const Clock &clock,
                      QObject *parent = nullptr);
    /// Whoever still waits is told that it was given up.
    ~KubeContextAccess() override;

    [[nodiscard]] QUrl server() const override { return m_target.server; }
    [[nodiscard]] QString contextName() const override { return m_target.context; }
    [[nodiscard]] QString defaultNamespace() const override { return m_target.nameSpace; }
    /// Of the kubeconfig, for the connection banner.
    [[nodiscard]] QString userName() const { return m_target.user.name; }
    void settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done) override;
    void refused() override;

    /// A person wants another try with a login helper that failed.
    void tryAgain();

    /// How often certificate files are read again; five minutes.
    void setRecheckInterval(std::chrono::milliseconds interval);

private:
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void(Result<HttpSettingsPtr>)> done;
    };

    /// Reads the files if that is due. Fails only if there have never been good ones.
    [[nodiscard]] Result<void> refreshFiles();
    [[nodiscard]] Result<HttpSettingsPtr> plainSettings();
    [[nodiscard]] Result<HttpAuth> plainAuth();
    [[nodiscard]] HttpSettings baseSettings() const;
    [[nodiscard]] Result<void> checkExpiry() const;
    [[nodiscard]] ExecQuestion question() const;
    [[nodiscard]] bool usesExec() const { return m_target.isSecure() && m_target.user.usesExec(); }
    void askHelper();
    void takeCredential(const Result<ExecCredential> &credential);
    void tell(const Result<HttpSettingsPtr> &settings);

    KubeTarget m_target;
    ExecLogins &m_logins;
    ExecPolicy m_policy;
    const Clock &m_clock;
    IdentityFiles m_files;
    std::optional<TokenFile> m_tokenFile;
    QTimer m_recheck;
    bool m_filesDue = true;
    bool m_filesRead = false;
    QByteArray m_helperCertificate; ///< that connections were made with
    bool m_asking = false;
    bool m_announced = false;
    std::vector<Waiter> m_waiters;
};

} // namespace spillway
