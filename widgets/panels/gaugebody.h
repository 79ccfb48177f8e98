// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelbody.h"
#include "panels/panelvalues.h"

namespace spillway {

/// Where a value lies between two ends: an arc for one series with room for it, else a bar each.
/// Thresholds are bands along the scale, the value's tone is a shape beside it. NaN leaves the
/// scale empty; beyond an end the scale is full and says so with an arrow.
class GaugeBody : public PanelBody
{
    Q_OBJECT

public:
    explicit GaugeBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;
    void renderTo(QPainter *painter, const QSize &size) override;

    /// The ends of the scale: of the panel, else 0 and what the unit, thresholds and data suggest.
    [[nodiscard]] double minimum() const { return m_minimum; }
    [[nodiscard]] double maximum() const { return m_maximum; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void paintAll(QPainter *painter, const QSize &size) const;
    void paintArc(QPainter *painter, const QRectF &area, const PanelValue &value) const;
    void paintBar(QPainter *painter, const QRectF &area, const PanelValue &value) const;
    /// 0..1, NaN for NaN.
    [[nodiscard]] double part(double value) const;
    [[nodiscard]] QColor fillColor(const PanelValue &value) const;
    [[nodiscard]] QString shownText(const PanelValue &value) const;

    Panel m_panel;
    PanelSnapshot m_snapshot;
    std::vector<PanelValue> m_values;
    double m_minimum = 0;
    double m_maximum = 1;
};

} // namespace spillway
