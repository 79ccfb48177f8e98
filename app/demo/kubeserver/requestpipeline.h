// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// The way of one request through the server, in the order of the real one: who is it
/// (authentication, impersonation), may he (authorization), what is it (routing), and the handler.
/// The request must be interpreted; its user is set here.
[[nodiscard]] ApiAnswer answerRequest(ServerState &state, ApiRequest &request);

/// The same for callers within the process: request.user is believed.
[[nodiscard]] ApiAnswer answerTrusted(ServerState &state, const ApiRequest &request);

} // namespace spillway::demo
