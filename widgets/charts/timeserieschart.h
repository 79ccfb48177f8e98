// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartoptions.h"
#include "charts/chartscene.h"
#include "charts/chartseries.h"
#include "charts/samplewalker.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

namespace spillway {

class ChartLegend;
class ChartOverlay;
class TimeCursor;

/// Draws series over time by our own renderer (design section 3). Takes series and a time range,
/// never a client. Traces are kept in an image: moving the crosshair never draws them again.
///
/// Mouse: move = crosshair, click = pin, drag = zoom, Shift or middle drag = pan, wheel = zoom
/// about the pointer, double click = undo the zoom. Keys: Left/Right/Home/End sample, Up/Down
/// series, N/P next and previous anomaly, Return pin, + and - zoom, Backspace undo, Escape leave.
class TimeSeriesChart : public QWidget
{
    Q_OBJECT

public:
    explicit TimeSeriesChart(QWidget *parent = nullptr);
    ~TimeSeriesChart() override;

    /// Series, their time range and step in one go: one redraw. Hidden and solo series stay so by
    /// identity.
    void setData(ChartSeriesList series, const TimeRange &range, std::chrono::milliseconds step);
    void setTimeRange(const TimeRange &range);
    void setOptions(const ChartOptions &options);
    void setChartPalette(const ChartPalette &palette);
    /// Not owned; shared by the charts of a page. Without one the chart uses its own.
    void setTimeCursor(TimeCursor *cursor);
    /// What the chart shows, for assistive technology: the panel's title.
    void setTitle(const QString &title);

    [[nodiscard]] const ChartSeriesList &series() const { return m_scene->series(); }
    [[nodiscard]] const TimeRange &timeRange() const { return m_scene->range(); }
    [[nodiscard]] const ChartOptions &options() const { return m_scene->options(); }
    [[nodiscard]] TimeCursor *timeCursor() const;
    [[nodiscard]] ChartLegend *legend() const { return m_legend; }
    [[nodiscard]] const ChartOverlay *overlay() const { return m_overlay; }

    [[nodiscard]] bool isSeriesVisible(std::size_t index) const;
    void setSeriesVisible(std::size_t index, bool visible);
    /// Only this one and its comparison; again = all. A group of the legend is shown or hidden.
    void toggleSolo(std::size_t index);
    void showAllSeries();

    /// Where the plot is, time and value to pixels and back; in this widget's coordinates.
    [[nodiscard]] const PlotMapping &mapping() const;
    /// Of the walked or pointed-at sample: "rag-worker p95 2.31 s at 14:03:15 UTC"; empty if none.
    [[nodiscard]] QString valueText() const;
    /// How often traces were drawn, to prove that the crosshair does not.
    [[nodiscard]] int traceRenders() const { return m_scene->traceRenders(); }

    /// Chart and legend, without crosshair, on any painter (PNG, SVG, PDF, print): traces are
    /// vector paths unless the painter is a raster one.
    void renderTo(QPainter *painter, const QSize &size) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 80}; }

Q_SIGNALS:
    /// Another sample is being walked (keyboard) or was clicked.
    void sampleActivated(std::size_t series, spillway::EpochMs time);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Zoom, Pan };

    void connectLegend();
    void connectCursor();
    void sceneChanged();
    void layoutChildren();
    void showOverlay();
    void showSeriesMenu(const QPoint &globalPosition);
    void setMask(SeriesMask visible);
    void pointAt(const QPointF &position);
    void finishDrag(const QPointF &position);
    void zoomAbout(EpochMs centre, double factor);
    bool walk(int key);
    bool command(int key);
    [[nodiscard]] SampleWalker::Context walkContext() const;
    void announce();

    std::unique_ptr<ChartScene> m_scene;
    SampleWalker m_walker;
    TimeCursor *m_ownCursor = nullptr;
    QPointer<TimeCursor> m_cursor;
    ChartOverlay *m_overlay = nullptr;
    ChartLegend *m_legend = nullptr;
    QStringList m_hidden; ///< identities, so that a refresh keeps what the user hid
    std::optional<QPointF> m_pointer;
    std::optional<SamplePosition> m_pointed;
    Drag m_drag = Drag::None;
    QPointF m_dragStart;
    QPointF m_dragEnd;
    TimeRange m_dragRange;
    bool m_dragMoved = false;
    bool m_panning = false;
    bool m_wheeling = false;
    bool m_showsFocus = false; ///< reached by keyboard: draw the focus frame
};

} // namespace spillway
