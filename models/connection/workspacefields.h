// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"

#include <array>
#include <utility>

namespace spillway {

/// What the reader and the writer of workspace files have to agree on.
inline constexpr const char *workspaceApiVersion = "spillway.dev/v1";
inline constexpr const char *workspaceKind = "Workspace";

inline constexpr std::array<std::pair<AuthKind, const char *>, 5> authKindNames{{
    {AuthKind::None, "none"},
    {AuthKind::Basic, "basic"},
    {AuthKind::Bearer, "bearer"},
    {AuthKind::TokenFile, "token-file"},
    {AuthKind::ClientCertificate, "client-certificate"},
}};

/// Keys of the root in the order in which they are written.
inline constexpr std::array workspaceKeys{"apiVersion", "kind",       "name",   "protected",
                                          "timezone",   "prometheus", "kube",   "namespaces",
                                          "components", "metrics",    "prices", "budget"};

} // namespace spillway
