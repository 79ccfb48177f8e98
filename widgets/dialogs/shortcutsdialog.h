// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <vector>

class QTreeWidget;

namespace spillway {

/// One line of the overview.
struct ShortcutRow
{
    QString group;
    QString text;
    QStringList keys; ///< as this system writes them
};

/// The overview of keyboard shortcuts ("?"), with a filter.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const std::vector<ShortcutRow> &rows, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] int visibleRows() const;

private:
    QTreeWidget *m_tree;
};

} // namespace spillway
