// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartlayout.h"
#include "charts/chartoptions.h"
#include "charts/chartseries.h"
#include "charts/labelcache.h"
#include "charts/plotmapping.h"
#include "charts/samplewalker.h"
#include "charts/tracecanvas.h"
#include "charts/tracepass.h"
#include "metrics/pixelreduce.h"

#include <QFont>
#include <QImage>

#include <optional>

class QPainter;

namespace spillway {

/// Everything a chart draws that does not move with the mouse: from series to one opaque image.
/// No widget, so that it is tested and exported without one. Draws only when something changed.
class ChartScene
{
public:
    void setSeries(ChartSeriesList series);
    void setRange(const TimeRange &range);
    void setStep(std::chrono::milliseconds step);
    void setOptions(const ChartOptions &options);
    void setPalette(const ChartPalette &palette);
    void setFont(const QFont &font);
    /// In device-independent pixels.
    void setSize(const QSize &size, qreal pixelRatio);
    void setVisible(SeriesMask visible);
    /// Words changed (another language).
    void relabel() { m_prepared = false; }

    [[nodiscard]] const ChartSeriesList &series() const { return m_series; }
    [[nodiscard]] const SeriesMask &visible() const { return m_visible; }
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] std::chrono::milliseconds step() const { return m_step; }
    [[nodiscard]] const ChartOptions &options() const { return m_options; }
    [[nodiscard]] const ChartPalette &palette() const { return m_palette; }
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] qreal pixelRatio() const { return m_pixelRatio; }

    /// Opaque, of size times pixel ratio.
    [[nodiscard]] const QImage &image();
    [[nodiscard]] const PlotMapping &mapping();
    /// The series as drawn: stacked ones hold the sum up to them.
    [[nodiscard]] const SeriesPtr &drawn(std::size_t index) const { return m_drawn[index]; }
    [[nodiscard]] int traceRenders() const { return m_traceRenders; }

    /// As vector paths, into the painter's rectangle (0, 0, size).
    void paintVector(QPainter *painter);

    /// Of the visible series the one whose line passes nearest to a point, with its nearest sample
    /// in time; none beyond maxDistance pixels.
    [[nodiscard]] std::optional<SamplePosition> hit(const QPointF &at, qreal maxDistance);

private:
    void prepare();
    /// Where the traces and the frame go, with a given left margin.
    void layOut();
    [[nodiscard]] LayoutInput measured() const;
    void reduce(int width);
    void draw();
    void drawTraces();
    [[nodiscard]] TracePass tracePass() const;

    ChartSeriesList m_series;
    SeriesMask m_visible;
    TimeRange m_range{0, 1};
    std::chrono::milliseconds m_step{0};
    ChartOptions m_options;
    ChartPalette m_palette = ChartPalette::light();
    QFont m_font;
    QSize m_size;
    qreal m_pixelRatio = 1;

    std::vector<SeriesPtr> m_drawn;
    std::vector<PixelColumns> m_columns;      ///< one a series; hidden ones are empty
    std::vector<PixelColumns> m_lowerColumns; ///< of bands
    ChartLayout m_layout;
    int m_valueMargin = 0;
    LabelCache m_labels;
    TraceCanvas m_canvas;
    QImage m_image;
    bool m_stacked = false;
    bool m_prepared = false;
    bool m_painted = false;
    int m_traceRenders = 0;
};

} // namespace spillway
