// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/actionregistry.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/statusline.h"
#include "mainwindow/topbar.h"
#include "mainwindow/viewhistory.h"
#include "pages/pageregistry.h"

#include <QMainWindow>
#include <QMenu>
#include <QPointer>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace spillway {

class NavigationList;
class WallHeader;

/// What of the window is kept between runs.
struct WindowLayout
{
    QByteArray geometry;
    QByteArray splitter;
    bool navigation = true;
    friend bool operator==(const WindowLayout &, const WindowLayout &) = default;
};

/// The window: navigation, bars, pages, palette, history, links and wall mode. Knows pages only
/// through the registry and does no I/O: what needs files or the network it asks for by signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// registry must outlive the window.
    explicit MainWindow(const PageRegistry &registry, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Another workspace: all pages are made anew on this context.
    void setContext(const PageContext &context);
    void setWorkspaces(const QList<WorkspaceChoice> &choices, const QString &current);
    void setStatus(const ConnectionStatus &status);
    void setProblems(int count);
    /// The widget shown while there is nothing else (first run, progress of the demo); owned by
    /// the window from now on. Null: back to the pages.
    void setCover(QWidget *cover);
    [[nodiscard]] QWidget *cover() const { return m_cover; }

    /// A menu in the top bar whose actions the palette offers too; owned by who made it.
    void setExtraMenu(QMenu *menu);

    void setView(const PageView &view);
    [[nodiscard]] const PageView &view() const { return m_view; }
    [[nodiscard]] bool isPaused() const;

    /// False if there is no such page; then nothing changes.
    bool openPage(const QString &pageId);
    [[nodiscard]] QStringList pageIds() const; ///< in order of navigation
    [[nodiscard]] Page *currentPage() const { return m_page; }
    /// What the page shown can be told to do; part of the palette and of the shortcuts overview.
    [[nodiscard]] QList<QAction *> pageActions() const;
    /// The page made if need be, without showing it; null if there is none.
    [[nodiscard]] Page *page(const QString &pageId);

    /// Asks the user if pages have edits that would be lost with them; false: stay.
    [[nodiscard]] bool mayLeaveEdits();

    /// This view as a link; frozen: with its times nailed down.
    [[nodiscard]] ViewLink link(bool frozen = false) const;
    /// Shows what a link describes. Another workspace is asked for by linkRequested().
    void openLink(const ViewLink &link);

    void setWallMode(bool on);
    [[nodiscard]] bool isWallMode() const { return m_wallMode; }
    void setWallRotation(std::chrono::seconds interval) { m_rotation = interval; }

    [[nodiscard]] WindowLayout layoutState() const;
    void restoreLayoutState(const WindowLayout &layout);

    [[nodiscard]] const ActionRegistry &actions() const { return *m_actions; }
    [[nodiscard]] CommandPalette *palettePopup() const { return m_palette; }
    void showPalette();
    void showMessage(const QString &text);

Q_SIGNALS:
    void workspaceRequested(const QString &id);
    /// A link that belongs to another workspace.
    void linkRequested(const spillway::ViewLink &link);
    /// What the window cannot do itself: dialogs, files, the clipboard, the end.
    void commandRequested(spillway::Command command);
    void refreshRequested();
    void pausedChanged(bool paused);
    /// The user changed the time, refresh interval or comparison.
    void viewChanged(const spillway::PageView &view);
    /// Another page is shown.
    void pageChanged(const QString &pageId);
    /// The state worth keeping may be another.
    void layoutChanged();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectBars();
    void connectActions();
    void run(Command command);
    void runTime(Command command);
    void connectPage(Page *page);
    void display(Page *page);
    void changeView(const PageView &view);
    void applyView();
    /// A chart asks for another range: zoom, pan, or the undo of one.
    void zoom(const TimeSelection &time);
    /// The user chose another time elsewhere; what was zoomed cannot be undone one by one.
    void forgetZoom();
    void remember();
    void goTo(const ViewLink &link);
    void stepPage(int by);
    void rotate();
    void updateChrome();
    void dropPages();
    [[nodiscard]] std::vector<PaletteItem> paletteItems();
    void addPageItems(std::vector<PaletteItem> &items);
    [[nodiscard]] std::vector<PaletteItem> interpret(const QString &text);

    const PageRegistry &m_registry;
    PageContext m_context;
    PageView m_view;
    ActionRegistry *m_actions;
    TopBar *m_topBar;
    WallHeader *m_wallHeader;
    NavigationList *m_navigation;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    StatusLine *m_statusLine;
    CommandPalette *m_palette;
    ViewHistory m_history;
    QMap<QString, Page *> m_pages;
    QPointer<Page> m_page;
    QPointer<QWidget> m_cover;
    QPointer<QMenu> m_extraMenu;
    QString m_workspace;
    QString m_workspaceName;
    std::chrono::seconds m_rotation{20};
    bool m_wallMode = false;
    std::optional<TimeSelection> m_beforeZoom;
    std::size_t m_zoomDepth = 0;
    bool m_asking = false;     ///< whether edits may be lost
    bool m_travelling = false; ///< back or forward is under way: not a new entry of the history
};

} // namespace spillway
