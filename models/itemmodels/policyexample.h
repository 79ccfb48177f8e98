// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

namespace spillway {

/// The shipped example as it would be written for a workspace: its namespace and time zone, and a
/// sale two weeks from now. Empty arguments: those of the demo.
[[nodiscard]] QByteArray policyExample(const QString &nameSpace, const QString &timezone,
                                       EpochMs now);

} // namespace spillway
