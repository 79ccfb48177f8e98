// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/paneldrag.h"

#include "dashboardview/gridgeometry.h"
#include "panels/panelwidget.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>

#include <algorithm>

namespace spillway {

namespace {
constexpr int cornerSize = 16;
}

PanelDrag::PanelDrag(QWidget *canvas)
    : QObject(canvas)
    , m_canvas(canvas)
    , m_ghost(new QRubberBand(QRubberBand::Rectangle, canvas))
{
    m_ghost->hide();
}

void PanelDrag::add(PanelWidget *panel)
{
    panel->installEventFilter(this);
    panel->setMouseTracking(true);
}

void PanelDrag::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled) {
        stop();
    }
}

PanelDrag::Action PanelDrag::actionAt(const PanelWidget &panel, const QPoint &position) const
{
    const QRect corner(panel.width() - cornerSize, panel.height() - cornerSize, cornerSize,
                       cornerSize);
    if (corner.contains(position)) {
        return Action::Resize;
    }
    return panel.titleBarGeometry().contains(position) ? Action::Move : Action::None;
}

bool PanelDrag::eventFilter(QObject *watched, QEvent *event)
{
    auto *panel = qobject_cast<PanelWidget *>(watched);
    if (!m_enabled || panel == nullptr) {
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton &&
               press(panel, mouse->position().toPoint(), mouse->globalPosition().toPoint());
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (m_action != Action::None) {
            drag(mouse->globalPosition().toPoint());
            return true;
        }
        const Action action = actionAt(*panel, mouse->position().toPoint());
        panel->setCursor(action == Action::Resize ? Qt::SizeFDiagCursor
                         : action == Action::Move ? Qt::OpenHandCursor
                                                  : Qt::ArrowCursor);
        return false;
    }
    case QEvent::MouseButtonRelease:
        if (m_action != Action::None) {
            release();
            return true;
        }
        return false;
    case QEvent::KeyPress: {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        return key(panel, pressed->key(), pressed->modifiers().testFlag(Qt::ShiftModifier));
    }
    default:
        return false;
    }
}

bool PanelDrag::press(PanelWidget *panel, const QPoint &local, const QPoint &global)
{
    m_action = actionAt(*panel, local);
    if (m_action == Action::None) {
        return false;
    }
    panel->setFocus();
    m_panel = panel;
    m_start = global;
    m_original = panel->geometry();
    m_place = panel->panel().rect;
    m_ghost->setGeometry(m_original);
    m_ghost->show();
    m_ghost->raise();
    return true;
}

void PanelDrag::drag(const QPoint &global)
{
    if (!m_panel) {
        stop();
        return;
    }
    const GridGeometry grid(m_canvas->width());
    const QPoint way = global - m_start;
    if (m_action == Action::Move) {
        m_place = grid.snapMoved(m_original.translated(way), m_panel->panel().rect);
    } else {
        m_place =
            grid.snapResized(m_original.adjusted(0, 0, way.x(), way.y()), m_panel->panel().rect);
    }
    m_ghost->setGeometry(grid.pixels(m_place));
}

void PanelDrag::release()
{
    const Action action = m_action;
    const QPointer<PanelWidget> panel = m_panel;
    const GridRect place = m_place;
    stop();
    if (!panel || place == panel->panel().rect) {
        return;
    }
    const QString id = panel->panel().id;
    if (action == Action::Move) {
        Q_EMIT moved(id, place);
    } else {
        Q_EMIT resized(id, place);
    }
}

bool PanelDrag::key(PanelWidget *panel, int key, bool resize)
{
    if (key == Qt::Key_Escape && m_action != Action::None) {
        stop();
        return true;
    }
    const int across = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const int down = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
    if (across == 0 && down == 0) {
        return false;
    }
    GridRect place = panel->panel().rect;
    if (resize) {
        place.columns = std::clamp(place.columns + across, 2,
                                   std::max(2, GridGeometry::columns - place.column));
        place.rows = std::max(2, place.rows + down);
        Q_EMIT resized(panel->panel().id, place);
    } else {
        place.column = std::clamp(place.column + across, 0,
                                  std::max(0, GridGeometry::columns - place.columns));
        place.row = std::max(0, place.row + down);
        Q_EMIT moved(panel->panel().id, place);
    }
    return true;
}

void PanelDrag::stop()
{
    m_action = Action::None;
    m_panel.clear();
    m_ghost->hide();
}

} // namespace spillway
