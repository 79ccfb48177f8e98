// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"

#include "controls/refreshcontrol.h"
#include "controls/timerangepicker.h"
#include "mainwindow/navigationlist.h"
#include "mainwindow/wallheader.h"
#include "pages/connectionpage.h"
#include "style/theme.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QMessageBox>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberedPages = 9;

QFrame *separator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", u"separator"_s);
    line->setFixedHeight(1);
    return line;
}

} // namespace

MainWindow::MainWindow(const PageRegistry &registry, QWidget *parent)
    : QMainWindow(parent)
    , m_registry(registry)
    , m_actions(new ActionRegistry(this))
    , m_topBar(new TopBar(*m_actions, this))
    , m_wallHeader(new WallHeader(this))
    , m_navigation(new NavigationList(registry, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_statusLine(new StatusLine(this))
    , m_palette(new CommandPalette(this))
    , m_history(this)
{
    build();
    connectBars();
    connectActions();
    updateChrome();
}

MainWindow::~MainWindow()
{
    // Pages use the context, which its owner may delete right after the window.
    dropPages();
}

void MainWindow::build()
{
    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_wallHeader);
    layout->addWidget(separator(center));
    layout->addWidget(m_splitter, 1);
    layout->addWidget(separator(center));
    layout->addWidget(m_statusLine);
    m_splitter->addWidget(m_navigation);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_navigation->setMinimumWidth(140);
    m_navigation->setMaximumWidth(420);
    m_splitter->setSizes({200, 1000});
    m_wallHeader->hide();
    setCentralWidget(center);
    setMinimumSize(720, 480);
    resize(1280, 800);
    m_palette->setInterpreter([this](const QString &text) { return interpret(text); });
}

void MainWindow::connectBars()
{
    connect(m_navigation, &NavigationList::pageRequested, this, &MainWindow::openPage);
    connect(m_topBar, &TopBar::workspaceRequested, this, &MainWindow::workspaceRequested);
    connect(m_topBar->picker(), &TimeRangePicker::selectionChanged, this,
            [this](const TimeSelection &time) {
                PageView view = m_view;
                view.time = time;
                changeView(view);
            });
    RefreshControl *refresh = m_topBar->refresh();
    connect(refresh, &RefreshControl::refreshRequested, this, [this] { run(Command::Refresh); });
    connect(refresh, &RefreshControl::intervalChanged, this,
            [this](std::chrono::milliseconds interval) {
                PageView view = m_view;
                view.refresh = interval;
                changeView(view);
            });
    connect(refresh, &RefreshControl::pausedChanged, this, [this](bool paused) {
        m_actions->action(Command::Pause)->setChecked(paused);
        Q_EMIT pausedChanged(paused);
    });
    connect(m_statusLine, &StatusLine::limitsRequested, this,
            [this] { openPage(ConnectionPage::pageId()); });
    connect(m_statusLine, &StatusLine::problemsRequested, this, [this] { run(Command::Problems); });
    connect(m_wallHeader, &WallHeader::nextPageRequested, this, &MainWindow::rotate);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::layoutChanged);
    connect(&m_history, &ViewHistory::changed, this, [this] {
        m_actions->action(Command::Back)->setEnabled(m_history.canGoBack());
        m_actions->action(Command::Forward)->setEnabled(m_history.canGoForward());
    });
    connect(&m_registry, &PageRegistry::changed, this, &MainWindow::updateChrome);
}

void MainWindow::connectActions()
{
    for (const ActionRegistry::Row &row : m_actions->rows()) {
        connect(row.action, &QAction::triggered, this,
                [this, command = row.command] { run(command); });
    }
    m_actions->action(Command::Navigation)->setChecked(true);
    m_actions->action(Command::Back)->setEnabled(false);
    m_actions->action(Command::Forward)->setEnabled(false);
    for (int i = 1; i <= numberedPages; ++i) {
        const QKeySequence keys(u"Ctrl+%1"_s.arg(i), QKeySequence::PortableText);
        m_actions->reserve(keys, u"page %1"_s.arg(i));
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            const QStringList ids = m_navigation->pageIds();
            if (i <= ids.size()) {
                openPage(ids.at(i - 1));
            }
        });
    }
}

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::Palette:
        return showPalette();
    case Command::Refresh:
        if (m_page) {
            m_page->refresh();
        }
        Q_EMIT refreshRequested();
        return;
    case Command::Back:
        return goTo(m_history.back());
    case Command::Forward:
        return goTo(m_history.forward());
    case Command::NextPage:
        return stepPage(1);
    case Command::PreviousPage:
        return stepPage(-1);
    case Command::Navigation:
        updateChrome();
        Q_EMIT layoutChanged();
        return;
    case Command::WallMode:
        return setWallMode(!m_wallMode);
    case Command::RotatePages:
        if (m_actions->action(command)->isChecked() && !m_wallMode) {
            setWallMode(true);
        }
        return updateChrome();
    case Command::SwitchWorkspace:
        return m_topBar->openWorkspaceMenu();
    case Command::TimeRange:
    case Command::Earlier:
    case Command::Later:
    case Command::Wider:
    case Command::Freeze:
    case Command::Compare:
    case Command::Pause:
    case Command::RefreshFaster:
    case Command::RefreshSlower:
        return runTime(command);
    default:
        Q_EMIT commandRequested(command);
    }
}

void MainWindow::runTime(Command command)
{
    TimeRangePicker *picker = m_topBar->picker();
    RefreshControl *refresh = m_topBar->refresh();
    switch (command) {
    case Command::TimeRange:
        return picker->openPopup();
    case Command::Earlier:
        return picker->moveBack();
    case Command::Later:
        return picker->moveForward();
    case Command::Wider:
        return picker->zoomOut();
    case Command::Freeze:
        return picker->toggleFrozen();
    case Command::Pause:
        refresh->setPaused(m_actions->action(command)->isChecked());
        Q_EMIT pausedChanged(refresh->isPaused());
        return;
    case Command::RefreshFaster:
        return refresh->stepInterval(m_view.refresh.count() == 0 ? 4 : -1);
    case Command::RefreshSlower:
        return refresh->stepInterval(1);
    default:
        PageView view = m_view;
        view.compareLastWeek = m_actions->action(Command::Compare)->isChecked();
        changeView(view);
    }
}

void MainWindow::setContext(const PageContext &context)
{
    const QString current = m_page ? m_page->id() : QString{};
    dropPages();
    m_context = context;
    m_history.clear();
    m_topBar->picker()->setClock(context.clock);
    m_topBar->refresh()->setClock(context.clock);
    m_statusLine->setClock(context.clock);
    m_wallHeader->setClock(context.clock);
    if (context.clock != nullptr && !openPage(current) && !m_registry.entries().empty()) {
        openPage(m_registry.entries().front().id);
    }
    updateChrome();
}

void MainWindow::dropPages()
{
    const auto pages = std::exchange(m_pages, {});
    qDeleteAll(pages);
}

void MainWindow::setWorkspaces(const QList<WorkspaceChoice> &choices, const QString &current)
{
    m_workspace = current;
    m_workspaceName.clear();
    for (const WorkspaceChoice &choice : choices) {
        if (choice.id == current) {
            m_workspaceName = choice.name;
        }
    }
    m_topBar->setWorkspaces(choices, current);
    updateChrome();
}

void MainWindow::setStatus(const ConnectionStatus &status)
{
    m_statusLine->setStatus(status);
    m_topBar->refresh()->setLastUpdate(status.lastData);
    m_topBar->refresh()->setClockOffset(status.clockOffset);
    m_wallHeader->setTrouble(
        status.tone == Tone::Critical || status.tone == Tone::Warning ? status.state : QString{});
}

void MainWindow::setProblems(int count)
{
    m_statusLine->setProblems(count);
}

void MainWindow::setCover(QWidget *cover)
{
    if (m_cover) {
        m_stack->removeWidget(m_cover);
        m_cover->hide();
        m_cover->deleteLater();
    }
    m_cover = cover;
    if (cover != nullptr) {
        m_stack->addWidget(cover);
        m_stack->setCurrentWidget(cover);
        if (m_page) {
            m_page->setActive(false);
        }
    } else if (m_page) {
        display(m_page);
    }
    updateChrome();
}

void MainWindow::setExtraMenu(QMenu *menu)
{
    m_extraMenu = menu;
    m_topBar->setExtraMenu(menu);
}

bool MainWindow::isPaused() const
{
    return m_topBar->refresh()->isPaused();
}

Page *MainWindow::page(const QString &pageId)
{
    if (const auto made = m_pages.constFind(pageId); made != m_pages.cend()) {
        return *made;
    }
    const PageEntry *entry = m_registry.find(pageId);
    if (entry == nullptr || !entry->create || m_context.clock == nullptr) {
        return nullptr;
    }
    Page *page = entry->create(m_context, m_stack);
    m_pages.insert(pageId, page);
    m_stack->addWidget(page);
    connectPage(page);
    return page;
}

bool MainWindow::openPage(const QString &pageId)
{
    Page *wanted = page(pageId);
    if (wanted == nullptr) {
        return false;
    }
    display(wanted);
    remember();
    return true;
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const PageEntry &entry : m_registry.entries()) {
        ids << entry.id;
    }
    return ids;
}

void MainWindow::connectPage(Page *page)
{
    connect(page, &Page::titleChanged, this, &MainWindow::updateChrome);
    connect(page, &Page::variablesChanged, this, &MainWindow::remember);
    connect(page, &Page::message, this, &MainWindow::showMessage);
    connect(page, &Page::timeRequested, this, &MainWindow::zoom);
    connect(page, &Page::workspaceEditRequested, this,
            [this] { Q_EMIT commandRequested(Command::EditWorkspace); });
    connect(page, &Page::pageRequested, this,
            [this](const QString &pageId, const PageVariables &variables) {
                if (Page *target = this->page(pageId)) {
                    target->setVariables(variables);
                    openPage(pageId);
                }
            });
}

void MainWindow::display(Page *page)
{
    if (m_page && m_page != page) {
        m_page->setActive(false);
    }
    const bool another = m_page != page;
    m_page = page;
    page->setView(m_view);
    page->setWall(m_wallMode);
    if (!m_cover) {
        m_stack->setCurrentWidget(page);
        page->setActive(true);
    }
    m_navigation->setCurrentPage(page->id());
    updateChrome();
    if (another) {
        Q_EMIT pageChanged(page->id());
    }
}

void MainWindow::stepPage(int by)
{
    const QStringList ids = m_navigation->pageIds();
    if (ids.isEmpty()) {
        return;
    }
    const qsizetype here = m_page ? ids.indexOf(m_page->id()) : 0;
    openPage(ids.at((here + by + ids.size()) % ids.size()));
}

void MainWindow::rotate()
{
    // A wall shows data; a page about the connection says nothing from afar.
    for (qsizetype left = m_navigation->pageIds().size(); left > 0; --left) {
        stepPage(1);
        if (m_page && m_page->usesTime()) {
            return;
        }
    }
}

void MainWindow::setWallMode(bool on)
{
    if (m_wallMode == on) {
        return;
    }
    m_wallMode = on;
    m_actions->action(Command::WallMode)->setChecked(on);
    if (!on) {
        m_actions->action(Command::RotatePages)->setChecked(false);
    }
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    if (m_page) {
        m_page->setWall(on);
    }
    updateChrome();
}

void MainWindow::updateChrome()
{
    const bool pages = m_page && !m_cover;
    const bool navigation = m_actions->action(Command::Navigation)->isChecked();
    const QString title = pages ? m_page->title() : QString{};
    m_navigation->setVisible(!m_wallMode && navigation && pages);
    m_topBar->setVisible(!m_wallMode);
    m_topBar->setTitle(title);
    m_topBar->setTimeVisible(pages && m_page->usesTime());
    m_statusLine->setVisible(!m_wallMode);
    m_wallHeader->setVisible(m_wallMode);
    m_wallHeader->setTitle(m_workspaceName, title);
    const bool rotate = m_wallMode && m_actions->action(Command::RotatePages)->isChecked();
    if (rotate != m_wallHeader->isRotating()) {
        m_wallHeader->setRotation(rotate ? m_rotation : std::chrono::seconds{0});
    }
    setWindowTitle(title.isEmpty() ? tr("Spillway")
                                   : tr("%1 · %2 · Spillway").arg(title, m_workspaceName));
}

WindowLayout MainWindow::layoutState() const
{
    return {.geometry = saveGeometry(),
            .splitter = m_splitter->saveState(),
            .navigation = m_actions->action(Command::Navigation)->isChecked()};
}

void MainWindow::restoreLayoutState(const WindowLayout &layout)
{
    restoreGeometry(layout.geometry);
    m_splitter->restoreState(layout.splitter);
    m_actions->action(Command::Navigation)->setChecked(layout.navigation);
    // A run that ended in wall mode does not start in it.
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, false));
    updateChrome();
}

void MainWindow::showMessage(const QString &text)
{
    m_statusLine->showMessage(text);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        updateChrome();
    }
    QMainWindow::changeEvent(event);
}

bool MainWindow::mayLeaveEdits()
{
    QList<Page *> edited;
    QStringList titles;
    for (Page *page : std::as_const(m_pages)) {
        if (page->hasUnsavedEdits()) {
            edited << page;
            titles << page->title();
        }
    }
    if (edited.isEmpty() || m_asking) {
        return edited.isEmpty();
    }
    QMessageBox box(QMessageBox::Question, tr("There are unsaved edits"),
                    tr("Not saved: %1").arg(titles.join(u", "_s)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    m_asking = true; // whatever else wants to leave meanwhile
    const int answer = box.exec();
    m_asking = false;
    if (answer != QMessageBox::Save) {
        return answer == QMessageBox::Discard;
    }
    for (Page *page : std::as_const(edited)) {
        if (!page->saveEdits()) {
            openPage(page->id()); // which tells why
            return false;
        }
    }
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeaveEdits()) {
        event->ignore();
        return;
    }
    Q_EMIT layoutChanged();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (m_wallMode && event->key() == Qt::Key_Escape) {
        setWallMode(false);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    Q_EMIT layoutChanged();
}

} // namespace spillway
