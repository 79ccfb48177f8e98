// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"
#include "kubeserver/accept.h"
#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// create, update and patch of one object or its status or scale. Writers do not wait for each
/// other: a write that another one overtook is made anew on the newer object, as the real server
/// does.
[[nodiscard]] ApiAnswer writeOne(ServerState &state, const ApiRequest &request,
                                 const ResourceTypePtr &type, const AcceptedForm &form);
[[nodiscard]] ApiAnswer deleteOne(ServerState &state, const ApiRequest &request,
                                  const ResourceTypePtr &type, const AcceptedForm &form);
/// deletecollection: answers the list of what it deleted.
[[nodiscard]] ApiAnswer deleteMany(ServerState &state, const ApiRequest &request,
                                   const ResourceTypePtr &type, const AcceptedForm &form);

} // namespace spillway::demo
