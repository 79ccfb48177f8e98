// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "prometheus/querysource.h"

namespace spillway {

using SecretAnswer = Answer<QString>;
using SecretDone = Answer<bool>;

/// Where passwords and tokens are kept outside our files. Errors never contain the secret.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore();

    [[nodiscard]] virtual SecretAnswer *read(const QString &key, QObject *parent) = 0;
    [[nodiscard]] virtual SecretDone *write(const QString &key, const QString &secret,
                                            QObject *parent) = 0;
    [[nodiscard]] virtual SecretDone *remove(const QString &key, QObject *parent) = 0;
};

/// The desktop's keychain (Secret Service, KWallet) through qtkeychain; never a plain-text
/// fallback.
class KeychainSecretStore final : public SecretStore
{
public:
    [[nodiscard]] SecretAnswer *read(const QString &key, QObject *parent) override;
    [[nodiscard]] SecretDone *write(const QString &key, const QString &secret,
                                    QObject *parent) override;
    [[nodiscard]] SecretDone *remove(const QString &key, QObject *parent) override;
};

/// Key of the keychain entry for a workspace's password or token.
[[nodiscard]] QString secretKey(const Workspace &workspace);

/// Whether connecting needs a secret at all (Basic and Bearer do; a token file is read by net).
[[nodiscard]] bool needsSecret(const WorkspaceAuth &auth);

/// Reads the secret from where the workspace says it is. Trailing line ends of files are dropped.
[[nodiscard]] SecretAnswer *readSecret(const Workspace &workspace, SecretStore &store,
                                       QObject *parent);

} // namespace spillway
