// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/shortcutsdialog.h"

#include "controls/searchfield.h"
#include "style/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QMap>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const std::vector<ShortcutRow> &rows, QWidget *parent)
    : QDialog(parent)
    , m_search(new SearchField(this))
    , m_tree(new QTreeWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &SearchField::searchChanged, this, &ShortcutsDialog::setFilter);
    resize(520, 560);
    retranslate();
    setRows(rows);
}

void ShortcutsDialog::setRows(const std::vector<ShortcutRow> &rows)
{
    m_tree->clear();
    QMap<QString, QTreeWidgetItem *> groups;
    for (const ShortcutRow &row : rows) {
        QTreeWidgetItem *&group = groups[row.group];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {row.group});
            group->setFont(0, themeFont(FontRole::Title, font()));
            group->setFirstColumnSpanned(true);
        }
        new QTreeWidgetItem(group, {row.text, row.keys.join(u"   "_s)});
    }
    m_tree->expandAll();
    setFilter(m_search->text());
}

void ShortcutsDialog::retranslate()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter"));
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ShortcutsDialog::setFilter(const QString &text)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *row = group->child(i);
            const bool fits = row->text(0).contains(text, Qt::CaseInsensitive) ||
                              row->text(1).contains(text, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

int ShortcutsDialog::visibleRows() const
{
    int rows = 0;
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i) {
            rows += m_tree->topLevelItem(g)->child(i)->isHidden() ? 0 : 1;
        }
    }
    return rows;
}

} // namespace spillway
