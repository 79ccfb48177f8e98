// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/heatmapgrid.h"
#include "panels/timeplotbody.h"

namespace spillway {

/// A histogram over time: one cell a bucket and step, darker or lighter with the observations in
/// it. Classic and native histograms. Cells without observations stay empty, times without a
/// histogram too.
class HeatmapBody : public TimePlotBody
{
    Q_OBJECT

public:
    explicit HeatmapBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;
    [[nodiscard]] const HeatmapGrid &grid() const { return m_grid; }

protected:
    [[nodiscard]] QRectF plotRect(const QSizeF &size) const override;
    void paintPlot(QPainter *painter, const PlotMapping &mapping) override;
    [[nodiscard]] QStringList tipLines(EpochMs time, qreal y) const override;

private:
    void layoutRows();
    [[nodiscard]] QRectF rowRect(const QRectF &plot, std::size_t row) const;
    [[nodiscard]] QImage cells(const PlotMapping &mapping, qreal ratio) const;
    void paintLabels(QPainter *painter, const QRectF &plot) const;
    void paintScale(QPainter *painter, const QRectF &plot) const;
    [[nodiscard]] QString edgeText(std::size_t edge) const;
    [[nodiscard]] std::optional<std::size_t> columnAt(EpochMs time) const;
    [[nodiscard]] QString rowText(std::size_t row) const;

    Panel m_panel;
    HeatmapGrid m_grid;
    std::vector<double> m_place; ///< of each edge, 0 = bottom, 1 = top
};

} // namespace spillway
