// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartoptions.h"
#include "charts/chartseries.h"
#include "panels/panelbody.h"

namespace spillway {

class TimeSeriesChart;

/// Series over time: the panel's options and answers handed to the chart; the N largest plus a
/// "rest", comparisons as an overlay underneath.
class TimeSeriesBody : public PanelBody
{
    Q_OBJECT

public:
    explicit TimeSeriesBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    void setTimeCursor(TimeCursor *cursor) override;
    void setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second) override;
    [[nodiscard]] QString valueText() const override;
    void renderTo(QPainter *painter, const QSize &size) override;

    [[nodiscard]] TimeSeriesChart *chart() const { return m_chart; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateOptions();
    [[nodiscard]] ChartSeriesList chartSeries() const;
    void addAnswer(const QueryAnswer &answer, ChartSeriesList *list) const;
    void addBands(ChartSeriesList *list) const;

    Panel m_panel;
    PanelSnapshot m_snapshot;
    ChartOptions m_options;
    TimeSeriesChart *m_chart;
};

} // namespace spillway
