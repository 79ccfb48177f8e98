// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QStringList>

#include <vector>

class QAction;
class QWidget;

namespace spillway {

/// What the window can be told to do. The table in actionregistry.cpp has one row for each.
enum class Command {
    Palette,
    Refresh,
    Pause,
    RefreshFaster,
    RefreshSlower,
    TimeRange,
    Earlier,
    Later,
    Wider,
    Freeze,
    Compare,
    Back,
    Forward,
    NextPage,
    PreviousPage,
    Navigation,
    WallMode,
    RotatePages,
    CopyLink,
    CopyFrozenLink,
    OpenLink,
    SavePicture,
    SwitchWorkspace,
    NewWorkspace,
    EditWorkspace,
    OpenWorkspace,
    Reconnect,
    ToggleTheme,
    Preferences,
    Problems,
    Shortcuts,
    About,
    Quit,
};

/// All actions of the window with their shortcuts: one place, so that the overview, the palette and
/// the menus cannot disagree, and conflicts are found by a test. GUI thread.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    /// Makes an action for each row and adds them to window.
    explicit ActionRegistry(QWidget *window);

    struct Row
    {
        Command command = Command::Quit;
        QAction *action = nullptr;
        QString group; ///< translated
    };
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] QAction *action(Command command) const;
    /// Shortcuts "Ctrl+1".. of the pages are made by the window; they take part in conflicts().
    void reserve(const QKeySequence &sequence, const QString &what);
    /// "Ctrl+R: Refresh now, Reload" for each sequence with two owners.
    [[nodiscard]] QStringList conflicts() const;
    void retranslate();

private:
    std::vector<Row> m_rows;
    QList<std::pair<QKeySequence, QString>> m_reserved;
};

} // namespace spillway
