// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeconfig.h"

namespace spillway {

/// What reading one file gave. Text of the file is quoted only where it cannot be a secret.
struct KubeconfigReading
{
    Kubeconfig config;
    std::vector<Error> errors;   ///< with position; not empty = the file is of no use
    std::vector<Error> warnings; ///< with position
};

/// Bytes of a kubeconfig file (YAML or JSON) to values. `file` is its absolute path: named in
/// errors, and relative paths inside count from its folder. Unknown fields are ignored, as kubectl
/// does. Reads no other file.
[[nodiscard]] KubeconfigReading readKubeconfig(const QByteArray &bytes, const QString &file);

} // namespace spillway
