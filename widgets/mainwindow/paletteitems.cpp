// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command palette of the window offers: the part of MainWindow that fills it.
#include "mainwindow/mainwindow.h"
#include "style/themeicon.h"

#include <QAction>

namespace spillway {

using namespace Qt::StringLiterals;

void MainWindow::showPalette()
{
    m_palette->setItems(paletteItems());
    m_palette->open();
}

QList<QAction *> MainWindow::pageActions() const
{
    QList<QAction *> found;
    if (m_page && !m_cover) {
        const auto actions = m_page->actions();
        for (QAction *action : actions) {
            if (action->isVisible() && action->isEnabled() && !action->text().isEmpty()) {
                found << action;
            }
        }
    }
    return found;
}

std::vector<PaletteItem> MainWindow::paletteItems()
{
    std::vector<PaletteItem> items;
    if (!m_cover) {
        addPageItems(items);
    }
    for (QAction *action : pageActions()) {
        items.push_back({.title = action->text(),
                         .detail = action->shortcut().toString(QKeySequence::NativeText),
                         .icon = action->icon(),
                         .run = [action] { action->trigger(); }});
    }
    for (const ActionRegistry::Row &row : m_actions->rows()) {
        if (row.command == Command::Palette || !row.action->isEnabled()) {
            continue;
        }
        items.push_back({.title = row.action->text(),
                         .detail = row.action->shortcut().toString(QKeySequence::NativeText),
                         .icon = row.action->icon(),
                         .run = [action = row.action] { action->trigger(); }});
    }
    if (m_extraMenu) {
        const auto actions = m_extraMenu->actions();
        for (QAction *action : actions) {
            if (action->isEnabled() && !action->isSeparator()) {
                items.push_back({.title = action->text(),
                                 .detail = m_extraMenu->title(),
                                 .icon = themeIcon(u"play"),
                                 .run = [action] { action->trigger(); }});
            }
        }
    }
    if (!m_cover && m_page) {
        for (const TimeSelection &time : quickTimeSelections()) {
            items.push_back({.title = time.title(m_view.zone, locale()),
                             .detail = tr("Time range"),
                             .icon = themeIcon(u"clock"),
                             .run = [this, time] {
                                 PageView view = m_view;
                                 view.time = time;
                                 changeView(view);
                             }});
        }
    }
    return items;
}

void MainWindow::addPageItems(std::vector<PaletteItem> &items)
{
    for (const PageEntry &entry : m_registry.entries()) {
        items.push_back({.title = entry.title ? entry.title() : entry.id,
                         .detail = tr("Page"),
                         .icon = themeIcon(entry.icon),
                         .run = [this, id = entry.id] { openPage(id); }});
    }
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        for (const PageItem &part : it.value()->items()) {
            items.push_back({.title = part.title,
                             .detail = tr("%1 · %2").arg(it.value()->title(), part.detail),
                             .icon = themeIcon(u"chart"),
                             .run = [this, id = it.key(), itemId = part.id] {
                                 if (openPage(id)) {
                                     m_page->showItem(itemId);
                                 }
                             }});
        }
    }
}

std::vector<PaletteItem> MainWindow::interpret(const QString &text)
{
    std::vector<PaletteItem> items;
    if (const auto link = parseViewLink(text)) {
        items.push_back({.title = tr("Open this link"),
                         .detail = link->page,
                         .icon = themeIcon(u"link"),
                         .run = [this, found = *link] { openLink(found); }});
    } else if (const auto time = parseTimeSelection(text, m_view.zone);
               time && m_page && !m_cover) {
        items.push_back({.title = time->title(m_view.zone, locale()),
                         .detail = tr("Time range"),
                         .icon = themeIcon(u"clock"),
                         .run = [this, found = *time] {
                             PageView view = m_view;
                             view.time = found;
                             changeView(view);
                         }});
    }
    return items;
}

} // namespace spillway
