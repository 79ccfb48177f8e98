// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/kubeconfig.h"

#include <QUrl>

namespace spillway {

/// Collects what is wrong with one context, each time with the place in the file.
class KubeProblems
{
public:
    KubeProblems(QString context, std::vector<Error> &into)
        : m_context(std::move(context))
        , m_into(into)
    {}
    void add(ErrorCode code, const DocumentPosition &where, const QString &why,
             const QString &advice = {});
    /// What the reader noted inside an entry.
    void add(const KubeStanza &stanza);

private:
    QString m_context;
    std::vector<Error> &m_into;
};

/// A server as it is written in a kubeconfig: without a scheme it is http, as for kubectl. Not
/// valid if it is no address; query and slashes at the end are dropped.
[[nodiscard]] QUrl kubeServerUrl(const QString &server);

/// Reads the files it names.
void checkCluster(const KubeCluster &cluster, KubeProblems &problems);
void checkUser(const KubeUser &user, KubeProblems &problems);

/// The bytes of a certificate, key or token file.
[[nodiscard]] Result<QByteArray> readKubeFile(const QString &path);

} // namespace spillway
