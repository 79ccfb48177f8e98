// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/childprocess.h"

#include <QProcess>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace spillway::demo {

void bindToParent(QProcess &process)
{
    const pid_t parent = getpid();
    process.setChildProcessModifier([parent] {
        // Between fork and exec: only what is async-signal-safe.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) {
            _exit(1); // the parent died before the request was made
        }
        setpgid(0, 0);
    });
}

} // namespace spillway::demo
