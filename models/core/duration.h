// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringView>

#include <chrono>

namespace spillway {

/// Parses Prometheus' duration notation: "5m", "1h30m", "90s", "250ms", "2w", "0". Units in
/// descending order, each at most once: y w d h m s ms.
/// https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
[[nodiscard]] Result<std::chrono::milliseconds> parseDuration(QStringView text);

/// The shortest text that parses to the same duration, e.g. "1h30m".
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);

/// An age or span for people, one or two parts, translated: "47 s", "3 min", "2 h 5 min", "4 d".
[[nodiscard]] QString humanDuration(std::chrono::milliseconds duration);

} // namespace spillway
