// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>

namespace spillway {

/// A terminal of which we are the person: what a child asks there is read here.
class Terminal
{
public:
    Terminal()
        : m_person(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        if (grantpt(m_person) == 0 && unlockpt(m_person) == 0) {
            m_child = open(ptsname(m_person), O_RDWR | O_NOCTTY | O_CLOEXEC);
        }
    }
    ~Terminal()
    {
        close(m_child);
        close(m_person);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    [[nodiscard]] bool type(const QByteArray &text) const
    {
        return m_child >= 0 && write(m_person, text.constData(), std::size_t(text.size())) ==
                                   static_cast<ssize_t>(text.size());
    }
    /// All that is there by now: one read() may give a part of it.
    [[nodiscard]] QByteArray shown() const
    {
        QByteArray text;
        std::array<char, 4096> part{};
        for (ssize_t length = 0; (length = read(m_person, part.data(), part.size())) > 0;) {
            text.append(part.data(), length);
        }
        return text;
    }
    void give(QProcess &process) const
    {
        process.setChildProcessModifier([child = m_child] {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            dup2(child, STDIN_FILENO);
            dup2(child, STDERR_FILENO);
        });
    }

private:
    int m_person;
    int m_child = -1;
};

} // namespace spillway
