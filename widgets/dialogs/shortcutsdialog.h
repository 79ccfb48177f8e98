// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <vector>

class QTreeWidget;

namespace spillway {

class SearchField;

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

    /// In another language, say; the filter stays.
    void setRows(const std::vector<ShortcutRow> &rows);
    void setFilter(const QString &text);
    [[nodiscard]] int visibleRows() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SearchField *m_search;
    QTreeWidget *m_tree;
};

} // namespace spillway
