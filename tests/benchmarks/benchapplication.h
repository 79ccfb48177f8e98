// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spillway/shellapplication.h"

#include <QEvent>
#include <QThread>

#include <chrono>
#include <ctime>
#include <functional>
#include <utility>

namespace spillway {

/// The console's application, which measures the processor time of each event that is not part of
/// another. On a machine that others use too it says more than the time on the clock.
class BenchApplication final : public ShellApplication
{
public:
    using ShellApplication::ShellApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Waiting has an event loop of its own, in main() and not in an event.
        if (QThread::currentThread() != thread() || std::exchange(m_inside, true)) {
            return ShellApplication::notify(receiver, event);
        }
        const bool frame = event->type() == QEvent::UpdateRequest;
        const std::chrono::nanoseconds start = processorTime();
        const bool handled = ShellApplication::notify(receiver, event);
        m_longest = std::max(m_longest, processorTime() - start);
        m_inside = false;
        if (frame && m_afterFrame) {
            m_afterFrame();
        }
        return handled;
    }
    [[nodiscard]] std::chrono::nanoseconds takeLongest()
    {
        return std::exchange(m_longest, std::chrono::nanoseconds{0});
    }
    /// Called when a window has been painted.
    void setAfterFrame(std::function<void()> call) { m_afterFrame = std::move(call); }

private:
    [[nodiscard]] static std::chrono::nanoseconds processorTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    }

    std::function<void()> m_afterFrame;
    std::chrono::nanoseconds m_longest{0};
    bool m_inside = false;
};

} // namespace spillway
