// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/matrixrows.h"
#include "panels/panelbody.h"

namespace spillway {

/// Components by signals, for the question "where is the bottleneck?": a headline that names the
/// worst cell and what helps there, then a row a component with value, change and spark line of
/// each signal. What is over a threshold is tinted and has a shape. A click or Enter on a row asks
/// for what it stands for.
class MatrixBody : public PanelBody
{
    Q_OBJECT

public:
    explicit MatrixBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;
    void renderTo(QPainter *painter, const QSize &size) override;

    void setRowNames(const QMap<QString, QString> &names) override;
    [[nodiscard]] const std::vector<MatrixRow> &rows() const { return m_rows; }
    [[nodiscard]] const MatrixVerdict &verdict() const { return m_verdict; }
    /// Where a row is drawn; empty if there is no room for it.
    [[nodiscard]] QRect rowRect(std::size_t row) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Layout;

    void rebuild();
    void setCurrent(int row);
    void setHovered(int row);
    [[nodiscard]] Layout layoutFor(const QSize &size) const;
    [[nodiscard]] int rowAt(const QPointF &position) const;
    [[nodiscard]] QString tipAt(const QPointF &position) const;
    void paintAll(QPainter *painter, const QSize &size, int highlighted) const;
    void paintVerdict(QPainter *painter, const Layout &layout) const;
    void paintHeader(QPainter *painter, const Layout &layout) const;
    void paintRow(QPainter *painter, const Layout &layout, std::size_t row, bool highlighted) const;
    void paintCell(QPainter *painter, const QRectF &box, const PanelValue &value) const;
    qreal paintValue(QPainter *painter, const QRectF &box, const PanelValue &value) const;

    Panel m_panel;
    PanelSnapshot m_snapshot;
    QMap<QString, QString> m_names;
    std::vector<MatrixColumn> m_columns;
    std::vector<MatrixRow> m_rows;
    MatrixVerdict m_verdict;
    int m_hovered = -1;
    int m_current = 0; ///< by keyboard, drawn while it has the focus
};

} // namespace spillway
