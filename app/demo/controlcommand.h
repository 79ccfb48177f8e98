// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringView>

#include <chrono>

namespace spillway::demo {

class DemoWorld;

/// One line of control, as typed into `spillwayctl demo`.
struct ControlCommand
{
    enum class Kind {
        Spike,
        LlmOutage,
        ToolOutage,
        RedisPressure,
        Slow,
        Prometheus,
        Calm,
        Status,
        Help,
        Quit
    };
    Kind kind = Kind::Help;
    double factor = 1;                    ///< Spike
    QString tool;                         ///< ToolOutage
    std::chrono::milliseconds duration{}; ///< Spike, outages, Slow
    bool on = false;                      ///< RedisPressure, Prometheus

    friend bool operator==(const ControlCommand &, const ControlCommand &) = default;
};

/// Grammar, one command a line; durations as in Prometheus ("10m", "1h30m", "250ms"):
///   spike FACTOR [DURATION=10m]     outage llm [DURATION=5m]     outage tool NAME [DURATION=5m]
///   redis-pressure on|off           slow DURATION|off            prometheus start|stop
///   calm     status     help     quit
[[nodiscard]] Result<ControlCommand> parseControl(QStringView line);

/// Does it (Status, Help and Quit do nothing).
Result<void> applyControl(DemoWorld &world, const ControlCommand &command);

/// The grammar for people.
[[nodiscard]] QString controlHelp();

} // namespace spillway::demo
