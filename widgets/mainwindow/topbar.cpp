// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/topbar.h"

#include "controls/refreshcontrol.h"
#include "controls/timerangepicker.h"
#include "mainwindow/actionregistry.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace spillway {

using namespace Qt::StringLiterals;

TopBar::TopBar(const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_workspace(new QToolButton(this))
    , m_workspaceMenu(new QMenu(m_workspace))
    , m_title(new QLabel(this))
    , m_picker(new TimeRangePicker(this))
    , m_refresh(new RefreshControl(this))
    , m_compare(new QToolButton(this))
    , m_extra(new QToolButton(this))
    , m_search(new QToolButton(this))
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(m_menuButton))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::s, spacing::m, spacing::s);
    layout->setSpacing(spacing::s);
    for (QWidget *part : std::initializer_list<QWidget *>{m_workspace, m_title}) {
        layout->addWidget(part);
    }
    layout->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_extra, m_picker, m_compare, m_refresh,
                                                          m_search, m_menuButton}) {
        layout->addWidget(part);
    }
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(themeFont(FontRole::Heading, font()));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->setStretchFactor(m_title, 3);
    m_workspace->setObjectName(u"workspaceSwitcher"_s);
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_workspace->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_workspace->setMenu(m_workspaceMenu);
    m_compare->setDefaultAction(m_actions.action(Command::Compare));
    m_search->setDefaultAction(m_actions.action(Command::Palette));
    m_menuButton->setObjectName(u"mainMenu"_s);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setIcon(themeIcon(u"menu"));
    m_extra->setPopupMode(QToolButton::InstantPopup);
    m_extra->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_extra->setIcon(themeIcon(u"play"));
    m_extra->setObjectName(u"extraMenu"_s);
    m_extra->hide();
    connect(m_workspaceMenu, &QMenu::aboutToShow, this, &TopBar::fillWorkspaceMenu);
    connect(m_menu, &QMenu::aboutToShow, this, &TopBar::fillMainMenu);
    updateTexts();
}

void TopBar::setWorkspaces(const QList<WorkspaceChoice> &choices, const QString &current)
{
    m_choices = choices;
    m_current = current;
    updateTexts();
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::setTimeVisible(bool visible)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_picker, m_refresh, m_compare}) {
        part->setVisible(visible);
    }
}

void TopBar::openWorkspaceMenu()
{
    m_workspace->showMenu();
}

void TopBar::setExtraMenu(QMenu *menu)
{
    m_extra->setMenu(menu);
    m_extra->setVisible(menu != nullptr);
    updateTexts();
}

void TopBar::fillWorkspaceMenu()
{
    m_workspaceMenu->clear();
    for (const WorkspaceChoice &choice : m_choices) {
        QString text = choice.name;
        text.replace(u'&', u"&&"_s);
        QAction *action =
            m_workspaceMenu->addAction(choice.broken ? tr("%1 (has errors)").arg(text) : text);
        action->setCheckable(true);
        action->setChecked(choice.id == m_current);
        if (choice.isProtected) {
            action->setIcon(themeIcon(u"lock"));
        }
        connect(action, &QAction::triggered, this,
                [this, id = choice.id] { Q_EMIT workspaceRequested(id); });
    }
    m_workspaceMenu->addSeparator();
    for (const Command command : {Command::NewWorkspace, Command::EditWorkspace,
                                  Command::OpenWorkspace, Command::Reconnect}) {
        m_workspaceMenu->addAction(m_actions.action(command));
    }
}

void TopBar::fillMainMenu()
{
    m_menu->clear();
    const auto add = [this](std::initializer_list<Command> commands) {
        for (const Command command : commands) {
            m_menu->addAction(m_actions.action(command));
        }
        m_menu->addSeparator();
    };
    add({Command::Back, Command::Forward});
    add({Command::WallMode, Command::RotatePages, Command::Navigation, Command::ToggleTheme});
    add({Command::CopyLink, Command::CopyFrozenLink, Command::OpenLink, Command::SavePicture});
    add({Command::Problems, Command::Preferences, Command::Shortcuts, Command::About});
    m_menu->addAction(m_actions.action(Command::Quit));
}

void TopBar::updateTexts()
{
    QString name = tr("No workspace");
    bool isProtected = false;
    for (const WorkspaceChoice &choice : m_choices) {
        if (choice.id == m_current) {
            name = choice.name;
            isProtected = choice.isProtected;
        }
    }
    m_workspace->setText(QString(name).replace(u'&', u"&&"_s));
    m_workspace->setIcon(themeIcon(isProtected ? u"lock" : u"cluster"));
    m_workspace->setAccessibleName(tr("Workspace: %1").arg(name));
    m_workspace->setToolTip(tr("Switch the workspace"));
    if (m_extra->menu() != nullptr) {
        m_extra->setText(m_extra->menu()->title());
    }
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
