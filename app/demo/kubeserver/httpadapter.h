// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/tlslistener.h"

namespace spillway::demo {

/// A request of httplib, with the names in a verified client certificate, interpreted.
[[nodiscard]] ApiRequest apiRequestOf(const httplib::Request &request);

/// Puts an answer into the form that the client accepts.
void writeAnswer(const ApiRequest &request, const ApiAnswer &answer, httplib::Response &response);

} // namespace spillway::demo
