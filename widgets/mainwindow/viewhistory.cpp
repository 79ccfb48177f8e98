// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/viewhistory.h"

namespace spillway {

namespace {
constexpr std::size_t longestHistory = 200;
}

void ViewHistory::visit(const ViewLink &view)
{
    if (!m_views.empty() && m_views.at(m_current) == view) {
        return;
    }
    if (!m_views.empty()) {
        m_views.resize(m_current + 1);
    }
    m_views.push_back(view);
    if (m_views.size() > longestHistory) {
        m_views.erase(m_views.begin());
    }
    m_current = m_views.size() - 1;
    Q_EMIT changed();
}

void ViewHistory::replace(const ViewLink &view)
{
    if (m_views.empty()) {
        return visit(view);
    }
    m_views.resize(m_current + 1);
    m_views.back() = view;
    Q_EMIT changed();
}

bool ViewHistory::returnTo(const ViewLink &view)
{
    if (!canGoBack() || !(m_views.at(m_current - 1) == view)) {
        return false;
    }
    --m_current;
    Q_EMIT changed();
    return true;
}

ViewLink ViewHistory::back()
{
    --m_current;
    Q_EMIT changed();
    return m_views.at(m_current);
}

ViewLink ViewHistory::forward()
{
    ++m_current;
    Q_EMIT changed();
    return m_views.at(m_current);
}

void ViewHistory::clear()
{
    m_views.clear();
    m_current = 0;
    Q_EMIT changed();
}

} // namespace spillway
