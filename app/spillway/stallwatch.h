// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace spillway {

/// How long this thread's window was frozen. Two sources, because each misses something: whoever
/// delivers events reports how long each one took, which is exact and wakes nobody; and a timer
/// that fires four times a second measures by how much it is late, which sees many short events in
/// a row. (The dispatcher's own signals do not help: GLib's does not tell when it wakes.)
class StallWatch : public QObject
{
    Q_OBJECT

public:
    /// Longer than this and a person notices.
    static constexpr std::chrono::milliseconds limit{50};
    static constexpr std::chrono::milliseconds beat{250};

    explicit StallWatch(QObject *parent = nullptr);

    /// One event was handled, and it took that long.
    void noteEvent(std::chrono::nanoseconds took);

    /// The longest since the start, and since it was last asked for.
    [[nodiscard]] std::chrono::nanoseconds longest() const { return m_longest; }
    [[nodiscard]] std::chrono::nanoseconds takeRecent();
    /// Of more than limit.
    [[nodiscard]] qint64 stalls() const { return m_stalls; }
    /// Sum of what the reported events took.
    [[nodiscard]] std::chrono::nanoseconds busy() const { return m_busy; }
    /// Forgets all; what went before the first window is not a stall anybody sees.
    void reset();

private:
    void tick();
    void note(std::chrono::nanoseconds stall);

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::chrono::nanoseconds m_longest{0};
    std::chrono::nanoseconds m_recent{0};
    std::chrono::nanoseconds m_busy{0};
    qint64 m_stalls = 0;
    bool m_noted = false; ///< an event since the last beat was a stall already
};

} // namespace spillway
