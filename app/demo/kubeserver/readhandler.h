// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"
#include "kubeserver/accept.h"
#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// get of one object, or of its status or scale.
[[nodiscard]] ApiAnswer getObject(const ServerState &state, const ApiRequest &request,
                                  const ResourceTypePtr &type, const AcceptedForm &form);
/// list, in one answer or in pages of one snapshot.
[[nodiscard]] ApiAnswer listObjects(const ServerState &state, const ApiRequest &request,
                                    const ResourceTypePtr &type, const AcceptedForm &form);
/// watch: the answer's body is made by its session.
[[nodiscard]] ApiAnswer watchObjects(const ServerState &state, const ApiRequest &request,
                                     const ResourceTypePtr &type, const AcceptedForm &form);

} // namespace spillway::demo
