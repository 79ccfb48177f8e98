// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/execcredential.h"

#include <QStringList>

namespace spillway {

/// Which login helpers may run. A kubeconfig from elsewhere can name any program, so it is treated
/// as code: what is not allowed is never started.
struct ExecPolicy
{
    enum class Kind { Allowlist, AllowAll, DenyAll };
    Kind kind = Kind::Allowlist;
    /// Names, looked up in PATH, or absolute paths; the program that would run must be one of them.
    QStringList allowed;

    /// From the words of a workspace: {} = the well-known helpers, {all}, {none}, or names and
    /// paths.
    [[nodiscard]] static ExecPolicy fromWords(const QStringList &words);
    friend bool operator==(const ExecPolicy &, const ExecPolicy &) = default;
};

/// Login helpers of the large clouds and of OpenID Connect.
[[nodiscard]] QStringList knownLoginHelpers();

/// Absolute path of the program that a command means: the command itself if it has a folder, else
/// the first in the folders of PATH that may be run. Empty if there is none. Relative folders of
/// PATH do not count.
[[nodiscard]] QString findProgram(const QString &command, const QString &path);

/// The program to run, or why it must not or cannot.
[[nodiscard]] Result<QString> permittedProgram(const ExecQuestion &question,
                                               const ExecPolicy &policy, const QString &path);

} // namespace spillway
