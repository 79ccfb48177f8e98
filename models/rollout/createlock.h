// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace spillway {

/// A resourceVersion that no object ever has: kube::withLock() to it makes an apply that only
/// creates, and is refused as Stale if the object is there (wire fact 40).
inline constexpr QLatin1String notThereVersion{"1"};

} // namespace spillway
