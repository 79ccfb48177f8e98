// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plotmapping.h"
#include "panels/panelbody.h"
#include "style/chartpalette.h"

#include <QPixmap>
#include <QPointer>

namespace spillway {

class TimeCursor;
class TimePlotOverlay;

/// Base of the bodies that draw something else than traces over time: keeps a picture of the plot,
/// draws time axis and the shared crosshair, turns the mouse into time, drags into zooms.
/// Left/Right move the crosshair by a step, Home and End to the ends of the range.
class TimePlotBody : public PanelBody
{
    Q_OBJECT

public:
    explicit TimePlotBody(QWidget *parent = nullptr);
    ~TimePlotBody() override;

    void setTimeCursor(TimeCursor *cursor) override;
    void setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second) override;
    void renderTo(QPainter *painter, const QSize &size) override;
    [[nodiscard]] TimeCursor *timeCursor() const;

protected:
    /// The plot inside an area of this size, room for labels and axis left out.
    [[nodiscard]] virtual QRectF plotRect(const QSizeF &size) const = 0;
    virtual void paintPlot(QPainter *painter, const PlotMapping &mapping) = 0;
    /// Lines of the tool tip at a time and a height (in pixels); empty = none.
    [[nodiscard]] virtual QStringList tipLines(EpochMs time, qreal y) const = 0;

    void setRange(const TimeRange &range, std::chrono::milliseconds step);
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] std::chrono::milliseconds step() const { return m_step; }
    [[nodiscard]] const PlotMapping &mapping() const { return m_mapping; }
    [[nodiscard]] ChartPalette chartPalette() const;
    /// Of labels: that of the charts beside it.
    [[nodiscard]] QFont axisFont() const;
    [[nodiscard]] QString timeLabel(EpochMs time) const;
    /// The data or options changed: draw anew.
    void invalidate();

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    static constexpr int axisHeight = 20;

private:
    friend class TimePlotOverlay;
    void paintTimeAxis(QPainter *painter, const PlotMapping &mapping) const;
    void paintAll(QPainter *painter, const QSizeF &size);

    QPointer<TimeCursor> m_cursor;
    TimePlotOverlay *m_overlay = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
    TimeRange m_range{0, 1};
    std::chrono::milliseconds m_step{0};
    PlotMapping m_mapping;
    QPixmap m_picture;
    std::optional<qreal> m_dragFrom;
};

} // namespace spillway
