// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QStringList>

#include <optional>

namespace spillway {

/// How fresh a reflected picture is.
struct ReflectorState
{
    enum class Phase {
        Paused,  ///< nobody looks: nothing is asked
        Listing, ///< the first picture, or a new one, is being fetched
        Live,    ///< every change arrives
        Waiting, ///< after a failure, until the next attempt
        Doubted, ///< the watch before this one fell silent: not believed before it tells something
    };
    Phase phase = Phase::Paused;
    bool hasPicture = false;
    /// When the picture was last known to be true; absent before the first one.
    std::optional<EpochMs> trueAt;
    std::optional<Error> error; ///< of the last attempt, while Waiting, Listing again or Doubted
    QString neededRole;         ///< of that error: YAML of a role that would allow it; mostly empty
    int failures = 0;           ///< in a row
    QStringList warnings;       ///< of the server about these reads, each once

    friend bool operator==(const ReflectorState &, const ReflectorState &) = default;
};

} // namespace spillway
