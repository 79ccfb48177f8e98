// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace spillway {

class ActionRegistry;
class RefreshControl;
class TimeRangePicker;

/// A workspace that can be opened, for the switcher.
struct WorkspaceChoice
{
    QString id;
    QString name;
    bool isProtected = false;
    bool broken = false; ///< its file has errors
};

/// The row above the pages: workspace, page title, time range, refresh, comparison, search, menu.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(const ActionRegistry &actions, QWidget *parent = nullptr);

    void setWorkspaces(const QList<WorkspaceChoice> &choices, const QString &current);
    void setTitle(const QString &title);
    /// Hides what means nothing without a connection or on pages without time.
    void setTimeVisible(bool visible);
    [[nodiscard]] TimeRangePicker *picker() const { return m_picker; }
    [[nodiscard]] RefreshControl *refresh() const { return m_refresh; }
    void openWorkspaceMenu();
    /// One more menu, shown by its title (the demo's controls); owned by who made it. Null: none.
    void setExtraMenu(QMenu *menu);

Q_SIGNALS:
    void workspaceRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillWorkspaceMenu();
    void fillMainMenu();
    void updateTexts();

    const ActionRegistry &m_actions;
    QList<WorkspaceChoice> m_choices;
    QString m_current;
    QToolButton *m_workspace;
    QMenu *m_workspaceMenu;
    QLabel *m_title;
    TimeRangePicker *m_picker;
    RefreshControl *m_refresh;
    QToolButton *m_compare;
    QToolButton *m_extra;
    QToolButton *m_search;
    QToolButton *m_menuButton;
    QMenu *m_menu;
};

} // namespace spillway
