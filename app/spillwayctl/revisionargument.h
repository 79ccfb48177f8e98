// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/journal.h"
#include "rollout/revisions.h"
#include "spillwayctl/kubesession.h"

namespace spillway {

/// The revisions of one policy, the newest first. `policy` empty: of the only one of the namespace.
/// Errors: those of the cluster; NotFound without any; InvalidInput if there are several policies.
[[nodiscard]] Result<std::vector<Revision>> readHistory(KubeSession &session,
                                                        const QString &policy);
/// The same of all policies; none is no error.
[[nodiscard]] Result<std::vector<Revision>> readAllHistory(KubeSession &session);

/// NotFound if it is not kept.
[[nodiscard]] Result<Revision> findRevision(const std::vector<Revision> &revisions, int number);
/// "12"; InvalidInput for anything else.
[[nodiscard]] Result<int> revisionNumber(const std::string &text);

/// A journal of this machine by its file. Empty text: the only unfinished push to this context and
/// namespace. InvalidInput if there are several, naming them; NotFound if there is none.
[[nodiscard]] Result<JournalEntry> findJournal(const std::string &file, const QString &folder,
                                               const KubeSession &session);

} // namespace spillway
