// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The input half of TimeSeriesChart: mouse, wheel and keys.
#include "charts/chartoverlay.h"
#include "charts/timecursor.h"
#include "charts/timeserieschart.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

namespace {

constexpr qreal clickSlop = 4; // a drag shorter than this is a click
constexpr qreal hitDistance = 24;
constexpr double wheelFactor = 0.8;

} // namespace

void TimeSeriesChart::pointAt(const QPointF &position)
{
    m_pointer = position;
    const QRectF plot = mapping().plot();
    if (!plot.adjusted(-1, -1, 1, 1).contains(position)) {
        m_pointed.reset();
        timeCursor()->setTime(std::nullopt);
        showOverlay();
        return;
    }
    m_pointed = m_scene->hit(position, hitDistance);
    timeCursor()->setTime(mapping().time(position.x()));
    showOverlay();
}

void TimeSeriesChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    m_wheeling = false;
    if (m_drag != Drag::None && std::abs(position.x() - m_dragStart.x()) >= clickSlop) {
        m_dragMoved = true;
    }
    m_dragEnd = position;
    if (m_drag == Drag::Pan && m_dragMoved) {
        const qreal perPixel =
            static_cast<qreal>(m_dragRange.length().count()) / mapping().plot().width();
        const auto by = std::llround((m_dragStart.x() - position.x()) * perPixel);
        // The whole drag is one step of the undo stack.
        const auto gesture = m_panning ? TimeCursor::Gesture::Continued : TimeCursor::Gesture::New;
        m_panning = true;
        timeCursor()->zoomTo(m_dragRange.shifted(std::chrono::milliseconds{by}), timeRange(),
                             gesture);
        return;
    }
    pointAt(position);
}

void TimeSeriesChart::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    const bool pan = event->button() == Qt::MiddleButton ||
                     (left && event->modifiers().testFlag(Qt::ShiftModifier));
    if ((!left && !pan) || !mapping().plot().contains(event->position())) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_drag = pan ? Drag::Pan : Drag::Zoom;
    m_dragStart = m_dragEnd = event->position();
    m_dragRange = timeRange();
    m_dragMoved = false;
    m_panning = false;
    if (pan) {
        setCursor(Qt::ClosedHandCursor);
    }
}

void TimeSeriesChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    finishDrag(event->position());
}

void TimeSeriesChart::finishDrag(const QPointF &position)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    unsetCursor();
    const QRectF plot = mapping().plot();
    if (drag == Drag::Zoom && m_dragMoved) {
        const qreal a = std::clamp(m_dragStart.x(), plot.left(), plot.right());
        const qreal b = std::clamp(position.x(), plot.left(), plot.right());
        timeCursor()->zoomTo({mapping().time(std::min(a, b)), mapping().time(std::max(a, b))},
                             timeRange());
    } else if (!m_dragMoved && drag == Drag::Zoom) {
        timeCursor()->setPinned(!timeCursor()->isPinned());
        pointAt(position);
        if (m_pointed) {
            const EpochMs time =
                m_scene->series()[m_pointed->series].data->times[m_pointed->sample];
            Q_EMIT sampleActivated(m_pointed->series, time);
        }
    }
    showOverlay();
}

void TimeSeriesChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        timeCursor()->setPinned(false); // the first click pinned it
        timeCursor()->undoZoom();
    }
}

void TimeSeriesChart::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    const bool wanted = event->modifiers().testFlag(Qt::ControlModifier) || hasFocus();
    if (turned == 0 || !wanted || !mapping().plot().contains(event->position())) {
        event->ignore(); // the page scrolls
        return;
    }
    zoomAbout(mapping().time(event->position().x()), std::pow(wheelFactor, turned / 120.0));
    event->accept();
}

void TimeSeriesChart::zoomAbout(EpochMs centre, double factor)
{
    const TimeRange now = timeRange();
    const TimeRange next{centre - std::llround(static_cast<double>(centre - now.from) * factor),
                         centre + std::llround(static_cast<double>(now.to - centre) * factor)};
    const auto gesture = m_wheeling ? TimeCursor::Gesture::Continued : TimeCursor::Gesture::New;
    m_wheeling = true; // until the pointer moves
    timeCursor()->zoomTo(next, now, gesture);
}

void TimeSeriesChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_pointer.reset();
    m_pointed.reset();
    m_wheeling = false;
    timeCursor()->setTime(std::nullopt);
    showOverlay();
}

SampleWalker::Context TimeSeriesChart::walkContext() const
{
    return {m_scene->series(), m_scene->visible(), m_scene->range(), m_scene->step().count(),
            m_scene->options().thresholds};
}

bool TimeSeriesChart::walk(int key)
{
    struct Binding
    {
        int key;
        SampleWalker::Move move;
    };
    using Move = SampleWalker::Move;
    static constexpr std::array bindings{
        Binding{Qt::Key_Left, Move::Left},     Binding{Qt::Key_Right, Move::Right},
        Binding{Qt::Key_Home, Move::First},    Binding{Qt::Key_End, Move::Last},
        Binding{Qt::Key_Up, Move::Up},         Binding{Qt::Key_Down, Move::Down},
        Binding{Qt::Key_N, Move::NextAnomaly}, Binding{Qt::Key_P, Move::PreviousAnomaly},
    };
    const auto *const found = std::find_if(bindings.begin(), bindings.end(),
                                           [key](const Binding &one) { return one.key == key; });
    if (found == bindings.end()) {
        return false;
    }
    m_pointer.reset();
    m_showsFocus = true;
    const bool moved = m_walker.move(found->move, walkContext());
    if (const auto &at = m_walker.position(); moved && at) {
        const EpochMs time = m_scene->series()[at->series].data->times[at->sample];
        timeCursor()->moveTo(time);
        announce();
        Q_EMIT sampleActivated(at->series, time);
    }
    showOverlay();
    return true;
}

bool TimeSeriesChart::command(int key)
{
    const TimeRange now = timeRange();
    const EpochMs centre = timeCursor()->time().value_or(now.from + (now.to - now.from) / 2);
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAbout(centre, 0.5);
        return true;
    case Qt::Key_Minus:
        zoomAbout(centre, 2);
        return true;
    case Qt::Key_Backspace:
        timeCursor()->undoZoom();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        timeCursor()->setPinned(!timeCursor()->isPinned());
        return true;
    case Qt::Key_Escape:
        if (!timeCursor()->time() && !timeCursor()->isPinned()) {
            return false; // a dialog around the chart wants it
        }
        m_walker.setPosition(std::nullopt);
        timeCursor()->setPinned(false);
        timeCursor()->setTime(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimeSeriesChart::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held =
        event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (held != Qt::NoModifier || !(walk(event->key()) || command(event->key()))) {
        QWidget::keyPressEvent(event);
    }
}

void TimeSeriesChart::announce()
{
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent value{this, valueText()};
        QAccessible::updateAccessibility(&value);
        QAccessibleEvent description{this, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&description);
    }
}

void TimeSeriesChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason ||
                   event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    update();
    showOverlay();
}

void TimeSeriesChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
    showOverlay();
}

} // namespace spillway
