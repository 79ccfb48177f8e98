// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/stallwatch.h"

#include <algorithm>
#include <utility>

namespace spillway {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds beat = 10ms;
}

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
{
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
    m_sinceTick.restart();
}

void StallWatch::tick()
{
    const std::chrono::nanoseconds took =
        std::chrono::nanoseconds{m_sinceTick.nsecsElapsed()} - beat;
    m_sinceTick.restart();
    if (took <= 0ns) {
        return;
    }
    m_longest = std::max(m_longest, took);
    m_recent = std::max(m_recent, took);
    m_busy += took;
    m_stalls += took > 50ms ? 1 : 0;
}

} // namespace spillway
