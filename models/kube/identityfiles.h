// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "kube/kubetarget.h"
#include "net/httpsettings.h"

#include <optional>

namespace spillway {

/// CA and client certificate of a target as bytes, whether they are given as data or in files. The
/// bytes and not the paths are what goes to libcurl, which tells connections apart by them.
class IdentityFiles
{
public:
    explicit IdentityFiles(const KubeTarget &target);

    /// Reads the files again; true if something has changed. An error, and no change, if they
    /// cannot be used as they are: maybe only one of two has been replaced yet.
    [[nodiscard]] Result<bool> refresh();

    [[nodiscard]] const HttpTls &tls() const { return m_tls; }
    /// Of the client certificate.
    [[nodiscard]] std::optional<EpochMs> expires() const { return m_expires; }

private:
    [[nodiscard]] Result<HttpTls> read() const;

    KubeTarget m_target;
    HttpTls m_tls;
    std::optional<EpochMs> m_expires;
};

} // namespace spillway
