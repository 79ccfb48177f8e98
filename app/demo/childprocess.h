// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace spillway::demo {

/// Makes the process, once started, die with this one even if this one is killed, and keeps it out
/// of the terminal's signals. The kernel ties that to the thread that starts it, so start it from
/// the main thread. See prctl(2), PR_SET_PDEATHSIG.
void bindToParent(QProcess &process);

} // namespace spillway::demo
