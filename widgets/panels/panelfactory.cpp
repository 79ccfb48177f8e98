// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/gaugebody.h"
#include "panels/heatmapbody.h"
#include "panels/matrixbody.h"
#include "panels/panelwidget.h"
#include "panels/statbody.h"
#include "panels/statetimelinebody.h"
#include "panels/tablebody.h"
#include "panels/textbody.h"
#include "panels/timeseriesbody.h"

namespace spillway {

namespace {

std::unique_ptr<PanelBody> makeBody(PanelKind kind)
{
    switch (kind) {
    case PanelKind::TimeSeries:
        return std::make_unique<TimeSeriesBody>();
    case PanelKind::Heatmap:
        return std::make_unique<HeatmapBody>();
    case PanelKind::Stat:
        return std::make_unique<StatBody>();
    case PanelKind::Gauge:
        return std::make_unique<GaugeBody>();
    case PanelKind::Table:
        return std::make_unique<TableBody>();
    case PanelKind::StateTimeline:
        return std::make_unique<StateTimelineBody>();
    case PanelKind::Text:
        return std::make_unique<TextBody>();
    case PanelKind::Matrix:
        return std::make_unique<MatrixBody>();
    }
    return std::make_unique<TextBody>();
}

} // namespace

PanelWidget *createPanelWidget(const Panel &panel, QWidget *parent)
{
    return new PanelWidget{panel, makeBody(panel.kind), parent};
}

} // namespace spillway
