// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/stallwatch.h"

#include <algorithm>
#include <utility>

namespace spillway {

using namespace std::chrono_literals;

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
{
    // A coarse timer may be late by design.
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(beat);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::tick);
    m_sinceTick.start();
    m_timer.start();
}

std::chrono::nanoseconds StallWatch::takeRecent()
{
    return std::exchange(m_recent, 0ns);
}

void StallWatch::reset()
{
    m_longest = 0ns;
    m_recent = 0ns;
    m_busy = 0ns;
    m_stalls = 0;
    m_noted = false;
    m_timer.start();
    m_sinceTick.restart();
}

void StallWatch::noteEvent(std::chrono::nanoseconds took)
{
    m_busy += took;
    if (took > limit) {
        m_noted = true;
        note(took);
    }
}

void StallWatch::tick()
{
    const std::chrono::nanoseconds late =
        std::chrono::nanoseconds{m_sinceTick.nsecsElapsed()} - beat;
    m_sinceTick.restart();
    // The lateness that a reported event caused is not another stall.
    if (!std::exchange(m_noted, false) && late > limit) {
        note(late);
    }
}

void StallWatch::note(std::chrono::nanoseconds stall)
{
    m_longest = std::max(m_longest, stall);
    m_recent = std::max(m_recent, stall);
    ++m_stalls;
}

} // namespace spillway
