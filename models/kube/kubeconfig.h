// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QDebug;

namespace spillway {

/// What every entry of a kubeconfig has: its name, the place it came from, and what is wrong inside
/// it. Problems stay with the entry, so that those of a context nobody opens block nothing.
struct KubeStanza
{
    QString name;
    DocumentPosition origin;
    std::vector<Error> problems;
};

/// An API server. Paths are absolute: relative ones count from the folder of their file.
struct KubeCluster : KubeStanza
{
    QString server;
    QString tlsServerName;
    bool insecure = false;
    QString caFile;
    QByteArray caPem;
    QString proxyUrl; ///< may hold a password
    bool disableCompression = false;
    QJsonObject extensions; ///< by name, as they were found
};

/// A login helper: the program that gets the credentials.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
struct KubeExec
{
    QString command; ///< absolute if it was written with a folder, else looked up in PATH
    QStringList arguments;
    QList<QPair<QString, QString>> environment; ///< may hold secrets
    QString apiVersion;
    QString installHint; ///< without control characters
    QString interactiveMode;
    bool provideClusterInfo = false;
};

/// Credentials. Never written anywhere; the QDebug operator blots out the secrets.
struct KubeUser : KubeStanza
{
    QString certificateFile;
    QByteArray certificatePem;
    QString keyFile;
    QByteArray keyPem;
    QString token;
    QString tokenFile;
    QString username;
    QString password;
    QString impersonate;
    QString impersonateUid;
    QStringList impersonateGroups;
    QMap<QString, QStringList> impersonateExtra;
    std::optional<KubeExec> exec;
    QString authProvider; ///< name; gone from Kubernetes since 1.26

    [[nodiscard]] bool hasCertificate() const
    {
        return !certificateFile.isEmpty() || !certificatePem.isEmpty();
    }
    [[nodiscard]] bool hasKey() const { return !keyFile.isEmpty() || !keyPem.isEmpty(); }
    [[nodiscard]] bool hasBasic() const { return !username.isEmpty() || !password.isEmpty(); }
    [[nodiscard]] bool hasToken() const { return !token.isEmpty() || !tokenFile.isEmpty(); }
    /// A helper is not asked if there is anything else to log in with.
    [[nodiscard]] bool usesExec() const
    {
        return exec.has_value() && !hasToken() && !hasBasic() && !hasCertificate();
    }
};

struct KubeContext : KubeStanza
{
    QString cluster;
    QString user;
    QString nameSpace;
};

/// One kubeconfig file, or several merged. A value.
/// https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
struct Kubeconfig
{
    QString currentContext;
    std::vector<KubeCluster> clusters; ///< names differ; in the order of the files
    std::vector<KubeUser> users;
    std::vector<KubeContext> contexts;

    /// Nothing is set: like no file at all.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QStringList contextNames() const;
};

/// The entry of that name, or null.
[[nodiscard]] const KubeCluster *findCluster(const Kubeconfig &config, const QString &name);
[[nodiscard]] const KubeUser *findUser(const Kubeconfig &config, const QString &name);
[[nodiscard]] const KubeContext *findContext(const Kubeconfig &config, const QString &name);

/// Adds what `later` has and `into` has not: for each name the first file wins whole.
void mergeKubeconfig(Kubeconfig &into, const Kubeconfig &later);

/// Secrets are printed as "[...]".
QDebug operator<<(QDebug debug, const KubeCluster &cluster);
QDebug operator<<(QDebug debug, const KubeExec &exec);
QDebug operator<<(QDebug debug, const KubeUser &user);

} // namespace spillway
