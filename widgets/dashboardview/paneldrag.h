// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"
#include "panels/panelwidget.h"

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QRect>

class QRubberBand;

namespace spillway {

/// Moves and resizes panels with the mouse while a dashboard is edited: the title bar moves, the
/// lower right corner resizes. Shows a ghost that snaps to the grid and tells the result on
/// release; Escape gives up. Keys with the focus on a panel: arrows move, Shift+arrows resize by
/// one cell.
class PanelDrag final : public QObject
{
    Q_OBJECT
public:
    /// canvas is the parent of all panels.
    explicit PanelDrag(QWidget *canvas);

    void add(PanelWidget *panel);
    void setEnabled(bool enabled);

Q_SIGNALS:
    void moved(const QString &panelId, const spillway::GridRect &place);
    void resized(const QString &panelId, const spillway::GridRect &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Action { None, Move, Resize };

    [[nodiscard]] Action actionAt(const PanelWidget &panel, const QPoint &position) const;
    bool press(PanelWidget *panel, const QPoint &local, const QPoint &global);
    void drag(const QPoint &global);
    void release();
    bool key(PanelWidget *panel, int key, bool resize);
    void stop();

    QWidget *m_canvas;
    QRubberBand *m_ghost;
    QPointer<PanelWidget> m_panel;
    Action m_action = Action::None;
    QPoint m_start; ///< global
    QRect m_original;
    GridRect m_place;
    bool m_enabled = false;
};

} // namespace spillway
