// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/utctext.h"

#include <QString>
#include <QStringView>

namespace spillway {

/// A time as typed: RFC 3339 ("2026-11-23T14:00:00Z", "+08:00"), unix seconds with decimals, or
/// relative to now ("now", "now-1h", "now+5m"). Without a zone it is UTC.
[[nodiscard]] Result<EpochMs> parseTimeArgument(QStringView text, EpochMs now);

/// A span as typed: "30s", "1h30m", or seconds ("15", "0.5").
[[nodiscard]] Result<std::chrono::milliseconds> parseSpanArgument(QStringView text);

} // namespace spillway
