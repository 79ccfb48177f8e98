// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QIcon>
#include <QStringList>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace spillway {

/// One thing that the palette can do.
struct PaletteItem
{
    QString title;
    QString detail; ///< "Page", "Time range", "Ctrl+T"; shown at the right
    QIcon icon;
    std::function<void()> run;
};

/// Ctrl+K: type a few letters of a page, panel, action or time range, Enter does it. Owns nothing
/// but the items of one opening. What is typed may itself mean something (a range, a link): the
/// interpreter turns text into further items.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent = nullptr);

    void setItems(std::vector<PaletteItem> items);
    using Interpreter = std::function<std::vector<PaletteItem>(const QString &)>;
    void setInterpreter(Interpreter interpreter);

    void setFilter(const QString &text);
    /// Titles in the order shown, for tests.
    [[nodiscard]] QStringList shown() const;
    /// Runs the row after the dialog is closed.
    void runRow(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void applyFilter(const QString &text);

    QLineEdit *m_edit;
    QListWidget *m_list;
    QLabel *m_nothing;
    std::vector<PaletteItem> m_items;
    std::vector<PaletteItem> m_shown;
    Interpreter m_interpreter;
};

} // namespace spillway
