// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// services/proxy: passes a request on to the loopback port that a Service stands for (an Endpoints
/// object with a 127.x address, or ServicePorts), without the credentials of the client. Blocks the
/// thread of the connection.
[[nodiscard]] ApiAnswer answerServiceProxy(const ServerState &state, const ApiRequest &request);

} // namespace spillway::demo
