// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/panelslot.h"

#include "connection/connection.h"
#include "panels/panelwidget.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds week{std::chrono::hours{7 * 24}};
constexpr int widthStep = 200; ///< so that dragging a window does not ask anew for each pixel
constexpr int pixelsPerCell = 5;
constexpr int matrixShare = 2; ///< of its width: spark lines are small, but "now" must not be old

} // namespace

PanelSlot::PanelSlot(const Panel &panel, Connection *connection, QWidget *canvas, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_connection(connection)
    , m_widget(createPanelWidget(panel, canvas))
{
    if (m_connection == nullptr || panel.kind == PanelKind::Text) {
        return;
    }
    m_feed = m_connection->createFeed(this);
    connect(m_feed, &PanelFeed::changed, this, [this] {
        if (m_widget) {
            m_widget->setSnapshot(m_feed->snapshot());
        }
        Q_EMIT changed();
    });
    connect(m_widget, &PanelWidget::retryRequested, m_feed, &PanelFeed::refresh);
}

PanelSlot::~PanelSlot()
{
    delete m_widget;
}

bool PanelSlot::setPanel(const Panel &panel)
{
    if (panel.kind != m_panel.kind) {
        return false;
    }
    if (panel != m_panel) {
        m_panel = panel;
        m_widget->setPanel(panel);
        ask();
    }
    return true;
}

void PanelSlot::setLook(const DashboardLook &look)
{
    m_look = look;
    const std::optional<QTimeZone> second =
        look.secondZone.isValid() ? std::optional{look.secondZone} : std::nullopt;
    m_widget->setTimeZones(look.zone, second);
    m_widget->body()->setRowNames(look.rowNames);
    ask();
}

void PanelSlot::setVisible(bool visible)
{
    if (m_feed != nullptr && m_feed->isVisible() != visible) {
        if (visible) {
            ask();
        }
        m_feed->setVisible(visible);
    }
}

bool PanelSlot::isSettled() const
{
    return m_feed == nullptr || m_panel.queries.empty() || m_feed->isSettled();
}

PanelRequest PanelSlot::request(const Panel &panel, const DashboardLook &look, int width)
{
    PanelRequest request;
    const bool comparable = panel.kind == PanelKind::TimeSeries || panel.kind == PanelKind::Stat ||
                            panel.kind == PanelKind::Matrix;
    const bool compares = comparable && (look.compareLastWeek || panel.compareLastWeek);
    for (QuerySpec &filled : expandQueries(panel.queries, look.variables)) {
        request.queries.push_back(filled);
        if (compares && filled.offset.count() == 0) {
            filled.id += u"-last-week"_s;
            filled.offset = week;
            request.queries.push_back(filled);
        }
    }
    request.time = look.time;
    request.zone = look.zone;
    request.maxPoints = std::max(1, (width + widthStep - 1) / widthStep) * widthStep;
    if (panel.kind == PanelKind::Heatmap) {
        request.maxPoints /= pixelsPerCell; // cells that can be seen, each with enough in it
    } else if (panel.kind == PanelKind::Matrix) {
        request.maxPoints /= matrixShare;
    }
    return request;
}

void PanelSlot::ask()
{
    if (m_feed != nullptr && !m_panel.queries.empty()) {
        m_feed->setRequest(request(m_panel, m_look, m_widget->width()));
    }
}

} // namespace spillway
