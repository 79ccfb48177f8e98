// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httpsettings.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

namespace spillway {

/// How one API server is reached, and as whom: the address and credentials that are renewed as they
/// expire. The seam between what knows kubeconfig files and login helpers and what speaks the API.
/// GUI thread.
class KubeAccess : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Of the cluster, path prefix included, without a slash at the end.
    [[nodiscard]] virtual QUrl server() const = 0;
    /// Name of the context, for messages.
    [[nodiscard]] virtual QString contextName() const = 0;
    /// The namespace of the context, else "default".
    [[nodiscard]] virtual QString defaultNamespace() const = 0;

    /// Hands out TLS, proxy, credentials and impersonation headers for the next request. `done` is
    /// called exactly once, at once if nothing has to be fetched, and never after `context` is
    /// gone. Login helpers may take long: the caller's own time limit does not run meanwhile.
    virtual void settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done) = 0;

    /// The server answered 401: what can be renewed is renewed before the next settings().
    virtual void refused() = 0;

Q_SIGNALS:
    /// A certificate or CA has been replaced: connections made before are not to be used any more.
    void identityChanged();
    /// A login helper is being waited for (its name), or no longer (empty).
    void waitingFor(const QString &helper);
};

} // namespace spillway
