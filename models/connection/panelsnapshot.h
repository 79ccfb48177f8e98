// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "metrics/queryresult.h"
#include "metrics/timerange.h"

#include <QLatin1String>

#include <memory>
#include <optional>
#include <vector>

namespace spillway {

/// The one state a panel is in; drawn the same way by every kind of panel.
enum class PanelState {
    Live,       ///< complete and as fresh as the refresh interval promises
    Refreshing, ///< the first data, or a changed query, is on its way; what is shown (if anything)
                ///< is old
    Kept,       ///< the last refresh failed or is late: old data, dimmed, with its age
    Partial,    ///< the server says that parts are missing
    Truncated,  ///< a limit cut the answer
    Empty,      ///< the query worked and has no series; reason says why
    Failed,     ///< nothing to show; error says why
};

/// Stable name for JSON: "live", "refreshing", "kept", "partial", "truncated", "empty", "failed".
[[nodiscard]] QLatin1String panelStateName(PanelState state);
/// For people, translated.
[[nodiscard]] QString panelStateTitle(PanelState state);

/// The answer to one query of a panel.
struct QueryAnswer
{
    QString queryId;
    QString expr;                        ///< as sent
    QString legend;                      ///< template
    bool counter = false;                ///< the values only grow: where they fall, it restarted
    std::chrono::milliseconds offset{0}; ///< samples are already shifted to the panel's range by it
    std::shared_ptr<const QueryResult> result; ///< null if this query has never succeeded
    std::optional<Error> error;                ///< of the last attempt
};

/// Everything a panel needs to draw itself. A value; immutable once emitted.
struct PanelSnapshot
{
    PanelState state = PanelState::Refreshing;
    QString reason; ///< why empty, partial or truncated; a translated sentence, plain text
    std::optional<Error> error;        ///< of the last attempt, for Kept and Failed
    std::vector<QueryAnswer> answers;  ///< in the order of the panel's queries
    TimeRange range;                   ///< asked for, server clock
    std::chrono::milliseconds step{0}; ///< of the samples shown; of kept ones not that of the range
    EpochMs dataTime = 0;    ///< server time at which the data shown was current; 0 = no data
    bool refreshing = false; ///< a request is in flight (Live data may be refreshing too)

    [[nodiscard]] bool hasData() const;
    [[nodiscard]] DataNotes notes() const; ///< of all answers together, without repeats
};

} // namespace spillway
