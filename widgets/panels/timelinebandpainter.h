// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/timelineband.h"

#include <QHash>

class QPainter;

namespace spillway {

/// Private to this folder: draws a TimelineBand once.
class TimelineBandPainter
{
public:
    TimelineBandPainter(const TimelineBand &band, QPainter &painter);
    void paint();

private:
    /// A name in force without a break.
    struct Run
    {
        QString name;
        EpochMs from = 0;
        EpochMs to = 0;
        bool event = false;
    };

    void paintLane(std::size_t lane);
    void paintHead(const BandLane &lane, const QRectF &box);
    void paintScale(const PlotMapping &mapping, int top);
    void paintBand(const BandLane &lane, const PlotMapping &mapping);
    void paintBase(const BandLane &lane, const PlotMapping &mapping);
    void paintRuns(const BandLane &lane, const QRectF &strip, const PlotMapping &mapping);
    void paintAxis();
    void paintTicks(const QTimeZone &zone, qreal top, bool grid);
    void paintClockChanges(const QRectF &plot);
    void paintMoments();
    void paintPlace();
    void paintTip(const QStringList &lines, const QPointF &at);
    void verticalLine(EpochMs time, const QColor &color, Qt::PenStyle style, qreal bottom);
    [[nodiscard]] std::vector<Run> runsOf(const BandLane &lane) const;
    [[nodiscard]] QColor colorOf(const BandLane &lane, const QString &name) const;
    [[nodiscard]] QRectF plotBox() const;

    const TimelineBand &m_band;
    QPainter &m_painter;
    ChartPalette m_colors;
};

} // namespace spillway
