// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

enum class AuthKind { None, Basic, Bearer, TokenFile, ClientCertificate };

/// Where a secret is. The secret itself is never in a workspace.
struct SecretRef
{
    enum class Kind { Keychain, Environment, File };
    Kind kind = Kind::Keychain;
    QString name; ///< of the variable or file; empty for the keychain

    /// "keychain", "env:NAME", "file:PATH".
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<SecretRef> fromString(const QString &text);
    friend bool operator==(const SecretRef &, const SecretRef &) = default;
};

struct WorkspaceAuth
{
    AuthKind kind = AuthKind::None;
    QString user;        ///< Basic
    SecretRef secret;    ///< password of Basic, token of Bearer
    QString tokenFile;   ///< TokenFile; read again for each connection
    QString certificate; ///< ClientCertificate: PEM files
    QString key;
    friend bool operator==(const WorkspaceAuth &, const WorkspaceAuth &) = default;
};

/// How the metrics of an environment are reached.
struct WorkspacePrometheus
{
    QUrl url; ///< http or https, path prefix included, no credentials
    /// Instead of url: "NAMESPACE/[https:]NAME:PORT[/PREFIX]", reached through the API server of
    /// the workspace's context and with its credentials. See servicename.h.
    QString service;
    WorkspaceAuth auth;
    QMap<QString, QString> headers; ///< such as X-Scope-OrgID
    QString ca;                     ///< PEM file; empty = the system's
    QString proxy; ///< http, https or socks5 URL; "none"; empty = from the environment
    std::chrono::milliseconds timeout{30'000};
    friend bool operator==(const WorkspacePrometheus &, const WorkspacePrometheus &) = default;
};

/// Which object runs a component and under which labels its metrics appear.
struct WorkspaceComponent
{
    QString name;
    QString title;
    QString kind = QStringLiteral("Deployment"); ///< of the workload
    QString workload;                            ///< name of the object; = name if not given
    QStringList jobs;                            ///< values of the label job; = name if not given
    QString ns;                                  ///< namespace, if not one of the workspace's
    friend bool operator==(const WorkspaceComponent &, const WorkspaceComponent &) = default;
};

struct WorkspaceKube
{
    QString config; ///< kubeconfig file; empty = the usual one
    QString context;
    QString ca; ///< PEM file; takes the place of the cluster's, and of insecure-skip-tls-verify
    /// Login helpers that may run: names and paths, or only "all" or "none"; empty = the
    /// well-known.
    QStringList plugins;
    /// The current context of the usual kubeconfig is never taken: it changes under our feet.
    [[nodiscard]] bool isNamed() const { return !context.isEmpty() || !config.isEmpty(); }
    friend bool operator==(const WorkspaceKube &, const WorkspaceKube &) = default;
};

/// What things cost, for the cost page. Tokens have a dated table of their own.
struct WorkspacePrices
{
    QString currency = QStringLiteral("USD");
    std::optional<double> cpuCoreHour;
    std::optional<double> memoryGibHour;
    /// By component; "*" is the price of each one that is not named.
    QMap<QString, double> perRequest;
    /// What one unit of another currency costs in `currency`, by code: {USD: 7.1}.
    QMap<QString, double> exchange;
    QString table; ///< file of token prices; empty = the shipped one
    friend bool operator==(const WorkspacePrices &, const WorkspacePrices &) = default;
};

struct WorkspaceBudget
{
    std::optional<double> month; ///< in the currency of the prices
    std::optional<double> event;
    friend bool operator==(const WorkspaceBudget &, const WorkspaceBudget &) = default;
};

/// One environment, as its file says. A value.
struct Workspace
{
    QString id; ///< name of the file without .yaml; key of the keychain entry
    QString name;
    WorkspacePrometheus prometheus;
    WorkspaceKube kube;
    QStringList namespaces;
    std::vector<WorkspaceComponent> components;
    QMap<QString, QString> metrics; ///< logical name -> name on the backend
    WorkspacePrices prices;
    WorkspaceBudget budget;
    QString timezone;         ///< IANA name; empty = this machine's
    bool isProtected = false; ///< production: read-only unless unlocked

    friend bool operator==(const Workspace &, const Workspace &) = default;
};

/// The components of the system that Spillway was made for (design section 2).
[[nodiscard]] std::vector<WorkspaceComponent> defaultComponents();

/// Where the components run, each once; empty = everywhere.
[[nodiscard]] QStringList namespacesOf(const Workspace &workspace);

/// A workspace for an address typed by a person, with the default components.
[[nodiscard]] Workspace workspaceForUrl(const QString &name, const QUrl &url);

/// What reading a workspace gave: the value as far as it could be understood, and every problem.
struct WorkspaceReading
{
    Workspace workspace;
    std::vector<Error> errors;   ///< with position; not empty = must not be overwritten
    std::vector<Error> warnings; ///< with position
    /// There is at least an address to connect to.
    [[nodiscard]] bool usable() const
    {
        return workspace.prometheus.url.isValid() || !workspace.prometheus.service.isEmpty();
    }
};

/// Bytes of a file -> value. `file` is only for messages; its base name becomes the id.
[[nodiscard]] WorkspaceReading readWorkspace(const QByteArray &yaml, const QString &file);

/// Value -> bytes. `previous` is the text the value was read from, if any: its comments and unknown
/// order are kept where keys are unchanged.
[[nodiscard]] QByteArray writeWorkspace(const Workspace &workspace,
                                        const QByteArray &previous = {});

} // namespace spillway
