// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"

#include <QByteArray>

namespace spillway {

/// The policy as a file in canonical form: fields in the order of docs/policy.md, defaults left
/// out. Reads back as an equal policy. For new files and comparisons; a user's file is changed with
/// policytext.h, which keeps comments and layout.
[[nodiscard]] QByteArray writePolicy(const Policy &policy);

} // namespace spillway
