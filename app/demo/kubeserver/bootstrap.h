// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spillway::demo {

class ObjectStore;

/// What a cluster has before anybody has done anything: the namespaces, the roles of discovery and
/// of ordinary users, and their bindings, as far as RBAC here and kubectl ask for them.
void storeBootstrapObjects(ObjectStore &store);

} // namespace spillway::demo
