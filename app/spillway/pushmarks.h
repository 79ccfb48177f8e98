// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timecursor.h"

#include <QString>

#include <vector>

namespace spillway {

struct Workspace;

/// What this machine pushed to the cluster of a workspace, as its journals tell, to be marked on
/// time axes before anybody has asked the cluster. Reads files; any thread.
[[nodiscard]] std::vector<TimeMark> pushMarks(const QString &journalFolder,
                                              const Workspace &workspace);

} // namespace spillway
