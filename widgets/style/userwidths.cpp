// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/userwidths.h"

#include <QHeaderView>

#include <utility>

namespace spillway {

UserWidths::UserWidths(QHeaderView *header)
    : QObject(header)
{
    connect(header, &QHeaderView::sectionResized, this, [this, header](int, int from, int to) {
        const bool hiddenOrShown = from == 0 || to == 0;
        m_set = m_set || (!m_ours && !hiddenOrShown && header->isVisible());
    });
    connect(header, &QHeaderView::sectionCountChanged, this, [this] { m_set = false; });
}

UserWidths::Ours::Ours(UserWidths *widths)
    : m_widths(widths)
    , m_outer(std::exchange(widths->m_ours, true))
{}

UserWidths::Ours::~Ours()
{
    m_widths->m_ours = m_outer;
}

} // namespace spillway
