// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/dashboardview.h"

#include "charts/timecursor.h"
#include "connection/connection.h"
#include "dashboardview/gridgeometry.h"
#include "dashboardview/paneldrag.h"
#include "panels/panelwidget.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<GridRect> placesOf(const Dashboard &dashboard)
{
    std::vector<GridRect> places;
    places.reserve(dashboard.panels.size());
    for (const spillway::Panel &panel : dashboard.panels) {
        places.push_back(panel.rect);
    }
    return places;
}

QLatin1String kindName(PanelKind kind)
{
    static constexpr std::array names{"timeseries"_L1, "heatmap"_L1,        "stat"_L1, "gauge"_L1,
                                      "table"_L1,      "state-timeline"_L1, "text"_L1, "matrix"_L1};
    return names.at(static_cast<std::size_t>(kind));
}

} // namespace

DashboardView::DashboardView(Connection *connection, TimeCursor *cursor, QWidget *parent)
    : QScrollArea(parent)
    , m_connection(connection)
    , m_cursor(cursor)
    , m_canvas(new QWidget)
    , m_drag(new PanelDrag(m_canvas))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there: a bar that comes and goes would change the width, and with it every panel.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setWidget(m_canvas);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_drag, &PanelDrag::moved, this, &DashboardView::panelMoved);
    connect(m_drag, &PanelDrag::resized, this, &DashboardView::panelResized);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &DashboardView::tick);
    m_widthSettled.setSingleShot(true);
    m_widthSettled.setInterval(200ms);
    connect(&m_widthSettled, &QTimer::timeout, this, [this] {
        for (const Slot &slot : m_slots) {
            slot->setLook(m_look);
        }
    });
}

DashboardView::~DashboardView()
{
    // The panels are the canvas's children: take them away before it goes.
    m_slots.clear();
}

DashboardView::Slot DashboardView::makeSlot(const spillway::Panel &panel)
{
    auto slot = std::make_unique<PanelSlot>(panel, m_connection, m_canvas, nullptr);
    PanelWidget *widget = slot->widget();
    widget->setTimeCursor(m_cursor);
    widget->setEditing(m_editing);
    widget->setFocusPolicy(Qt::TabFocus);
    m_drag->add(widget);
    const QString id = panel.id;
    connect(widget, &PanelWidget::editRequested, this,
            [this, id] { Q_EMIT panelEditRequested(id); });
    connect(widget, &PanelWidget::removeRequested, this,
            [this, id] { Q_EMIT panelRemoveRequested(id); });
    connect(widget, &PanelWidget::explainRequested, this,
            [this, id] { Q_EMIT panelExplainRequested(id); });
    connect(widget, &PanelWidget::rowActivated, this,
            [this, id](const QString &name) { Q_EMIT rowActivated(id, name); });
    connect(widget, &PanelWidget::fullScreenRequested, this,
            [this, id] { setFullScreenPanel(m_fullScreen == id ? QString{} : id); });
    connect(slot.get(), &PanelSlot::changed, this, &DashboardView::slotChanged);
    widget->show();
    return slot;
}

void DashboardView::setDashboard(const Dashboard &dashboard)
{
    std::vector<Slot> old = std::move(m_slots);
    m_slots.clear();
    m_dashboard = dashboard;
    std::vector<PanelSlot *> fresh;
    for (const spillway::Panel &panel : dashboard.panels) {
        const auto known = std::find_if(old.begin(), old.end(), [&](const Slot &slot) {
            return slot && slot->panel().id == panel.id;
        });
        if (known != old.end() && (*known)->setPanel(panel)) {
            m_slots.push_back(std::move(*known));
        } else {
            m_slots.push_back(makeSlot(panel));
            fresh.push_back(m_slots.back().get());
        }
    }
    old.clear();
    layoutPanels();
    for (PanelSlot *slot : fresh) {
        slot->setLook(m_look);
    }
    updateVisibility();
    tick();
}

void DashboardView::setLook(const DashboardLook &look)
{
    m_look = look;
    m_wasSettled = false;
    for (const Slot &slot : m_slots) {
        slot->setLook(look);
    }
}

void DashboardView::setActive(bool active)
{
    m_active = active;
    if (active) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    updateVisibility();
}

void DashboardView::setEditing(bool editing)
{
    m_editing = editing;
    m_drag->setEnabled(editing);
    for (const Slot &slot : m_slots) {
        slot->widget()->setEditing(editing);
    }
    if (m_fitting) {
        layoutPanels();
    }
}

void DashboardView::setFitting(bool fitting)
{
    if (fitting == m_fitting) {
        return;
    }
    m_fitting = fitting;
    setVerticalScrollBarPolicy(fitting ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOn);
    layoutPanels();
    updateVisibility();
}

void DashboardView::refresh()
{
    m_wasSettled = false;
    for (const Slot &slot : m_slots) {
        if (slot->feed() != nullptr && slot->feed()->isVisible()) {
            slot->feed()->refresh();
        }
    }
}

bool DashboardView::isSettled() const
{
    return std::all_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) {
        const bool asked = slot->feed() != nullptr && slot->feed()->isVisible();
        return !asked || slot->isSettled();
    });
}

QJsonObject DashboardView::panelSummary(const PanelSlot &slot) const
{
    const PanelSnapshot &snapshot = slot.widget()->snapshot();
    qint64 series = 0;
    qint64 samples = 0;
    for (const QueryAnswer &answer : snapshot.answers) {
        if (answer.result) {
            series += static_cast<qint64>(answer.result->series.size());
            samples += answer.result->sampleCount();
        }
    }
    // A text has no data and is always complete.
    const PanelState state =
        slot.panel().kind == PanelKind::Text ? PanelState::Live : snapshot.state;
    QJsonObject json{{u"id"_s, slot.panel().id},
                     {u"title"_s, slot.panel().title},
                     {u"kind"_s, QString{kindName(slot.panel().kind)}},
                     {u"state"_s, QString{panelStateName(state)}},
                     {u"series"_s, series},
                     {u"samples"_s, samples},
                     {u"warnings"_s, QJsonArray::fromStringList(snapshot.notes().warnings)}};
    if (!snapshot.reason.isEmpty()) {
        json.insert(u"reason"_s, snapshot.reason);
    }
    if (snapshot.error) {
        json.insert(u"error"_s, snapshot.error->sentence());
    }
    return json;
}

QJsonObject DashboardView::summary() const
{
    QJsonArray panels;
    for (const Slot &slot : m_slots) {
        panels.append(panelSummary(*slot));
    }
    return {{u"panels"_s, panels}};
}

PanelWidget *DashboardView::panelWidget(const QString &id) const
{
    const auto found = std::find_if(m_slots.begin(), m_slots.end(),
                                    [&](const Slot &slot) { return slot->panel().id == id; });
    return found == m_slots.end() ? nullptr : (*found)->widget();
}

void DashboardView::showPanel(const QString &id)
{
    if (PanelWidget *widget = panelWidget(id)) {
        ensureWidgetVisible(widget);
        widget->setFocus(Qt::OtherFocusReason);
    }
}

void DashboardView::setFullScreenPanel(const QString &id)
{
    m_fullScreen = panelWidget(id) != nullptr ? id : QString{};
    layoutPanels();
    updateVisibility();
}

void DashboardView::setAllVisible(bool all)
{
    m_allVisible = all;
    updateVisibility();
}

void DashboardView::setFooter(QWidget *footer)
{
    m_footer = footer;
    m_footer->setParent(m_canvas);
    layoutPanels();
}

void DashboardView::layoutPanels()
{
    const int width = viewport()->width();
    const std::vector<GridRect> places = placesOf(m_dashboard);
    const bool fitting = m_fitting && !m_editing; // places are dragged on the usual grid
    const GridGeometry grid =
        fitting ? GridGeometry::fitted(viewport()->size(), places) : GridGeometry(width);
    const bool single = !m_fullScreen.isEmpty();
    const bool footed = m_footer != nullptr && !single && !fitting && !m_footer->isHidden();
    const QSize footer = footed ? m_footer->sizeHint() : QSize{};
    const int bottom = grid.height(places);
    const int wanted = footed ? bottom + footer.height() + GridGeometry::gap : bottom;
    m_canvas->resize(width, single ? viewport()->height() : std::max(viewport()->height(), wanted));
    if (footed) {
        m_footer->setGeometry(
            QRect{QPoint{width - GridGeometry::gap - footer.width(), bottom}, footer});
    }
    const std::vector<QRect> pixels = grid.layout(places);
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        PanelWidget *widget = m_slots[i]->widget();
        const bool shown = !single || m_slots[i]->panel().id == m_fullScreen;
        const int gap = GridGeometry::gap;
        widget->setGeometry(single ? m_canvas->rect().adjusted(gap, gap, -gap, -gap) : pixels[i]);
        widget->setVisible(shown);
    }
}

void DashboardView::updateVisibility()
{
    // Before it is shown its size is not final, and with another width everything would be asked
    // for twice.
    const bool asks = m_active && m_hasSize;
    const QRect sight(-m_canvas->pos(), viewport()->size());
    for (const Slot &slot : m_slots) {
        const bool shown = !slot->widget()->isHidden();
        slot->setVisible(asks && shown &&
                         (m_allVisible || sight.intersects(slot->widget()->geometry())));
    }
}

void DashboardView::tick()
{
    if (m_connection == nullptr) {
        return;
    }
    const EpochMs now = m_connection->clock().now();
    for (const Slot &slot : m_slots) {
        slot->widget()->setNow(now);
    }
}

void DashboardView::slotChanged()
{
    const bool now = isSettled();
    if (now && !m_wasSettled) {
        m_wasSettled = true;
        Q_EMIT settled();
    } else if (!now) {
        m_wasSettled = false;
    }
}

void DashboardView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    // The layouts around it are done after this turn.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_hasSize = true;
            updateVisibility();
        },
        Qt::QueuedConnection);
}

void DashboardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layoutPanels();
    updateVisibility();
    m_widthSettled.start();
}

void DashboardView::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    updateVisibility();
}

void DashboardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_fullScreen.isEmpty()) {
        setFullScreenPanel({});
        return;
    }
    QScrollArea::keyPressEvent(event);
}

} // namespace spillway
