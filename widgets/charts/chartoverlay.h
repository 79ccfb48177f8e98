// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/charttooltip.h"
#include "charts/samplewalker.h"
#include "charts/timecursor.h"

#include <QWidget>

#include <optional>

namespace spillway {

class ChartScene;

/// Everything that moves with the mouse, painted over the chart: crosshair, points on the lines,
/// tooltip, selection. It never makes the scene draw again.
class ChartOverlay : public QWidget
{
    Q_OBJECT

public:
    /// scene is the parent's and outlives the overlay.
    ChartOverlay(ChartScene *scene, QWidget *parent);

    struct State
    {
        std::optional<EpochMs> time{};           ///< of the crosshair
        std::optional<QPointF> pointer{};        ///< the mouse, if it is over this chart
        std::optional<SamplePosition> nearest{}; ///< line under the pointer, or the walked sample
        std::optional<QRectF> selection{};       ///< being dragged
        bool pinned = false;
        bool walked = false; ///< nearest was reached by keyboard: mark it strongly
    };
    void setState(const State &state);
    [[nodiscard]] const State &state() const { return m_state; }
    void setMarks(std::vector<TimeMark> marks);
    /// What the tooltip says now; empty heading if there is none.
    [[nodiscard]] TooltipContent tooltip() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCrosshair(QPainter *painter) const;
    void paintPoints(QPainter *painter) const;
    void paintTip(QPainter *painter) const;
    [[nodiscard]] QFont tipFont() const;

    ChartScene *m_scene;
    State m_state;
    std::vector<TimeMark> m_marks;
};

} // namespace spillway
