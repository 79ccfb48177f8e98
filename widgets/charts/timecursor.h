// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timerange.h"

#include <QObject>

#include <optional>
#include <vector>

namespace spillway {

/// Links the charts of a page (or of several windows): one crosshair, one zoom with one undo.
/// Charts call it on user input and follow its signals; whoever owns the time range of the page
/// listens to rangeRequested() and zoomReset(). GUI thread only.
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

    /// current is the range before the zoom; undoZoom() comes back to it. Ranges shorter than one
    /// second are widened to it.
    void zoomTo(const TimeRange &range, const TimeRange &current, Gesture gesture = Gesture::New);
    [[nodiscard]] bool canUndoZoom() const { return !m_zooms.empty(); }
    /// How many zooms undoZoom() can undo; while a gesture goes on it stays.
    [[nodiscard]] std::size_t zoomDepth() const { return m_zooms.size(); }
    void undoZoom();
    /// All the way back at once.
    void resetZoom();
    /// Forgets the stack, without a signal of a range: the user picked another range elsewhere.
    void clearZooms();

Q_SIGNALS:
    void timeChanged();
    void pinnedChanged(bool pinned);
    /// Show this range now, with the data there is, and fetch it.
    void rangeRequested(const spillway::TimeRange &range);
    /// The last zoom was undone: back to the page's own range, which may be a relative one.
    /// Emitted after rangeRequested() with the range the first zoom started from.
    void zoomReset();
    void canUndoZoomChanged(bool can);

private:
    std::optional<EpochMs> m_time;
    bool m_pinned = false;
    std::vector<TimeRange> m_zooms;
};

} // namespace spillway
