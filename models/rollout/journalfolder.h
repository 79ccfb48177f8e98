// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/journal.h"

/// \file What a folder of journals has to say about one cluster. Of journals that have ended only
/// the first and the last line are read. Any thread.

namespace spillway {

/// Pushes to that cluster and namespace that somebody may go on with, the newest first: not ended,
/// carried out by nobody now, and none of the same policy was begun after them.
[[nodiscard]] std::vector<JournalEntry> interruptedPushes(const QString &folder,
                                                          const PlanTarget &target);

/// The journal of a push; empty: it is not here.
[[nodiscard]] QString journalFileOf(const QString &folder, const QString &pushId);

/// Deletes the journals of pushes of the same policy to the same place that have ended, beyond the
/// newest keptRevisions. Best effort.
void pruneJournals(const QString &folder, const PushRecord &push);

} // namespace spillway
