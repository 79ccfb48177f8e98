// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/objectengine.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// What stands between a write and the store in this server: the namespace has to exist and live,
/// nobody grants more than he holds, quotas, webhooks that cannot be reached, injected refusals.
/// The context refers to state, request and type, which must live longer.
[[nodiscard]] WriteContext makeWriteContext(ServerState &state, const ApiRequest &request,
                                            const ResourceType &type);

} // namespace spillway::demo
