// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "kube/kubeconfig.h"

#include <QJsonObject>
#include <QLatin1String>

#include <optional>

namespace spillway {

struct KubeTarget;

inline constexpr QLatin1String execVersion1{"client.authentication.k8s.io/v1"};
inline constexpr QLatin1String execVersion1Beta1{"client.authentication.k8s.io/v1beta1"};

/// What a login helper is asked. Equal questions have equal keys and are asked once.
struct ExecQuestion
{
    KubeExec exec;
    QString user;        ///< of the kubeconfig, for messages
    QString file;        ///< the kubeconfig, for messages
    QJsonObject cluster; ///< spec.cluster; empty unless the helper wants it

    /// Of the helper, for messages: the name of the program without its folder.
    [[nodiscard]] QString helper() const;
    [[nodiscard]] QByteArray key() const;
};

/// What it answered. Never printed.
struct ExecCredential
{
    QString token;
    QByteArray certificatePem;
    QByteArray keyPem;
    std::optional<EpochMs> expires; ///< nothing = good for as long as the program runs
};

/// The question for a target whose user has a helper. `caPem` is what the CA file holds: a helper
/// gets the bytes.
[[nodiscard]] ExecQuestion execQuestion(const KubeTarget &target, const QByteArray &caPem);

/// Value of KUBERNETES_EXEC_INFO. There is never a terminal.
[[nodiscard]] QByteArray execInfo(const ExecQuestion &question);

/// Standard output of the helper to credentials. What it printed is never quoted, as it may be half
/// a secret.
/// https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
[[nodiscard]] Result<ExecCredential> readExecCredential(const QByteArray &output,
                                                        const ExecQuestion &question);

/// "The login helper ... gave no credentials", with the cause.
[[nodiscard]] Error execError(const ExecQuestion &question, const QString &why,
                              const QString &advice, ErrorCode code = ErrorCode::Unauthorized);

} // namespace spillway
