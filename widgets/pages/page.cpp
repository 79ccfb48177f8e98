// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "core/clock.h"

#include <QEvent>

namespace spillway {

Page::Page(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{}

Page::~Page() = default;

void Page::setView(const PageView &view)
{
    if (view == m_view) {
        return;
    }
    m_view = view;
    viewChanged();
}

TimeRange Page::currentRange() const
{
    const EpochMs now = m_context.clock != nullptr ? m_context.clock->now() : SystemClock{}.now();
    return m_view.time.resolve(now, m_view.zone);
}

void Page::setVariables(const PageVariables &) {}

PageVariables Page::variables() const
{
    return {};
}

void Page::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    activeChanged();
}

void Page::refresh() {}

void Page::setComplete(bool) {}

void Page::setWall(bool) {}

bool Page::isSettled() const
{
    return true;
}

QJsonObject Page::summary() const
{
    return {};
}

bool Page::usesTime() const
{
    return true;
}

bool Page::isPrintable() const
{
    return true;
}

bool Page::hasUnsavedEdits() const
{
    return false;
}

bool Page::saveEdits()
{
    return true;
}

std::vector<PageItem> Page::items() const
{
    return {};
}

void Page::showItem(const QString &) {}

void Page::viewChanged() {}

void Page::activeChanged() {}

void Page::retranslate() {}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
