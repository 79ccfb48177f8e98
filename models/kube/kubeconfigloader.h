// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeconfig.h"

#include <QProcessEnvironment>

namespace spillway {

/// Where kubeconfig files are looked for. A value, so that tests can say.
struct KubeconfigSources
{
    QString explicitFile; ///< if given, this one and no other
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); ///< KUBECONFIG
    QString home;                                                               ///< empty = HOME
};

struct KubeconfigLoading
{
    Kubeconfig config;
    QStringList files;           ///< looked for, in order
    std::vector<Error> errors;   ///< not empty = nothing of it may be used
    std::vector<Error> warnings; ///< that no file is there, or an entry of no use
};

/// The files in the order in which they count, as kubectl has them: the explicit one alone, else
/// those of KUBECONFIG without doubles and empty entries, else ~/.kube/config.
[[nodiscard]] QStringList kubeconfigFiles(const KubeconfigSources &sources);

/// Reads and merges them. A missing file is skipped, unless it was named explicitly; one that
/// cannot be read or understood is an error. Files are only ever read, never written: other tools
/// own them. https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
[[nodiscard]] KubeconfigLoading loadKubeconfig(const KubeconfigSources &sources);

} // namespace spillway
