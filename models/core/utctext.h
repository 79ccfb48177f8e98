// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

namespace spillway {

/// A time as it is written for people and programs: RFC 3339, UTC, whole seconds.
[[nodiscard]] QString utcText(EpochMs time);

} // namespace spillway
