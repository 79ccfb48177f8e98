// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelbody.h"
#include "scaling/cost.h"
#include "style/tone.h"

#include <QStringList>

class QAbstractBarSeries;
class QAbstractItemModel;
class QChart;
class QChartView;
class QSortFilterProxyModel;
class QTableView;

namespace spillway {

class UserWidths;

/// A figure with what has to be known to read it. The frame around shows state and age.
class CostFigureBody : public PanelBody
{
    Q_OBJECT

public:
    struct Figure
    {
        QString value;
        QStringList lines;
        Tone tone = Tone::Neutral;
        std::optional<double> share;    ///< of a bar, 0..1 and more
        std::optional<double> expected; ///< a mark on the bar
    };

    explicit CostFigureBody(QWidget *parent = nullptr);

    void setFigure(const Figure &figure);
    [[nodiscard]] const Figure &figure() const { return m_figure; }
    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintBar(QPainter *painter, const QRectF &place) const;

    Figure m_figure;
};

/// A table over a CostModel or a TokenUseModel, which is not owned.
class CostTableBody : public PanelBody
{
    Q_OBJECT

public:
    explicit CostTableBody(QAbstractItemModel *model, QWidget *parent = nullptr);

    void setColumnHidden(int column, bool hidden);
    /// Hidden while there is no room for all.
    void setSpareColumn(int column);
    [[nodiscard]] QTableView *view() const { return m_view; }
    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    QSortFilterProxyModel *m_proxy;
    QTableView *m_view;
    UserWidths *m_userWidths;
    int m_spare = -1;
};

/// What each row spends its money on: a bar of CPU, memory, requests and tokens.
class CostBarsBody : public PanelBody
{
    Q_OBJECT

public:
    explicit CostBarsBody(QWidget *parent = nullptr);

    void setReport(const CostReport &report, const QString &currency);
    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] QAbstractBarSeries *makeBars(const std::vector<const CostRow *> &rows,
                                               QChart *chart) const;
    void addAxes(const std::vector<const CostRow *> &rows, QAbstractBarSeries *bars,
                 QChart *chart) const;

    CostReport m_report;
    QString m_currency;
    QChartView *m_view;
};

} // namespace spillway
