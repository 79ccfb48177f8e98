// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actionregistry.h"

#include "style/themeicon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMap>
#include <QWidget>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Definition
{
    Command command;
    const char *group;
    const char *text;
    const char16_t *icon;
    const char *keys; ///< portable text; several parted by a space
    bool checkable = false;
};

constexpr const char *view = QT_TRANSLATE_NOOP("Actions", "View");
constexpr const char *time = QT_TRANSLATE_NOOP("Actions", "Time");
constexpr const char *go = QT_TRANSLATE_NOOP("Actions", "Go");
constexpr const char *workspace = QT_TRANSLATE_NOOP("Actions", "Workspace");
constexpr const char *program = QT_TRANSLATE_NOOP("Actions", "Program");

constexpr std::array definitions{
    Definition{Command::Palette, go, QT_TRANSLATE_NOOP("Actions", "Search and commands"), u"search",
               "Ctrl+K Ctrl+P"},
    Definition{Command::Back, go, QT_TRANSLATE_NOOP("Actions", "Back"), u"undo", "Alt+Left"},
    Definition{Command::Forward, go, QT_TRANSLATE_NOOP("Actions", "Forward"), u"redo", "Alt+Right"},
    Definition{Command::NextPage, go, QT_TRANSLATE_NOOP("Actions", "Next page"), u"arrow-down",
               "Ctrl+PgDown"},
    Definition{Command::PreviousPage, go, QT_TRANSLATE_NOOP("Actions", "Previous page"),
               u"arrow-up", "Ctrl+PgUp"},
    Definition{Command::OpenLink, go,
               QT_TRANSLATE_NOOP("Actions", "Open the link in the clipboard"), u"link",
               "Ctrl+Shift+V"},
    Definition{Command::TimeRange, time, QT_TRANSLATE_NOOP("Actions", "Choose the time range"),
               u"clock", "Ctrl+T"},
    Definition{Command::Earlier, time, QT_TRANSLATE_NOOP("Actions", "Earlier"), u"chevron-left",
               "Ctrl+Shift+Left"},
    Definition{Command::Later, time, QT_TRANSLATE_NOOP("Actions", "Later"), u"chevron-right",
               "Ctrl+Shift+Right"},
    Definition{Command::Wider, time, QT_TRANSLATE_NOOP("Actions", "Wider range"), u"zoom-out",
               "Ctrl+-"},
    Definition{Command::Freeze, time,
               QT_TRANSLATE_NOOP("Actions", "Freeze the range, or follow now"), u"lock", "Ctrl+D"},
    Definition{Command::Compare, time, QT_TRANSLATE_NOOP("Actions", "Compare with last week"),
               u"compare", "Ctrl+L", true},
    Definition{Command::Refresh, time, QT_TRANSLATE_NOOP("Actions", "Refresh now"), u"refresh",
               "F5 Ctrl+R"},
    Definition{Command::Pause, time, QT_TRANSLATE_NOOP("Actions", "Pause refreshing"), u"pause",
               "Ctrl+Shift+P", true},
    Definition{Command::RefreshFaster, time, QT_TRANSLATE_NOOP("Actions", "Refresh more often"),
               u"arrow-up", "Ctrl+Alt+Up"},
    Definition{Command::RefreshSlower, time, QT_TRANSLATE_NOOP("Actions", "Refresh less often"),
               u"arrow-down", "Ctrl+Alt+Down"},
    Definition{Command::Navigation, view, QT_TRANSLATE_NOOP("Actions", "Navigation"), u"menu",
               "Ctrl+B", true},
    Definition{Command::WallMode, view, QT_TRANSLATE_NOOP("Actions", "Wall mode"), u"fullscreen",
               "F11", true},
    Definition{Command::RotatePages, view,
               QT_TRANSLATE_NOOP("Actions", "Rotate the pages in wall mode"), u"play", "Ctrl+F11",
               true},
    Definition{Command::ToggleTheme, view, QT_TRANSLATE_NOOP("Actions", "Light or dark"), u"theme",
               "Ctrl+Shift+T"},
    Definition{Command::CopyLink, view, QT_TRANSLATE_NOOP("Actions", "Copy a link to this view"),
               u"link", "Ctrl+Shift+C"},
    Definition{Command::CopyFrozenLink, view,
               QT_TRANSLATE_NOOP("Actions", "Copy a link with the times frozen"), u"copy",
               "Ctrl+Alt+C"},
    Definition{Command::SavePicture, view,
               QT_TRANSLATE_NOOP("Actions", "Save the page as a picture"), u"image",
               "Ctrl+Shift+S"},
    Definition{Command::SwitchWorkspace, workspace,
               QT_TRANSLATE_NOOP("Actions", "Switch the workspace"), u"cluster", "Ctrl+E"},
    Definition{Command::NewWorkspace, workspace, QT_TRANSLATE_NOOP("Actions", "New workspace"),
               u"add", "Ctrl+N"},
    Definition{Command::EditWorkspace, workspace,
               QT_TRANSLATE_NOOP("Actions", "Edit the workspace"), u"edit", "Ctrl+Shift+E"},
    Definition{Command::OpenWorkspace, workspace,
               QT_TRANSLATE_NOOP("Actions", "Open a workspace file"), u"folder", "Ctrl+O"},
    Definition{Command::Reconnect, workspace, QT_TRANSLATE_NOOP("Actions", "Connect again"),
               u"connection", "Ctrl+Shift+R"},
    Definition{Command::Problems, program, QT_TRANSLATE_NOOP("Actions", "Problems in files"),
               u"warning", "Ctrl+Shift+M"},
    Definition{Command::Preferences, program, QT_TRANSLATE_NOOP("Actions", "Preferences"),
               u"settings", "Ctrl+,"},
    Definition{Command::Shortcuts, program, QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
               u"explain", "? F1"},
    Definition{Command::About, program, QT_TRANSLATE_NOOP("Actions", "About Spillway"), u"info",
               "Ctrl+F1"},
    Definition{Command::Quit, program, QT_TRANSLATE_NOOP("Actions", "Quit"), u"close", "Ctrl+Q"},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window)
    : QObject(window)
{
    m_rows.reserve(definitions.size());
    for (const Definition &definition : definitions) {
        auto *action = new QAction(this);
        QList<QKeySequence> keys;
        for (const QString &key : QString::fromLatin1(definition.keys).split(u' ')) {
            keys << QKeySequence::fromString(key, QKeySequence::PortableText);
        }
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        action->setCheckable(definition.checkable);
        action->setIcon(themeIcon(definition.icon));
        window->addAction(action);
        m_rows.push_back({definition.command, action, {}});
    }
    retranslate();
}

QAction *ActionRegistry::action(Command command) const
{
    for (const Row &row : m_rows) {
        if (row.command == command) {
            return row.action;
        }
    }
    return nullptr;
}

void ActionRegistry::reserve(const QKeySequence &sequence, const QString &what)
{
    m_reserved.append({sequence, what});
}

QStringList ActionRegistry::conflicts() const
{
    QMap<QString, QStringList> owners;
    for (const Row &row : m_rows) {
        const auto keys = row.action->shortcuts();
        for (const QKeySequence &key : keys) {
            owners[key.toString(QKeySequence::PortableText)] << row.action->text();
        }
    }
    for (const auto &reserved : m_reserved) {
        owners[reserved.first.toString(QKeySequence::PortableText)] << reserved.second;
    }
    QStringList found;
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        if (it.value().size() > 1) {
            found << u"%1: %2"_s.arg(it.key(), it.value().join(u", "_s));
        }
    }
    return found;
}

void ActionRegistry::retranslate()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QString text = translated(definitions.at(i).text);
        const QString keys = m_rows.at(i).action->shortcut().toString(QKeySequence::NativeText);
        m_rows.at(i).group = translated(definitions.at(i).group);
        m_rows.at(i).action->setText(text);
        m_rows.at(i).action->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    }
}

} // namespace spillway
