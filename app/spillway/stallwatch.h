// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace spillway {

/// Measures by how much a timer of this thread's event loop is late: so long the window was frozen.
/// (The dispatcher's own signals would cost no wake-ups, but GLib's does not tell when it wakes.)
class StallWatch : public QObject
{
    Q_OBJECT

public:
    explicit StallWatch(QObject *parent = nullptr);

    /// The longest since the start, and since it was last asked for.
    [[nodiscard]] std::chrono::nanoseconds longest() const { return m_longest; }
    [[nodiscard]] std::chrono::nanoseconds takeRecent();
    /// Of more than 50 ms.
    [[nodiscard]] qint64 stalls() const { return m_stalls; }
    /// Sum of all delays.
    [[nodiscard]] std::chrono::nanoseconds busy() const { return m_busy; }
    /// Forgets all; what went before the first window is not a stall anybody sees.
    void reset();

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::chrono::nanoseconds m_longest{0};
    std::chrono::nanoseconds m_recent{0};
    std::chrono::nanoseconds m_busy{0};
    qint64 m_stalls = 0;
};

} // namespace spillway
