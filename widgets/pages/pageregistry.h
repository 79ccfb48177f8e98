// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QObject>

#include <functional>

namespace spillway {

/// The headings of the navigation, in this order.
enum class PageGroup { Watch, Components, Decide, Dashboards };

/// A page that can be opened. Titles are functions because the language changes at run time.
struct PageEntry
{
    QString id;
    PageGroup group = PageGroup::Watch;
    QString icon; ///< name for themeIcon()
    std::function<QString()> title;
    std::function<Page *(const PageContext &, QWidget *parent)> create;
};

/// The pages of the program, in order of navigation. Owned by the application controller; who adds
/// a page (cluster, policy, a user's dashboard) adds one entry. GUI thread.
class PageRegistry : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Replaces an entry of the same id. The create function is called when first visited.
    void add(PageEntry entry);
    void remove(const QString &id);
    void removeGroup(PageGroup group);
    [[nodiscard]] const std::vector<PageEntry> &entries() const { return m_entries; }
    [[nodiscard]] const PageEntry *find(QStringView id) const;

Q_SIGNALS:
    /// Entries came, went or changed. Emitted once an event-loop turn.
    void changed();

private:
    void announce();

    std::vector<PageEntry> m_entries; ///< sorted by group, then in order of adding
    bool m_announced = false;
};

} // namespace spillway
