// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartseries.h"

#include <QWidget>

#include <optional>

namespace spillway {

/// Where the entries of a legend go. Rows fill from the left; what does not fit is counted.
struct LegendLayout
{
    struct Item
    {
        QRect box;
        std::size_t series = 0;
    };
    std::vector<Item> items;
    QRect more;        ///< "+N more"; empty if all fit
    int moreCount = 0; ///< N
    int height = 0;
};

/// The series that have an entry, in order; of a group its first one. Groups come last.
[[nodiscard]] std::vector<std::size_t> legendEntries(const ChartSeriesList &series);
[[nodiscard]] LegendLayout layoutLegend(const ChartSeriesList &series, int width, int maxRows,
                                        const QFont &font);
void paintLegend(QPainter *painter, const LegendLayout &layout, const ChartSeriesList &series,
                 const std::vector<bool> &visible, const ChartPalette &palette, const QFont &font);

/// The legend under a chart. Click or Return = only this series, Ctrl+click or Space = show or hide
/// it; Left and Right walk; "+N more" opens a menu of all series.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setContent(const ChartSeriesList &series, const std::vector<bool> &visible);
    void setChartPalette(const ChartPalette &palette);
    /// At most this many rows, then "+N more".
    void setMaxRows(int rows);
    [[nodiscard]] int maxRows() const { return m_maxRows; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {200, heightForWidth(200)}; }
    /// For tests and for the accessible text: the entries as placed now.
    [[nodiscard]] LegendLayout currentLayout() const;
    [[nodiscard]] std::optional<std::size_t> currentSeries() const;

Q_SIGNALS:
    void soloRequested(std::size_t series);
    void toggleRequested(std::size_t series);
    void showAllRequested();
    void moreRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void describe();
    void moveCurrent(int by);

    ChartSeriesList m_series;
    std::vector<bool> m_visible;
    ChartPalette m_palette = ChartPalette::light();
    int m_maxRows = 2;
    int m_current = 0; ///< index into the placed items; one past the last = "+N more"
};

} // namespace spillway
