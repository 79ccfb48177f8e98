// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

#include <optional>

namespace spillway::demo {

/// Impersonate-User, -Group, -Uid and -Extra-*: makes the request that of somebody else, if its
/// user may. An answer only if not.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
[[nodiscard]] std::optional<ApiAnswer> impersonate(const ServerState &state, ApiRequest &request);

} // namespace spillway::demo
