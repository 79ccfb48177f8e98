// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QPointF>
#include <QWidget>

#include <optional>

namespace spillway {

class TimePlotBody;

/// Crosshair, drag rectangle and tool tip over a TimePlotBody, so that moving the mouse never draws
/// the plot again. Lets the mouse through.
class TimePlotOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit TimePlotOverlay(TimePlotBody *body);

    void setTime(std::optional<EpochMs> time);
    /// Where the mouse is; a tool tip is drawn only here, not on the other panels.
    void setPointer(std::optional<QPointF> pointer);
    void setDrag(std::optional<qreal> from, qreal to);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTip(QPainter *painter) const;

    TimePlotBody *m_body;
    std::optional<EpochMs> m_time;
    std::optional<QPointF> m_pointer;
    std::optional<qreal> m_dragFrom;
    qreal m_dragTo = 0;
};

} // namespace spillway
