// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pageregistry.h"

#include <QTimer>

#include <algorithm>

namespace spillway {

void PageRegistry::add(PageEntry entry)
{
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&entry](const auto &one) {
        return one.id == entry.id && one.group == entry.group;
    });
    if (same != m_entries.end()) {
        *same = std::move(entry);
    } else {
        remove(entry.id);
        const auto place = std::upper_bound(
            m_entries.begin(), m_entries.end(), entry.group,
            [](PageGroup group, const PageEntry &one) { return group < one.group; });
        m_entries.insert(place, std::move(entry));
    }
    announce();
}

void PageRegistry::remove(const QString &id)
{
    if (std::erase_if(m_entries, [&id](const PageEntry &one) { return one.id == id; }) > 0) {
        announce();
    }
}

void PageRegistry::removeGroup(PageGroup group)
{
    if (std::erase_if(m_entries, [group](const PageEntry &one) { return one.group == group; }) >
        0) {
        announce();
    }
}

const PageEntry *PageRegistry::find(QStringView id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const PageEntry &one) { return one.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void PageRegistry::announce()
{
    if (m_announced) {
        return;
    }
    m_announced = true;
    QTimer::singleShot(0, this, [this] {
        m_announced = false;
        Q_EMIT changed();
    });
}

} // namespace spillway
