// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelvalues.h"
#include "panels/timeplotbody.h"

namespace spillway {

/// Runs of one state, in one colour and, as colour is never alone, with the state's name or a
/// hatching by severity.
struct StateRun
{
    EpochMs from = 0;
    EpochMs to = 0;
    double value = 0;
};

/// Runs of equal samples: each lasts until the next sample, the last one and one before a gap for a
/// step. NaN makes a run of its own.
[[nodiscard]] std::vector<StateRun> stateRuns(const Series &series, std::chrono::milliseconds step);

/// The states of each series over time, as horizontal bands: "closed", "open", "half-open".
class StateTimelineBody : public TimePlotBody
{
    Q_OBJECT

public:
    explicit StateTimelineBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;

protected:
    [[nodiscard]] QRectF plotRect(const QSizeF &size) const override;
    void paintPlot(QPainter *painter, const PlotMapping &mapping) override;
    [[nodiscard]] QStringList tipLines(EpochMs time, qreal y) const override;
    /// A click on the name of a lane asks for what it stands for.
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Lane
    {
        QString name;
        std::vector<StateRun> runs;
    };

    [[nodiscard]] QString stateText(double value) const;
    [[nodiscard]] Tone stateTone(double value) const;
    [[nodiscard]] QRectF laneRect(const QRectF &plot, std::size_t lane) const;
    [[nodiscard]] std::size_t shownLanes(qreal height) const;
    /// Whose name is there; none if there is no name.
    [[nodiscard]] std::optional<std::size_t> nameAt(const QPointF &position) const;
    void paintRun(QPainter *painter, const QRectF &band, double value) const;

    Panel m_panel;
    std::vector<Lane> m_lanes;
};

} // namespace spillway
