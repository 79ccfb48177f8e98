// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeconfig.h"
#include "net/httpsettings.h"

namespace spillway {

/// The headers that ask the server to act as somebody else; none if the user does not want that.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
[[nodiscard]] HttpHeaders impersonationHeaders(const KubeUser &user);

} // namespace spillway
