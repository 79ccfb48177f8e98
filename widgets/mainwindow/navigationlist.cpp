// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/navigationlist.h"

#include "core/plainline.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QEvent>
#include <QSignalBlocker>

#include <optional>

namespace spillway {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int rowHeight = 30;

QString groupTitle(PageGroup group)
{
    switch (group) {
    case PageGroup::Watch:
        return {};
    case PageGroup::Components:
        return NavigationList::tr("Components");
    case PageGroup::Decide:
        return NavigationList::tr("Decide");
    case PageGroup::Dashboards:
        return NavigationList::tr("Dashboards");
    }
    return {};
}

} // namespace

NavigationList::NavigationList(const PageRegistry &registry, QWidget *parent)
    : QListWidget(parent)
    , m_registry(registry)
{
    setObjectName(QStringLiteral("navigation"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize(QSize(spacing::icon, spacing::icon));
    setTextElideMode(Qt::ElideRight);
    connect(&registry, &PageRegistry::changed, this, &NavigationList::reload);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr && !item->data(idRole).toString().isEmpty()) {
            Q_EMIT pageRequested(item->data(idRole).toString());
        }
    });
    reload();
}

void NavigationList::reload()
{
    const QSignalBlocker blocker(this);
    clear();
    std::optional<PageGroup> group;
    for (const PageEntry &entry : m_registry.entries()) {
        if (group != entry.group) {
            group = entry.group;
            addHeading(entry.group);
        }
        const QString title = entry.title ? entry.title() : entry.id;
        auto *item = new QListWidgetItem(themeIcon(entry.icon), title, this);
        item->setData(idRole, entry.id);
        item->setToolTip(plainTip(title));
        item->setSizeHint(QSize(100, rowHeight));
    }
    setCurrentPage(m_shown);
    setAccessibleName(tr("Pages"));
}

void NavigationList::addHeading(PageGroup group)
{
    const QString title = groupTitle(group);
    if (title.isEmpty()) {
        return;
    }
    auto *item = new QListWidgetItem(title, this);
    item->setFlags(Qt::NoItemFlags);
    item->setFont(themeFont(FontRole::Small, font()));
    item->setForeground(themeColors(palette()).textMuted);
    item->setSizeHint(QSize(100, rowHeight + spacing::xs));
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void NavigationList::setCurrentPage(const QString &pageId)
{
    const QSignalBlocker blocker(this);
    m_shown = pageId;
    for (int row = 0; row < count(); ++row) {
        if (!pageId.isEmpty() && item(row)->data(idRole).toString() == pageId) {
            setCurrentRow(row);
            return;
        }
    }
    setCurrentRow(-1);
}

QString NavigationList::currentPage() const
{
    return currentItem() != nullptr ? currentItem()->data(idRole).toString() : QString{};
}

QStringList NavigationList::pageIds() const
{
    QStringList ids;
    for (int row = 0; row < count(); ++row) {
        if (const QString id = item(row)->data(idRole).toString(); !id.isEmpty()) {
            ids << id;
        }
    }
    return ids;
}

void NavigationList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        reload();
    }
    QListWidget::changeEvent(event);
}

} // namespace spillway
