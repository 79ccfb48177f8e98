// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timerange.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// A moment worth seeing on every time axis: a push.
struct TimeMark
{
    EpochMs time = 0;
    QString text; ///< one line, plain
    friend bool operator==(const TimeMark &, const TimeMark &) = default;
};

/// Links the charts of a page (or of several windows): one crosshair, one zoom with one undo.
/// Charts call it on user input and follow its signals; whoever owns the time range of the page
/// listens to rangeRequested(). GUI thread only.
class TimeCursor : public QObject
{
    Q_OBJECT

public:
    /// A gesture that goes on (wheel, pan) is one entry of the undo stack.
    enum class Gesture { New, Continued };

    explicit TimeCursor(QObject *parent = nullptr);

    /// Where the crosshair stands; none = no crosshair.
    [[nodiscard]] std::optional<EpochMs> time() const { return m_time; }
    /// Ignored while pinned.
    void setTime(std::optional<EpochMs> time);

    /// A pinned crosshair stays when the mouse moves on.
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    void setPinned(bool pinned);
    /// Moves a crosshair, pinned or not (keyboard).
    void moveTo(EpochMs time);

    /// Moments that all charts mark; in no order.
    [[nodiscard]] const std::vector<TimeMark> &marks() const { return m_marks; }
    void setMarks(std::vector<TimeMark> marks);
    /// Texts of the marks within `reach` of a time, joined; empty if there are none.
    [[nodiscard]] QString marksAt(EpochMs time, EpochMs reach) const;

    /// current is the range before the zoom; undoZoom() comes back to it. Ranges shorter than one
    /// second are widened to it.
    void zoomTo(const TimeRange &range, const TimeRange &current, Gesture gesture = Gesture::New);
    [[nodiscard]] bool canUndoZoom() const { return !m_zooms.empty(); }
    /// How many zooms undoZoom() can undo; while a gesture goes on it stays.
    [[nodiscard]] std::size_t zoomDepth() const { return m_zooms.size(); }
    void undoZoom();
    /// All the way back at once.
    /// Forgets the stack, without a signal of a range: the user picked another range elsewhere.
    void clearZooms();

Q_SIGNALS:
    void timeChanged();
    void pinnedChanged(bool pinned);
    void marksChanged();
    /// Show this range now, with the data there is, and fetch it.
    void rangeRequested(const spillway::TimeRange &range);
    /// The last zoom was undone: back to the page's own range, which may be a relative one.
    /// Emitted after rangeRequested() with the range the first zoom started from.

private:
    std::optional<EpochMs> m_time;
    bool m_pinned = false;
    std::vector<TimeMark> m_marks;
    std::vector<TimeRange> m_zooms;
};

} // namespace spillway
