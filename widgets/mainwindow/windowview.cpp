// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window looks at the data: the part of MainWindow with time, zoom, links and history.
#include "charts/timecursor.h"
#include "controls/refreshcontrol.h"
#include "controls/timerangepicker.h"
#include "core/clock.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/wallheader.h"

#include <QAction>

#include <utility>

namespace spillway {

void MainWindow::setView(const PageView &view)
{
    m_view = view;
    applyView();
}

void MainWindow::changeView(const PageView &view)
{
    if (view == m_view) {
        return;
    }
    if (view.time != m_view.time) {
        forgetZoom();
    }
    m_view = view;
    applyView();
    remember();
    Q_EMIT viewChanged(m_view);
}

void MainWindow::forgetZoom()
{
    m_beforeZoom.reset();
    m_zoomDepth = 0;
    if (m_context.cursor != nullptr) {
        m_context.cursor->clearZooms();
    }
}

void MainWindow::zoom(const TimeSelection &time)
{
    const TimeCursor *cursor = m_context.cursor;
    const std::size_t depth = cursor != nullptr ? cursor->zoomDepth() : 0;
    PageView view = m_view;
    view.time = time;
    if (depth == 0 && !m_beforeZoom) {
        return changeView(view); // not a chart's zoom
    }
    if (!m_beforeZoom) {
        m_beforeZoom = m_view.time;
    }
    if (depth == 0) {
        // Back to what the user chose, which may be “the last hour” and not the hour it was.
        view.time = *std::exchange(m_beforeZoom, {});
    }
    const bool undone = depth < m_zoomDepth;
    const bool continued = depth == m_zoomDepth;
    m_zoomDepth = depth;
    m_view = view;
    applyView();
    if (continued) {
        m_history.replace(link()); // one wheel gesture is one step back
    } else if (!undone || !m_history.returnTo(link())) {
        remember();
    }
    Q_EMIT viewChanged(m_view);
}

void MainWindow::applyView()
{
    m_topBar->picker()->setZones(m_view.zone, m_view.secondZone);
    m_topBar->picker()->setSelection(m_view.time);
    m_topBar->refresh()->setInterval(m_view.refresh);
    m_actions->action(Command::Compare)->setChecked(m_view.compareLastWeek);
    m_wallHeader->setZone(m_view.zone);
    if (m_page) {
        m_page->setView(m_view);
    }
}

ViewLink MainWindow::link(bool frozen) const
{
    ViewLink link;
    link.workspace = m_workspace;
    link.time = m_view.time;
    if (frozen && m_context.clock != nullptr) {
        link.time = m_view.time.frozen(m_context.clock->now(), m_view.zone);
    }
    link.compareLastWeek = m_view.compareLastWeek;
    if (m_page) {
        link.page = m_page->id();
        link.variables = m_page->variables();
    }
    return link;
}

void MainWindow::openLink(const ViewLink &link)
{
    if (!link.workspace.isEmpty() && link.workspace != m_workspace) {
        Q_EMIT linkRequested(link);
        return;
    }
    goTo(link);
    remember();
    if (m_page && !link.item.isEmpty()) {
        m_page->showItem(link.item);
    }
}

void MainWindow::goTo(const ViewLink &link)
{
    m_travelling = true;
    if (!link.page.isEmpty()) {
        Page *target = page(link.page);
        if (target == nullptr) {
            showMessage(tr("There is no page “%1” here").arg(link.page));
        } else {
            target->setVariables(link.variables);
            display(target);
        }
    }
    PageView view = m_view;
    view.time = link.time;
    view.compareLastWeek = link.compareLastWeek;
    changeView(view);
    m_travelling = false;
}

void MainWindow::remember()
{
    if (!m_travelling && m_page) {
        m_history.visit(link());
    }
}

} // namespace spillway
