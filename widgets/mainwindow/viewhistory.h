// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/viewlink.h"

#include <QObject>

#include <vector>

namespace spillway {

/// Where the user has been: pages, time ranges and variables, so that one key undoes a zoom as well
/// as a change of page.
class ViewHistory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The view is this now. Equal to the current one: nothing. Else what was ahead is forgotten.
    void visit(const ViewLink &view);
    /// The current view is this now, and what it was is forgotten (a gesture that goes on).
    void replace(const ViewLink &view);
    /// Goes back by one if that is this view; false otherwise.
    [[nodiscard]] bool returnTo(const ViewLink &view);
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_views.size(); }
    /// Only if possible.
    [[nodiscard]] ViewLink back();
    [[nodiscard]] ViewLink forward();
    void clear();

Q_SIGNALS:
    void changed();

private:
    std::vector<ViewLink> m_views;
    std::size_t m_current = 0;
};

} // namespace spillway
