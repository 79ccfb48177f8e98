// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelbody.h"
#include "panels/panelvalues.h"

namespace spillway {

/// One big value a series: tone shape, value, change against the comparison
/// query, spark line. Several series share the space as tiles.
class StatBody : public PanelBody
{
    Q_OBJECT

public:
    explicit StatBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;
    void renderTo(QPainter *painter, const QSize &size) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void rebuild();
    void paintTiles(QPainter *painter, const QSize &size) const;
    void paintTile(QPainter *painter, const QRectF &tile, const PanelValue &value) const;
    qreal paintWords(QPainter *painter, const QRectF &tile, const PanelValue &value) const;
    void paintChange(QPainter *painter, const QPointF &baseLine, qreal width,
                     const PanelValue &value) const;

    Panel m_panel;
    PanelSnapshot m_snapshot;
    std::vector<PanelValue> m_values;
};

} // namespace spillway
